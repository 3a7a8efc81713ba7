// The sandbox's control over HTTP: see sandbox/control/__init__.py.

/** What can't be done; the message is the server's sentence. */
export class Refused extends Error {}

async function ask(method, path, body) {
  let response;
  try {
    const isForm = body instanceof FormData;
    response = await fetch(`/sandbox${path}`, {
      method,
      headers: body && !isForm ? { "Content-Type": "application/json" } : undefined,
      body: isForm ? body : body && JSON.stringify(body),
    });
  } catch {
    throw new Refused("the sandbox does not answer");
  }
  let answer = null;
  try {
    answer = await response.json();
  } catch {
    // not JSON: the status says enough
  }
  if (!response.ok) throw new Refused(answer?.error ?? `the sandbox answered ${response.status}`);
  return answer;
}

const get = (path) => ask("GET", path);
const post = (path, body) => ask("POST", path, body ?? {});
const one = (id) => `/people/${id}`;

export const state = () => get("/state");
export const playground = () => get("/playground");
export const addPerson = (person) => post("/people", person);
export const start = (id, payload = "") => post(`${one(id)}/start`, { payload });
export const follow = (id, url) => post(`${one(id)}/follow`, { url });
export const write = (id, text, replyTo, thread) => post(`${one(id)}/messages`, { text, reply_to: replyTo ?? null, thread_id: thread ?? null });
export const edit = (id, messageId, text) => ask("PATCH", `${one(id)}/messages/${messageId}`, { text });
export const press = (id, messageId, button) => post(`${one(id)}/press`, { message_id: messageId, ...button });
export const askBot = (id, text, offset, wait) => post(`${one(id)}/inline`, { text, offset, wait });
export const chooseOffer = (id, queryId, resultId, thread) => post(`${one(id)}/inline/${encodeURIComponent(queryId)}`, { result: resultId, thread_id: thread ?? null });
export const pay = (id, messageId) => post(`${one(id)}/pay`, { message_id: messageId });
export const addStars = (id, amount) => post(`${one(id)}/stars`, { amount });
export const tellOfPayment = (id) => post(`/payments/${encodeURIComponent(id)}/tell`);
export const takeBackPayment = (id) => post(`/payments/${encodeURIComponent(id)}/take_back`);
export const block = (id) => post(`${one(id)}/block`);
export const unblock = (id) => post(`${one(id)}/unblock`);
export const remove = (id, messageId) => ask("DELETE", `${one(id)}/messages/${messageId}`);
export const contact = (id, thread) => post(`${one(id)}/contact`, { thread_id: thread ?? null });
export const openTopic = (id, name) => post(`${one(id)}/topics`, { name });
export const deleteTopic = (id, thread) => ask("DELETE", `${one(id)}/topics/${thread}`);
export const sendFiles = (id, form) => ask("POST", `${one(id)}/files`, form);
export const fileUrl = (fileId) => `/sandbox/files/${encodeURIComponent(fileId)}`;
export const moveClock = (how) => post("/clock", how);
export const toNextEvent = () => post("/playground/next");
export const reset = () => post("/playground/reset");
export const playExample = (name) => post(`/playground/examples/${encodeURIComponent(name)}`);
export const switchBot = (running) => post("/playground/bot", { running });
export const switchTopics = (switches) => post("/bot", switches);
export const addFault = (fault) => post("/faults", fault);
export const removeFault = (id) => ask("DELETE", `/faults/${id}`);
export const calls = (after) => get(`/calls?after=${after}`);
export const call = (number) => get(`/calls/${number}`);
