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
  },

  privacy: {},
};
