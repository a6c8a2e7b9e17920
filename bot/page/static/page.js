// Comfort alone: everything works without it.
"use strict";

const find = (what, within = document) => within.querySelector(what);
const all = (what, within = document) => [...within.querySelectorAll(what)];

// The room that one is in stands in sight, also where the menu is wider than the phone.
find("nav a[aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });

// What was just done is said once: an address that is sent on, or opened anew, does not say it again.
const address = new URL(location.href);
if (["done", "changed"].filter((one) => address.searchParams.has(one)).length) {
  for (const one of ["done", "changed"]) address.searchParams.delete(one);
  history.replaceState(null, "", address);
}

// What changes without a new page is said aloud.
const voice = document.createElement("p");
voice.className = "hidden";
voice.setAttribute("role", "status");
document.body.append(voice);
const speak = (words) => { if (words && voice.textContent !== words) voice.textContent = words; };
const statuses = () => all("main > [role=status]").map((one) => one.innerText).join(" ");

// Whoever asks a page for the same in another way, or sees it turn by itself, stays at what they held by the keyboard.
const HELD = "held";
const HOLDS = "main :is(a, button, select, input:not([name=id])):not([rel=next])";
const known = (one) => one.id || one.name || one.textContent.replace(/[↑↓]/, "").trim();
const hold = (held) => {
  const same = document.getElementById(held) ?? all(HOLDS).find((one) => known(one) === held);
  (same ?? find("main")).focus();
};
const before = JSON.parse(sessionStorage.getItem(HELD) ?? "null");
if (before?.path === location.pathname && !location.hash && !find("[autofocus]")) {
  hold(before.held);
  speak(statuses());
}
addEventListener("pagehide", () => {
  const held = find(`:is(${HOLDS}):focus-visible`);
  sessionStorage.setItem(HELD, JSON.stringify(held && { path: location.pathname, held: known(held) }));
});

// What is under way is looked at again in its place, until it is done.
const pause = () => Number(find("[data-waits]")?.dataset.waits);
const look = async (shown) => {
  const answer = await fetch(location.href, { headers: { "X-Unasked": "1" } }).catch(() => null);
  if ([401, 403, 404].includes(answer?.status)) return location.reload(); // else it is down, and comes back
  const text = answer?.ok ? await answer.text() : "";
  const next = find("main", new DOMParser().parseFromString(text, "text/html"));
  if (next && next.innerHTML !== shown) {
    const held = document.activeElement;
    const within = find("main").contains(held);
    shown = next.innerHTML;
    find("main").replaceChildren(...next.childNodes);
    if (within) hold(known(held));
    speak(statuses());
  }
  if (pause()) setTimeout(look, 1000 * pause(), shown);
};
if (pause()) setTimeout(look, 1000 * pause(), find("main").innerHTML);

// Back to the list as it was, where one came from it.
const back = find(".back a");
if (back && document.referrer && new URL(document.referrer).pathname === back.pathname) back.href = document.referrer;

// A choice takes effect at once by the mouse; by the keyboard with Enter, for each arrow is a choice.
const chosen = (select, then) => {
  let typed = false;
  select.addEventListener("pointerdown", () => { typed = false; });
  select.addEventListener("keydown", (event) => {
    typed = event.key !== "Enter";
    if (typed) return;
    event.preventDefault();
    then();
  });
  select.addEventListener("change", () => { if (!typed) then(); });
};
for (const form of all("form[data-at-once]")) {
  for (const select of all("select", form)) chosen(select, () => form.requestSubmit());
}

// Ticks: all of a page at once, how many there are; those of other pages of the same list are kept in this tab, each
// with its page, and sent with these. What a page has no more is ticked no more.
const KEPT = "ticked";
const kept = (list) => {
  const found = JSON.parse(sessionStorage.getItem(KEPT) ?? "{}");
  return new Map(found.list === list ? found.ticks : []);
};
find("form.leave")?.addEventListener("submit", () => sessionStorage.clear());
for (const form of all("form[data-ticks]")) {
  const ticks = all("input[name=id]", form);
  const every = find("[data-every]", form);
  const told = find("[data-told]", form);
  const untick = find("[data-untick]", form);
  const { list, here } = form.dataset;
  const others = kept(list);
  for (const one of ticks) one.checked = others.delete(one.value) || one.checked;
  for (const [id, page] of others) if (page === here) others.delete(id);
  const tell = () => {
    const shown = ticks.filter((one) => one.checked).map((one) => [one.value, here]);
    const count = shown.length + others.size;
    sessionStorage.setItem(KEPT, JSON.stringify({ list, ticks: [...others, ...shown] }));
    const many = count > Number(form.dataset.most);
    told.textContent = many ? told.dataset.many : told.dataset.told.replace("0", String(count));
    for (const button of all("button[name=act]", form)) button.disabled = many;
    every.checked = shown.length > 0 && shown.length === ticks.length;
    every.indeterminate = shown.length > 0 && shown.length < ticks.length;
    untick.hidden = count === 0;
    form.classList.toggle("ticked", count > 0);
  };
  every.parentElement.hidden = false;
  every.addEventListener("change", () => {
    for (const one of ticks) one.checked = every.checked;
    tell();
  });
  untick.addEventListener("click", () => {
    others.clear();
    for (const one of ticks) one.checked = false;
    tell();
  });
  form.addEventListener("change", tell);
  form.addEventListener("submit", () => {
    for (const id of form.dataset.alone ? [] : others.keys()) form.append(hiddenField("id", id));
    if (!form.dataset.alone) sessionStorage.removeItem(KEPT);
  });
  tell();
}
function hiddenField(name, value) {
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = name;
  field.value = value;
  return field;
}

// Which key it is, whatever alphabet the keyboard writes: «о» is where «j» is.
const letter = (event) => (/^Key[A-Z]$/.test(event.code) ? event.code.slice(3).toLowerCase() : event.key);

// Keys of the list: «/» to the search, j and k to the next row and the one before, x ticks it, «?» says them all.
const OFF = "keysOff";
const keysOn = () => !localStorage.getItem(OFF);
const keys = find("[data-keys]");
if (keys) {
  const show = () => keys.setAttribute("aria-pressed", String(keysOn()));
  keys.hidden = false;
  keys.addEventListener("click", () => {
    if (keysOn()) localStorage.setItem(OFF, "1");
    else localStorage.removeItem(OFF);
    show();
  });
  show();
}
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !keysOn()) return;
  if (event.target.closest("input:not([type=checkbox]), select, textarea")) return;
  const rows = all("tr[data-row] a[data-opens]");
  const at = rows.findIndex((one) => one.closest("tr").contains(document.activeElement));
  if ((event.key === "/" || (event.code === "Slash" && !event.shiftKey)) && find("input[type=search]")) {
    event.preventDefault();
    find("input[type=search]").focus();
  } else if (letter(event) === "j" && rows.length) {
    rows[Math.min(at + 1, rows.length - 1)].focus();
  } else if (letter(event) === "k" && rows.length) {
    rows[Math.max(at - 1, 0)].focus();
  } else if (letter(event) === "x" && at >= 0) {
    find("input[name=id]", rows[at].closest("tr"))?.click();
  } else if (event.key === "?" || (event.code === "Slash" && event.shiftKey)) {
    find(".keys")?.focus();
  }
});

