// What the guided tour leads through. A step: what to read, whom to look at, what to tap or type, when it is done.

import * as hands from "./hands.js";
import { group } from "./state.js";

/** `tapped` says how many people tapped the step's word; `when` is the meeting's time, once it is chosen. */
const MEMBERS = [2, 3, 4, 5];
const PRESENT = [1, 2, 3, 4, 5, 8];
const [OWN, GROUP, LETTERS] = ["own", "group", "letters"];

/** All at once, as nine people do. */
const each = (people, deed) => Promise.all(people.map(deed));

const linkOf = (one) => new RegExp(`^↗ ${one} `);

const vote = (choices) => () => each(Object.entries(choices), ([one, word]) => hands.tap(Number(one), word));

const put = async () => {
  await hands.tap(1, hands.has(1, "Следующий вопрос") ? "Следующий вопрос" : "На голосование");
  if (!hands.has(2, "За")) await hands.tap(1, "На голосование");
};

export const EVENING = [
  {
    title: "Первый вечер: приглашение руководителю",
    text: "Администратор поставил бота. Нажмите «Начать», потом «Пригласить» и «Пригласить 1».",
    see: [["admin", OWN]],
    word: /^Пригласить( 1 .*)?$|^Начать$/,
    done: () => hands.has("admin", /^↗ 1 /),
    play: async () => {
      await hands.say("admin", "/invite");
      await hands.tap("admin", /^Пригласить 1 /);
    },
  },
  {
    title: "Ссылка уходит руководителю",
    text: "Нажмите «↗ 1» и выберите Ветлугину. В мессенджере это окно «Поделиться».",
    see: [["admin", OWN]],
    word: /^↗ 1 /,
    done: () => Boolean(hands.letter(1)),
    play: () => hands.share("admin", /^↗ 1 /, 1),
  },
  {
    title: "Руководитель открывает ссылку",
    text: "У Ветлугиной в «Личном» лежит ссылка. Нажмите на неё и назовите себя: «Вставить», затем «Отправить».",
    see: [[1, LETTERS], ["admin", OWN]],
    type: () => hands.surnameFirst(1),
    done: () => hands.has("admin", "Подтвердить"),
    play: () => hands.comeIn([1]),
  },
  {
    title: "Администратор подтверждает",
    text: "Ссылка попала к тому, кому надо? Последнее слово за человеком: «Подтвердить».",
    see: [[1, OWN], ["admin", OWN]],
    word: "Подтвердить",
    done: () => !hands.has("admin", /^Подтвердить/),
    play: () => hands.tap("admin", "Подтвердить"),
  },
  {
    title: "Группа офиса",
    text: "Руководитель пишет /start и видит, что в офисе готово. «Привязать группу» → «Добавить в группу».",
    see: [[1, OWN], [1, GROUP]],
    type: () => "/start",
    word: /^(Привязать|Добавить)/,
    done: () => hands.groupHeard(),
    play: () => hands.say(1, "/start@mcu_sandbox_bot bind", group().id),
  },
  {
    title: "Приглашения всем сразу",
    text: "«Пригласить», потом «Пригласить всех: 8». Все девять мест — на одной живой карточке.",
    see: [[1, OWN]],
    type: () => "/invite",
    word: /^Пригласить( всех: \d)?$/,
    done: () => hands.has(1, /^↗ 9 /),
    play: async () => {
      await hands.say(1, "/invite");
      await hands.tap(1, /^Пригласить всех/);
    },
  },
  {
    title: "Люди приходят по ссылкам",
    text: "Пошлите одну: «↗ 2» → Старцев; откройте её в его «Личном» и назовите себя. Остальных приведёт «Сделать за меня».",
    see: [[1, OWN], [2, LETTERS]],
    word: /^↗/,
    done: () => hands.has(1, /^Подтвердить всех: [5-8]/),
    play: () => {
      const asked = [2, 3, 4, 5, 6, 7, 8, 9].filter((one) => hands.has(1, linkOf(one)));
      for (const one of asked) if (!hands.letter(one)) hands.share(1, linkOf(one), one);
      return hands.comeIn(asked);
    },
  },
  {
    title: "Одно слово руководителя",
    text: "«Подтвердить всех» — и офис в сборе. На это ушло меньше пяти минут.",
    see: [[1, OWN], [2, OWN]],
    word: /^Подтвердить всех/,
    done: () => !hands.has(1, /^Подтвердить всех/),
    play: () => hands.tap(1, /^Подтвердить всех/),
  },
];

const agenda = (date) => `/convene ${date.toISOString().slice(0, 10).split("-").reverse().join(".")} 15:00 каб. 12
1. Уборка снега во дворах | место 4 | Усилить контроль подрядчика | место 4
2. Ответы на обращения: итоги октября | место 8 | Отвечать за два дня до срока | место 8`;

