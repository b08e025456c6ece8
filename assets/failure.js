// What a reader sees of a page that has failed: readable words, and the text as it came with the page.
// esbuild fills in ROOT (the element that the page is mounted in).

const root = document.getElementById(ROOT);
// As it is before anything is mounted into it.
const untouched = root.cloneNode(true);
let failed = false;

function isPanic(error) {
  return globalThis.WebAssembly !== undefined && error instanceof WebAssembly.RuntimeError;
}

export function fail(error) {
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
// The module could not fetch what it needs.
addEventListener(`${ROOT}-failed`, () => fail(new Error("a text or a lesson could not be fetched")));
