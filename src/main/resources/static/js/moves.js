// Making moves: forms in the dialog, the question field, confidence sliders.
import { all, one } from "./shell.js";

const dialog = one("#dialog");

function openDialog(link) {
  htmx.ajax("GET", link.getAttribute("href"), { target: "#dialog", swap: "innerHTML" }).then(() => {
    if (!one("form", dialog)) return location.assign(link.href);
    if (!dialog.open) dialog.showModal();
    one("[autofocus], input:not([type=hidden]), select, textarea", dialog)?.focus();
  });
}

document.addEventListener("click", event => {
  const link = event.target.closest("a[data-dialog]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  openDialog(link);
});

document.addEventListener("keydown", event => {
  const form = event.target.form;
  if (event.key !== "Enter" || !form) return;
  const sends = event.ctrlKey || event.metaKey || (form.id === "askbar" && !event.shiftKey && !event.isComposing);
  if (sends && event.target.matches("textarea, dialog *")) {
    event.preventDefault();
    form.requestSubmit();
  }
});

// Questions that wait for their turn, the first of them on its way. The field is free for the next at once: what is typed
// meanwhile belongs to that one.
const asked = [];
const MOST_WAITING = 5;
const SENDER = "#askbar button"; // not the form, whose field may be empty by then
let shown = 0;

// A question is answered within a blink, but for the first seconds after the server's start.
const SLOW_MILLIS = 1500;

function excuse(turn) {
  const line = one(".wait", turn);
  if (line) line.textContent = "Still looking. A server that has just started takes a few seconds for its first answer";
}

// The question stands in the conversation at once; the server's own markup takes its place.
function show(words) {
  const turn = document.createElement("div");
  turn.className = "turn";
  turn.append(document.createElement("time"), document.createElement("div"));
  for (const [look, text] of [["q", words], ["a wait", "Looking"]]) {
    const line = document.createElement("p");
    line.className = look;
    line.textContent = text;
    turn.lastChild.append(line);
  }
  turn.id = `sending-${++shown}`; // so that no other turn is taken for it
  turn.dataset.sending = "";
  one("#turns").append(turn);
  one("#turns").scrollTop = one("#turns").scrollHeight;
  setTimeout(excuse, SLOW_MILLIS, turn);
  return turn;
}

function send() {
  const values = { text: asked[0].words };
  htmx.ajax("POST", one("#askbar").getAttribute("action"), { source: SENDER, values, swap: "none" });
}

document.addEventListener("submit", event => {
  if (event.target.id !== "askbar" || !globalThis.htmx) return;
  event.preventDefault();
  const words = one("#ask").value.trim();
  if (!words || asked.length === MOST_WAITING) return;
  one("#ask").value = "";
  asked.push({ words, turn: show(words) });
  if (asked.length === 1) send();
});

// A question that was refused goes back to the field, unless another one is being written there.
function refused({ words, turn }) {
  const field = one("#ask");
  if (field?.value === "") {
    field.value = words;
    turn.remove();
  } else {
    const line = one(".a", turn);
    line.textContent = "Not sent.";
    line.classList.remove("wait");
  }
}

document.body.addEventListener("htmx:afterRequest", event => {
  const { elt, xhr } = event.detail;
  // Without an answer the line is lost; line.js sends the question again.
  if (!elt.matches(SENDER) || !xhr.status) return;
  const sent = asked.shift();
  if (xhr.status < 400) sent.turn.remove();
  else refused(sent);
  if (asked.length > 0 && one("#askbar[action]")) send();
});

// The server says that the move of a dialog was made. Any other move leaves an open dialog, and what is written in it, alone.
document.body.addEventListener("moved", event => {
  if (dialog.contains(event.target)) dialog.close();
});

function fill(slider) {
  slider.style.setProperty("--v", `${slider.value}%`);
}

document.addEventListener("input", event => {
  if (!event.target.matches("input[type=range]")) return;
  fill(event.target);
  one("output", event.target.form).textContent = event.target.value;
  const given = all(".hyp input[type=range]").reduce((sum, slider) => sum + Number(slider.value), 0);
  one("#unthought").textContent = Math.max(0, 100 - given);
});

export const fillSliders = () => all("input[type=range]").forEach(fill);
