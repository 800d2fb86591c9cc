// What the room has in addition when a drill team works in it: who I am among the others, and the questions to everybody.
import { all, one } from "./shell.js";

const dialog = one("#probe-d");

function markOwn() {
  const me = one("#mine").dataset.me;
  for (const mate of all("#team [data-person]")) mate.classList.toggle("me", me !== "" && mate.dataset.person === me);
}

let endsAt = 0;
let asked = null;

function ask() {
  const left = one("[data-left]", dialog);
  if (left && left !== asked) {
    asked = left;
    endsAt = performance.now() + Number(left.dataset.left) * 1000;
  }
  const asks = one("#probe").dataset.asks === "yes";
  if (asks && !dialog.open) dialog.showModal();
  if (!asks && dialog.open) dialog.close();
}

setInterval(() => {
  if (dialog.open && asked) asked.textContent = `${Math.max(0, Math.round((endsAt - performance.now()) / 1000))} s left`;
}, 500);

// Somebody may be answering: the same questions do not take their own place.
document.body.addEventListener("htmx:oobBeforeSwap", event => {
  const { target, fragment } = event.detail;
  const fresh = fragment.id === "probe" ? fragment : fragment.querySelector?.("#probe");
  if (target.id === "probe" && fresh?.dataset.state === target.dataset.state) event.detail.shouldSwap = false;
});

document.body.addEventListener("htmx:oobAfterSwap", ask);
// However the strip came to be another one.
new MutationObserver(markOwn).observe(one(".strip"), {
  subtree: true,
  childList: true,
  attributes: true,
  attributeFilter: ["class", "data-person", "data-me"],
});
markOwn();
ask();
