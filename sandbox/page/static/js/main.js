// Joins the page: the bar, the phones, the drawer.

import * as api from "./api.js";
import { tick } from "./dates.js";
import { tell } from "./dialogs.js";
import { avatar, fill, h, icon } from "./dom.js";
import { addPerson, showHelp } from "./people.js";
import { Phone } from "./phone.js";
import { connect, nameOf, on, store } from "./store.js";
import { Topbar } from "./topbar.js";
import { Wire } from "./wire.js";
import { pageLanguage, sentence, setPageLanguage, t } from "./words.js";

const root = document.documentElement;
root.dataset.theme = localStorage.getItem("theme") ?? "auto";
setPageLanguage(pageLanguage());

const page = {
  phones: new Map(),
  topbar: null,
  wire: null,
  shown: null,

  /** Draw everything; the chats themselves are the server's, so nothing is lost. */
  rebuild() {
    const written = [...this.phones].map(([id, phone]) => [id, phone.composer]);
    this.topbar?.destroy();
    for (const phone of this.phones.values()) phone.destroy();
    this.phones.clear();
    this.topbar = new Topbar(this);
    this.banner = h("div", { class: "banner", role: "alert", hidden: true });
    this.stage = h("main", { class: "stage" });
    this.tabs = h("div", { class: "tabs", role: "tablist", "aria-label": t("people") });
    this.body = h("div", { class: "body" }, this.stage);
    fill(document.body, this.topbar.element, this.banner, this.tabs, this.body);
    this.sync();
    for (const [id, composer] of written) this.phones.get(id)?.composer.takeOver(composer);
    const isOpen = this.wire !== null;
    this.wire?.destroy();
    this.wire = null;
    if (isOpen) this.toggleWire();
    this.showBanner();
    document.title = `${store.bot?.first_name ?? ""} — ${t("sandbox")}`;
  },

  /** As many phones as there are people; those that stay are kept with what is being written in them. */
  sync() {
    const people = [...store.people.values()];
    const fresh = [];
    for (const [id, phone] of this.phones) {
      if (store.people.has(id)) continue;
      phone.destroy();
      this.phones.delete(id);
    }
    for (const person of people) {
      const known = this.phones.get(person.id);
      if (known && known.name === nameOf(person.user)) known.later();
      else {
        known?.destroy();
        this.phones.set(person.id, new Phone(person, this));
        fresh.push(person.id);
      }
    }
    const add = h("button", { type: "button", class: "add-person", onclick: () => addPerson(), title: t("addPerson") }, icon("add"), h("span", {}, t("addPerson")));
    const wanted = people.map((person) => this.phones.get(person.id).element);
    for (const child of [...this.stage.children]) if (!wanted.includes(child)) child.remove();
    wanted.forEach((element, at) => this.stage.children[at] !== element && this.stage.insertBefore(element, this.stage.children[at] ?? null));
    this.stage.append(add);
    if (!this.phones.has(this.shown)) this.shown = people[0]?.id ?? null;
    this.showTabs();
    for (const id of fresh) this.phones.get(id).toEnd();
  },

  showTabs() {
    fill(
      this.tabs,
      [...this.phones.values()].map((phone) => {
        const unread = phone.person?.unread ?? 0;
        const isShown = phone.id === this.shown;
        phone.element.classList.toggle("is-shown", isShown);
        return h(
          "button",
          { type: "button", class: "tab", role: "tab", "aria-selected": String(isShown), onclick: () => this.show(phone.id) },
          avatar(phone.id, phone.name, "avatar-small"),
          h("span", { class: "tab-name" }, phone.name),
          unread > 0 && !isShown && h("span", { class: "badge", "aria-label": t("newMessages", { count: unread }) }, String(unread)),
        );
      }),
      h("button", { type: "button", class: "tab tab-add", "aria-label": t("addPerson"), title: t("addPerson"), onclick: () => addPerson() }, icon("add")),
    );
  },

  /** Bring somebody's phone into view. */
  show(id) {
    this.shown = id;
    this.showTabs();
    const phone = this.phones.get(id);
    phone?.element.scrollIntoView({ inline: "center", block: "nearest", behavior: "smooth" });
    phone?.toEnd();
    phone?.onScroll();
  },

  toggleWire() {
    const isOpen = this.wire !== null;
    if (isOpen) {
      this.wire.destroy();
      this.wire.element.remove();
      this.wire = null;
      this.topbar.wireButton.focus();
    } else {
      this.wire = new Wire(this);
      this.body.append(this.wire.element);
    }
    root.classList.toggle("has-wire", !isOpen);
    this.topbar.wireButton.setAttribute("aria-expanded", String(!isOpen));
    localStorage.setItem("wire", isOpen ? "" : "open");
  },

  showBanner() {
    const isAway = store.connected && !store.playground.listening && store.busy === null;
    this.banner.hidden = store.connected && !isAway;
    if (!store.connected) fill(this.banner, t("offline"));
    else if (isAway) {
      const isStopped = store.playground.joined && !store.playground.running;
      fill(this.banner, t("botAway"), isStopped && h("button", { type: "button", class: "button is-small", onclick: () => this.startBot() }, t("startBot")));
    }
  },

  async startBot() {
    try {
      await api.switchBot(true);
    } catch (error) {
      tell(sentence(error), { isError: true });
    }
  },
};

let isFirst = true;
on("loaded", () => {
  if (!isFirst) return page.sync();
  isFirst = false;
  page.rebuild();
  if (localStorage.getItem("wire")) page.toggleWire();
  if (!localStorage.getItem("helped")) {
    localStorage.setItem("helped", "yes");
    showHelp();
  }
});
on("loaded", () => {
  for (const topic of ["clock", "playground", "busy", "faults"]) notify(topic);
  for (const id of store.people.keys()) {
    if (watched.has(id)) continue;
    watched.add(id);
    on(`person:${id}`, () => page.phones.has(id) && page.showTabs());
    on(`unread:${id}`, () => page.showTabs());
  }
});
on("connection", () => page.banner && page.showBanner());
on("playground", () => page.banner && page.showBanner());

const watched = new Set();

function notify(topic) {
  if (!page.topbar) return;
  if (topic === "faults") {
    page.topbar.showLamp();
    page.wire?.showFaults();
  } else page.topbar.showNext();
  page.showBanner();
}

setInterval(() => {
  tick();
  page.topbar?.tick();
}, 1000);

document.body.append(h("p", { class: "loading", role: "status" }, t("loading")));
document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => event.preventDefault());
connect();
