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
