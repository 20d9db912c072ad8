// Marks and where their labels go: beneath, beside or above, wherever least is covered.
const SHAPE_PATHS = {
  square: "M-.86 -.86H.86V.86H-.86Z",
  shield: "M-.86 -.9H.86V.1C.86 .62 .4 .92 0 1.1C-.4 .92 -.86 .62 -.86 .1Z",
  triangle: "M0 -1.1L1.05 .8H-1.05Z",
  triangleDown: "M0 1.1L1.05 -.8H-1.05Z",
  pentagon: "M0 -1.05L1 -.32L.62 .86H-.62L-1 -.32Z",
  hexagon: "M-.55 -.95H.55L1.1 0L.55 .95H-.55L-1.1 0Z",
  circle: "M-.95 0A.95 .95 0 1 1 .95 0A.95 .95 0 1 1 -.95 0Z",
  ring: "M-1 0A1 1 0 1 1 1 0A1 1 0 1 1 -1 0ZM-.62 0A.62 .62 0 1 0 .62 0A.62 .62 0 1 0 -.62 0ZM-.36 0A.36 .36 0 1 1 .36 0A.36 .36 0 1 1 -.36 0Z",
  diamond: "M0 -1.15L1.15 0L0 1.15L-1.15 0Z",
  person: "M-.42 -.5A.42 .42 0 1 1 .42 -.5A.42 .42 0 1 1 -.42 -.5ZM-.9 1C-.9 .25 -.5 .05 0 .05S.9 .25 .9 1Z",
  place: "M-1 0A1 1 0 1 1 1 0A1 1 0 1 1 -1 0ZM-.6 0A.6 .6 0 1 0 .6 0A.6 .6 0 1 0 -.6 0Z",
};
const PATHS = Object.fromEntries(Object.entries(SHAPE_PATHS).map(([name, d]) => [name, new Path2D(d)]));
const FACE = '"Helvetica Neue", Arial, "Liberation Sans", "Noto Sans", sans-serif';

const BADGE_DATE = `italic 11px ${FACE}`;
const BADGE_SIGN = `700 12px ${FACE}`;
const isSmall = () => stage.clientWidth < 600;
const lineHeight = () => (isSmall() ? 13 : 15);

function labelFont(node, outlined) {
  const size = isSmall() ? 11.5 : 13;
  if (node.place) return `italic ${size - 1}px ${FACE}`;
  return `${outlined ? 400 : 600} ${size}px ${FACE}`;
}

// The name's lines; in a small window broken once more.
function labelLines(node) {
  if (!isSmall()) return node.lines;
  const lines = [];
  for (const word of node.lines.join(" ").split(" ")) {
    if (lines.length && lines[lines.length - 1].length + word.length < 12) lines[lines.length - 1] += " " + word;
    else lines.push(word);
  }
  return lines;
}

const measured = new Map();
function textWidth(context, font, text) {
  const key = font + "\n" + text;
  if (!measured.has(key)) {
    context.font = font;
    measured.set(key, context.measureText(text).width);
  }
  return measured.get(key);
}

// Boxes are [left, top, right, bottom].
function overlap(a, b) {
  const width = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return width > 0 && height > 0 ? width * height : 0;
}

// items: [{id, x, y, r, width, height, rank, must}], in pixels; paths: arrays of points of the shown edges; taken: boxes.
// Returns Map(id → {x, y, align}) with the middle of the first line's left, centre or right; without those left out.
function placeLabels(items, paths, frame, taken) {
  const placed = new Near(taken);
  const marks = new Near(items.map((i) => [i.x - i.r, i.y - i.r, i.x + i.r, i.y + i.r]));
  const points = new Near(paths.flat().map(([x, y]) => [x, y, x, y]));
  const spots = new Map();
  for (const item of [...items].sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1))) {
    let best = null;
    for (const [n, spot] of labelSpots(item).entries()) {
      const { box } = spot;
      const outside = Math.max(0, frame[0] - box[0]) + Math.max(0, frame[1] - box[1]) + Math.max(0, box[2] - frame[2]) + Math.max(0, box[3] - frame[3]);
      const covered = overlapSum(placed, box);
      const hidden = overlapSum(marks, box);
      const cost = n * 6 + covered * 3 + hidden * 2 + countInside(points, box) * 7 + outside * 30;
      if (!best || cost < best.cost) best = { cost, spot, covered: covered + (item.must ? 0 : hidden), outside };
    }
    if (best.covered > (item.must ? 0.35 : 0.04) * item.width * item.height || (!item.must && best.outside > 2)) continue;
    placed.add(best.spot.box);
    spots.set(item.id, best.spot);
  }
  return spots;
}

