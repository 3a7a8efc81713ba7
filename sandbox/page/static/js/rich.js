// Rich messages: blocks of text, tables, lists, details, media and buttons.

import { h } from "./dom.js";
import { timeElement } from "./dates.js";
import { link, quote, spoiler } from "./text.js";
import { mediaOf } from "./media.js";
import { inlineButton } from "./buttons.js";
import { t } from "./words.js";

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", subscript: "sub", superscript: "sup", marked: "mark", code: "code",
};

export function richMessage(content, view) {
  return h("div", { class: "rich", dir: content.is_rtl ? "rtl" : undefined }, content.blocks.map((block) => shown(block, view)));
}

/** Rich text as nodes. */
function words(text, view) {
  if (typeof text === "string") return text;
  if (Array.isArray(text)) return text.map((part) => words(part, view));
  if (!text) return "";
  const inner = words(text.text, view);
  if (TAGS[text.type]) return h(TAGS[text.type], {}, inner);
  switch (text.type) {
    case "spoiler":
      return spoiler(inner);
    case "url":
      return link(text.url, inner, view);
    case "email_address":
      return link(`mailto:${text.email_address}`, inner, view);
    case "phone_number":
      return link(`tel:${text.phone_number}`, inner, view);
    case "mention":
      return link(`https://t.me/${text.username.replace(/^@/, "")}`, inner, view);
    case "bot_command":
      return h("button", { type: "button", class: "inline-link", onclick: () => view.command(text.bot_command) }, inner);
    case "date_time":
      return timeElement(text.unix_time, text.date_time_format ?? "", plain(text.text), view);
    case "custom_emoji":
      return text.alternative_text;
    case "mathematical_expression":
      return h("code", { class: "mono" }, text.expression);
    case "button":
      return inlineButton(text.button, words(text.button.text, view), view, plain(text.button.text));
    case "anchor":
      return null;
    default:
      return h("span", { class: "inline-link" }, inner);
  }
}

function plain(text) {
  if (typeof text === "string") return text;
  if (Array.isArray(text)) return text.map(plain).join("");
  return text ? plain((text.button ?? text).text ?? text.alternative_text ?? "") : "";
}

function shown(block, view) {
  const text = () => words(block.text, view);
  const credit = block.credit && words(block.credit, view);
  switch (block.type) {
    case "heading":
      return h("div", { class: `rich-heading rich-heading-${block.size}`, role: "heading", "aria-level": String(block.size + 2) }, text());
    case "paragraph":
      return h("p", {}, text());
    case "footer":
      return h("p", { class: "rich-footer" }, text());
    case "thinking":
      return h("p", { class: "rich-thinking" }, text());
    case "pre":
      return h("pre", { class: "pre" }, block.language && h("span", { class: "pre-language" }, block.language), h("code", {}, text()));
    case "pullquote":
      return h("blockquote", { class: "pullquote" }, text(), credit && h("cite", {}, credit));
    case "expandable_blockquote":
      return quote(text(), true, credit);
    case "blockquote":
      return quote(inside(block, view), false, credit);
    case "divider":
      return h("hr");
    case "list":
      return list(block, view);
    case "table":
      return table(block, view);
    case "details":
      return h("details", { class: "rich-details", open: block.is_open }, h("summary", {}, words(block.summary, view)), inside(block, view));
    case "buttons":
      return h(
        "div",
        { class: `rich-buttons align-${block.align ?? "left"}` },
        block.buttons.map((button) => inlineButton(button, words(button.text, view), view, plain(button.text))),
      );
    case "collage":
    case "slideshow":
      return h("figure", { class: `rich-${block.type}` }, inside(block, view), caption(block, view));
    case "mathematical_expression":
      return h("p", {}, h("code", { class: "mono" }, block.expression));
    case "map":
      return h("p", { class: "place" }, `📍 ${block.location.latitude}, ${block.location.longitude}`);
    case "anchor":
      return null;
    default: {
      const media = mediaOf(block.type === "voice_note" ? { voice: block.voice_note } : block, view);
      return h("figure", { class: "rich-media" }, media ?? t("unknownBlock", { type: block.type }), caption(block, view));
    }
  }
}

const inside = (block, view) => (block.blocks ?? []).map((inner) => shown(inner, view));

const caption = (block, view) => block.caption && h("figcaption", {}, words(block.caption.text, view));

function list(block, view) {
  const isOrdered = block.items.some((item) => item.label);
  return h(
    isOrdered ? "ol" : "ul",
    { class: "rich-list" },
    block.items.map((item) =>
      h(
        "li",
        { value: item.value, type: item.type, class: item.has_checkbox ? "has-box" : undefined },
        item.has_checkbox && h("input", { type: "checkbox", checked: Boolean(item.is_checked), disabled: true }),
        inside(item, view),
      ),
    ),
  );
}

function table(block, view) {
  const classes = ["rich-table", block.is_bordered && "is-bordered", block.is_striped && "is-striped", block.is_compact && "is-compact"];
  return h(
    "div",
    { class: "rich-table-frame", tabindex: "0", role: "group" },
    h(
      "table",
      { class: classes.filter(Boolean).join(" ") },
      block.caption && h("caption", {}, words(block.caption, view)),
      h(
        "tbody",
        {},
        block.cells.map((row) =>
          h(
            "tr",
            {},
            row.map((cell) =>
              h(
                cell.is_header ? "th" : "td",
                {
                  class: `align-${cell.align} valign-${cell.valign}`,
                  scope: cell.is_header ? "col" : undefined,
                  colspan: cell.colspan,
                  rowspan: cell.rowspan,
                },
                words(cell.text ?? "", view),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}
