import type { Messages } from "./messages.ts";

export const pt: Messages = {
  language: "Idioma",
  tagline: "Chamadas de vídeo para duas pessoas, e só duas",
  description:
    "Abra a página, escreva o nome de uma sala e converse. Direto de um navegador para o outro.",
  needsJavaScript:
    "O Duet precisa de JavaScript para usar a câmera e o microfone. Ative-o e recarregue a página.",

  titles: {
    permission: "permita a câmera e o microfone",
    blocked: "câmera e microfone são necessários",
    prompt: "escolha uma sala",
    joining: "entrando",
    full: "sala cheia",
    waiting: "à espera",
    connecting: "conexão em curso",
    connected: "em chamada",
    reconnecting: "reconexão em curso",
    ended: "chamada terminada",
  },

  permission: {
    heading: "Primeiro, a câmera e o microfone",
    ask: "O navegador pede a sua permissão. Escolha “Permitir”.",
    why: "O Duet é uma chamada de vídeo para dois: a outra pessoa tem de ver e ouvir você.",
    private:
      "Imagem e voz viajam cifradas, direto de você para a outra pessoa. Nada é gravado, e nem uma nem outra é enviada antes de você entrar numa sala.",
    helper:
      "Para que duas casas se encontrem, o navegador pode perguntar a um servidor STUN público com que endereço ele é visto. Esse servidor fica conhecendo esse endereço: nunca a sala, as suas palavras ou a sua imagem.",
    nothing: "Não vê a pergunta? Olhe ao lado do endereço da página.",
  },

  blocked: {
    heading: "O Duet não consegue usar a câmera e o microfone",
    required: "Uma chamada precisa dos dois.",
    causes: {
      "refused": "O navegador diz que esta página não pode usá-los.",
      "none-found": "O navegador não encontrou nenhum neste aparelho.",
      "in-use": "Outro programa está usando os dois, ou eles pararam de responder.",
      "blocked-by-system": "As configurações deste aparelho não deixam o navegador usá-los.",
      "insecure": "Os navegadores só os permitem em páginas seguras, e esta não é.",
    },
    missing: {
      camera: "Falta a câmera.",
      microphone: "Falta o microfone.",
    },
    steps: "Como resolver",
    tryAgain: "Tentar de novo",
    trying: "Só um momento…",
    openSecure: "Abrir a página segura",
  },

  guides: {
    "refused": {
      "chrome": [
        "Clique no ícone à esquerda do endereço da página.",
        "Ative Câmera e Microfone.",
        "Volte aqui e clique em “Tentar de novo”.",
      ],
      "edge": [
        "Clique no cadeado à esquerda do endereço da página.",
        "Mude Câmera e Microfone para “Permitir”.",
        "Volte aqui e clique em “Tentar de novo”.",
      ],
      "firefox": [
        "Clique na câmera ou no microfone riscado ao lado do endereço da página.",
        "Clique no × ao lado de cada “Bloqueado”.",
        "Clique em “Tentar de novo” e permita os dois quando o Firefox perguntar.",
      ],
      "safari": [
        "Na barra de menus, escolha Safari › Ajustes para Este Site…",
        "Mude Câmera e Microfone para “Permitir”.",
        "Volte aqui e clique em “Tentar de novo”.",
      ],
      "ios-safari": [
        "Toque no botão de menu da barra de endereço e depois nos três pontos ou em “Ajustes do Site”.",
        "Mude Câmera e Microfone para “Permitir”.",
        "Volte aqui e toque em “Tentar de novo”.",
      ],
      "ios-other": [
        "Abra Ajustes (ou Definições) e procure o seu navegador na lista de apps.",
        "Ative Câmera e Microfone.",
        "Volte aqui e toque em “Tentar de novo”.",
      ],
      "android-chrome": [
        "Toque no ícone à esquerda do endereço da página e depois em “Permissões”.",
        "Ative Câmera e Microfone.",
        "Volte aqui e toque em “Tentar de novo”.",
      ],
      "other": [
        "Abra as permissões desta página: em geral, há um ícone ao lado do endereço.",
        "Permita a câmera e o microfone.",
        "Volte aqui e clique em “Tentar de novo”.",
      ],
    },
    "none-found": {
      desktop: [
        "Conecte uma câmera e um microfone, ou ligue os seus fones.",
        "Veja se algum interruptor ou tampa no computador os desliga.",
        "Clique em “Tentar de novo”.",
      ],
      phone: [
        "Desconecte fones e outros acessórios.",
        "Reinicie o telefone se a câmera também não funcionar em outros apps.",
        "Toque em “Tentar de novo”.",
      ],
    },
    "in-use": {
      desktop: [
        "Feche outros programas que usam a câmera ou o microfone, como Zoom, Teams ou FaceTime.",
        "Feche outras páginas do navegador com uma chamada.",
        "Clique em “Tentar de novo”. Se não funcionar, desconecte e volte a conectar a câmera, ou reinicie o navegador.",
      ],
      phone: [
        "Termine qualquer telefonema e feche outros apps que usam a câmera.",
        "Feche outras páginas do navegador com uma chamada.",
        "Toque em “Tentar de novo”.",
      ],
    },
    "blocked-by-system": {
      windows: [
        "Abra Configurações (ou Definições) › Privacidade e segurança › Câmera.",
        "Ative “Acesso à câmera” e “Permitir que aplicativos da área de trabalho acessem a câmera”.",
        "Faça o mesmo em Microfone.",
        "Volte aqui e clique em “Tentar de novo”.",
      ],
      mac: [
        "Abra Ajustes (ou Definições) do Sistema › Privacidade e Segurança › Câmera e ative o seu navegador.",
        "Faça o mesmo em Microfone.",
        "Reabra o navegador se o macOS pedir e clique em “Tentar de novo”.",
      ],
      linux: [
        "Abra as configurações do sistema e procure Privacidade.",
        "Permita a câmera e o microfone, e veja se alguma tecla ou interruptor os desliga.",
        "Volte aqui e clique em “Tentar de novo”.",
      ],
      ios: [
        "Abra Ajustes (ou Definições) e procure o seu navegador na lista de apps.",
        "Ative Câmera e Microfone.",
        "Volte aqui e toque em “Tentar de novo”.",
      ],
      android: [
        "Abra Configurações (ou Definições) › Apps › o seu navegador › Permissões.",
        "Permita Câmera e Microfone.",
        "Nas Configurações rápidas, veja se o acesso à câmera e ao microfone está ativado.",
        "Volte aqui e toque em “Tentar de novo”.",
      ],
      other: [
        "Abra as configurações de privacidade deste aparelho.",
        "Permita que o seu navegador use a câmera e o microfone.",
        "Volte aqui e clique em “Tentar de novo”.",
      ],
    },
    "insecure": {
      any: [
        "Abra esta página com um endereço que comece com https://",
        "Se não funcionar, fale com quem mantém este site.",
      ],
    },
  },

  prompt: {
    heading: "Qual sala?",
    explain: "Combinem um nome. Quem escrever primeiro abre a sala; a outra pessoa entra depois.",
    label: "Nome da sala",
    join: "Entrar",
    joining: "Entrando…",
    cancel: "Cancelar",
    suggest: "Sugerir um nome",
    recent: "Salas recentes",
    forget: "Tirar {room} da lista",
    notices: {
      "cancelled": "Uma chamada precisa de uma sala. Escreva um nome para continuar.",
      "blank": "Primeiro escreva o nome de uma sala: só espaços não bastam.",
      "too-long": "Esse nome é longo demais: no máximo 64 caracteres.",
      "control-characters": "Esse nome tem caracteres invisíveis. Escreva de novo, por favor.",
      "unavailable": "O servidor não responde. Tente de novo daqui a pouco.",
      "too-many": "Muitas tentativas seguidas.",
      "too-many-retry": "Você pode tentar de novo {when}.",
    },
  },

  full: {
    message: "“{room}” está cheia: já há duas pessoas lá.",
    another: "Tente outro nome ou espere por um lugar.",
    retry: "Pode haver um lugar {when}.",
    now: "Talvez já haja um lugar livre.",
    auto: "Entrar automaticamente quando houver lugar",
  },

  waiting: {
    heading: "À espera da outra pessoa",
    first: "Você já está na sala. Envie o link a quem quiser, ou diga o nome da sala.",
    left: "A outra pessoa saiu. A sala continua aberta: ela pode voltar pelo mesmo link.",
    dropped: "A outra pessoa perdeu a conexão e ainda não voltou. A sala continua aberta.",
    room: "Sala",
    link: "Link para esta sala",
    copy: "Copiar link",
    copied: "Link copiado",
    copyFailed: "Não foi possível copiar. Selecione o link e copie-o à mão.",
    share: "Compartilhar",
    shareText: "Venha para uma chamada de vídeo comigo",
    showCode: "Mostrar código QR",
    hideCode: "Ocultar código QR",
    code: "Código QR do link para esta sala",
    scan: "Aponte a câmera de um telefone para entrar",
  },

  call: {
    region: "Chamada",
    heading: "Chamada em {room}",
    friend: "A outra pessoa",
    you: "Você",
    controls: "Botões da chamada",
    mute: "Silenciar",
    unmute: "Ativar o microfone",
    cameraOff: "Desligar a câmera",
    cameraOn: "Ligar a câmera",
    flipCamera: "Trocar de câmera",
    leave: "Sair",
    more: "Ajustes",
    float: "Imagem na imagem",
    holdToTalk: "mantenha Espaço pressionado para falar",
    youAreMuted: "O seu microfone está desligado",
    yourCameraIsOff: "A sua câmera está desligada",
    moveSelf: "Mover a sua imagem",
    moveSelfHow: "Use as setas",
    hideSelf: "Ocultar a sua imagem",
    showSelf: "Mostrar a sua imagem",
    lasted: "Duração da chamada",
  },

  status: {
    connecting: "A outra pessoa chegou. Conectando…",
    reconnecting: "Reconectando…",
    away: "A outra pessoa perdeu a conexão. À espera que volte…",
    weak: "Conexão fraca",
    offline: "O servidor não responde, a chamada continua",
    offlineWaiting: "O servidor não responde. Nova tentativa…",
    friendMuted: "A outra pessoa está com o microfone desligado",
    friendCameraOff: "A outra pessoa está com a câmera desligada",
    friendVideoPaused: "A conexão da outra pessoa está fraca: por agora, só voz",
  },

  notices: {
    replaced: {
      camera: "A sua câmera foi desconectada. Agora você usa {label}.",
      microphone: "O seu microfone foi desconectado. Agora você usa {label}.",
    },
    lost: {
      camera: "A sua câmera foi desconectada: a outra pessoa não vê você.",
      microphone: "O seu microfone foi desconectado: a outra pessoa não ouve você.",
    },
    silent: {
      camera: "O sistema pausou a sua câmera.",
      microphone: "O sistema pausou o seu microfone.",
    },
    revoked: {
      camera: "O navegador já não deixa o Duet usar a sua câmera.",
      microphone: "O navegador já não deixa o Duet usar o seu microfone.",
    },
    resume: "Retomar",
    askAgain: "Pedir de novo",
    tapToHear: "Toque para ouvir a outra pessoa",
    speakingWhileMuted: "Você está falando, mas o microfone está desligado.",
    videoPaused: "A sua conexão está fraca: a imagem está em pausa, a voz continua.",
    noPath:
      "As redes de vocês não permitem uma conexão direta, e este site não tem retransmissor. Tente outra rede, como a do telefone.",
  },

  chat: {
    heading: "Mensagens",
    label: "Mensagem",
    send: "Enviar",
    empty: "Ainda sem mensagens",
    emptyHint:
      "As mensagens vão direto para a outra pessoa, ficam só nesta página e desaparecem quando você sai.",
    news: "Nova mensagem: {text}",
    unread: "Mensagens não lidas",
    later: "O que você escrever chega assim que a conexão voltar.",
    alone: "Você pode escrever de novo quando a outra pessoa voltar.",
  },

  settings: {
    heading: "Ajustes",
    lowData: "Economia de dados",
    lowDataHint: "Imagem menor, para conexões lentas ou caras",
    selfView: "Mostrar a sua própria imagem",
    shortcuts: "Atalhos de uma tecla",
    shortcutsHint:
      "M microfone, V câmera, S a sua imagem, T mensagens, C copiar link, Espaço para falar",
    close: "Fechar",
  },

  figures: {
    heading: "Conexão",
    quality: "Qualidade",
    marks: { good: "Boa", fair: "Razoável", poor: "Fraca" },
    mark: "Conexão: {mark}",
    unknown: "ainda não medida",
    roundTrip: "Ida e volta",
    loss: "Pacotes perdidos",
    received: "Recebido",
    sent: "Enviado",
    picture: "Imagem",
    codecs: "Codecs",
    route: "Rota",
    direct: "Direta",
    relayed: "Por um retransmissor",
    none: "–",
    encrypted: "Imagem e voz vão cifradas entre vocês dois.",
  },

  ended: {
    left: "Você saiu da chamada",
    elsewhere: "A chamada continua em outra janela",
    elsewhereHint: "Esta sala foi aberta de novo neste navegador, então esta página cedeu o lugar.",
    lasted: "Duração: {duration}",
    callAgain: "Chamar de novo",
    takeBack: "Continuar aqui",
    otherRoom: "Outra sala",
  },

  errors: {
    notFound: "Não há nada aqui",
    notFoundHint: "Talvez o endereço tenha um erro. As chamadas começam na página inicial.",
    failed: "Algo deu errado",
    failedHint: "A falha é nossa. Tente de novo daqui a pouco.",
    home: "Ir para o início",
  },

  names: {
    pattern: "{noun}-{adjective}",
    adjectives:
      "alegre amarelo amigo antigo azul bonito branco brilhante calmo claro contente curioso dourado doce esperto feliz fiel florido fresco gentil grande honesto jovem leve lento lindo luminoso manso novo paciente pequeno prateado quieto risonho sereno sincero suave terno tranquilo verde vivo",
    nouns:
      "abacate barco bosque cacto caju carvalho castelo cavalo cedro cravo esquilo farol flamingo gato girassol golfinho grilo jardim lago limoeiro luar mar moinho monte morango ninho oceano pardal pinheiro pomar porto prado regato riacho rio salgueiro tambor trem trevo trigo vale vento violino",
  },
};
