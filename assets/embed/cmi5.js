// Tells a record store what a reader does, by cmi5: in the packages of `cargo xtask package`, in the place of
// host.js. What is sent is named in docs/packages.md; the clauses are those of the cmi5 specification (Quartz).
// Without a platform, or with one that fails, the page simply plays.
import { hear, resume, unpacked, whenLeft, withoutParameters } from "./report.js";

const CMI5 = "https://w3id.org/xapi/cmi5/context/categories/cmi5";
const MOVE_ON = "https://w3id.org/xapi/cmi5/context/categories/moveon";
const MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";
const VERBS = "http://adlnet.gov/expapi/verbs/";
const INTERACTION = "http://adlnet.gov/expapi/activities/cmi.interaction";
// The document that we keep beside the platform's own.
const STATE = "whereabouts";
// Milliseconds: for how long a reader waits for the platform before the chapter begins without it, how often
// at most it is told where the reader is, and how long leaving waits for it.
const PATIENCE = 8000;
const PAUSE = 3000;
const LEAVE = 3000;

const root = document.getElementById("whereabouts");

// 8.1: all five stand in the address, in any order.
function launch() {
  const given = new URLSearchParams(location.search);
  const names = ["endpoint", "fetch", "actor", "registration", "activityId"];
  const values = Object.fromEntries(names.map((name) => [name, given.get(name)]));
  withoutParameters(names);
  const actor = unpacked(values.actor);
  if (names.some((name) => !values[name]) || !actor.account) return;
  const endpoint = values.endpoint.endsWith("/") ? values.endpoint : `${values.endpoint}/`;
  return { ...values, actor, endpoint };
}

const within = (milliseconds, promise) => Promise.race([
  promise,
  new Promise((_, late) => setTimeout(() => late(new Error("the platform takes too long")), milliseconds)),
]);

