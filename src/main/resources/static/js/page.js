// Pages without a room: the catalogue, the debrief, forms that stand alone.
import { listenForKeys, one } from "./shell.js";

listenForKeys({ "/": () => one("#q")?.focus() ?? false });
