// Times that move by themselves: the live clock, the time budget, running actions. The server's time is the measure; between two
// of its beats the page counts on.
import { all, one } from "./shell.js";

let serverNow = 0;
let heardAt = performance.now();
const announced = new Set();

const two = number => String(number).padStart(2, "0");
const length = seconds => `${Math.floor(seconds / 60)}:${two(Math.floor(seconds % 60))}`;

function clock(epochSeconds) {
  const at = new Date(epochSeconds * 1000);
  return [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map(two).join(":");
}

const isRunning = () => one("#vitals")?.dataset.running === "yes";

const speed = () => Number(one("#vitals")?.dataset.speed ?? 1);

export function now() {
  return serverNow + (isRunning() ? (speed() * (performance.now() - heardAt)) / 1000 : 0);
}

// Takes the server's time, in seconds since 1970.
export function hear(epochSeconds) {
  serverNow = epochSeconds;
  heardAt = performance.now();
}

function announce(left) {
  for (const minutes of [5, 1]) {
    if (left <= minutes * 60 && !announced.has(minutes)) {
      announced.add(minutes);
      one("#announce").textContent = `${minutes} minute${minutes > 1 ? "s" : ""} left`;
    }
  }
}

function tell(selector, vitals, text) {
  const place = one(selector, vitals);
  if (place) place.textContent = text;
}

function tick() {
  const vitals = one("#vitals");
  if (!isRunning()) return;
  const limit = Number(vitals.dataset.limit);
  const begun = Number(vitals.dataset.now) - Number(vitals.dataset.elapsed);
  const elapsed = Math.min(limit, Math.max(0, now() - begun));
  one("[data-clock]", vitals).textContent = clock(begun + elapsed);
  tell("[data-elapsed-text]", vitals, length(elapsed));
  tell("[data-left-text]", vitals, length(limit - elapsed));
  one("[data-elapsed-bar]", vitals)?.setAttribute("width", `${(100 * elapsed) / limit}%`);
  announce(limit - elapsed);
  for (const action of all("[data-started]")) {
    const takes = Number(action.dataset.takes);
    const done = Math.min(takes, Math.max(0, now() - Number(action.dataset.started)));
    one("[data-progress-text]", action).textContent = length(done);
    one("[data-progress-bar]", action).setAttribute("width", `${takes ? (100 * done) / takes : 100}%`);
  }
}

hear(Number(one("#vitals")?.dataset.now ?? 0));
setInterval(tick, 1000);
