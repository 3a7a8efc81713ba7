// One message, or an album, as Telegram shows it.

import { h, icon } from "./dom.js";
import { hours } from "./dates.js";
import { formatted } from "./text.js";
import { mediaOf } from "./media.js";
import { richMessage } from "./rich.js";
import { inlineKeyboard } from "./buttons.js";
import { nameOf } from "./store.js";
import { pageLanguage, t } from "./words.js";

const NAMES = {
  rich_message: "richMessage", photo: "photo", video: "video", animation: "video", video_note: "video", voice: "voice",
  audio: "audio", sticker: "sticker", document: "document", location: "location", contact: "contactCard", invoice: "invoice",
};

/** A message in a few words, for replies and pins. */
export function brief(body) {
  const words = body.text ?? body.caption;
  if (words) return words.replace(/\s+/g, " ");
  const kind = Object.keys(NAMES).find((name) => name in body);
  return kind ? t(NAMES[kind]) : t("service");
}

const cut = (words, most) => (words.length > most ? `${words.slice(0, most).trimEnd()}…` : words);

/** Money as a person reads it; Stars have no smaller unit. */
export function money(amount, currency) {
  if (currency === "XTR") return `⭐ ${amount.toLocaleString(pageLanguage())}`;
  const digits = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits;
  return new Intl.NumberFormat(pageLanguage(), { style: "currency", currency }).format(amount / 10 ** digits);
}

/** What Telegram shows in the middle of the chat; null for everything else. */
export function serviceWords(body) {
  if (body.pinned_message) return t("pinnedService", { text: cut(brief(body.pinned_message), 60) });
  if (body.forum_topic_created) return t("topicCreated", { text: body.forum_topic_created.name });
  if (body.forum_topic_edited) return t("topicEdited", { text: body.forum_topic_edited.name ?? "" });
  if (body.forum_topic_closed) return t("topicClosed");
  if (body.forum_topic_reopened) return t("topicReopened");
  if (body.successful_payment) return t("paid", { sum: money(body.successful_payment.total_amount, body.successful_payment.currency) });
  if (body.refunded_payment) return t("refunded", { sum: money(body.refunded_payment.total_amount, body.refunded_payment.currency) });
  return null;
}

export function serviceRow(body) {
  const author = body.from ? nameOf(body.from) : "";
  const words = serviceWords(body);
  const isPayment = body.successful_payment || body.refunded_payment;
  return h("div", { class: "row row-service" }, h("span", { class: "chip" }, isPayment ? words : `${author} ${words}`));
}

/** `entries` are one message, or those of an album; `view` knows the person and what taps do. */
export function messageRow(entries, { view, isFirst, isLast, reactions, receipt }) {
  const [{ message: body, from_bot: fromBot }] = entries;
  const last = entries[entries.length - 1].message;
  const captioned = entries.find(({ message }) => message.caption)?.message ?? body;
  const isBare = Boolean(body.sticker || body.video_note);
  const markup = last.reply_markup ?? (body.invoice && { inline_keyboard: [[{ text: t("pay", { sum: money(body.invoice.total_amount, body.invoice.currency) }), pay: true }]] });
  const keyboard = inlineKeyboard(receipt ? withReceipt(markup) : markup, { ...view, tap: (button, element, label) => view.tap(last, button, element, label) });
  const content = bubbleContent(entries, captioned, view);
  const classes = [
    "row", fromBot ? "row-in" : "row-out", isFirst && "is-first", isLast && "is-last", isBare && "is-bare",
    body.rich_message && "is-rich", keyboard && "has-keyboard", (body.photo || body.video || entries.length > 1) && "has-picture",
    isPicture(entries) && !captioned.caption && "is-picture", isFiles(entries) && !captioned.caption && "is-file",
  ];
  const author = fromBot ? view.botName : view.personName;
  const bubble = h(
    "div",
    { class: "bubble" },
    content,
    h(
      "span",
      { class: "meta" },
      last.edit_date && h("span", { class: "edited" }, t("edited")),
      h("span", { class: "offscreen" }, `${author}, `),
      h("time", { datetime: new Date(last.date * 1000).toISOString() }, hours(last.date, view.language, view.zone)),
      !fromBot && icon("tick"),
    ),
    reactions?.length > 0 && h("div", { class: "reactions" }, reactions.map((reaction) => h("span", {}, reaction.emoji ?? "✨"))),
  );
  return h(
    "div",
    { class: classes.filter(Boolean).join(" "), role: "article", "aria-label": author, data: { message: entries[0].message.message_id }, ondblclick: (event) => {
      if (!event.target.closest("button, a, input, video")) view.reply(last);
    } },
    h("div", { class: "stack" }, bubble, keyboard),
    !fromBot && !body.via_bot && (captioned.text ?? captioned.caption) && action("edit", captioned, () => view.edit(captioned)),
    action("reply", last, () => view.reply(last)),
  );
}

