// The line to the server: its beat, the notice when it is lost, and the moves kept for its return.
import { hear } from "./clock.js";
import { one } from "./shell.js";

const USUAL_PATIENCE_MS = 2000;
const MOST_KEPT = 5;
const known = new WeakSet();
const moved = document.body;
let heardAt = performance.now();
let lostAt = 0;
let patience = USUAL_PATIENCE_MS;
const waiting = [];
let leaving = false;

function show(text) {
  one("#conn-text").textContent = text;
  one("#conn").hidden = false;
}

function lost() {
  lostAt ||= heardAt;
  const live = one("#vitals")?.dataset.running === "yes";
  const kept = waiting.length > 0 ? "What you sent is kept and goes out again." : "What you do now is kept.";
  show(`${kept} ${live ? `Away for ${Math.round((performance.now() - lostAt) / 1000)} s.` : "The clock waits for you."}`);
}

function sendWaiting() {
  for (const { path, values, form } of waiting.splice(0)) {
    htmx.ajax("POST", path, { source: document.contains(form) ? form : document.body, values, swap: "none" });
  }
}

// The server was heard, which says what time it is in the incident; it is missed when it is not heard again for so long.
export function heard(epochSeconds, missedAfter = USUAL_PATIENCE_MS) {
  heardAt = performance.now();
  patience = missedAfter;
  hear(epochSeconds);
  if (!one("#conn").hidden) {
    one("#conn").hidden = true;
    lostAt = 0;
    sendWaiting();
  }
}

moved.addEventListener("htmx:sseOpen", event => {
  const source = event.detail.source;
  if (known.has(source)) return;
  known.add(source);
  source.addEventListener("beat", beat => heard(Number(beat.data)));
  // Unless the page is being left already, as it is by whoever ends the run.
  source.addEventListener("over", () => leaving || document.body.dataset.over === "true" || location.reload());
});

moved.addEventListener("htmx:sendError", event => {
  const request = event.detail.requestConfig;
  if (request.verb !== "post") return;
  if (waiting.length < MOST_KEPT) {
    waiting.push({ path: request.path, values: Object.fromEntries(request.formData), form: event.detail.elt });
  }
  lost();
});

one("#conn [data-act=retry]")?.addEventListener("click", () => location.reload());
addEventListener("beforeunload", () => {
  leaving = true;
});
// Whoever was away is not told of what they missed meanwhile as if it happened now.
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") heardAt = performance.now();
});
setInterval(() => {
  if (!leaving && performance.now() - heardAt > patience && document.visibilityState === "visible") lost();
}, 500);
