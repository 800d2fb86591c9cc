// Shared by all tabs of one browser: who of them may hold a stream open. A browser opens six connections to one server (HTTP/1.1), and a
// stream keeps one of them for itself: with one stream a tab, the seventh tab could load nothing any more.
const MOST_STREAMS = 3;
// Tabs in the background are allowed to speak once a minute.
const SILENT_MS = 150_000;

const held = new Map();
const waiting = [];

function release(port) {
  held.delete(port);
  const at = waiting.indexOf(port);
  if (at >= 0) waiting.splice(at, 1);
  grant();
}

function grant() {
  while (held.size < MOST_STREAMS && waiting.length > 0) {
    const port = waiting.shift();
    held.set(port, performance.now());
    port.postMessage("granted");
  }
}

function hear(port, word) {
  if (held.has(port)) held.set(port, performance.now());
  if (word === "ask" && !held.has(port) && !waiting.includes(port)) waiting.push(port);
  if (word === "leave") release(port);
  grant();
  if (word === "ask" && !held.has(port)) port.postMessage("later");
}

addEventListener("connect", event => {
  const [port] = event.ports;
  port.addEventListener("message", ({ data }) => hear(port, data));
  port.start();
});

setInterval(() => {
  const now = performance.now();
  for (const [port, heardAt] of held) if (now - heardAt > SILENT_MS) release(port);
}, 30_000);
