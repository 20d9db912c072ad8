// The picture itself. pyvis gave every node its place and every edge its bend; here they are fitted to the window,
// and when the day changes only what differs is updated.
const stage = $("stage");
const design = new Map(drawing.nodes.map((n) => [n.id, { x: n.x, y: n.y }]));
const bendOf = new Map(drawing.edges.map((e) => [e.id, e.smooth.enabled ? (e.smooth.type === "curvedCW" ? 1 : -1) * e.smooth.roundness : 0]));
const radius = new Map(drawing.nodes.map((n) => [n.id, n.size]));
const lineEnds = new Map(drawing.edges.map((e) => [e.id, [e.from, e.to]]));
const lineEndIds = new Set(drawing.edges.flatMap((e) => [e.from, e.to]));
const spot = new Map(); // node id → {x, y} in pixels at scale 1
const looks = new Map(); // node id → how it is drawn now, absent if hidden
const drawnAs = new Map(); // item id → signature of its last update
const lives = nodeLives(); // before any filter is set
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
  const shown = drawing.nodes.filter((n) => lineEndIds.has(n.id));
  const width = Math.max(200, stage.clientWidth);
  const height = Math.max(200, stage.clientHeight);
  shrink = Math.min(1, Math.max(0.6, Math.sqrt(width * height) / 720));
  const xs = shown.map((n) => n.x);
  const ys = shown.map((n) => n.y);
  const box = [extent(xs), extent(ys)];
  mirrored = box[0] > box[1] * 1.15 !== width > height * 1.15 && height > width;
  const room = [width - (width < 600 ? 76 : 150), height - (width < 600 ? 112 : 128)];
  const sizes = mirrored ? [box[1], box[0]] : box;
  let fit = [room[0] / Math.max(1, sizes[0]), room[1] / Math.max(1, sizes[1])];
  fit = [Math.min(fit[0], fit[1] * 1.9, 2.4), Math.min(fit[1], fit[0] * 1.9, 2.4)];
  for (const [id, at] of design) {
    const [x, y] = mirrored ? [at.y, at.x] : [at.x, at.y];
    spot.set(id, { x: x * fit[0], y: y * fit[1] + 22 });
  }
  partMarks();
  nodes.update([...spot].map(([id, at]) => ({ id, ...at })));
  edges.update([...bendOf].filter(([, bend]) => bend).map(([id]) => ({ id, smooth: { enabled: true, type: bendNow(id) > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bendNow(id)) } })));
}

