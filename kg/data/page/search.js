// Find an actor or a place by any of its names, whatever the accents.
const searchable = data.nodes.filter((n) => lineEndIds.has(n.id)).map((n) => ({ node: n, names: [n.label, ...n.names].map((name) => ({ name, folded: fold(name) })) }));
let found = [];
let at = -1;

function setUpSearch() {
  const input = $("search");
  input.addEventListener("input", () => showFound(input.value));
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (found.length) mark((at + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length);
    } else if (event.key === "Enter" && found.length) {
      event.preventDefault();
      choose(found[Math.max(0, at)].node);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      input.value = "";
      hideFound();
    }
  });
  input.addEventListener("blur", () => setTimeout(hideFound, 150));
}

function matches(query) {
  const wanted = fold(query);
  if (!wanted) return [];
  const hits = [];
  for (const { node, names } of searchable) {
    const ranked = names.map(({ name, folded }) => ({ name, rank: folded === wanted ? 0 : folded.startsWith(wanted) ? 1 : folded.includes(" " + wanted) ? 2 : folded.includes(wanted) ? 3 : 9 }));
    const best = ranked.reduce((a, b) => (b.rank < a.rank ? b : a));
    if (best.rank < 9) hits.push({ node, by: best.name, rank: best.rank });
  }
  return hits.sort((a, b) => a.rank - b.rank || a.node.label.localeCompare(b.node.label)).slice(0, 8);
}

function showFound(query) {
  found = matches(query);
  at = -1;
  const list = clear($("found"));
  found.forEach((hit, n) => {
    const item = el("li", { role: "option", id: "found-" + n, "aria-selected": "false" }, markIcon(markOf(hit.node).shape, paint(markOf(hit.node)), 14), el("span", { text: hit.node.label }), hit.by === hit.node.label ? null : el("span", { class: "note", text: hit.by }));
    item.addEventListener("mousedown", (event) => { event.preventDefault(); choose(hit.node); });
    list.append(item);
  });
  if (!found.length && fold(query)) list.append(el("li", { class: "none", text: t("notFound") }));
  list.hidden = !list.children.length;
  $("search").setAttribute("aria-expanded", String(!list.hidden));
}

function mark(n) {
  at = n;
  [...$("found").children].forEach((item, i) => item.setAttribute("aria-selected", String(i === n)));
  $("search").setAttribute("aria-activedescendant", "found-" + n);
}

function hideFound() {
  $("found").hidden = true;
  $("search").setAttribute("aria-expanded", "false");
  $("search").removeAttribute("aria-activedescendant");
}

// Chosen but not in the picture: go to the nearest day on which it is.
function choose(node) {
  hideFound();
  $("search").value = "";
  if (!picture.active.has(node.id) && !picture.outlines.has(node.id)) {
    const spans = data.edges.filter((e) => (e.a === node.id || e.b === node.id) && e.relation !== "succeeds" && passes(e)).flatMap(shownSpans);
    const days = spans.flatMap(([a, b]) => [clampDay(a), clampDay(b - 1)]);
    if (days.length) state.day = days.reduce((a, b) => (Math.abs(b - state.day) < Math.abs(a - state.day) ? b : a));
  }
  state.selected = null;
  select("node", node.id, true);
}
