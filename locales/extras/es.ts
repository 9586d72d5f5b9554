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
    sharing: "Estás compartiendo tu pantalla",
    friends: "Pantalla de la otra persona",
    friendShares: "La otra persona comparte su pantalla",
    zoomHow: "+ y − acercan y alejan, 0 la muestra entera, las flechas la mueven",
    keys: {
      share: "Compartir tu pantalla, o dejar de hacerlo",
      zoom: "Ampliar la pantalla de la otra persona; 0 la muestra entera",
    },
    problems: {
      "blocked-by-system":
        "Los ajustes del sistema no permiten que el navegador comparta la pantalla.",
      "failed": "No se pudo compartir. Inténtalo de nuevo o elige otra cosa.",
      "sound-left-out": "El sonido no se envía: la otra persona se oiría a sí misma.",
    },
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
    fill: "Llenar la ventana",
    fit: "Mostrar la imagen entera",
    snapshot: "Hacer una foto",
    saved: "Guardada como {name}",
  },

  recording: {
    start: "Grabar",
  },

  privacy: {},
};
