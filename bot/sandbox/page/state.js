// What the page knows: people, chats, messages, who looks at what, what has been read.

import * as api from "./api.js";
import { shortName } from "./words.js";

export const state = {
  people: [], chats: [], messages: new Map(), pins: {}, read: new Map(), violations: 0,
  person: 0, chat: 0, lastEvent: 0, started: true,
};

export const person = () => state.people.find((one) => one.id === state.person);
export const group = () => state.chats.find((one) => one.id < 0);
export const shared = () => state.chats.filter((one) => one.id < 0);
export const shownChat = () => state.chats.find((one) => one.id === state.chat);
export const kept = (chat) => state.messages.get(chat) ?? new Map();
export const BOT = "Проектный офис";
export function nameOf(id) {
  const found = state.people.find((one) => one.id === id);
  return found ? shortName(found.name) : BOT;
}
const key = (who, chat) => `${who}:${chat}`;

export async function load() {
  const [people, chats, pins, newest, violations] = await Promise.all([
    api.people(), api.chats(), api.pins(), api.newestEvent(), api.violations(),
  ]);
  Object.assign(state, { people, chats, pins, lastEvent: newest.last, violations: violations.length });
  const all = await Promise.all(chats.map((chat) => api.messages(chat.id)));
  all.forEach((messages, index) => {
    state.messages.set(chats[index].id, new Map(messages.map((message) => [message.message_id, message])));
  });
  for (const one of people) {
    for (const chat of [one.id, ...shared().map((each) => each.id)]) {
      if (!state.read.has(key(one.id, chat))) state.read.set(key(one.id, chat), newestIn(chat));
    }
  }
}

const newestIn = (chat) => Math.max(0, ...kept(chat).keys());

export function unread(who, chat) {
  const read = state.read.get(key(who, chat)) ?? 0;
  return [...kept(chat).values()].filter((one) => one.message_id > read && one.from !== who).length;
}

export function markRead() {
  state.read.set(key(state.person, state.chat), newestIn(state.chat));
}

/** Take one event in; says what has to be drawn anew. A channel appears with its first post. */
export async function take(event) {
  if (event.chat && !state.messages.has(event.chat)) {
    state.messages.set(event.chat, new Map());
    state.chats = await api.chats();
  }
  if (event.kind === "deleted") kept(event.chat).delete(event.message_id);
  else if (event.message) kept(event.chat).set(event.message_id, event.message);
  if (event.kind === "violation") state.violations = event.count;
}
