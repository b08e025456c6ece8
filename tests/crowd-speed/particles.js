// The same picture with PixiJS: a particle for each dot at the dot's place, which changes its colour when the
// dot does, and a moving particle for each message that is under way. Whatever can be worked out before is,
// so that a frame has only to touch what changes.
import { Application, Particle, ParticleContainer, Texture } from "pixi.js";
import { DAY, HEIGHT, WIDTH, bytes, known, number, play } from "./common.js";

// As in src/crowd: how finely moments are told apart, and how long a message is under way, in those parts.
const [PARTS, NEVER, FLIGHT, STOPPED] = [250, 255, 20, 10];
const PART = DAY / PARTS;

// What came out of a day.
function found(packed) {
  let at = 0;
  const next = () => {
    const [value, after] = number(packed, at);
    at = after;
    return value;
  };
  const many = next();
  const when = packed.subarray(at, at += many);
  const streaks = Array.from({ length: next() }, () => {
    const streak = { at: next(), traveller: next(), source: packed[at] };
    at += 3;
    return streak;
  });
  return { when, streaks };
}

// For each day and each part of it, whose colour changes.
function changes(days) {
  const first = new Uint8Array(days[0].when.length).fill(NEVER);
  return days.map(({ when }, day) => {
    const parts = Array.from({ length: PARTS + 2 * FLIGHT + 1 }, () => []);
    const was = [];
    when.forEach((part, i) => {
      if (first[i] < day) was.push(i);
      if (part === NEVER) return;
      if (first[i] === NEVER) first[i] = day;
      parts[part + FLIGHT].push(i);
    });
    return { parts, was };
  });
}

async function particles(travellers) {
  const app = new Application();
  await app.init({
    width: WIDTH, height: HEIGHT, preference: "webgl", autoStart: false, antialias: false, resolution: 1,
    backgroundColor: 0xd5ede2,
  });
  document.body.append(app.canvas);
  const ours = await known(travellers);
  const days = ours.found.map(found);
  const [ground, places] = await Promise.all([bytes("ground.json"), bytes("places.bin")]);
  const { homes, gate, bounds, ink } = JSON.parse(new TextDecoder().decode(ground));
  const spots = new Int16Array(places.buffer);

  const dots = new ParticleContainer({
    texture: Texture.WHITE,
    dynamicProperties: { position: false, color: true, vertex: false, rotation: false, uvs: false },
  });
  const size = 2 / Texture.WHITE.width;
  const dot = (i) => new Particle({
    texture: Texture.WHITE, x: spots[2 * i] - 1, y: spots[2 * i + 1] - 1, scaleX: size, scaleY: size,
  });
  const all = Array.from({ length: travellers }, (_, i) => dot(i));
  for (const particle of all) dots.particleChildren.push(particle);
  dots.update();

  // All messages on one clock, each from its home's port by the gate to its traveller.
  const streaks = days.flatMap(({ streaks }, day) => streaks.map(({ at, traveller }) => {
    const home = homes[bounds.slice(1).filter((end) => end <= traveller).length];
    return { at: day * DAY + at, home, x: spots[2 * traveller], y: spots[2 * traveller + 1] };
  }));
  const long = (FLIGHT + STOPPED) * PART;
  let most = 0;
  for (let from = 0, until = 0; until < streaks.length; until++) {
    while (streaks[from].at + long < streaks[until].at) from++;
    most = Math.max(most, until + 1 - from);
  }
  const moving = new ParticleContainer({
    texture: Texture.WHITE,
    dynamicProperties: { position: true, color: true, vertex: false, rotation: false, uvs: false },
  });
  const pool = Array.from({ length: most }, () => new Particle({
    texture: Texture.WHITE, scaleX: 6 * size, scaleY: size,
  }));
  for (const particle of pool) moving.particleChildren.push(particle);
  moving.update();
  app.stage.addChild(dots, moving);

  const byDay = changes(days);
  const paint = (which, colour) => { for (const i of which) all[i].color = colour; };
  const place = (particle, { at, home, x, y }, now) => {
    const gone = Math.min(1, (now - at) / (FLIGHT * PART));
    const [a, b, part] = gone < 0.5 ? [home, gate, 2 * gone] : [gate, [x, y], 2 * gone - 1];
    particle.x = a[0] + (b[0] - a[0]) * part;
    particle.y = a[1] + (b[1] - a[1]) * part;
    particle.color = ink.asked;
  };
  let [day, done, from, until] = [-1, 0, 0, 0];
  window.streaks = 0;
  play((now) => {
    const today = Math.floor(now / DAY);
    if (today !== day) {
      [day, done] = [today, 0];
      if (now < (streaks[from]?.at ?? 0)) [from, until] = [0, 0];
      paint(all.keys(), ink.dot);
      paint(byDay[day].was, ink.was);
    }
    const part = Math.floor(now % DAY / PART);
    for (; done <= part; done++) {
      paint(byDay[day].parts[done], ink.flash);
      if (done >= FLIGHT) paint(byDay[day].parts[done - FLIGHT], ink.lit);
    }
    while (from < streaks.length && streaks[from].at + long < now) from++;
    until = Math.max(from, until);
    while (until < streaks.length && streaks[until].at <= now) until++;
    pool.forEach((particle, i) => {
      if (from + i < until) place(particle, streaks[from + i], now);
      else particle.color = 0;
    });
    window.streaks = until - from;
    app.renderer.render(app.stage);
  });
}

window.measure = { picture: particles };
