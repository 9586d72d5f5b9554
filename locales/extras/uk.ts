import type { ExtraMessages } from "./messages.ts";

export const uk: ExtraMessages = {
  more: {
    heading: "Більше",
  },

  devices: {
    heading: "Камера та звук",
  },

  hearing: {},

  share: {
    start: "Показати свій екран",
    stop: "Припинити показ",
  },

  files: {
    send: "Надіслати файл",
  },

  talk: {
    react: "Реакція",
    signs: ["Палець угору", "Серце", "Сміх", "Подив", "Оплески", "Свято"],
  },

  pictures: {
    fullScreen: "На весь екран",
    swap: "Поміняти зображення місцями",
  },

  recording: {
    start: "Записати",
  },

  privacy: {},
};
