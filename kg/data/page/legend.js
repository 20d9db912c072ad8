// The legend is the filter: a line or a shape, what it stands for, and whether it is shown.
function drawLegend() {
  const here = clear($("legend"));
  const lines = el("div", { class: "chips", role: "group" });
  const present = new Set(data.edges.map((e) => e.relation));
  if (data.lineage.length) present.add("succeeds");
  for (const relation of RELATIONS.filter((r) => present.has(r))) {
    lines.append(chip("relation", relation, !state.off.has(relation), lineIcon(relation, 34), t(relation), () => toggle(state.off, relation)));
  }
  const shapes = el("div", { class: "chips", role: "group" });
  const kinds = new Set(data.nodes.filter((n) => lineEndIds.has(n.id)).map(shapeOf));
  for (const shape of SHAPES.filter((s) => kinds.has(s))) {
    const mark = Object.values(data.marks).find((m) => m.shape === shape);
    shapes.append(chip("shape", shape, !state.shapesOff.has(shape), markIcon(shape, paint(mark), 15), t("shape_" + shape), () => toggle(state.shapesOff, shape)));
  }
  const more = el("div", { class: "chips more" });
  more.append(chip("contested", "contested", state.contested, el("span", { class: "sign", text: "≠" }), t("contestedOnly"), () => { state.contested = !state.contested; }, "switch"));
  if (data.edges.some((e) => e.aside.length)) {
    more.append(chip("aside", "aside", state.aside, el("span", { class: "sign", text: "…" }), t("asideToo"), () => { state.aside = !state.aside; }, "switch"));
  }
  here.append(lines, shapes, more);
}

function chip(kind, name, on, icon, text, change, extra) {
  const button = el("button", { type: "button", class: "chip " + (extra || ""), "aria-pressed": String(on), [`data-${kind}`]: name }, icon, el("span", { text }));
  button.addEventListener("click", () => {
    change();
    render();
    const again = document.querySelector(`[data-${kind}="${name}"]`);
    if (again) again.focus();
  });
  return button;
}
