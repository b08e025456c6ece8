// The bridge between a page in a frame and the page around it: Player.js's words in Player.js's envelope, and
// ours in our own (docs/embedding.md has both). It says nothing before the host asks, and then only to the
// window that asked. It decides nothing: what is set goes through the parser of the address bar, and what is
// told is what the page tells (`whereabouts-now`).

const PLAYER = "player.js";
const OURS = "whereabouts";
const ENVELOPES = {
  [PLAYER]: { context: PLAYER, version: "0.0.11" },
  [OURS]: { context: OURS, version: 1 },
};
const EVENTS = {
  [PLAYER]: ["ready", "play", "pause", "timeupdate", "ended", "seeked", "error"],
  [OURS]: ["step", "choice", "answer", "chapter", "completed", "height", "notice"],
};
// The most characters of a message, the most listeners, and the most that waits for the page to start.
const MOST = 4096;
const LISTENERS = 64;
const WAITING = 64;
// Between two `timeupdate`, in milliseconds.
const EVERY = 250;

const { root } = document.getElementById("whereabouts").dataset;
// As the frame was given it, before the page changes what stands behind its `#`: an address that names a chapter
// or a lesson has led here from the first page for frames.
const led = /[?#&](chapter|lesson)=/.test(location.search + location.hash);
const src = led ? new URL(`${root}embed/${location.search}${location.hash}`, location.href).href : location.href;
const host = parent === window ? undefined : parent;
const failed = document.getElementById("whereabouts-failed");
// `{ context, event, listener }`, as asked for.
let listeners = [];
// Done once the page plays.
const waiting = [];
let origin;
let dropped = 0;
// What the page has said last; whether it has been told something since then, and where to go.
let now;
let told = false;
let sought = false;
let clock;
let measure;
let height;

// To a page without an origin (a file, a sandbox) there is no other address than “whoever is in that window”,
// and that window is the one that asked.
function send(context, event, value, listener) {
  const message = JSON.stringify({ ...ENVELOPES[context], event, value, listener });
  host.postMessage(message, origin === "null" ? "*" : origin);
}

function emit(context, event, value) {
  for (const asked of listeners) {
    if (asked.context === context && asked.event === event) send(context, event, value, asked.listener);
  }
}

function wanted(event) {
  return listeners.some((asked) => asked.event === event);
}

// In whole milliseconds. While it plays only the time line knows.
function moment() {
  const line = now.playing && document.querySelector("#whereabouts input[type=range]");
  return line ? Number(line.value) : now.moment;
}

function time() {
  return { seconds: moment() / 1000, duration: now.length / 1000 };
}

// What of a state each of our events tells.
function chapter({ lesson, chapter, title }) {
  return { lesson, chapter, title };
}

function choice({ filters, speed, depth, lanes }) {
  return { filters, speed, depth, lanes };
}

function step({ step, steps, act, hop }) {
  return { step, steps, act, hop };
}

function answer({ answer }) {
  return answer && { ...answer, right: answer.said === answer.is };
}

function state() {
  // How a package keeps what was done is no concern of a host.
  const { progress, ...rest } = now;
  return { ...rest, moment: moment() };
}

function failure() {
  const why = failed.querySelector("[data-failed]:not([hidden])");
  return { code: why?.dataset.failed === "load" ? 1 : -1, msg: why?.textContent ?? "" };
}

function tell(command) {
  dispatchEvent(new CustomEvent("whereabouts-host", { detail: command }));
}

function seek(seconds) {
  set(`at=${Math.min(Math.max(Math.round(seconds * 1000), 0), now.length)}`);
}

function set(address) {
  sought = /(^|&)at=/.test(address);
  told = true;
  tell(`set ${address}`);
}

// What each method does; what it gives is the answer. `takes` says what its value must be.
const METHODS = {
  [PLAYER]: {
    play: { does: () => tell("play") },
    pause: { does: () => tell("pause") },
    getPaused: { does: () => !now.playing },
    getDuration: { does: () => now.length / 1000 },
    getCurrentTime: { does: () => moment() / 1000 },
    setCurrentTime: { does: seek, takes: Number.isFinite },
    // There is nothing to hear, and it ends where it ends.
    getVolume: { does: () => 0 },
    getMuted: { does: () => true },
    getLoop: { does: () => false },
  },
  [OURS]: {
    getState: { does: state },
    getDropped: { does: () => dropped },
    set: { does: set, takes: (value) => typeof value === "string" },
  },
};
const LISTENING = { addEventListener: listen, removeEventListener: unlisten };

function listen({ context, value: event, listener }) {
  if (!EVENTS[context].includes(event)) return false;
  const same = (asked) => asked.context === context && asked.event === event && asked.listener === listener;
  if (!listeners.some(same)) {
    if (listeners.length === LISTENERS) return false;
    listeners.push({ context, event, listener });
  }
  const say = (value) => send(context, event, value, listener);
  // What is so now is told at once.
  if (event === "ready") {
    const methods = [...Object.keys(METHODS[PLAYER]), ...Object.keys(LISTENING)];
    later(() => say({ src, events: EVENTS[PLAYER], methods }));
  } else if (event === "chapter") {
    later(() => say(chapter(now)));
  } else if (event === "error" && !failed.hidden) {
    say(failure());
  } else if (event === "height") {
    // The first measure is told to all who listen.
    if (!measure) measured();
    else if (height !== undefined) say({ height });
  } else if (event === "timeupdate") {
    tick();
  }
  return true;
}

// Without the name of a listener, all that listen to the event.
function unlisten({ context, value: event, listener }) {
  const fits = (asked) => asked.context === context && asked.event === event;
  listeners = listeners.filter((asked) => !fits(asked) || (listener !== undefined && asked.listener !== listener));
  if (measure && !wanted("height")) measure = void measure.disconnect();
  return EVENTS[context].includes(event);
}

// The height of what is in the page, and not that of its window: so a frame that becomes as high as it is told
// is not told anything new. As if nothing had to be scrolled: with a bar at its side the page is narrower and its
// picture lower, and in a frame of that height the bar would have to stay.
function measured() {
  measure = new ResizeObserver(look);
  height = undefined;
  measure.observe(document.documentElement);
}

function look() {
  const root = document.documentElement;
  root.style.overflowY = "hidden";
  const now = Math.ceil(root.getBoundingClientRect().height);
  root.style.overflowY = "";
  if (now === height) return;
  height = now;
  emit(OURS, "height", { height });
}

// Firefox keeps a bar that it has once it is there, as long as with it there is something to scroll. A frame that has
// become as high as it was told is looked at again, which takes the bar away.
addEventListener("resize", () => measure && look());

function later(what) {
  if (now) what();
  else if (waiting.length < WAITING) waiting.push(what);
  else return false;
  return true;
}

// A message, if it is one that a host can send: of one of two kinds, and with nothing in it that is not
// understood.
function read(data) {
  if (typeof data !== "string" || data.length > MOST) return undefined;
  try {
    const { context, version, method, value, listener } = JSON.parse(data);
    if (!Object.hasOwn(ENVELOPES, context)) return undefined;
    // Of Player.js there is one way to speak, whatever it calls its version.
    if (context === OURS && version !== ENVELOPES[OURS].version) return undefined;
    if (listener !== undefined && typeof listener !== "string") return undefined;
    return { context, method, value, listener };
  } catch {
    return undefined;
  }
}

function does(message) {
  const { context, method, value, listener } = message;
  if (Object.hasOwn(LISTENING, method)) return LISTENING[method](message);
  if (!Object.hasOwn(METHODS[context], method)) {
    if (context === PLAYER) emit(PLAYER, "error", { code: 2, msg: "this method is not supported" });
    return false;
  }
  const { does, takes } = METHODS[context][method];
  if (takes && !takes(value)) return false;
  return later(() => {
    const answer = does(value);
    if (answer !== undefined) send(context, method, answer, listener);
  });
}

if (host) addEventListener("message", ({ data, source, origin: from }) => {
  if (source !== host) return;
  const message = read(data);
  if (message) origin = from;
  if (!message || !does(message)) dropped += 1;
});

// While it plays.
function tick() {
  const runs = now?.playing && wanted("timeupdate");
  if (runs && !clock) {
    clock = setInterval(() => (wanted("timeupdate") ? emit(PLAYER, "timeupdate", time()) : tick()), EVERY);
  } else if (!runs && clock) {
    clock = void clearInterval(clock);
  }
}

// What has changed, in the order in which a reader sees it.
function compare(before) {
  const changed = (part) => JSON.stringify(part(now)) !== JSON.stringify(part(before));
  const moved = now.moment !== before.moment;
  if (changed(chapter)) emit(OURS, "chapter", chapter(now));
  if (changed(choice)) emit(OURS, "choice", { ...choice(now), address: now.address });
  if (now.playing && !before.playing) emit(PLAYER, "play");
  if (!now.playing && before.playing) emit(PLAYER, "pause");
  if (moved || now.length !== before.length) emit(PLAYER, "timeupdate", time());
  // Forward while it plays is what playing does.
  if (moved && (sought || now.moment < before.moment || !(now.playing || before.playing))) emit(PLAYER, "seeked");
  if (changed(step)) emit(OURS, "step", { ...step(now), seconds: moment() / 1000 });
  if (now.answer && changed(answer)) emit(OURS, "answer", answer(now));
  if (now.moment >= now.length && before.moment < before.length) emit(PLAYER, "ended");
  if (now.completed && !before.completed) emit(OURS, "completed", chapter(now));
  if (now.notices > before.notices || (told && now.notices > 0)) emit(OURS, "notice", { notices: now.notices });
  sought = told = false;
}

addEventListener("whereabouts-now", ({ detail }) => {
  const before = now;
  now = JSON.parse(detail);
  if (before) compare(before);
  tick();
  // The page is still at it: what it is told now it would not hear.
  queueMicrotask(() => {
    for (const what of waiting.splice(0)) what();
  });
});

new MutationObserver(() => {
  if (failed.hidden) return;
  clock = void clearInterval(clock);
  emit(PLAYER, "error", failure());
}).observe(failed, { attributeFilter: ["hidden"] });
