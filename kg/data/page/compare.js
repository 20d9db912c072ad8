// Two days side by side: what formed, what is gone, what turned, what changed hands, who became another.
function setUpCompare() {
  $("compare").addEventListener("click", () => {
    state.against = state.against === null ? addMonthsWithin(state.day, -24) : null;
    state.selected = null;
    render();
  });
}

function addMonthsWithin(day, months) {
  const other = clampDay(addMonths(day, months));
  return other === day ? clampDay(addMonths(day, -months)) : other;
}

function comparison() {
  const [from, to] = [state.against, state.day].sort((a, b) => a - b);
  const differs = difference(from, to);
  const date = el("input", { type: "date", id: "against", min: isoDay(SPAN.from), max: isoDay(SPAN.to), value: isoDay(state.against) });
  date.addEventListener("change", () => {
    const day = readDay(date.value);
    if (day !== null) state.against = clampDay(day), render();
  });
  const close = el("button", { type: "button", class: "close", "aria-label": t("close"), text: "×", onclick: () => { state.against = null; render(); } });
  const parts = [el("div", { class: "panel-head" }, el("h2", { text: t("compareTitle", { from: longDay(from), to: longDay(to) }) }), close), el("p", {}, el("label", {}, t("compareWith") + " ", date))];
  const section = (key, rows) => { if (rows.length) parts.push(el("section", { class: "group", "data-compare": key }, el("h3", {}, el("span", { text: t(key, { n: rows.length }) })), el("ul", { class: "rows" }, ...rows))); };
  section("cmpRenamed", differs.steps.map(stepRow));
  section("cmpHands", differs.hands.map(({ place, before, after }) => el("li", {}, el("button", { type: "button", class: "row", onclick: () => select("node", place, true) }, el("span", { class: "who", text: t("handsFrom", { place: nodeOf.get(place).label, a: holders(before), b: holders(after) }) })))));
  section("cmpFlipped", differs.flips.map(({ before, after }) => { const [a, , b] = sentence(after); return el("li", {}, el("button", { type: "button", class: "row", onclick: () => select("edge", after.id, true) }, el("span", { class: "who", text: t("flip", { a, b, x: t(before.relation), y: t(after.relation) }) }))); }));
  section("cmpAdded", differs.added.map(compareRow));
  section("cmpEnded", differs.gone.map(compareRow));
  if (parts.length === 2) parts.push(el("p", { text: t("cmpNothing") }));
  parts.push(el("p", { class: "hint", text: t("cmpSame", { n: differs.same }) }));
  return parts;
}

function compareRow(edge) {
  return el("li", {}, el("button", { type: "button", class: "row", "data-edge": edge.id, onclick: () => select("edge", edge.id, true) }, el("span", { class: "who" }, lineIcon(edge.relation, 30), el("span", { text: sentence(edge).join(" ") }))));
}

const holders = (ids) => ids.map((id) => nodeOf.get(id).label).join(", ") || t("nobody");

function difference(from, to) {
  const before = pictureOn(from);
  const after = pictureOn(to);
  const only = (a, b) => [...a.edges.keys()].filter((id) => !b.edges.has(id)).map((id) => edgeOf.get(id));
  const added = only(after, before);
  const gone = only(before, after);
  const pair = (e) => [e.a, e.b].sort().join("\n");
  const flips = [];
  for (const edge of added) {
    const turned = gone.find((g) => pair(g) === pair(edge) && isHostile(g) !== isHostile(edge) && bothSided(g, edge));
    if (turned) flips.push({ before: turned, after: edge });
  }
  const places = new Set([...added, ...gone].filter((e) => e.relation === "controls").map((e) => e.b));
  const held = (p, place) => [...p.edges.keys()].map((id) => edgeOf.get(id)).filter((e) => e.relation === "controls" && e.b === place).map((e) => e.a).sort();
  const hands = [...places].map((place) => ({ place, before: held(before, place), after: held(after, place) })).filter((h) => h.before.join() !== h.after.join());
  const told = new Set([...flips.flatMap((f) => [f.before.id, f.after.id])]);
  const rest = (list) => list.filter((e) => !told.has(e.id) && e.relation !== "controls");
  const steps = data.lineage.filter((s) => s.day !== null && s.day > from && s.day <= to && stepPasses(s));
  return { added: rest(added), gone: rest(gone), flips, hands, steps, same: [...after.edges.keys()].filter((id) => before.edges.has(id)).length };
}

const isHostile = (edge) => relationOf(edge).group === "hostile";
const bothSided = (a, b) => [a, b].every((e) => ["hostile", "friendly"].includes(relationOf(e).group));
