// Writing: text, a file, or a command from the person's menu.

import * as api from "./api.js";
import { element } from "./bubbles.js";
import { state } from "./state.js";
import { toast } from "./telling.js";
import { size } from "./words.js";

const $ = (id) => document.getElementById(id);
const text = $("text");
const menu = $("menu");
const chip = $("attachment");
let file = null;

function grow() {
  text.style.height = "auto";
  text.style.height = `${text.scrollHeight}px`;
}

function attach(chosen) {
  file = chosen ?? null;
  $("file").value = "";
  chip.hidden = !file;
  if (!file) return;
  const away = element("button", "plain", "✕");
  away.addEventListener("click", () => attach(null));
  chip.replaceChildren(element("span", "", `📎 ${file.name} · ${size(file.size)}`), away);
  text.focus();
}

async function send(event) {
  event?.preventDefault();
  const [words, sent] = [text.value.trim(), file];
  if (!words && !sent) return;
  text.value = "";
  attach(null);
  grow();
  try {
    await api.write(state.person, state.chat, words, sent);
  } catch (error) {
    toast(error.message, true);
    text.value = words;
    attach(sent);
  }
}

async function fillMenu(say) {
  const commands = await api.commands(state.person, state.chat);
  const rows = commands.map(({ command, description }) => {
    const row = element("button", "", element("b", "", `/${command}`), element("span", "", description));
    row.type = "button";
    row.addEventListener("click", () => {
      menu.hidden = true;
      say(`/${command}`);
    });
    return row;
  });
  menu.replaceChildren(...(rows.length ? rows : [element("p", "", "У этого человека здесь нет команд")]));
}

export function setUpComposer({ say }) {
  const form = $("composer");
  form.addEventListener("submit", send);
  text.addEventListener("input", grow);
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) send(event);
    if (event.key === "Escape") menu.hidden = true;
  });
  $("file").addEventListener("change", () => attach($("file").files[0]));
  $("open-menu").addEventListener("click", async () => {
    if (menu.hidden) await fillMenu(say).catch((error) => toast(error.message, true));
    menu.hidden = !menu.hidden;
  });
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target) && !$("open-menu").contains(event.target)) menu.hidden = true;
  });
  const chat = document.querySelector(".chat");
  for (const kind of ["dragover", "dragleave", "drop"]) {
    chat.addEventListener(kind, (event) => {
      event.preventDefault();
      chat.classList.toggle("dropping", kind === "dragover");
      if (kind === "drop" && event.dataTransfer.files.length) attach(event.dataTransfer.files[0]);
    });
  }
  const refresh = () => {
    if (!menu.hidden) fillMenu(say).catch(() => { menu.hidden = true; });
  };
  return { refresh };
}
