// Following a log while the clock runs: asks for newer lines again and again, each time an ordinary question.
import { all, one } from "./shell.js";

const EVERY_MS = 60_000;
let followed = "";

function show() {
  for (const button of all("[data-follow]")) {
    button.hidden = false;
    button.setAttribute("aria-pressed", button.form.dataset.log === followed ? "true" : "false");
  }
}

document.addEventListener("click", event => {
  const button = event.target.closest?.("[data-follow]");
  if (!button) return;
  followed = followed === button.form.dataset.log ? "" : button.form.dataset.log;
  show();
});

// The newest card of this log stands first.
setInterval(() => {
  if (!followed || document.visibilityState !== "visible") return;
  const form = all("form[data-log]").find(each => each.dataset.log === followed);
  one("[data-newer]", form)?.click();
}, EVERY_MS);

document.body.addEventListener("htmx:oobAfterSwap", show);
show();
