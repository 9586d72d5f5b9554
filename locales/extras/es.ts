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
    autoGainHint: "Mantiene tu voz siempre al mismo volumen",
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

  hearing: {
    toFriend: {
      microphone: "Tu micrófono solo transmite silencio: la otra persona no te oye.",
      "voice-lost": "Tu voz no llega a la otra persona. Recargar la página suele ayudar.",
      "sound-blocked":
        "El sonido de la otra persona está bloqueado: no te oirá hasta que pulse el botón de su página.",
      camera: "Tu cámara no da imagen: la otra persona no te ve.",
      "picture-black":
        "La otra persona solo ve negro. Puede que tu cámara esté tapada o que la use otro programa.",
      "picture-lost": "Tu imagen no llega a la otra persona. Recargar la página suele ayudar.",
    },
    fromFriend: {
      microphone:
        "El micrófono de la otra persona solo transmite silencio. Su página le dice qué hacer.",
      "voice-lost": "La voz de la otra persona no te llega. Recargar la página suele ayudar.",
      camera: "La cámara de la otra persona no da imagen. Su página le dice qué hacer.",
      "picture-black":
        "La cámara de la otra persona solo muestra negro. Su página le dice qué hacer.",
      "picture-lost": "La imagen de la otra persona no te llega. Recargar la página suele ayudar.",
    },
    check: {
      microphone: "Revisar el micrófono",
      camera: "Revisar la cámara",
    },
  },

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
    youReacted: "Tú: {sign}",
    friendReacted: "La otra persona: {sign}",
    writing: "La otra persona está escribiendo…",
    delivered: "Entregado",
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
