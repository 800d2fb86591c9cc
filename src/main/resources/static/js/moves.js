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

// A question is answered within a blink, but for the first seconds after the server's start.
const SLOW_MILLIS = 1500;

function excuse(turn) {
  if (turn.isConnected) one(".wait", turn).textContent = "Still looking. A server that has just started takes a few seconds for its first answer";
}

// The question stands in the conversation at once; the answer's page takes its place.
document.body.addEventListener("htmx:beforeRequest", event => {
  const words = one("#ask");
  if (event.detail.elt.id !== "askbar" || !words.value.trim()) return;
  const turn = document.createElement("div");
  turn.className = "turn";
  turn.append(document.createElement("time"), document.createElement("div"));
  for (const [look, text] of [["q", words.value.trim()], ["a wait", "Looking"]]) {
    const line = document.createElement("p");
    line.className = look;
    line.textContent = text;
    turn.lastChild.append(line);
  }
  turn.dataset.sending = "";
  one("#turns").append(turn);
  one("#turns").scrollTop = one("#turns").scrollHeight;
  setTimeout(excuse, SLOW_MILLIS, turn);
});

document.body.addEventListener("htmx:afterRequest", event => {
  if (event.detail.elt.id === "askbar") all("[data-sending]").forEach(turn => turn.remove());
});

// The server says that a move was made.
document.body.addEventListener("moved", event => {
  if (dialog.open) dialog.close();
  if (event.target.id === "askbar") event.target.reset();
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
