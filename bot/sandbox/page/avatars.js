// Round pictures of people and chats.

import { element } from "./bubbles.js";
import { hue, initials } from "./words.js";

export function avatar(person) {
  const made = element("div", "avatar", initials(person.name));
  made.style.setProperty("--hue", hue(person.id));
  return made;
}
