// Writing a post-mortem: what is typed is saved by htmx after a pause; here is what to say when that fails, what to insert, and copying.
import { all, one } from "./shell.js";

const RETRY_MS = 15_000;

const form = one("#post-mortem");
const say = text => (one("#pm-status").textContent = text);
let typed = 0; // counts what was typed; what was saved is the count at that time
let saved = 0;
let failed = false;
let field = null; // where the writer wrote last

const isSaved = () => typed === saved;

form.addEventListener("input", () => typed++);
form.addEventListener("focusin", event => {
  if (event.target.matches("textarea")) field = event.target;
});

let sent = 0;
form.addEventListener("htmx:beforeRequest", () => {
  sent = typed;
  say("Saving…");
});

// An answer of ours brings its own status; any other one is told here. The text stays in its fields whatever happens.
form.addEventListener("htmx:afterRequest", ({ detail: { xhr } }) => {
  failed = xhr.status < 200 || xhr.status > 299;
  if (!failed) saved = sent;
  else if (xhr.status === 413) say("Not saved: too long, at most 64 KiB in all");
  else if (xhr.status === 0) say("Not saved: no answer from the server, trying again");
  else if (xhr.status !== 409 && xhr.status !== 422) say("Not saved: the server cannot store it just now, trying again");
  form.dispatchEvent(new CustomEvent("settled"));
});

setInterval(() => {
  const passes = failed && all("#pm-note [role=alert]").length === 0;
  if (passes && !isSaved()) form.dispatchEvent(new Event("save"));
}, RETRY_MS);

addEventListener("beforeunload", event => {
  if (!isSaved() && document.activeElement?.form !== form) event.preventDefault();
});
form.addEventListener("submit", () => (saved = typed));
document.addEventListener("click", event => {
  if (event.target.closest?.("[data-discard]")) saved = typed;
});

// Into the field that was written in last, at its cursor; else at the end of the section where it usually belongs.
function insert(text, usual) {
  const into = field ?? usual;
  const at = field ? into.selectionEnd : into.value.length;
  const before = into.value.slice(0, at);
  const after = into.value.slice(at);
  const room = into.maxLength - into.value.length - 2;
  const words = (before && !before.endsWith("\n") ? "\n" : "") + text.slice(0, Math.max(0, room)) + (after && !after.startsWith("\n") ? "\n" : "");
  into.setRangeText(words, at, at, "end");
  into.focus();
  into.dispatchEvent(new Event("input", { bubbles: true }));
}

form.addEventListener("click", event => {
  const button = event.target.closest("[data-insert]");
  if (!button) return;
  event.preventDefault();
  insert(button.dataset.insert, one(`#${button.dataset.section}`));
});

function settled() {
  if (isSaved()) return Promise.resolve();
  return new Promise(done => {
    form.addEventListener("settled", done, { once: true });
    form.dispatchEvent(new Event("save"));
  });
}

// Browsers lend the clipboard to secure pages only; a server in one's own network is none, so there is the old way too.
async function toClipboard(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const carrier = document.createElement("textarea");
  carrier.value = text;
  carrier.className = "vh";
  document.body.append(carrier);
  carrier.select();
  const done = document.execCommand("copy");
  carrier.remove();
  if (!done) throw new Error("not copied");
}

const copy = one("[data-copy]");
copy.addEventListener("click", async event => {
  event.preventDefault();
  const label = one("span", copy);
  try {
    await settled();
    const answer = await fetch(copy.href);
    if (!answer.ok || !isSaved()) throw new Error("not saved");
    await toClipboard(await answer.text());
    label.textContent = "Copied";
  } catch {
    label.textContent = "Not copied: use .md";
  }
  setTimeout(() => (label.textContent = "Copy as Markdown"), 3000);
});
