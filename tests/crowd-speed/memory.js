// Must come before the worker's own script: it sees the module being made, and hears what is asked first.
const instantiate = WebAssembly.instantiate;
let memory;

WebAssembly.instantiate = async (...given) => {
  const made = await instantiate(...given);
  memory = (made.instance ?? made).exports.memory;
  return made;
};

addEventListener("message", (event) => {
  if (!event.data.memory) return;
  // Not a plan.
  event.stopImmediatePropagation();
  postMessage({ memory: memory.buffer.byteLength });
});
