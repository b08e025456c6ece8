// <whereabouts-explainer>: the explainer as an element, over a frame and the messages of host.js. Attributes,
// properties, methods, events, slots and parts are in custom-elements.json and docs/embedding.md.

// Settings of the explainer, which are attributes here. The first three lead to another page; of the others the
// page is told.
const LEADING = ["chapter", "lesson", "lang"];
const TOLD = ["at", "filters", "speed", "depth", "theme", "motion", "lanes", "panels", "lock", "keys", "present"];
// Chapters with a page of their own; the first has the first page.
const PAGES = ["2", "3", "4", "5", "6", "7", "8", "9", "10"];
const [PLAYER, OURS] = [{ context: "player.js", version: "0.0.11" }, { context: "whereabouts", version: 1 }];
const EVENTS = {
  "player.js": ["play", "pause", "timeupdate", "ended", "error"],
  whereabouts: ["step", "choice", "answer", "chapter", "completed"],
};

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { display: block; position: relative; }
  :host([hidden]), [hidden] { display: none !important; }
  iframe { display: block; inline-size: 100%; block-size: var(--whereabouts-height, 40rem); border: 0; }
  button { position: absolute; inset: 0; inline-size: 100%; padding: 0; border: 0; cursor: pointer;
    background: var(--whereabouts-poster, Canvas); color: CanvasText; font: inherit; }
  button:focus-visible { outline: 3px solid Highlight; outline-offset: -3px; }
  ::slotted(*) { display: block; inline-size: 100%; block-size: 100%; object-fit: cover; }
