// The evidence: what is said, by whom, where and when; for and against; and why the page shows what it shows.
function drawPanel() {
  const panel = clear($("panel"));
  if (state.against !== null && !state.selected) panel.append(...comparison());
  else if (!state.selected) panel.append(...overview());
  else if (state.selected.type === "edge") panel.append(...edgeEvidence(edgeOf.get(state.selected.id)));
  else if (state.selected.type === "step") panel.append(...stepEvidence(stepOf.get(state.selected.id)));
  else panel.append(...nodeEvidence(nodeOf.get(state.selected.id)));
}

function select(type, id, move) {
  const same = state.selected && state.selected.type === type && state.selected.id === id;
  state.selected = type && !same ? { type, id } : null;
  render();
  $("panel").scrollTop = 0;
  if (state.selected && (move || innerWidth < 1100)) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (innerWidth < 1100) $("panel").scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
    if (move) $("panel").focus({ preventScroll: true });
  }
}

function heading(kicker, ...title) {
  const close = el("button", { type: "button", class: "close", "aria-label": t("close"), title: t("close"), text: "×", onclick: () => select(null) });
  return el("div", { class: "panel-head" }, el("div", {}, kicker, el("h2", {}, ...title)), close);
}

// --- nothing chosen: what changed, and everything shown ------------------------------------------------------

function overview() {
  const parts = [];
  if (SPAN.empty) return [el("h2", { text: t("panel") }), el("p", { class: "hint", text: t("nothingAtAll") })];
  parts.push(el("h2", { class: "on", text: t("onDate", { date: longDay(state.day) }) }), el("p", { class: "hint", text: t("readHint") }));
  const change = changes().findLast((c) => c.day <= state.day);
  if (change) parts.push(changeBox(change));
  for (const relation of RELATIONS) {
    const shown = [...picture.edges.keys()].map((id) => edgeOf.get(id)).filter((e) => e.relation === relation);
    if (shown.length) parts.push(group(relation, shown));
  }
  if (picture.steps.length) parts.push(lineageGroup(picture.steps));
  parts.push(howToRead());
  return parts;
}

function changeBox(change) {
  const box = el("section", { class: "change" }, el("h3", { text: t("lastChange", { date: longDay(change.day) }) }));
  const over = (edge) => { const phase = phaseOn(edge, change.day); return Boolean(phase && phase[0] === "ended"); };
  const lists = [
    [t("began"), change.began],
    [t("endedHere"), change.over.filter(over)],
    [t("fadedHere"), change.over.filter((e) => !over(e))],
  ];
  for (const [title, edges] of lists) {
    if (edges.length) box.append(el("p", { class: "label", text: title }), el("ul", { class: "rows" }, ...edges.slice(0, 8).map((e) => edgeRow(e))));
  }
  if (change.steps.length) box.append(el("ul", { class: "rows" }, ...change.steps.map(stepRow)));
  return box;
}

function group(relation, shown) {
  const rows = shown.map((edge) => edgeRow(edge)).sort((a, b) => a.textContent.localeCompare(b.textContent));
  return el("section", { class: "group" }, el("h3", {}, lineIcon(relation, 34), el("span", { text: t(relation) }), el("span", { class: "n", text: shown.length })), el("ul", { class: "rows" }, ...rows));
}

function lineageGroup(steps) {
  return el("section", { class: "group" }, el("h3", {}, lineIcon("succeeds", 34), el("span", { text: t("lineage") }), el("span", { class: "n", text: steps.length })), el("ul", { class: "rows" }, ...steps.map(stepRow)));
}

