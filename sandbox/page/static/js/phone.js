// One person's phone: their chat with the bot.

import * as api from "./api.js";
import { Composer } from "./composer.js";
import { day, dayKey, HERE, hours, zoneName, zones } from "./dates.js";
import { alertOf, menu, tell } from "./dialogs.js";
import { avatar, copy, fill, h, icon } from "./dom.js";
import * as links from "./links.js";
import { brief, messageRow, serviceRow, serviceWords } from "./message.js";
import { inlineQuery, kindOf } from "./buttons.js";
import { nameOf, now, on, seen, store } from "./store.js";
import { local, pageLanguage, sentence, t } from "./words.js";

const SHOWN_AT_FIRST = 150;
const TOGETHER = 10 * 60;
const PATIENCE = 8000;
const MORE_STARS = 1000;
/** What Telegram says where the bot has said nothing of its own. */
const PAYMENT_ERRORS = { BOT_PRECHECKOUT_TIMEOUT: "noCheckout", BALANCE_TOO_LOW: "notEnoughStars" };

export class Phone {
  /** `stage.show(id)` brings somebody's phone into view. */
  constructor(person, stage) {
    this.id = person.id;
    this.stage = stage;
    this.name = nameOf(person.user);
    this.language = person.user.language_code ?? "en";
    this.zone = localStorage.getItem(`zone ${person.id}`) ?? HERE;
    this.limit = SHOWN_AT_FIRST;
    this.topic = null; // the one that is open; null: all messages
    this.rows = new Map();
    this.pressed = new Map();
    this.answers = new Map();
    this.checkouts = new Map();
    this.composer = new Composer(person, links);
    this.build(person);
    this.stops = [
      on(`person:${this.id}`, () => this.later()),
      on("answer", (press) => press.chat_id === this.id && this.answered(press)),
      on("playground", () => this.showRole()),
      on("checkout", (outcome) => outcome.chat_id === this.id && this.checkedOut(outcome)),
    ];
    this.render();
  }

  get person() {
    return store.people.get(this.id);
  }

  get view() {
    return {
      language: this.language,
      zone: this.zone,
      botName: store.bot.first_name,
      personName: this.name,
      open: (url, anchor) => links.open(url, this.person, anchor, (id) => this.stage.show(id)),
      command: (words) => this.try(() => api.write(this.id, words, null, this.topic)),
      tap: (body, button, element, label) => this.tap(body, button, element, label),
      reply: (body) => this.composer.reply(body),
      edit: (body) => this.composer.edit(body),
      goTo: (messageId) => this.goTo(messageId),
    };
  }

  destroy() {
    for (const stop of this.stops) stop();
    clearInterval(this.ticking);
    this.growing.disconnect();
  }

