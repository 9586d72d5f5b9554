import type { Messages } from "./messages.ts";

export const es: Messages = {
  language: "Idioma",
  tagline: "Videollamadas para dos, ni una persona más",
  description:
    "Abre la página, escribe el nombre de una sala y habla. Directo de navegador a navegador.",
  needsJavaScript:
    "Duet necesita JavaScript para usar tu cámara y tu micrófono. Actívalo y recarga la página.",

  titles: {
    permission: "permite la cámara y el micrófono",
    blocked: "hacen falta cámara y micrófono",
    prompt: "elige una sala",
    joining: "entrando",
    full: "sala llena",
    waiting: "esperando",
    connecting: "conectando",
    connected: "en llamada",
    reconnecting: "reconectando",
    ended: "llamada terminada",
  },

  permission: {
    heading: "Primero, tu cámara y tu micrófono",
    ask: "El navegador te los está pidiendo ahora. Elige «Permitir».",
    why: "Duet es una videollamada para dos: la otra persona tiene que poder verte y oírte.",
    private:
      "La imagen y la voz viajan cifradas, y ningún servidor las guarda. Ninguna de las dos se envía antes de que entres en una sala.",
    helper:
      "Para que dos casas se encuentren, tu navegador puede preguntar a un servidor STUN público con qué dirección se le ve. Ese servidor conoce esa dirección: nunca la sala, tus palabras ni tu imagen.",
    nothing: "¿No ves la petición? Mira junto a la dirección de la página.",
  },

  blocked: {
    headings: {
      both: "Duet no puede usar tu cámara ni tu micrófono",
      camera: "Duet no puede usar tu cámara",
      microphone: "Duet no puede usar tu micrófono",
    },
    required: "Para una llamada hacen falta los dos: cámara y micrófono.",
    causes: {
      "refused": {
        both: "El navegador no deja que esta página los use.",
        camera: "El navegador no deja que esta página use la cámara.",
        microphone: "El navegador no deja que esta página use el micrófono.",
      },
      "none-found": {
        both: "El navegador no ha encontrado ninguno de los dos en este dispositivo.",
        camera: "Falta la cámara: el navegador no ha encontrado ninguna en este dispositivo.",
        microphone:
          "Falta el micrófono: el navegador no ha encontrado ninguno en este dispositivo.",
      },
      "in-use": {
        both: "Otro programa los está usando, o han dejado de responder.",
        camera: "Otro programa está usando la cámara, o la cámara ha dejado de responder.",
        microphone:
          "Otro programa está usando el micrófono, o el micrófono ha dejado de responder.",
      },
      "blocked-by-system": {
        both: "Los ajustes de este dispositivo no dejan que el navegador los use.",
        camera: "Los ajustes de este dispositivo no dejan que el navegador use la cámara.",
        microphone: "Los ajustes de este dispositivo no dejan que el navegador use el micrófono.",
      },
    },
    insecure: "Los navegadores solo los permiten en páginas seguras, y esta no lo es.",
    steps: "Cómo arreglarlo",
    tryAgain: "Reintentar",
    trying: "Reintentando…",
    openSecure: "Abrir la página segura",
    check: "Comprobar este dispositivo",
  },

  guides: {
    "refused": {
      "chrome": [
        "Haz clic en el icono a la izquierda de la dirección de la página.",
        "Activa Cámara y Micrófono.",
        "Vuelve aquí y pulsa «Reintentar».",
      ],
      "edge": [
        "Haz clic en el candado a la izquierda de la dirección de la página.",
        "Pon Cámara y Micrófono en «Permitir».",
        "Vuelve aquí y pulsa «Reintentar».",
      ],
      "firefox": [
        "Haz clic en la cámara o el micrófono tachado junto a la dirección de la página.",
        "Haz clic en la × junto a cada «Bloqueado».",
        "Pulsa «Reintentar» y permite los dos cuando Firefox lo pregunte.",
      ],
      "safari": [
        "En la barra de menús elige Safari › Ajustes para este sitio web…",
        "Pon Cámara y Micrófono en «Permitir».",
        "Vuelve aquí y pulsa «Reintentar».",
      ],
      "ios-safari": [
        "Toca el botón de menú de la barra de direcciones y después los tres puntos o «Ajustes del sitio web».",
        "Pon Cámara y Micrófono en «Permitir».",
        "Vuelve aquí y toca «Reintentar».",
      ],
      "ios-other": [
        "Abre la app Ajustes y busca tu navegador en la lista de apps.",
        "Activa Cámara y Micrófono.",
        "Vuelve aquí y toca «Reintentar».",
      ],
      "android-chrome": [
        "Toca el icono a la izquierda de la dirección de la página y después «Permisos».",
        "Activa Cámara y Micrófono.",
        "Vuelve aquí y toca «Reintentar».",
      ],
      "other": [
        "Abre los permisos de esta página: suele haber un icono junto a la dirección.",
        "Permite la cámara y el micrófono.",
        "Vuelve aquí y pulsa «Reintentar».",
      ],
    },
    "none-found": {
      desktop: [
        "Conecta una cámara y un micrófono, o enciende tus auriculares.",
        "Comprueba que no haya en el equipo un interruptor o una tapa que los bloquee.",
        "Pulsa «Reintentar».",
      ],
      phone: [
        "Desconecta los auriculares y otros accesorios.",
        "Reinicia el móvil si la cámara tampoco funciona en otras apps.",
        "Toca «Reintentar».",
      ],
    },
    "in-use": {
      desktop: [
        "Cierra los programas que usen la cámara o el micrófono, como Zoom, Teams o FaceTime.",
        "Cierra las pestañas del navegador que tengan otra llamada.",
        "Pulsa «Reintentar». Si sigue igual, desconecta y vuelve a conectar la cámara, o reinicia el navegador.",
      ],
      phone: [
        "Termina cualquier llamada telefónica y cierra las apps que usen la cámara.",
        "Cierra las pestañas del navegador que tengan otra llamada.",
        "Toca «Reintentar».",
      ],
    },
    "blocked-by-system": {
      windows: [
        "Abre Configuración › Privacidad y seguridad › Cámara.",
        "Activa «Acceso a la cámara» y «Permitir que las aplicaciones de escritorio accedan a la cámara».",
        "Haz lo mismo en Micrófono.",
        "Vuelve aquí y pulsa «Reintentar».",
      ],
      mac: [
        "Abre Ajustes del Sistema › Privacidad y seguridad › Cámara y activa tu navegador.",
        "Haz lo mismo en Micrófono.",
        "Vuelve a abrir el navegador si macOS lo pide y pulsa «Reintentar».",
      ],
      linux: [
        "Abre la configuración del sistema y busca Privacidad.",
        "Permite la cámara y el micrófono, y comprueba que no los apague una tecla o un interruptor.",
        "Vuelve aquí y pulsa «Reintentar».",
      ],
      ios: [
        "Abre la app Ajustes y busca tu navegador en la lista de apps.",
        "Activa Cámara y Micrófono.",
        "Vuelve aquí y toca «Reintentar».",
      ],
      android: [
        "Abre Ajustes › Aplicaciones › tu navegador › Permisos.",
        "Permite Cámara y Micrófono.",
        "En los ajustes rápidos, comprueba que el acceso a la cámara y al micrófono esté activado.",
        "Vuelve aquí y toca «Reintentar».",
      ],
      other: [
        "Abre los ajustes de privacidad de este dispositivo.",
        "Permite que tu navegador use la cámara y el micrófono.",
        "Vuelve aquí y pulsa «Reintentar».",
      ],
    },
    "insecure": {
      any: [
        "Abre esta página con una dirección que empiece por https://",
        "Si no funciona, pregunta a quien administra este sitio web.",
      ],
    },
  },

  prompt: {
    heading: "¿En qué sala?",
    explain:
      "Acuerda un nombre con la otra persona. Quien lo escriba primero abre la sala; la otra entra después.",
    invited: "Entrar en «{room}»",
    invitedExplain: "Tu enlace lleva a esta sala. También puedes escribir otro nombre.",
    label: "Nombre de la sala",
    join: "Entrar",
    joining: "Entrando…",
    cancel: "Cancelar",
    suggest: "Sugerir un nombre",
    recent: "Salas recientes",
    forget: "Quitar {room} de la lista",
    notices: {
      "cancelled": "Para llamar hace falta una sala. Escribe un nombre para seguir.",
      "blank": "Primero escribe el nombre de una sala: los espacios solos no bastan.",
      "too-long": "Ese nombre es demasiado largo: 64 caracteres como máximo.",
      "control-characters":
        "Ese nombre tiene caracteres invisibles. Escríbelo otra vez, por favor.",
      "unavailable": "El servidor no responde. Prueba de nuevo en un momento.",
      "too-many": "Demasiados intentos seguidos.",
      "too-many-retry": "Puedes volver a intentarlo {when}.",
    },
  },

  full: {
    message: "«{room}» está llena: ya hay dos personas dentro.",
    another: "Prueba otro nombre o espera a que haya sitio.",
    firstInLine: "Tienes el primer puesto en la cola.",
    retry: "Puede que haya sitio {when}.",
    now: "Puede que ya haya sitio.",
    auto: "Entrar automáticamente cuando haya sitio",
  },

  waiting: {
    heading: "Esperando a la otra persona",
    first: "Ya estás dentro. Envíale el enlace a quien quieras, o dile el nombre de la sala.",
    left: "La otra persona ha salido. La sala sigue abierta: puede volver con el mismo enlace.",
    dropped: "La otra persona ha perdido la conexión y aún no ha vuelto. La sala sigue abierta.",
    room: "Sala",
    link: "Enlace a esta sala",
    copy: "Copiar enlace",
    copied: "Enlace copiado",
    copyFailed: "No se ha podido copiar. Selecciona el enlace y cópialo a mano.",
    share: "Compartir",
    shareText: "Te espero en una videollamada",
    showCode: "Mostrar código QR",
    hideCode: "Ocultar código QR",
    code: "Código QR del enlace a esta sala",
    scan: "Escanéalo con un móvil para entrar",
  },

  newcomer: {
    heading: "Ha llegado alguien nuevo",
    explain:
      "Ocupa en la sala el lugar de la otra persona. Si le dejas entrar, esta llamada termina.",
    letIn: "Dejar entrar",
    keepTalking: "Seguir hablando",
    refused: "No te han dejado entrar",
  },

  call: {
    region: "Llamada",
    heading: "Llamada en {room}",
    friend: "La otra persona",
    you: "Tú",
    controls: "Controles de la llamada",
    mute: "Desactivar el micrófono",
    unmute: "Activar el micrófono",
    cameraOff: "Desactivar la cámara",
    cameraOn: "Activar la cámara",
    flipCamera: "Cambiar de cámara",
    leave: "Salir",
    more: "Ajustes",
    float: "Imagen en imagen",
    floating: "La imagen de la otra persona está en su propia ventana",
    holdToTalk: "mantén pulsado Espacio para hablar",
    youAreMuted: "Tu micrófono está desactivado",
    yourCameraIsOff: "Tu cámara está desactivada",
    moveSelf: "Mover tu imagen",
    moveSelfHow: "Usa las teclas de flecha",
    hideSelf: "Ocultar tu imagen",
    showSelf: "Mostrar tu imagen",
    lasted: "Duración de la llamada",
  },

  status: {
    asking: "Estamos preguntando si puedes entrar",
    connecting: "La otra persona ya está aquí. Conectando…",
    reconnecting: "Reconectando…",
    away: "La otra persona ha perdido la conexión. Esperando a que vuelva…",
    weak: "Conexión débil",
    offline: "El servidor no responde; la llamada sigue",
    offlineWaiting: "El servidor no responde. Reintentando…",
    offlineReconnecting: "Has perdido la conexión. Reconectando…",
    friendMuted: "La otra persona tiene el micrófono desactivado",
    friendCameraOff: "La otra persona tiene la cámara desactivada",
    friendVideoPaused: "La conexión de la otra persona es débil: por ahora, solo voz",
  },

  notices: {
    replaced: {
      camera: "Tu cámara se ha desconectado. Ahora usas {label}.",
      microphone: "Tu micrófono se ha desconectado. Ahora usas {label}.",
    },
    lost: {
      camera: "Tu cámara se ha desconectado: la otra persona no te ve.",
      microphone: "Tu micrófono se ha desconectado: la otra persona no te oye.",
    },
    silent: {
      camera: "El sistema ha puesto tu cámara en pausa.",
      microphone: "El sistema ha puesto tu micrófono en pausa.",
    },
    revoked: {
      camera: "El navegador ya no deja que Duet use tu cámara.",
      microphone: "El navegador ya no deja que Duet use tu micrófono.",
    },
    resume: "Reanudar",
    askAgain: "Pedir de nuevo",
    tapToHear: "Toca para oír a la otra persona",
    speakingWhileMuted: "Estás hablando, pero tienes el micrófono desactivado.",
    videoPaused: "Tu conexión es débil: tu imagen está en pausa, tu voz sigue.",
    noPath:
      "No hay camino entre tu red y la de la otra persona. Reinténtalo o usa otra red, por ejemplo la del móvil.",
    tryAgain: "Reintentar",
    newPerson: "Ha entrado otra persona: los mensajes anteriores no son para ella.",
    outdated: "Esta página está anticuada",
    reload: "Recargar",
    flooded: "La otra persona envía demasiados mensajes; algunos se han descartado.",
  },

  chat: {
    heading: "Mensajes",
    label: "Mensaje",
    send: "Enviar",
    empty: "Aún no hay mensajes",
    emptyHint:
      "Los mensajes van directos a la otra persona, se quedan solo en esta página y desaparecen al salir.",
    news: "Mensaje nuevo: {text}",
    unread: "Mensajes sin leer",
    earlier: "Mostrar anteriores",
    undelivered: "No entregado",
    later: "Lo que escribas llegará en cuanto vuelva la conexión.",
    alone: "Podrás volver a escribir cuando regrese la otra persona.",
  },

  verify: {
    heading: "Verificar la llamada",
    explain: "Leedlos en voz alta. Si ambos veis los mismos cinco, no hay nadie en medio.",
    make: "Mostrar el código",
    making: "Creando el código…",
    match: "Coinciden",
    differ: "No coinciden",
    differHint: "Si no coinciden, la llamada termina.",
    said: "Falta que la otra persona compare.",
    verified: "Verificada: ambos habéis visto el mismo código.",
    inherited: "Verificada: seguís siendo las dos personas que compararon los códigos.",
    limit: "No puede protegerte de un servidor que envíe otro programa a tu navegador.",
  },

  settings: {
    heading: "Ajustes",
    lowData: "Ahorro de datos",
    lowDataHint: "Imagen más pequeña, para conexiones lentas o caras",
    selfView: "Mostrar tu propia imagen",
    shortcuts: "Atajos de una tecla",
    shortcutsHint: "Teclas que funcionan sin Ctrl ni Alt, nunca mientras escribes",
    close: "Cerrar",
  },

  keys: {
    heading: "Atajos de teclado",
    mute: "Desactivar o activar el micrófono",
    camera: "Desactivar o activar la cámara",
    talk: "Hablar con el micrófono desactivado, mientras la mantengas pulsada",
    space: "Espacio",
    self: "Ocultar o mostrar tu imagen",
    messages: "Mensajes",
    float: "Imagen en imagen",
    copy: "Copiar el enlace, mientras esperas",
    list: "Esta lista",
    escape: "Cerrar lo que esté abierto",
  },

  figures: {
    heading: "Conexión",
    quality: "Calidad",
    marks: { good: "Buena", fair: "Regular", poor: "Mala" },
    mark: "Conexión: {mark}",
    unknown: "aún sin medir",
    roundTrip: "Ida y vuelta",
    loss: "Paquetes perdidos",
    received: "Recibiendo",
    sent: "Enviando",
    picture: "Imagen",
    pictureRate: "{size}, {rate} fps",
    codecs: "Códecs",
    route: "Ruta",
    direct: "Directa",
    relayed: "Por un servidor intermedio",
    none: "–",
    encrypted:
      "La imagen y la voz van cifradas por el camino. Comparad los códigos para saber si hay alguien en medio.",
  },

  ended: {
    left: "Has salido de la llamada",
    forged: "Los códigos no coinciden",
    forgedHint: "Puede haber alguien en medio: la llamada ha terminado.",
    elsewhere: "La llamada sigue en otra ventana",
    elsewhereHint:
      "Esta sala se ha abierto otra vez en este navegador, así que esta página ha cedido su sitio.",
    lasted: "Duración: {duration}",
    callAgain: "Volver a llamar",
    takeBack: "Seguir aquí",
    otherRoom: "Otra sala",
  },

  errors: {
    notFound: "Aquí no hay nada",
    notFoundHint:
      "Puede que la dirección tenga un error. Las llamadas empiezan en la página de inicio.",
    failed: "Algo ha salido mal",
    failedHint: "El fallo es nuestro. Prueba de nuevo en un momento.",
    home: "Ir al inicio",
  },

  names: {
    pattern: "{noun}-{adjective}",
    adjectives:
      "alegre amable amarillo antiguo azul blanco bonito brillante bueno claro cordial curioso dorado dulce fiel feliz fresco gentil grande honesto joven lento lindo listo luminoso manso nuevo paciente plateado quieto rojo sabio sereno sincero soleado suave tierno tranquilo verde vivaz",
    nouns:
      "abeto arce arroyo barco bosque camino canario castillo cedro ciervo clavel cometa erizo faro farol flamenco gato girasol grillo jilguero lago limonero manzano mar molino monte naranjo nogal olivo petirrojo pino prado puente puerto roble sauce sendero tambor tilo tren trigo valle viento",
  },
};
