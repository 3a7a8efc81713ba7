// Links to the bot: opened in a chat they become /start of that person; somebody else may open them too.

import * as api from "./api.js";
import { copy } from "./dom.js";
import { menu, tell } from "./dialogs.js";
import { nameOf, store } from "./store.js";
import { local, sentence, t } from "./words.js";

const HOSTS = new Set(["t.me", "telegram.me"]);

/** The link to the bot that stands in an address, also inside «share this link»; null where there is none. */
function ours(url) {
  let link;
  try {
    link = new URL(url);
  } catch {
    return null;
  }
  if (!HOSTS.has(link.hostname) || !/^https?:$/.test(link.protocol)) return null;
  if (link.pathname === "/share/url") return ours(link.searchParams.get("url") ?? "");
  return link.pathname.replace(/^\/|\/$/g, "").toLowerCase() === store.bot.username.toLowerCase() ? link.href : null;
}

export const isOurs = (url) => /^https?:\/\/\S+$/.test(url) && ours(url) !== null;
export const plain = (url) => ours(url);

/** Ask who opens it; whether the link was ours at all. */
export function open(url, person, anchor, shown) {
  const link = ours(url);
  if (!link) return false;
  const everybody = [...store.people.values()].sort((a, b) => (b.id === person.id) - (a.id === person.id));
  menu(anchor, t("whoOpens"), [
    ...everybody.map((one) => ({
      label: one.id === person.id ? t("openHere", { name: nameOf(one.user) }) : nameOf(one.user),
      note: local(store.playground.roles?.[one.id]),
      avatar: [one.id, nameOf(one.user)],
      act: async () => {
        try {
          await api.follow(one.id, link);
          shown(one.id);
        } catch (error) {
          tell(sentence(error), { isError: true });
        }
      },
    })),
    {
      label: t("copy"),
      note: link,
      icon: "copy",
      act: async () => {
        await copy(link);
        tell(t("copied"));
      },
    },
  ]);
  return true;
}
