// Faults by a switch: while one is on, every third call of the bot meets it.

import * as api from "./api.js";
import { element } from "./bubbles.js";
import { failed } from "./telling.js";

const MANY = 100_000;
const KINDS = [
  ["drop", "Связь обрывается", "вызов не дошёл"],
  ["500", "Сервер отвечает 500", "вызов не выполнен"],
  ["429", "Слишком часто", "«повторите через секунду»"],
  ["late", "Ответы опаздывают", "вызов выполнен, ответ через 3 секунды"],
  ["lost", "Ответы теряются", "вызов выполнен, бот этого не знает"],
  ["outage", "Мессенджер недоступен", "не проходит ничего"],
];
const SECONDS = { late: 3 };
const on = new Set();

async function ask() {
  await api.clearFaults();
  for (const kind of on) {
    const share = kind === "outage" ? 1 : 0.34;
    await api.addFault({ method: "*", kind, times: MANY, seconds: SECONDS[kind] ?? 1, share });
  }
}

function switchOf([kind, title, note]) {
  const box = element("input");
  box.type = "checkbox";
  box.setAttribute("role", "switch");
  box.dataset.kind = kind;
  box.addEventListener("change", async () => {
    if (box.checked) on.add(kind);
    else on.delete(kind);
    await ask().then(() => document.getElementById("faults").classList.toggle("bad", on.size > 0)).catch(failed);
  });
  return element("label", "switch", box, element("span", "", title, element("small", "", note)));
}

export function setUpFaults() {
  const [opener, panel] = [document.getElementById("faults"), document.getElementById("faults-panel")];
  document.getElementById("fault-switches").replaceChildren(...KINDS.map(switchOf));
  opener.addEventListener("click", () => { panel.hidden = !panel.hidden; });
  document.addEventListener("click", ({ target }) => {
    if (!panel.contains(target) && !opener.contains(target)) panel.hidden = true;
  });
}