function edgeRow(edge, from) {
  const shown = picture.edges.get(edge.id);
  const parts = [];
  if (from) {
    const other = nodeOf.get(edge.a === from ? edge.b : edge.a);
    parts.push(el("span", { class: "who" }, lineIcon(edge.relation, 30), el("span", { text: edge.a === from || relationOf(edge).symmetric ? `${t(edge.relation)} ${other.short}` : `${other.short} ${t(edge.relation)}` })));
  } else {
    const [a, b] = [edge.a, edge.b].map((id) => nodeOf.get(id).short);
    const joint = relationOf(edge).symmetric ? " – " : " → ";
    parts.push(el("span", { class: "who" }, el("span", { text: a + joint + b })));
  }
  const notes = [];
  if (shown && shown.status !== "held") notes.push(statusWord(shown.status).toLowerCase());
  if (shown && shown.status === "presumed") {
    const last = lastReport(edge, state.day);
    if (last !== null) notes.push(t("lastReport", { date: shortDay(last) }));
  }
  if (!shown) notes.push(spanText(edge));
  if (isContested(edge)) notes.push(t("contested"));
  if (notes.filter(String).length) parts.push(el("span", { class: "note", text: notes.filter(String).join(" · ") }));
  return el("li", {}, el("button", { type: "button", class: "row", "data-edge": edge.id, onclick: () => select("edge", edge.id, true) }, ...parts));
}

function spanText(edge) {
  const spans = shownSpans(edge);
  return spans.map(([from, to]) => `${toDate(Math.max(from, SPAN.from)).getUTCFullYear()}–${to > SPAN.to ? "" : toDate(to).getUTCFullYear()}`).join(", ");
}

function stepRow(step) {
  const text = stepText(step);
  return el("li", {}, el("button", { type: "button", class: "row", "data-step": step.id, onclick: () => select("step", step.id, true) }, el("span", { class: "who", text }), step.when ? el("span", { class: "note", text: saidDate(step.when) }) : null));
}

function howToRead() {
  const lasting = new Map();
  for (const relation of RELATIONS) if (!data.relations[relation].event) {
    const days = data.relations[relation].persistence;
    lasting.set(days, [...(lasting.get(days) || []), t(relation)]);
  }
  const list = [...lasting].map(([days, names]) => `${names.join(", ")} ${t("days", { n: days })}`).join("; ");
  return el("details", { class: "how" }, el("summary", { text: t("howToRead") }), ...["how1", "how2", "how3"].map((key) => el("p", { text: t(key) })), el("p", { text: t("how4", { span: data.eventDays, list }) }));
}

// --- a relationship ------------------------------------------------------------------------------------------

function edgeEvidence(edge) {
  const [a, words, b] = sentence(edge);
  const name = (id, text) => el("button", { type: "button", class: "name", text, onclick: () => select("node", id, true) });
  const kicker = el("p", { class: "kicker" }, lineIcon(edge.relation, 38), isContested(edge) ? el("span", { class: "flag", text: "≠ " + t("contested") }) : null);
  const parts = [heading(kicker, name(edge.a, a), " ", el("span", { class: "verb", text: words }), " ", name(edge.b, b)), statusBox(edge), strip(edge)];
  parts.push(claimList("for", edge.for));
  parts.push(edge.against.length ? claimList("against", edge.against) : el("p", { class: "hint", text: t("noneAgainst") }));
  if (edge.possible.length) parts.push(claimList("possibleClaims", edge.possible));
  if (edge.announced.length) parts.push(claimList("announcedClaims", edge.announced));
  const other = claimsOf(edge).filter((i) => !statedOf(edge).includes(i));
  if (other.length) parts.push(claimList("bearsOn", other));
  return parts;
}

// Claims about the relationship itself, and with them those of others that decide when it began or ended.
const statedOf = (edge) => [...edge.for, ...edge.against, ...edge.possible, ...edge.announced];
const claimsOf = (edge) => [...new Set([...statedOf(edge), ...edge.phases.flatMap((phase) => phase[4])])];

function statusBox(edge) {
  const phase = phaseOn(edge, state.day);
  const shown = shownOn(edge, state.day);
  const status = shown ? shown.status : phase ? phase[0] : "unknown";
  let reason = phase ? phase[3] : t("unknownReason");
  if (status === "event") reason = `${shown.phase[3]} ${t("eventReason", { days: state.day - shown.phase[1], span: data.eventDays })}`;
  if (status === "denied" || status === "announced") reason = t("asideReason", { n: statusWord(status).toLowerCase() });
  return el("div", { class: "status " + status }, el("strong", { text: t("statusOn", { status: statusWord(status), date: longDay(state.day) }) }), el("p", { text: reason }));
}

