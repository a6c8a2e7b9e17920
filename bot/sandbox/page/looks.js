// How the page looks: light or dark, as wide as the window or as a phone.

const THEMES = { auto: "◐", light: "☀", dark: "☾" };
const NAMES = { auto: "Тема: как в системе", light: "Тема: светлая", dark: "Тема: тёмная" };
const root = document.documentElement;

function showTheme(name) {
  const button = document.getElementById("theme");
  root.dataset.theme = name;
  button.textContent = THEMES[name];
  button.title = NAMES[name];
  button.setAttribute("aria-label", NAMES[name]);
}

export function setUpLooks() {
  const kept = localStorage.getItem("theme");
  showTheme(kept in THEMES ? kept : "auto");
  document.getElementById("theme").addEventListener("click", () => {
    const names = Object.keys(THEMES);
    const next = names[(names.indexOf(root.dataset.theme) + 1) % names.length];
    localStorage.setItem("theme", next);
    showTheme(next);
  });
  const phone = document.getElementById("phone");
  phone.addEventListener("click", () => {
    phone.setAttribute("aria-pressed", document.body.classList.toggle("as-phone"));
  });
}
