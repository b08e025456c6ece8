// What is locked in an address beside what it locks already (`src/link/parts.rs`). esbuild puts it into what
// asks for it.

export function locked(said, names) {
  const own = (said ?? "").split(",").filter((name) => name && name !== "none");
  return own.includes("all") ? "all" : [...new Set([...own, ...names])].join(",");
}
