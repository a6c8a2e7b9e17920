// The people's API, as the page needs it.

export class Wrong extends Error {}

async function call(path, options = {}) {
  let reply;
  try {
    reply = await fetch(path, options);
  } catch {
    throw new Wrong("Сервер песочницы не отвечает");
  }
  const body = await reply.json().catch(() => ({}));
  if (!reply.ok) throw new Wrong(body.error || `Ошибка ${reply.status}`);
  return body;
}

const post = (path, body) =>
  call(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

export const people = () => call("/api/people");
export const chats = () => call("/api/chats");
export const messages = (chat) => call(`/api/chats/${chat}/messages?after=0`);
export const commands = (person, chat) => call(`/api/commands?person=${person}&chat=${chat}`);
export const pins = () => call("/api/pins");
export const violations = () => call("/api/violations");
export const clock = () => call("/api/clock");
export const moveClock = (now) => post("/api/clock", { now });
export const settle = () => post("/api/settle", {});
export const newestEvent = () => call("/api/events");
// Asked again and again without waiting: headless browsers take a picture only when no request hangs.
export const events = (after) => call(`/api/events?after=${after}&timeout=0`);
export const tap = (from, chat, message_id, button) => post("/api/taps", { from, chat, message_id, button });
export const block = (person, blocked) => post("/api/blocks", { person, blocked });
export const intoGroup = () => post("/api/group", { bot: true });
export const remove = (chat, id) => call(`/api/chats/${chat}/messages/${id}`, { method: "DELETE" });
export const addFault = (fault) => post("/api/faults", fault);
export const clearFaults = () => call("/api/faults", { method: "DELETE" });
export const fileAddress = (id) => `/api/files/${encodeURIComponent(id)}`;

/** `extras`: {file, reply_to, forward_from}, each or none. */
export function write(from, chat, text, { file, ...extras } = {}) {
  if (!file) return post("/api/messages", { from, chat, text, ...extras });
  const form = new FormData();
  for (const [name, value] of Object.entries({ from, chat, text, ...extras })) if (value) form.append(name, value);
  form.append("file", file, file.name);
  return call("/api/messages", { method: "POST", body: form });
}

/** A file of a message as one that can be sent on. */
export async function fileOf({ file_id: id, file_name: name }) {
  const reply = await fetch(fileAddress(id));
  return new File([await reply.blob()], name);
}
