import type { ExtraMessages } from "./messages.ts";

export const pt: ExtraMessages = {
  more: {
    heading: "Mais",
  },

  devices: {
    heading: "Câmera e som",
  },

  hearing: {},

  share: {
    start: "Compartilhar sua tela",
    stop: "Parar de compartilhar",
    sharing: "Você está compartilhando sua tela",
    friends: "Tela da outra pessoa",
    friendShares: "A outra pessoa está compartilhando a tela",
    zoomHow: "+ e − aproximam e afastam, 0 mostra tudo, as setas movem",
    keys: {
      share: "Compartilhar sua tela, ou parar",
      zoom: "Ampliar a tela da outra pessoa; 0 mostra tudo",
    },
    problems: {
      "blocked-by-system":
        "As configurações do sistema não deixam o navegador compartilhar a tela.",
      "failed": "Não deu para compartilhar. Tente de novo ou escolha outra coisa.",
      "sound-left-out": "O som fica de fora: a outra pessoa ouviria a própria voz.",
    },
  },

  files: {
    send: "Enviar um arquivo",
  },

  talk: {
    react: "Reagir",
    signs: ["Joinha", "Coração", "Risada", "Surpresa", "Aplauso", "Festa"],
  },

  pictures: {
    fullScreen: "Tela cheia",
    swap: "Trocar as imagens",
    fill: "Preencher a janela",
    fit: "Mostrar a imagem inteira",
    snapshot: "Tirar uma foto",
    saved: "Salva como {name}",
  },

  recording: {
    start: "Gravar",
  },

  privacy: {},
};
