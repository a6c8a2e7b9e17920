// The page by the keyboard: Alt with a digit, an arrow, a letter; «?» says which.

import { group } from "./state.js";
import { alert } from "./telling.js";

const HELP = `Alt + 1…9 — человек на этом месте
Alt + G — группа, Alt + B — чат с ботом
Alt + ← → — другая колонка
Alt + N — ещё одна колонка, Alt + W — убрать её
Alt + End — к последнему сообщению
/ — писать команду, Esc — закрыть
? — эта подсказка`;

export function setUpKeys({ page, open, look, pairs, seats }) {
  const column = () => page.columns[page.active];
  const turn = (by) => {
    const next = (page.active + by + page.columns.length) % page.columns.length;
    look(pairs(), next);
    column().root.querySelector("textarea").focus();
  };
  const WITH_ALT = {
    KeyG: () => column().ways.show(group().id),
    KeyB: () => column().ways.show(column().who),
    KeyN: () => column().ways.beside(),
    KeyW: () => page.columns.length > 1 && column().ways.close(),
    ArrowLeft: () => turn(-1),
    ArrowRight: () => turn(1),
    End: () => column().toEnd(),
  };
  document.addEventListener("keydown", (event) => {
    const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
    const deed = digit ? () => open(seats()[digit - 1].id) : WITH_ALT[event.code];
    if (event.altKey && deed) {
      event.preventDefault();
      deed();
    } else if (event.key === "Escape") {
      for (const one of document.querySelectorAll(".popover")) one.hidden = true;
    } else if (!typing(event.target) && event.key === "/") {
      event.preventDefault();
      column().composer.put("/");
    } else if (!typing(event.target) && event.key === "?") alert(HELP);
  });
}

const typing = (target) => target.matches("input, textarea, select, dialog *");
