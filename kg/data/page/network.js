// The picture itself. pyvis gave every node its place and every edge its bend; here they are fitted to the window,
// and when the day changes only what differs is updated.
const stage = $("stage");
const design = new Map(drawing.nodes.map((n) => [n.id, { x: n.x, y: n.y }]));
const bendOf = new Map(drawing.edges.map((e) => [e.id, e.smooth.enabled ? (e.smooth.type === "curvedCW" ? 1 : -1) * e.smooth.roundness : 0]));
const bentNow = new Map(); // edge id → its bend in this window
const radius = new Map(drawing.nodes.map((n) => [n.id, n.size]));
const lineEnds = new Map(drawing.edges.map((e) => [e.id, [e.from, e.to]]));
const usualIds = new Set(drawing.edges.filter((e) => !edgeOf.has(e.id) || data.relations[edgeOf.get(e.id).relation].shown).flatMap((e) => [e.from, e.to]));
const lineEndIds = new Set(drawing.edges.flatMap((e) => [e.from, e.to]));
const spot = new Map(); // node id → {x, y} in pixels at scale 1
const looks = new Map(); // node id → how it is drawn now, absent if hidden
const drawnAs = new Map(); // item id → signature of its last update
const lives = nodeLives(); // before any filter is set
const lineLives = new Map(drawing.edges.map(({ id }) => [id, lineLife(id)]));
const BENDS = [0, 0.12, -0.12, 0.22, -0.22, 0.34, -0.34]; // as kg/views/curves.py has them
const WIDER = 1.35; // names are wider than high
let mirrored = false;
let shrink = 1; // marks on a small screen
let picture = { edges: new Map(), steps: [], active: new Set(), outlines: new Set() };
let labels = new Map();
let labelsFor = "";
let badges = [];

const nodes = new vis.DataSet(drawing.nodes.map((n) => ({ ...n, ctxRenderer: drawMark, chosen: false })));
const edges = new vis.DataSet(drawing.edges.map((e) => ({ ...e, chosen: false })));
fitPlaces();
const options = JSON.parse(drawing.options);
// where the page scrolls, the wheel is the page's
options.interaction.zoomView = innerWidth >= 1100 || matchMedia("(pointer: coarse)").matches;
const network = new vis.Network($("network"), { nodes, edges }, options);
network.on("beforeDrawing", paper);
network.on("afterDrawing", drawOver);
network.on("click", (event) => {
  const node = network.getNodeAt(event.pointer.DOM);
  const edge = node === undefined ? network.getEdgeAt(event.pointer.DOM) : undefined;
  if (node !== undefined) select("node", node);
  else if (edge !== undefined) select(stepOf.has(edge) && !edgeOf.has(edge) ? "step" : "edge", edge);
  else select(null);
});
network.on("hoverNode", (e) => showTip(e, nodeOf.get(e.node).label));
network.on("hoverEdge", (e) => showTip(e, edgeTip(e.edge)));
for (const gone of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(gone, () => { $("tip").hidden = true; });
stage.addEventListener("mouseleave", () => { $("tip").hidden = true; });
for (const moved of ["dragEnd", "zoom"]) network.on(moved, tellPoints);

// Stretch the layout over the window, a little more one way than the other if need be; on end if the window stands on end.
function fitPlaces() {
  const shown = drawing.nodes.filter((n) => usualIds.has(n.id));
  const width = Math.max(200, stage.clientWidth);
  const height = Math.max(200, stage.clientHeight);
  const each = Math.sqrt((width * height) / Math.max(1, shown.length)); // pixels that a node has, both ways
  shrink = Math.min(1, Math.max(0.6, Math.sqrt(width * height) / 720), Math.max(0.4, each / 58));
  const xs = shown.map((n) => n.x);
  const ys = shown.map((n) => n.y);
  const box = [extent(xs), extent(ys)];
  mirrored = box[0] > box[1] * 1.15 !== width > height * 1.15 && height > width;
  const room = [width - (width < 600 ? 76 : 150), height - (width < 600 ? 112 : 128)];
  const sizes = mirrored ? [box[1], box[0]] : box;
  let fit = [room[0] / Math.max(1, sizes[0]), room[1] / Math.max(1, sizes[1])];
  fit = [Math.min(fit[0], fit[1] * 1.9, 2.4), Math.min(fit[1], fit[0] * 1.9, 2.4)];
  const middle = mirrored ? [centre(ys), centre(xs)] : [centre(xs), centre(ys)];
  for (const [id, at] of design) {
    const [x, y] = mirrored ? [at.y, at.x] : [at.x, at.y];
    spot.set(id, { x: (x - middle[0]) * fit[0], y: (y - middle[1]) * fit[1] });
  }
  partMarks(room);
  nodes.update([...spot].map(([id, at]) => ({ id, ...at, size: markSize(id) })));
  goRound();
  edges.update(drawing.edges.map(({ id }) => ({ id, smooth: smoothNow(id) })));
}

// In a small window marks come too close: part those that are ever shown together.
function partMarks(room) {
  const pairs = meetingPairs();
  const half = [room[0] / 2, room[1] / 2];
  const inside = (at) => {
    at.x = Math.max(-half[0], Math.min(half[0], at.x));
    at.y = Math.max(-half[1], Math.min(half[1], at.y));
  };
  for (const at of spot.values()) inside(at);
  for (let round = 0; round < 120; round += 1) {
    let moved = false;
    for (const [p, q, need] of pairs) {
      const dx = (p.x - q.x) / WIDER;
      const dy = p.y - q.y;
      const apart = Math.hypot(dx, dy);
      if (apart >= need) continue;
      const push = (need - apart) * 0.4 + 0.2;
      const [ux, uy] = apart > 0.01 ? [dx / apart, dy / apart] : [1, 0];
      p.x += ux * push * WIDER; p.y += uy * push; q.x -= ux * push * WIDER; q.y -= uy * push;
      inside(p);
      inside(q);
      moved = true;
    }
    if (!moved) break;
  }
  for (const at of spot.values()) at.x = Math.round(at.x), at.y = Math.round(at.y) + 22;
}

// [place, place, how far apart]: farther where a line has to be seen between the two.
function meetingPairs() {
  const joined = new Set([...lineEnds.values()].map((ends) => [...ends].sort().join("\n")));
  const ids = [...lives.keys()].sort();
  const pairs = [];
  ids.forEach((a, i) => ids.slice(i + 1).forEach((b) => {
    const [x, y] = [lives.get(a), lives.get(b)];
    if (x[0] >= y[1] || y[0] >= x[1]) return;
    pairs.push([spot.get(a), spot.get(b), markSize(a) + markSize(b) + (joined.has(a + "\n" + b) ? 44 : 20) * shrink]);
  }));
  return pairs;
}

// Node id → [first day, last day) on which it may be shown, whatever the filters.
function nodeLives() {
  const lives = new Map();
  const add = (id, from, to) => {
    const life = lives.get(id) || [Infinity, -Infinity];
    lives.set(id, [Math.min(life[0], from), Math.max(life[1], to)]);
  };
  for (const edge of data.edges) for (const [from, to] of shownSpans(edge)) for (const id of [edge.a, edge.b]) add(id, from, to);
  for (const step of data.lineage) if (step.day !== null) for (const id of [step.from, step.to]) add(id, step.day, step.day + LINEAGE_DAYS);
  return lives;
}

function centre(values) {
  return values.length ? (values.reduce((a, b) => Math.max(a, b)) + values.reduce((a, b) => Math.min(a, b))) / 2 : 0;
}

function markSize(id) {
  return radius.get(id) * shrink;
}

function extent(values) {
  return values.length ? values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b)) : 0;
}

