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
    heading: "File",
    hide: "Nascondi i file",
    drop: "Rilascia qui per inviare",
    accept: "Accetta",
    decline: "Rifiuta",
    cancel: "Annulla",
    save: "Salva",
    choose: "Scegli di nuovo il file",
    remove: "Togli dall’elenco",
    from: { me: "da te", friend: "dall’altra persona" },
    progress: "{done} di {size}",
    phases: {
      offeredByMe: "In attesa che l’altra persona accetti",
      preparing: "Preparazione…",
      waiting: "Riprende quando siete di nuovo collegati",
      lost: "Questa pagina è stata ricaricata",
      other: "Era un altro file, oppure è cambiato",
      lostByFriend: "L’altra persona deve sceglierlo di nuovo",
      arrived: "Arrivato",
      unsaved: "Salvalo prima di uscire",
      saved: "Salvato",
      declinedByMe: "Lo hai rifiutato",
      declinedByFriend: "L’altra persona lo ha rifiutato",
      cancelledByMe: "Lo hai annullato",
      cancelledByFriend: "L’altra persona lo ha annullato",
    },
    failures: {
      unreadable: "Chi lo invia non riesce più a leggerlo",
      full: "Sul dispositivo di chi lo riceve non c’è spazio",
      altered: "È arrivato danneggiato: non ne è rimasto nulla",
      broken: "Le due pagine non si sono capite",
    },
    places: {
      memory: "Resta in questa scheda finché non lo salvi",
      picked: "Il browser chiede dove salvarlo",
      none: "Troppo grande per questo browser",
    },
    news: {
      offered: "L’altra persona vuole inviarti {name} ({size})",
      arrived: "{name} è arrivato",
      delivered: "L’altra persona ha ricevuto {name}",
      declined: "L’altra persona ha rifiutato {name}",
      cancelled: "L’altra persona ha annullato {name}",
      failed: "Non è stato possibile inviare {name}",
    },
    refused: {
      tooLarge: "{name} è troppo grande: al massimo {limit}",
      tooMany: "{name} non è stato proposto: al massimo {limit} file alla volta",
    },
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
