// Windows over the page: questions, menus, a photo at full size, short messages.

import { avatar, fill, h, icon } from "./dom.js";
import { t } from "./words.js";

/** A modal window; resolves with what closed it. */
export function dialog(title, body, actions, { className = "" } = {}) {
  return new Promise((resolve) => {
    const opener = document.activeElement;
    const element = h(
      "dialog",
      { class: `dialog ${className}`, "aria-label": title },
      h("form", { method: "dialog", class: "dialog-form", novalidate: true }, h("h2", {}, title), body, h("div", { class: "dialog-actions" }, actions)),
    );
    element.addEventListener("close", () => {
      element.remove();
      opener?.focus?.();
      resolve(element.returnValue);
    });
    element.addEventListener("click", (event) => event.target === element && element.close(""));
    document.body.append(element);
    element.showModal();
  });
}

/** A question whose careless answer is no. */
export async function sure(title, text, yes, { isDangerous = false } = {}) {
  const answer = await dialog(title, h("p", {}, text), [
    h("button", { class: "button", value: "", autofocus: true }, t("cancel")),
    h("button", { class: `button ${isDangerous ? "is-danger" : "is-main"}`, value: "yes" }, yes),
  ]);
  return answer === "yes";
}

/** What the bot says as an alert: stays until it is read. */
export function alertOf(name, text) {
  return dialog(name, h("p", { class: "alert-text" }, text), [h("button", { class: "button is-main", value: "ok", autofocus: true }, t("ok"))], { className: "alert" });
}

export function showPhoto(url) {
  const element = h("dialog", { class: "lightbox", "aria-label": t("photo") }, h("img", { src: url, alt: t("photo") }), h("button", { class: "lightbox-close", "aria-label": t("close"), type: "button" }, icon("close")));
  element.addEventListener("click", () => element.close());
  element.addEventListener("close", () => element.remove());
  document.body.append(element);
  element.showModal();
}

let open = null;

/** A small menu beside its button: items are {label, note, icon, avatar, act, isDangerous} or nodes. */
export function menu(anchor, title, items) {
  open?.hidePopover();
  const element = h("div", { class: "menu", popover: "auto", role: "menu", "aria-label": title });
  const close = () => element.hidePopover();
  fill(
    element,
    title && h("div", { class: "menu-title" }, title),
    items.map((item) => (item instanceof Node ? item : entry(item, close))),
  );
  element.addEventListener("toggle", (event) => {
    if (event.newState !== "closed") return;
    element.remove();
    if (open === element) open = null;
    anchor.setAttribute?.("aria-expanded", "false");
    if (document.activeElement === document.body) anchor.focus?.();
  });
  element.addEventListener("keydown", (event) => walk(event, element));
  document.body.append(element);
  element.showPopover();
  open = element;
  anchor.setAttribute?.("aria-expanded", "true");
  place(element, anchor);
  element.querySelector("[role=menuitem], input, select")?.focus();
  return element;
}

function entry(item, close) {
  return h(
    "button",
    {
      type: "button",
      role: "menuitem",
      class: `menu-item ${item.isDangerous ? "is-danger" : ""}`,
      onclick: () => {
        close();
        item.act();
      },
    },
    item.avatar && avatar(...item.avatar, "avatar-small"),
    item.icon && icon(item.icon),
    h("span", { class: "menu-words" }, h("span", {}, item.label), item.note && h("small", {}, item.note)),
  );
}

function walk(event, element) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.target.matches("select, input")) return;
  event.preventDefault();
  const items = [...element.querySelectorAll("[role=menuitem]")];
  const at = items.indexOf(document.activeElement);
  items[(at + step + items.length) % items.length]?.focus();
}

function place(element, anchor) {
  const { left, right, top, bottom } = anchor.getBoundingClientRect();
  const { width, height } = element.getBoundingClientRect();
  const gap = 6;
  const below = bottom + gap + height <= innerHeight || top - gap - height < 0;
  const x = left + width > innerWidth - gap ? right - width : left;
  element.style.left = `${Math.max(gap, Math.min(x, innerWidth - width - gap))}px`;
  element.style.top = `${Math.max(gap, Math.min(below ? bottom + gap : top - gap - height, innerHeight - height - gap))}px`;
}

/** One sentence at the foot of the page, read aloud. */
export function tell(words, { isError = false } = {}) {
  let place = document.querySelector(".notes");
  if (!place) {
    place = h("div", { class: "notes", role: "status", "aria-live": "polite", popover: "manual" });
    document.body.append(place);
  }
  const note = h("div", { class: `note ${isError ? "is-error" : ""}` }, words);
  place.append(note);
  if (place.matches(":popover-open")) place.hidePopover();
  place.showPopover();
  while (place.children.length > 3) place.firstChild.remove();
  setTimeout(() => note.classList.add("is-leaving"), isError ? 6000 : 3500);
  setTimeout(() => {
    note.remove();
    if (!place.children.length && place.matches(":popover-open")) place.hidePopover();
  }, isError ? 6400 : 3900);
}
