// The incident room.
import "./morph.js";
import "./clock.js";
import "./line.js";
import "./stream.js";
import "./follow.js";
import "./reading.js";
import { fillSliders } from "./moves.js";
import { all, listenForKeys, one } from "./shell.js";

const board = one("#board");
const turns = () => one("#turns");
const isPhone = () => matchMedia("(max-width: 759px)").matches;
let seen = new Set(all("#cards article").map(card => card.id));
let atEnd = true;

function showTab(name) {
  document.body.dataset.tab = name;
  for (const link of all("[data-tab-of]")) {
    if (link.dataset.tabOf === name) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  if (name === "board") countNewCards();
  if (name === "talk" && atEnd) toTheEnd();
}

function toTheEnd() {
  turns().scrollTop = turns().scrollHeight;
}

// New evidence that is off the screen of a phone is counted on its tab.
function countNewCards() {
  const cards = all("#cards article[data-kind]").map(card => card.id);
  if (!isPhone() || document.body.dataset.tab === "board") seen = new Set(cards);
  const fresh = cards.filter(id => !seen.has(id)).length;
  const badge = one("#new-cards");
  badge.hidden = fresh === 0;
  badge.textContent = fresh;
}

function sort(link) {
  board.dataset.show = link.dataset.sort;
  for (const each of all("[data-sort]")) {
    if (each === link) each.setAttribute("aria-current", "true");
    else each.removeAttribute("aria-current");
  }
}

function askAbout(service) {
  const words = one("#ask");
  if (!words) return;
  showTab("talk");
  words.value = words.value.trim() ? `${words.value.trimEnd()} ${service} ` : `${service}: `;
  words.focus();
}

function jumpTo(id) {
  const card = document.getElementById(id);
  if (!card) return false;
  if (card.closest("#board")) showTab("board");
  card.scrollIntoView({ block: "nearest" });
  card.focus();
  return true;
}

document.addEventListener("click", event => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = event.target.closest("a");
  if (!link) return;
  const address = link.getAttribute("href");
  const handled =
    (link.dataset.tabOf && (showTab(link.dataset.tabOf), true)) ||
    (link.dataset.sort && board.dataset.made === "all" && (sort(link), true)) ||
    (link.dataset.about && one("#ask") && (askAbout(link.dataset.about), true)) ||
    (address?.startsWith("#E") && jumpTo(address.slice(1)));
  if (handled) event.preventDefault();
});

function moveOnMap(event) {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const nodes = all("#map .node");
  const at = nodes.indexOf(document.activeElement);
  if (!step || at < 0) return;
  event.preventDefault();
  nodes[(at + step + nodes.length) % nodes.length].focus();
}

one("#map").addEventListener("keydown", moveOnMap);

const focus = (selector, tab) => () => {
  if (isPhone()) showTab(tab);
  const target = one(selector);
  target?.focus();
  return Boolean(target);
};
const pick = number => () => {
  const chip = one(`.chip[data-key="${number}"]`);
  chip?.click();
  return Boolean(chip);
};

listenForKeys({
  "/": focus("#ask", "talk"),
  1: pick(1),
  2: pick(2),
  3: pick(3),
  e: focus("#cards article", "board"),
  m: focus("#map .node", "map"),
  h: focus("#hyps input[type=range], #hyps .panel-h a", "hyps"),
  a: focus("#acts .acts a", "acts"),
  i: () => {
    const link = one("[data-hint]");
    link?.click();
    return Boolean(link);
  },
  k: () => {
    const button = one("[data-ack]");
    button?.click();
    return Boolean(button);
  },
});

document.body.addEventListener("htmx:oobBeforeSwap", () => {
  const log = turns();
  atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
});
document.body.addEventListener("htmx:oobAfterSwap", () => {
  fillSliders();
  countNewCards();
  if (atEnd) toTheEnd();
});

fillSliders();
board.dataset.made = board.dataset.show;
toTheEnd();