// In a small window marks come too close: part those that are ever shown together.
function partMarks() {
  const ids = [...lives.keys()].sort();
  const pairs = [];
  ids.forEach((a, i) => ids.slice(i + 1).forEach((b) => {
    const [x, y] = [lives.get(a), lives.get(b)];
    if (x[0] < y[1] && y[0] < x[1]) pairs.push([spot.get(a), spot.get(b), (radius.get(a) + radius.get(b)) * shrink + 20 * shrink]);
  }));
  for (let round = 0; round < 60; round += 1) {
    let moved = false;
    for (const [p, q, room] of pairs) {
      const dx = p.x - q.x;
      const dy = p.y - q.y;
      const apart = Math.hypot(dx, dy);
      if (apart >= room) continue;
      const push = (room - apart) / 2 + 0.2;
      const [ux, uy] = apart > 0.01 ? [dx / apart, dy / apart] : [1, 0];
      p.x += ux * push; p.y += uy * push; q.x -= ux * push; q.y -= uy * push;
      moved = true;
    }
    if (!moved) break;
  }
  for (const at of spot.values()) { at.x = Math.round(at.x); at.y = Math.round(at.y); }
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

function extent(values) {
  return values.reduce((a, b) => Math.max(a, b), 0) - values.reduce((a, b) => Math.min(a, b), 0);
}

function bendNow(id) {
  return mirrored ? -bendOf.get(id) : bendOf.get(id);
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
function curvePoint(id, at) {
  const [from, to] = lineEnds.get(id).map((n) => spot.get(n));
  const bend = bendNow(id);
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
  if (!changedNodes.length && !changedEdges.length) network.redraw();
  labelsFor = "";
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

// --- drawing -------------------------------------------------------------------------------------------------

function paper(context) {
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = ink().paper;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.restore();
}

function drawMark({ ctx, id, x, y, state: { hover } }) {
  const node = nodeOf.get(id);
  const look = looks.get(id) || { outline: false, dim: false };
  const mark = markOf(node);
  const r = radius.get(id) * shrink;
  return {
    nodeDimensions: { width: 2 * r, height: 2 * r },
    drawNode() {
      ctx.translate(x, y);
      ctx.scale(r, r);
      ctx.lineJoin = "round";
      ctx.strokeStyle = ink().paper;
      ctx.lineWidth = 6 / r;
      ctx.stroke(PATHS[mark.shape]);
      ctx.globalAlpha = look.dim ? 0.3 : 1;
      if (look.outline) {
        ctx.fillStyle = ink().paper;
        ctx.fill(PATHS[mark.shape]);
        ctx.setLineDash([3 / r, 2.5 / r]);
        ctx.lineWidth = 1.5 / r;
        ctx.strokeStyle = ink().faint;
        ctx.stroke(PATHS[mark.shape]);
      } else {
        ctx.fillStyle = paint(mark);
        ctx.fill(PATHS[mark.shape]);
      }
      if (hover || (state.selected && state.selected.id === id)) {
        ctx.setLineDash([]);
        ctx.lineWidth = 2 / r;
        ctx.strokeStyle = ink().ink;
        ctx.stroke(PATHS[mark.shape]);
      }
    },
  };
}

// Labels and marks on lines keep their size whatever the zoom.
function drawOver(context) {
  const scale = network.getScale();
  const key = scale.toFixed(3);
  if (labelsFor !== key) {
    badges = badgesOf(context, scale);
    labels = layLabels(context, scale);
    labelsFor = key;
  }
  context.save();
  context.scale(1 / scale, 1 / scale);
  context.lineJoin = "round";
  for (const badge of badges) drawBadge(context, badge);
  for (const [id, place] of labels) drawLabel(context, id, place);
  context.restore();
}

function layLabels(context, scale) {
  const items = [];
  const crowd = looks.size > 40;
  for (const [id, look] of looks) {
    const node = nodeOf.get(id);
    const at = spot.get(id);
    const font = labelFont(node, look.outline);
    const lines = labelLines(node);
    const width = Math.max(...lines.map((line) => textWidth(context, font, line)));
    const degree = [...picture.edges.keys()].filter((e) => lineEnds.get(e).includes(id)).length;
    const chosen = state.selected && state.selected.id === id;
    items.push({ id, x: at.x * scale, y: at.y * scale, r: radius.get(id) * shrink * scale, width, height: lines.length * lineHeight(), rank: (chosen ? 1000 : 0) + (node.place ? 0 : 100) + degree - (look.outline ? 50 : 0), must: chosen || !(crowd || (isSmall() && (node.place || look.outline))) });
  }
  const paths = [...picture.edges.keys(), ...picture.steps.map((s) => s.id)].map((id) => {
    const points = [];
    for (let at = 0.06; at < 1; at += 0.055) points.push(curvePoint(id, at).map((v) => v * scale));
    return points;
  });
  const half = [stage.clientWidth / 2 - 4, stage.clientHeight / 2 - 4];
  const wide = scale > 1.01 ? 1e6 : 0;
  return placeLabels(items, paths, [-half[0] - wide, -half[1] + 50 - wide, half[0] + wide, half[1] + wide], badges.map((b) => badgeBox(context, b)));
}

function drawLabel(context, id, place) {
  const node = nodeOf.get(id);
  const look = looks.get(id);
  if (!look) return;
  context.globalAlpha = look.dim ? 0.35 : 1;
  context.font = labelFont(node, look.outline);
  context.textAlign = place.align;
  context.textBaseline = "middle";
  context.lineWidth = 4.5;
  context.strokeStyle = ink().paper;
  context.fillStyle = look.outline || node.place ? ink().faint : ink().ink;
  const x = { left: place.box[0], center: (place.box[0] + place.box[2]) / 2, right: place.box[2] }[place.align];
  for (const paintText of ["strokeText", "fillText"]) {
    labelLines(node).forEach((line, n) => context[paintText](line, x, place.box[1] + (n + 0.5) * lineHeight()));
  }
  context.globalAlpha = 1;
}

// [{x, y, text, colour, plain}] in pixels: signs on lines, and one date for all that merge on one day.
function badgesOf(context, scale) {
  const focus = focused();
  const seen = (id) => !(focus && !focus.edges.has(id));
  const badges = [];
  for (const [id, shown] of picture.edges) {
    const edge = edgeOf.get(id);
    const sign = (shown.phase && shown.phase[0] === "possible" ? "?" : "") + (isContested(edge) || shown.status === "denied" ? "≠" : "") + (shown.status === "announced" ? "…" : "");
    const [x, y] = curvePoint(id, 0.5).map((v) => v * scale);
    if (sign && seen(id)) badges.push({ x, y, text: sign, colour: paint(relationOf(edge)), plain: false });
  }
  const longest = new Map();
  for (const step of picture.steps.filter((s) => s.when && seen(s.id))) {
    const [a, b] = [spot.get(step.from), spot.get(step.to)];
    const length = Math.hypot(a.x - b.x, a.y - b.y) * scale;
    const key = step.to + step.when;
    if (!longest.has(key) || longest.get(key).length < length) longest.set(key, { step, length });
  }
  for (const { step, length } of longest.values()) {
    const text = saidDate(step.when.replace(/^(\d{4}-\d{2})-\d{2}$/, "$1"));
    badges.push({ ...dateSpot(context, step, length, scale, text), text, colour: ink().ink, plain: true });
  }
  return badges;
}

// On a long line, or beside a short one, where it hides no mark.
function dateSpot(context, step, length, scale, text) {
  const tries = length < 130 ? [[0.5, -14], [0.5, 14], [0.2, -16], [0.2, 16], [0.8, -18], [0.8, 18]] : [[0.4, 0], [0.55, 0], [0.3, 0]];
  let best = null;
  for (const [at, beside] of tries) {
    const [x, y] = curvePoint(step.id, at).map((v) => v * scale);
    const box = badgeBox(context, { x, y: y + beside, text, plain: true });
    let cost = 0;
    for (const id of looks.keys()) {
      const mark = spot.get(id);
      const r = radius.get(id) * shrink;
      cost += overlap(box, [mark.x - r, mark.y - r, mark.x + r, mark.y + r].map((v) => v * scale));
    }
    if (!best || cost < best.cost) best = { x, y: y + beside, cost };
  }
  return { x: best.x, y: best.y };
}

function badgeBox(context, { x, y, text, plain }) {
  const half = textWidth(context, plain ? BADGE_DATE : BADGE_SIGN, text) / 2 + 4;
  return [x - half, y - 8, x + half, y + 8];
}

function drawBadge(context, badge) {
  const [left, top, right, bottom] = badgeBox(context, badge);
  context.font = badge.plain ? BADGE_DATE : BADGE_SIGN;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillStyle = ink().paper;
  context.globalAlpha = badge.plain ? 0.8 : 1;
  context.beginPath();
  context.roundRect(left, top, right - left, bottom - top, 8);
  context.fill();
  context.globalAlpha = 1;
  context.lineWidth = 1.2;
  context.strokeStyle = badge.colour;
  if (!badge.plain) context.stroke();
  context.fillStyle = badge.colour;
  context.fillText(badge.text, badge.x, badge.y + 0.5);
}

// --- pointing ------------------------------------------------------------------------------------------------

function edgeTip(id) {
  const shown = picture.edges.get(id);
  if (shown) return `${sentence(edgeOf.get(id)).join(" ")} · ${statusWord(shown.status).toLowerCase()}`;
  const step = stepOf.get(id);
  return step ? t("became", { a: nodeOf.get(step.from).label, b: nodeOf.get(step.to).label }) : "";
}

function showTip(event, text) {
  const tip = $("tip");
  tip.textContent = text;
  tip.hidden = !text;
  const { x, y } = event.pointer.DOM;
  tip.style.left = Math.min(x + 14, stage.clientWidth - tip.offsetWidth - 8) + "px";
  tip.style.top = Math.max(8, y - tip.offsetHeight - 12) + "px";
}

// What is shown, readable from outside: ids in the page's attributes, and where their lines are.
function tellHooks() {
  stage.dataset.day = isoDay(state.day);
  stage.dataset.edges = [...picture.edges.keys()].sort().join(" ");
  stage.dataset.lineage = picture.steps.map((s) => s.id).sort().join(" ");
  stage.dataset.nodes = JSON.stringify([...picture.active].sort());
  stage.dataset.count = String(picture.edges.size);
  tellPoints();
}

let telling = null;
function tellPoints() {
  clearTimeout(telling);
  telling = setTimeout(() => {
    const box = $("network").getBoundingClientRect();
    const at = ([x, y]) => {
      const point = network.canvasToDOM({ x, y });
      return [Math.round(point.x + box.left), Math.round(point.y + box.top)];
    };
    const places = {};
    for (const id of [...picture.edges.keys()].slice(0, 300)) places[id] = at(curvePoint(id, 0.5));
    for (const id of [...looks.keys()].slice(0, 300)) places[id] = at([spot.get(id).x, spot.get(id).y]);
    stage.dataset.points = JSON.stringify(places);
  }, 150);
}
