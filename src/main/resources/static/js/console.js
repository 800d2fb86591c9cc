// The facilitator's console.
import "./morph.js";
import "./clock.js";
import "./line.js";
import "./moves.js";
import { all, listenForKeys, one } from "./shell.js";

const press = selector => () => {
  const button = one(selector);
  button?.click();
  return Boolean(button);
};
const focus = selector => () => {
  const target = one(selector);
  target?.scrollIntoView({ block: "nearest", inline: "nearest" });
  target?.focus();
  return Boolean(target);
};
const team = number => () => {
  const section = all("#teams .team")[number - 1];
  section?.scrollIntoView({ block: "nearest", inline: "nearest" });
  section?.focus();
  return Boolean(section);
};

listenForKeys({
  p: press("[data-pause]"),
  i: focus("#inject-to"),
  l: focus("#log .flog"),
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9].map(number => [number, team(number)])),
});
