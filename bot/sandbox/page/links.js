// Where links lead: those into the messenger are followed here, all others open in a tab of their own.

import * as api from "./api.js";
import { group, state } from "./state.js";
import { failed, toast } from "./telling.js";

const MESSENGER = new Set(["t.me", "www.t.me", "telegram.me"]);
const BOT_NAME = "mcu_sandbox_bot";
const ways = { show() {}, share() {} };

/** `show(who, chat)` lets this person look at that chat, `share(who, link, words)` asks whom to send it to. */
export function setUpLinks(show, share) {
  Object.assign(ways, { show, share });
}

/** Whether it is followed here, and not by the browser. */
export function isOurs(address) {
  return wayOf(address) !== null;
}

export async function follow(who, address) {
  const way = wayOf(address);
  if (way) await way(who).catch(failed);
  else window.open(address, "_blank", "noopener");
}

function wayOf(address) {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url) return null;
  const invited = url.origin === location.origin && /^\/office\/i\/([\w-]+)$/.exec(url.pathname);
  if (invited) return (who) => start(who, invited[1]);
  if (url.protocol === "tg:") return async () => toast(`Ссылка внутрь мессенджера: ${address}`);
  return MESSENGER.has(url.hostname) ? intoMessenger(url) : null;
}

function intoMessenger(url) {
  const [name, number] = url.pathname.slice(1).split("/");
  const said = url.searchParams;
  if (name === "share") return (who) => ways.share(who, said.get("url") ?? "", said.get("text") ?? "");
  if (name === BOT_NAME && said.has("startgroup")) return (who) => intoGroup(who, said.get("startgroup"));
  if (name === BOT_NAME) return (who) => start(who, said.get("start") ?? "");
  const channel = state.chats.find((one) => one.type === "channel");
  if (channel && number) return async (who) => ways.show(who, channel.id);
  return async () => toast(`В песочнице этой страницы нет: ${url.hostname}${url.pathname}`);
}

async function start(who, payload) {
  ways.show(who, who);
  await api.write(who, who, `/start ${payload}`.trim());
}

async function intoGroup(who, payload) {
  await api.intoGroup();
  ways.show(who, group().id);
  await api.write(who, group().id, `/start@${BOT_NAME} ${payload}`.trim());
}
