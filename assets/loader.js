// Brings a page to life: fetches its WebAssembly, has the browser check it against its hash, and runs it.
// Whatever goes wrong, before or after, ends in a panel of readable words, with the text of the page
// as it came from the server. esbuild puts wasm-bindgen's glue into this file and fills in
// WASM_FILE (its name, beside this file), WASM_INTEGRITY and ROOT (the element that it mounts in).
import "./policy.js";
import start from "./glue.js";
import { save } from "./save.js";

// As it is before anything is mounted into it.
const untouched = document.getElementById(ROOT).cloneNode(true);
let failed = false;

function isPanic(error) {
  return globalThis.WebAssembly !== undefined && error instanceof WebAssembly.RuntimeError;
}

function fail(error) {
  if (failed) return;
  failed = true;
  console.error(error);
  // A module that aborted goes on answering events, with broken state. The elements that it answers
  // for leave the page; the text that was there before them comes back.
  document.getElementById(ROOT).replaceWith(untouched);
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

try {
  // With the same mode and integrity as the preload in the page's head, so that it is one request.
  // A checked file gives nothing before its last byte, so there is nothing to compile while it comes.
  const answer = await fetch(new URL(WASM_FILE, import.meta.url), { integrity: WASM_INTEGRITY });
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  await start({ module_or_path: await answer.arrayBuffer() });
} catch (error) {
  fail(error);
}
