// The studio's panels beside the editor: states and signals, the question bench and the tests show the text in the editor, saved or not.
import { one } from "./shell.js";

const DRAG_MILLIS = 150;
// What is drawn and played follows when somebody stops typing; problems come sooner.
const REDRAW_MILLIS = 300;
const REPLAY_MILLIS = 1500;

const rounds = {};

async function replace(target, url, fields) {
  const mine = (rounds[url] = (rounds[url] ?? 0) + 1);
  target.setAttribute("aria-busy", "true");
  const answer = await fetch(url, { method: "POST", body: new URLSearchParams(fields) }).catch(() => null);
  if (mine !== rounds[url]) return false;
  target.removeAttribute("aria-busy");
  if (!answer?.ok) return false;
  const focused = target.contains(document.activeElement) ? document.activeElement.id : "";
  target.innerHTML = await answer.text();
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  return true;
}

/**
 * Keeps the panels with the text.
 *
 * @param form of the editor
 * @param edited what is typed and not saved, as fields; none if nothing is
 * @returns judged, to be called with what a check found
 */
export function followText(form, edited) {
  const page = form.dataset.page;
  let drawn = JSON.stringify(edited());
  let played = drawn;
  let redraw;
  let replay;
  let playing = false;
  let again = false;

  async function draw() {
    const look = one("#look");
    const fields = { ...(look ? Object.fromEntries(new FormData(look)) : {}), ...edited() };
    if (fields.cause) one("#play-cause").value = fields.cause;
    const text = JSON.stringify(edited());
    if (await replace(one("#preview"), page + "/preview", fields)) {
      drawn = text;
      one("#play-cause").value = one("#cause")?.value ?? "";
    }
  }

  // Never two at once: a run takes seconds, and who types meanwhile is answered about the last text.
  async function play() {
    again = playing;
    if (playing) return;
    playing = true;
    const text = JSON.stringify(edited());
    one("#run-tests button").disabled = true;
    if (await replace(one("#tests"), page + "/tests/run", { part: "yes", ...edited() })) played = text;
    else if (one("#run-tests button")) one("#run-tests button").disabled = false;
    playing = false;
    if (again) play();
  }

  function tryWords(said) {
    if (said.trim()) replace(one("#trial"), page + "/bench", { ask: said, cause: one("#play-cause").value, ...edited() });
  }

  document.addEventListener("change", event => {
    if (event.target.closest("#preview")) draw();
  });
  document.addEventListener("input", event => {
    if (event.target.id !== "minute") return;
    clearTimeout(redraw);
    redraw = setTimeout(draw, DRAG_MILLIS);
  });
  document.addEventListener("submit", event => {
    const own = { look: draw, "run-tests": play, bench: () => tryWords(one("#ask").value) }[event.target.id];
    if (!own) return;
    event.preventDefault();
    own();
  });
  document.addEventListener("click", event => {
    const chip = event.target.closest("[data-say]");
    if (!chip) return;
    event.preventDefault();
    one("#ask").value = chip.dataset.say;
    tryWords(chip.dataset.say);
  });

  function judged(findings) {
    clearTimeout(redraw);
    clearTimeout(replay);
    const behind = one("#behind");
    if (behind) behind.hidden = findings.playable;
    if (!findings.playable || !one("#tests")) return;
    const text = JSON.stringify(edited());
    if (text !== drawn) redraw = setTimeout(draw, REDRAW_MILLIS);
    const tests = one("#run-tests");
    const due = text !== played || tests.dataset.standing === "outdated";
    if (due && tests.dataset.count !== "0") replay = setTimeout(play, REPLAY_MILLIS);
  }

  return { judged };
}
