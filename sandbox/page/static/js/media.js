// Photos, videos, voices and files inside messages.

import { fileUrl } from "./api.js";
import { h, icon } from "./dom.js";
import { showPhoto } from "./dialogs.js";
import { t } from "./words.js";

/** The media of a message, null where it has none. */
export function mediaOf(body, view) {
  if (body.photo) return photo(body.photo, body.has_media_spoiler);
  if (body.animation) return moving(body.animation, { loop: true, muted: true, autoplay: true }, view);
  if (body.video) return moving(body.video, {}, view);
  if (body.video_note) return h("div", { class: "round" }, moving(body.video_note, {}, view));
  if (body.voice) return sound(body.voice, t("voice"));
  if (body.audio) return sound(body.audio, [body.audio.performer, body.audio.title].filter(Boolean).join(" — ") || body.audio.file_name || t("audio"));
  if (body.sticker) return h("div", { class: "sticker" }, body.sticker.emoji ?? "🙂");
  if (body.document) return file(body.document);
  return null;
}

function photo(sizes, isHidden) {
  const largest = sizes[sizes.length - 1];
  const url = fileUrl(largest.file_id);
  const element = h(
    "button",
    { type: "button", class: `photo ${isHidden ? "is-hidden" : ""}`, "aria-label": t("openPhoto"), onclick: () => {
      if (element.classList.contains("is-hidden")) element.classList.remove("is-hidden");
      else showPhoto(url);
    } },
    h("img", { src: url, alt: t("photo"), width: largest.width, height: largest.height, loading: "lazy", decoding: "async" }),
  );
  return element;
}

function moving(video, flags) {
  return h("video", { class: "video", src: fileUrl(video.file_id), controls: !flags.autoplay, playsinline: true, preload: "metadata", "aria-label": t("video"), ...flags });
}

function sound(audio, title) {
  const player = h("audio", { src: fileUrl(audio.file_id), preload: "metadata" });
  const bar = h("input", { type: "range", class: "sound-bar", min: "0", max: "1000", value: "0", "aria-label": title });
  const length = h("span", { class: "sound-time" }, minutes(audio.duration || 0));
  const button = h("button", { type: "button", class: "sound-button", "aria-label": title, onclick: () => (player.paused ? player.play() : player.pause()) }, icon("play"));
  const isFinite = () => Number.isFinite(player.duration) && player.duration > 0;
  player.addEventListener("play", () => button.classList.add("is-playing"));
  player.addEventListener("pause", () => button.classList.remove("is-playing"));
  player.addEventListener("loadedmetadata", () => isFinite() && (length.textContent = minutes(player.duration)));
  player.addEventListener("timeupdate", () => {
    if (isFinite()) bar.value = String((player.currentTime / player.duration) * 1000);
    length.textContent = minutes(player.currentTime);
  });
  bar.addEventListener("input", () => isFinite() && (player.currentTime = (Number(bar.value) / 1000) * player.duration));
  return h("div", { class: "sound" }, player, button, h("div", { class: "sound-middle" }, h("span", { class: "sound-title" }, title), bar), length);
}

const minutes = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

function file(document) {
  const name = document.file_name || t("document");
  const ending = /\.(\w{1,4})$/.exec(name)?.[1] ?? "";
  return h(
    "a",
    { class: "file", href: fileUrl(document.file_id), download: name, "aria-label": t("download", { name }) },
    h("span", { class: "file-icon" }, ending ? h("b", {}, ending) : icon("file"), icon("download")),
    h("span", { class: "file-words" }, h("span", { class: "file-name" }, name), h("span", { class: "file-size" }, size(document.file_size ?? 0))),
  );
}

export function size(bytes) {
  const units = t("ms") === "мс" ? ["Б", "КБ", "МБ"] : ["B", "KB", "MB"];
  const step = bytes >= 1 << 20 ? 2 : bytes >= 1 << 10 ? 1 : 0;
  const count = bytes / 1024 ** step;
  return `${step && count < 100 ? count.toFixed(1) : Math.round(count)} ${units[step]}`;
}