// The relationship's life in one strip: full where held, pale where presumed, hatched where possible, ticks for reports.
function strip(edge) {
  const width = 340;
  const x = (day) => ((Math.min(Math.max(day, SPAN.from), SPAN.to) - SPAN.from) / (SPAN.to - SPAN.from)) * width;
  const picture = svg("svg", { viewBox: `0 0 ${width} 34`, class: "strip", preserveAspectRatio: "none", "aria-hidden": "true" });
  picture.append(svg("line", { x1: 0, x2: width, y1: 15, y2: 15, class: "base" }));
  picture.append(...phaseBars(edge, x, 10, 10));
  for (const report of edge.reports) picture.append(svg("line", { x1: x(report), x2: x(report), y1: 23, y2: 28, class: "report" }));
  picture.append(svg("line", { x1: x(state.day), x2: x(state.day), y1: 3, y2: 31, class: "now" }));
  const years = el("div", { class: "strip-years" }, el("span", { text: toDate(SPAN.from).getUTCFullYear() }), el("span", { text: toDate(SPAN.to).getUTCFullYear() }));
  return el("div", { class: "life" }, picture, years);
}

function phaseBars(edge, x, top, height) {
  const colour = paint(relationOf(edge));
  const bars = [];
  for (const phase of edge.phases) {
    const span = spanOf(edge, phase);
    if (!span) continue;
    const left = x(span[0]);
    const right = Math.max(left + 1.5, x(Math.min(span[1], SPAN.to)));
    if (span[0] > SPAN.to) continue;
    const look = { held: 1, presumed: 0.38, possible: 0.2 }[phase[0]];
    bars.push(svg("rect", { x: left, y: top, width: right - left, height, fill: colour, "fill-opacity": look, rx: phase[0] === "held" ? 1.5 : 0 }));
    if (phase[0] === "possible") bars.push(svg("rect", { x: left, y: top + 0.5, width: right - left, height: height - 1, fill: "none", stroke: colour, "stroke-dasharray": "2 2", "stroke-width": 1 }));
  }
  return bars;
}

function claimList(key, indexes) {
  const claims = indexes.map((i) => data.claims[i]);
  // first what was known by then, the newest first; then what was reported later
  const later = (claim) => claim.day !== null && claim.day > state.day;
  const known = claims.filter((c) => !later(c)).sort((a, b) => (b.day ?? -1e9) - (a.day ?? -1e9));
  const after = claims.filter(later).sort((a, b) => a.day - b.day);
  const list = el("ol", { class: "claims" });
  const items = [...known.map(claimItem), ...(after.length ? [el("li", { class: "later", text: t("reportedLater", { n: after.length }) })] : []), ...after.map(claimItem)];
  const more = items.length > 12 ? 8 : items.length;
  list.append(...items.slice(0, more));
  const section = el("section", { class: "evidence " + key }, el("h3", { text: t(key, { n: claims.length }) }), list);
  if (more < items.length) {
    const button = el("button", { type: "button", class: "more-claims", text: t("showAll", { n: claims.length }) });
    button.addEventListener("click", () => { list.append(...items.slice(more)); button.remove(); });
    section.append(button);
  }
  return section;
}

