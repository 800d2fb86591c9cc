// Runs before the page is drawn, so that it never flashes in the other theme.
(() => {
  const root = document.documentElement;
  root.classList.add("has-js");
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch {
    // A private window may refuse storage: the system's theme it is.
  }
})();
