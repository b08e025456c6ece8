// Brings a page to life: fetches its WebAssembly, has the browser check it against its hash, and runs it.
// Whatever goes wrong, before or after, ends in a panel of readable words, with the text of the page
// as it came from the server. esbuild puts wasm-bindgen's glue into this file and fills in
// WASM_FILE (its name, beside this file) and WASM_INTEGRITY, and LATER_FILE and LATER_INTEGRITY for what
// of it is fetched later.
import start from "./glue.js";
import { save } from "./save.js";

// As it is before anything is mounted into it.
const untouched = document.getElementById("whereabouts").cloneNode(true);
let failed = false;

// The one policy that the page allows is taken here, with no way to make anything: nothing on this
// page turns a string into code, and now nothing that gets in later can either.
globalThis.trustedTypes?.createPolicy("whereabouts", {});

function isPanic(error) {
  return globalThis.WebAssembly !== undefined && error instanceof WebAssembly.RuntimeError;
}

function fail(error) {
  if (failed) return;
  failed = true;
  console.error(error);
  // A module that aborted goes on answering events, with broken state. The elements that it answers
  // for leave the page; the text that was there before them comes back.
  document.getElementById("whereabouts").replaceWith(untouched);
  const panel = document.getElementById("whereabouts-failed");
  panel.querySelector(`[data-failed=${isPanic(error) ? "panic" : "load"}]`).hidden = false;
  panel.querySelector("button").addEventListener("click", () => location.reload());
  panel.hidden = false;
  panel.scrollIntoView({ block: "nearest" });
}

addEventListener("error", (event) => {
  if (isPanic(event.error)) fail(event.error);
});
addEventListener("unhandledrejection", (event) => {
  if (isPanic(event.reason)) fail(event.reason);
});
addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-save]");
  if (button) save(button).catch(console.error);
});
// The module could not fetch what it needs.
addEventListener("whereabouts-failed", () => fail(new Error("a text or a lesson could not be fetched")));

// A file of the module's, checked.
async function bytes(file, integrity) {
  const answer = await fetch(new URL(file, import.meta.url), { integrity });
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return answer.arrayBuffer();
}

let started;

// What of the module is fetched later finds what it needs in what is here.
async function later() {
  const part = await bytes(LATER_FILE, LATER_INTEGRITY);
  await WebAssembly.instantiate(part, { m: await started });
}

// The module wants the rest of itself. A line may have dropped: it is tried twice.
addEventListener("whereabouts-later", async () => {
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

try {
  // With the same mode and integrity as the preload in the page's head, so that it is one request.
  // A checked file gives nothing before its last byte, so there is nothing to compile while it comes.
  started = bytes(WASM_FILE, WASM_INTEGRITY).then((module_or_path) => start({ module_or_path }));
  await started;
} catch (error) {
  fail(error);
}
