// The crowd's worker: it is given the module and the world first, then plans. A further plan ends the one
// that is under way.
import start, { Simulation } from "crowd-glue";
import { simulate } from "crowd-run";

let ready, world, wanted = 0;

onmessage = async ({ data }) => {
  if (data.module) {
    world = data.world;
    ready = start({ module_or_path: data.module });
    return;
  }
  wanted = data.run;
  await ready;
  if (wanted !== data.run) return;
  const tell = (told) => postMessage(told, told.found ? [told.found.buffer, told.day.buffer] : []);
  simulate(Simulation.begin(world, data.plan), data.run, () => wanted === data.run, tell);
};
