import type { Messages } from "./messages.ts";

export const pt: Messages = {
  language: "Idioma",
  tagline: "Chamadas de vídeo para duas pessoas, e só duas",
  description:
    "Abra a página, digite o nome de uma sala e converse. Direto de um navegador ao outro.",
  needsJavaScript:
    "O Duet precisa de JavaScript para usar sua câmera e seu microfone. Ative e recarregue a página.",

  titles: {
    permission: "permita a câmera e o microfone",
    blocked: "câmera e microfone são necessários",
    prompt: "escolha uma sala",
    joining: "entrando",
    full: "sala cheia",
    waiting: "esperando",
    connecting: "conectando",
    connected: "em chamada",
    reconnecting: "reconectando",
    ended: "chamada encerrada",
  },

  permission: {
    heading: "Primeiro, sua câmera e seu microfone",
    ask: "O navegador está pedindo agora. Escolha “Permitir”.",
    why: "O Duet é uma chamada de vídeo para dois: a outra pessoa precisa ver e ouvir você.",
    private:
      "Imagem e voz viajam criptografadas, direto de você para a outra pessoa. Nada é gravado, e nada é enviado antes de você entrar em uma sala.",
    nothing: "Não apareceu nenhuma pergunta? Olhe ao lado do endereço da página.",
  },

  blocked: {
    heading: "O Duet não consegue usar sua câmera e seu microfone",
    required: "Uma chamada precisa dos dois.",
    causes: {
      "refused": "O navegador diz que esta página não pode usá-los.",
      "none-found": "O navegador não encontrou nenhum neste aparelho.",
      "in-use": "Outro programa está usando os dois, ou eles pararam de responder.",
      "blocked-by-system": "As configurações deste aparelho não deixam o navegador usá-los.",
      "insecure": "Os navegadores só liberam o acesso em páginas seguras, e esta não é.",
    },
    missing: {
      camera: "O que falta é a câmera.",
      microphone: "O que falta é o microfone.",
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
        "Abra o app Ajustes e procure seu navegador na lista de apps.",
        "Ative Câmera e Microfone.",
        "Volte aqui e toque em “Tentar de novo”.",
      ],
      "android-chrome": [
        "Toque no ícone à esquerda do endereço da página e depois em “Permissões”.",
        "Ative Câmera e Microfone.",
        "Volte aqui e toque em “Tentar de novo”.",
      ],
      "other": [
        "Abra as permissões desta página: em geral há um ícone ao lado do endereço.",
        "Permita a câmera e o microfone.",
        "Volte aqui e clique em “Tentar de novo”.",
      ],
    },
    "none-found": {
      desktop: [
        "Conecte uma câmera e um microfone, ou ligue seus fones.",
        "Veja se uma chave ou uma tampa no computador não os desliga.",
        "Clique em “Tentar de novo”.",
      ],
      phone: [
        "Desconecte fones e outros acessórios.",
        "Reinicie o celular se a câmera também não funcionar em outros apps.",
        "Toque em “Tentar de novo”.",
      ],
    },
    "in-use": {
      desktop: [
        "Feche outros programas que usam a câmera ou o microfone, como Zoom, Teams ou FaceTime.",
        "Feche outras abas do navegador com uma chamada.",
        "Clique em “Tentar de novo”. Se não der certo, desconecte e reconecte a câmera, ou reinicie o navegador.",
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
        "Abra Ajustes do Sistema › Privacidade e Segurança › Câmera e ative seu navegador.",
        "Faça o mesmo em Microfone.",
        "Reabra o navegador se o macOS pedir e clique em “Tentar de novo”.",
      ],
      linux: [
        "Abra as configurações do sistema e procure Privacidade.",
        "Permita a câmera e o microfone, e veja se uma tecla ou chave não os desliga.",
        "Volte aqui e clique em “Tentar de novo”.",
      ],
      ios: [
        "Abra o app Ajustes e procure seu navegador na lista de apps.",
        "Ative Câmera e Microfone.",
        "Volte aqui e toque em “Tentar de novo”.",
      ],
      android: [
        "Abra Configurações › Apps › seu navegador › Permissões.",
        "Permita Câmera e Microfone.",
        "Nas Configurações rápidas, veja se o acesso à câmera e ao microfone está ativado.",
        "Volte aqui e toque em “Tentar de novo”.",
      ],
      other: [
        "Abra as configurações de privacidade deste aparelho.",
        "Permita que seu navegador use a câmera e o microfone.",
        "Volte aqui e clique em “Tentar de novo”.",
      ],
    },
    "insecure": {
      any: [
        "Abra esta página com um endereço que comece com https://",
        "Se não funcionar, fale com quem cuida deste site.",
      ],
    },
  },

  prompt: {
    heading: "Qual sala?",
    explain: "Combinem um nome. Quem digitar primeiro abre a sala; a outra pessoa entra depois.",
    label: "Nome da sala",
    join: "Entrar",
    joining: "Entrando…",
    cancel: "Cancelar",
    suggest: "Sugerir um nome",
    recent: "Salas recentes",
    forget: "Tirar {room} da lista",
    notices: {
      "cancelled": "Uma chamada precisa de uma sala. Digite um nome para continuar.",
      "blank": "Digite primeiro o nome de uma sala. Só espaços não vale.",
      "too-long": "Esse nome é longo demais: no máximo 64 caracteres.",
      "control-characters": "Esse nome tem caracteres invisíveis. Digite de novo, por favor.",
      "unavailable": "Não dá para falar com o servidor agora. Tente de novo daqui a pouco.",
      "too-many": "Foram tentativas demais seguidas.",
      "too-many-retry": "Você pode tentar de novo {when}.",
    },
  },

  full: {
    message: "“{room}” está cheia: já tem duas pessoas lá.",
    another: "Tente outro nome ou espere abrir um lugar.",
    retry: "Um lugar pode abrir {when}.",
    now: "Talvez já tenha um lugar livre.",
    auto: "Entrar automaticamente quando abrir um lugar",
  },

  waiting: {
    heading: "Esperando a outra pessoa",
    first: "Você já está na sala. Mande o link para quem quiser, ou diga o nome da sala.",
    left: "A outra pessoa saiu. A sala continua aberta: ela pode voltar pelo mesmo link.",
    dropped: "A outra pessoa perdeu a conexão e ainda não voltou. A sala continua aberta.",
    room: "Sala",
    link: "Link para esta sala",
    copy: "Copiar link",
    copied: "Link copiado",
    copyFailed: "Não deu para copiar. Selecione o link e copie à mão.",
    share: "Compartilhar",
    shareText: "Espero você na chamada de vídeo",
    showCode: "Mostrar código QR",
    hideCode: "Ocultar código QR",
    code: "Código QR do link para esta sala",
    scan: "Escaneie com um celular para entrar",
  },

  call: {
    region: "Chamada",
    heading: "Chamada em {room}",
    friend: "A outra pessoa",
    you: "Você",
    controls: "Controles da chamada",
    mute: "Silenciar",
    unmute: "Ativar o microfone",
    cameraOff: "Desligar a câmera",
    cameraOn: "Ligar a câmera",
    flipCamera: "Trocar de câmera",
    leave: "Sair",
    more: "Ajustes",
    float: "Imagem sobre imagem",
    holdToTalk: "segure Espaço para falar",
    youAreMuted: "Seu microfone está desligado",
    yourCameraIsOff: "Sua câmera está desligada",
    moveSelf: "Mover sua imagem",
    moveSelfHow: "Use as setas",
    hideSelf: "Ocultar sua imagem",
    showSelf: "Mostrar sua imagem",
    lasted: "Tempo de chamada",
  },

  status: {
    connecting: "A outra pessoa chegou. Conectando…",
    reconnecting: "Reconectando…",
    away: "A outra pessoa caiu. Esperando que volte…",
    weak: "Conexão fraca",
    offline: "Servidor fora do ar, a chamada continua",
    offlineWaiting: "Servidor fora do ar. Tentando de novo…",
    friendMuted: "A outra pessoa está com o microfone desligado",
    friendCameraOff: "A outra pessoa está com a câmera desligada",
    friendVideoPaused: "A conexão da outra pessoa está fraca: por ora, só voz",
  },

  notices: {
    replaced: {
      camera: "Sua câmera foi desconectada. Agora você usa {label}.",
      microphone: "Seu microfone foi desconectado. Agora você usa {label}.",
    },
    lost: {
      camera: "Sua câmera foi desconectada: a outra pessoa não vê você.",
      microphone: "Seu microfone foi desconectado: a outra pessoa não ouve você.",
    },
    silent: {
      camera: "O sistema pausou sua câmera.",
      microphone: "O sistema pausou seu microfone.",
    },
    revoked: {
      camera: "O navegador não deixa mais o Duet usar sua câmera.",
      microphone: "O navegador não deixa mais o Duet usar seu microfone.",
    },
    resume: "Retomar",
    askAgain: "Pedir de novo",
    tapToHear: "Toque para ouvir a outra pessoa",
    speakingWhileMuted: "Você está falando, mas o microfone está desligado.",
    videoPaused: "Sua conexão está fraca: sua imagem está pausada, sua voz continua.",
    noPath:
      "As redes de vocês não permitem uma conexão direta, e este site não tem retransmissor. Tente outra rede, como a do celular.",
  },

  chat: {
    heading: "Mensagens",
    label: "Mensagem",
    send: "Enviar",
    empty: "Nenhuma mensagem ainda",
    emptyHint:
      "As mensagens vão direto para a outra pessoa, ficam só nesta página e somem quando você sai.",
    news: "Nova mensagem: {text}",
    unread: "Mensagens não lidas",
    later: "O que você escrever chega assim que a conexão voltar.",
    alone: "Você pode escrever de novo quando a outra pessoa voltar.",
  },

  settings: {
    heading: "Ajustes",
    lowData: "Economia de dados",
    lowDataHint: "Imagem menor, para conexões lentas ou caras",
    selfView: "Mostrar sua própria imagem",
    shortcuts: "Atalhos de uma tecla",
    shortcutsHint:
      "M microfone, V câmera, S sua imagem, T mensagens, C copiar link, Espaço para falar",
    close: "Fechar",
  },

  figures: {
    heading: "Conexão",
    quality: "Qualidade",
    marks: { good: "Boa", fair: "Razoável", poor: "Ruim" },
    mark: "Conexão: {mark}",
    unknown: "ainda não medida",
    roundTrip: "Ida e volta",
    loss: "Pacotes perdidos",
    received: "Recebendo",
    sent: "Enviando",
    picture: "Imagem",
    codecs: "Codecs",
    route: "Rota",
    direct: "Direta",
    relayed: "Por um retransmissor",
    none: "–",
    encrypted: "Imagem e voz são criptografadas entre vocês dois.",
  },

  ended: {
    left: "Você saiu da chamada",
    elsewhere: "A chamada continua em outra janela",
    elsewhereHint: "Esta sala foi aberta de novo neste navegador, então esta página cedeu o lugar.",
    lasted: "Tempo de chamada: {duration}",
    callAgain: "Ligar de novo",
    takeBack: "Continuar aqui",
    otherRoom: "Outra sala",
  },

  errors: {
    notFound: "Não há nada aqui",
    notFoundHint: "O endereço pode ter um erro. As chamadas começam na página inicial.",
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
