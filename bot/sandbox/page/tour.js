// The guided tour: a panel that leads from step to step and goes on by itself when a step is done.

import { move } from "./clock.js";
import { element } from "./bubbles.js";
import { listeners } from "./deeds.js";
import * as hands from "./hands.js";
import { group, LETTERS, state } from "./state.js";
import { failed } from "./telling.js";
import { EVENING, MEETING } from "./tours.js";

const MINUTES_A_STEP = 0.75;
const panel = document.getElementById("tour");
const opener = document.getElementById("open-tour");

/** `look(pairs)` shows people side by side, `columns()` are those shown. */
export function setUpTour({ look, columns }) {
  const tour = { steps: [], at: -1, who: new Set(), clock: null, busy: false };
  const step = () => tour.steps[tour.at];
  const chatOf = (one, place) => ({ own: hands.whoIs(one), group: group().id, letters: LETTERS })[place];

  function begin() {
    const empty = !state.people.some((one) => one.bound && one.seat);
    tour.steps = empty ? [...EVENING, ...MEETING] : MEETING;
    turn(0);
  }

  function turn(to) {
    Object.assign(tour, { at: to, who: new Set() });
    tour.clock = step()?.clock?.() ?? null;
    if (step()) show();
    draw();
    setTimeout(mark, 100);
  }

  function show() {
    const pairs = step().see.map(([one, place]) => ({ who: hands.whoIs(one), chat: chatOf(one, place) }));
    const room = Math.max(1, Math.floor(document.getElementById("columns").clientWidth / 340));
    look(pairs.slice(0, room));
  }

  function end() {
    tour.at = -1;
    panel.hidden = true;
    mark();
  }

  // What is to be tapped glows.
  function mark() {
    for (const old of document.querySelectorAll(".glow")) old.classList.remove("glow");
    const word = step()?.word;
    if (!word) return;
    for (const made of document.querySelectorAll(".buttons button, .start button")) {
      const text = made.textContent;
      if (word instanceof RegExp ? word.test(text) : text === word || text.endsWith(` ${word}`)) made.classList.add("glow");
    }
  }

  function check() {
    mark();
    if (!step() || tour.busy) return;
    if (step().done({ tapped: tour.who.size, clock: tour.clock })) turn(tour.at + 1);
  }

  async function play() {
    tour.busy = true;
    draw();
    await Promise.resolve(tour.clock ? hands.wait(tour.clock) : step().play()).catch(failed);
    tour.busy = false;
    draw();
    check();
  }

  function draw() {
    opener.hidden = false;
    panel.hidden = tour.at < 0;
    if (panel.hidden) return;
    panel.replaceChildren(...(step() ? stepParts() : endParts()));
  }

  function stepParts() {
    const left = Math.max(1, Math.round((tour.steps.length - tour.at) * MINUTES_A_STEP));
    const bar = element("progress");
    Object.assign(bar, { max: tour.steps.length, value: tour.at });
    return [
      head(`${tour.at + 1} из ${tour.steps.length} · осталось около ${left} мин`),
      bar,
      element("h2", "", step().title),
      element("p", "", step().text),
      ...(step().type ? [element("pre", "", step().type())] : []),
      tour.busy ? element("p", "hint", "Делается…") : buttons(),
    ];
  }

  function buttons() {
    const row = element("div", "tour-buttons");
    const add = (title, name, deed) => {
      const made = element("button", name, title);
      made.addEventListener("click", deed);
      row.append(made);
    };
    if (step().type) add("Вставить", "primary", () => insert());
    if (tour.clock) add("Перевести часы", "primary", () => move(tour.clock).then(check));
    else add("Сделать за меня", "chip", play);
    add("Показать", "chip", () => { show(); setTimeout(mark, 100); });
    add("Дальше", "chip", () => turn(tour.at + 1));
    return row;
  }

  /** The words go where the person of this step writes: to the bot. */
  function insert() {
    const who = hands.whoIs(step().see[0][0]);
    const words = step().type();
    const put = () => columns().find((one) => one.who === who && one.chat === who)?.composer.put(words);
    if (columns().some((one) => one.who === who && one.chat === who)) put();
    else {
      look([{ who, chat: who }]);
      setTimeout(put, 100);
    }
  }

  function head(words) {
    const close = element("button", "plain", "✕");
    close.setAttribute("aria-label", "Закрыть экскурсию");
    close.addEventListener("click", end);
    return element("div", "tour-head", element("span", "hint", words), close);
  }

  function endParts() {
    return [
      head("Готово"),
      element("h2", "", "Протокол подписан и разослан"),
      element("p", "", "Откройте PDF у любого члена офиса: номер, явка, голоса, решения, подпись и QR-код, по которому проверяют подлинник."),
      element("p", "", "Дальше — сами: переведите часы на завтра 08:30 и прочтите сводки, загрузите выгрузку, включите неполадки ⚡."),
    ];
  }

  opener.addEventListener("click", () => (panel.hidden ? begin() : end()));
  listeners.add(({ who, word }) => {
    const wanted = step()?.word;
    const counts = wanted instanceof RegExp ? /(^|\s)(За|Против|Воздержался)$/.test(word) : word.endsWith(wanted ?? "\n");
    if (counts) tour.who.add(who);
    setTimeout(check, 300);
  });
  if (!location.hash && !sessionStorage.getItem("welcomed")) welcome();

  function welcome() {
    sessionStorage.setItem("welcomed", "yes");
    panel.hidden = false;
    const go = element("button", "primary", "Сыграть заседание · 10 минут");
    go.addEventListener("click", begin);
    const alone = element("button", "chip", "Осмотрюсь сам");
    alone.addEventListener("click", end);
    panel.replaceChildren(
      element("h2", "", "Муниципальный центр управления"),
      element("p", "", "Бот проектного офиса: обращения жителей и их сроки, заседания, голосования, протоколы. Здесь он работает целиком, без мессенджера: люди — в списке, вы можете быть каждым из них."),
      element("div", "tour-buttons", go, alone),
    );
  }

  return { look: check };
}
