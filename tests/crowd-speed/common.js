// What both pages share: the crowd of the page with a plan for so many travellers, and the clock that plays it.
import { Crowd } from "crowd";

export const DAY = 86_400_000;
export const [WIDTH, HEIGHT] = [1280, 720];
// Days to wait for before it is played, and to play: all but the first, on which nobody was ever located.
const DAYS = 7;
// How long a day takes, as on the page.
const DAY_TAKES = 2400;

export async function bytes(name) {
  const answer = await fetch(name);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

export async function crowd(told) {
  const crowd = new Crowd(await bytes("world.bin"), told, () => console.error("the crowd failed"));
  await crowd.ready;
  return crowd;
}

export const plan = (travellers) => bytes(`plan-${travellers}.bin`);

// A number of postcard's: seven bits a byte, the lowest first. Gives it and where the next begins.
export function number(bytes, at) {
  let [value, shift, byte] = [0, 1, 128];
  while (byte > 127) {
    byte = bytes[at++];
    value += (byte & 127) * shift;
    shift *= 128;
  }
  return [value, at];
}

// A crowd of so many of whom enough days are known to play them.
export async function known(travellers) {
  let days = 0, ready;
  const all = new Promise((done) => { ready = done; });
  const ours = await crowd(() => { if (++days === DAYS) ready(); });
  ours.begin(await plan(travellers));
  await all;
  // What is drawn is measured, and nothing else: the worker need not go on.
  ours.worker.terminate();
  return ours;
}

// Draws frame after frame, each at its moment.
export function play(draw) {
  const start = performance.now();
  const frame = (now) => {
    const gone = Math.max(0, now - start) * DAY / DAY_TAKES;
    draw(DAY + Math.floor(gone % ((DAYS - 1) * DAY)));
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}