function bendNow(id) {
  return bentNow.get(id) ?? 0;
}

function smoothNow(id) {
  const bend = bendNow(id);
  return bend ? { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bend) } : { enabled: false };
}

// The bends that pyvis was given hold for the layout as it was computed; where this window moved a mark into a line's
// way, the line takes another bend that no line between the same two has.
function goRound() {
  const taken = new Map();
  for (const [id, bend] of bendOf) bentNow.set(id, mirrored ? -bend : bend);
  for (const [id] of bendOf) {
    const [from, to] = lineEnds.get(id);
    const turn = from < to ? 1 : -1;
    const pair = [from, to].sort().join("\n");
    if (!taken.has(pair)) taken.set(pair, []);
    const used = taken.get(pair);
    const near = marksAround(id);
    let best = null;
    for (const bend of [bendNow(id), ...BENDS]) {
      if (used.includes(bend * turn)) continue;
      const cost = hits(id, bend, near) + Math.abs(bend) * 0.3;
      if (!best || cost < best.cost - 0.05) best = { bend, cost };
      if (best.cost < 0.05) break;
    }
    if (best) bentNow.set(id, best.bend);
    used.push(bendNow(id) * turn);
  }
}

// Foreign marks in the square around a line that are ever shown with it.
function marksAround(id) {
  const [from, to] = lineEnds.get(id);
  const [a, b] = [spot.get(from), spot.get(to)];
  const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2];
  const reach = Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y)) * 0.75 + 30;
  const life = lineLives.get(id);
  const near = [];
  for (const [node, span] of lives) {
    if (node === from || node === to || span[0] >= life[1] || life[0] >= span[1]) continue;
    const at = spot.get(node);
    if (Math.abs(at.x - x) < reach && Math.abs(at.y - y) < reach) near.push([at, markSize(node) + 7 * shrink]);
  }
  return near;
}

function lineLife(id) {
  if (!edgeOf.has(id)) return [stepOf.get(id).day ?? 0, (stepOf.get(id).day ?? 0) + LINEAGE_DAYS];
  const spans = shownSpans(edgeOf.get(id));
  return spans.length ? [spans[0][0], spans[spans.length - 1][1]] : [0, 0];
}

