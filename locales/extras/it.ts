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
    stop: "Interrompi la registrazione",
    mine: "Registrazione in corso",
    asking: "Avviso l’altra persona…",
    theirs: "L’altra persona sta registrando",
    kept: "Su questo dispositivo c’è una registrazione del {time} ({length}).",
    saved: "La registrazione è tra i tuoi download.",
    save: "Salva la registrazione",
    decline: "Elimina",
    declineSure: "Elimina definitivamente",
    keep: "Conserva",
    done: "Chiudi",
    ends: {
      saved: "La registrazione è stata interrotta.",
      "disk-full": "La registrazione si è interrotta: su questo dispositivo non c’è più spazio.",
      failed: "La registrazione si è interrotta: questo browser non riesce a proseguire.",
      "call-over": "La registrazione è terminata con la chiamata.",
      "friend-gone": "La registrazione è terminata: l’altra persona non c’è più.",
      unseen:
        "Non viene registrato nulla: la pagina dell’altra persona non ha confermato di mostrare l’avviso.",
    },
  },

  verify: {
    verified: "Verificata",
    silent: "La pagina dell’altra persona non risponde. Riprova.",
    unproven:
      "Non verificata: avete confrontato i codici in una connessione precedente, ma nulla prova che anche questa sia tra voi due. Forse l’altra persona ha riaperto la pagina, o forse c’è qualcuno in mezzo. Confrontate di nuovo.",
    changed: "Questa connessione non è ancora verificata, anche se una precedente lo era.",
    again: "Confronta i codici",
  },

  privacy: {},
};
