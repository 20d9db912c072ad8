// What the reader chose. It lives in the address's fragment, so that a link shows the same picture.
const SPAN = timeSpan();
const SHAPES = [...new Set(Object.values(data.marks).map((m) => m.shape))];
const RELATIONS = Object.keys(data.relations);
const state = {
  day: SPAN.open,
  selected: null, // {type: "edge" | "node" | "step", id}
  off: new Set(RELATIONS.filter((r) => !data.relations[r].shown)),
  shapesOff: new Set(),
  contested: false,
  aside: false,
  against: null, // the other day of a comparison
  lane: null,
  theme: null, // null: as the system
  language: document.documentElement.lang === "fr" ? "fr" : "en",
};
const initial = { off: new Set(state.off), language: state.language };

// The days that the slider covers: from the first known day, or a year before the first report, to the last report.
// A claim that looks back decades would leave the years that are told no room.
function timeSpan() {
  const starts = [];
  const reports = [];
  for (const edge of data.edges) {
    for (const [, start, end] of edge.phases) {
      if (start !== null) starts.push(start);
      if (end !== null) starts.push(end - 1);
    }
    reports.push(...edge.reports, ...edge.aside.map(([, start]) => start));
  }
  for (const claim of data.claims) if (claim.day !== null) reports.push(claim.day);
  starts.push(...reports);
  if (!starts.length) return { from: 0, to: 1, open: 0, empty: true };
  const reported = reports.length ? reports.reduce((a, b) => Math.min(a, b)) - 365 : -Infinity;
  const first = Math.max(reported, starts.reduce((a, b) => Math.min(a, b)));
  const last = (reports.length ? reports : starts).reduce((a, b) => Math.max(a, b));
  return { from: Math.min(first, last - 30), to: last, open: last, empty: false };
}

function readFragment() {
  const given = new URLSearchParams(location.hash.slice(1));
  const day = readDay(given.get("d"));
  if (day !== null) state.day = clampDay(day);
  state.selected = null;
  for (const [name, type, known] of [["e", "edge", edgeOf], ["n", "node", nodeOf], ["s", "step", stepOf]]) {
    if (known.has(given.get(name))) state.selected = { type, id: given.get(name) };
  }
  const list = (name) => (given.get(name) || "").split(",");
  state.off = given.has("off") ? new Set(list("off").filter((r) => RELATIONS.includes(r))) : new Set(initial.off);
  state.shapesOff = new Set(list("kinds").filter((s) => SHAPES.includes(s)));
  state.contested = given.get("contested") === "1";
  state.aside = given.get("aside") === "1";
  const against = readDay(given.get("vs"));
  state.against = against === null ? null : clampDay(against);
  state.lane = nodeOf.has(given.get("lane")) ? given.get("lane") : null;
  state.theme = ["light", "dark"].includes(given.get("theme")) ? given.get("theme") : null;
  state.language = ["en", "fr"].includes(given.get("lang")) ? given.get("lang") : initial.language;
}

function fragment() {
  const told = new URLSearchParams({ d: isoDay(state.day) });
  if (state.selected) told.set({ edge: "e", node: "n", step: "s" }[state.selected.type], state.selected.id);
  const off = RELATIONS.filter((r) => state.off.has(r));
  if (off.join() !== RELATIONS.filter((r) => initial.off.has(r)).join()) told.set("off", off.join(","));
  if (state.shapesOff.size) told.set("kinds", SHAPES.filter((s) => state.shapesOff.has(s)).join(","));
  if (state.contested) told.set("contested", "1");
  if (state.aside) told.set("aside", "1");
  if (state.against !== null) told.set("vs", isoDay(state.against));
  if (state.lane) told.set("lane", state.lane);
  if (state.theme) told.set("theme", state.theme);
  if (state.language !== initial.language) told.set("lang", state.language);
  return "#" + told.toString();
}

let writing = null;
function writeFragment() {
  // browsers limit how often the address may change, so a drag writes once it rests
  clearTimeout(writing);
  writing = setTimeout(() => {
    try {
      if (location.hash !== fragment()) history.replaceState(null, "", fragment());
    } catch (error) {
      // inside a notebook's frame the address may not be changed; the page works without
    }
  }, 120);
}

function clampDay(day) {
  return Math.min(SPAN.to, Math.max(SPAN.from, day));
}

function toggle(set, value) {
  if (set.has(value)) set.delete(value);
  else set.add(value);
}
