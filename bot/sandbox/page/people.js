// The list of people: whose chats to look at.

import { avatar } from "./avatars.js";
import { element } from "./bubbles.js";
import { LETTERS, state, unread } from "./state.js";
import { role, shortName } from "./words.js";

const nav = document.getElementById("people");

export function entry(person, note = role(person)) {
  const words = element("span", "entry-text", element("span", "", shortName(person.name)), element("small", "", note));
  return element("button", "entry", avatar(person), words);
}

/** `open(id, beside)`; `shown` are the ids looked at now. */
export function drawPeople(shown, open) {
  const rows = [];
  for (const [title, members] of [
    ["Состав проектного офиса", state.people.filter((one) => one.seat)],
    ["Другие", state.people.filter((one) => !one.seat)],
  ]) {
    rows.push(element("div", "nav-title", title), ...members.map((one) => row(one, shown, open)));
  }
  nav.replaceChildren(...rows);
}

function row(one, shown, open) {
  const made = entry(one);
  const count = unread(one.id, one.id) + unread(one.id, LETTERS);
  if (count) made.append(element("span", "badge", String(count)));
  made.setAttribute("aria-current", shown.includes(one.id));
  made.dataset.person = one.id;
  made.addEventListener("click", (event) => open(one.id, event.ctrlKey || event.metaKey));
  const beside = element("button", "plain beside", "+");
  beside.title = `Рядом: ${shortName(one.name)}`;
  beside.setAttribute("aria-label", beside.title);
  beside.addEventListener("click", () => open(one.id, true));
  return element("div", "person", made, beside);
}
