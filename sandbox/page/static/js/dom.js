// Making elements. Text becomes text nodes, never markup; the page's CSP refuses anything else.

const SVG = "http://www.w3.org/2000/svg";

/** An element: h("button", {class: "send", onclick: send, "aria-label": "…"}, "text", child, null, [more]). */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) set(element, name, value);
  element.append(...flat(children));
  return element;
}

function set(element, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (name === "data") Object.assign(element.dataset, value);
  else if (name === "style") for (const [property, to] of Object.entries(value)) element.style.setProperty(property, to);
  else if (name === "value" || name === "checked" || name === "disabled" || name === "hidden") element[name] = value;
  else element.setAttribute(name === "class" ? "class" : name, value === true ? "" : String(value));
}

function flat(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}

/** Replace what is inside. */
export function fill(element, ...children) {
  element.replaceChildren(...flat(children));
  return element;
}

const ICONS = {
  attach: "M8 12.5l6.8-6.8a3.2 3.2 0 014.5 4.5l-8.6 8.6a5.2 5.2 0 01-7.4-7.4L11.5 3.3",
  send: "M3.5 20.5L21 12 3.5 3.5 3.5 10 15 12 3.5 14z",
  reply: "M10 8V4l-7 7 7 7v-4c5 0 8.500 1.600 11 5-1-5-4-10-11-11z",
  edit: "M4 20l1-5L16 4l4 4L9 19zM14 6l4 4",
  close: "M6 6l12 12M18 6L6 18",
  down: "M6 9l6 6 6-6",
  menu: "M4 7h16M4 12h16M4 17h16",
  more: "M12 5.500v.01M12 12v.01M12 18.500v.01",
  add: "M12 5v14M5 12h14",
  next: "M5 5l9 7-9 7zM19 5v14",
  play: "M8 5l11 7-11 7z",
  wire: "M4 8h12M13 4l4 4-4 4M20 16H8M11 12l-4 4 4 4",
  again: "M4 12a8 8 0 108-8 8.500 8.500 0 00-6 2.500L4 8.500M4 4v4.500h4.500",
  file: "M6 3h8l5 5v13H6zM14 3v5h5",
  download: "M12 4v11M7 11l5 5 5-5M5 20h14",
  link: "M7 17L17 7M9 7h8v8",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  pin: "M9 4h6l-1 6 4 4H6l4-4zM12 14v6",
  moon: "M20 14.500A8.500 8.500 0 019.500 4 8.500 8.500 0 1020 14.500z",
  sun: "M12 8a4 4 0 100 8 4 4 0 000-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.500 1.500M17.500 17.500L19 19M5 19l1.500-1.500M17.500 6.500L19 5",
  auto: "M12 3a9 9 0 100 18 9 9 0 000-18zM12 3v18M12 7h6M12 12h9M12 17h6",
  block: "M12 3a9 9 0 100 18 9 9 0 000-18zM5.700 5.700l12.600 12.600",
  clock: "M12 3a9 9 0 100 18 9 9 0 000-18zM12 7v5l3.500 2",
  help: "M9 9a3 3 0 116 0c0 2-3 2.500-3 4.500M12 17.500v.01M12 3a9 9 0 100 18 9 9 0 000-18z",
  star: "M12 3.500l2.600 5.400 5.900.8-4.300 4.100 1 5.900-5.200-2.800-5.200 2.800 1-5.900-4.300-4.100 5.900-.8z",
  power: "M12 3v9M7 6a8 8 0 1010 0",
  lock: "M6 11h12v9H6zM9 11V8a3 3 0 016 0v3",
  keyboard: "M3 7h18v10H3zM7 11v.01M11 11v.01M15 11v.01M8 14h8",
  tick: "M5 13l4 4L19 7",
};

/** A line icon, hidden from screen readers. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

/** Two letters and one of Telegram's colours for somebody without a picture. */
export function avatar(id, name, extra = "") {
  const letters = [...name.trim()].filter((_, at, all) => at === 0 || all[at - 1] === " ").slice(0, 2).join("");
  return h("span", { class: `avatar avatar-${Math.abs(id) % 7} ${extra}`, "aria-hidden": "true" }, letters.toUpperCase());
}

/** Put text into the clipboard; old ways where the new one is not allowed. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = h("textarea", { value: text, class: "offscreen" });
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
}
