// How marks, labels and signs are painted on the canvas; labels and signs keep their size whatever the zoom.
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
  const r = markSize(id);
  return {
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
  const degree = new Map();
  for (const id of picture.edges.keys()) for (const end of lineEnds.get(id)) degree.set(end, (degree.get(end) || 0) + 1);
  for (const [id, look] of looks) {
    const node = nodeOf.get(id);
    const at = spot.get(id);
    const font = labelFont(node, look.outline);
    const lines = labelLines(node);
    const width = Math.max(...lines.map((line) => textWidth(context, font, line)));
    const chosen = state.selected && state.selected.id === id;
    items.push({ id, x: at.x * scale, y: at.y * scale, r: markSize(id) * scale, width, height: lines.length * lineHeight(), rank: (chosen ? 1000 : 0) + (node.place ? 0 : 100) + (degree.get(id) || 0) - (look.outline ? 50 : 0), must: chosen || !(crowd || (isSmall() && (node.place || look.outline))) });
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
    if (!sign || !seen(id)) continue;
    const at = freeSpot(context, id, [[0.5, 0], [0.4, 0], [0.6, 0], [0.32, 0], [0.68, 0]], { text: sign, plain: false }, scale, badges);
    badges.push({ ...at, text: sign, colour: paint(relationOf(edge)), plain: false });
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
    // on a long line, beside a short one
    const tries = length < 130 ? [[0.5, -14], [0.5, 14], [0.2, -16], [0.2, 16], [0.8, -18], [0.8, 18]] : [[0.4, 0], [0.55, 0], [0.3, 0]];
    badges.push({ ...freeSpot(context, step.id, tries, { text, plain: true }, scale, badges), text, colour: ink().ink, plain: true });
  }
  return badges;
}

// Where on a line, and how far beside it, a badge hides no mark and no other badge.
function freeSpot(context, id, tries, badge, scale, others) {
  const taken = others.map((other) => badgeBox(context, other));
  let best = null;
  for (const [at, beside] of tries) {
    const [x, y] = curvePoint(id, at).map((v) => v * scale);
    const box = badgeBox(context, { x, y: y + beside, ...badge });
    let cost = taken.reduce((sum, other) => sum + overlap(box, other), 0);
    for (const node of looks.keys()) {
      const mark = spot.get(node);
      const r = markSize(node);
      cost += overlap(box, [mark.x - r, mark.y - r, mark.x + r, mark.y + r].map((v) => v * scale));
    }
    if (!best || cost < best.cost) best = { x, y: y + beside, cost };
    if (best.cost === 0) break;
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
