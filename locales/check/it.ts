import type { CheckMessages } from "./messages.ts";

export const it: CheckMessages = {
  title: "Qui funziona?",
  explain:
    "Questa pagina prova tutto ciò che serve a una chiamata, su questo dispositivo e in questa rete.",
  start: "Avvia la verifica",
  again: "Verifica di nuovo",
  camera: "Il browser chiederà fotocamera e microfono. Nulla viene registrato o inviato.",
  running: "Verifica in corso…",
  done: "Fatto.",
  back: "Alla chiamata",
  copy: "Copia il resoconto",
  copied: "Copiato. Non contiene indirizzi, stanze o nomi.",
  notCopied: "Il browser non permette di copiare. Seleziona il testo qui sotto.",
  report: "Resoconto",
  states: {
    waiting: "non ancora verificato",
    running: "in corso",
    ok: "a posto",
    failed: "non va",
    omitted: "tralasciato",
  },
  checks: {
    "browser": "Browser",
    "camera": "Fotocamera",
    "microphone": "Microfono",
    "loudspeaker": "Altoparlante",
    "socket": "Collegamento a questo sito",
    "stun": "Il tuo indirizzo per una chiamata diretta (STUN)",
    "turn-udp": "Relay via UDP",
    "turn-tcp": "Relay via TCP",
    "turn-tls": "Relay via TLS",
    "loop": "Una chiamata a te stesso attraverso il relay",
  },
  problems: {
    "insecure":
      "I browser danno fotocamera e microfono solo alle pagine sicure. Apri questo sito con https://.",
    "unsupported": "Questo browser non può fare videochiamate. Usane uno aggiornato.",
    "refused":
      "Il browser o il sistema non lo permette. Tocca il simbolo accanto all’indirizzo della pagina, consenti e verifica di nuovo.",
    "none-found": "Non ne è stato trovato nessuno. Collegalo o accendilo e verifica di nuovo.",
    "in-use": "Non parte. Chiudi gli altri programmi che lo usano e verifica di nuovo.",
    "silent":
      "C’è, ma non dà nulla. Cerca un interruttore o un coperchio, oppure scegline un altro.",
    "unheard": "Alza il volume e scegli l’uscita giusta nelle impostazioni audio del sistema.",
    "no-socket":
      "Nessun collegamento duraturo a questo sito. Disattiva proxy o VPN, o prova un’altra rete.",
    "no-stun":
      "La tua rete non lascia passare risposte. Qui le chiamate hanno bisogno del relay, o di un’altra rete.",
    "no-turn": "Questa via verso il relay è bloccata. Ne basta una che funzioni.",
    "no-path": "Il relay risponde, ma i dati non tornano. Dillo a chi gestisce questo sito.",
    "slow": "La via è lenta: l’immagine cederà il posto alla voce. Avvicinati al Wi-Fi.",
  },
  omissions: {
    "not-offered": "Questo sito non lo offre.",
    "before-failed": "Qualcosa di necessario non è riuscito prima.",
  },
  speed: "{kbps} kbit al secondo",
  speedAndTime: "{kbps} kbit/s, {ms} ms andata e ritorno",
  tone: {
    play: "Riproduci un suono",
    playing: "In riproduzione…",
    ask: "L’hai sentito?",
    yes: "L’ho sentito",
    no: "Non ho sentito nulla",
  },
};
