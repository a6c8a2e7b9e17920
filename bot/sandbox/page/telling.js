// Telling a person something: a line that goes by itself, or a window to close.

import { element } from "./bubbles.js";

const SHOWN_FOR = 4000;

export function toast(text, wrong = false) {
  const made = element("div", wrong ? "toast wrong" : "toast", text);
  document.getElementById("toasts").append(made);
  setTimeout(() => made.remove(), SHOWN_FOR);
}

export function alert(text) {
  const dialog = document.getElementById("alert");
  dialog.querySelector("p").textContent = text;
  if (!dialog.open) dialog.showModal();
}
