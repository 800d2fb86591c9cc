// The studio: an editor over the text area, and problems while somebody types. The panels beside it are those of panels.js. Without this script
// every form still works; the text area is the editor then.
import { listenForKeys, one } from "./shell.js";
import { followText } from "./panels.js";

// A text is judged when somebody pauses for so long, and never two at once: who types fast is answered about the last one.
const DEBOUNCE_MILLIS = 60;
const ASK_FOR_PROOFS_MILLIS = 700;
const MOST_ASKED = 400;

const form = one("#desk");
const area = one("#text");
const words = { error: "Error", warning: "Warning" };
const looks = { error: "bad", warning: "warn" };

let view;
let problems = [];
let saved = area?.dataset.saved === "true" ? area.value : null;

function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "i");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", "#i-s-" + name);
  svg.append(use);
  return svg;
}

function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

const state = (look, word) => element("span", "st st-" + look, icon(look), word);

// Problems: a list below the editor, marks at the lines, squiggles in the text.

function show(found) {
  problems = found;
  const file = form.elements.file.value;
  const here = found.filter(problem => problem.file === file);
  view?.mark(here);
  one("#problems").replaceChildren(...found.map(problem => {
    const text = element("span", "");
    if (problem.file !== file) text.append(element("span", "faint", problem.file + ": "));
    text.append(problem.message);
    if (problem.suggestion) text.append(element("span", "muted", " · " + problem.suggestion));
    text.append(" ", element("span", "faint", "[" + problem.id + "]"));
    const button = element("button", "", state(looks[problem.severity], words[problem.severity]), text,
      element("code", "", problem.line + ":" + problem.column));
    button.type = "button";
    Object.assign(button.dataset, { file: problem.file, line: problem.line, column: problem.column });
    return element("li", "", button);
  }));
  const count = severity => found.filter(problem => problem.severity === severity).length;
  const counts = [];
  if (count("error")) counts.push(state("bad", String(count("error"))), element("span", "vh", "errors"));
  if (count("warning")) counts.push(state("warn", String(count("warning"))), element("span", "vh", "warnings"));
  one("#counts").replaceChildren(...(counts.length ? counts : [state("ok", "none")]));
  const publish = one("#publish");
  if (publish) publish.disabled = count("error") > 0;
}

function bars(questions) {
  return questions.map(question => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("class", "bar");
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", question.bits + " bits");
    const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    for (const [name, value] of Object.entries({ x: "0%", width: question.percent + "%", height: "100%", class: "f-accent" })) {
      rect.setAttribute(name, value);
    }
    svg.append(rect);
    return element("tr", "", element("td", "", question.words), element("td", "n", question.bits), element("td", "sb", svg));
  });
}

function table(heads, rows) {
  const head = element("tr", "", ...heads.map(([text, look]) => {
    const th = element("th", look, text);
    th.scope = "col";
    return th;
  }));
  return element("table", "tbl", element("thead", "", head), element("tbody", "", ...rows));
}

function showSeparation(findings) {
  const panel = one("#separation");
  if (!panel || findings.proofs !== "done") return;
  const parts = [];
  if (findings.questions.length) {
    parts.push(table([["Question", ""], ["Bits at start", "n"], [element("span", "vh", "Bar"), ""]], bars(findings.questions)));
  } else {
    parts.push(element("p", "muted", "No question was found to tell anything."));
  }
  if (findings.solvable.length) {
    const heads = [["Cause", ""], ["Solved", ""], ["In", "n"], ["Questions", "n"], ["Expert", "n"], ["Jumper", "n"], ["Random", "n"]];
    parts.push(table(heads, findings.solvable.map(cause => {
      const name = element("th", "", cause.cause);
      name.scope = "row";
      const numbers = [cause.took, cause.questions, cause.expert, cause.jumper, cause.random];
      return element("tr", "", name, element("td", "", state(cause.solved ? "ok" : "bad", cause.solved ? "Yes" : "No")),
        ...numbers.map(number => element("td", "n", String(number))));
    })));
  }
  parts.push(...findings.herrings.map(herring => element("p", "muted st-said", herring)));
  panel.replaceChildren(...parts);
}

let panels;
let timer;
let round = 0;
let asked = 0;
let judging = false;
let again = false;

function tell(proofs, remark) {
  one("#proofs").textContent = proofs === "pending" ? "proofs are on their way" : remark;
}