/** What can be done with a message, beside it: its word is also the name of its icon. */
const action = (word, body, act) =>
  h("button", { type: "button", class: "row-action", title: t(word), "aria-label": `${t(word)}: ${brief(body).slice(0, 40)}`, onclick: act }, icon(word));
/** Once an invoice is paid, its button shows the receipt. */
const withReceipt = (markup) => ({ inline_keyboard: markup.inline_keyboard.map((row) => row.map((button) => ("pay" in button ? { ...button, text: t("receipt") } : button))) });

const isPicture = (entries) => entries.every(({ message }) => message.photo || message.video);

const isFiles = (entries) => entries.every(({ message }) => message.document && !message.animation);

function bubbleContent(entries, captioned, view) {
  const [{ message: body }] = entries;
  const media = entries.length > 1 ? album(entries, view) : mediaOf(body, view);
  const words = body.text ?? captioned.caption;
  const marks = body.text ? body.entities : captioned.caption_entities;
  const text = words && h("div", { class: "text" }, formatted(words, marks, view));
  return [
    body.via_bot && h("div", { class: "forwarded" }, t("viaBot", { bot: `@${body.via_bot.username}` })),
    body.forward_origin && h("div", { class: "forwarded" }, "↪"),
    body.reply_to_message && replyHeader(body, view),
    captioned.show_caption_above_media ? [text, media] : [media, text],
    body.rich_message && richMessage(body.rich_message, { ...view, tap: (button, element, label) => view.tap(body, button, element, label) }),
    body.contact && contact(body.contact),
    body.location && place(body.location),
    body.invoice && invoice(body.invoice),
  ];
}

function album(entries, view) {
  const isGrid = entries.every(({ message }) => message.photo || message.video);
  return h("div", { class: isGrid ? `album album-${Math.min(entries.length, 4)}` : "album-list" }, entries.map(({ message }) => mediaOf(message, view)));
}

function replyHeader(body, view) {
  const replied = body.reply_to_message;
  const author = replied.from?.is_bot ? view.botName : view.personName;
  return h(
    "button",
    { type: "button", class: "reply-header", onclick: () => view.goTo(replied.message_id) },
    h("span", { class: "reply-author" }, author),
    h("span", { class: "reply-words" }, body.quote?.text ?? brief(replied).slice(0, 160)),
  );
}

const contact = (card) =>
  h("div", { class: "card" }, h("b", {}, nameOf(card)), h("span", {}, card.phone_number));

const place = (location) =>
  h("div", { class: "card" }, h("b", {}, `📍 ${t("location")}`), h("span", {}, `${location.latitude.toFixed(5)}, ${location.longitude.toFixed(5)}`));

const invoice = (bill) =>
  h("div", { class: "card invoice" }, h("b", {}, bill.title), h("span", {}, bill.description), h("span", { class: "invoice-sum" }, money(bill.total_amount, bill.currency)));

