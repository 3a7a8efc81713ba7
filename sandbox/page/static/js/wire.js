// The wire: every Bot API call with request and answer, and the faults that can be switched on.

import * as api from "./api.js";
import { HERE } from "./dates.js";
import { tell } from "./dialogs.js";
import { fill, h, icon } from "./dom.js";
import { money } from "./message.js";
import { nameOf, on, store } from "./store.js";
import { pageLanguage, sentence, t } from "./words.js";

const SHOWN = 300;
const KINDS = [
  { kind: "retry_after", seconds: 5 },
  { kind: "server_error" },
  { kind: "drop_before" },
  { kind: "drop_after" },
  { kind: "delay", seconds: 2 },
];
/** What can happen to the update that tells of a payment. */
const PAYMENT_KINDS = [{ kind: "payment_twice" }, { kind: "payment_late" }, { kind: "payment_lost" }];
const PAYMENTS_SHOWN = 5;
const METHODS = ["sendMessage", "editMessageText", "sendRichMessage", "sendMediaGroup", "answerCallbackQuery", "answerPreCheckoutQuery", "refundStarPayment", "getStarTransactions", "getUpdates"];

/** What is chosen in the drawer outlives its being drawn anew. */
const chosen = { person: "", method: "", polling: false, open: new Map(), payments: false, scope: "", times: "", seconds: { retry_after: 5, delay: 2 } };

export class Wire {
  constructor(page) {
    this.list = h("div", { class: "calls", role: "list", tabindex: "0", "aria-label": t("wireLong") });
    this.faultPlace = h("div", { class: "faults" });
    this.switches = h("div", { class: "faults switches" });
    this.paymentPlace = h("div", { class: "payments-inside" });
    this.payments = h("details", { class: "faults payments", open: chosen.payments, ontoggle: () => (chosen.payments = this.payments.open) }, h("summary", {}, h("h3", {}, t("payments")), h("small", {}, t("paymentsHint"))), this.paymentPlace);
    this.persons = h("select", { class: "field", "aria-label": t("filterPerson"), onchange: (event) => this.choose("person", event.target.value) });
    this.known = h("datalist", { id: "methods" });
    const method = h("input", { class: "field", list: "methods", placeholder: t("filterMethod"), "aria-label": t("filterMethod"), value: chosen.method, type: "search", spellcheck: "false", oninput: (event) => this.choose("method", event.target.value.trim()) });
    const polling = h("label", { class: "check" }, h("input", { type: "checkbox", checked: chosen.polling, onchange: (event) => this.choose("polling", event.target.checked) }), t("withPolling"));
    this.botButton = h("button", { type: "button", class: "tool is-small", onclick: () => this.switchBot() });
    this.element = h(
      "aside",
      { class: "wire", "aria-label": t("wireLong") },
      h("header", { class: "wire-head" }, h("h2", {}, t("wire")), this.botButton, h("button", { type: "button", class: "tool is-round", "aria-label": t("close"), title: t("close"), onclick: () => page.toggleWire() }, icon("close"))),
      this.faultPlace,
      this.payments,
      this.switches,
      h("div", { class: "wire-filters" }, this.persons, method, this.known, polling),
      this.list,
    );
    this.stops = [on("wire", () => this.later()), on("faults", () => this.showFaults()), on("payments", () => this.showPayments()), on("loaded", () => {
        this.showPayments();
        this.showSwitches();
      }), on("playground", () => this.showBot())];
    this.showFaults();
    this.showSwitches();
    this.showBot();
    this.render();
  }

  destroy() {
    for (const stop of this.stops) stop();
  }

  choose(name, value) {
    chosen[name] = value;
    this.render();
  }

  later() {
    if (this.waiting) return;
    this.waiting = true;
    setTimeout(() => {
      this.waiting = false;
      if (this.element.isConnected) this.render();
    }, 80);
  }

  render() {
    const people = [...store.people.values()];
    fill(this.persons, h("option", { value: "" }, t("everybody")), people.map((person) => h("option", { value: person.id, selected: String(person.id) === chosen.person }, nameOf(person.user))));
    fill(this.known, [...new Set(store.calls.map((call) => call.method))].sort().map((method) => h("option", { value: method })));
    const shown = store.calls.filter(isWanted).slice(-SHOWN).reverse();
    const old = new Map([...this.list.children].map((row) => [row.dataset.call, row]));
    const focused = document.activeElement?.closest?.(".call")?.dataset.call;
    fill(
      this.list,
      shown.map((call) => {
        const key = `${call.number} ${call.status}`;
        return old.get(key) ?? this.row(call, key);
      }),
      !shown.length && h("p", { class: "calls-none" }, t("noCalls")),
    );
    if (focused) [...this.list.children].find((row) => row.dataset.call === focused)?.querySelector("summary")?.focus();
  }

