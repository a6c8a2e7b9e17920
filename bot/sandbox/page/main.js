// The chat page: people side by side, each with their view of the sandbox, kept up to date.

import * as address from "./address.js";
import * as api from "./api.js";
import { setUpClock, showTime } from "./clock.js";
import { Column } from "./column.js";
import { share } from "./deeds.js";
import { setUpFaults } from "./faults.js";
import { setUpKeys } from "./keys.js";
import { setUpLinks } from "./links.js";
import { setUpLooks } from "./looks.js";
import { drawPeople } from "./people.js";
import { load, person, state, take } from "./state.js";
import { alert } from "./telling.js";
import { setUpTour } from "./tour.js";

const EVERY = 600;
const $ = (id) => document.getElementById(id);
const page = { columns: [], active: 0 };
const tour = {};

const pairs = () => page.columns.map(({ who, chat }) => ({ who, chat }));

/** Look at these people's chats; nothing else is to be seen. */
function look(wanted, active = 0) {
  page.active = Math.min(active, wanted.length - 1);
  if (!address.put(wanted)) view();
}

function view() {
  const wanted = address.asked();
  while (page.columns.length > wanted.length) page.columns.pop().root.remove();
  while (page.columns.length < wanted.length) page.columns.push(made());
  activate(Math.min(page.active, wanted.length - 1));
  wanted.forEach((one, index) => page.columns[index].turn(one));
  $("people").classList.remove("open");
  draw();
}

function made() {
  const column = new Column({
    show: (chat) => change(column, { who: column.who, chat }),
    close: () => look(pairs().filter((_, index) => page.columns[index] !== column)),
    beside: () => open(another(), true),
    touched: () => activate(page.columns.indexOf(column)),
  });
  $("columns").append(column.root);
  return column;
}

function activate(index) {
  page.active = index;
  page.columns.forEach((one, each) => one.root.classList.toggle("active", each === index));
}

const change = (column, pair) => look(pairs().map((one, index) => (page.columns[index] === column ? pair : one)), page.active);

const another = () => state.people.find((one) => !page.columns.some((column) => column.who === one.id))?.id;

/** Look at a person: in the active column, or in one more. */
function open(who, beside = false) {
  const { chat } = page.columns[page.active];
  const pair = { who, chat: chat < 0 ? chat : who };
  if (beside) look([...pairs(), pair], page.columns.length);
  else change(page.columns[page.active], pair);
}

/** Where a link led: in the column of that person, or in the active one. */
function show(who, chat) {
  const own = page.columns.findIndex((one) => one.who === who);
  const index = own < 0 ? page.active : own;
  look(pairs().map((one, each) => (each === index ? { who, chat } : one)), index);
}

function draw() {
  drawPeople(page.columns.map((one) => one.who), open);
  for (const one of page.columns) one.drawHead();
  activate(page.active);
  $("columns").dataset.count = page.columns.length;
  $("violations").textContent = `Bot API: ${state.violations}`;
  $("violations").className = `chip ${state.violations ? "bad" : "good"}`;
}

async function listen() {
  try {
    const { last, events, reset } = await api.events(state.lastEvent);
    $("clock").classList.remove("bad");
    if (reset) {
      await load();
      page.columns.splice(0).forEach((one) => one.root.remove());
      view();
    } else {
      state.lastEvent = last;
      if (events.length) await takeIn(events);
    }
  } catch {
    $("clock").classList.add("bad");
    $("clock").textContent = "нет связи";
  }
  setTimeout(listen, EVERY);
}

async function takeIn(events) {
  for (const event of events) {
    await take(event);
    if (event.kind === "clock") showTime(event.now);
    for (const one of page.columns) one.take(event);
  }
  if (events.some((event) => event.kind === "pinned" || event.kind === "deleted")) state.pins = await api.pins();
  if (events.some((event) => event.kind === "commands")) page.columns.forEach((one) => one.composer.refresh());
  for (const one of page.columns) one.read();
  draw();
  tour.look();
}

document.addEventListener("letters", () => {
  draw();
  tour.look();
});
document.addEventListener("visibilitychange", () => {
  for (const one of page.columns) one.read();
  draw();
});
$("open-people").addEventListener("click", () => $("people").classList.toggle("open"));
$("columns").addEventListener("click", () => $("people").classList.remove("open"));
$("violations").addEventListener("click", async () => {
  const broken = await api.violations();
  alert(broken.map((one) => `${one.method} · ${one.rule}\n${one.detail}`).join("\n\n") || "Бот не нарушил ни одного правила Bot API");
});
window.addEventListener("hashchange", view);

setUpLooks();
setUpLinks(show, share);
setUpFaults();
await load();
await setUpClock();
view();
setUpKeys({ page, open, look, pairs, seats: () => state.people.filter((one) => one.seat) });
Object.assign(tour, setUpTour({ look, columns: () => page.columns, person }));
listen();
