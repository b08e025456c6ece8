// Brings the single file to life: everything is in it, so that it asks nobody for anything, and one page
// plays all chapters. Which one stands in the address, as `#chapter=4`; another one loads the page again.
// esbuild puts wasm-bindgen's glue into this file.
import "./policy.js";
import { fail } from "./failure.js";
import start from "./glue.js";
import { save } from "./save.js";

const root = document.getElementById("whereabouts");
const lessons = JSON.parse(root.dataset.lessons);
// What a reader has set, and takes along to another chapter.
const SETTINGS = ["speed", "depth", "theme", "motion", "keys", "panels", "lock", "present"];

const parts = (address) => new URLSearchParams(address.split("#")[1] ?? "");

function chapterOf(said) {
  const chapter = said.get("chapter") ?? new URLSearchParams(location.search).get("chapter");
  return lessons.some((lesson) => String(lesson.chapter) === chapter) ? chapter : undefined;
}

function write(said) {
  // As the page writes its own addresses.
  const text = String(said).replaceAll("%2C", ",");
  history.replaceState(null, "", `#${text}`);
}

const said = parts(location.href);
const chapter = chapterOf(said) ?? "1";

// The page keeps `chapter` where it stands (`src/panels/browser.rs`); other languages are not in here.
said.delete("lang");
said.set("chapter", chapter);
write(said);

// Before the page hears of it: another chapter is another page.
addEventListener("hashchange", (event) => {
  const now = parts(event.newURL);
  const other = chapterOf(now);
  if (!other || other === chapter) {
    if (now.has("lang") || (now.size > 0 && !other)) {
      now.delete("lang");
      now.set("chapter", chapter);
      write(now);
    }
    return;
  }
  event.stopImmediatePropagation();
  const before = parts(event.oldURL);
  for (const name of SETTINGS) {
    if (before.has(name) && !now.has(name)) now.set(name, before.get(name));
  }
  write(now);
  location.reload();
});

const lesson = lessons.find((one) => String(one.chapter) === chapter);
root.dataset.lesson = lesson.id;
document.title = `${lesson.title} · ${document.title}`;
document.querySelector("h1").textContent = lesson.title;
for (const link of document.querySelectorAll(".chapters a")) {
  if (link.hash === `#chapter=${chapter}`) link.setAttribute("aria-current", "page");
}
for (const text of document.querySelectorAll("main > section")) {
  text.hidden = text.id !== `chapter=${chapter}`;
}

addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-save]");
  if (button) save(button).catch(console.error);
});

// A part of the file, unpacked: it stands in a script that is none, as base64 of gzip.
async function bytes(name) {
  const text = document.getElementById(`whereabouts-${name}`).textContent;
  const packed = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(unpacked).arrayBuffer();
}

let started;

addEventListener("whereabouts-later", async () => {
  try {
    await WebAssembly.instantiate(await bytes("later"), { m: await started });
    dispatchEvent(new Event("whereabouts-here"));
  } catch (error) {
    fail(error);
  }
});

try {
  started = Promise.all([bytes("page"), bytes("text"), bytes("lessons")]).then(([module_or_path, text, all]) => {
    root.files = [text, all.slice(lesson.from, lesson.to)];
    return start({ module_or_path });
  });
  await started;
} catch (error) {
  fail(error);
}
