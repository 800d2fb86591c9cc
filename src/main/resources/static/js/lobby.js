// The lobby of a drill: marks what is one's own, and goes to the team's room when the drill starts.
import "./morph.js";
import { all, listenForKeys, one } from "./shell.js";

const LOST_AFTER_MS = 3000;
const known = new WeakSet();
let heardAt = performance.now();
let leaving = false;

// What is rendered once for everybody does not know who looks.
function markOwn() {
  const me = one("#lob-mine").dataset.me;
  for (const seat of all("[data-person]")) {
    const own = me !== "" && seat.dataset.person === me;
    seat.classList.toggle("me", own);
  }
  for (const team of all("#lob-teams > section")) team.classList.toggle("mine", Boolean(one(".me", team)));
}

function beat() {
  heardAt = performance.now();
  one("#conn").hidden = true;
}

document.body.addEventListener("htmx:sseOpen", event => {
  const source = event.detail.source;
  if (known.has(source)) return;
  known.add(source);
  source.addEventListener("beat", beat);
  source.addEventListener("go", told => {
    leaving = true;
    location.assign(told.data);
  });
});

document.body.addEventListener("htmx:oobAfterSwap", markOwn);

document.body.addEventListener("htmx:afterRequest", event => {
  const form = event.detail.elt;
  if (form.id === "sayf" && event.detail.successful) form.reset();
});

document.addEventListener("click", async event => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    one("span", button).textContent = "Copied";
    one("#announce").textContent = "The link was copied";
  } catch {
    // Without a secure connection browsers refuse; the link stands beside the button.
    one("span", button).textContent = "Copy it by hand";
  }
});

addEventListener("beforeunload", () => {
  leaving = true;
});

setInterval(() => {
  if (!leaving && performance.now() - heardAt > LOST_AFTER_MS && document.visibilityState === "visible") one("#conn").hidden = false;
}, 500);

listenForKeys({
  r: () => {
    const button = one("[data-ready]");
    button?.click();
    return Boolean(button);
  },
});

markOwn();
