import type { ExtraMessages } from "./messages.ts";

export const it: ExtraMessages = {
  more: {
    heading: "Altro",
  },

  devices: {
    heading: "Fotocamera e audio",
    camera: "Fotocamera",
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
      camera: "Fotocamera {number}",
      microphone: "Microfono {number}",
      speaker: "Altoparlante {number}",
    },
    missing: "{label} non è collegato. Sarà usato di nuovo appena lo ricolleghi.",
    closed: "{label} non si attiva: forse lo sta usando un altro programma.",
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