  build(person) {
    this.log = h("div", { class: "log", role: "log", "aria-live": "polite", "aria-label": t("messages", { name: this.name }), tabindex: "0" });
    this.scroller = h("div", { class: "scroller" }, this.log);
    this.status = h("span", { class: "phone-status" });
    this.pin = h("button", { type: "button", class: "pin", hidden: true });
    this.topics = h("div", { class: "topics", role: "tablist", "aria-label": t("topics", { name: this.name }), hidden: true });
    this.down = h("button", { type: "button", class: "down", hidden: true, "aria-label": t("toEnd"), title: t("toEnd"), onclick: () => this.toEnd(true) }, icon("down"), h("span", { class: "badge", hidden: true }));
    this.toastPlace = h("div", { class: "toast-place", role: "status", "aria-live": "polite" });
    this.footer = h("div", { class: "footer" });
    this.replyKeys = h("div", { class: "reply-keys", hidden: true });
    this.face = h("span", { class: "status-time" });
    this.zoneWords = h("span", { class: "status-zone" });
    this.role = h("span", { class: "owner-role" });
    this.stars = h("span", { class: "owner-stars" });
    this.settings = h(
      "button",
      { type: "button", class: "owner-more", title: t("settingsOf", { name: this.name }), "aria-label": t("settingsOf", { name: this.name }), "aria-haspopup": "menu", onclick: () => this.showSettings() },
      icon("more"),
    );
    this.element = h(
      "section",
      { class: "seat", "aria-label": t("phoneOf", { name: this.name }), data: { person: String(this.id) } },
      h("header", { class: "owner" }, avatar(this.id, this.name), h("span", { class: "owner-words" }, h("span", { class: "owner-name" }, this.name), this.role), this.stars, this.settings),
      h(
        "div",
        { class: "phone" },
        h("div", { class: "status-bar", "aria-hidden": "true" }, this.face, this.zoneWords),
        h("div", { class: "phone-head" }, avatar(3, store.bot.first_name, "avatar-bot"), h("span", { class: "phone-title" }, h("b", {}, store.bot.first_name), this.status)),
        this.topics,
        this.pin,
        h("div", { class: "chat" }, this.scroller, this.down, this.toastPlace, h("div", { class: "drop", "aria-hidden": "true" }, icon("attach"), t("dropHere"))),
        this.replyKeys,
        this.footer,
      ),
    );
    this.sticks = true;
    this.scroller.addEventListener("scroll", () => {
      if (this.isAtEnd()) this.sticks = true;
      else if (this.measure() === this.measured) this.sticks = false;
      else if (this.sticks) this.toEnd(); // not the reader has moved it: bubbles or the phone have changed their size
      this.measured = this.measure();
      this.onScroll();
    });
    this.growing = new ResizeObserver(() => this.sticks && this.toEnd());
    this.growing.observe(this.log);
    this.growing.observe(this.scroller);
    this.dragging(this.element.querySelector(".phone"));
    this.element.addEventListener("click", (event) => this.copyCode(event));
    this.ticking = setInterval(() => this.tick(), 1000);
    this.showRole();
    this.person && this.tick();
    this.composer.person = person;
  }

  showRole() {
    const role = local(store.playground.roles?.[this.id]);
    this.role.textContent = [role, this.language].filter(Boolean).join(" · ");
  }

  tick() {
    this.face.textContent = hours(now(), this.language, this.zone);
    this.zoneWords.textContent = zoneName(this.zone, this.language);
    this.showStatus();
  }

  showStatus() {
    const isTyping = this.person && this.person.typing > performance.now();
    if (this.isTyping === isTyping) return;
    this.isTyping = isTyping;
    fill(this.status, isTyping ? [t("typing"), h("span", { class: "dots", "aria-hidden": "true" }, h("i"), h("i"), h("i"))] : t("bot"));
    this.status.classList.toggle("is-typing", Boolean(isTyping));
  }

  later() {
    if (this.waiting) return;
    this.waiting = true;
    const draw = () => {
      if (!this.waiting) return;
      this.waiting = false;
      if (this.person) this.render();
    };
    requestAnimationFrame(draw);
    setTimeout(draw, 120); // a window in the background draws no frames
  }

  render() {
    this.followTopic();
    this.showTopics();
    const { person, scroller } = this;
    const isAtEnd = this.sticks;
    const before = scroller.scrollHeight - scroller.scrollTop;
    const rows = this.wanted(person);
    const kept = new Map();
    const elements = rows.map(({ key, version, make }) => {
      const old = this.rows.get(key);
      const row = old?.version === version ? old : { version, element: make() };
      if (!old && this.hasRendered) row.element.classList.add("is-new");
      kept.set(key, row);
      return row.element;
    });
    this.rows = kept;
    reconcile(this.log, elements);
    if (isAtEnd || !this.hasRendered) this.toEnd();
    else if (this.grew) scroller.scrollTop = scroller.scrollHeight - before;
    this.grew = false;
    this.hasRendered = true;
    this.showPin();
    this.showFooter();
    this.showStatus();
    this.showStars();
    this.onScroll();
  }

