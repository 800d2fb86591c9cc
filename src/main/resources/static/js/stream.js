// The page's stream of changes. Of the tabs that are open only a few hold one (see slots.js); the others, as long as they are looked at,
// ask every two seconds instead. A tab that nobody looks at gives its place up.
import { heard } from "./line.js";
import { one } from "./shell.js";

const ASK_AGAIN_MS = 2000;
const ALL_OF_IT_EVERY = 5;
const MISSED_AFTER_MS = 6000;
const AWAY_MS = 15_000;

let place = one("[data-stream]");
let worker;
let source;
let polling = 0;
let polls = 0;
let since = place?.dataset.since ?? "0";
let leaving = 0;

function open() {
  stopPolling();
  if (source) return;
  // The extension takes up an element once; a fresh one is a fresh stream.
  const fresh = place.cloneNode(false);
  fresh.setAttribute("sse-connect", `${place.dataset.stream}?since=${since}`);
  place.replaceWith(fresh);
  place = fresh;
  htmx.process(fresh);
}

function close() {
  source?.close();
  source = undefined;
  place.removeAttribute("sse-connect");
  since = "0";
}

async function poll() {
  if (document.visibilityState === "hidden") return;
  const known = ++polls % ALL_OF_IT_EVERY === 0 ? "0" : since;
  try {
    const answer = await fetch(`${place.dataset.poll}?since=${known}`, { headers: { "HX-Request": "true" } });
    if (!answer.ok) return;
    heard(Number(answer.headers.get("Mayday-Now")), MISSED_AFTER_MS);
    since = answer.headers.get("Mayday-Version") ?? since;
    if (answer.status !== 200) return;
    const markup = await answer.text();
    htmx.swap(place, markup, { swapStyle: "none" }, { contextElement: place });
    if (answer.headers.get("Mayday-Over") && document.body.dataset.over === "false") location.reload();
  } catch {
    // line.js tells when nothing was heard for a while.
  }
}

function startPolling() {
  if (polling || source) return;
  polling = setInterval(poll, ASK_AGAIN_MS);
  poll();
}

function stopPolling() {
  clearInterval(polling);
  polling = 0;
}

function ask() {
  clearTimeout(leaving);
  if (worker) worker.port.postMessage("ask");
  else open();
}

function leave() {
  close();
  stopPolling();
  worker?.port.postMessage("leave");
}

function connectWorker() {
  if (typeof SharedWorker !== "function") return;
  worker = new SharedWorker("/static/js/slots.js", { name: "mayday-streams" });
  worker.port.addEventListener("message", ({ data }) => {
    if (data === "granted") open();
    else startPolling();
  });
  worker.addEventListener("error", () => {
    worker = undefined;
    open();
  });
  worker.port.start();
  setInterval(() => source && worker?.port.postMessage("here"), 60_000);
}

if (place) {
  document.body.addEventListener("htmx:sseOpen", event => {
    source = event.detail.source;
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") leaving = setTimeout(leave, AWAY_MS);
    else ask();
  });
  addEventListener("pagehide", leave);
  // A page that the browser kept and shows again.
  addEventListener("pageshow", event => event.persisted && ask());
  connectWorker();
  if (document.visibilityState === "visible") ask();
}
