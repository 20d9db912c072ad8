// One actor's relations as lanes on the slider's scale: the whole story without pressing play.
const ROW = 20;

function laneChoices() {
  const degree = new Map();
  for (const e of data.edges) for (const id of [e.a, e.b]) degree.set(id, (degree.get(id) || 0) + (e.relation === "succeeds" ? 0 : 1));
  return data.nodes.filter((n) => degree.get(n.id)).map((n) => ({ node: n, degree: degree.get(n.id) })).sort((a, b) => b.degree - a.degree || a.node.label.localeCompare(b.node.label));
}

function setUpLanes() {
  const choices = laneChoices();
  const chooser = $("laneOf");
  for (const { node } of [...choices].sort((a, b) => a.node.label.localeCompare(b.node.label))) chooser.append(el("option", { value: node.id, text: node.label }));
  chooser.addEventListener("change", () => { state.lane = chooser.value; render(); });
  return choices.length ? choices.find((c) => !c.node.place)?.node.id ?? choices[0].node.id : null;
}
const usualLane = setUpLanes();

function drawLanes() {
  const here = clear($("lanes"));
  const subject = nodeOf.get(state.lane || usualLane);
  if (!subject) return;
  $("laneOf").value = subject.id;
  const width = trackWidth;
  const x = scaleOf(width);
  const lanes = lanesOf(subject);
  for (const lane of lanes) here.append(laneRow(lane, width, x));
  here.append(connectors(lanes, width, x));
  drawLaneNow();
}

// The line of the date, and for each succession a line from the lane of the one to the lane of the other.
function connectors(lanes, width, x) {
  const high = ROW * lanes.length;
  const over = svg("svg", { class: "over", viewBox: `0 0 ${width} ${high}`, width, height: high });
  over.append(svg("line", { id: "lane-now", y1: 0, y2: high, class: "now" }));
  const rowOf = new Map(lanes.map((lane, n) => [lane.node.id, n * ROW + ROW / 2]));
  for (const step of data.lineage) {
    if (step.day === null || !rowOf.has(step.from) || !rowOf.has(step.to)) continue;
    const at = x(step.day);
    const [y1, y2] = [rowOf.get(step.from), rowOf.get(step.to)];
    const path = svg("path", { d: `M${at - 5} ${y1}C${at + 9} ${y1} ${at - 9} ${y2} ${at + 5} ${y2}`, class: "step", "data-lane-step": step.id });
    path.append(svg("title", {}, stepText(step)));
    path.addEventListener("click", () => select("step", step.id, true));
    over.append(path, svg("circle", { cx: at + 5, cy: y2, r: 2.6, class: "step-end" }));
  }
  return over;
}

// [{node, edges}] in the order of their first day: those it relates to, and for a place all who held it.
function lanesOf(subject) {
  const lanes = new Map();
  for (const edge of data.edges) {
    if (edge.relation === "succeeds" || state.off.has(edge.relation) || (edge.a !== subject.id && edge.b !== subject.id)) continue;
    const spans = shownSpans(edge).filter(([from, to]) => from <= SPAN.to && to > SPAN.from);
    if (!spans.length) continue;
    const other = edge.a === subject.id ? edge.b : edge.a;
    if (!lanes.has(other)) lanes.set(other, { node: nodeOf.get(other), edges: [], first: Infinity });
    const lane = lanes.get(other);
    lane.edges.push(edge);
    lane.first = Math.min(lane.first, spans[0][0]);
  }
  const sorted = [...lanes.values()].sort((a, b) => a.node.place - b.node.place || a.first - b.first || a.node.label.localeCompare(b.node.label));
  return withHeirs(sorted, lanes);
}

// What became of an actor comes right below it.
function withHeirs(sorted, lanes) {
  const ordered = new Set();
  const add = (lane) => {
    if (ordered.has(lane)) return;
    ordered.add(lane);
    for (const step of data.lineage) if (step.from === lane.node.id && lanes.has(step.to)) add(lanes.get(step.to));
  };
  sorted.forEach(add);
  return [...ordered];
}

function laneRow(lane, width, x) {
  const picture = svg("svg", { viewBox: `0 0 ${width} ${ROW}`, width, height: ROW });
  picture.append(svg("line", { x1: THUMB / 2, x2: width - THUMB / 2, y1: ROW / 2, y2: ROW / 2, class: "base" }));
  const order = ["friendly", "presence", "structure", "peace", "hostile"];
  const edges = [...lane.edges].sort((a, b) => order.indexOf(relationOf(a).group) - order.indexOf(relationOf(b).group));
  const height = Math.max(3, Math.floor((ROW - 6) / edges.length));
  edges.forEach((edge, n) => {
    const bars = svg("g", { class: "lane-bar", "data-lane-edge": edge.id, tabindex: 0, role: "button", "aria-label": sentence(edge).join(" ") }, ...phaseBars(edge, x, 3 + n * height, height - (edges.length > 1 ? 1 : 0)));
    bars.append(svg("title", {}, sentence(edge).join(" ")));
    bars.addEventListener("click", () => select("edge", edge.id, true));
    bars.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") event.preventDefault(), select("edge", edge.id, true); });
    picture.append(bars);
  });
  const name = el("button", { type: "button", class: "gutter", title: lane.node.label, onclick: () => select("node", lane.node.id, true) }, markIcon(markOf(lane.node).shape, paint(markOf(lane.node)), 12), el("span", { text: lane.node.lines.join(" ") }));
  return el("div", { class: "lane" }, name, picture);
}

function drawLaneNow() {
  const line = $("lane-now");
  const at = scaleOf(trackWidth)(state.day);
  if (line) line.setAttribute("x1", at), line.setAttribute("x2", at);
}
