// Brings a page to life: fetches its WebAssembly, has the browser check it against its hash, and runs it.
// Whatever goes wrong, before or after, ends in a panel of readable words, with the text of the page
// as it came from the server. esbuild puts wasm-bindgen's glue into this file and fills in
// WASM_FILE (its name, beside this file) and WASM_INTEGRITY, LATER_FILE and LATER_INTEGRITY for what
// of it is fetched later, and ROOT (the element that it mounts in).
import "./policy.js";
import { fail } from "./failure.js";
import start from "./glue.js";
import { save } from "./save.js";

const root = document.getElementById(ROOT);
// How long the crowd's player waits for a reader to come near, in milliseconds.
const PATIENT = 10_000;

// Where a page has two modules, this is for the player's.
const player = ROOT === "whereabouts";
if (player) addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-save]");
  if (button) save(button).catch(console.error);
});

// A file, checked.
async function bytes(address, integrity) {
  const answer = await fetch(address, { integrity });
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return answer.arrayBuffer();
}

// What stands there is seen before anything comes to life. A page that is hidden is not drawn, and one in a frame that is
// out of sight neither: nobody waits for that.
const seen = new Promise((done) => {
  requestAnimationFrame(() => setTimeout(done));
  if (document.hidden || top !== self) setTimeout(done, document.hidden ? 0 : 500);
});

// Where the crowd stands above it, the player comes to life when the reader comes near it, or has had time to read.
const near = !player || !document.getElementById("whereabouts-month") ? undefined : new Promise((done) => {
  new IntersectionObserver((entries, observer) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    done();
  }, { rootMargin: "100%" }).observe(root);
  setTimeout(done, PATIENT);
});

let started;

// What of the module is fetched later finds what it needs in what is here.
async function later() {
  const part = await bytes(new URL(LATER_FILE, import.meta.url), LATER_INTEGRITY);
  await WebAssembly.instantiate(part, { m: await started });
}

// The module wants the rest of itself. A line may have dropped: it is tried twice.
if (player) addEventListener("whereabouts-later", async () => {
  try {
    if (LATER_FILE) {
      await later().catch(() => new Promise((over) => setTimeout(over, 2000)).then(later));
    }
    await started;
    dispatchEvent(new Event("whereabouts-here"));
  } catch (error) {
    fail(error);
  }
});

// The player begins out of sight, around empty twins of what stands there, and takes its place in a task of its own: a phone
// would not answer for as long as both take. The module mounts in `.coming` where it finds that in the root.
function prepare() {
  const parts = [".player", ".caption", ".stages", ".side", ".under"].map((part) => root.querySelector(part)).filter(Boolean);
  if (parts.length === 0) return;
  const twins = parts.map((part) => part.cloneNode());
  const coming = document.createElement("div");
  coming.className = "coming";
  coming.hidden = true;
  coming.append(...twins);
  root.append(coming);
  const shown = () => {
    twins.forEach((twin, place) => twin.append(...parts[place].childNodes));
    root.replaceChildren(coming);
    coming.hidden = false;
  };
  // It takes the twins to itself, and puts them to where they belong.
  const drawn = (_, observer) => {
    if (!coming.contains(twins[0])) return;
    observer.disconnect();
    setTimeout(shown);
  };
  new MutationObserver(drawn).observe(coming, { childList: true, subtree: true });
}

try {
  // Whoever keeps how far a reader has come says so first.
  await root.before;
  await near;
  // With the same mode and integrity as the preload in the page's head, so that it is one request.
  // A checked file gives nothing before its last byte, so there is nothing to compile while it comes.
  const module = bytes(new URL(WASM_FILE, import.meta.url), WASM_INTEGRITY);
  // Words and lesson, which the page lists as `name=address|hash` and the module takes from here.
  const files = root.dataset.files.split(" ").map((entry) => {
    const [address, hash] = entry.slice(entry.indexOf("=") + 1).split("|");
    return bytes(root.dataset.root + address, hash);
  });
  // A lesson that is made in this browser has no file: it is the last one that has been given by then.
  if (WASM_FILE.startsWith("page") && !root.dataset.lesson) {
    const given = new Promise((given) => root.own ? given() : addEventListener("whereabouts-lesson", given));
    files.push(given.then(() => seen).then(() => root.own));
  }
  started = Promise.all([module, seen, ...files]).then(([module_or_path, , ...files]) => {
    root.files = files;
    // A browser that translates takes the texts out of the elements, and the module looks for them there. What it
    // draws stays as it is; the text of the page can be translated.
    root.translate = false;
    if (player) prepare();
    return start({ module_or_path });
  });
  await started;
} catch (error) {
  fail(error);
}