  showStars() {
    const count = this.person.stars ?? 0;
    this.stars.title = t("stars", { count });
    fill(this.stars, h("span", { "aria-hidden": "true" }, "⭐"), h("span", { class: "offscreen" }, t("stars", { count: "" })), count.toLocaleString(pageLanguage()));
  }

  /** What stands in the chat, top to bottom; an element is kept as long as its version stays the same. */
  wanted(person) {
    const all = inOrder(person).filter(({ message }) => this.topic === null || message.message_thread_id === this.topic);
    const entries = all.slice(-this.limit);
    const rows = [];
    if (all.length > entries.length) rows.push({ key: "earlier", version: "", make: () => this.earlierButton() });
    if (!all.length) rows.push({ key: "empty", version: store.bot.first_name, make: () => this.welcome() });
    let lastDay = "";
    const groups = grouped(entries);
    groups.forEach((group, at) => {
      const body = group[0].message;
      const date = dayKey(body.date, this.zone);
      if (date !== lastDay) {
        lastDay = date;
        rows.push({ key: `day ${date}`, version: this.zone, make: () => h("div", { class: "row row-day" }, h("span", { class: "chip" }, day(body.date, this.language, this.zone))) });
      }
      if (serviceWords(body) !== null) {
        rows.push({ key: body.message_id, version: body, make: () => serviceRow(body) });
        return;
      }
      const isFirst = !isTogether(groups[at - 1], group, this.zone);
      const isLast = !isTogether(group, groups[at + 1], this.zone);
      const reactions = person.reactions?.[body.message_id];
      const receipt = person.paid?.[body.message_id];
      const version = `${group.map(({ message }) => versionOf(message)).join()} ${isFirst} ${isLast} ${this.zone} ${receipt} ${JSON.stringify(reactions ?? "")}`;
      rows.push({ key: body.message_id, version, make: () => messageRow(group, { view: this.view, isFirst, isLast, reactions, receipt }) });
    });
    return rows;
  }

  /** The topics as tabs, the newest first; where the bot has none, none. */
  showTopics() {
    const { person } = this;
    const topics = store.bot.topics?.topics ? byNewest(person) : [];
    this.topics.hidden = !topics.length;
    if (this.topic === null) person.unreadIn.clear();
    else person.unreadIn.delete(this.topic);
    const shown = JSON.stringify([topics, [...person.unreadIn], this.topic]);
    if (this.shownTopics === shown) return;
    this.shownTopics = shown;
    const hadFocus = this.topics.contains(document.activeElement);
    fill(this.topics, this.topicTab(null, t("allTopics")), topics.map(({ message_thread_id: thread, name, closed }) => this.topicTab(thread, name, closed)));
    if (hadFocus) this.topics.querySelector("[aria-selected=true]")?.focus();
  }

  topicTab(thread, name, isClosed = false) {
    const unread = this.person.unreadIn.get(thread) ?? 0;
    return h(
      "button",
      { type: "button", class: `topic ${isClosed ? "is-closed" : ""}`, role: "tab", title: name, "aria-selected": String(thread === this.topic), onclick: () => this.showTopic(thread) },
      isClosed && icon("lock"),
      h("span", { class: "topic-name" }, name),
      isClosed && h("span", { class: "offscreen" }, t("closedTopic")),
      unread > 0 && h("span", { class: "badge", "aria-label": t("newMessages", { count: unread }) }, String(unread)),
    );
  }

  showTopic(thread) {
    this.topic = thread;
    this.limit = SHOWN_AT_FIRST;
    this.hasRendered = false; // what stood there before is no news
    this.sticks = true;
    this.composer.reply(null);
    this.render();
  }

  /** A topic that is gone is left, and so is one outside of which the person has done something. */
  followTopic() {
    const { person } = this;
    const own = inOrder(person).findLast((entry) => !entry.from_bot)?.message;
    const isNew = own && own.message_id !== this.lastOwn;
    this.lastOwn = own?.message_id;
    const isGone = !store.bot.topics?.topics || !person.topics.some((topic) => topic.message_thread_id === this.topic);
    if (this.topic !== null && (isGone || (isNew && own.message_thread_id !== this.topic))) {
      this.topic = null;
      this.hasRendered = false;
    }
    this.composer.thread = this.topic;
  }

