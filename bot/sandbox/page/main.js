// The chat page: one person's view of the sandbox, kept up to date.

import * as api from "./api.js";
import { bubble, element } from "./bubbles.js";
import { setUpClock, showTime } from "./clock.js";
import { setUpComposer } from "./composer.js";
import { DEEP_LINK } from "./richtext.js";
import { BOT, group, kept, load, markRead, nameOf, person, shared, shownChat, state, take, unread } from "./state.js";
import { alert, toast } from "./telling.js";
import { day, hue, initials, role, shortName, wall } from "./words.js";

const EVERY = 600;
const $ = (id) => document.getElementById(id);
const list = $("messages");
let busyUntil = 0;

function view() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const who = Number(asked.get("person"));
  state.person = state.people.some((one) => one.id === who) ? who : state.people[0].id;
  state.chat = Number(asked.get("chat")) === group().id ? group().id : state.person;
  markRead();
  drawPeople();
  drawChats();
  drawHead();
  drawMessages();
  composer.refresh();
}

function go(who, chat) {
  const hash = `#person=${who}&chat=${chat}`;
  $("people").classList.remove("open");
  if (location.hash === hash) view();
  else location.hash = hash;
}

function avatar(id, name, kind = "") {
  const made = element("div", `avatar ${kind}`, kind === "bot" ? "ПО" : kind === "group" ? "МЦ" : initials(name));
  made.style.setProperty("--hue", hue(id));
  return made;
}

function entry(picture, title, note, count, current, open) {
  const made = element("button", "entry", picture,
    element("span", "entry-text", element("span", "", title), element("small", "", note)));
  if (count) made.append(element("span", "badge", String(count)));
  made.setAttribute("aria-current", current);
  made.addEventListener("click", open);
  return made;
}

function drawPeople() {
  const rows = [];
  for (const [title, members] of [
    ["Состав проектного офиса", state.people.filter((one) => one.seat)],
    ["Другие", state.people.filter((one) => !one.seat)],
  ]) {
    rows.push(element("div", "nav-title", title));
    for (const one of members) {
      const current = one.id === state.person;
      rows.push(entry(avatar(one.id, one.name), shortName(one.name), role(one), unread(one.id, one.id), current,
        () => go(one.id, state.chat < 0 ? state.chat : one.id)));
    }
  }
  $("people").replaceChildren(...rows);
}

function drawChats() {
  const line = (chat) => {
    const newest = [...kept(chat).values()].at(-1);
    return newest ? newest.text.split("\n")[0] || newest.document?.file_name || "" : "нет сообщений";
  };
  const one = (chat, name, picture) =>
    entry(picture, name, line(chat), unread(state.person, chat), chat === state.chat, () => go(state.person, chat));
  $("chats").replaceChildren(
    element("div", "nav-title", `Чаты: ${shortName(person().name)}`),
    one(state.person, BOT, avatar(0, BOT, "bot")),
    ...shared().map((chat) => one(chat.id, chat.title, avatar(chat.id, "", "group"))),
  );
}

function drawHead() {
  const inGroup = state.chat < 0;
  $("chat-avatar").replaceChildren(inGroup ? avatar(state.chat, "", "group") : avatar(0, BOT, "bot"));
  $("chat-name").textContent = inGroup ? shownChat().title : BOT;
  const typing = Date.now() < busyUntil ? "печатает…" : "";
  const common = shownChat().type === "channel" ? "канал для жителей" : `группа, участников: ${state.people.length + 1}`;
  $("chat-note").textContent = typing || (inGroup ? common : `бот · вы — ${person().name}`);
  $("block").hidden = inGroup;
  $("block").textContent = person().blocked ? "Разблокировать" : "Заблокировать";
  const pinned = kept(state.chat).get(state.pins[state.chat]?.at(-1));
  $("pinned").hidden = !pinned;
  if (pinned) $("pinned").replaceChildren(element("b", "", "Закреплено: "), pinned.text.split("\n")[0]);
  const wide = element("span", "wide-text", "Нарушения ");
  $("violations").replaceChildren(wide, `Bot API: ${state.violations}`);
  $("violations").className = `chip ${state.violations ? "bad" : "good"}`;
}

const context = () => ({
  viewer: state.person,
  inGroup: state.chat < 0,
  author: nameOf,
  message: (id) => kept(state.chat).get(id),
  act,
  tap,
});

