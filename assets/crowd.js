// The crowd in the page: draws its picture, and lets a worker simulate it, so that the page never waits. One
// module serves both: it is fetched and checked once, and the compiled module is handed to the worker.
// esbuild fills in CROWD_FILE (its name beside the loader) and CROWD_INTEGRITY.
import start, { Screen, Simulation } from "crowd-glue";
import { simulate } from "crowd-run";
import { workerAddress } from "script-policy";

// How many pixels of a screen one of the page's may be, and how many there may be in all: more is not seen,
// and costs the frame.
const DENSEST = 2;
const MOST = 2_200_000;

export class Crowd {
  // `told(day, high, low, over)` hears of each day, packed, with a number for all figures until then;
  // `failed()` when there is nothing to be had.
  constructor(world, told, failed) {
    Object.assign(this, { world, told, failed, run: 0, found: [], drawn: undefined, plan: undefined });
    this.ready = this.open();
    this.ready.catch((error) => { console.error(error); failed(); });
  }

  async open() {
    const answer = await fetch(new URL(CROWD_FILE, import.meta.url), { integrity: CROWD_INTEGRITY });
    if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
    const module = await WebAssembly.compile(await answer.arrayBuffer());
    this.wasm = await start({ module_or_path: module });
    try {
      this.worker = new Worker(workerAddress(), { type: "module" });
      this.worker.onmessage = ({ data }) => this.hear(data);
      // A page that was opened from a file may have no workers: then it simulates here, in slices.
      this.worker.onerror = () => { this.worker = undefined; this.simulate(); };
      this.worker.postMessage({ module, world: this.world });
    } catch {
      this.worker = undefined;
    }
    this.simulate();
  }

  // Another plan: whatever was under way for the last one is over.
  begin(plan) {
    this.plan = plan;
    this.run += 1;
    this.found = [];
    this.look = undefined;
    this.simulate();
  }

  simulate() {
    const { run, plan, world, wasm } = this;
    if (!wasm || !plan) return;
    if (this.worker) this.worker.postMessage({ run, plan });
    else simulate(Simulation.begin(world, plan), run, () => this.run === run, (told) => this.hear(told));
  }

  hear({ run, day, found, figures, over, failed }) {
    if (failed) return this.failed();
    if (run !== this.run) return;
    this.found.push(found);
    this.screen?.add(found);
    this.told(day, figures[0], figures[1], over);
  }

  // Draws a moment, in milliseconds from the beginning; whether it could.
  draw(canvas, width, height, night, at, still) {
    if (!this.wasm || !this.plan || width < 1 || height < 1) return false;
    const dense = Math.min(DENSEST, Math.max(1, Math.round(devicePixelRatio)));
    const scale = width * height * dense * dense > MOST ? 1 : dense;
    const look = `${width} ${height} ${scale} ${night}`;
    if (look !== this.look) {
      this.screen?.free();
      this.screen = Screen.begin(this.plan, width, height, scale, night);
      this.found.forEach((found) => this.screen?.add(found));
      this.look = look;
      // The first time it is only made ready now: a phone would not answer for as long as both take.
      if (!this.shown) {
        setTimeout(() => this.draw(...this.shown));
        this.shown = [canvas, width, height, night, at, still];
        return true;
      }
    }
    const { screen } = this;
    if (!screen) return false;
    screen.draw(at, still);
    const [w, h] = [screen.width(), screen.height()];
    if (canvas.width !== w || canvas.height !== h) Object.assign(canvas, { width: w, height: h });
    const pixels = new Uint8ClampedArray(this.wasm.memory.buffer, screen.pixels(), w * h * 4);
    canvas.getContext("2d", { alpha: false })?.putImageData(new ImageData(pixels, w, h), 0, 0);
    // A browser that has had to take a canvas back gives it again empty.
    this.shown = [canvas, width, height, night, at, still];
    canvas.oncontextrestored ??= () => this.draw(...this.shown);
    return true;
  }

  close() {
    this.run += 1;
    this.worker?.terminate();
    this.screen?.free();
    this.screen = undefined;
  }
}
