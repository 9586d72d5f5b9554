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
    autoGainHint: "Deixa sua voz sempre na mesma altura",
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