export const MEETING = [
  {
    title: "Руководитель созывает заседание",
    text: "Всё в одном сообщении: день, место, вопросы. Можно и по шагам: /convene. «Вставить», затем «Отправить».",
    see: [[1, OWN]],
    type: () => agenda(hands.afternoon()),
    done: () => hands.has(1, "Разослать"),
    play: () => hands.say(1, agenda(hands.afternoon())),
  },
  {
    title: "Предпросмотр, потом рассылка",
    text: "Пока не нажато «Разослать», никто ничего не получил.",
    see: [[1, OWN], [2, OWN]],
    word: "Разослать",
    done: () => hands.has(2, "Буду"),
    play: () => hands.tap(1, "Разослать"),
  },
  {
    title: "Члены офиса отвечают",
    text: "«Буду» у троих: карточка руководителя сразу показывает, хватит ли до кворума (п. 4.3.1).",
    see: [[1, OWN], [2, OWN], [3, OWN]],
    word: "Буду",
    done: ({ tapped }) => tapped >= 3,
    play: () => each(MEMBERS, (one) => hands.tap(one, "Буду")),
  },
  {
    title: "Наступает время заседания",
    text: "Переведите часы на 15:00: всё, что назначено раньше, выполнится по порядку. Напоминания придут сами.",
    see: [[1, OWN], [2, GROUP]],
    clock: () => hands.afternoon(),
    done: ({ clock }) => hands.isPast(clock) && hands.has(2, "Присутствую"),
  },
  {
    title: "Отмечаются пришедшие",
    text: "«Присутствую» у шестерых: у руководителя, мест 2–5 и 8. Попробуйте открыть заседание раньше: бот откажет и назовёт пункт.",
    see: [[1, OWN], [2, GROUP], [3, GROUP]],
    word: "Присутствую",
    done: ({ tapped }) => tapped >= 6,
    play: () => each(PRESENT, (one) => hands.tap(one, "Присутствую")),
  },
  {
    title: "Кворум есть",
    text: "Руководитель открывает заседание.",
    see: [[1, OWN], [2, GROUP]],
    word: "Открыть заседание",
    done: () => hands.has(1, "На голосование"),
    play: () => hands.tap(1, "Открыть заседание"),
  },
  {
    title: "Вопрос 1 — на голосование",
    text: "Карточка вопроса приходит каждому и в группу.",
    see: [[1, OWN], [2, GROUP]],
    word: "На голосование",
    done: () => hands.has(2, "За"),
    play: put,
  },
  {
    title: "Голоса видны всем и сразу",
    text: "Проголосуйте за всех шестерых. Голос можно менять, пока голосование не закрыто (п. 4.6).",
    see: [[1, OWN], [2, OWN], [3, GROUP]],
    word: /(^|\s)(За|Против|Воздержался)$/,
    done: ({ tapped }) => tapped >= 6,
    play: vote({ 1: "За", 2: "За", 3: "За", 4: "За", 5: "Против", 8: "Воздержался" }),
  },
  {
    title: "Итог с пунктом Положения",
    text: "«Закрыть голосование» считает голоса.",
    see: [[1, OWN], [2, GROUP]],
    word: "Закрыть голосование",
    done: () => !hands.has(1, "Закрыть голосование"),
    play: () => hands.tap(1, "Закрыть голосование"),
  },
  {
    title: "Вопрос 2: голоса поровну",
    text: "Поставьте второй вопрос на голосование и проголосуйте: руководитель «за», всего поровну. Решит его голос (п. 4.6).",
    see: [[1, OWN], [4, OWN], [5, GROUP]],
    word: /(^|\s)(На голосование|Следующий вопрос|За|Против)$/,
    done: ({ tapped }) => tapped >= 6,
    play: async () => {
      await put();
      await vote({ 1: "За", 2: "За", 3: "За", 4: "Против", 5: "Против", 8: "Против" })();
    },
  },
  {
    title: "Второй итог",
    text: "Закройте голосование и прочтите, чей голос стал решающим.",
    see: [[1, OWN], [2, GROUP]],
    word: "Закрыть голосование",
    done: () => !hands.has(1, "Закрыть голосование"),
    play: () => hands.tap(1, "Закрыть голосование"),
  },
  {
    title: "Заседание закрыто",
    text: "«Закрыть заседание» — и через несколько секунд готов протокол: PDF на подпись, DOCX для правки.",
    see: [[1, OWN]],
    word: /(^|\s)(Закрыть заседание|Подтвердить)$/,
    done: () => hands.has(1, "Подписать"),
    play: () => hands.tap(1, "Закрыть заседание"),
  },
  {
    title: "Подпись",
    text: "«Подписать» и «Подтвердить» — простая электронная подпись. Подлинник уйдёт членам офиса и исполнителям.",
    see: [[1, OWN], [2, OWN]],
    word: /(^|\s)(Подписать|Подтвердить)$/,
    done: () => hands.file(2, ".pdf"),
    play: () => hands.tap(1, "Подписать"),
  },
];