// Questions of an agenda are dragged, or moved by a button; numbers stay what is sent.
for (const list of all("[data-order]")) {
  const number = () => all("input[type=number]", list).forEach((one, at) => { one.value = String(at + 1); });
  const stands = (row) => speak(list.dataset.moved.replace("0", String([...list.children].indexOf(row) + 1)));
  let dragged = null;
  // The list holds the pointer: a row that is moved in the document would let it go.
  list.addEventListener("pointermove", (event) => {
    const over = dragged && document.elementsFromPoint(event.clientX, event.clientY).find((one) => one !== dragged && one.matches("[data-drag]"));
    if (!over || over.parentElement !== list) return;
    const box = over.getBoundingClientRect();
    list.insertBefore(dragged, event.clientY < box.top + box.height / 2 ? over : over.nextSibling);
  });
  for (const end of ["pointerup", "pointercancel"]) {
    list.addEventListener(end, () => {
      dragged?.classList.remove("dragged");
      number();
      if (dragged) stands(dragged);
      dragged = null;
    });
  }
  const move = (row, up, button) => {
    const other = up ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return;
    list.insertBefore(row, up ? other : other.nextSibling);
    button.focus();
    number();
    stands(row);
  };
  for (const row of all("[data-drag]", list)) {
    const movers = document.createElement("div");
    movers.className = "movers";
    const add = (sign, name) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = sign;
      button.title = name;
      button.setAttribute("aria-label", name);
      movers.append(button);
      return button;
    };
    const up = add("↑", list.dataset.up);
    const handle = add("⠿", list.dataset.handle);
    const down = add("↓", list.dataset.down);
    up.addEventListener("click", () => move(row, true, up));
    down.addEventListener("click", () => move(row, false, down));
    row.append(movers);
    handle.className = "handle";
    handle.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      handle.focus();
      dragged = row;
      list.setPointerCapture(event.pointerId);
      row.classList.add("dragged");
    });
    handle.addEventListener("keydown", (event) => {
      if (!["ArrowUp", "ArrowDown"].includes(event.key)) return;
      event.preventDefault();
      move(row, event.key === "ArrowUp", handle);
    });
  }
}

