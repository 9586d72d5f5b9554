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
    heading: "Файли",
    hide: "Сховати файли",
    drop: "Відпустіть тут, щоб надіслати",
    accept: "Прийняти",
    decline: "Відхилити",
    cancel: "Скасувати",
    save: "Зберегти",
    choose: "Вибрати файл ще раз",
    remove: "Прибрати зі списку",
    from: { me: "від вас", friend: "від співрозмовника" },
    progress: "{done} з {size}",
    phases: {
      offeredByMe: "Чекаємо, поки співрозмовник прийме",
      preparing: "Готуємо…",
      waiting: "Триватиме, коли зв’язок відновиться",
      lost: "Цю сторінку перезавантажено",
      other: "Це був інший файл, або він змінився",
      lostByFriend: "Співрозмовник має вибрати його ще раз",
      arrived: "Отримано",
      unsaved: "Збережіть, перш ніж вийти",
      saved: "Збережено",
      declinedByMe: "Ви його відхилили",
      declinedByFriend: "Співрозмовник його відхилив",
      cancelledByMe: "Ви його скасували",
      cancelledByFriend: "Співрозмовник його скасував",
    },
    failures: {
      unreadable: "Відправник більше не може його прочитати",
      full: "На пристрої отримувача немає місця",
      altered: "Надійшов пошкодженим, тож нічого не збережено",
      broken: "Дві сторінки не зрозуміли одна одну",
    },
    places: {
      memory: "Лишається в цій вкладці, доки ви його не збережете",
      picked: "Браузер запитає, куди зберегти",
      none: "Завеликий для цього браузера",
    },
    news: {
      offered: "Співрозмовник хоче надіслати вам {name} ({size})",
      arrived: "Надійшов файл {name}",
      delivered: "Співрозмовник отримав {name}",
      declined: "Співрозмовник відхилив {name}",
      cancelled: "Співрозмовник скасував {name}",
      failed: "Не вдалося передати {name}",
    },
    refused: {
      tooLarge: "Файл {name} завеликий: щонайбільше {limit}",
      tooMany: "Файл {name} не запропоновано: не більше ніж {limit} файлів водночас",
    },
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
