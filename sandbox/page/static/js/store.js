// What the server holds, as this window knows it, and the stream that keeps it true.

import * as api from "./api.js";

const CALLS_KEPT = 1000;
const EVENTS = [
  "message", "edited", "deleted", "callback_answer", "chat", "payment", "call", "clock", "person", "bot", "fault", "busy", "reset",
];

export const store = {
  bot: null,
  people: new Map(),
  clock: { now: Date.now() / 1000, frozen: false, movable: false, at: performance.now() },
  faults: [],
  payments: new Map(),
  playground: { joined: false, listening: true, examples: [], roles: {}, coming: null },
  calls: [],
  callCount: 0,
  busy: null,
  connected: true,
  loaded: false,
};

const listeners = new Map();

/** Hear of a topic: loaded, people, person:ID, clock, faults, payments, wire, playground, busy, connection, answer, checkout. */
export function on(topic, listener) {
  if (!listeners.has(topic)) listeners.set(topic, new Set());
  listeners.get(topic).add(listener);
  return () => listeners.get(topic).delete(listener);
}

function emit(topic, value) {
  for (const listener of [...(listeners.get(topic) ?? [])]) listener(value);
}

/** What time it is for the bot, epoch seconds. */
export function now() {
  const { clock } = store;
  return clock.frozen ? clock.now : clock.now + (performance.now() - clock.at) / 1000;
}

export const nameOf = (user) => [user.first_name, user.last_name].filter(Boolean).join(" ");

let source = null;
let retry = 500;

/** Load everything and follow what happens; begins again by itself whenever the connection breaks. */
export async function connect() {
  source?.close();
  source = null;
  let snapshot;
  try {
    snapshot = await api.state();
  } catch {
    setConnected(false);
    setTimeout(connect, (retry = Math.min(retry * 1.6, 5000)));
    return;
  }
  take(snapshot);
  const mine = (source = new EventSource(`/sandbox/events?after=${snapshot.last_event}`));
  mine.onopen = () => {
    retry = 500;
    setConnected(true);
  };
  mine.onerror = () => {
    if (source !== mine) return;
    mine.close();
    source = null;
    setConnected(false);
    setTimeout(connect, retry);
  };
  for (const kind of EVENTS) {
    mine.addEventListener(kind, (event) => source === mine && apply(kind, JSON.parse(event.data)));
  }
}

function setConnected(connected) {
  if (store.connected === connected) return;
  store.connected = connected;
  emit("connection");
}

function take(snapshot) {
  store.bot = snapshot.bot;
  store.people = new Map(snapshot.people.map((chat) => [chat.user.id, personOf(chat)]));
  setClock(snapshot.clock);
  store.faults = snapshot.faults;
  store.payments = new Map(snapshot.payments.map((payment) => [payment.telegram_payment_charge_id, payment]));
  store.playground = snapshot.playground;
  store.callCount = snapshot.calls;
  store.calls = store.calls.filter((call) => call.number <= snapshot.calls);
  store.busy = snapshot.busy;
  store.loaded = true;
  emit("loaded");
  loadCalls();
}

function personOf(chat) {
  return {
    id: chat.user.id,
    user: chat.user,
    started: chat.started,
    blocked: chat.blocked,
    messages: new Map(chat.messages.map((entry) => [entry.message.message_id, entry])),
    replyKeyboard: chat.reply_keyboard,
    pinned: chat.pinned,
    reactions: chat.reactions,
    commands: chat.commands,
    topics: chat.topics,
    unreadIn: new Map(),
    stars: chat.stars,
    paid: chat.paid,
    typing: 0,
    unread: 0,
  };
}

function setClock(clock) {
  store.clock = { ...clock, at: performance.now() };
}

async function loadCalls() {
  try {
    store.calls = await api.calls(Math.max(0, store.callCount - 400));
    emit("wire");
  } catch {
    // the drawer stays as it is; the next connection loads it
  }
}

function apply(kind, data) {
  switch (kind) {
    case "message":
    case "edited":
      return putMessage(data, kind === "message");
    case "deleted":
      return change(data.chat_id, (person) => person.messages.delete(data.message_id));
    case "chat":
      return change(data.chat_id, (person) => applyToChat(person, data));
    case "callback_answer":
      return emit("answer", data);
    case "payment":
      store.payments.set(data.telegram_payment_charge_id, data);
      return emit("payments");
    case "call":
      return putCall(data);
    case "clock":
      setClock({ ...store.clock, ...data });
      emit("clock");
      return lookAhead();
    case "fault":
      store.faults = data.faults;
      return emit("faults");
    case "busy":
      store.busy = data.what;
      emit("busy");
      return lookAhead();
    case "person":
    case "bot":
    case "reset":
      return reload();
  }
}

function change(id, how) {
  const person = store.people.get(id);
  if (!person) return;
  how(person);
  emit(`person:${id}`);
}

function putMessage({ chat_id: chatId, from_bot: fromBot, message }, isNew) {
  change(chatId, (person) => {
    person.messages.set(message.message_id, { message, from_bot: fromBot });
    person.started = true;
    if (fromBot) person.typing = 0;
    if (isNew && fromBot) person.unread += 1;
    if (isNew && fromBot && message.message_thread_id && !isAboutTopic(message)) {
      person.unreadIn.set(message.message_thread_id, (person.unreadIn.get(message.message_thread_id) ?? 0) + 1);
    }
  });
  lookAhead();
}

/** Whether Telegram only tells that a topic was made or named. */
const isAboutTopic = (message) => Object.keys(message).some((name) => name.startsWith("forum_topic_"));

function applyToChat(person, data) {
  if ("topics" in data) person.topics = data.topics;
  if ("action" in data) person.typing = data.action === "cancel" ? 0 : performance.now() + 5000;
  if ("blocked" in data) person.blocked = data.blocked;
  if ("pinned" in data) person.pinned = data.pinned;
  if ("reply_keyboard" in data) person.replyKeyboard = data.reply_keyboard;
  if ("reactions" in data) person.reactions = { ...person.reactions, [data.message_id]: data.reactions };
  if ("stars" in data) person.stars = data.stars;
  if ("paid" in data) person.paid = data.paid;
  if ("checkout" in data) emit("checkout", data);
}

function putCall(call) {
  store.callCount = Math.max(store.callCount, call.number);
  const known = store.calls.findIndex((other) => other.number === call.number);
  if (known >= 0) store.calls[known] = call;
  else store.calls.push(call);
  if (store.calls.length > CALLS_KEPT) store.calls.splice(0, store.calls.length - CALLS_KEPT);
  emit("wire");
}

let reloading = 0;

/** Everything anew, once for a burst of reasons. */
function reload() {
  clearTimeout(reloading);
  reloading = setTimeout(connect, 30);
}

let looking = 0;

/** What the bot will do next changes with everything it does; asked for when things have calmed down. */
export function lookAhead(delay = 250) {
  clearTimeout(looking);
  looking = setTimeout(async () => {
    try {
      store.playground = await api.playground();
      emit("playground");
    } catch {
      // the stream will notice
    }
  }, delay);
}

setInterval(() => document.hidden || lookAhead(0), 4000);

export function seen(person) {
  if (!person.unread) return;
  person.unread = 0;
  emit(`unread:${person.id}`);
}
