// The debrief's chart, with a cursor to read values from. Without this script the drawing of the server stays.
import { all, one } from "./shell.js";

// Signs of moves that lie close together stand above each other.
const ROWS = 3;
const ROW = 19;
const RADIUS = 8;
const HEIGHT = 310;

const figure = one("#sli");
const per = value => (value == null ? "–" : `${(100 * value).toFixed(value > 0 && value < 0.01 ? 2 : 1)} %`);
const time = seconds => new Date(seconds * 1000).toISOString().slice(11, 19);

// Colours are resolved by the browser: a custom property may hold light-dark().
function colour(name) {
  const probe = document.createElementNS("http://www.w3.org/2000/svg", "path");
  probe.setAttribute("class", name);
  one("svg.chart", figure).append(probe);
  const resolved = getComputedStyle(probe).stroke;
  probe.remove();
  return resolved;
}

function marks() {
  return all("g[data-at]", figure).map(mark => ({
    at: Number(mark.dataset.at),
    sign: one(".mkn", mark).textContent,
    row: Number(mark.dataset.row),
    look: one(".mk", mark).getAttribute("class"),
  }));
}

// A disc with its sign, above every line; the disc of an action is filled.
function sign(ctx, mark, x, y, scale) {
  const filled = mark.look.includes("act");
  ctx.beginPath();
  ctx.arc(x, y, RADIUS * scale, 0, 2 * Math.PI);
  ctx.fillStyle = filled ? ctx.strokeStyle : getComputedStyle(one(".mkc:not(.act)", figure)).fill;
  ctx.fill();
  ctx.stroke();
  ctx.fillStyle = getComputedStyle(one(filled ? ".mkc.act + .mkn" : ".mkc:not(.act) + .mkn", figure)).fill;
  ctx.fillText(mark.sign, x, y);
}

function drawMarks(plot) {
  const { ctx, bbox } = plot;
  const scale = devicePixelRatio;
  ctx.save();
  ctx.font = `600 ${10 * scale}px ${getComputedStyle(document.body).fontFamily}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.setLineDash([]);
  const drawn = marks().map(mark => ({
    ...mark,
    x: plot.valToPos(mark.at, "x", true),
    top: bbox.top - (ROWS - mark.row) * ROW * scale,
    stroke: colour(mark.look),
  }));
  for (const mark of drawn) {
    ctx.strokeStyle = mark.stroke;
    ctx.beginPath();
    ctx.moveTo(mark.x, mark.top);
    ctx.lineTo(mark.x, bbox.top + bbox.height);
    ctx.stroke();
  }
  for (const mark of drawn.reverse()) {
    ctx.strokeStyle = mark.stroke;
    sign(ctx, mark, mark.x, mark.top, scale);
  }
  ctx.restore();
}

function options(sli, width) {
  const axis = { stroke: colour("mk"), grid: { stroke: colour("grid"), width: 1 }, ticks: { stroke: colour("grid") } };
  return {
    width,
    height: HEIGHT,
    padding: [ROWS * ROW + 10, 10, 0, 0],
    tzDate: seconds => uPlot.tzDate(new Date(seconds * 1000), "Etc/UTC"),
    series: [
      { value: (_, at) => (at == null ? "–" : time(at)), label: "Time" },
      { label: "as it went", stroke: colour("ln s1"), width: 1.6, spanGaps: true, value: (_, value) => per(value) },
      { label: "without any move", stroke: colour("ln s2"), width: 1.6, spanGaps: true, dash: [5, 2], value: (_, value) => per(value) },
      ...(sli.expert.length ? [{ label: "the expert", stroke: colour("ln s3"), width: 1.6, spanGaps: true, dash: [2, 3], value: (_, value) => per(value) }] : []),
    ],
    axes: [{ ...axis, values: (_, ticks) => ticks.map(at => time(at).slice(0, 5)) }, { ...axis, size: 52, values: (_, ticks) => ticks.map(tick => `${+(100 * tick).toFixed(2)}%`) }],
    hooks: { draw: [drawMarks] },
  };
}

// All curves over the times of any, up to the end of the run: each has a value at its own times.
function columns(sli) {
  const end = sli.actual.at(-1)[0];
  const curves = [sli.actual, sli.doNothing, ...(sli.expert.length ? [sli.expert] : [])].map(curve => new Map(curve));
  const times = [...new Set(curves.flatMap(curve => [...curve.keys()]))].filter(at => at <= end).sort((one, other) => one - other);
  return [times, ...curves.map(curve => times.map(at => curve.get(at) ?? null))];
}

async function begin() {
  const answer = await fetch(figure.dataset.debrief, { headers: { Accept: "application/json" } });
  if (!answer.ok) return;
  const { sli } = await answer.json();
  const drawing = one("svg.chart", figure);
  const place = document.createElement("div");
  // On paper the drawing of the server stands instead: a canvas keeps the width and the colours of the screen.
  place.className = "plot";
  figure.prepend(place);
  let plot = new uPlot(options(sli, figure.clientWidth), columns(sli), place);
  place.setAttribute("aria-hidden", "true");
  drawing.classList.add("vh");
  one(".key", figure).hidden = true;
  const redraw = () => {
    plot.destroy();
    plot = new uPlot(options(sli, figure.clientWidth), columns(sli), place);
  };
  // Where the drawing is wider than the screen, it opens at the page.
  figure.parentElement.scrollLeft = plot.valToPos(marks()[0].at, "x") - 60;
  document.addEventListener("theme", redraw);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  new ResizeObserver(() => plot.setSize({ width: figure.clientWidth, height: HEIGHT })).observe(figure);
}

if (figure && globalThis.uPlot) begin();
