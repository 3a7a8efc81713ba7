// The bar at the top: the clock, examples, beginning anew, the wire, the page's own settings.

import * as api from "./api.js";
import { clockFace, HERE, span } from "./dates.js";
import { menu, sure, tell } from "./dialogs.js";
import { h, icon } from "./dom.js";
import { showHelp } from "./people.js";
import { now, on, store } from "./store.js";
import { local, pageLanguage, sentence, setPageLanguage, t } from "./words.js";

const HOUR = 3600;
const DAY = 86400;
const THEMES = ["auto", "light", "dark"];
const THEME_ICONS = { auto: "auto", light: "sun", dark: "moon" };

export class Topbar {
  /** `page.toggleWire()` opens and closes the drawer, `page.rebuild()` draws everything anew. */
  constructor(page) {
    this.page = page;
    this.date = h("span", { class: "clock-date" });
    this.hours = h("span", { class: "clock-hours" });
    const step = (name, seconds) => h("button", { type: "button", class: "step", onclick: () => this.move({ advance: seconds }) }, t(name));
    this.other = h("button", { type: "button", class: "step", "aria-haspopup": "menu", title: t("otherTimeLong"), onclick: () => this.showOther() }, t("otherTime"), icon("down"));
    this.coming = h("span", { class: "next-title" });
    this.comingIn = h("span", { class: "next-in" });
    this.next = h(
      "button",
      { type: "button", class: "next", onclick: () => this.toNext() },
      icon("next"),
      h("span", { class: "next-words" }, h("span", { class: "next-name" }, t("nextEvent")), h("span", { class: "next-line" }, this.coming, this.comingIn)),
    );
    this.wireButton = h("button", { type: "button", class: "tool", "aria-expanded": "false", onclick: () => page.toggleWire() }, icon("wire"), h("span", {}, t("wire")), h("span", { class: "lamp", hidden: true }));
    this.example = h("button", { type: "button", class: "tool is-main", "aria-haspopup": "menu", onclick: () => this.showExamples() }, icon("play"), h("span", {}, t("example")));
    this.again = h("button", { type: "button", class: "tool tool-again", title: t("reset"), onclick: () => this.reset() }, icon("again"), h("span", {}, t("reset")));
    this.clock = h(
      "div",
      { class: "clock", role: "group", "aria-label": t("timeForBot") },
      h("div", { class: "clock-face", title: `${t("timeForBot")} · ${HERE}` }, this.date, this.hours),
      h("div", { class: "steps" }, step("plusHour", HOUR), step("plus12", 12 * HOUR), step("plusDay", DAY), step("plus3", 3 * DAY), this.other),
      this.next,
      h("div", { class: "busy-line", hidden: true }),
    );
    const theme = document.documentElement.dataset.theme ?? "auto";
    this.element = h(
      "header",
      { class: "topbar" },
      h("h1", { class: "brand" }, h("img", { src: "/page/icon.svg", alt: "", width: "36", height: "36" }), h("span", { class: "brand-words" }, h("b", {}, store.bot?.first_name ?? ""), h("small", {}, t("sandbox")))),
      this.clock,
      h(
        "nav",
        { class: "tools", "aria-label": t("sandbox") },
        this.example,
        this.again,
        this.wireButton,
        h("button", { type: "button", class: "tool is-round", title: t("help"), "aria-label": t("help"), onclick: () => showHelp() }, icon("help")),
        h("button", { type: "button", class: "tool is-round", title: t(`theme_${theme}`), "aria-label": t(`theme_${theme}`), onclick: () => this.nextTheme() }, icon(THEME_ICONS[theme])),
        h("button", { type: "button", class: "tool is-round", title: t("pageLanguage"), "aria-label": t("pageLanguage"), onclick: () => this.otherLanguage() }, h("b", {}, pageLanguage() === "ru" ? "RU" : "EN")),
      ),
    );
    this.stops = [on("clock", () => this.tick()), on("playground", () => this.showNext()), on("busy", () => this.showBusy()), on("faults", () => this.showLamp())];
    this.tick();
    this.showNext();
    this.showBusy();
    this.showLamp();
  }

  destroy() {
    for (const stop of this.stops) stop();
  }

  tick() {
    const [date, hours] = clockFace(now(), pageLanguage(), HERE);
    this.date.textContent = date;
    this.hours.textContent = hours;
    if (store.playground.coming) this.comingIn.textContent = span(store.playground.coming.at - now(), pageLanguage());
  }

