import type { Messages } from "./messages.ts";

export const pt: Messages = {
  language: "Idioma",
  tagline: "Chamadas de vídeo para duas pessoas, e só duas",
  description:
    "Abra a página, digite o nome de uma sala e converse. Direto de um navegador para o outro.",
  needsJavaScript:
    "O Duet precisa de JavaScript para usar a câmera e o microfone. Ative-o e recarregue a página.",

  titles: {
    permission: "permita a câmera e o microfone",
    blocked: "câmera e microfone são necessários",
    prompt: "escolha uma sala",
    joining: "entrando",
    full: "sala cheia",
    waiting: "aguardando",
    connecting: "conectando",
    connected: "em chamada",
    reconnecting: "reconectando",
    ended: "chamada encerrada",
  },

  permission: {
    heading: "Primeiro, a câmera e o microfone",
    ask: "O navegador está pedindo a sua permissão. Escolha “Permitir”.",
    why: "O Duet é uma chamada de vídeo para dois: a outra pessoa precisa ver e ouvir você.",
    private:
      "Imagem e voz viajam criptografadas, e nenhum servidor as guarda. Nenhuma das duas é enviada antes de você entrar em uma sala.",
    helper:
      "Para que duas casas se encontrem, o navegador pode perguntar a um servidor STUN público com que endereço ele é visto. Esse servidor fica conhecendo esse endereço: nunca a sala, as suas palavras ou a sua imagem.",
    nothing: "Não está vendo o pedido? Procure ao lado do endereço da página.",
  },

  blocked: {
    headings: {
      both: "O Duet não consegue usar a câmera nem o microfone",
      camera: "O Duet não consegue usar a câmera",
      microphone: "O Duet não consegue usar o microfone",
    },
    required: "Uma chamada precisa dos dois: câmera e microfone.",
    causes: {
      "refused": {
        both: "O navegador não deixa esta página usá-los.",
        camera: "O navegador não deixa esta página usar a câmera.",
        microphone: "O navegador não deixa esta página usar o microfone.",
      },
      "none-found": {
        both: "O navegador não encontrou nenhum dos dois neste aparelho.",
        camera: "Falta a câmera: o navegador não encontrou nenhuma neste aparelho.",
        microphone: "Falta o microfone: o navegador não encontrou nenhum neste aparelho.",
      },
      "in-use": {
        both: "Outro programa está usando os dois, ou eles pararam de responder.",
        camera: "Outro programa está usando a câmera, ou ela parou de responder.",
        microphone: "Outro programa está usando o microfone, ou ele parou de responder.",
      },
      "blocked-by-system": {
        both: "As configurações deste aparelho não deixam o navegador usá-los.",
        camera: "As configurações deste aparelho não deixam o navegador usar a câmera.",
        microphone: "As configurações deste aparelho não deixam o navegador usar o microfone.",
      },
    },
    insecure: "Os navegadores só permitem usá-los em páginas seguras, e esta não é.",
    steps: "Como resolver",
    tryAgain: "Tentar de novo",
    trying: "Tentando…",
    openSecure: "Abrir a página segura",
    check: "Verificar este dispositivo",
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
        "Abra o app Ajustes e procure o seu navegador na lista de apps.",
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
        "Conecte uma câmera e um microfone, ou ligue o fone de ouvido.",
        "Veja se há no computador um interruptor ou uma tampa que os bloqueie.",
        "Clique em “Tentar de novo”.",
      ],
      phone: [
        "Desconecte fones de ouvido e outros acessórios.",
        "Reinicie o celular se a câmera também não funcionar em outros apps.",
        "Toque em “Tentar de novo”.",
      ],
    },
    "in-use": {
      desktop: [
        "Feche outros programas que usam a câmera ou o microfone, como Zoom, Teams ou FaceTime.",
        "Feche outras abas do navegador com uma chamada.",
        "Clique em “Tentar de novo”. Se não funcionar, desconecte a câmera e conecte de novo, ou reinicie o navegador.",
      ],
      phone: [
        "Encerre qualquer ligação e feche outros apps que usam a câmera.",
        "Feche outras abas do navegador com uma chamada.",
        "Toque em “Tentar de novo”.",
      ],
    },
    "blocked-by-system": {
      windows: [
        "Abra Configurações › Privacidade e segurança › Câmera.",
        "Ative “Acesso à câmera” e “Permitir que aplicativos da área de trabalho acessem a câmera”.",
        "Faça o mesmo em Microfone.",
        "Volte aqui e clique em “Tentar de novo”.",
      ],
      mac: [
        "Abra Ajustes do Sistema › Privacidade e Segurança › Câmera e ative o seu navegador.",
        "Faça o mesmo em Microfone.",
        "Reabra o navegador se o macOS pedir e clique em “Tentar de novo”.",
      ],
      linux: [
        "Abra as configurações do sistema e procure Privacidade.",
        "Permita a câmera e o microfone, e veja se alguma tecla ou interruptor os desliga.",
        "Volte aqui e clique em “Tentar de novo”.",
      ],
      ios: [
        "Abra o app Ajustes e procure o seu navegador na lista de apps.",
        "Ative Câmera e Microfone.",
        "Volte aqui e toque em “Tentar de novo”.",
      ],
      android: [
        "Abra Configurações › Apps › o seu navegador › Permissões.",
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
    explain:
      "Combinem um nome. Quem digitar primeiro abre a sala; a outra pessoa entra em seguida.",
    invited: "Entrar em “{room}”",
    invitedExplain: "O seu link leva a esta sala. Você também pode digitar outro nome.",
    label: "Nome da sala",
    join: "Entrar",
    joining: "Entrando…",
    cancel: "Cancelar",
    suggest: "Sugerir um nome",
    recent: "Salas recentes",
    forget: "Remover {room} da lista",
    notices: {
      "cancelled": "Uma chamada precisa de uma sala. Digite um nome para continuar.",
      "blank": "Primeiro digite o nome de uma sala: só espaços não bastam.",
      "too-long": "Esse nome é longo demais: no máximo 64 caracteres.",
      "control-characters": "Esse nome tem caracteres invisíveis. Digite de novo, por favor.",
      "unavailable": "O servidor não está respondendo. Tente de novo daqui a pouco.",
      "too-many": "Muitas tentativas seguidas.",
      "too-many-retry": "Você pode tentar de novo {when}.",
    },
  },

  full: {
    message: "“{room}” está cheia: já há duas pessoas lá.",
    another: "Tente outro nome ou espere por um lugar.",
    firstInLine: "Você está no primeiro lugar da fila.",
    retry: "Um lugar pode ficar livre {when}.",
    now: "Talvez já haja um lugar livre.",
    auto: "Entrar automaticamente quando houver lugar",
  },

  waiting: {
    heading: "Aguardando a outra pessoa",
    first: "Você já está na sala. Envie o link para quem quiser ou diga o nome da sala.",
    left: "A outra pessoa saiu. A sala continua aberta: ela pode voltar pelo mesmo link.",
    dropped: "A outra pessoa perdeu a conexão e ainda não voltou. A sala continua aberta.",
    room: "Sala",
    link: "Link para esta sala",
    copy: "Copiar link",
    copied: "Link copiado",
    copyFailed: "Não foi possível copiar. Selecione o link e copie manualmente.",
    share: "Compartilhar",
    shareText: "Venha para uma chamada de vídeo comigo",
    showCode: "Mostrar código QR",
    hideCode: "Ocultar código QR",
    code: "Código QR do link para esta sala",
    scan: "Aponte a câmera de um celular para entrar",
  },

  newcomer: {
    heading: "Chegou alguém novo",
    explain:
      "Essa pessoa está com o lugar da outra na sala. Se você a deixar entrar, esta chamada termina.",
    letIn: "Deixar entrar",
    keepTalking: "Continuar conversando",
    refused: "A sua entrada não foi aceita",
  },

  call: {
    region: "Chamada",
    heading: "Chamada em {room}",
    friend: "A outra pessoa",
    you: "Você",
    controls: "Controles da chamada",
    mute: "Desligar o microfone",
    unmute: "Ligar o microfone",
    cameraOff: "Desligar a câmera",
    cameraOn: "Ligar a câmera",
    flipCamera: "Trocar a câmera",
    leave: "Sair",
    more: "Configurações",
    float: "Picture-in-picture",
    floating: "A imagem da outra pessoa está em uma janela própria",
    holdToTalk: "segure Espaço para falar",
    youAreMuted: "O seu microfone está desligado",
    yourCameraIsOff: "A sua câmera está desligada",
    moveSelf: "Mover a sua imagem",
    moveSelfHow: "Use as teclas de seta",
    hideSelf: "Ocultar a sua imagem",
    showSelf: "Mostrar a sua imagem",
    lasted: "Duração da chamada",
  },

  status: {
    asking: "Estamos perguntando se você pode entrar",
    connecting: "A outra pessoa chegou. Conectando…",
    reconnecting: "Reconectando…",
    away: "A outra pessoa perdeu a conexão. Aguardando que ela volte…",
    weak: "Conexão fraca",
    offline: "O servidor não está respondendo; a chamada continua",
    offlineWaiting: "O servidor não está respondendo. Tentando de novo…",
    offlineReconnecting: "Você perdeu a conexão. Reconectando…",
    friendMuted: "A outra pessoa está com o microfone desligado",
    friendCameraOff: "A outra pessoa está com a câmera desligada",
    friendVideoPaused: "A conexão da outra pessoa está fraca: por enquanto, só voz",
  },

  notices: {
    replaced: {
      camera: "A sua câmera foi desconectada. Agora você está usando {label}.",
      microphone: "O seu microfone foi desconectado. Agora você está usando {label}.",
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
      camera: "O navegador não deixa mais o Duet usar a sua câmera.",
      microphone: "O navegador não deixa mais o Duet usar o seu microfone.",
    },
    resume: "Retomar",
    askAgain: "Pedir de novo",
    tapToHear: "Toque para ouvir a outra pessoa",
    speakingWhileMuted: "Você está falando, mas o seu microfone está desligado.",
    videoPaused: "A sua conexão está fraca: a sua imagem está em pausa, a voz continua.",
    noPath:
      "Não há caminho da sua rede até a da outra pessoa. Tente de novo ou use outra rede, como a do celular.",
    tryAgain: "Tentar de novo",
    newPerson: "Outra pessoa entrou: as mensagens anteriores não são para ela.",
    outdated: "Esta página está desatualizada",
    reload: "Recarregar",
    flooded: "A outra pessoa está enviando mensagens demais; algumas foram descartadas.",
  },

  chat: {
    heading: "Mensagens",
    label: "Mensagem",
    send: "Enviar",
    empty: "Ainda não há mensagens",
    emptyHint:
      "As mensagens vão direto para a outra pessoa, ficam só nesta página e desaparecem quando você sai.",
    news: "Nova mensagem: {text}",
    unread: "Mensagens não lidas",
    earlier: "Mostrar anteriores",
    undelivered: "Não entregue",
    later: "O que você escrever chega assim que a conexão voltar.",
    alone: "Você pode escrever de novo quando a outra pessoa voltar.",
  },

  verify: {
    heading: "Verificar a chamada",
    explain: "Leiam um para o outro. Se os dois virem os mesmos cinco, não há ninguém no meio.",
    make: "Mostrar o código",
    making: "Gerando o código…",
    match: "São iguais",
    differ: "São diferentes",
    differHint: "Se forem diferentes, a chamada é encerrada.",
    said: "Falta a outra pessoa comparar também.",
    verified: "Verificada: os dois viram o mesmo código.",
    inherited: "Verificada: são as mesmas duas pessoas que compararam os códigos.",
    limit: "Isso não protege de um servidor que envie outro software ao seu navegador.",
  },

  settings: {
    heading: "Configurações",
    lowData: "Economia de dados",
    lowDataHint: "Imagem menor, para conexões lentas ou caras",
    selfView: "Mostrar a sua própria imagem",
    shortcuts: "Atalhos de uma tecla",
    shortcutsHint: "Teclas que funcionam sem Ctrl nem Alt, nunca enquanto você digita",
    close: "Fechar",
  },

  keys: {
    heading: "Atalhos do teclado",
    mute: "Desligar ou ligar o microfone",
    camera: "Desligar ou ligar a câmera",
    talk: "Falar com o microfone desligado, enquanto a tecla estiver pressionada",
    space: "Espaço",
    self: "Ocultar ou mostrar a sua imagem",
    messages: "Mensagens",
    float: "Picture-in-picture",
    copy: "Copiar o link, enquanto aguarda",
    list: "Esta lista",
    escape: "Fechar o que estiver aberto",
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
    pictureRate: "{size}, {rate} fps",
    codecs: "Codecs",
    route: "Rota",
    direct: "Direta",
    relayed: "Por um retransmissor",
    none: "–",
    encrypted:
      "Imagem e voz vão criptografadas pelo caminho. Comparem os códigos para saber se há alguém no meio.",
  },

  ended: {
    left: "Você saiu da chamada",
    forged: "Os códigos são diferentes",
    forgedHint: "Pode haver alguém no meio: a chamada foi encerrada.",
    elsewhere: "A chamada continua em outra janela",
    elsewhereHint: "Esta sala foi aberta de novo neste navegador, então esta página cedeu o lugar.",
    lasted: "Duração: {duration}",
    callAgain: "Ligar de novo",
    takeBack: "Continuar aqui",
    otherRoom: "Outra sala",
  },

  errors: {
    notFound: "Não há nada aqui",
    notFoundHint: "Talvez o endereço tenha um erro. As chamadas começam na página inicial.",
    failed: "Algo deu errado",
    failedHint: "A falha é nossa. Tente de novo daqui a pouco.",
    home: "Ir para a página inicial",
  },

  names: {
    pattern: "{noun}-{adjective}",
    adjectives:
      "alegre amarelo amigo antigo azul bonito branco brilhante calmo claro contente curioso dourado doce esperto feliz fiel florido fresco gentil grande honesto jovem leve lento lindo luminoso manso novo paciente pequeno prateado quieto risonho sereno sincero suave terno tranquilo verde vivo",
    nouns:
      "abacate barco bosque cacto caju carvalho castelo cavalo cedro cravo esquilo farol flamingo gato girassol golfinho grilo jardim lago limoeiro luar mar moinho monte morango ninho oceano pardal pinheiro pomar porto prado regato riacho rio salgueiro tambor trem trevo trigo vale vento violino",
  },
};