  row(call, key) {
    const person = store.people.get(call.chat_id);
    const body = h("div", { class: "call-body" });
    const row = h(
      "details",
      { class: `call call-${family(call.status)}`, role: "listitem", data: { call: key }, ontoggle: () => row.open && this.fillCall(call, body) },
      h(
        "summary",
        {},
        h("span", { class: "call-time" }, timeOf(call.at)),
        h("span", { class: "call-method" }, call.method, call.fault && h("span", { class: "call-fault", title: call.fault }, "⚡")),
        h("span", { class: "call-person" }, person ? nameOf(person.user) : call.chat_id ? String(call.chat_id) : ""),
        h("span", { class: "call-status" }, statusOf(call.status)),
        h("span", { class: "call-ms" }, call.ms === undefined ? "" : `${call.ms < 10 ? call.ms.toFixed(1) : Math.round(call.ms)} ${t("ms")}`),
      ),
      body,
    );
    return row;
  }

  async fillCall(call, body) {
    if (body.hasChildNodes()) return;
    try {
      const { request, answer } = await api.call(call.number);
      fill(body, h("h3", {}, t("request")), json(request), h("h3", {}, t("answer")), json(answer));
    } catch (error) {
      fill(body, h("p", {}, sentence(error)));
    }
  }

  showFaults() {
    const scope = h(
      "select",
      { class: "field", "aria-label": t("struck"), onchange: (event) => this.change("scope", event.target.value) },
      [["", t("allButPolling")], ...METHODS.map((method) => [method, method]), ["*", t("everything")]].map(([value, words]) => h("option", { value, selected: value === chosen.scope }, words)),
    );
    const times = h(
      "select",
      { class: "field", "aria-label": t("howOften"), onchange: (event) => this.change("times", event.target.value) },
      [["", t("always")], ["1", t("once")], ["3", t("thrice")]].map(([value, words]) => h("option", { value, selected: value === chosen.times }, words)),
    );
    fill(
      this.faultPlace,
      h("div", { class: "faults-head" }, h("h3", {}, t("faults")), h("small", {}, t("faultsHint"))),
      h("div", { class: "faults-scope" }, scope, times),
      KINDS.map(({ kind }) => this.faultRow(kind)),
    );
    this.showPayments();
  }

  /** The faults of telling, and the newest payments with what can be done about each. */
  showPayments() {
    const newest = [...store.payments.values()].reverse();
    fill(
      this.paymentPlace,
      PAYMENT_KINDS.map(({ kind }) => this.faultRow(kind)),
      newest.length ? newest.slice(0, PAYMENTS_SHOWN).map((payment) => this.paymentRow(payment)) : h("p", { class: "payments-none" }, t("noPayments")),
    );
  }

  paymentRow(payment) {
    const { telegram_payment_charge_id: id, chat_id: chatId, total_amount: amount, currency, told } = payment;
    const person = store.people.get(chatId);
    const isGone = payment.refunded_at !== null || payment.taken_back_at !== null;
    const state = payment.refunded_at !== null ? t("paymentRefunded") : payment.taken_back_at !== null ? t("paymentTakenBack") : told === 0 ? t("paymentUntold") : told === 1 ? t("paymentTold") : t("paymentToldTimes", { count: told });
    const act = (words, what) => h("button", { type: "button", class: "tool is-small", onclick: () => this.try(what) }, words);
    return h(
      "div",
      { class: `payment ${told === 0 || payment.taken_back_at !== null ? "is-odd" : ""}`, title: id },
      h("span", { class: "payment-words" }, h("span", {}, `${person ? nameOf(person.user) : chatId} · ${money(amount, currency)}`), h("small", {}, state)),
      act(told ? t("tellAgain") : t("tellBot"), () => api.tellOfPayment(id)),
      currency === "XTR" && !isGone && act(t("takeBack"), () => api.takeBackPayment(id)),
    );
  }

  async try(what) {
    try {
      await what();
    } catch (error) {
      tell(sentence(error), { isError: true });
    }
  }

