// Adding somebody, and the way through a first order.

import * as api from "./api.js";
import { dialog } from "./dialogs.js";
import { h } from "./dom.js";
import { sentence, t } from "./words.js";

const LONGEST_NAME = 64;

/** Ask for name and language; what is wrong with a name is said at once and the window stays. */
export async function addPerson() {
  const name = h("input", { class: "field", name: "name", autocomplete: "off", autofocus: true, "aria-describedby": "name-error" });
  const wrong = h("p", { class: "field-error", id: "name-error", role: "alert" });
  const language = h("select", { class: "field" }, h("option", { value: "ru" }, "Русский"), h("option", { value: "en" }, "English"));
  const add = h("button", { class: "button is-main", value: "add", onclick: async (event) => {
    event.preventDefault();
    const words = name.value.trim();
    wrong.textContent = !words ? t("nameEmpty") : [...words].length > LONGEST_NAME ? t("nameLong") : "";
    name.setAttribute("aria-invalid", String(Boolean(wrong.textContent)));
    if (wrong.textContent) return name.focus();
    try {
      await api.addPerson({ first_name: words, language_code: language.value });
      event.target.closest("dialog").close("add");
    } catch (error) {
      wrong.textContent = sentence(error);
    }
  } }, t("add"));
  await dialog(
    t("addPerson"),
    h("div", { class: "fields" }, h("label", {}, h("span", {}, t("firstName")), name), wrong, h("label", {}, h("span", {}, t("language")), language)),
    [h("button", { class: "button", value: "", type: "button", onclick: (event) => event.target.closest("dialog").close("") }, t("cancel")), add],
  );
}

export function showHelp() {
  return dialog(
    t("help"),
    h("ol", { class: "help-steps" }, ["step1", "step2", "step3", "step4"].map((step) => h("li", {}, t(step)))),
    [h("button", { class: "button is-main", value: "ok", autofocus: true }, t("helpDone"))],
  );
}

