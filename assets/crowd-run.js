// Lets a simulation run in slices, so that whatever comes in between is heard.

// How long a slice may take, in milliseconds.
const SLICE = 8;

// `goes()` says whether it is still wanted; `tell` hears of each day.
export function simulate(simulation, run, goes, tell) {
  if (!simulation) return tell({ run, failed: true });
  const { port1, port2 } = new MessageChannel();
  const slice = () => {
    const until = performance.now() + SLICE;
    while (goes() && !simulation.over() && performance.now() < until) {
      if (!simulation.hour()) continue;
      const [day, found, figures] = [simulation.day(), simulation.found(), simulation.figures()];
      tell({ run, day, found, figures, over: simulation.over() });
    }
    if (goes() && !simulation.over()) return port2.postMessage(0);
    simulation.free();
    port1.close();
  };
  // Not a timer: those wait for four milliseconds each.
  port1.onmessage = slice;
  slice();
}
