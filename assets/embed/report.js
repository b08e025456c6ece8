// What the packages for learning platforms share: where a reader goes on, and what a platform wants to know
// of what the page says about itself. esbuild puts it into scorm.js and cmi5.js.

import { locked } from "./lock.js";

const root = document.getElementById("whereabouts");

// What the platform has kept, as it was given to it; nothing of it where that cannot be read.
export function unpacked(text) {
  try {
    const kept = JSON.parse(text);
    return typeof kept === "object" && kept !== null ? kept : {};
  } catch {
    return {};
  }
}

// Has the page begin where the reader was. A package holds one chapter, or each as a unit of its own: the way
// to the others is the platform's, and there is no page to give a link to.
export function resume({ address, progress }) {
  const word = (value) => (typeof value === "string" ? value : "");
  if (word(progress)) root.dataset.progress = progress;
  const parts = [location.hash.slice(1), word(address)];
  const said = new URLSearchParams([location.search.slice(1), ...parts].join("&")).getAll("lock").pop();
  put(location.search, [...parts, `lock=${locked(said, ["chapter", "link"])}`]);
}

// Takes what is not the page's own out of the address: it would say that it does not know it.
export function withoutParameters(names) {
  const others = new URLSearchParams(location.search);
  names.forEach((name) => others.delete(name));
  const search = String(others);
  put(search && `?${search}`, [location.hash.slice(1)]);
}

function put(search, parts) {
  const hash = parts.filter(Boolean).join("&");
  try {
    history.replaceState(null, "", `${location.pathname}${search}${hash && `#${hash}`}`);
  } catch {
    // In a frame without an origin the address stays, and the chapter begins at its beginning.
  }
}

// Tells of everything that the page does, and beside that of the reader's answer, once it can be judged:
// `{ said, is, seconds }`, with how long it took to give it where that is known. The page counts the first
// answer, and keeps it in its progress: what it comes with was told the last time.
export function hear({ told, answered }) {
  let asked, seconds, known;
  addEventListener("whereabouts-now", (event) => {
    const now = unpacked(event.detail);
    if (now.asked) {
      asked ??= performance.now();
    } else if (asked !== undefined) {
      seconds = (performance.now() - asked) / 1000;
      asked = undefined;
    }
    const answer = now.answer ?? undefined;
    told(now);
    if (known === false && answer) answered({ said: answer.said, is: answer.is, seconds });
    known = answer !== undefined;
  });
}

// Calls back once when the page is left, whatever way. A page that comes back out of the browser's memory
// begins anew: what it has told is over.
export function whenLeft(left) {
  addEventListener("pagehide", left);
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
}

// What the lesson is known by: a chapter by its number, in two digits, and one that somebody has made by its name.
export const called = ({ chapter, lesson = "lesson" }) =>
  chapter ? `chapter_${String(chapter).padStart(2, "0")}` : lesson.replaceAll("-", "_");