function uuid() {
  // `randomUUID` is only there where the page came over https.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

const duration = (seconds) => `PT${Math.max(0, seconds).toFixed(2)}S`;

class Session {
  #launch;
  #token;
  #data = {};
  // What we have kept: where the reader was, and what may be said only once in a registration (9.3).
  #kept = {};
  // Statements that the platform has not taken yet, and whether one is on its way.
  #unsent = [];
  #sending;
  #flying;
  #saved = 0;
  #timer;
  #begun;
  #said = new Set();
  #right;

  constructor(launch) {
    this.#launch = launch;
  }

  // 8.2: the token is had once, by a POST.
  async open() {
    const answer = await fetch(this.#launch.fetch, { method: "POST" });
    const { "auth-token": token, "error-text": why } = await answer.json();
    if (!token) throw new Error(`the platform gives no token: ${why ?? answer.status}`);
    this.#token = token;
    // 10: what the platform has set down for this session; 11: what the learner prefers, which is read and,
    // with one language and no sound, changes nothing here.
    const [data, , kept] = await Promise.all([
      this.#read(this.#state("LMS.LaunchData")),
      this.#read(this.#address("agents/profile", { profileId: "cmi5LearnerPreferences" })).catch(() => ({})),
      this.#read(this.#state(STATE)).catch(() => ({})),
    ]);
    if (!data.contextTemplate) throw new Error("the platform has set down nothing for this session");
    this.#data = data;
    this.#kept = kept;
    return kept;
  }

  get returnAddress() {
    const { returnURL = "" } = this.#data;
    return /^https?:/.test(returnURL) ? returnURL : "";
  }

  // 10, launchMode: somebody who only looks around completes nothing.
  get #counts() {
    return this.#data.launchMode === "Normal";
  }

  get #seconds() {
    return (performance.now() - this.#begun) / 1000;
  }

  told(now) {
    if (this.#begun === undefined) {
      // 7.1.1: now that the page can be used.
      this.#begun = performance.now();
      this.#send(this.#defined("initialized"));
    }
    const { address = "", progress = "" } = now;
    Object.assign(this.#kept, { address, progress });
    if (now.completed && this.#counts && !this.#kept.completed) {
      this.#kept.completed = true;
      this.#send(this.#defined("completed", { completion: true, duration: duration(this.#seconds) }));
      this.#saved = 0;
    }
    this.#judge();
    this.#saveSoon();
  }

  // 7.1.3: an answer is a statement that cmi5 allows, and not one that it defines.
  answered(now, { said, is, seconds }) {
    const right = said === is;
    this.#right = right;
    const { activityId } = this.#launch;
    const words = (text) => text && { en: text };
    this.#send({
      ...this.#statement("answered"),
      object: {
        objectType: "Activity",
        id: `${activityId}${activityId.includes("#") ? "-" : "#"}prediction`,
        definition: {
          type: INTERACTION,
          name: words(now.title),
          description: words(root.dataset.question),
          interactionType: "true-false",
          correctResponsesPattern: [String(is)],
        },
      },
      result: {
        response: String(said),
        success: right,
        score: { scaled: Number(right), raw: Number(right), min: 0, max: 1 },
        ...(seconds !== undefined && { duration: duration(seconds) }),
      },
    });
    this.#judge();
    this.#saved = 0;
    this.#saveSoon();
  }

  // 7.1.2: the last word, once. With `now` the window is going, and what is not out yet leaves at once.
  async close(now) {
    if (this.#begun === undefined || this.#said.has("terminated")) return;
    clearTimeout(this.#timer);
    // 9.3: a wrong answer counts only if no right one has followed.
    if (this.#wants() === false) this.#verdict(false);
    this.#put(this.#defined("terminated", { duration: duration(this.#seconds) }));
    await Promise.all([this.#save(), now ? this.#flush() : this.#drain()]);
  }

  // Whether the platform wants a verdict, and which; it wants none where completing is enough. 9.3.4, 10.
  #wants() {
    const { masteryScore, moveOn } = this.#data;
    if (!this.#counts || this.#kept.passed) return;
    if (masteryScore !== undefined) {
      return this.#right === undefined ? undefined : Number(this.#right) >= masteryScore;
    }
    if (["Passed", "CompletedAndPassed"].includes(moveOn)) return this.#kept.completed || undefined;
  }

  #judge() {
    if (this.#wants() !== true || this.#said.has("passed")) return;
    this.#kept.passed = true;
    this.#verdict(true);
  }

  #verdict(success) {
    const { masteryScore } = this.#data;
    const judged = masteryScore !== undefined;
    const score = judged ? { score: { scaled: Number(this.#right) } } : {};
    const statement = this.#defined(success ? "passed" : "failed", { ...score, success, duration: duration(this.#seconds) });
    if (judged) statement.context.extensions = { ...statement.context.extensions, [MASTERY]: masteryScore };
    this.#send(statement);
  }

  // 9: what every statement has. The context is the platform's own, and nothing in it is written over (10).
  #statement(verb) {
    const context = structuredClone(this.#data.contextTemplate);
    context.registration ??= this.#launch.registration;
    return {
      id: uuid(),
      actor: this.#launch.actor,
      verb: { id: VERBS + verb, display: { en: verb } },
      object: { objectType: "Activity", id: this.#launch.activityId },
      context,
      timestamp: new Date().toISOString(),
    };
  }

  // 9.6.2: cmi5's own statements are marked as such, and those that count towards moving on as well.
  #defined(verb, result) {
    this.#said.add(verb);
    const statement = this.#statement(verb);
    const activities = (statement.context.contextActivities ??= {});
    const counts = result && ("success" in result || "completion" in result);
    const category = [activities.category ?? []].flat().concat({ id: CMI5 }, counts ? { id: MOVE_ON } : []);
    activities.category = category;
    return result ? { ...statement, result } : statement;
  }

  #send(statement) {
    this.#put(statement);
    this.#drain();
  }

  #put(statement) {
    this.#unsent.push(statement);
  }

  // One after the other: what comes later is later there, too. What could not be sent is sent with the next.
  #drain() {
    this.#sending ??= (async () => {
      try {
        while (this.#unsent.length > 0) {
          const first = (this.#flying = this.#unsent[0]);
          await this.#write("POST", this.#address("statements", {}, false), first);
          this.#unsent = this.#unsent.filter((statement) => statement !== first);
        }
      } catch (error) {
        console.warn(error);
      } finally {
        this.#flying = this.#sending = undefined;
      }
    })();
    return this.#sending;
  }

  // All that is left in one request. What is on its way is not sent twice: it outlives the page as well.
  async #flush() {
    const all = this.#unsent.filter((statement) => statement !== this.#flying);
    this.#unsent = [];
    await this.#write("POST", this.#address("statements", {}, false), all).catch(console.warn);
  }

  #saveSoon() {
    if (this.#timer !== undefined) return;
    const rest = Math.max(0, this.#saved + PAUSE - performance.now());
    this.#timer = setTimeout(() => this.#save(), this.#saved === 0 ? 0 : rest);
  }

  async #save() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#saved = performance.now();
    await this.#write("PUT", this.#state(STATE), this.#kept).catch(console.warn);
  }

  #state(stateId) {
    const { activityId, registration } = this.#launch;
    return this.#address("activities/state", { activityId, registration, stateId });
  }

  #address(path, parameters, agent = true) {
    const address = new URL(this.#launch.endpoint + path);
    if (agent) address.searchParams.set("agent", JSON.stringify(this.#launch.actor));
    for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
    return address;
  }

  #headers() {
    return { authorization: `Basic ${this.#token}`, "x-experience-api-version": "1.0.3" };
  }

  async #read(address) {
    const answer = await fetch(address, { headers: this.#headers(), cache: "no-store" });
    if (!answer.ok) throw new Error(`${answer.status} for ${address.pathname}`);
    return unpacked(await answer.text());
  }

  async #write(method, address, body) {
    const headers = { ...this.#headers(), "content-type": "application/json" };
    const answer = await fetch(address, { method, headers, body: JSON.stringify(body), keepalive: true });
    // 409: it has that one.
    if (!answer.ok && answer.status !== 409) throw new Error(`${answer.status} for ${address.pathname}`);
  }
}

// The way back to where the reader came from, where the platform names it (10, returnURL).
function offer(session) {
  const exit = document.getElementById("whereabouts-exit");
  if (!exit || !session.returnAddress) return;
  exit.hidden = false;
  exit.querySelector("button").addEventListener("click", async () => {
    await within(LEAVE, session.close(false)).catch(console.warn);
    location.assign(session.returnAddress);
  });
}

async function begin(launched) {
  const session = new Session(launched);
  try {
    const kept = await within(PATIENCE, session.open());
    resume(kept);
    let last;
    hear({
      told: (now) => session.told((last = now)),
      answered: (answer) => session.answered(last, answer),
    });
    whenLeft(() => session.close(true));
    offer(session);
  } catch (error) {
    console.warn(error);
    resume({});
  }
}

const launched = launch();
if (launched) root.before = begin(launched);
else resume({});
