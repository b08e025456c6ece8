// The service worker: keeps exactly the files of this version, each checked against its hash, so that after one
// visit every page works without a network; and lets go of those of the version before. esbuild fills in
// VERSION, FILES, `[address, hash]` each, seen from here, and VISITED, the pages that are kept once they are visited.
const ours = `whereabouts ${registration.scope} `;
const KEEPS = ours + VERSION;

addEventListener("install", (event) => event.waitUntil(keep()));
// A page of the version before has gone when this comes: a browser lets the next worker wait for that.
addEventListener("activate", (event) => event.waitUntil(forget()));

async function keep() {
  const cache = await caches.open(KEEPS);
  const one = async ([address, integrity]) => {
    const request = new Request(new URL(address, registration.scope), { integrity });
    // All that is kept is of one version, or nothing is: a file of the next one has another hash.
    const answer = await fetch(request);
    if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
    await cache.put(request, answer);
  };
  try {
    await Promise.all(FILES.map(one));
  } catch (error) {
    await caches.delete(KEEPS);
    throw error;
  }
}

async function forget() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(ours) && name !== KEEPS);
  await Promise.all(old.map((name) => caches.delete(name)));
}

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(registration.scope)) {
    event.respondWith(answer(request));
  }
});

async function answer(request) {
  const cache = await caches.open(KEEPS);
  // What stands behind `?` is for the page.
  const kept = await cache.match(request, { ignoreSearch: true });
  if (!kept) {
    const answer = await fetch(request);
    // What only those need who come there is kept from then on: the browser has checked what has a hash.
    const name = request.url.slice(registration.scope.length).replace("assets/", "");
    if (answer.ok && VISITED.some((page) => name.startsWith(page))) {
      await cache.put(request, answer.clone());
    }
    return answer;
  }
  // A file with its hash in its name never changes; a page may be a newer one.
  if (request.url.includes("/assets/")) return kept;
  const late = new Promise((over) => setTimeout(over, 4000));
  const answer = await Promise.race([fetch(request), late]).catch(() => {});
  // A server that has a fault is no better than none.
  return answer && answer.status < 500 ? answer : kept;
}
