// What every page has: the theme, dialogs that open and close, and shortcuts that are off while somebody types.
export const one = (selector, root = document) => root.querySelector(selector);
export const all = (selector, root = document) => [...root.querySelectorAll(selector)];

const root = document.documentElement;

function isDark() {
  return root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

export function flipTheme() {
  root.dataset.theme = isDark() ? "light" : "dark";
  try {
    localStorage.setItem("theme", root.dataset.theme);
  } catch {
    // A private window may refuse storage: the choice lasts as long as the page.
  }
  document.dispatchEvent(new Event("theme"));
}

document.addEventListener("click", event => {
  const button = event.target.closest("[data-act=theme], [data-open], [data-close]");
  if (!button) return;
  if (button.dataset.act === "theme") flipTheme();
  if (button.dataset.open) document.getElementById(button.dataset.open)?.showModal();
  const dialog = "close" in button.dataset && button.closest("dialog");
  if (dialog) {
    event.preventDefault();
    dialog.close();
  }
});

// Of an event from a shadow root, such as the studio's editor, the target is its host: the path begins where somebody really types.
const isTyping = target => target.matches("input:not([type=range]), textarea, select") || target.isContentEditable;

// `shortcuts` maps a key to what it does; a function that returns false leaves the key to the browser.
export function listenForKeys(shortcuts) {
  const every = { t: flipTheme, "?": () => one("#keys")?.showModal(), ...shortcuts };
  document.addEventListener("keydown", event => {
    if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.composedPath()[0]) || one("dialog[open]")) return;
    const act = every[event.key.toLowerCase()];
    if (act && act(event) !== false) event.preventDefault();
  });
}