async function check() {
  const mine = ++round;
  clearTimeout(timer);
  if (judging) {
    again = true;
    return;
  }
  judging = true;
  again = false;
  await judge(mine);
  judging = false;
  if (again) check();
}

async function judge(mine) {
  try {
    const answer = await fetch(form.dataset.api + "/check", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ path: form.elements.file.value, text: text() }),
    });
    if (mine !== round) return;
    const findings = await answer.json();
    if (!answer.ok) return tell("none", "not checked: " + findings.detail);
    show(findings.problems);
    tell(findings.proofs, findings.remark);
    showSeparation(findings);
    panels.judged(findings);
    asked = 0;
    if (findings.proofs === "pending") timer = setTimeout(() => askForProofs(mine, findings), ASK_FOR_PROOFS_MILLIS);
  } catch {
    if (mine === round) tell("none", "not checked: the server does not answer");
  }
}

// Proofs take seconds: they are asked for until they are there, or the text is another one.
async function askForProofs(mine, findings) {
  if (mine !== round || asked++ > MOST_ASKED) return;
  const answer = await fetch(form.dataset.api + "/proofs/" + findings.revision).catch(() => null);
  if (mine !== round) return;
  const proved = answer?.ok ? await answer.json() : { proofs: "pending", problems: [] };
  const known = new Set(findings.problems.map(problem => JSON.stringify(problem)));
  show([...findings.problems, ...proved.problems.filter(problem => !known.has(JSON.stringify(problem)))]);
  tell(proved.proofs, proved.remark);
  showSeparation(proved);
  if (proved.proofs === "pending") timer = setTimeout(() => askForProofs(mine, findings), ASK_FOR_PROOFS_MILLIS);
}

function changed() {
  round++;
  clearTimeout(timer);
  timer = setTimeout(check, DEBOUNCE_MILLIS);
  const dirty = text() !== saved;
  one("#saved").dataset.dirty = dirty;
  if (dirty) one("#saved").textContent = "not saved";
}

const text = () => (view ? view.text() : area.value);

function save(how) {
  one("#" + how)?.click();
  return true;
}

// The editor is four times as heavy as all the rest: it comes over the text area when the page stands. On a phone it comes when somebody
// turns to the text, for there a scenario is read and tried rather than written.
async function bringEditor() {
  const { mount } = await import("./editor.js");
  view = mount(area, one("#editor"), { name: form.elements.file.value, place: one("#place"), changed, save });
  show(problems);
}

function bringEditorInTime() {
  if (matchMedia("(max-width: 759px)").matches) {
    area.addEventListener("focus", bringEditor, { once: true });
  } else if (document.readyState === "complete") {
    bringEditor();
  } else {
    addEventListener("load", bringEditor, { once: true });
  }
}

function go(problem) {
  if (problem.file !== form.elements.file.value) {
    if (text() === saved) location.assign(form.dataset.page + "?file=" + encodeURIComponent(problem.file));
    return;
  }
  if (view) return view.show(Number(problem.line), Number(problem.column));
  const before = area.value.split("\n").slice(0, Number(problem.line) - 1).map(line => line + "\n").join("").length;
  const place = before + Number(problem.column) - 1;
  area.setSelectionRange(place, place);
  area.focus();
}

let leaving = false;

function listen() {
  document.addEventListener("submit", event => {
    if (event.target === form) {
      area.value = text();
      leaving = true;
    }
    if (event.target.matches(".st-word, .st-keep") && text() !== saved) {
      event.preventDefault();
      one("#saved").textContent = "save your text first";
    }
  });
  document.addEventListener("change", event => {
    if (event.target.id === "file") event.target.form.requestSubmit();
  });
  document.addEventListener("click", event => {
    const problem = event.target.closest("#problems button");
    if (problem) go(problem.dataset);
  });
  window.addEventListener("beforeunload", event => {
    if (!leaving && form && text() !== saved) event.preventDefault();
  });
}

if (form) {
  area.addEventListener("input", changed);
  listen();
  panels = followText(form, () => text() === saved ? {} : { file: form.elements.file.value, text: text() });
  check();
  bringEditorInTime();
}
listenForKeys({
  "/": () => one("#ask")?.focus() ?? false,
  f8: () => {
    if (!view || !problems.length) return false;
    return view.next();
  },
});
