// Brings the single file to life: everything is in it, so that it asks nobody for anything, and one page
// plays all chapters. Which one stands in the address, as `#chapter=4`; another one loads the page again. A lesson that
// somebody has made is alone in its file, and has no number.
// esbuild puts wasm-bindgen's glue into this file.
import "./policy.js";
import { locked } from "./embed/lock.js";
import { fail } from "./failure.js";
import start from "./glue.js";
import { save } from "./save.js";

const root = document.getElementById("whereabouts");
const lessons = JSON.parse(root.dataset.lessons);
// What a reader has set, and takes along to another chapter.
const SETTINGS = ["speed", "depth", "theme", "motion", "keys", "panels", "lock", "present"];

const parts = (address) => new URLSearchParams(address.split("#")[1] ?? "");

// The lesson that an address asks for, by its chapter or its name, if it does.
const wanted = (said) =>
  lessons.find(({ chapter }) => String(chapter) === said.get("chapter")) ??
  lessons.find(({ id }) => id === said.get("lesson"));

// Puts an address into the bar, with its lesson, and without what only pages have. A link to a file on a disk
// is none that can be given away.
function write(said, { chapter }) {
  for (const name of ["lang", "lesson", "embed"]) said.delete(name);
  if (chapter) said.set("chapter", chapter);
  else said.delete("chapter");
  said.set("lock", locked(said.get("lock"), chapter ? ["link"] : ["link", "chapter"]));
  // As the page writes its own addresses.
  history.replaceState(null, "", `#${String(said).replaceAll("%2C", ",")}`);
}

const said = parts(location.href);
const lesson = wanted(said) ?? wanted(new URLSearchParams(location.search)) ?? lessons[0];
write(said, lesson);

// Before the page hears of it: another chapter is another page.
addEventListener("hashchange", (event) => {
  const now = parts(event.newURL);
  // A place on the page is no address.
  if (now.size === 1 && [...now.values()].join("") === "") return;
  const other = wanted(now) ?? lesson;
  if (other === lesson) return write(now, lesson);
  event.stopImmediatePropagation();
  const before = parts(event.oldURL);
  for (const name of SETTINGS) {
    if (before.has(name) && !now.has(name)) now.set(name, before.get(name));
  }
  write(now, other);
  location.reload();
});

root.dataset.lesson = lesson.id;
document.title = `${lesson.title} · ${document.title}`;
document.querySelector("h1").textContent = lesson.title;
for (const link of document.querySelectorAll(".chapters a")) {
  if (link.hash === `#chapter=${lesson.chapter}`) link.setAttribute("aria-current", "page");
}
for (const text of document.querySelectorAll("main > section")) {
  text.hidden = text.id !== `chapter=${lesson.chapter}`;
  if (text.hidden) continue;
  // Captions speak of the sources of their own chapter.
  for (const source of text.querySelectorAll("[id^=source-]")) source.id = source.id.replace(/-\d+$/, "");
  for (const cited of text.querySelectorAll(".cited")) cited.hash = cited.hash.replace(/-\d+$/, "");
}

addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-save]");
  if (button) save(button).catch(console.error);
});

// Five letters are four bytes; two letters that must not stand in a script have others instead.
function packed(text) {
  const bytes = new Uint8Array((text.length / 5) * 4);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 5) {
    let number = 0;
    for (let i = at; i < at + 5; i++) {
      const letter = text.charCodeAt(i);
      number = number * 85 + (letter === 125 ? 60 : letter === 126 ? 92 : letter) - 40;
    }
    view.setUint32((at / 5) * 4, number);
  }
  return bytes;
}

// A part of the file, unpacked: it stands in a script that is none.
async function bytes(name) {
  const script = document.getElementById(`whereabouts-${name}`);
  const unpacked = new Blob([packed(script.textContent).subarray(0, script.dataset.length)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(unpacked).arrayBuffer();
}

// Its module is whole.
addEventListener("whereabouts-later", () => queueMicrotask(() => dispatchEvent(new Event("whereabouts-here"))));

try {
  const [module_or_path, text, all] = await Promise.all(["page", "text", "lessons"].map(bytes));
  root.files = [text, all.slice(lesson.from, lesson.to)];
  await start({ module_or_path });
} catch (error) {
  fail(error);
}
