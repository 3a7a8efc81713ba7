// Where a person writes: text, files by button, paste and drag, replies, the command menu.

import * as api from "./api.js";
import { fill, h, icon } from "./dom.js";
import { asking, InlineList } from "./inline.js";
import { menu, tell } from "./dialogs.js";
import { brief } from "./message.js";
import { size } from "./media.js";
import { nameOf, store } from "./store.js";
import { sentence, t } from "./words.js";

const MOST = 50 * 1024 * 1024;
const MOST_FILES = 10;

export class Composer {
  /** `links` knows which addresses lead to the bot: links.isOurs(url). */
  constructor(person, links) {
    this.person = person;
    this.links = links;
    this.files = [];
    this.replied = null;
    this.thread = null; // the topic in which one writes
    this.edited = null;
    this.sending = false;
    this.goesOn = false; // Enter was pressed again while the last message was on its way
    const name = nameOf(person.user);
    this.area = h("textarea", { class: "composer-text", rows: "1", placeholder: t("write"), "aria-label": t("writeAs", { name }), autocomplete: "off" });
    this.picker = h("input", { type: "file", multiple: true, class: "offscreen", tabindex: "-1", "aria-hidden": "true" });
    this.tray = h("div", { class: "tray", hidden: true });
    this.replyBar = h("div", { class: "reply-bar", hidden: true });
    this.hints = h("div", { class: "hints", hidden: true, role: "listbox", "aria-label": t("commands") });
    this.offers = new InlineList(person.id, this.area, () => {
      this.put("");
      this.focus();
    });
    this.sendButton = h("button", { type: "button", class: "composer-button composer-send", title: t("send"), "aria-label": t("send"), onclick: () => this.send() }, icon("send"));
    this.menuButton = h("button", { type: "button", class: "composer-menu", title: t("commands"), "aria-label": t("commands"), "aria-haspopup": "menu", onclick: () => this.showCommands() }, icon("menu"), h("span", {}, t("menu")));
    this.element = h(
      "div",
      { class: "composer" },
      this.hints,
      this.offers.element,
      this.replyBar,
      this.tray,
      h(
        "div",
        { class: "composer-line" },
        this.menuButton,
        this.area,
        h("button", { type: "button", class: "composer-button", title: t("attach"), "aria-label": t("attach"), onclick: () => this.picker.click() }, icon("attach")),
        this.sendButton,
        this.picker,
      ),
    );
    this.area.value = sessionStorage.getItem(this.draft) ?? "";
    this.area.addEventListener("keydown", (event) => this.onKey(event));
    this.area.addEventListener("input", () => this.onInput());
    this.area.addEventListener("paste", (event) => this.onPaste(event));
    this.picker.addEventListener("change", () => {
      this.attach([...this.picker.files]);
      this.picker.value = "";
    });
  }

  focus() {
    this.area.focus();
  }

  /** Where this window keeps what is being written, so that a reload loses nothing. */
  get draft() {
    return `draft ${this.person.id}`;
  }

  /** Go on with what was being written in a composer drawn before this one. */
  takeOver({ files, replied, edited }) {
    this.files = files;
    this.showTray();
    if (edited) this.edit(edited, this.area.value);
    else this.reply(replied);
    this.onInput();
  }

  put(words) {
    this.area.value = words;
    this.onInput();
  }

  onKey(event) {
    if (event.isComposing) return;
    if (!this.hints.hidden && ["ArrowDown", "ArrowUp", "Tab"].includes(event.key)) {
      event.preventDefault();
      return this.moveHint(event.key === "ArrowUp" ? -1 : 1);
    }
    if (this.offers.isOpen && ["ArrowDown", "ArrowUp"].includes(event.key)) {
      event.preventDefault();
      return this.offers.move(event.key === "ArrowUp" ? -1 : 1);
    }
    if (event.key === "Enter" && !event.shiftKey && !event.ctrlKey && !event.altKey) {
      event.preventDefault();
      const hint = this.hints.hidden ? this.offers.selected : this.hints.querySelector("[aria-selected=true]");
      if (hint) hint.click();
      else this.send();
    }
    if (event.key === "Escape") {
      if (!this.hints.hidden) this.hints.hidden = true;
      else if (this.offers.isOpen) this.offers.close();
      else this.reply(null);
    }
  }

