import type { ExtraMessages } from "./messages.ts";

export const es: ExtraMessages = {
  more: {
    heading: "Más",
  },

  devices: {
    heading: "Cámara y sonido",
    camera: "Cámara",
    microphone: "Micrófono",
    speaker: "Altavoz",
    level: "Nivel del micrófono",
    testSound: "Reproducir un sonido de prueba",
    noiseSuppression: "Supresión de ruido",
    echoCancellation: "Cancelación de eco",
    autoGain: "Volumen automático",
    autoGainHint: "Mantiene tu voz a un volumen parejo",
    standard: "El predeterminado del sistema",
    otherSpeaker: "Elegir otro altavoz",
    none: "No se encontró ninguno",
    numbered: {
      camera: "Cámara {number}",
      microphone: "Micrófono {number}",
      speaker: "Altavoz {number}",
    },
    missing: "{label} no está conectado. Se volverá a usar cuando lo esté.",
    closed: "{label} no se abre: quizá lo esté usando otro programa.",
  },

  hearing: {},

  share: {
    start: "Compartir tu pantalla",
    stop: "Dejar de compartir",
  },

  files: {
    send: "Enviar un archivo",
  },

  talk: {
    react: "Reaccionar",
    signs: ["Pulgar arriba", "Corazón", "Risa", "Sorpresa", "Aplauso", "Fiesta"],
  },

  pictures: {
    fullScreen: "Pantalla completa",
    swap: "Intercambiar las imágenes",
  },

  recording: {
    start: "Grabar",
  },

  privacy: {
    who:
      "Puede entrar cualquiera que sepa este nombre, dos personas como máximo. El servidor conoce el nombre y vuestras direcciones de red, pero no lo que decís ni lo que mostráis.",
    guessable:
      "Este nombre es fácil de adivinar: podría entrar otra persona. Uno sugerido es más seguro.",
    guessableRoom:
      "Este nombre es fácil de adivinar. En los ajustes puedes elegir que se te pregunte antes de que entre alguien.",
    askFirst: "Preguntar antes de dejar entrar",
    askFirstHint: "Quien llegue mientras esperas se queda fuera hasta que aceptes",
    wants: "Alguien quiere entrar",
    wantsExplain: "Todavía no puede verte ni oírte.",
    keepOut: "No dejar entrar",
  },
};