  earlierButton() {
    return h(
      "div",
      { class: "row row-service" },
      h("button", { type: "button", class: "chip", onclick: () => {
        this.limit += SHOWN_AT_FIRST;
        this.grew = true;
        this.render();
      } }, t("earlier")),
    );
  }

  welcome() {
    const texts = store.bot.texts ?? {};
    const about = texts[`description ${this.language}`] || texts.description;
    return h("div", { class: "welcome" }, avatar(3, store.bot.first_name, "avatar-bot avatar-huge"), h("b", {}, about ? t("canDo") : store.bot.first_name), h("p", {}, about || t("emptyChat")));
  }

  showPin() {
    const id = this.person.pinned?.at(-1);
    const entry = id && this.person.messages.get(id);
    this.pin.hidden = !entry;
    if (!entry) return;
    fill(this.pin, icon("pin"), h("span", { class: "pin-words" }, h("b", {}, t("pinned")), h("span", {}, brief(entry.message))));
    this.pin.onclick = () => this.goTo(id);
  }

  showFooter() {
    const { person } = this;
    const isClosed = person.topics.some((topic) => topic.message_thread_id === this.topic && topic.closed);
    const state = person.blocked ? "blocked" : !person.started ? "new" : isClosed ? "closed" : "open";
    this.composer.person = person;
    if (this.footerState !== state) {
      this.footerState = state;
      const hadFocus = this.footer.contains(document.activeElement);
      const big = (label, act) => h("button", { type: "button", class: "big", onclick: act }, label);
      if (state === "open") fill(this.footer, this.composer.element);
      else if (state === "closed") fill(this.footer, h("span", { class: "footer-note" }, t("topicIsClosed")));
      else if (state === "new") fill(this.footer, big(t("start"), () => this.try(() => api.start(this.id))));
      else fill(this.footer, big(t("restart"), () => this.try(() => api.start(this.id))), h("span", { class: "footer-note" }, t("blocked")));
      if (hadFocus) (state === "open" ? this.composer.area : this.footer.querySelector("button"))?.focus();
    }
    this.composer.menuButton.hidden = !person.commands?.length;
    this.showReplyKeys(person.replyKeyboard);
  }

  showReplyKeys(markup) {
    if (this.shownKeys === markup) return;
    this.shownKeys = markup;
    const rows = markup?.keyboard ?? [];
    this.replyKeys.hidden = !rows.length;
    fill(
      this.replyKeys,
      rows.map((row) =>
        h("div", { class: "keyboard-row" }, row.map((button) => h("button", { type: "button", class: `key key-${button.style ?? "plain"}`, onclick: () => this.replyKey(button) }, button.text))),
      ),
    );
    if (markup?.input_field_placeholder) this.composer.area.placeholder = markup.input_field_placeholder;
  }

  replyKey(button) {
    return this.try(() => (button.request_contact ? api.contact(this.id, this.topic) : api.write(this.id, button.text, null, this.topic)));
  }

  async tap(body, button, element, label) {
    switch (kindOf(button)) {
      case "url":
        if (!this.view.open(button.url, element)) window.open(button.url, "_blank", "noopener,noreferrer");
        return;
      case "copy":
        await copy(button.copy_text.text);
        return this.toast(t("copied"));
      case "inline": // there are no other chats than this one
        return this.composer.askInline(inlineQuery(button));
      case "pay":
        return this.pay(body, element);
      case "callback":
        return this.press(body, button, element);
      default:
        return this.toast(t("notSupported", { what: label }));
    }
  }

