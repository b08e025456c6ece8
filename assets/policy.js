// The one Trusted Types policy that the page allows. It makes no markup and no code of a string: nothing on
// this page needs that, and now nothing that gets in later can either. The only addresses that it makes a
// script of are the crowd's worker, where the page has one, and the worker that keeps the site's files for when there
// is no network. esbuild fills in CROWD_WORKER and OFFLINE_WORKER (names seen from the loader, or nothing) and ROOT.
const whole = (name) => name && new URL(name, import.meta.url).href;
const [worker, offline] = [CROWD_WORKER, OFFLINE_WORKER].map(whole);

function createScriptURL(address) {
  if (address && (address === worker || address === offline)) return address;
  throw new TypeError(`not a script of this page: ${address}`);
}

// Of two loaders on a page one takes it: the crowd's, or else the player's.
const ours = worker || (ROOT === "whereabouts" && !document.getElementById("whereabouts-month"));
const policy = ours ? globalThis.trustedTypes?.createPolicy("whereabouts", { createScriptURL }) : undefined;
const trusted = (address) => (policy ? policy.createScriptURL(address) : address);

export const workerAddress = () => trusted(worker);

// A page in somebody else's page keeps nothing, and no page does where a reader saves data. Where it is refused,
// the page works as long as there is a network.
const keeps = ours && offline && top === self && document.body.className !== "embed";
if (keeps && navigator.serviceWorker && !navigator.connection?.saveData) {
  addEventListener("load", () => navigator.serviceWorker.register(trusted(offline)).catch(() => {}));
}