// A block, a unit or a reason is changed where it stands: a button, a double click, or «b», «u», «r»; then a choice.
for (const form of all("form[data-ticks]")) {
  const edit = (cell) => {
    const name = cell.dataset.edits;
    const row = cell.closest("tr");
    const select = find(`.acts select[name=${name}]`, form).cloneNode(true);
    const before = [...cell.childNodes];
    const back = () => { cell.replaceChildren(...before); };
    select.removeAttribute("name");
    select.value = cell.dataset.value;
    select.setAttribute("aria-label", cell.dataset.title);
    chosen(select, () => {
      // This row alone: whatever is ticked stays so.
      form.dataset.alone = "yes";
      for (const one of all("input[name=id]", form)) one.disabled = true;
      form.append(hiddenField("id", find("input[name=id]", row).value));
      find(`.acts select[name=${name}]`, form).value = select.value;
      form.requestSubmit(find(`.acts button[value=${name}]`, form));
    });
    select.addEventListener("blur", back);
    select.addEventListener("keydown", (event) => { if (event.key === "Escape") { back(); find("a", row).focus(); } });
    cell.replaceChildren(select);
    select.focus();
  };
  for (const cell of all("[data-edits]", form)) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "edit";
    button.textContent = "✎";
    button.tabIndex = -1; // the row's keys do the same
    button.setAttribute("aria-label", `${form.dataset.edit}: ${cell.dataset.title}`);
    button.addEventListener("click", () => edit(cell));
    cell.append(button);
    cell.addEventListener("dblclick", () => edit(cell));
  }
  form.addEventListener("keydown", (event) => {
    const name = { b: "block", u: "unit", r: "reason" }[letter(event)];
    if (!name || !keysOn() || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("select, input:not([type=checkbox])")) return;
    const cell = find(`[data-edits=${name}]`, event.target.closest("tr[data-row]") ?? document.createElement("p"));
    if (cell) { event.preventDefault(); edit(cell); }
  });
}

// A file is dropped, and sent at once.
for (const zone of all("[data-drop]")) {
  const input = find("input[type=file]", zone);
  zone.addEventListener("dragover", (event) => { event.preventDefault(); zone.classList.add("over"); });
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    if (!event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    zone.closest("form").requestSubmit();
  });
}

// Inside the messenger: what it says of who opened the page is sent to be checked, and then forgotten.
const given = new URLSearchParams(location.hash.slice(1)).get("tgWebAppData");
const app = find("form[data-app]");
if (given && app) {
  history.replaceState(null, "", location.pathname + location.search);
  find("input[name=said]", app).value = given;
  app.requestSubmit();
}
