// Telling a person something: a line that goes by itself, a window to close, a choice.

import { element } from "./bubbles.js";

const SHOWN_FOR = 4000;

const MOST_SHOWN = 3;

/** `name` is who is told, where several people are looked at. */
export function toast(text, { wrong = false, name = "" } = {}) {
  const made = element("div", wrong ? "toast wrong" : "toast", ...(name ? [element("b", "", `${name}: `)] : []), text);
  const shown = document.getElementById("toasts");
  shown.append(made);
  while (shown.children.length > MOST_SHOWN) shown.firstChild.remove();
  setTimeout(() => made.remove(), SHOWN_FOR);
}

export const failed = (error) => toast(error.message, { wrong: true });

export function alert(text, name = "") {
  const dialog = document.getElementById("alert");
  dialog.querySelector("h2").textContent = name;
  dialog.querySelector("p").textContent = text;
  if (!dialog.open) dialog.showModal();
}

/** One of `rows` ([node, value]), or null. */
export function choose(title, rows) {
  const dialog = document.getElementById("choice");
  dialog.querySelector("p").textContent = title;
  return new Promise((resolve) => {
    let chosen = null;
    dialog.querySelector(".choices").replaceChildren(...rows.map(([node, value]) => {
      node.addEventListener("click", () => {
        chosen = value;
        dialog.close();
      });
      return node;
    }));
    dialog.addEventListener("close", () => resolve(chosen), { once: true });
    dialog.showModal();
  });
}
