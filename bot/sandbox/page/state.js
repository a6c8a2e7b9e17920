// What the page knows: people, chats, messages, letters, what has been read.

import * as api from "./api.js";
import { officeNow } from "./clock.js";
import { shortName } from "./words.js";

export const state = { people: [], chats: [], messages: new Map(), pins: {}, violations: 0, lastEvent: 0 };

/** The chat of what people send one another past the bot; the server knows nothing of it. */
export const LETTERS = 0;
export const BOT = "Проектный офис";

export const person = (id) => state.people.find((one) => one.id === id);
export const group = () => state.chats.find((one) => one.id < 0);
export const shared = () => state.chats.filter((one) => one.id < 0);
export const seat = (number) => state.people.find((one) => one.seat === number);
export function nameOf(id) {
  const found = person(id);
  return found ? shortName(found.name) : BOT;
}

const letters = new Map();
export const kept = (chat, who) => (chat === LETTERS ? letters.get(who) : state.messages.get(chat)) ?? new Map();
/** An answer aside is seen by the one who asked. */
export const seen = (message, who) => !message.aside_to || message.aside_to === who;
export const sorted = (chat, who) =>
  [...kept(chat, who).values()]
    .filter((message) => seen(message, who))
    .sort((one, other) => one.message_id - other.message_id);
export const newest = (chat, who) => Math.max(0, ...kept(chat, who).keys());

export function putLetter(from, to, html, text) {
  const box = letters.get(to) ?? new Map();
  letters.set(to, box);
  const id = box.size + 1;
  box.set(id, { message_id: id, chat: LETTERS, from, date: officeNow(), text, html, buttons: [], edits: 0 });
}

export async function load() {
  const [people, chats, pins, last, violations] = await Promise.all([
    api.people(), api.chats(), api.pins(), api.newestEvent(), api.violations(),
  ]);
  Object.assign(state, { people, chats, pins, lastEvent: last.last, violations: violations.length });
  const all = await Promise.all(chats.map((chat) => api.messages(chat.id)));
  all.forEach((messages, index) => {
    state.messages.set(chats[index].id, new Map(messages.map((message) => [message.message_id, message])));
  });
  for (const one of people) {
    for (const chat of [one.id, ...shared().map((each) => each.id)]) {
      const last = read.get(key(one.id, chat)) ?? Infinity;
      read.set(key(one.id, chat), Math.min(last, newest(chat)));
    }
  }
}

/** Take one event in. A channel appears with its first post. */
export async function take(event) {
  if (event.chat && !state.messages.has(event.chat)) {
    state.messages.set(event.chat, new Map());
    state.chats = await api.chats();
  }
  if (event.kind === "deleted") kept(event.chat).delete(event.message_id);
  else if (event.message) kept(event.chat).set(event.message_id, event.message);
  if (event.kind === "violation") state.violations = event.count;
}

// What has been read, kept while the tab lives.

const key = (who, chat) => `${who}:${chat}`;
const read = new Map(JSON.parse(sessionStorage.getItem("read") ?? "[]"));

export const readUpTo = (who, chat) => read.get(key(who, chat)) ?? 0;

export function unread(who, chat) {
  const last = readUpTo(who, chat);
  return [...kept(chat, who).values()].filter((one) => one.message_id > last && one.from !== who).length;
}

export function markRead(who, chat) {
  read.set(key(who, chat), newest(chat, who));
  sessionStorage.setItem("read", JSON.stringify([...read].filter(([name]) => !name.endsWith(`:${LETTERS}`))));
}
