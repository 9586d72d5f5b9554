import type { CheckMessages } from "./messages.ts";

export const es: CheckMessages = {
  title: "¿Funciona aquí?",
  explain:
    "Esta página prueba todo lo que necesita una llamada, en este dispositivo y en esta red.",
  start: "Empezar la prueba",
  again: "Probar otra vez",
  camera: "El navegador pedirá la cámara y el micrófono. No se graba ni se envía nada.",
  running: "Probando…",
  done: "Listo.",
  back: "A la llamada",
  copy: "Copiar el informe",
  copied: "Copiado. No contiene direcciones, salas ni nombres.",
  notCopied: "El navegador no permite copiar. Selecciona el texto de abajo.",
  report: "Informe",
  states: {
    waiting: "aún sin probar",
    running: "probando",
    ok: "bien",
    failed: "mal",
    omitted: "omitido",
  },
  checks: {
    "browser": "Navegador",
    "camera": "Cámara",
    "microphone": "Micrófono",
    "loudspeaker": "Altavoz",
    "socket": "Conexión con este sitio",
    "stun": "Tu dirección para una llamada directa (STUN)",
    "turn-udp": "Relé por UDP",
    "turn-tcp": "Relé por TCP",
    "turn-tls": "Relé por TLS",
    "loop": "Una llamada a ti mismo a través del relé",
  },
  problems: {
    "insecure":
      "Los navegadores solo dan cámara y micrófono a páginas seguras. Abre este sitio con https://.",
    "unsupported": "Este navegador no puede hacer videollamadas. Usa uno actual.",
    "refused":
      "El navegador o el sistema no lo permite. Pulsa el símbolo junto a la dirección de la página, permítelo y prueba otra vez.",
    "none-found": "No se encontró ninguno. Conéctalo o enciéndelo y prueba otra vez.",
    "in-use": "No arranca. Cierra otros programas que lo usen y prueba otra vez.",
    "silent": "Está, pero no da nada. Busca un interruptor o una tapa, o elige otro.",
    "unheard": "Sube el volumen y elige la salida correcta en los ajustes de sonido del sistema.",
    "no-socket":
      "No hay conexión duradera con este sitio. Desactiva el proxy o la VPN, o prueba otra red.",
    "no-stun": "Tu red no deja pasar respuestas. Aquí las llamadas necesitan el relé, u otra red.",
    "no-turn": "Este camino al relé está bloqueado. Basta con uno que funcione.",
    "no-path": "El relé responde, pero los datos no vuelven. Avisa a quien lleva este sitio.",
    "slow": "El camino es lento: la imagen cederá ante la voz. Acércate al wifi.",
  },
  omissions: {
    "not-offered": "Este sitio no lo ofrece.",
    "before-failed": "Antes falló algo que necesita.",
  },
  speed: "{kbps} kbit por segundo",
  speedAndTime: "{kbps} kbit/s, {ms} ms de ida y vuelta",
  tone: {
    play: "Reproducir un sonido",
    playing: "Reproduciendo…",
    ask: "¿Lo has oído?",
    yes: "Lo he oído",
    no: "No he oído nada",
  },
};
