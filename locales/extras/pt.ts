import type { ExtraMessages } from "./messages.ts";

export const pt: ExtraMessages = {
  more: {
    heading: "Mais",
  },

  devices: {
    heading: "Câmera e som",
    camera: "Câmera",
    microphone: "Microfone",
    speaker: "Alto-falante",
    level: "Nível do microfone",
    testSound: "Tocar um som de teste",
    noiseSuppression: "Redução de ruído",
    echoCancellation: "Cancelamento de eco",
    autoGain: "Volume automático",
    autoGainHint: "Mantém sua voz sempre no mesmo volume",
    standard: "Padrão do sistema",
    otherSpeaker: "Escolher outro alto-falante",
    none: "Nenhum encontrado",
    numbered: {
      camera: "Câmera {number}",
      microphone: "Microfone {number}",
      speaker: "Alto-falante {number}",
    },
    missing: "{label} não está conectado. Ele volta a ser usado assim que for reconectado.",
    closed: "{label} não abre: talvez outro programa esteja usando.",
  },

  hearing: {
    toFriend: {
      microphone: "O seu microfone só transmite silêncio: a outra pessoa não ouve você.",
      "voice-lost":
        "A sua voz não está chegando à outra pessoa. Recarregar a página costuma resolver.",
      "sound-blocked":
        "O som da outra pessoa está bloqueado: ela só vai ouvir você depois de apertar o botão na página dela.",
      camera: "A sua câmera não está gerando imagem: a outra pessoa não vê você.",
      "picture-black":
        "A outra pessoa só vê preto. A sua câmera pode estar coberta ou em uso por outro programa.",
      "picture-lost":
        "A sua imagem não está chegando à outra pessoa. Recarregar a página costuma resolver.",
    },
    fromFriend: {
      microphone:
        "O microfone da outra pessoa só transmite silêncio. A página dela diz o que fazer.",
      "voice-lost":
        "A voz da outra pessoa não está chegando até você. Recarregar a página costuma resolver.",
      camera: "A câmera da outra pessoa não está gerando imagem. A página dela diz o que fazer.",
      "picture-black": "A câmera da outra pessoa só mostra preto. A página dela diz o que fazer.",
      "picture-lost":
        "A imagem da outra pessoa não está chegando até você. Recarregar a página costuma resolver.",
    },
    check: {
      microphone: "Verificar o microfone",
      camera: "Verificar a câmera",
    },
  },

  share: {
    start: "Compartilhar sua tela",
    stop: "Parar de compartilhar",
    sharing: "Você está compartilhando sua tela",
    friends: "Tela da outra pessoa",
    friendShares: "A outra pessoa está compartilhando a tela",
    zoomHow: "+ e − aproximam e afastam, 0 mostra tudo, as setas movem",
    keys: {
      share: "Compartilhar sua tela, ou parar",
      zoom: "Ampliar a tela da outra pessoa; 0 mostra tudo",
    },
    problems: {
      "blocked-by-system":
        "As configurações do sistema não deixam o navegador compartilhar a tela.",
      "failed": "Não deu para compartilhar. Tente de novo ou escolha outra coisa.",
      "sound-left-out": "O som fica de fora: a outra pessoa ouviria a própria voz.",
    },
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
    youReacted: "Você: {sign}",
    friendReacted: "A outra pessoa: {sign}",
    writing: "A outra pessoa está escrevendo…",
    delivered: "Entregue",
  },

  pictures: {
    fullScreen: "Tela cheia",
    swap: "Trocar as imagens",
    fill: "Preencher a janela",
    fit: "Mostrar a imagem inteira",
    snapshot: "Tirar uma foto",
    saved: "Salva como {name}",
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

  privacy: {
    who:
      "Qualquer pessoa que saiba este nome pode entrar, no máximo duas. O servidor conhece o nome e os endereços de rede de vocês, mas não o que vocês dizem ou mostram.",
    guessable:
      "Este nome é fácil de adivinhar: outra pessoa pode entrar. Um nome sugerido é mais seguro.",
    guessableRoom:
      "Este nome é fácil de adivinhar. Nas configurações, você pode optar por decidir quem entra.",
    askFirst: "Perguntar antes de deixar entrar",
    askFirstHint: "Quem chegar enquanto você aguarda fica de fora até você permitir",
    wants: "Alguém quer entrar",
    wantsExplain: "Essa pessoa ainda não vê nem ouve você.",
    keepOut: "Não deixar entrar",
  },
};
