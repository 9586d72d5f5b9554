import type { ExtraMessages } from "./messages.ts";

export const pt: ExtraMessages = {
  more: {
    heading: "Mais",
  },

  devices: {
    heading: "Câmera e som",
  },

  hearing: {},

  share: {
    start: "Compartilhar sua tela",
    stop: "Parar de compartilhar",
  },

  files: {
    send: "Enviar um arquivo",
    heading: "Arquivos",
    hide: "Esconder os arquivos",
    drop: "Solte aqui para enviar",
    accept: "Aceitar",
    decline: "Recusar",
    cancel: "Cancelar",
    save: "Salvar",
    choose: "Escolher o arquivo de novo",
    remove: "Tirar da lista",
    from: { me: "de você", friend: "da outra pessoa" },
    progress: "{done} de {size}",
    phases: {
      offeredByMe: "Aguardando a outra pessoa aceitar",
      preparing: "Preparando…",
      waiting: "Continua quando vocês estiverem conectados de novo",
      lost: "Esta página foi recarregada",
      other: "Era outro arquivo, ou ele mudou",
      lostByFriend: "A outra pessoa precisa escolher o arquivo de novo",
      arrived: "Chegou",
      unsaved: "Salve antes de sair",
      saved: "Salvo",
      declinedByMe: "Você recusou",
      declinedByFriend: "A outra pessoa recusou",
      cancelledByMe: "Você cancelou",
      cancelledByFriend: "A outra pessoa cancelou",
    },
    failures: {
      unreadable: "Quem envia não consegue mais ler o arquivo",
      full: "O aparelho de quem recebe não tem espaço",
      altered: "Chegou danificado: nada foi guardado",
      broken: "As duas páginas não se entenderam",
    },
    places: {
      memory: "Fica nesta aba até você salvar",
      picked: "O navegador pergunta onde salvar",
      none: "Grande demais para este navegador",
    },
    news: {
      offered: "A outra pessoa quer enviar {name} ({size}) para você",
      arrived: "{name} chegou",
      delivered: "A outra pessoa recebeu {name}",
      declined: "A outra pessoa recusou {name}",
      cancelled: "A outra pessoa cancelou {name}",
      failed: "Não foi possível enviar {name}",
    },
    refused: {
      tooLarge: "{name} é grande demais: no máximo {limit}",
      tooMany: "{name} não foi oferecido: no máximo {limit} arquivos por vez",
    },
  },

  talk: {
    react: "Reagir",
    signs: ["Joinha", "Coração", "Risada", "Surpresa", "Aplauso", "Festa"],
  },

  pictures: {
    fullScreen: "Tela cheia",
    swap: "Trocar as imagens",
  },

  recording: {
    start: "Gravar",
  },

  privacy: {},
};
