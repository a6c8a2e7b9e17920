// Doing for somebody what they would do with their thumbs: the tour's own hands.

import * as api from "./api.js";
import { move, officeNow } from "./clock.js";
import { tap as tapAs, send } from "./deeds.js";
import { follow } from "./links.js";
import { group, kept, LETTERS, person, seat, sorted, state } from "./state.js";
import { wall } from "./words.js";

/** A seat's number, or a role. */
export const whoIs = (one) => (typeof one === "number" ? seat(one) : state.people.find(({ role }) => role === one)).id;

const says = (button, word) =>
  word instanceof RegExp ? word.test(button.text) : button.text === word || button.text.endsWith(` ${word}`);

/** The newest button of this word that this person has before them, with its message; null where there is none. */
export function button(one, word) {
  const who = whoIs(one);
  for (const chat of [who, group().id]) {
    for (const message of sorted(chat).reverse()) {
      const found = message.buttons.flat().find((each) => !each.disabled && says(each, word));
      if (found) return { message, button: found };
    }
  }
  return null;
}

export const has = (one, word) => button(one, word) !== null;
export const file = (one, ending) => sorted(whoIs(one)).some((each) => each.document?.file_name.endsWith(ending));
export const letter = (one) => sorted(LETTERS, whoIs(one)).at(-1);
export const heard = (one) => sorted(whoIs(one)).some((each) => each.from !== whoIs(one));
export const groupHeard = () => sorted(group().id).some((each) => !person(each.from));

/** Wait until the bot has done what it was asked, and the page knows what this person sees. */
async function settled(one) {
  await api.settle();
  for (const chat of [whoIs(one), group().id]) {
    for (const message of await api.messages(chat)) kept(chat).set(message.message_id, message);
  }
}

export async function say(one, text, chat = whoIs(one)) {
  await api.write(whoIs(one), chat, text);
  await settled(one);
}

/** Tap, and say yes where that is asked. */
export async function tap(one, word) {
  const found = button(one, word);
  if (!found) return;
  await tapAs(whoIs(one), found.message, found.button);
  await settled(one);
  const asked = button(one, "Подтвердить");
  if (asked && asked.message.message_id === found.message.message_id) {
    await tapAs(whoIs(one), asked.message, asked.button);
    await settled(one);
  }
}

/** Send the link behind a «↗» to somebody, past the bot. */
export function share(one, word, to) {
  const said = new URL(button(one, word).button.url).searchParams;
  send(whoIs(one), whoIs(to), said.get("url"), said.get("url"));
}

/** These people open the links that came to them, and give their names. */
export async function comeIn(people) {
  for (const one of people) await follow(whoIs(one), letter(one).text);
  await api.settle();
  for (const one of people) await api.write(whoIs(one), whoIs(one), surnameFirst(one));
  await settled(1);
}

/** «Ветлугина Марина Олеговна» of «Марина Олеговна Ветлугина». */
export function surnameFirst(one) {
  const words = person(whoIs(one)).name.split(" ");
  return [words.at(-1), ...words.slice(0, -1)].join(" ");
}

/** The next working afternoon at three, as the page's dates are: a wall clock. */
export function afternoon() {
  const date = wall(officeNow());
  if (date.getUTCHours() >= 14) date.setUTCDate(date.getUTCDate() + 1);
  while ([0, 6].includes(date.getUTCDay())) date.setUTCDate(date.getUTCDate() + 1);
  date.setUTCHours(15, 0, 0, 0);
  return date;
}

export async function wait(date) {
  if (wall(officeNow()) < date) await move(date);
}

export const isPast = (date) => wall(officeNow()) >= date;
