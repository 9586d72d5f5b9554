import type { ExtraMessages } from "./messages.ts";

export const it: ExtraMessages = {
  more: {
    heading: "Altro",
  },

  devices: {
    heading: "Videocamera e audio",
  },

  hearing: {},

  share: {
    start: "Condividi lo schermo",
    stop: "Interrompi la condivisione",
  },

  files: {
    send: "Invia un file",
  },

  talk: {
    react: "Reagisci",
    signs: ["Pollice in su", "Cuore", "Risata", "Stupore", "Applauso", "Festa"],
  },

  pictures: {
    fullScreen: "Schermo intero",
    swap: "Scambia le immagini",
  },

  recording: {
    start: "Registra",
  },

  privacy: {},
};
