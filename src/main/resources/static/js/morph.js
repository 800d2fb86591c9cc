// How new markup takes the place of old: what somebody is typing, dragging or reading stays as it is.
const kept = {
  style: () => true, // set by scripts only
  open: element => element.matches("details, dialog"),
};

function isHalfWritten(element) {
  if (!element.matches("input, textarea, select")) return false;
  if (element === document.activeElement) return true;
  return element.matches("textarea, input:not([type=range], [type=hidden])") && element.value !== element.defaultValue;
}

Idiomorph.defaults.callbacks.beforeNodeMorphed = old => {
  if (!(old instanceof Element)) return true;
  // Evidence never changes after it was revealed; its log filter may be in use.
  return !isHalfWritten(old) && !old.matches(".ev-b");
};

// A question whose answer is on its way is not in the server's markup yet.
Idiomorph.defaults.callbacks.beforeNodeRemoved = old => !(old instanceof Element && "sending" in old.dataset);

Idiomorph.defaults.callbacks.beforeAttributeUpdated = (name, element) => !kept[name]?.(element);