`);

export class WhereaboutsExplainer extends HTMLElement {
  static observedAttributes = [...LEADING, ...TOLD, "base", "loading", "height", "title"];
  // Those on the page. They share one listener for messages, which is there while one of them is.
  static #all = new Set();
  #frame; #lesson; #told; #ready; #resolve;
  #poster = document.createElement("button");
  // Whether the page plays, and what is said to it before.
  #plays = false; #waiting = [];
  #currentTime = 0; #duration = NaN; #paused = true;

  constructor() {
    super();
    const slot = document.createElement("slot");
    slot.name = "poster";
    slot.textContent = "Show the explainer";
    slot.addEventListener("slotchange", () => this.#cover());
    Object.assign(this.#poster, { type: "button", part: "poster" }).append(slot);
    this.#poster.addEventListener("click", () => this.load());
    this.attachShadow({ mode: "open" }).append(this.#poster);
    this.shadowRoot.adoptedStyleSheets = [sheet];
    this.#wait();
  }

  // In seconds.
  get currentTime() { return this.#currentTime; }
  set currentTime(seconds) { this.#ask(PLAYER, "setCurrentTime", Number(seconds)); }
  get duration() { return this.#duration; }
  get paused() { return this.#paused; }
  // A promise, kept once the page in the frame can be played.
  get ready() { return this.#ready; }

  play() { this.#ask(PLAYER, "play"); }
  pause() { this.#ask(PLAYER, "pause"); }
  // As behind the `#` of an address, or as an object.
  set(settings) {
    this.#ask(OURS, "set", typeof settings === "string" ? settings : `${new URLSearchParams(settings)}`);
  }

  // What waits to come near the window, or to be pressed, is fetched now.
  load() {
    if (!this.#frame) return;
    this.#frame.loading = "eager";
    if (!this.#frame.src) this.#go();
  }

  connectedCallback() {
    // What was set before the browser knew the element.
    for (const name of WhereaboutsExplainer.observedAttributes.filter((name) => Object.hasOwn(this, name))) {
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    if (WhereaboutsExplainer.#all.add(this).size === 1) addEventListener("message", WhereaboutsExplainer.#receive);
    const loading = this.loading === "eager" ? "eager" : "lazy";
    this.#frame = Object.assign(document.createElement("iframe"), { part: "frame", allow: "clipboard-write", loading });
    // A page that leaves the frame takes with it whom it told.
    this.#frame.addEventListener("load", () => this.#listen());
    this.#title();
    this.#size();
    this.#cover();
    if (this.loading !== "manual") this.#go();
    this.shadowRoot.prepend(this.#frame);
  }

  disconnectedCallback() {
    WhereaboutsExplainer.#all.delete(this);
    if (WhereaboutsExplainer.#all.size === 0) removeEventListener("message", WhereaboutsExplainer.#receive);
    this.#frame.remove();
    this.#frame = this.#lesson = this.#told = undefined;
    [this.#currentTime, this.#duration, this.#paused, this.#waiting] = [0, NaN, true, []];
    this.#wait();
  }

  attributeChangedCallback(name, before, value) {
    if (!this.#frame || before === value) return;
    if (name === "title") this.#title();
    else if (name === "height") this.#size();
    else if (name === "loading") { if (value === "eager") this.load(); }
    else if (this.#plays && TOLD.includes(name) && value !== null) this.set({ [name]: value });
    else if (this.#frame.src) this.#go();
  }

  static #receive({ data, source, origin }) {
    for (const element of WhereaboutsExplainer.#all) {
      if (source === element.#frame.contentWindow && origin === element.#base().origin) element.#hear(JSON.parse(data));
    }
  }

  #hear({ context, event, value = null }) {
    if (event === "getState") this.#begin(value);
    else if (event === "height") this.#told = value.height, this.#size();
    else if (EVENTS[context]?.includes(event)) this.#tell(event, value);
  }

  #begin({ moment, length, playing, lesson }) {
    [this.#currentTime, this.#duration, this.#paused] = [moment / 1000, length / 1000, !playing];
    this.#lesson ??= lesson;
    this.#plays = true;
    this.#cover();
    for (const message of this.#waiting.splice(0)) this.#post(message);
    this.#resolve(this);
  }

  #tell(event, value) {
    if (event === "timeupdate") [this.#currentTime, this.#duration] = [value.seconds, value.duration];
    if (event === "play" || event === "pause") this.#paused = event === "pause";
    if (event === "chapter") {
      // Every page tells it when it comes; the first one nobody went to.
      const before = this.#lesson;
      this.#lesson = value.lesson;
      if (before === undefined || before === value.lesson) return;
    }
    this.dispatchEvent(new CustomEvent(event, { composed: true, detail: value }));
  }

  #ask(envelope, method, value) {
    if (this.#plays) this.#post({ ...envelope, method, value });
    else this.#waiting.push({ ...envelope, method, value });
  }

  #post(message) {
    const { origin } = this.#base();
    this.#frame.contentWindow?.postMessage(JSON.stringify(message), origin === "null" ? "*" : origin);
  }

  #listen() {
    if (!this.#frame?.src) return;
    if (this.#plays) this.#wait();
    const listen = (envelope, value) => this.#post({ ...envelope, method: "addEventListener", value });
    for (const envelope of [PLAYER, OURS]) EVENTS[envelope.context].forEach((event) => listen(envelope, event));
    listen(OURS, "height");
    this.#post({ ...OURS, method: "getState" });
  }

  #wait() {
    this.#plays = false;
    this.#ready = new Promise((resolve) => { this.#resolve = resolve; });
  }

  #base() { return new URL(this.base || new URL("../", import.meta.url), document.baseURI); }

  #go() {
    const own = PAGES.includes(this.chapter);
    const page = new URL(own ? `embed/chapters/${this.chapter}/` : "embed/", this.#base());
    const names = [...LEADING, ...TOLD].filter((name) => this.hasAttribute(name) && !(own && name === "chapter"));
    page.hash = new URLSearchParams(names.map((name) => [name, this.getAttribute(name)]));
    this.#frame.src = page.href;
  }

  #title() { this.#frame.title = this.title || "Whereabouts, an animated explainer"; }

  #size() {
    const height = Number(this.height) || this.#told;
    this.#frame.style.blockSize = height ? `${height}px` : "";
  }

  // Over the frame until it plays, where there is something to show or it waits to be pressed.
  #cover() {
    const shows = !this.#plays && (this.querySelector(":scope > [slot=poster]") || this.loading === "manual");
    this.#poster.hidden = !shows;
    if (this.#frame) this.#frame.inert = !!shows;
  }
}

// Attributes as properties; `lang` and `title` the browser has already.
for (const name of WhereaboutsExplainer.observedAttributes.filter((name) => !(name in HTMLElement.prototype))) {
  Object.defineProperty(WhereaboutsExplainer.prototype, name, {
    configurable: true, enumerable: true,
    get() { return this.getAttribute(name) ?? ""; },
    set(value) { value == null ? this.removeAttribute(name) : this.setAttribute(name, value); },
  });
}

if (!customElements.get("whereabouts-explainer")) customElements.define("whereabouts-explainer", WhereaboutsExplainer);