function drawMessages() {
  const rows = [];
  let shownDay = "";
  for (const message of sorted(state.chat)) {
    const itsDay = day(wall(message.date));
    if (itsDay !== shownDay) rows.push(element("div", "day", itsDay));
    shownDay = itsDay;
    rows.push(bubble(message, context()));
  }
  list.replaceChildren(...rows);
  $("start").hidden = rows.length > 0 || state.chat < 0;
  list.scrollTop = list.scrollHeight;
  for (const picture of list.querySelectorAll("img")) {
    picture.addEventListener("load", () => { list.scrollTop = list.scrollHeight; }, { once: true });
  }
}

const sorted = (chat) => [...kept(chat).values()].sort((one, other) => one.message_id - other.message_id);

function redraw(event) {
  const old = list.querySelector(`[data-id="${event.message_id}"]`);
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
  const message = kept(state.chat).get(event.message_id);
  if (old && message) old.replaceWith(bubble(message, context()));
  else if (old) drawMessages();
  else if (message) {
    const before = sorted(state.chat).at(-2);
    const itsDay = day(wall(message.date));
    if (!before || day(wall(before.date)) !== itsDay) list.append(element("div", "day", itsDay));
    const made = bubble(message, context());
    made.classList.add("new");
    list.append(made);
    $("start").hidden = true;
  }
  if (atEnd || message?.from === state.person) list.scrollTop = list.scrollHeight;
}

async function act({ link, command }) {
  if (command) return say(command);
  const deep = DEEP_LINK.exec(link);
  if (!deep) return;
  go(state.person, state.person);
  await say(`/start ${deep[1]}`, state.person);
}

async function say(text, chat = state.chat) {
  await api.write(state.person, chat, text).catch((error) => toast(error.message, true));
}

async function tap(message, button, made) {
  if (button.url) {
    if (DEEP_LINK.test(button.url)) await act({ link: button.url });
    else window.open(button.url, "_blank", "noopener");
    return;
  }
  made.classList.add("waiting");
  try {
    const shown = await api.tap(state.person, message.chat, message.message_id, button.data ?? button.text);
    if (shown.alert) alert(shown.answer);
    else if (shown.answer) toast(shown.answer);
    else if (shown.answer === null) toast("Бот не ответил", true);
  } catch (error) {
    toast(error.message, true);
  }
  made.classList.remove("waiting");
}

async function listen() {
  try {
    const { last, events, reset } = await api.events(state.lastEvent);
    $("clock").classList.remove("bad");
    if (reset) {
      await load();
      view();
    } else {
      state.lastEvent = last;
      if (events.length) await show(events);
    }
  } catch {
    $("clock").classList.add("bad");
    $("clock").textContent = "нет связи";
  }
  setTimeout(listen, EVERY);
}

async function show(events) {
  for (const event of events) {
    await take(event);
    if (event.kind === "clock") showTime(event.now);
    if (event.kind === "action" && event.chat === state.chat) busyUntil = Date.now() + 4000;
    if (event.message_id && event.chat === state.chat) redraw(event);
  }
  if (events.some((event) => event.kind === "pinned" || event.kind === "deleted")) state.pins = await api.pins();
  if (events.some((event) => event.kind === "commands")) composer.refresh();
  markRead();
  drawPeople();
  drawChats();
  drawHead();
}

const composer = setUpComposer({ say });

$("open-people").addEventListener("click", () => $("people").classList.toggle("open"));
list.addEventListener("click", () => $("people").classList.remove("open"));
$("start").querySelector("button").addEventListener("click", () => say("/start"));
$("pinned").addEventListener("click", () => {
  const target = list.querySelector(`[data-id="${state.pins[state.chat].at(-1)}"]`);
  target?.scrollIntoView({ block: "center", behavior: "smooth" });
  target?.classList.add("found");
  setTimeout(() => target?.classList.remove("found"), 1500);
});
$("block").addEventListener("click", async () => {
  await api.block(state.person, !person().blocked);
  person().blocked = !person().blocked;
  drawHead();
});
$("violations").addEventListener("click", async () => {
  const broken = await api.violations();
  alert(broken.map((one) => `${one.method} · ${one.rule}\n${one.detail}`).join("\n\n") || "Бот не нарушил ни одного правила Bot API");
});
window.addEventListener("hashchange", view);

await load();
await setUpClock();
view();
listen();
