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
  const width = Math.max(80, slider.clientWidth || slider.offsetWidth);
  const x = scaleOf(width);
  for (const lane of lanesOf(subject)) here.append(laneRow(lane, width, x));
  drawLaneNow();
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
  return [...lanes.values()].sort((a, b) => a.node.place - b.node.place || a.first - b.first || a.node.label.localeCompare(b.node.label));
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
  for (const step of data.lineage.filter((s) => s.day !== null && (s.from === lane.node.id || s.to === lane.node.id))) {
    const mark = svg("path", { d: `M${x(step.day)} 2l4 8l-4 8l-4 -8z`, class: "step", "data-lane-step": step.id });
    mark.append(svg("title", {}, t("became", { a: nodeOf.get(step.from).label, b: nodeOf.get(step.to).label })));
    mark.addEventListener("click", () => select("step", step.id, true));
    picture.append(mark);
  }
  const name = el("button", { type: "button", class: "gutter", title: lane.node.label, onclick: () => select("node", lane.node.id, true) }, markIcon(markOf(lane.node).shape, paint(markOf(lane.node)), 12), el("span", { text: lane.node.lines.join(" ") }));
  return el("div", { class: "lane" }, name, picture);
}

function drawLaneNow() {
  const width = Math.max(80, slider.clientWidth || slider.offsetWidth);
  $("lanes").style.setProperty("--now", scaleOf(width)(state.day) + "px");
}
