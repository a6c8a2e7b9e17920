// A column: one person's view of one chat, kept up to date.

import * as api from "./api.js";
import { avatar } from "./avatars.js";
import { bubble, element, firstLine } from "./bubbles.js";
import { Composer } from "./composer.js";
import { more, tap } from "./deeds.js";
import { follow, isOurs } from "./links.js";
import { BOT, kept, LETTERS, markRead, nameOf, person, readUpTo, seen, shared, sorted, state, unread } from "./state.js";
import { failed } from "./telling.js";
import { day, role, shortName, wall } from "./words.js";

const AT_END = 80;
const TYPING = 4000;

export class Column {
  /** `ways`: {show(chat), beside(), close(), touched()} — what is done with the column as a whole. */
  constructor(ways) {
    const made = document.getElementById("column").content.cloneNode(true);
    this.root = made.firstElementChild;
    this.ways = ways;
    this.part = (selector) => this.root.querySelector(selector);
    this.list = this.part(".messages");
    this.who = this.chat = this.typingUntil = this.unseen = 0;
    this.composer = new Composer(this.root, () => this);
    this.#listen();
  }

  #listen() {
    this.root.addEventListener("pointerdown", () => this.ways.touched());
    this.part(".close").addEventListener("click", () => this.ways.close());
    this.part(".beside").addEventListener("click", () => this.ways.beside());
    this.part(".start button").addEventListener("click", () => this.say("/start"));
    this.part(".jump").addEventListener("click", () => this.toEnd());
    this.part(".pinned").addEventListener("click", () => this.find(state.pins[this.chat].at(-1)));
    this.list.addEventListener("scroll", () => this.#drawJump());
    new ResizeObserver(() => this.ended && this.toEnd()).observe(this.list);
    this.part(".block").addEventListener("click", () => {
      const known = person(this.who);
      known.blocked = !known.blocked;
      api.block(this.who, known.blocked).catch(failed);
      this.drawHead();
    });
  }

  turn({ who, chat }) {
    const other = who !== this.who || chat !== this.chat;
    if (other) {
      Object.assign(this, { who, chat, typingUntil: 0, since: readUpTo(who, chat) });
      this.composer.turn();
      this.drawMessages();
    }
    this.read();
    this.drawHead();
  }

  read() {
    if (document.visibilityState === "visible") markRead(this.who, this.chat);
  }

  say(text) {
    return api.write(this.who, this.chat, text).catch(failed);
  }

  // The head: whose eyes, which chats, what is pinned.

  drawHead() {
    const known = person(this.who);
    this.part(".who").replaceChildren(avatar(known));
    this.part(".chat-title strong").textContent = shortName(known.name);
    const typing = Date.now() < this.typingUntil;
    this.part(".chat-title span").textContent = typing ? "бот печатает…" : role(known);
    this.part(".block").hidden = this.chat !== this.who;
    this.part(".block").textContent = known.blocked ? "Разблокировать бота" : "Заблокировать бота";
    this.part(".tabs").replaceChildren(...this.#tabs());
    const pinned = kept(this.chat).get(state.pins[this.chat]?.at(-1));
    this.part(".pinned").hidden = !pinned;
    if (pinned) this.part(".pinned").replaceChildren(element("b", "", "Закреплено: "), firstLine(pinned));
  }

  #tabs() {
    const titles = shared().map((one) => [one.id, one.type === "channel" ? "Канал" : "Группа", one.title]);
    const letters = kept(LETTERS, this.who).size ? [[LETTERS, "Личное", "Что прислали люди"]] : [];
    return [[this.who, "Бот", BOT], ...titles, ...letters].map(([chat, name, title]) => {
      const made = element("button", "tab", name);
      const count = chat === this.chat ? 0 : unread(this.who, chat);
      if (count) made.append(element("span", "badge", String(count)));
      made.title = title;
      made.dataset.chat = chat;
      made.setAttribute("aria-current", chat === this.chat);
      made.addEventListener("click", () => this.ways.show(chat));
      return made;
    });
  }

  // Messages.

  #context() {
    return {
      viewer: this.who,
      signed: this.chat <= 0,
      author: nameOf,
      message: (id) => kept(this.chat, this.who).get(id),
      act: ({ link, command }) => this.#act(link, command),
      tap: (message, button, made) => tap(this.who, message, button, made),
      more: (message) => more(this.who, message, (answered) => this.composer.answer(answered)),
    };
  }

  #act(link, command) {
    if (command) this.say(command);
    if (command || !isOurs(link)) return Boolean(command);
    follow(this.who, link);
    return true;
  }

  drawMessages() {
    const rows = [];
    let shownDay = "", marked = false;
    for (const message of sorted(this.chat, this.who)) {
      const itsDay = day(wall(message.date));
      if (itsDay !== shownDay) rows.push(element("div", "day", itsDay));
      shownDay = itsDay;
      const fresh = this.since && message.message_id > this.since && message.from !== this.who;
      if (fresh && !marked) rows.push(element("div", "fresh", "Новые сообщения"));
      marked ||= fresh;
      rows.push(bubble(message, this.#context()));
    }
    this.list.replaceChildren(...rows);
    this.part(".start").hidden = rows.length > 0 || this.chat !== this.who;
    this.toEnd();
    this.list.querySelector(".fresh")?.scrollIntoView({ block: "center" });
    for (const picture of this.list.querySelectorAll("img")) {
      picture.addEventListener("load", () => this.toEnd(), { once: true });
    }
  }

  take(event) {
    if (event.kind === "action" && event.chat === this.chat) this.typingUntil = Date.now() + TYPING;
    if (event.message_id && event.chat === this.chat) this.#redraw(event);
  }

  #redraw(event) {
    const old = this.list.querySelector(`[data-id="${event.message_id}"]`);
    const message = kept(this.chat).get(event.message_id);
    if (message && !seen(message, this.who)) return;
    const follows = this.#atEnd() || message?.from === this.who;
    if (old && message) old.replaceWith(bubble(message, this.#context()));
    else if (old) this.drawMessages();
    else if (message) {
      this.#append(message);
      if (!follows) this.unseen += 1;
    }
    if (follows) this.toEnd();
    else this.#drawJump();
  }

  #append(message) {
    const before = sorted(this.chat, this.who).at(-2);
    const itsDay = day(wall(message.date));
    if (!before || day(wall(before.date)) !== itsDay) this.list.append(element("div", "day", itsDay));
    const made = bubble(message, this.#context());
    made.classList.add("new");
    this.list.append(made);
    this.part(".start").hidden = true;
  }

  // Where one is in the chat.

  #atEnd() {
    return this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < AT_END;
  }

  toEnd() {
    this.list.scrollTop = this.list.scrollHeight;
    this.#drawJump();
  }

  #drawJump() {
    const end = (this.ended = this.#atEnd());
    if (end) this.unseen = 0;
    this.part(".jump").hidden = end;
    this.part(".jump span").textContent = this.unseen || "";
  }

  find(id) {
    const target = this.list.querySelector(`[data-id="${id}"]`);
    target?.scrollIntoView({ block: "center", behavior: "smooth" });
    target?.classList.add("found");
    setTimeout(() => target?.classList.remove("found"), 1500);
  }
}
