// Writing in a column: text, a file, an answer to a message, or a command from the person's menu.

import * as api from "./api.js";
import { element, firstLine } from "./bubbles.js";
import { LETTERS } from "./state.js";
import { failed } from "./telling.js";
import { size } from "./words.js";

/** What was begun and not sent, by person and chat. */
const drafts = new Map();

export class Composer {
  /** `root` is the column, `where()` says {who, chat}. */
  constructor(root, where) {
    this.where = where;
    this.text = root.querySelector("textarea");
    this.menu = root.querySelector(".menu");
    this.chip = root.querySelector(".attachment");
    this.picker = root.querySelector("input[type=file]");
    this.opener = root.querySelector(".open-menu");
    this.form = root.querySelector(".composer");
    this.file = null;
    this.answered = null;
    this.#listen(root);
  }

  #listen(root) {
    this.form.addEventListener("submit", (event) => this.send(event));
    this.text.addEventListener("input", () => this.grow());
    this.text.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) this.send(event);
      if (event.key === "Escape") this.menu.hidden = true;
    });
    this.picker.addEventListener("change", () => this.attach(this.picker.files[0]));
    this.opener.addEventListener("click", () => this.toggleMenu());
    document.addEventListener("click", ({ target }) => {
      if (!this.menu.contains(target) && !this.opener.contains(target)) this.menu.hidden = true;
    });
    for (const kind of ["dragover", "dragleave", "drop"]) {
      root.addEventListener(kind, (event) => {
        event.preventDefault();
        root.classList.toggle("dropping", kind === "dragover");
        if (kind === "drop" && event.dataTransfer.files.length) this.attach(event.dataTransfer.files[0]);
      });
    }
  }

  /** Another person or chat is looked at. */
  turn() {
    const { who, chat } = this.where();
    drafts.set(this.place, this.text.value);
    this.place = `${who}:${chat}`;
    this.text.value = drafts.get(this.place) ?? "";
    this.menu.hidden = true;
    this.form.hidden = chat === LETTERS;
    this.attach(null);
    this.answer(null);
    this.grow();
  }

  grow() {
    this.text.style.height = "auto";
    this.text.style.height = `${this.text.scrollHeight}px`;
  }

  put(words) {
    this.text.value = words;
    this.grow();
    this.text.focus();
  }

  attach(file) {
    this.file = file ?? null;
    this.picker.value = "";
    this.#showChip();
  }

  answer(message) {
    this.answered = message;
    this.#showChip();
  }

  #showChip() {
    const said = [];
    if (this.answered) said.push(`↩ ${firstLine(this.answered)}`);
    if (this.file) said.push(`▤ ${this.file.name} · ${size(this.file.size)}`);
    this.chip.hidden = !said.length;
    if (!said.length) return;
    const away = element("button", "plain", "✕");
    away.setAttribute("aria-label", "Убрать");
    away.addEventListener("click", () => {
      this.attach(null);
      this.answer(null);
    });
    this.chip.replaceChildren(element("span", "", said.join(" · ")), away);
    this.text.focus();
  }

  async send(event) {
    event?.preventDefault();
    const { who, chat } = this.where();
    const [words, file, answered] = [this.text.value.trim(), this.file, this.answered];
    if (!words && !file) return;
    this.text.value = "";
    this.attach(null);
    this.answer(null);
    this.grow();
    try {
      await api.write(who, chat, words, { file, reply_to: answered?.message_id });
    } catch (error) {
      failed(error);
      this.put(words);
      this.attach(file);
    }
  }

  async toggleMenu() {
    if (this.menu.hidden) await this.#fillMenu().catch(failed);
    this.menu.hidden = !this.menu.hidden;
  }

  /** The person's commands changed. */
  refresh() {
    if (!this.menu.hidden) this.#fillMenu().catch(() => { this.menu.hidden = true; });
  }

  async #fillMenu() {
    const { who, chat } = this.where();
    const rows = (await api.commands(who, chat)).map(({ command, description }) => {
      const row = element("button", "", element("b", "", `/${command}`), element("span", "", description));
      row.type = "button";
      row.addEventListener("click", () => {
        this.menu.hidden = true;
        api.write(who, chat, `/${command}`).catch(failed);
      });
      return row;
    });
    this.menu.replaceChildren(...(rows.length ? rows : [element("p", "", "У этого человека здесь нет команд")]));
  }
}
