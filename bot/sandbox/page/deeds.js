// What a person does with a message: taps its buttons, answers, forwards, deletes.

import * as api from "./api.js";
import { element, firstLine } from "./bubbles.js";
import { follow } from "./links.js";
import { entry } from "./people.js";
import { BOT, group, LETTERS, person, putLetter, state } from "./state.js";
import { alert, choose, failed, toast } from "./telling.js";
import { shortName } from "./words.js";

/** Those who want to know of each tap that the bot took: `told({who, word})`. */
export const listeners = new Set();

/** Tap; the person sees what the bot answers. */
export async function tap(who, message, button, made) {
  if (button.url) return follow(who, button.url);
  if (button.copy) return copy(button.copy);
  made?.classList.add("waiting");
  try {
    const shown = await api.tap(who, message.chat, message.message_id, button.data ?? button.text);
    if (shown.url) return await follow(who, shown.url);
    const name = shortName(person(who).name);
    if (shown.alert) alert(shown.answer, name);
    else if (shown.answer) toast(shown.answer, { name });
    else if (shown.answer === null) toast("Бот не ответил", { wrong: true, name });
    if (!shown.alert) for (const told of listeners) told({ who, word: button.text });
  } catch (error) {
    failed(error);
  } finally {
    made?.classList.remove("waiting");
  }
}

async function copy(text) {
  await navigator.clipboard.writeText(text).then(() => toast("Скопировано"), () => alert(text));
}

const simple = (title) => element("button", "entry", title);

/** «⋯» of a message. `answer(message)` begins a reply. */
export async function more(who, message, answer) {
  const own = message.from === who && message.chat !== LETTERS;
  const asked = await choose(firstLine(message), [
    ...(message.chat === LETTERS ? [] : [[simple("Ответить"), () => answer(message)]]),
    [simple("Переслать"), () => forward(who, message)],
    [simple("Скопировать текст"), () => copy(message.text)],
    ...(own ? [[simple("Удалить"), () => api.remove(message.chat, message.message_id)]] : []),
  ]);
  await Promise.resolve(asked?.()).catch(failed);
}

const others = (who) => state.people.filter((one) => one.id !== who).map((one) => [entry(one), one.id]);

async function forward(who, message) {
  const places = [[simple(BOT), who], [simple(group().title), group().id], ...others(who)];
  const to = await choose("Кому переслать", places);
  if (to === null) return;
  if (to !== who && person(to)) {
    send(who, to, message.html || escaped(firstLine(message)), message.text);
    return;
  }
  const file = message.document ? await api.fileOf(message.document) : undefined;
  const from = person(message.from)?.name ?? BOT;
  await api.write(who, to, message.text, { file, forward_from: from });
  toast("Переслано");
}

/** «Поделиться»: the link and the words beside it, to somebody. */
export async function share(who, link, words) {
  const to = await choose("Кому послать ссылку", others(who));
  if (to !== null) send(who, to, escaped(`${link}\n\n${words}`.trim()), link);
}

export function send(who, to, html, text) {
  putLetter(who, to, html, text);
  toast(`Отправлено: ${shortName(person(to).name)}`);
  document.dispatchEvent(new Event("letters"));
}

function escaped(text) {
  const made = element("p", "", text);
  return made.innerHTML;
}

