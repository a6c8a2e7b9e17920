// The office's clock in the header, and moving it forward.

import * as api from "./api.js";
import { failed } from "./telling.js";
import { element } from "./bubbles.js";
import { clockDay, clockTime, wall } from "./words.js";

const MINUTE = 60_000;
const face = document.getElementById("clock");
const panel = document.getElementById("clock-panel");
const input = document.getElementById("clock-input");
let shown = new Date();
let since = Date.now();
let zone = "Z";
let moving = false;

const now = () => new Date(shown.getTime() + (moving ? 0 : Date.now() - since));
const short = (date) => date.toISOString().slice(0, 16);

/** The office's moment as the server writes it. */
export const officeNow = () => iso(now());
const iso = (date) => date.toISOString().slice(0, 19) + zone;

function tomorrowAt(hours, minutes) {
  const date = new Date(now().getTime() + 24 * 60 * MINUTE);
  date.setUTCHours(hours, minutes, 0, 0);
  return date;
}

const STEPS = [
  ["+10 минут", () => new Date(now().getTime() + 10 * MINUTE)],
  ["+1 час", () => new Date(now().getTime() + 60 * MINUTE)],
  ["завтра 08:30", () => tomorrowAt(8, 30)],
  ["завтра 15:00", () => tomorrowAt(15, 0)],
  ["+1 неделя", () => new Date(now().getTime() + 7 * 24 * 60 * MINUTE)],
];

export function showTime(iso) {
  shown = wall(iso);
  since = Date.now();
  zone = iso.match(/([+-]\d\d:\d\d|Z)$/)?.[0] ?? "Z";
  tick();
}

function tick() {
  const day = element("span", "wide-text", `${clockDay(now())} в `);
  face.replaceChildren(`${moving ? "»" : "◷"} `, day, clockTime(now()));
}

export async function move(date) {
  panel.hidden = true;
  moving = true;
  face.classList.add("busy");
  try {
    const answer = await api.moveClock(iso(date));
    moving = false;
    showTime(answer.now);
  } catch (error) {
    moving = false;
    failed(error);
    showTime((await api.clock()).now);
  }
  face.classList.remove("busy");
}

export async function setUpClock() {
  showTime((await api.clock()).now);
  setInterval(tick, 1000);
  for (const [title, moment] of STEPS) {
    const step = element("button", "chip", title);
    step.type = "button";
    step.addEventListener("click", () => move(moment()));
    document.getElementById("clock-steps").append(step);
  }
  face.addEventListener("click", () => {
    panel.hidden = !panel.hidden;
    input.min = short(now());
    input.value = short(now());
  });
  panel.addEventListener("submit", (event) => {
    event.preventDefault();
    if (input.value) move(new Date(`${input.value}:00Z`));
  });
  document.addEventListener("click", (event) => {
    if (!panel.contains(event.target) && !face.contains(event.target)) panel.hidden = true;
  });
}
