// What is asked of the crowd: how fast it is worked out in its worker, how soon the first day is there, how
// much memory it takes, and its picture played.
import { HEIGHT, WIDTH, crowd, known, number, plan, play } from "./common.js";

const canvas = document.querySelector("canvas");
let ours, heard;

const told = (day, high, low, over) => heard?.(day, over);

// The whole of a plan: messages that were judged, and how long it took, in milliseconds.
async function simulate(travellers) {
  const packed = await plan(travellers);
  ours ??= await crowd(told);
  let judged = 0;
  const all = new Promise((done) => {
    heard = (day, over) => {
      // Which day it is stands first.
      judged += number(day, number(day, 0)[1])[0];
      if (over) done();
    };
  });
  const began = performance.now();
  ours.begin(packed);
  await all;
  return { judged, took: performance.now() - began };
}

// As when a slider is moved while a month is worked out and drawn: until the first day of the other plan is
// there, and until it has been drawn.
async function change(travellers) {
  const packed = await plan(travellers);
  ours ??= await crowd(told);
  ours.begin(packed);
  await new Promise((done) => { setTimeout(done, 250); });
  ours.draw(canvas, WIDTH, HEIGHT, false, 0, false);
  let first, drawn;
  const all = new Promise((done) => {
    heard = () => {
      if (first !== undefined) return;
      first = performance.now();
      requestAnimationFrame(() => {
        ours.draw(canvas, WIDTH, HEIGHT, false, 43_200_000, false);
        drawn = performance.now();
        done();
      });
    };
  });
  const began = performance.now();
  ours.begin(packed);
  await all;
  return { first: first - began, drawn: drawn - began };
}

// Bytes of WebAssembly's memory in the worker and in the page, and of the days that the page keeps.
async function memory() {
  ours.draw(canvas, WIDTH, HEIGHT, false, 0, false);
  const answered = new Promise((done) => {
    ours.worker.addEventListener("message", ({ data }) => { if (data.memory) done(data.memory); });
  });
  ours.worker.postMessage({ memory: true });
  const kept = ours.found.reduce((sum, found) => sum + found.byteLength, 0);
  return { worker: await answered, page: ours.wasm.memory.buffer.byteLength, kept };
}

async function picture(travellers) {
  const ours = await known(travellers);
  play((at) => ours.draw(canvas, WIDTH, HEIGHT, false, at, false));
}

window.measure = { simulate, change, memory, picture };
