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
    stop: "Parar a gravação",
    mine: "Gravando",
    asking: "Avisando a outra pessoa…",
    theirs: "A outra pessoa está gravando",
    kept: "Há uma gravação de {time} ({length}) neste dispositivo.",
    saved: "A gravação está nos seus downloads.",
    save: "Salvar a gravação",
    decline: "Excluir",
    declineSure: "Excluir definitivamente",
    keep: "Manter",
    done: "Fechar",
    ends: {
      saved: "A gravação foi interrompida.",
      "disk-full": "A gravação parou: não há mais espaço neste dispositivo.",
      failed: "A gravação parou: este navegador não consegue continuar.",
      "call-over": "A gravação terminou com a chamada.",
      "friend-gone": "A gravação terminou porque a outra pessoa saiu.",
      unseen: "Nada está sendo gravado: a página da outra pessoa não confirmou que mostra o aviso.",
    },
  },

  verify: {
    verified: "Verificada",
    silent: "A página da outra pessoa não responde. Tente de novo.",
    unproven:
      "Não verificada: vocês compararam os códigos em uma conexão anterior, mas nada prova que esta ainda seja entre vocês dois. Talvez a outra pessoa tenha aberto a página de novo, ou talvez haja alguém no meio. Comparem outra vez.",
    changed: "Esta conexão ainda não foi verificada, embora uma anterior tenha sido.",
    again: "Comparar os códigos",
  },

  privacy: {},
};