// Boxes by the squares of a grid that they touch.
class Near {
  constructor(boxes) {
    this.cells = new Map();
    for (const box of boxes) this.add(box);
  }

  add(box) {
    for (const key of this.keys(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(box);
    }
  }

  keys([left, top, right, bottom]) {
    const keys = [];
    for (let x = Math.floor(left / 64); x <= Math.floor(right / 64); x += 1) for (let y = Math.floor(top / 64); y <= Math.floor(bottom / 64); y += 1) keys.push(x * 4096 + y);
    return keys;
  }

  around(box) {
    const found = new Set();
    for (const key of this.keys(box)) for (const other of this.cells.get(key) || []) found.add(other);
    return found;
  }
}

function overlapSum(near, box) {
  let sum = 0;
  for (const other of near.around(box)) sum += overlap(box, other);
  return sum;
}

// Points lie in one square each.
function countInside(near, box) {
  let count = 0;
  for (const key of near.keys(box)) {
    for (const [x, y] of near.cells.get(key) || []) if (x > box[0] && x < box[2] && y > box[1] && y < box[3]) count += 1;
  }
  return count;
}

function labelSpots(item) {
  const { x, y, r, width: w, height: h } = item;
  const gap = 4;
  const spot = (left, top, align) => ({ box: [left, top, left + w, top + h], align });
  return [
    spot(x - w / 2, y + r + gap, "center"),
    spot(x + r + gap + 1, y - h / 2, "left"),
    spot(x - r - gap - 1 - w, y - h / 2, "right"),
    spot(x - w / 2, y - r - gap - h, "center"),
    spot(x + r * 0.7 + gap, y + r * 0.6, "left"),
    spot(x - r * 0.7 - gap - w, y + r * 0.6, "right"),
    spot(x + r * 0.7 + gap, y - r * 0.6 - h, "left"),
    spot(x - r * 0.7 - gap - w, y - r * 0.6 - h, "right"),
  ];
}

// A small copy of a mark for the legend and lists.
function markIcon(shape, colour, size) {
  const picture = svg("svg", { viewBox: "-1.3 -1.3 2.6 2.6", width: size, height: size, "aria-hidden": "true", class: "mark" });
  picture.append(svg("path", { d: SHAPE_PATHS[shape], fill: colour }));
  return picture;
}

function lineIcon(relation, width) {
  const look = data.relations[relation];
  const colour = paint(look);
  const end = look.arrow ? width - 7 : width;
  const picture = svg("svg", { viewBox: `0 0 ${width} 12`, width, height: 12, "aria-hidden": "true", class: "line" });
  picture.append(svg("line", { x1: 0, y1: 6, x2: end, y2: 6, stroke: colour, "stroke-width": Math.max(1.6, look.width), "stroke-dasharray": look.dash.join(" ") || null }));
  if (look.arrow) picture.append(svg("path", { d: `M${width - 8} 2L${width} 6L${width - 8} 10Z`, fill: colour }));
  return picture;
}

function isDark() {
  if (state.theme) return state.theme === "dark";
  return matchMedia("(prefers-color-scheme: dark)").matches;
}

const paint = (look) => (isDark() ? look.dark : look.light);
const markOf = (node) => (node.place ? data.marks.Place : data.marks[node.kind]);
const ink = () => (isDark() ? { paper: "#14171b", ink: "#eceff3", faint: "#98a1ab" } : { paper: "#fdfcf9", ink: "#16191d", faint: "#6a7077" });
