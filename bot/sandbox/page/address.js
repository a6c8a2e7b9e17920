// Who is looked at stands in the address: #person=1001&chat=1001&person=1002&chat=-1001…, a pair a column.

import { group, LETTERS, person, shared, state } from "./state.js";

const MOST = 6;

/** [{who, chat}] as the address says, or as a newcomer should see it. */
export function asked() {
  const said = new URLSearchParams(location.hash.slice(1));
  const chats = said.getAll("chat").map(Number);
  const pairs = said.getAll("person").map(Number).map((who, index) => ({ who, chat: chats[index] }));
  const known = pairs.filter(({ who }) => person(who)).slice(0, MOST);
  return (known.length ? known : [{ who: firstPerson().id }]).map(({ who, chat }) => ({ who, chat: chatOf(who, chat) }));
}

export function put(columns) {
  const hash = `#${columns.map(({ who, chat }) => `person=${who}&chat=${chat}`).join("&")}`;
  const same = location.hash === hash;
  if (!same) location.hash = hash;
  return !same;
}

const firstPerson = () =>
  state.people.some((one) => one.bound && one.seat) ? state.people[0] : state.people.find((one) => one.role === "admin");

function chatOf(who, chat) {
  if (chat === LETTERS || shared().some((one) => one.id === chat)) return chat;
  return chat < 0 ? group().id : who;
}
