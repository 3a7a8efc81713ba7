// «@bot words» in the message field: what the bot offers, in a list above it.

import * as api from "./api.js";
import { fileUrl } from "./api.js";
import { fill, h } from "./dom.js";
import { tell } from "./dialogs.js";
import { store } from "./store.js";
import { sentence, t } from "./words.js";

const PAUSE = 250;
const PATIENCE = 8;
const NEAR_END = 60;

/** What is asked of the bot in these words of the message field; null where it is not. */
export function askedIn(words) {
  const found = /^@(\w+)\s([^\n]*)$/.exec(words);
  const isOurs = store.bot.inline && found?.[1].toLowerCase() === store.bot.username.toLowerCase();
  return isOurs ? found[2].trim() : null;
}

/** The words that ask the bot so. */
export const asking = (query) => `@${store.bot.username} ${query}`;

export class InlineList {
  /** `area` is the message field; `sent` is called when something of the list has been sent. */
  constructor(id, area, sent) {
    this.id = id;
    this.area = area;
    this.sent = sent;
    this.query = null; // what the list is for; null: there is none
    this.turn = 0; // an answer to an earlier question than the newest is late
    this.thread = null;
    this.above = h("button", { type: "button", class: "offers-above", hidden: true, onclick: () => this.goAbove() });
    this.list = h("div", { class: "offers-list", role: "listbox", id: `offers-${id}`, "aria-label": t("offered", { bot: store.bot.first_name }) });
    this.element = h("div", { class: "offers", hidden: true }, this.above, this.list);
    this.element.addEventListener("scroll", () => this.onScroll());
  }

  get isOpen() {
    return !this.element.hidden;
  }

  get options() {
    return [...this.list.children];
  }

  get selected() {
    return this.list.querySelector("[aria-selected=true]");
  }

  /** The field holds these words now. */
  follow(words) {
    const query = askedIn(words);
    if (query === this.query) return;
    this.query = query;
    this.turn += 1;
    clearTimeout(this.asking);
    if (query === null) this.close();
    else this.asking = setTimeout(() => this.ask(query), PAUSE);
  }

  async ask(query, offset = "") {
    const { turn } = this;
    let asked;
    try {
      asked = await api.askBot(this.id, query, offset, PATIENCE);
    } catch (error) {
      if (turn === this.turn) tell(sentence(error), { isError: true });
      return;
    }
    if (turn !== this.turn) return;
    if (!asked.answer) return tell(t("noAnswer"), { isError: true });
    this.show(asked, Boolean(offset));
  }

  show({ id: queryId, answer }, isMore) {
    const { results, button, next_offset: next } = answer;
    this.next = next;
    const from = isMore ? this.options.length : 0;
    const rows = results.map((result, at) => this.row(queryId, result, from + at));
    if (isMore) this.list.append(...rows);
    else {
      fill(this.list, rows);
      this.above.hidden = !button;
      this.above.textContent = button?.text ?? "";
      this.parameter = button?.start_parameter;
      this.element.hidden = !button && !rows.length;
      this.element.scrollTop = 0;
      this.select(rows[0]);
    }
  }

  row(queryId, result, at) {
    return h(
      "button",
      { type: "button", class: "offer", role: "option", id: `offer-${this.id}-${at}`, tabindex: "-1", "aria-selected": "false", onclick: () => this.choose(queryId, result.id) },
      picture(result),
      h("span", { class: "offer-words" }, h("b", {}, result.title ?? ""), h("span", {}, result.description ?? "")),
    );
  }

  select(option) {
    for (const other of this.options) other.setAttribute("aria-selected", String(other === option));
    if (option) {
      this.area.setAttribute("aria-controls", this.list.id);
      this.area.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else this.area.removeAttribute("aria-activedescendant");
  }

  move(step) {
    const { options } = this;
    const at = options.indexOf(this.selected);
    const next = options[Math.min(Math.max(at + step, 0), options.length - 1)];
    if (next) this.select(next);
  }

  /** Closed until the words change. */
  close() {
    this.element.hidden = true;
    this.next = "";
    fill(this.list);
    this.area.removeAttribute("aria-activedescendant");
    this.area.removeAttribute("aria-controls");
  }

  onScroll() {
    const { scrollHeight, scrollTop, clientHeight } = this.element;
    if (!this.next || scrollHeight - scrollTop - clientHeight > NEAR_END) return;
    const offset = this.next;
    this.next = "";
    this.ask(this.query, offset);
  }

  choose(queryId, resultId) {
    return this.try(() => api.chooseOffer(this.id, queryId, resultId, this.thread));
  }

  goAbove() {
    return this.try(() => api.start(this.id, this.parameter));
  }

  async try(what) {
    try {
      await what();
      this.close();
      this.sent();
    } catch (error) {
      tell(sentence(error), { isError: true });
    }
  }
}

/** A photo of the result, or the first letter of its name, as apps draw it. */
function picture({ title, photo }) {
  if (photo) return h("img", { class: "offer-picture", src: fileUrl(photo[0].file_id), alt: "" });
  return h("span", { class: "offer-picture", "aria-hidden": "true" }, [...(title ?? "")][0]?.toUpperCase() ?? "");
}
