// The one Trusted Types policy that the page allows. It makes no markup and no code of a string: nothing on
// this page needs that, and now nothing that gets in later can either. The only address that it makes a
// script of is the crowd's worker, where the page has one. esbuild fills in CROWD_WORKER (a name beside the
// loader, or nothing).
const worker = CROWD_WORKER && new URL(CROWD_WORKER, import.meta.url).href;

function createScriptURL(address) {
  if (address === worker) return address;
  throw new TypeError(`not a script of this page: ${address}`);
}

// A page with a crowd has two loaders; the crowd's takes it.
const ours = worker || !document.getElementById("whereabouts-month");
const rules = worker ? { createScriptURL } : {};
const policy = ours ? globalThis.trustedTypes?.createPolicy("whereabouts", rules) : undefined;

export function workerAddress() {
  return policy ? policy.createScriptURL(worker) : worker;
}