  showNext() {
    const { coming, joined, examples } = store.playground;
    this.coming.textContent = coming ? local(coming.title) : t("nothingAhead");
    this.comingIn.textContent = coming ? span(coming.at - now(), pageLanguage()) : "";
    this.next.title = coming ? local(coming.title) : "";
    this.next.hidden = !joined;
    this.example.hidden = !examples?.length;
    this.again.hidden = !joined;
    this.showBusy();
  }

  showBusy() {
    const isBusy = store.busy !== null;
    for (const button of this.clock.querySelectorAll("button")) button.disabled = isBusy || !store.clock.movable;
    this.next.disabled = isBusy || !store.playground.coming;
    this.example.disabled = this.again.disabled = isBusy;
    this.clock.classList.toggle("is-busy", isBusy);
    this.clock.setAttribute("aria-busy", String(isBusy));
    this.clock.querySelector(".busy-line").hidden = !isBusy;
  }

  showLamp() {
    this.wireButton.querySelector(".lamp").hidden = !store.faults.length;
  }

  async move(how) {
    const answer = await this.busy(() => api.moveClock(how));
    if (answer) tell(answer.settled ? t("moved") : t("unsettled"), { isError: !answer.settled });
  }

  async toNext() {
    const answer = await this.busy(() => api.toNextEvent());
    if (answer) tell(answer.settled ? t("happened", { title: local(answer.happened.title) }) : t("unsettled"), { isError: !answer.settled });
  }

  /** One thing at a time: the buttons are free again when everything that is due has happened. */
  async busy(what) {
    store.busy = "here";
    this.showBusy();
    try {
      return await what();
    } catch (error) {
      tell(sentence(error), { isError: true });
      return null;
    } finally {
      store.busy = null;
      this.showBusy();
    }
  }

  showOther() {
    const amount = h("input", { type: "number", step: "any", value: "2", class: "field", "aria-label": t("advanceBy"), inputmode: "decimal" });
    const unit = h("select", { class: "field", "aria-label": t("advanceBy") }, [["minutes", 60], ["hoursUnit", HOUR], ["daysUnit", DAY]].map(([name, seconds]) => h("option", { value: seconds, selected: seconds === HOUR }, t(name))));
    const moment = h("input", { type: "datetime-local", class: "field", "aria-label": t("orTo"), step: "60" });
    const go = (event) => {
      event.preventDefault();
      const how = chosen(amount, unit, moment);
      if (typeof how === "string") return tell(how, { isError: true });
      panel.hidePopover();
      this.move(how);
    };
    const panel = menu(this.other, t("otherTimeLong"), [
      h(
        "form",
        { class: "other-time", novalidate: true, onsubmit: go },
        h("label", {}, h("span", {}, t("advanceBy")), h("span", { class: "field-pair" }, amount, unit)),
        h("label", {}, h("span", {}, t("orTo")), moment),
        h("button", { class: "button is-main" }, t("move")),
      ),
    ]);
    amount.select();
  }

  showExamples() {
    menu(
      this.example,
      t("exampleHint"),
      store.playground.examples.map((example) => ({
        label: local(example.title),
        note: local(example.about),
        icon: "play",
        act: () => this.playExample(example),
      })),
    );
  }

  async playExample(example) {
    const isUsed = [...store.people.values()].some((person) => person.messages.size);
    if (isUsed && !(await sure(t("exampleSure", { title: local(example.title) }), t("exampleText"), t("example")))) return;
    await this.busy(() => api.playExample(example.name));
  }

  async reset() {
    if (!(await sure(t("resetSure"), t("resetText"), t("reset"), { isDangerous: true }))) return;
    await this.busy(() => api.reset());
  }

  nextTheme() {
    const root = document.documentElement;
    const theme = THEMES[(THEMES.indexOf(root.dataset.theme ?? "auto") + 1) % THEMES.length];
    root.dataset.theme = theme;
    localStorage.setItem("theme", theme);
    this.page.rebuild();
  }

  otherLanguage() {
    setPageLanguage(pageLanguage() === "ru" ? "en" : "ru");
    this.page.rebuild();
  }
}

/** How to move the clock, or a sentence why not. */
function chosen(amount, unit, moment) {
  if (moment.value) {
    const set = new Date(moment.value).getTime() / 1000;
    return set < now() ? t("backwards") : { set };
  }
  const count = Number(amount.value);
  if (!amount.value || !Number.isFinite(count)) return t("timeEmpty");
  return count < 0 ? t("backwards") : { advance: count * Number(unit.value) };
}

