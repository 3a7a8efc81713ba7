// Buttons under and inside messages.

import { h, icon } from "./dom.js";

/** What a button is: callback, url, copy, pay, disabled inline (asks the bot from the message field) or something the sandbox can only name. */
export function kindOf(button) {
  if ("disabled" in button) return "disabled";
  if ("callback_data" in button) return "callback";
  if ("url" in button) return "url";
  if ("copy_text" in button) return "copy";
  if ("pay" in button) return "pay";
  if (inlineQuery(button) !== null) return "inline";
  return "other";
}

/** What a button of inline mode puts behind the bot's name, in whatever chat; null for all other buttons. */
export function inlineQuery(button) {
  const { switch_inline_query: anywhere, switch_inline_query_current_chat: here, switch_inline_query_chosen_chat: chosen } = button;
  return anywhere ?? here ?? (chosen ? (chosen.query ?? "") : null);
}

const MARKS = { url: "link", copy: "copy" };

/** `view.tap(button, element, label)` does what the button does. */
export function inlineButton(button, inner, view, label = button.text) {
  const kind = kindOf(button);
  const element = h(
    "button",
    {
      type: "button",
      class: `key key-${button.style ?? "plain"} key-kind-${kind}`,
      disabled: kind === "disabled",
      onclick: () => view.tap(button, element, label),
    },
    h("span", { class: "key-text" }, inner),
    MARKS[kind] && icon(MARKS[kind]),
  );
  return element;
}

/** The keyboard under a message. */
export function inlineKeyboard(markup, view) {
  const rows = markup?.inline_keyboard ?? [];
  if (!rows.length) return null;
  return h(
    "div",
    { class: "keyboard" },
    rows.map((row) => h("div", { class: "keyboard-row" }, row.map((button) => inlineButton(button, button.text, view)))),
  );
}
