// The lobby of a drill: marks what is one's own, and goes to the team's room when the drill starts.
import "./morph.js";
import "./stream.js";
import { all, listenForKeys, one } from "./shell.js";

// What is rendered once for everybody does not know who looks.
function markOwn() {
  const me = one("#lob-mine").dataset.me;
  for (const seat of all("[data-person]")) {
    const own = me !== "" && seat.dataset.person === me;
    seat.classList.toggle("me", own);
  }
  for (const team of all("#lob-teams > section")) team.classList.toggle("own-team", Boolean(one(".me", team)));
}

let gone = false;

// Whoever waits in the lobby goes to work when the drill starts; whoever came to the lobby later wants to look at it.
function go() {
  const room = one("#lob-mine").dataset.room;
  if (gone || !room || document.body.dataset.stage !== "lobby") return;
  gone = true;
  location.assign(room);
}

document.body.addEventListener("htmx:oobAfterSwap", () => {
  markOwn();
  go();
});

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

listenForKeys({
  r: () => {
    const button = one("[data-ready]");
    button?.click();
    return Boolean(button);
  },
});

markOwn();
