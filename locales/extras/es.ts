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
    heading: "Archivos",
    hide: "Ocultar los archivos",
    drop: "Suelta aquí para enviar",
    accept: "Aceptar",
    decline: "Rechazar",
    cancel: "Cancelar",
    save: "Guardar",
    choose: "Elegir el archivo otra vez",
    remove: "Quitar de la lista",
    from: { me: "tuyo", friend: "de la otra persona" },
    progress: "{done} de {size}",
    phases: {
      offeredByMe: "Esperando a que la otra persona acepte",
      preparing: "Preparando…",
      waiting: "Sigue cuando volváis a estar conectados",
      lost: "Esta página se ha recargado",
      other: "Era otro archivo, o ha cambiado",
      lostByFriend: "La otra persona tiene que elegirlo otra vez",
      arrived: "Ha llegado",
      unsaved: "Guárdalo antes de salir",
      saved: "Guardado",
      declinedByMe: "Lo has rechazado",
      declinedByFriend: "La otra persona lo ha rechazado",
      cancelledByMe: "Lo has cancelado",
      cancelledByFriend: "La otra persona lo ha cancelado",
    },
    failures: {
      unreadable: "Quien lo envía ya no puede leerlo",
      full: "En el dispositivo de quien lo recibe no hay sitio",
      altered: "Ha llegado dañado: no se ha guardado nada",
      broken: "Las dos páginas no se han entendido",
    },
    places: {
      memory: "Se queda en esta pestaña hasta que lo guardes",
      picked: "El navegador pregunta dónde guardarlo",
      none: "Demasiado grande para este navegador",
    },
    news: {
      offered: "La otra persona quiere enviarte {name} ({size})",
      arrived: "Ha llegado {name}",
      delivered: "La otra persona tiene {name}",
      declined: "La otra persona ha rechazado {name}",
      cancelled: "La otra persona ha cancelado {name}",
      failed: "No se ha podido enviar {name}",
    },
    refused: {
      tooLarge: "{name} es demasiado grande: {limit} como máximo",
      tooMany: "{name} no se ha ofrecido: {limit} archivos a la vez como máximo",
    },
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