  onInput() {
    const { area } = this;
    sessionStorage.setItem(this.draft, area.value);
    area.style.height = "auto";
    if (area.scrollHeight) area.style.height = `${Math.min(area.scrollHeight, 140)}px`;
    const isLink = this.links.isOurs(area.value.trim());
    this.element.classList.toggle("has-link", isLink);
    this.sendButton.title = isLink ? t("openLink") : t("send");
    this.sendButton.setAttribute("aria-label", this.sendButton.title);
    this.showHints();
    this.offers.thread = this.thread;
    this.offers.follow(area.value);
  }

  /** Ask the bot so in this chat: what a button of inline mode does. */
  askInline(query) {
    this.put(asking(query));
    this.focus();
  }

  onPaste(event) {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    this.attach(files);
  }

  /** Commands that begin with what is written after «/». */
  showHints() {
    const begun = /^\/(\w*)$/.exec(this.area.value);
    const found = begun ? this.person.commands.filter(({ command }) => command.startsWith(begun[1].toLowerCase())) : [];
    this.hints.hidden = !found.length;
    fill(
      this.hints,
      found.map(({ command, description }) =>
        h("button", { type: "button", class: "hint", role: "option", "aria-selected": "false", onclick: () => this.command(`/${command}`) }, h("b", {}, `/${command}`), h("span", {}, description)),
      ),
    );
  }

  moveHint(step) {
    const options = [...this.hints.children];
    const at = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
    const next = options[(at + step + options.length) % options.length];
    for (const option of options) option.setAttribute("aria-selected", String(option === next));
    next?.scrollIntoView({ block: "nearest" });
  }

  showCommands() {
    menu(
      this.menuButton,
      t("commands"),
      this.person.commands.map(({ command, description }) => ({ label: description, note: `/${command}`, act: () => this.command(`/${command}`) })),
    );
  }

  async command(words) {
    this.put("");
    await this.try(() => api.write(this.person.id, words, null, this.thread));
  }

  /** Answer this message with the next one; null: none. */
  reply(body) {
    if (this.edited) this.put("");
    this.edited = null;
    this.replied = body;
    const author = body?.from?.is_bot ? store.bot.first_name : nameOf(this.person.user);
    this.showBar(body, "reply", t("replyTo", { name: author }), t("cancelReply"));
  }

  /** The next words take the place of those of this message of their own. */
  edit(body, words = body.text ?? body.caption) {
    this.replied = null;
    this.edited = body;
    this.put(words);
    this.showBar(body, "edit", t("editing"), t("cancelEdit"));
  }

  showBar(body, name, title, cancel) {
    this.replyBar.hidden = !body;
    if (!body) return;
    fill(
      this.replyBar,
      icon(name),
      h("span", { class: "reply-bar-words" }, h("b", {}, title), h("span", {}, brief(body))),
      h("button", { type: "button", class: "composer-button", "aria-label": cancel, title: cancel, onclick: () => this.reply(null) }, icon("close")),
    );
    this.focus();
  }

  /** Put files into the tray; what Telegram would not take is named at once. */
  attach(files) {
    for (const file of files) {
      if (file.size > MOST) tell(t("fileTooBig", { name: file.name }), { isError: true });
      else if (!file.size) tell(t("fileEmpty", { name: file.name }), { isError: true });
      else if (this.files.length >= MOST_FILES) tell(t("tooManyFiles"), { isError: true });
      else this.files.push({ file, kind: kindOf(file), asFile: false, url: kindOf(file) === "photo" ? URL.createObjectURL(file) : null });
    }
    this.showTray();
    this.focus();
  }

