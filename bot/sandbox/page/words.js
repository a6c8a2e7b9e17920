// Dates, sizes, names: how the page puts things.

const ROLES = {
  head: "руководитель", block_head: "рук. блока", officer: "каналы связи", unit: "подразделение",
  guest: "приглашённый", stranger: "посторонний", admin: "администратор",
};

export const role = (person) => (person.seat ? `место ${person.seat} · ${ROLES[person.role]}` : ROLES[person.role]);

/** «Ветлугина М. О.» from «Марина Олеговна Ветлугина». */
export function shortName(name) {
  const words = name.split(" ");
  return [words.at(-1), ...words.slice(0, -1).map((word) => `${word[0]}.`)].join(" ");
}

export const initials = (name) => shortName(name).slice(0, 1) + name[0];

export const hue = (id) => (Math.abs(id) * 47) % 360;

export function size(bytes) {
  if (bytes < 1024) return `${bytes} Б`;
  if (bytes < 1024 ** 2) return `${Math.round(bytes / 1024)} КБ`;
  return `${(bytes / 1024 ** 2).toFixed(1).replace(".", ",")} МБ`;
}

/** The office's wall clock as a UTC date, so that the browser's own zone plays no part. */
export const wall = (iso) => new Date(`${iso.slice(0, 19)}Z`);

const put = (options) => {
  const format = new Intl.DateTimeFormat("ru", { timeZone: "UTC", ...options });
  return (date) => format.format(date);
};
export const time = put({ hour: "2-digit", minute: "2-digit" });
export const day = put({ day: "numeric", month: "long", weekday: "long" });
export const clockDay = put({ weekday: "short", day: "numeric", month: "long" });
export const clockTime = put({ hour: "2-digit", minute: "2-digit", second: "2-digit" });
