// New evidence stands first. Who reads further down keeps the card that they read where it is; the browser's own scroll anchoring is off there,
// for it does not hold while cards change columns.
import { all, one } from "./shell.js";

const cards = one("#cards");
let read = null;

const top = card => card.getBoundingClientRect().top - cards.getBoundingClientRect().top;

function remember() {
  const card = cards.scrollTop > 0 && all("article", cards).find(each => top(each) + each.offsetHeight > 0);
  read = card ? { card, at: top(card) } : null;
}

function hold() {
  if (read?.card.isConnected) cards.scrollTop += top(read.card) - read.at;
  remember();
}

if (cards) {
  cards.addEventListener("scroll", remember, { passive: true });
  new MutationObserver(hold).observe(cards, { childList: true });
}
