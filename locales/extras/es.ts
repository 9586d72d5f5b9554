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
    stop: "Detener la grabación",
    mine: "Grabando",
    asking: "Avisando a la otra persona…",
    theirs: "La otra persona está grabando",
    kept: "Hay una grabación del {time} ({length}) en este dispositivo.",
    saved: "La grabación está en tus descargas.",
    save: "Guardar la grabación",
    decline: "Eliminar",
    declineSure: "Eliminar definitivamente",
    keep: "Conservar",
    done: "Cerrar",
    ends: {
      saved: "La grabación se ha detenido.",
      "disk-full": "La grabación se ha detenido: no queda espacio en este dispositivo.",
      failed: "La grabación se ha detenido: este navegador no puede continuarla.",
      "call-over": "La grabación terminó con la llamada.",
      "friend-gone": "La grabación terminó porque la otra persona ya no está.",
      unseen:
        "No se está grabando nada: la página de la otra persona no confirmó que muestra el aviso.",
    },
  },

  verify: {
    verified: "Verificada",
    silent: "La página de la otra persona no responde. Inténtalo de nuevo.",
    unproven:
      "Sin verificar: en una conexión anterior comparasteis los códigos, pero nada demuestra que esta siga siendo entre vosotros dos. Puede que la otra persona haya vuelto a abrir la página, o que haya alguien en medio. Comparad otra vez.",
    changed: "Esta conexión aún no está verificada, aunque una anterior sí lo estaba.",
    again: "Comparar los códigos",
  },

  privacy: {},
};
