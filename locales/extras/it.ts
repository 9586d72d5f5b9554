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
    sharing: "Stai condividendo lo schermo",
    friends: "Schermo dell’altra persona",
    friendShares: "L’altra persona condivide lo schermo",
    zoomHow: "+ e − ingrandiscono e riducono, 0 mostra tutto, le frecce spostano",
    keys: {
      share: "Condividi lo schermo, o smetti",
      zoom: "Ingrandisci lo schermo dell’altra persona; 0 lo mostra tutto",
    },
    problems: {
      "blocked-by-system":
        "Le impostazioni di sistema non permettono al browser di condividere lo schermo.",
      "failed": "La condivisione non è riuscita. Riprova, o scegli altro da condividere.",
      "sound-left-out": "L’audio è escluso: l’altra persona sentirebbe la propria voce.",
    },
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
    fill: "Riempi la finestra",
    fit: "Mostra l’immagine intera",
    snapshot: "Scatta una foto",
    saved: "Salvata come {name}",
  },

  recording: {
    start: "Registra",
  },

  privacy: {},
};
