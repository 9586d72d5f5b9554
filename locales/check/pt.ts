import type { CheckMessages } from "./messages.ts";

export const pt: CheckMessages = {
  title: "Funciona aqui?",
  explain: "Esta página testa tudo de que uma chamada precisa, neste aparelho e nesta rede.",
  start: "Começar o teste",
  again: "Testar de novo",
  camera: "O navegador vai pedir a câmera e o microfone. Nada é gravado nem enviado.",
  running: "Testando…",
  done: "Pronto.",
  back: "Para a chamada",
  copy: "Copiar o relatório",
  copied: "Copiado. Não contém endereços, salas nem nomes.",
  notCopied: "O navegador não permite copiar. Selecione o texto abaixo.",
  report: "Relatório",
  states: {
    waiting: "ainda não testado",
    running: "testando",
    ok: "tudo certo",
    failed: "com problema",
    omitted: "deixado de fora",
  },
  checks: {
    "browser": "Navegador",
    "camera": "Câmera",
    "microphone": "Microfone",
    "loudspeaker": "Alto-falante",
    "socket": "Conexão com este site",
    "stun": "O seu endereço para uma chamada direta (STUN)",
    "turn-udp": "Retransmissor por UDP",
    "turn-tcp": "Retransmissor por TCP",
    "turn-tls": "Retransmissor por TLS",
    "loop": "Uma chamada para você mesmo pelo retransmissor",
  },
  problems: {
    "insecure":
      "Os navegadores só dão câmera e microfone a páginas seguras. Abra este site com https://.",
    "unsupported": "Este navegador não faz videochamadas. Use um atual.",
    "refused":
      "O navegador ou o sistema não permite. Toque no símbolo ao lado do endereço da página, permita e teste de novo.",
    "none-found": "Nenhum foi encontrado. Conecte ou ligue um e teste de novo.",
    "in-use": "Não inicia. Feche outros programas que o usam e teste de novo.",
    "silent": "Existe, mas não dá sinal. Procure uma chave ou uma tampa, ou escolha outro.",
    "unheard": "Aumente o volume e escolha a saída certa nos ajustes de som do sistema.",
    "no-socket":
      "Não há conexão duradoura com este site. Desligue o proxy ou a VPN, ou tente outra rede.",
    "no-stun":
      "A sua rede não deixa passar respostas. Aqui as chamadas precisam do retransmissor, ou de outra rede.",
    "no-turn": "Este caminho até o retransmissor está bloqueado. Basta um que funcione.",
    "no-path": "O retransmissor responde, mas os dados não voltam. Avise quem cuida deste site.",
    "slow": "O caminho é lento: a imagem vai ceder lugar à voz. Chegue mais perto do Wi-Fi.",
  },
  omissions: {
    "not-offered": "Este site não oferece isto.",
    "before-failed": "Algo de que precisa falhou antes.",
  },
  speed: "{kbps} kbit por segundo",
  speedAndTime: "{kbps} kbit/s, {ms} ms de ida e volta",
  tone: {
    play: "Tocar um som",
    playing: "Tocando…",
    ask: "Você ouviu?",
    yes: "Ouvi",
    no: "Não ouvi nada",
  },
};
