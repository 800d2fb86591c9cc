// Standings on a screen of their own: they change by themselves.
import "./morph.js";
import "./line.js";
import { listenForKeys } from "./shell.js";

listenForKeys({});
