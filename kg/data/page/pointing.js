// What the pointer tells, and what the page tells those who test it.
function edgeTip(id) {
  const shown = picture.edges.get(id);
  if (shown) return `${sentence(edgeOf.get(id)).join(" ")} · ${statusWord(shown.status).toLowerCase()}`;
  const step = stepOf.get(id);
  return step ? stepText(step) : "";
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
