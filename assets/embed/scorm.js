// Tells a learning platform what a reader does, by SCORM 1.2: in the packages of `cargo xtask package`, in the
// place of host.js. What is written is named in docs/packages.md; the clauses are those of the SCORM Run-Time
// Environment 1.2. Without a platform the page simply plays.
import { called, hear, resume, unpacked, whenLeft } from "./report.js";

// How many windows are looked into on the way up, which has to end somewhere.
const WINDOWS = 20;
// The most letters that a platform has to keep (3.4, CMIString255 and CMIString4096).
const LOCATION = 255;
const KEPT = 4096;
// The most seconds that what a platform was told waits until it is asked to keep it.
const PATIENCE = 10;

// The platform's side stands in a window above this one, or above the one that opened it (3.3).
function found(from) {
  for (let at = from, i = 0; at && i < WINDOWS; i++) {
    try {
      if (at.API?.LMSInitialize) return at.API;
    } catch {
      // Somebody else's window: what is above it may be looked into again.
    }
    if (at.parent === at) return found(at.opener);
    at = at.parent;
  }
}

const api = found(window);
let open = false;

// A platform's mistakes are its own: none of them stops the page.
function call(name, ...values) {
  try {
    return String(api[name](...values) ?? "");
  } catch (error) {
    console.warn(error);
    return "";
  }
}
const get = (element) => (open ? call("LMSGetValue", `cmi.${element}`) : "");
const set = (element, value) => open && call("LMSSetValue", `cmi.${element}`, String(value));

const two = (number) => String(number).padStart(2, "0");
// CMITimespan: hours, minutes and seconds.
function span(exact) {
  const seconds = Math.floor(exact);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${String(hours).padStart(4, "0")}:${two(minutes)}:${two(seconds % 60)}`;
}
// CMITime: the time of day.
const clock = (date) => [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(":");

const begun = performance.now();
let soon;
// Set once the platform has begun to count.
let counts = false;
let done = false;

function commit() {
  clearTimeout(soon);
  soon = undefined;
  set("core.session_time", span((performance.now() - begun) / 1000));
  if (open) call("LMSCommit", "");
}

function finish() {
  if (!open) return;
  // The reader goes on from here the next time (3.4, cmi.core.exit).
  set("core.exit", "suspend");
  commit();
  call("LMSFinish", "");
  open = false;
}

// Where the reader is, told with every change.
function told(now) {
  const { address = "", progress = "" } = now;
  const kept = JSON.stringify({ address, progress });
  set("core.lesson_location", address.length <= LOCATION ? address : address.slice(0, address.lastIndexOf("&", LOCATION)));
  if (kept.length <= KEPT) set("suspend_data", kept);
  soon ??= setTimeout(commit, PATIENCE * 1000);
  if (now.completed && counts && !done) {
    done = true;
    set("core.lesson_status", "completed");
    commit();
  }
}

// What the reader foresaw (3.4, cmi.interactions): the words of it are written once and can only be added to.
function answered(now, { said, is, seconds }) {
  if (!counts) return;
  const letter = (yes) => (yes ? "t" : "f");
  const interaction = `interactions.${Number(get("interactions._count")) || 0}`;
  const words = {
    id: `${called(now)}_prediction`,
    type: "true-false",
    time: clock(new Date()),
    "correct_responses.0.pattern": letter(is),
    weighting: 1,
    student_response: letter(said),
    result: said === is ? "correct" : "wrong",
    ...(seconds !== undefined && { latency: span(seconds) }),
  };
  for (const [name, value] of Object.entries(words)) set(`${interaction}.${name}`, value);
  set("core.score.min", 0);
  set("core.score.max", 100);
  set("core.score.raw", said === is ? 100 : 0);
  commit();
}

if (api) open = call("LMSInitialize", "") === "true";
const kept = unpacked(get("suspend_data"));
// What the platform still has where it has lost the rest.
kept.address ??= get("core.lesson_location");
resume(kept);
if (open) {
  // Somebody who only looks around changes nothing (3.4, cmi.core.lesson_mode).
  counts = !["browse", "review"].includes(get("core.lesson_mode"));
  const status = get("core.lesson_status");
  done = ["completed", "passed"].includes(status);
  // A reader who has begun is no longer one who has not (3.4, cmi.core.lesson_status).
  if (counts && !done && status !== "failed") set("core.lesson_status", "incomplete");
  let last;
  hear({
    told: (now) => told((last = now)),
    answered: (answer) => answered(last, answer),
  });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden && soon !== undefined) commit();
  });
  whenLeft(finish);
  commit();
}