  faultRow(kind) {
    const isOn = store.faults.some((fault) => fault.kind === kind);
    const seconds =
      kind in chosen.seconds &&
      h("input", { type: "number", min: "0", max: "600", class: "field fault-seconds", value: String(chosen.seconds[kind]), "aria-label": t("seconds", { what: t(`fault_${kind}`) }), onchange: (event) => {
        chosen.seconds[kind] = Math.max(0, Number(event.target.value) || 0);
        if (isOn) this.strike(kind, true);
      } });
    return h(
      "div",
      { class: `fault ${isOn ? "is-on" : ""}` },
      h("label", { class: "switch" }, h("input", { type: "checkbox", role: "switch", checked: isOn, onchange: (event) => this.strike(kind, event.target.checked) }), h("span", { class: "switch-track" }), h("span", { class: "fault-words" }, h("span", {}, t(`fault_${kind}`)), h("small", {}, t(`faultNote_${kind}`)))),
      seconds,
    );
  }

  /** What the operator may switch on for the bot; the rest depends on the first. */
  showSwitches() {
    const switches = store.bot.topics ?? {};
    fill(
      this.switches,
      h("div", { class: "faults-head" }, h("h3", {}, t("telegram")), h("small", {}, t("telegramHint"))),
      Object.entries(switches)
        .filter(([name]) => name === "topics" || switches.topics)
        .map(([name, isOn]) => this.switchRow(name, isOn)),
    );
  }

  switchRow(name, isOn) {
    const flip = async (event) => {
      try {
        await api.switchTopics({ [name]: event.target.checked });
      } catch (error) {
        tell(sentence(error), { isError: true });
        this.showSwitches();
      }
    };
    return h(
      "div",
      { class: "fault" },
      h("label", { class: "switch" }, h("input", { type: "checkbox", role: "switch", checked: isOn, onchange: flip }), h("span", { class: "switch-track" }), h("span", { class: "fault-words" }, h("span", {}, t(`switch_${name}`)), h("small", {}, t(`switchNote_${name}`)))),
    );
  }

  change(name, value) {
    chosen[name] = value;
    for (const { kind } of [...KINDS, ...PAYMENT_KINDS]) if (store.faults.some((fault) => fault.kind === kind)) this.strike(kind, true);
  }

  /** Switch a fault on, as chosen, or off. */
  async strike(kind, isOn) {
    try {
      for (const fault of store.faults.filter((one) => one.kind === kind)) await api.removeFault(fault.id).catch(() => {});
      if (!isOn) return;
      const fault = { kind, times: chosen.times ? Number(chosen.times) : null };
      if (kind in chosen.seconds) fault.seconds = chosen.seconds[kind];
      if (PAYMENT_KINDS.some((other) => other.kind === kind)) fault.method = null;
      else if (!chosen.scope) fault.spare_polling = true;
      else if (chosen.scope !== "*") fault.method = chosen.scope;
      await api.addFault(fault);
    } catch (error) {
      tell(sentence(error), { isError: true });
      this.showFaults();
    }
  }

  showBot() {
    const { joined, running } = store.playground;
    this.botButton.hidden = !joined;
    fill(this.botButton, icon("power"), h("span", {}, running ? t("stopBot") : t("runBot")));
  }

  async switchBot() {
    try {
      await api.switchBot(!store.playground.running);
    } catch (error) {
      tell(sentence(error), { isError: true });
    }
  }
}

function isWanted(call) {
  if (!chosen.polling && call.method === "getUpdates" && chosen.method !== "getUpdates") return false;
  if (chosen.person && String(call.chat_id ?? "") !== chosen.person) return false;
  return !chosen.method || call.method.toLowerCase().includes(chosen.method.toLowerCase());
}

function family(status) {
  if (status === undefined) return "waiting";
  if (status === 200) return "good";
  return status === 0 ? "dropped" : "bad";
}

const statusOf = (status) => (status === undefined ? "…" : status === 0 ? t("dropped") : String(status));

const timeOf = (at) => new Intl.DateTimeFormat(pageLanguage(), { timeZone: HERE, hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" }).format(at * 1000);

/** JSON as people read it; values that hold JSON themselves are unfolded. */
function json(value) {
  const text = JSON.stringify(unfolded(value), null, 2) ?? "—";
  const nodes = [];
  let at = 0;
  for (const match of text.matchAll(/("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g)) {
    nodes.push(text.slice(at, match.index));
    const kind = match[2] ? "key" : match[1] ? "text" : "plain";
    nodes.push(h("span", { class: `json-${kind}` }, match[1] ?? match[0]));
    if (match[2]) nodes.push(match[2]);
    at = match.index + match[0].length;
  }
  return h("pre", { class: "json", tabindex: "0" }, nodes, text.slice(at));
}

function unfolded(value) {
  if (typeof value === "string" && /^[[{]/.test(value)) {
    try {
      return JSON.parse(value);
    } catch {
      return value;
    }
  }
  if (Array.isArray(value)) return value.map(unfolded);
  if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, unfolded(inner)]));
  return value;
}