  /** What is paid shows its receipt instead; until the bot has answered, the button waits. */
  async pay(body, element) {
    const receipt = this.person.paid?.[body.message_id];
    if (receipt) return this.goTo(receipt);
    const done = waiting(element);
    if (!done) return;
    try {
      const { id } = await api.pay(this.id, body.message_id);
      if (this.checkouts.get(id) === "over") return done();
      this.checkouts.set(id, done);
    } catch (error) {
      done();
      tell(sentence(error), { isError: true });
    }
  }

  checkedOut({ checkout, payment_error: error }) {
    const done = this.checkouts.get(checkout);
    this.checkouts.set(checkout, "over");
    done?.();
    if (error) alertOf(store.bot.first_name, error in PAYMENT_ERRORS ? t(PAYMENT_ERRORS[error]) : error);
  }

  async press(body, button, element) {
    const done = waiting(element);
    if (!done) return;
    try {
      const press = await api.press(this.id, body.message_id, { data: button.callback_data });
      if (this.answers.has(press.id)) return done();
      const late = setTimeout(() => {
        this.pressed.delete(press.id);
        done();
        this.toast(t("noAnswer"));
      }, PATIENCE);
      this.pressed.set(press.id, () => {
        clearTimeout(late);
        done();
      });
    } catch (error) {
      done();
      tell(sentence(error), { isError: true });
    }
  }

  answered(press) {
    this.answers.set(press.id, true);
    this.pressed.get(press.id)?.();
    this.pressed.delete(press.id);
    const { text, show_alert: isAlert, url } = press.answer ?? {};
    if (url) this.view.open(url, this.element);
    if (!text || store.busy) return; // an example presses faster than anybody reads
    if (isAlert) alertOf(store.bot.first_name, text);
    else this.toast(text);
  }

  toast(words) {
    const toast = h("div", { class: "toast" }, words);
    fill(this.toastPlace, toast);
    clearTimeout(this.toasting);
    this.toasting = setTimeout(() => toast.remove(), 3200);
  }

  goTo(messageId) {
    const row = [...this.log.children].find((element) => element.dataset.message === String(messageId));
    if (!row) return;
    row.scrollIntoView({ block: "center", behavior: motion() });
    row.classList.remove("is-found");
    void row.offsetWidth;
    row.classList.add("is-found");
  }

  isAtEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    return scrollHeight - scrollTop - clientHeight < 60;
  }

  measure() {
    const { scrollHeight, clientHeight } = this.scroller;
    return `${scrollHeight} ${clientHeight}`;
  }

  toEnd(isSmooth = false) {
    this.sticks = true;
    this.measured = this.measure();
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: isSmooth ? motion() : "instant" });
  }

  onScroll() {
    const { person } = this;
    const isAtEnd = this.isAtEnd();
    if (isAtEnd && person && this.element.offsetParent) seen(person);
    this.down.hidden = isAtEnd;
    const badge = this.down.lastChild;
    badge.hidden = !person?.unread;
    badge.textContent = person?.unread ?? "";
  }

  showSettings() {
    const { person } = this;
    const choice = h(
      "select",
      { "aria-label": t("timeZone"), onchange: (event) => this.setZone(event.target.value) },
      zones().map((zone) => h("option", { value: zone, selected: zone === this.zone }, zone.replaceAll("_", " "))),
    );
    menu(this.settings, "", [
      { label: t("addStars", { count: MORE_STARS.toLocaleString(pageLanguage()) }), icon: "star", act: () => this.try(() => api.addStars(this.id, MORE_STARS)) },
      h("label", { class: "menu-field" }, h("span", {}, icon("clock"), t("timeZone")), choice),
      { label: t("shareContact"), icon: "copy", act: () => this.try(() => api.contact(this.id, this.topic)) },
      ...this.topicItems(),
      person.blocked
        ? { label: t("unblockBot"), icon: "power", act: () => this.try(() => api.unblock(this.id)) }
        : { label: t("blockBot"), icon: "block", isDangerous: true, act: () => this.try(() => api.block(this.id)) },
    ]);
  }

  /** What people may do with topics, where the bot lets them. */
  topicItems() {
    const { topics: isOn, people_make_topics: mayMake } = store.bot.topics ?? {};
    if (!isOn || !mayMake) return [];
    const named = `${t("newTopic")} ${this.person.topics.length + 1}`;
    const thread = this.topic;
    return [
      { label: t("newTopic"), icon: "add", act: () => this.try(() => api.openTopic(this.id, named)) },
      ...(thread === null ? [] : [{ label: t("deleteTopic"), icon: "close", isDangerous: true, act: () => this.try(() => api.deleteTopic(this.id, thread)) }]),
    ];
  }

  setZone(zone) {
    this.zone = zone;
    localStorage.setItem(`zone ${this.id}`, zone);
    this.tick();
    this.render();
  }

  dragging(target) {
    let depth = 0;
    const hasFiles = (event) => this.footerState === "open" && [...event.dataTransfer.types].includes("Files");
    target.addEventListener("dragenter", (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth += 1;
      target.classList.add("is-dropping");
    });
    target.addEventListener("dragover", (event) => hasFiles(event) && event.preventDefault());
    target.addEventListener("dragleave", () => {
      depth = Math.max(0, depth - 1);
      if (!depth) target.classList.remove("is-dropping");
    });
    target.addEventListener("drop", (event) => {
      depth = 0;
      target.classList.remove("is-dropping");
      if (!hasFiles(event)) return;
      event.preventDefault();
      this.composer.attach([...event.dataTransfer.files]);
    });
  }

  async copyCode(event) {
    const code = event.target.closest("[data-copy]");
    if (!code) return;
    await copy(code.dataset.copy);
    this.toast(t("copied"));
  }

  async try(what) {
    try {
      await what();
    } catch (error) {
      tell(sentence(error), { isError: true });
    }
  }
}

const inOrder = (person) => [...person.messages.values()].sort((a, b) => a.message.message_id - b.message.message_id);

/** Telegram's order of topics: by their last message. */
function byNewest(person) {
  const last = new Map();
  for (const { message } of person.messages.values()) {
    if (message.message_thread_id) last.set(message.message_thread_id, Math.max(message.message_id, last.get(message.message_thread_id) ?? 0));
  }
  const age = (topic) => last.get(topic.message_thread_id) ?? 0;
  return [...person.topics].sort((a, b) => age(b) - age(a));
}

/** A button waits until the returned function is called; null: it waits already. */
function waiting(element) {
  if (element.classList.contains("is-waiting")) return null;
  element.classList.add("is-waiting");
  element.setAttribute("aria-busy", "true");
  return () => {
    element.classList.remove("is-waiting");
    element.removeAttribute("aria-busy");
  };
}

const motion = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth");

const versions = new WeakMap();
let lastVersion = 0;

/** A number that stands for this very body: bodies are replaced, never changed. */
function versionOf(body) {
  if (!versions.has(body)) versions.set(body, (lastVersion += 1));
  return versions.get(body);
}

/** Albums stand together. */
function grouped(entries) {
  const groups = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    const album = entry.message.media_group_id;
    if (album && last?.[0].message.media_group_id === album) last.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

/** Messages of one sender within ten minutes of a day share one tail. */
function isTogether(group, next, zone) {
  if (!group || !next) return false;
  const [a, b] = [group.at(-1), next[0]];
  return (
    a.from_bot === b.from_bot &&
    serviceWords(a.message) === null &&
    serviceWords(b.message) === null &&
    b.message.date - a.message.date < TOGETHER &&
    dayKey(a.message.date, zone) === dayKey(b.message.date, zone)
  );
}

/** Bring the children into this order, touching only what differs. */
function reconcile(parent, elements) {
  const wanted = new Set(elements);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  elements.forEach((element, at) => {
    if (parent.children[at] !== element) parent.insertBefore(element, parent.children[at] ?? null);
  });
}
