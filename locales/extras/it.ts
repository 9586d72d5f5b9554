import type { ExtraMessages } from "./messages.ts";

export const it: ExtraMessages = {
  more: {
    heading: "Altro",
  },

  devices: {
    heading: "Videocamera e audio",
    camera: "Videocamera",
    microphone: "Microfono",
    speaker: "Altoparlante",
    level: "Livello del microfono",
    testSound: "Riproduci un suono di prova",
    noiseSuppression: "Riduzione del rumore",
    echoCancellation: "Cancellazione dell’eco",
    autoGain: "Volume automatico",
    autoGainHint: "Rende la tua voce più uniforme",
    standard: "Predefinito del sistema",
    otherSpeaker: "Scegli un altro altoparlante",
    none: "Nessun dispositivo trovato",
    numbered: {
      camera: "Videocamera {number}",
      microphone: "Microfono {number}",
      speaker: "Altoparlante {number}",
    },
    missing: "{label} non è collegato. Sarà usato di nuovo appena lo ricolleghi.",
    closed: "{label} non si attiva: forse lo sta usando un altro programma.",
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

  privacy: {
    who:
      "Può entrare chiunque conosca questo nome, al massimo due persone. Il server conosce il nome e i vostri indirizzi di rete, ma non quello che dite o mostrate.",
    guessable:
      "Questo nome è facile da indovinare: potrebbe entrare qualcun altro. Uno suggerito è più sicuro.",
    guessableRoom:
      "Questo nome è facile da indovinare. Nelle impostazioni puoi scegliere di decidere tu chi entra.",
    askFirst: "Chiedi prima di far entrare",
    askFirstHint: "Chi arriva mentre aspetti resta fuori finché non dai il consenso",
    wants: "Qualcuno vuole entrare",
    wantsExplain: "Non può ancora vederti né sentirti.",
    keepOut: "Non far entrare",
  },
};
