import type { ExtraMessages } from "./messages.ts";

export const it: ExtraMessages = {
  more: {
    heading: "Altro",
  },

  devices: {
    heading: "Videocamera e audio",
  },

  hearing: {
    toFriend: {
      microphone: "Il tuo microfono trasmette solo silenzio: l’altra persona non ti sente.",
      "voice-lost": "La tua voce non arriva all’altra persona. Spesso basta ricaricare la pagina.",
      "sound-blocked":
        "L’audio dell’altra persona è bloccato: non ti sente finché non preme il pulsante sulla sua pagina.",
      camera: "La tua fotocamera non dà immagini: l’altra persona non ti vede.",
      "picture-black":
        "L’altra persona vede solo nero. Forse la fotocamera è coperta o la usa un altro programma.",
      "picture-lost":
        "La tua immagine non arriva all’altra persona. Spesso basta ricaricare la pagina.",
    },
    fromFriend: {
      microphone:
        "Il microfono dell’altra persona trasmette solo silenzio. La sua pagina le dice che cosa fare.",
      "voice-lost": "La voce dell’altra persona non ti arriva. Spesso basta ricaricare la pagina.",
      camera:
        "La fotocamera dell’altra persona non dà immagini. La sua pagina le dice che cosa fare.",
      "picture-black":
        "La fotocamera dell’altra persona mostra solo nero. La sua pagina le dice che cosa fare.",
      "picture-lost":
        "L’immagine dell’altra persona non ti arriva. Spesso basta ricaricare la pagina.",
    },
    check: {
      microphone: "Controlla il microfono",
      camera: "Controlla la fotocamera",
    },
  },

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
    youReacted: "Tu: {sign}",
    friendReacted: "L’altra persona: {sign}",
    writing: "L’altra persona sta scrivendo…",
    delivered: "Consegnato",
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
