import type { Messages } from "./messages.ts";

export const it: Messages = {
  language: "Lingua",
  tagline: "Videochiamate per due, e solo due",
  description:
    "Apri la pagina, scrivi il nome di una stanza e parla. Da un browser all’altro, direttamente.",
  needsJavaScript:
    "Duet ha bisogno di JavaScript per usare fotocamera e microfono. Attivalo e ricarica la pagina.",

  titles: {
    permission: "consenti fotocamera e microfono",
    blocked: "servono fotocamera e microfono",
    prompt: "scegli una stanza",
    joining: "ingresso in corso",
    full: "stanza piena",
    waiting: "in attesa",
    connecting: "connessione in corso",
    connected: "in chiamata",
    reconnecting: "riconnessione in corso",
    ended: "chiamata terminata",
  },

  permission: {
    heading: "Prima di tutto, fotocamera e microfono",
    ask: "Il browser ti sta chiedendo il permesso. Scegli «Consenti».",
    why: "Duet è una videochiamata per due: l’altra persona deve poterti vedere e sentire.",
    private:
      "Immagini e voce viaggiano cifrate, e nessun server le conserva. Nessuna delle due viene inviata prima che tu entri in una stanza.",
    helper:
      "Perché due case si trovino, il tuo browser può chiedere a un server STUN pubblico con quale indirizzo è visto. Quel server conosce questo indirizzo: mai la stanza, le tue parole o la tua immagine.",
    nothing: "Non vedi la richiesta? Guarda accanto all’indirizzo della pagina.",
  },

  blocked: {
    headings: {
      both: "Duet non riesce a usare fotocamera e microfono",
      camera: "Duet non riesce a usare la fotocamera",
      microphone: "Duet non riesce a usare il microfono",
    },
    required: "Per una chiamata servono entrambi, fotocamera e microfono.",
    causes: {
      "refused": {
        both: "Il browser non permette a questa pagina di usarli.",
        camera: "Il browser non permette a questa pagina di usare la fotocamera.",
        microphone: "Il browser non permette a questa pagina di usare il microfono.",
      },
      "none-found": {
        both: "Il browser non ha trovato nessuno dei due su questo dispositivo.",
        camera: "Manca la fotocamera: il browser non ne ha trovata nessuna su questo dispositivo.",
        microphone:
          "Manca il microfono: il browser non ne ha trovato nessuno su questo dispositivo.",
      },
      "in-use": {
        both: "Li sta usando un altro programma, oppure hanno smesso di rispondere.",
        camera: "La fotocamera è usata da un altro programma, oppure ha smesso di rispondere.",
        microphone: "Il microfono è usato da un altro programma, oppure ha smesso di rispondere.",
      },
      "blocked-by-system": {
        both: "Le impostazioni di questo dispositivo non permettono al browser di usarli.",
        camera:
          "Le impostazioni di questo dispositivo non permettono al browser di usare la fotocamera.",
        microphone:
          "Le impostazioni di questo dispositivo non permettono al browser di usare il microfono.",
      },
    },
    insecure: "I browser li concedono solo alle pagine sicure, e questa non lo è.",
    steps: "Come rimediare",
    tryAgain: "Riprova",
    trying: "Un attimo…",
    openSecure: "Apri la pagina sicura",
    check: "Controlla questo dispositivo",
  },

  guides: {
    "refused": {
      "chrome": [
        "Fai clic sull’icona a sinistra dell’indirizzo della pagina.",
        "Attiva Fotocamera e Microfono.",
        "Torna qui e premi «Riprova».",
      ],
      "edge": [
        "Fai clic sul lucchetto a sinistra dell’indirizzo della pagina.",
        "Imposta Fotocamera e Microfono su «Consenti».",
        "Torna qui e premi «Riprova».",
      ],
      "firefox": [
        "Fai clic sulla fotocamera o sul microfono barrato accanto all’indirizzo della pagina.",
        "Fai clic sulla × accanto a ogni «Bloccato».",
        "Premi «Riprova» e consenti entrambi quando Firefox te lo chiede.",
      ],
      "safari": [
        "Nella barra dei menu scegli Safari › Impostazioni per questo sito web…",
        "Imposta Fotocamera e Microfono su «Consenti».",
        "Torna qui e premi «Riprova».",
      ],
      "ios-safari": [
        "Tocca il pulsante del menu nella barra degli indirizzi, poi i tre puntini o «Impostazioni sito web».",
        "Imposta Fotocamera e Microfono su «Consenti».",
        "Torna qui e tocca «Riprova».",
      ],
      "ios-other": [
        "Apri l’app Impostazioni e cerca il tuo browser nell’elenco delle app.",
        "Attiva Fotocamera e Microfono.",
        "Torna qui e tocca «Riprova».",
      ],
      "android-chrome": [
        "Tocca l’icona a sinistra dell’indirizzo della pagina, poi «Autorizzazioni».",
        "Attiva Fotocamera e Microfono.",
        "Torna qui e tocca «Riprova».",
      ],
      "other": [
        "Apri le autorizzazioni di questa pagina: di solito c’è un’icona accanto all’indirizzo.",
        "Consenti fotocamera e microfono.",
        "Torna qui e premi «Riprova».",
      ],
    },
    "none-found": {
      desktop: [
        "Collega una fotocamera e un microfono, oppure accendi le cuffie.",
        "Controlla che sul computer non ci sia un interruttore o una copertura che li blocca.",
        "Premi «Riprova».",
      ],
      phone: [
        "Scollega cuffie e altri accessori.",
        "Riavvia il telefono se la fotocamera non funziona nemmeno nelle altre app.",
        "Tocca «Riprova».",
      ],
    },
    "in-use": {
      desktop: [
        "Chiudi gli altri programmi che usano fotocamera o microfono, come Zoom, Teams o FaceTime.",
        "Chiudi le altre schede del browser con una chiamata.",
        "Premi «Riprova». Se non basta, scollega e ricollega la fotocamera o riavvia il browser.",
      ],
      phone: [
        "Termina eventuali telefonate e chiudi le altre app che usano la fotocamera.",
        "Chiudi le altre schede del browser con una chiamata.",
        "Tocca «Riprova».",
      ],
    },
    "blocked-by-system": {
      windows: [
        "Apri Impostazioni › Privacy e sicurezza › Fotocamera.",
        "Attiva «Accesso alla fotocamera» e «Consenti alle app desktop di accedere alla fotocamera».",
        "Fai lo stesso in Microfono.",
        "Torna qui e premi «Riprova».",
      ],
      mac: [
        "Apri Impostazioni di Sistema › Privacy e sicurezza › Fotocamera e attiva il tuo browser.",
        "Fai lo stesso in Microfono.",
        "Riapri il browser se macOS lo chiede, poi premi «Riprova».",
      ],
      linux: [
        "Apri le impostazioni di sistema e cerca Privacy.",
        "Consenti fotocamera e microfono, e controlla che non li disattivi un tasto o un interruttore.",
        "Torna qui e premi «Riprova».",
      ],
      ios: [
        "Apri l’app Impostazioni e cerca il tuo browser nell’elenco delle app.",
        "Attiva Fotocamera e Microfono.",
        "Torna qui e tocca «Riprova».",
      ],
      android: [
        "Apri Impostazioni › App › il tuo browser › Autorizzazioni.",
        "Consenti Fotocamera e Microfono.",
        "Nelle Impostazioni rapide controlla che l’accesso a fotocamera e microfono sia attivo.",
        "Torna qui e tocca «Riprova».",
      ],
      other: [
        "Apri le impostazioni di privacy di questo dispositivo.",
        "Consenti al browser di usare fotocamera e microfono.",
        "Torna qui e premi «Riprova».",
      ],
    },
    "insecure": {
      any: [
        "Apri questa pagina con un indirizzo che comincia con https://",
        "Se non funziona, chiedi a chi gestisce il sito.",
      ],
    },
  },

  prompt: {
    heading: "Quale stanza?",
    explain:
      "Mettetevi d’accordo su un nome. Chi lo scrive per primo apre la stanza, poi entra l’altra persona.",
    invited: "Entra in «{room}»",
    invitedExplain: "Il tuo link porta a questa stanza. Puoi anche scrivere un altro nome.",
    label: "Nome della stanza",
    join: "Entra",
    joining: "Ingresso in corso…",
    cancel: "Annulla",
    suggest: "Suggerisci un nome",
    recent: "Stanze recenti",
    forget: "Togli {room} dall’elenco",
    notices: {
      "cancelled": "Per chiamare serve una stanza. Scrivi un nome per continuare.",
      "blank": "Prima scrivi il nome di una stanza: gli spazi da soli non bastano.",
      "too-long": "Questo nome è troppo lungo: al massimo 64 caratteri.",
      "control-characters": "Questo nome contiene caratteri invisibili. Riscrivilo, per favore.",
      "unavailable": "Il server non risponde. Riprova tra poco.",
      "too-many": "Troppi tentativi di fila.",
      "too-many-retry": "Puoi riprovare {when}.",
    },
  },

  full: {
    message: "«{room}» è piena: ci sono già due persone.",
    another: "Prova un altro nome, o aspetta che si liberi un posto.",
    firstInLine: "Il prossimo posto è tuo.",
    retry: "Un posto potrebbe liberarsi {when}.",
    now: "Forse adesso c’è un posto libero.",
    auto: "Entra in automatico appena si libera un posto",
  },

  waiting: {
    heading: "In attesa dell’altra persona",
    first: "Sei nella stanza. Manda il link a chi vuoi chiamare, o digli il nome della stanza.",
    left: "L’altra persona è uscita. La stanza resta aperta: può tornare con lo stesso link.",
    dropped:
      "L’altra persona ha perso la connessione e non è ancora tornata. La stanza resta aperta.",
    room: "Stanza",
    link: "Link a questa stanza",
    copy: "Copia il link",
    copied: "Link copiato",
    copyFailed: "La copia non è riuscita. Seleziona il link e copialo a mano.",
    share: "Condividi",
    shareText: "Ti aspetto in videochiamata",
    showCode: "Mostra il codice QR",
    hideCode: "Nascondi il codice QR",
    code: "Codice QR del link a questa stanza",
    scan: "Inquadralo con un telefono per entrare",
  },

  newcomer: {
    heading: "È arrivata una persona nuova",
    explain:
      "Nella stanza ha preso il posto di chi parla con te. Se la fai entrare, questa chiamata finisce.",
    letIn: "Fai entrare",
    keepTalking: "Continua a parlare",
    refused: "Non ti hanno fatto entrare",
  },

  call: {
    region: "Chiamata",
    heading: "Chiamata in {room}",
    friend: "L’altra persona",
    you: "Tu",
    controls: "Comandi della chiamata",
    mute: "Disattiva il microfono",
    unmute: "Attiva il microfono",
    cameraOff: "Disattiva la fotocamera",
    cameraOn: "Attiva la fotocamera",
    flipCamera: "Cambia fotocamera",
    leave: "Esci",
    more: "Impostazioni",
    float: "Picture-in-picture",
    floating: "L’immagine dell’altra persona è in una finestra a parte",
    holdToTalk: "tieni premuto Spazio per parlare",
    youAreMuted: "Il tuo microfono è disattivato",
    yourCameraIsOff: "La tua fotocamera è disattivata",
    moveSelf: "Sposta la tua immagine",
    moveSelfHow: "Usa i tasti freccia",
    hideSelf: "Nascondi la tua immagine",
    showSelf: "Mostra la tua immagine",
    lasted: "Durata della chiamata",
  },

  status: {
    asking: "Stiamo chiedendo se puoi entrare",
    connecting: "L’altra persona è qui. Collegamento in corso…",
    reconnecting: "Riconnessione…",
    away: "L’altra persona ha perso la connessione. Aspettiamo che torni…",
    weak: "Connessione debole",
    offline: "Il server non risponde; la chiamata continua",
    offlineWaiting: "Il server non risponde. Nuovo tentativo…",
    offlineReconnecting: "Hai perso la connessione. Riconnessione…",
    friendMuted: "L’altra persona ha il microfono disattivato",
    friendCameraOff: "L’altra persona ha la fotocamera disattivata",
    friendVideoPaused: "La connessione dell’altra persona è debole: per ora, solo voce",
  },

  notices: {
    replaced: {
      camera: "La fotocamera si è scollegata. Ora usi {label}.",
      microphone: "Il microfono si è scollegato. Ora usi {label}.",
    },
    lost: {
      camera: "La fotocamera si è scollegata: l’altra persona non ti vede.",
      microphone: "Il microfono si è scollegato: l’altra persona non ti sente.",
    },
    silent: {
      camera: "Il sistema ha messo in pausa la fotocamera.",
      microphone: "Il sistema ha messo in pausa il microfono.",
    },
    revoked: {
      camera: "Il browser non permette più a Duet di usare la fotocamera.",
      microphone: "Il browser non permette più a Duet di usare il microfono.",
    },
    resume: "Riprendi",
    askAgain: "Chiedi di nuovo",
    tapToHear: "Tocca per sentire l’altra persona",
    speakingWhileMuted: "Stai parlando, ma il tuo microfono è disattivato.",
    videoPaused: "La tua connessione è debole: la tua immagine è in pausa, la voce continua.",
    noPath:
      "Non c’è una via dalla tua rete a quella dell’altra persona. Riprova, o usa un’altra rete, per esempio quella del telefono.",
    tryAgain: "Riprova",
    newPerson: "È arrivata un’altra persona: i messaggi di prima non sono per lei.",
    outdated: "Questa pagina non è aggiornata",
    reload: "Ricarica",
    flooded: "L’altra persona manda troppi messaggi; alcuni sono stati scartati.",
  },

  chat: {
    heading: "Messaggi",
    label: "Messaggio",
    send: "Invia",
    empty: "Ancora nessun messaggio",
    emptyHint:
      "I messaggi vanno dritti all’altra persona, restano solo in questa pagina e spariscono quando esci.",
    news: "Nuovo messaggio: {text}",
    unread: "Messaggi non letti",
    earlier: "Mostra i precedenti",
    undelivered: "Non consegnato",
    later: "Quello che scrivi arriva appena torna la connessione.",
    alone: "Potrai scrivere di nuovo quando l’altra persona torna.",
  },

  verify: {
    heading: "Verifica la chiamata",
    explain: "Leggetevele a vicenda. Se vedete entrambi le stesse cinque, nessuno è in mezzo.",
    make: "Mostra il codice",
    making: "Preparo il codice…",
    match: "Coincidono",
    differ: "Non coincidono",
    differHint: "Se non coincidono, la chiamata finisce.",
    said: "Manca la conferma dell’altra persona.",
    verified: "Verificata: avete visto entrambi lo stesso codice.",
    inherited: "Verificata: siete ancora le due persone che hanno confrontato i codici.",
    limit: "Non può proteggerti da un server che invia altro software al tuo browser.",
  },

  settings: {
    heading: "Impostazioni",
    lowData: "Risparmio dati",
    lowDataHint: "Immagine più piccola, per connessioni lente o costose",
    selfView: "Mostra la tua immagine",
    shortcuts: "Scorciatoie a un tasto",
    shortcutsHint: "Tasti che funzionano senza Ctrl e Alt, mai mentre scrivi",
    close: "Chiudi",
  },

  keys: {
    heading: "Scorciatoie da tastiera",
    mute: "Disattiva o attiva il microfono",
    camera: "Disattiva o attiva la fotocamera",
    talk: "Parla a microfono disattivato, finché lo tieni premuto",
    space: "Spazio",
    self: "Nascondi o mostra la tua immagine",
    messages: "Messaggi",
    float: "Picture-in-picture",
    copy: "Copia il link, mentre aspetti",
    list: "Questo elenco",
    escape: "Chiudi ciò che è aperto",
  },

  figures: {
    heading: "Connessione",
    quality: "Qualità",
    marks: { good: "Buona", fair: "Discreta", poor: "Scarsa" },
    mark: "Connessione: {mark}",
    unknown: "ancora da misurare",
    roundTrip: "Andata e ritorno",
    loss: "Pacchetti persi",
    received: "In arrivo",
    sent: "In uscita",
    picture: "Immagine",
    pictureRate: "{size}, {rate} fps",
    codecs: "Codec",
    route: "Percorso",
    direct: "Diretto",
    relayed: "Con un server intermedio",
    none: "–",
    encrypted:
      "Immagini e voce viaggiano cifrate. Confrontate i codici per sapere se c’è qualcuno in mezzo.",
  },

  ended: {
    left: "Hai lasciato la chiamata",
    forged: "I codici non coincidono",
    forgedHint: "Forse c’è qualcuno in mezzo: la chiamata è terminata.",
    elsewhere: "La chiamata continua in un’altra finestra",
    elsewhereHint:
      "Questa stanza è stata riaperta in questo browser, perciò questa pagina ha ceduto il posto.",
    lasted: "Durata: {duration}",
    callAgain: "Richiama",
    takeBack: "Continua qui",
    otherRoom: "Un’altra stanza",
  },

  errors: {
    notFound: "Qui non c’è niente",
    notFoundHint:
      "Forse c’è un errore nell’indirizzo. Le chiamate cominciano dalla pagina iniziale.",
    failed: "Qualcosa è andato storto",
    failedHint: "È colpa nostra. Riprova tra poco.",
    home: "Vai alla pagina iniziale",
  },

  names: {
    pattern: "{noun}-{adjective}",
    adjectives:
      "allegro ambrato antico argentato azzurro bianco brillante buffo calmo caro chiaro cordiale curioso dolce dorato fedele felice fiorito fresco gentile giallo giocoso gioioso grande lento lieto luminoso mattiniero nuovo piccolo quieto ridente rosso saggio sereno sincero tenero tranquillo verde vivace",
    nouns:
      "abete acero airone aquilone bosco canarino castagno castello cavallo cedro ciclamino delfino falco faro fiume flauto gabbiano gatto gelsomino giardino girasole grillo lago lampone larice limone mare melo merlo mirtillo monte mulino olivo papavero pino ponte porto riccio ruscello salice sentiero tamburo tiglio trifoglio tulipano vento violino",
  },
};