function hits(id, bend, near) {
  if (!near.length) return 0;
  const points = [];
  for (let at = 0.1; at < 0.95; at += 0.07) points.push(curvePoint(id, at, bend));
  let sum = 0;
  for (const [mark, clear] of near) {
    let least = Infinity;
    for (const [x, y] of points) least = Math.min(least, (x - mark.x) ** 2 + (y - mark.y) ** 2);
    sum += Math.max(0, 1 - Math.sqrt(least) / clear);
  }
  return sum;
}

function wholeView() {
  network.moveTo({ position: { x: 0, y: 0 }, scale: 1, animation: false });
}

function resizeStage() {
  network.setSize("100%", "100%");
  fitPlaces();
  network.redraw();
  wholeView();
}

// Points of an edge's curve, as vis-network draws it.
function curvePoint(id, at, bend = bendNow(id)) {
  const [from, to] = lineEnds.get(id).map((n) => spot.get(n));
  const reach = 0.5 * Math.abs(bend) + 0.5;
  const dx = to.x - from.x;
  const dy = from.y - to.y;
  const angle = Math.atan2(dy, dx) + (0.5 + 0.5 * bend) * Math.PI;
  const length = Math.hypot(dx, dy);
  const via = { x: from.x + reach * length * Math.sin(angle), y: from.y + reach * length * Math.cos(angle) };
  const u = 1 - at;
  return [u * u * from.x + 2 * u * at * via.x + at * at * to.x, u * u * from.y + 2 * u * at * via.y + at * at * to.y];
}

// --- what is shown -------------------------------------------------------------------------------------------

function drawPicture() {
  picture = pictureOn(state.day);
  const focus = focused();
  const changedEdges = [];
  const shownSteps = new Map(picture.steps.map((s) => [s.id, s]));
  for (const { id } of drawing.edges) {
    const look = picture.edges.has(id) ? edgeLook(id, focus) : shownSteps.has(id) ? stepLook(shownSteps.get(id), focus) : { hidden: true };
    const signature = JSON.stringify(look);
    if (drawnAs.get(id) === signature) continue;
    drawnAs.set(id, signature);
    changedEdges.push({ id, ...look });
  }
  const changedNodes = [];
  for (const { id } of drawing.nodes) {
    const seen = picture.active.has(id) || picture.outlines.has(id);
    const dim = Boolean(focus && !focus.nodes.has(id));
    const signature = seen ? (picture.active.has(id) ? "full" : "outline") + (dim ? " dim" : "") : "hidden";
    if (seen) looks.set(id, { outline: !picture.active.has(id), dim });
    else looks.delete(id);
    if (drawnAs.get(id) === signature) continue;
    const wasHidden = (drawnAs.get(id) || "hidden") === "hidden";
    drawnAs.set(id, signature);
    if (wasHidden === seen) changedNodes.push({ id, hidden: !seen });
  }
  if (changedNodes.length) nodes.update(changedNodes);
  if (changedEdges.length) edges.update(changedEdges);
  labelsFor = "";
  if (!changedNodes.length && !changedEdges.length) network.redraw();
  tellHooks();
}

// With something selected, the rest steps back.
function focused() {
  if (!state.selected) return null;
  const { type, id } = state.selected;
  const kept = { nodes: new Set(), edges: new Set() };
  const keep = (edge, a, b) => [kept.edges.add(edge), kept.nodes.add(a), kept.nodes.add(b)];
  if (type === "node") {
    kept.nodes.add(id);
    for (const key of picture.edges.keys()) {
      const edge = edgeOf.get(key);
      if (edge.a === id || edge.b === id) keep(key, edge.a, edge.b);
    }
    for (const step of picture.steps) if (step.from === id || step.to === id) keep(step.id, step.from, step.to);
    if (!picture.active.has(id) && !picture.outlines.has(id)) return null;
  } else {
    if (!picture.edges.has(id) && !picture.steps.some((s) => s.id === id)) return null;
    keep(id, ...lineEnds.get(id));
  }
  return kept;
}

function edgeLook(id, focus) {
  const shown = picture.edges.get(id);
  const look = relationOf(edgeOf.get(id));
  const dim = focus && !focus.edges.has(id);
  const chosen = state.selected && state.selected.id === id;
  const fresh = { held: 1, event: 0.35 + 0.65 * shown.strength, presumed: 0.28 + 0.6 * shown.strength }[shown.status] ?? 0.5;
  const opacity = Math.round((dim ? fresh * 0.22 : fresh) * 20) / 20;
  return {
    hidden: false,
    width: Math.round(look.width * shrink * (chosen ? 2 : shown.status === "possible" ? 0.8 : 1) * 10) / 10,
    color: { color: paint(look), opacity, inherit: false },
  };
}

function stepLook(step, focus) {
  const look = data.relations.succeeds;
  const dim = focus && !focus.edges.has(step.id);
  return { hidden: false, width: look.width * shrink, color: { color: paint(look), opacity: dim ? 0.15 : 0.85, inherit: false } };
}
