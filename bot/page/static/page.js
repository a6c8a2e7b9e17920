// Comfort alone: everything works without it.
"use strict";

const find = (what, within = document) => within.querySelector(what);
const all = (what, within = document) => [...within.querySelectorAll(what)];

// A choice of a filter takes effect at once.
for (const form of all("form[data-at-once]")) {
  for (const select of all("select", form)) select.addEventListener("change", () => form.requestSubmit());
  form.classList.add("at-once");
}

// Ticks: all at once, and how many there are.
for (const form of all("form[data-ticks]")) {
  const ticks = all("input[name=id]", form);
  const every = find("[data-every]", form);
  const told = find("[data-told]", form);
  const tell = () => {
    const count = ticks.filter((one) => one.checked).length;
    told.textContent = told.dataset.told.replace("0", String(count));
    every.checked = count > 0 && count === ticks.length;
    every.indeterminate = count > 0 && count < ticks.length;
    form.classList.toggle("ticked", count > 0);
  };
  every.parentElement.hidden = false;
  every.addEventListener("change", () => {
    for (const one of ticks) one.checked = every.checked;
    tell();
  });
  form.addEventListener("change", tell);
  tell();
}

// Keys of the list: «/» to the search, j and k to the next row and the one before, x ticks it.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input:not([type=checkbox]), select, textarea")) return;
  const rows = all("tr[data-row] a[data-opens]");
  const at = rows.findIndex((one) => one.closest("tr").contains(document.activeElement));
  if (event.key === "/" && find("input[type=search]")) {
    event.preventDefault();
    find("input[type=search]").focus();
  } else if (event.key === "j" && rows.length) {
    rows[Math.min(at + 1, rows.length - 1)].focus();
  } else if (event.key === "k" && rows.length) {
    rows[Math.max(at - 1, 0)].focus();
  } else if (event.key === "x" && at >= 0) {
    find("input[name=id]", rows[at].closest("tr"))?.click();
  }
});

// Questions of an agenda are dragged; numbers stay what is sent.
for (const list of all("[data-order]")) {
  const number = () => all("input[type=number]", list).forEach((one, at) => { one.value = String(at + 1); });
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
      dragged = null;
      number();
    });
  }
  for (const row of all("[data-drag]", list)) {
    const handle = document.createElement("button");
    handle.type = "button";
    handle.className = "handle";
    handle.textContent = "⠿";
    handle.title = list.dataset.handle;
    handle.setAttribute("aria-label", list.dataset.handle);
    row.prepend(handle);
    handle.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      handle.focus();
      dragged = row;
      list.setPointerCapture(event.pointerId);
      row.classList.add("dragged");
    });
    handle.addEventListener("keydown", (event) => {
      const other = { ArrowUp: row.previousElementSibling, ArrowDown: row.nextElementSibling }[event.key];
      if (!other) return;
      event.preventDefault();
      list.insertBefore(row, event.key === "ArrowUp" ? other : other.nextSibling);
      handle.focus();
      number();
    });
  }
}

// A block or a unit is changed where it stands: a double click or «b» and «u», then a choice.
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
    select.addEventListener("change", () => {
      for (const one of all("input[name=id]", form)) one.checked = row.contains(one);
      find(`.acts select[name=${name}]`, form).value = select.value;
      form.requestSubmit(find(`.acts button[value=${name}]`, form));
    });
    select.addEventListener("blur", back);
    select.addEventListener("keydown", (event) => { if (event.key === "Escape") { back(); find("a", row).focus(); } });
    cell.replaceChildren(select);
    select.focus();
  };
  for (const cell of all("td[data-edits]", form)) cell.addEventListener("dblclick", () => edit(cell));
  form.addEventListener("keydown", (event) => {
    const name = { b: "block", u: "unit" }[event.key];
    if (!name || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("select, input:not([type=checkbox])")) return;
    const cell = find(`td[data-edits=${name}]`, event.target.closest("tr") ?? form);
    if (cell && event.target.closest("tr")) { event.preventDefault(); edit(cell); }
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

// What is under way is looked at again, until it is done.
const waiting = find("[data-waits]");
if (waiting) setTimeout(() => location.reload(), 1000 * Number(waiting.dataset.waits));

// Inside the messenger: what it says of who opened the page is sent to be checked, and then forgotten.
const given = new URLSearchParams(location.hash.slice(1)).get("tgWebAppData");
const app = find("form[data-app]");
if (given && app) {
  history.replaceState(null, "", location.pathname + location.search);
  find("input[name=said]", app).value = given;
  app.requestSubmit();
}