  showTray() {
    this.tray.hidden = !this.files.length;
    fill(
      this.tray,
      this.files.map((attached) => {
        const { file, kind, url } = attached;
        return h(
          "div",
          { class: "tray-file" },
          url ? h("img", { src: url, alt: "" }) : h("span", { class: "tray-icon" }, icon("file")),
          h("span", { class: "tray-words" }, h("span", { class: "tray-name" }, file.name), h("small", {}, size(file.size))),
          kind !== "document" &&
            h("label", { class: "tray-check" }, h("input", { type: "checkbox", checked: attached.asFile, onchange: (event) => (attached.asFile = event.target.checked) }), t("asFile")),
          h("button", { type: "button", class: "composer-button", "aria-label": t("removeFile", { name: file.name }), onclick: () => this.detach(attached) }, icon("close")),
        );
      }),
    );
  }

  detach(attached) {
    if (attached.url) URL.revokeObjectURL(attached.url);
    this.files = this.files.filter((other) => other !== attached);
    this.showTray();
  }

  /** What is being sent leaves the field at once, and comes back if it does not get through. */
  async send() {
    const text = this.area.value;
    if (this.sending) {
      this.goesOn = Boolean(text.trim());
      return;
    }
    if (!text.trim() && !this.files.length) {
      tell(t("emptyMessage"), { isError: true });
      return this.focus();
    }
    const { replied, edited } = this;
    this.sending = true;
    this.put("");
    this.reply(null);
    const rest = edited ? await this.change(edited, text) : await this.passOn(text, replied?.message_id);
    this.sending = false;
    const goesOn = this.goesOn;
    this.goesOn = false;
    if (rest === null) return goesOn && this.send();
    this.put([rest, this.area.value].filter(Boolean).join("\n"));
    if (edited) this.edit(edited, this.area.value);
    else if (!this.replied) this.reply(replied);
  }

  /** Send text and files; what of the text has not gone out where something was refused, else null. */
  async passOn(text, replyTo) {
    const { thread, person: { id } } = this;
    let rest = text;
    const isSent = await this.try(async () => {
      if (!this.files.length) {
        const url = text.trim();
        return this.links.isOurs(url) ? api.follow(id, this.links.plain(url)) : api.write(id, text, replyTo, thread);
      }
      for (const group of groups(this.files)) {
        await api.sendFiles(id, form(group, rest, replyTo, thread));
        rest = "";
        for (const attached of group) this.detach(attached);
      }
    });
    return isSent ? null : rest;
  }

  /** Exchange the words of a message; what was refused, else null. */
  async change(body, text) {
    return (await this.try(() => api.edit(this.person.id, body.message_id, text))) ? null : text;
  }

  async try(what) {
    try {
      await what();
      return true;
    } catch (error) {
      tell(sentence(error), { isError: true });
      return false;
    }
  }
}

function kindOf(file) {
  if (/^image\/(png|jpeg|webp)$/.test(file.type)) return "photo";
  if (/^video\/mp4$/.test(file.type)) return "video";
  if (/^audio\/(mpeg|mp4|x-m4a)$/.test(file.type)) return "audio";
  if (/^audio\/ogg$/.test(file.type)) return "voice";
  return "document";
}

/** What may go out as one album: pictures with videos, or files, or songs; a voice goes alone. */
function groups(files) {
  const found = new Map();
  for (const attached of files) {
    const kind = sentAs(attached);
    const family = kind === "video" ? "photo" : kind === "voice" ? `voice ${found.size}` : kind;
    found.set(family, [...(found.get(family) ?? []), attached]);
  }
  return found.values();
}

const sentAs = ({ asFile, kind }) => (asFile ? "document" : kind);

function form(group, caption, replyTo, thread) {
  const data = new FormData();
  if (caption) data.append("caption", caption);
  if (replyTo) data.append("reply_to", replyTo);
  if (thread) data.append("thread_id", thread);
  for (const attached of group) data.append(sentAs(attached), attached.file, attached.file.name || "file");
  return data;
}
