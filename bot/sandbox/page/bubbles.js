// One message as it stands in a chat: bubble, file, buttons.

import { fileAddress } from "./api.js";
import { rich } from "./richtext.js";
import { hue, size, time, wall } from "./words.js";

export function element(tag, name = "", ...children) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.append(...children);
  return made;
}

/** `context`: {viewer, signed, author(id), message(id), act(click), tap(message, button, element), more(message)}. */
export function bubble(message, context) {
  const mine = message.from === context.viewer;
  const whole = element("article", mine ? "message mine" : "message");
  whole.dataset.id = message.message_id;
  const body = element("div", "bubble");
  if (context.signed && !mine) body.append(author(message, context));
  if (message.topic) body.append(element("span", "quote", `# ${message.topic.name}`));
  if (message.aside_to) body.append(element("span", "quote", "видно только вам"));
  if (message.forward_from) body.append(element("span", "quote", `переслано: ${message.forward_from}`));
  const answered = message.reply_to && context.message(message.reply_to);
  if (answered) body.append(element("span", "quote", firstLine(answered)));
  if (message.document) body.append(file(message));
  if (message.html) body.append(rich(message.html, context.act));
  if (message.reaction) body.append(element("span", "reaction", message.reaction));
  body.append(foot(message, context));
  whole.append(body);
  if (message.buttons.length) whole.append(keyboard(message, context));
  return whole;
}

export const firstLine = (message) => message.text.split("\n")[0] || message.document?.file_name || "…";

function author(message, context) {
  const line = element("div", "author", context.author(message.from));
  if (message.tag) line.append(element("small", "tag", message.tag));
  line.style.setProperty("--hue", hue(message.from));
  return line;
}

function foot(message, context) {
  const line = element("span", "foot", `${message.edits ? "изменено " : ""}${time(wall(message.date))}${message.silent ? " · без звука" : ""}`);
  if (message.edits) line.title = `изменений: ${message.edits}`;
  const more = element("button", "more", "⋯");
  more.title = "Ответить, переслать, удалить";
  more.setAttribute("aria-label", more.title);
  more.addEventListener("click", () => context.more(message));
  line.prepend(more);
  return line;
}

function file(message) {
  const { file_id: id, file_name: name, size: bytes } = message.document;
  const link = element("a", "document");
  link.href = fileAddress(id);
  link.target = "_blank";
  link.rel = "noopener";
  if (message.photo || /\.(png|jpe?g)$/i.test(name)) {
    const picture = element("img", "photo");
    picture.src = link.href;
    picture.alt = name;
    link.className = "";
    link.append(picture);
    return link;
  }
  if (!/\.pdf$/i.test(name)) link.download = name;
  const kind = name.includes(".") ? name.split(".").at(-1).slice(0, 4) : "файл";
  link.append(element("span", "kind", kind), element("span", "", name, element("small", "", size(bytes))));
  return link;
}

const STYLES = new Set(["danger", "success", "primary"]);

function keyboard(message, context) {
  const rows = message.buttons.map((row) =>
    element("div", "", ...row.map((button) => {
      const kind = button.url ? "link" : button.copy ? "copy" : STYLES.has(button.style) ? button.style : "";
      const made = element("button", kind, button.text);
      made.type = "button";
      made.title = button.text;
      made.disabled = Boolean(button.disabled);
      made.addEventListener("click", () => context.tap(message, button, made));
      return made;
    })),
  );
  return element("div", "buttons", ...rows);
}