function claimItem(claim) {
  const source = data.sources[claim.source];
  const item = el("li", { class: "claim" });
  for (const quote of claim.quotes) item.append(el("blockquote", { lang: source.language, text: quote }));
  const title = source.title || t("untitled");
  const cite = el("p", { class: "cite" }, el("cite", {}, source.url ? link(source.url, title) : title), ` · ${source.outlet || t("unknownOutlet")} · ${source.date === null ? t("undatedArticle") : longDay(source.date)}`);
  const voice = claim.by ? t("according", { who: claim.by }) : t("accordingArticle");
  const behalf = claim.behalf ? ", " + t("behalf", { who: claim.behalf }) : "";
  const marks = el("p", { class: "marks" }, el("span", { class: "voice", text: voice + behalf }));
  if (claim.polarity === "denied") marks.append(el("span", { class: "tag denied", text: t("polarity_denied") }));
  if (claim.modality !== "actual") marks.append(el("span", { class: "tag", text: t("modality_" + claim.modality) }));
  if (claim.at) marks.append(el("span", { class: "tag plain", text: t("saysAt", { place: claim.at }) }));
  if (claim.start) marks.append(el("span", { class: "tag plain", text: t("saysSince", { date: saidDate(claim.start) }) }));
  if (claim.end) marks.append(el("span", { class: "tag plain", text: t("saysUntil", { date: saidDate(claim.end) }) }));
  marks.append(el("span", { class: "tag plain sure", title: t("confidenceHint"), text: t("confidence", { value: Math.round(claim.confidence * 100) + " %" }) }));
  item.append(cite, marks);
  return item;
}

// --- a succession and an actor -------------------------------------------------------------------------------

function stepEvidence(step) {
  const [a, b] = [nodeOf.get(step.from), nodeOf.get(step.to)];
  const name = (node) => el("button", { type: "button", class: "name", text: node.label, onclick: () => select("node", node.id, true) });
  const kicker = el("p", { class: "kicker" }, lineIcon("succeeds", 38), el("span", { text: step.when ? t("lineageOn", { date: saidDate(step.when) }) : t("lineageUndated") }));
  const kind = step.kind && Object.hasOwn(data.strings.en, "kind_" + step.kind) ? t("kind_" + step.kind) : t("succeeds");
  const parts = [heading(kicker, name(a), " ", el("span", { class: "verb", text: kind }), " ", name(b))];
  if (!step.edge || step.source) parts.push(el("p", { class: "hint", text: step.source ? t("curated", { source: step.source }) : t("curatedPlain") }));
  const edge = edgeOf.get(step.edge);
  if (edge) {
    parts.push(claimList("for", edge.for));
    if (edge.against.length) parts.push(claimList("against", edge.against));
    if (edge.possible.length) parts.push(claimList("possibleClaims", edge.possible));
    if (edge.announced.length) parts.push(claimList("announcedClaims", edge.announced));
  }
  return parts;
}

function nodeEvidence(node) {
  const kicker = el("p", { class: "kicker" }, markIcon(markOf(node).shape, paint(markOf(node)), 18), el("span", { text: t(node.kind) }));
  const parts = [heading(kicker, node.label)];
  if (node.names.length) parts.push(el("p", { class: "hint", text: t("alsoKnown", { names: node.names.slice(0, 12).join(" · ") }) }));
  if (node.since || node.until) parts.push(el("p", { class: "hint", text: t("existed", { since: node.since ? saidDate(node.since) : "…", until: node.until ? saidDate(node.until) : "…" }) }));
  const mine = data.edges.filter((e) => (e.a === node.id || e.b === node.id) && e.relation !== "succeeds");
  const now = mine.filter((e) => picture.edges.has(e.id));
  const steps = data.lineage.filter((s) => s.from === node.id || s.to === node.id);
  if (now.length) parts.push(nodeRows(t("relationsNow"), now, node.id));
  if (steps.length) parts.push(lineageGroup(steps));
  const other = mine.filter((e) => !picture.edges.has(e.id));
  if (other.length) parts.push(nodeRows(t("relationsElse"), other, node.id));
  return parts;
}

function nodeRows(title, edges, id) {
  const order = (e) => RELATIONS.indexOf(e.relation);
  const sorted = [...edges].sort((a, b) => order(a) - order(b) || (a.reports[0] ?? 0) - (b.reports[0] ?? 0));
  return el("section", { class: "group" }, el("h3", {}, el("span", { text: title }), el("span", { class: "n", text: edges.length })), el("ul", { class: "rows" }, ...sorted.map((e) => edgeRow(e, id))));
}
