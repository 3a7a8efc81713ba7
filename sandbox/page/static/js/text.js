// Text with entities. Telegram counts UTF-16 units, and so do JavaScript's strings.

import { h, icon } from "./dom.js";
import { timeElement } from "./dates.js";
import { t } from "./words.js";

const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const SAFE_LINK = /^(https?|tg|mailto|tel):/i;

/**
 * Text as nodes. `view` knows the person's language and zone and what a tap does:
 * {language, zone, open(url, element), command(text)}.
 */
export function formatted(text, entities, view) {
  const ordered = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return piece(text, ordered, 0, text.length, view);
}

function piece(text, entities, start, end, view) {
  const nodes = [];
  let at = start;
  let next = 0;
  while (next < entities.length) {
    const entity = entities[next];
    const from = Math.max(entity.offset, at);
    const to = Math.min(entity.offset + entity.length, end);
    next += 1;
    if (from >= to) continue;
    if (from > at) nodes.push(text.slice(at, from));
    const isBlock = BLOCKS.has(entity.type);
    const inner = [];
    while (next < entities.length && entities[next].offset < to) inner.push(entities[next++]);
    nodes.push(wrapped(entity, text.slice(from, to), piece(text, inner, from, to, view), view));
    at = isBlock && text[to] === "\n" && to < end ? to + 1 : to; // a block ends its line by itself
  }
  if (at < end) nodes.push(text.slice(at, end));
  return nodes;
}

function wrapped(entity, words, inner, view) {
  switch (entity.type) {
    case "bold":
      return h("strong", {}, inner);
    case "italic":
      return h("em", {}, inner);
    case "underline":
      return h("u", {}, inner);
    case "strikethrough":
      return h("s", {}, inner);
    case "spoiler":
      return spoiler(inner);
    case "code":
      return h("code", { class: "mono", title: t("copy"), data: { copy: words } }, words);
    case "pre":
      return h("pre", { class: "pre" }, entity.language && h("span", { class: "pre-language" }, entity.language), h("code", {}, words));
    case "blockquote":
    case "expandable_blockquote":
      return quote(inner, entity.type === "expandable_blockquote");
    case "date_time":
      return timeElement(entity.unix_time, entity.date_time_format ?? "", words, view);
    case "text_link":
      return link(entity.url, inner, view);
    case "url":
      return link(/^[a-z]+:/i.test(words) ? words : `https://${words}`, inner, view);
    case "email":
      return link(`mailto:${words}`, inner, view);
    case "phone_number":
      return link(`tel:${words}`, inner, view);
    case "bot_command":
      return h("button", { type: "button", class: "inline-link", onclick: () => view.command(words) }, inner);
    case "mention":
      return link(`https://t.me/${words.slice(1)}`, inner, view);
    case "text_mention":
    case "hashtag":
    case "cashtag":
      return h("span", { class: "inline-link" }, inner);
    default:
      return h("span", {}, inner);
  }
}

/** A link that the chat may take over: one to the bot becomes /start of whoever opens it. */
export function link(url, inner, view) {
  if (!SAFE_LINK.test(url)) return h("span", { title: url }, inner);
  return h(
    "a",
    {
      href: url,
      target: "_blank",
      rel: "noopener noreferrer",
      title: url,
      onclick: (event) => {
        if (view.open(url, event.currentTarget)) event.preventDefault();
      },
    },
    inner,
  );
}

export function spoiler(inner) {
  const element = h("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": t("showSpoiler") }, h("span", { class: "spoiler-words" }, inner));
  const show = (event) => {
    if (element.classList.contains("is-shown") || (event.type === "keydown" && !["Enter", " "].includes(event.key))) return;
    event.preventDefault();
    element.classList.add("is-shown");
    for (const name of ["role", "tabindex", "aria-label"]) element.removeAttribute(name);
  };
  element.addEventListener("click", show);
  element.addEventListener("keydown", show);
  return element;
}

export function quote(inner, isExpandable, credit) {
  const words = h("div", { class: "quote-words" }, inner);
  const fold = isExpandable && h("button", { type: "button", class: "quote-fold", "aria-expanded": "false", "aria-label": t("unfold"), onclick: () => {
    const isFolded = element.classList.toggle("is-folded");
    fold.setAttribute("aria-expanded", String(!isFolded));
  } }, icon("down"));
  const element = h("blockquote", { class: isExpandable ? "quote is-folded" : "quote" }, words, credit && h("cite", {}, credit), fold);
  return element;
}
