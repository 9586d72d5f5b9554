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
      "La imagen y la voz viajan cifradas, directamente de ti a la otra persona. No se graba nada, y ni una ni otra salen de aquí antes de que entres en una sala.",
    helper:
      "Para que dos casas se encuentren, tu navegador puede preguntar a un servidor STUN público con qué dirección se le ve. Ese servidor conoce esa dirección: nunca la sala, tus palabras ni tu imagen.",
    nothing: "¿No ves la pregunta? Mira junto a la dirección de la página.",
  },

  blocked: {
    heading: "Duet no puede usar tu cámara y tu micrófono",
    required: "Para una llamada hacen falta los dos.",
    causes: {
      "refused": "El navegador dice que esta página no puede usarlos.",
      "none-found": "El navegador no los ha encontrado en este dispositivo.",
      "in-use": "Otro programa los está usando, o han dejado de responder.",
      "blocked-by-system": "Los ajustes de este dispositivo no dejan que el navegador los use.",
      "insecure": "Los navegadores solo los permiten en páginas seguras, y esta no lo es.",
    },
    missing: {
      camera: "Falta la cámara.",
      microphone: "Falta el micrófono.",
    },
    steps: "Cómo arreglarlo",
    tryAgain: "Reintentar",
    trying: "Un momento…",
    openSecure: "Abrir la página segura",
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
        "Comprueba que no los apague un interruptor o una tapa del equipo.",
        "Pulsa «Reintentar».",
      ],
      phone: [
        "Desconecta los auriculares y otros accesorios.",
        "Reinicia el teléfono si la cámara tampoco funciona en otras apps.",
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
        "Termina cualquier llamada de teléfono y cierra las apps que usen la cámara.",
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
        "Si no funciona, pregunta a quien lleva este sitio.",
      ],
    },
  },

  prompt: {
    heading: "¿En qué sala?",
    explain:
      "Acuerda un nombre con la otra persona. Quien lo escriba primero abre la sala; la otra entra después.",
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
    retry: "Puede que haya sitio {when}.",
    now: "Puede que ya haya sitio.",
    auto: "Entrar automáticamente cuando haya sitio",
  },

  waiting: {
    heading: "Esperando a la otra persona",
    first: "Ya estás dentro. Envíale el enlace a quien quieras, o dile el nombre de la sala.",
    left: "La otra persona ha salido. La sala sigue abierta: puede volver con el mismo enlace.",
    dropped: "La otra persona perdió la conexión y aún no ha vuelto. La sala sigue abierta.",
    room: "Sala",
    link: "Enlace a esta sala",
    copy: "Copiar enlace",
    copied: "Enlace copiado",
    copyFailed: "No se pudo copiar. Selecciona el enlace y cópialo a mano.",
    share: "Compartir",
    shareText: "Te espero en una videollamada",
    showCode: "Mostrar código QR",
    hideCode: "Ocultar código QR",
    code: "Código QR del enlace a esta sala",
    scan: "Escanéalo con un teléfono para entrar",
  },

  call: {
    region: "Llamada",
    heading: "Llamada en {room}",
    friend: "La otra persona",
    you: "Tú",
    controls: "Controles de la llamada",
    mute: "Silenciar",
    unmute: "Activar el micrófono",
    cameraOff: "Apagar la cámara",
    cameraOn: "Encender la cámara",
    flipCamera: "Cambiar de cámara",
    leave: "Salir",
    more: "Ajustes",
    float: "Imagen en imagen",
    holdToTalk: "mantén pulsado Espacio para hablar",
    youAreMuted: "Tu micrófono está silenciado",
    yourCameraIsOff: "Tu cámara está apagada",
    moveSelf: "Mover tu imagen",
    moveSelfHow: "Usa las flechas",
    hideSelf: "Ocultar tu imagen",
    showSelf: "Mostrar tu imagen",
    lasted: "Duración de la llamada",
  },

  status: {
    connecting: "La otra persona ya está aquí. Conectando…",
    reconnecting: "Reconectando…",
    away: "La otra persona ha perdido la conexión. Esperando a que vuelva…",
    weak: "Conexión débil",
    offline: "El servidor no responde, la llamada sigue",
    offlineWaiting: "El servidor no responde. Reintentando…",
    friendMuted: "La otra persona tiene el micrófono silenciado",
    friendCameraOff: "La otra persona tiene la cámara apagada",
    friendVideoPaused: "La conexión de la otra persona es débil: de momento, solo voz",
  },

  notices: {
    replaced: {
      camera: "Tu cámara se desconectó. Ahora usas {label}.",
      microphone: "Tu micrófono se desconectó. Ahora usas {label}.",
    },
    lost: {
      camera: "Tu cámara se desconectó: la otra persona no te ve.",
      microphone: "Tu micrófono se desconectó: la otra persona no te oye.",
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
    speakingWhileMuted: "Estás hablando, pero tienes el micrófono silenciado.",
    videoPaused: "Tu conexión es débil: tu imagen está en pausa, tu voz sigue.",
    noPath:
      "Las dos redes no permiten una conexión directa, y este sitio no tiene un servidor intermedio. Prueba con otra red, por ejemplo la del teléfono.",
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
    later: "Lo que escribas llegará en cuanto vuelva la conexión.",
    alone: "Podrás volver a escribir cuando regrese la otra persona.",
  },

  settings: {
    heading: "Ajustes",
    lowData: "Ahorro de datos",
    lowDataHint: "Imagen más pequeña, para conexiones lentas o caras",
    selfView: "Mostrar tu propia imagen",
    shortcuts: "Atajos de una tecla",
    shortcutsHint:
      "M micrófono, V cámara, S tu imagen, T mensajes, C copiar enlace, Espacio para hablar",
    close: "Cerrar",
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
    codecs: "Códecs",
    route: "Ruta",
    direct: "Directa",
    relayed: "Por un servidor intermedio",
    none: "–",
    encrypted: "La imagen y la voz van cifradas entre las dos personas.",
  },

  ended: {
    left: "Has salido de la llamada",
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
