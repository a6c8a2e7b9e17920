// Telegram's HTML as DOM: known tags are rebuilt one by one, everything else stays text.

const PLAIN = new Set(["B", "I", "U", "S", "CODE", "PRE"]);
const FINDS = /(https?:\/\/[^\s<>«»"]+[^\s<>«»".,;:!?)])|(^|[\s(])(\/[a-z0-9_]{1,32})(?![\w/])/gi;

/** `act` is told what the reader clicks: {link} or {command}; true keeps the browser from following. */
export function rich(html, act) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const target = document.createElement("div");
  target.className = "content";
  copy(parsed.body, target, act, false);
  return target;
}

function copy(source, target, act, literal) {
  for (const node of source.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) {
      const pieces = literal ? [node.data] : linked(node.data, act);
      target.append(...pieces.flatMap((piece) => (typeof piece === "string" ? drawn(piece) : piece)));
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      const element = rebuilt(node, act);
      copy(node, element ?? target, act, literal || ["A", "CODE", "PRE"].includes(node.tagName));
      if (element) target.append(element);
    }
  }
}

/** The red mark is drawn, as not every computer has it in a font. */
function drawn(text) {
  return text.split(/(🔴)/).map((piece) => {
    if (piece !== "🔴") return piece;
    const disc = document.createElement("span");
    disc.className = "disc";
    disc.textContent = piece;
    return disc;
  });
}

function rebuilt(node, act) {
  if (PLAIN.has(node.tagName)) return document.createElement(node.tagName);
  if (node.tagName === "A") return link(node.getAttribute("href") ?? "", act);
  if (node.tagName === "TG-TIME") return moment(Number(node.getAttribute("unix")));
  if (node.tagName === "TG-SPOILER") return opening("span", "spoiler");
  if (node.tagName === "BLOCKQUOTE") {
    return node.hasAttribute("expandable") ? opening("blockquote", "expandable") : document.createElement("blockquote");
  }
  return null;
}

/** Told in the reader's own zone, as a client does when it is tapped. */
function moment(unix) {
  const element = document.createElement("time");
  element.dateTime = new Date(unix * 1000).toISOString();
  element.title = new Date(unix * 1000).toLocaleString();
  return element;
}

function opening(tag, name) {
  const element = document.createElement(tag);
  element.className = name;
  element.addEventListener("click", () => element.classList.add("open"));
  return element;
}

function link(address, act) {
  const element = document.createElement("a");
  if (!/^(https?|tg|mailto):/i.test(address)) return element;
  element.href = address;
  element.target = "_blank";
  element.rel = "noopener noreferrer";
  element.addEventListener("click", (event) => {
    if (act({ link: address })) event.preventDefault();
  });
  return element;
}

function linked(text, act) {
  const pieces = [];
  let end = 0;
  for (const found of text.matchAll(FINDS)) {
    const [, address, before = "", command] = found;
    const start = found.index + before.length;
    pieces.push(text.slice(end, start));
    const element = link(address ?? "", act);
    element.textContent = address ?? command;
    if (command) {
      element.href = "#";
      element.addEventListener("click", (event) => {
        event.preventDefault();
        act({ command });
      });
    }
    pieces.push(element);
    end = found.index + found[0].length;
  }
  return [...pieces, text.slice(end)];
}
