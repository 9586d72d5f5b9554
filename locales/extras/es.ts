import type { ExtraMessages } from "./messages.ts";

export const es: ExtraMessages = {
  more: {
    heading: "Más",
  },

  devices: {
    heading: "Cámara y sonido",
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

  privacy: {},
};
