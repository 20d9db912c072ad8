// What is shown of a relationship on a day, and on which days the picture changes.
const VISIBLE = new Set(["held", "presumed", "possible"]);

const relationOf = (edge) => data.relations[edge.relation];
const shapeOf = (node) => (node.place ? data.marks.Place : data.marks[node.kind]).shape;
const isContested = (edge) => edge.against.length > 0;

function passes(edge) {
  if (state.off.has(edge.relation) || (state.contested && !isContested(edge))) return false;
  return ![edge.a, edge.b].some((id) => state.shapesOff.has(shapeOf(nodeOf.get(id))));
}

function phaseOn(edge, day) {
  return edge.phases.find(([, start, end]) => (start === null || start <= day) && (end === null || day < end)) || null;
}

// Whether a possible span is as wide as the lives of its ends, or without a beginning: nobody said since when.
function isOpen(edge, start, end) {
  return start === null || (end !== null && end - start > Math.max(relationOf(edge).persistence || 0, 366));
}

// An open "possible before" says only that nobody said since when: it is shown on request, as what is only denied is.
function spanOf(edge, phase) {
  const [status, start, end] = phase;
  if (!VISIBLE.has(status) || (status === "possible" && !state.aside && isOpen(edge, start, end))) return null;
  const from = start === null ? SPAN.from : start;
  let to = end === null ? Infinity : end;
  if (relationOf(edge).event) to = Math.min(to, from + data.eventDays);
  return [from, to];
}

// {status, phase, strength from 1 (fresh) to 0 (about to go)} or null where nothing is shown.
function shownOn(edge, day) {
  const phase = phaseOn(edge, day);
  const span = phase && spanOf(edge, phase);
  if (span && span[0] <= day && day < span[1]) return { status: phase[0], phase, strength: strengthOn(edge, phase, span, day) };
  if (relationOf(edge).event) {
    const past = edge.phases.filter((p) => VISIBLE.has(p[0]) && p[2] !== null && p[2] <= day && day < p[2] + data.eventDays);
    const last = past[past.length - 1];
    if (last) return { status: "event", phase: last, strength: 1 - (day - last[2]) / data.eventDays };
  }
  if (state.aside) {
    const aside = edge.aside.find(([, start, end]) => start <= day && day < end);
    if (aside) return { status: aside[0], phase: null, strength: 0.5 };
  }
  return null;
}

function strengthOn(edge, phase, span, day) {
  if (phase[0] === "held") return 1;
  if (phase[0] === "possible") return 0.5;
  const last = lastReport(edge, day) ?? span[0];
  const lasting = Number.isFinite(span[1]) ? span[1] - last : relationOf(edge).persistence;
  return Math.max(0, 1 - (day - last) / Math.max(1, lasting));
}

function lastReport(edge, day) {
  let last = null;
  for (const report of edge.reports) if (report <= day) last = report;
  return last;
}

// Half-open spans of days in which the edge is shown, joined where they touch.
function shownSpans(edge) {
  const spans = [];
  for (const phase of edge.phases) {
    const span = spanOf(edge, phase);
    if (!span) continue;
    const to = relationOf(edge).event && phase[2] !== null ? phase[2] + data.eventDays : span[1];
    spans.push([span[0], to]);
  }
  if (state.aside) for (const [, start, end] of edge.aside) spans.push([start, end]);
  spans.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const joined = [];
  for (const span of spans) {
    const before = joined[joined.length - 1];
    if (before && span[0] <= before[1]) before[1] = Math.max(before[1], span[1]);
    else joined.push([...span]);
  }
  return joined;
}

// A picture is {edges: Map(edge id → shown), steps: [lineage], active: Set of node ids, outlines: Set of node ids}.
function pictureOn(day) {
  const edges = new Map();
  const active = new Set();
  for (const edge of data.edges) {
    if (edge.relation === "succeeds" || !passes(edge)) continue;
    const shown = shownOn(edge, day);
    if (!shown) continue;
    edges.set(edge.id, shown);
    active.add(edge.a);
    active.add(edge.b);
  }
  return { edges, active, ...lineageOn(day, active) };
}

// Steps that lead to an actor in the picture; earlier actors that are not in it themselves are outlines.
function lineageOn(day, active) {
  const steps = [];
  const outlines = new Set();
  if (state.off.has("succeeds") || state.contested) return { steps, outlines };
  const waiting = data.lineage.filter((s) => s.day !== null && s.day <= day && day < s.day + LINEAGE_DAYS && stepPasses(s));
  for (let grown = true; grown; ) {
    grown = false;
    for (const step of waiting) {
      if (steps.includes(step) || !(active.has(step.to) || outlines.has(step.to))) continue;
      steps.push(step);
      if (!active.has(step.from)) outlines.add(step.from);
      grown = true;
    }
  }
  return { steps, outlines };
}

const LINEAGE_DAYS = 730; // how long a succession stays in sight
const stepPasses = (step) => ![step.from, step.to].some((id) => state.shapesOff.has(shapeOf(nodeOf.get(id))));

let knownChanges = { key: null, list: [] };

// [{day, began: [edge], over: [edge], steps: [lineage step]}], sorted, for the filters of now.
function changes() {
  const key = [[...state.off].sort(), [...state.shapesOff].sort(), state.contested, state.aside].join("|");
  if (knownChanges.key === key) return knownChanges.list;
  const byDay = new Map();
  const at = (day) => {
    if (!byDay.has(day)) byDay.set(day, { day, began: [], over: [], steps: [] });
    return byDay.get(day);
  };
  for (const edge of data.edges) {
    if (edge.relation === "succeeds" || !passes(edge)) continue;
    for (const [from, to] of shownSpans(edge)) {
      if (from >= SPAN.from && from <= SPAN.to) at(from).began.push(edge);
      if (to <= SPAN.to) at(to).over.push(edge);
    }
  }
  if (!state.off.has("succeeds")) {
    for (const step of data.lineage) if (step.day !== null && step.day >= SPAN.from && step.day <= SPAN.to) at(step.day).steps.push(step);
  }
  knownChanges = { key, list: [...byDay.values()].sort((a, b) => a.day - b.day) };
  return knownChanges.list;
}

const changeBefore = (day) => changes().findLast((c) => c.day < day) || null;
const changeAfter = (day) => changes().find((c) => c.day > day) || null;

// The relationship as a sentence, in parts: [subject's name, words, object's name].
function sentence(edge) {
  return [nodeOf.get(edge.a).label, t(edge.relation), nodeOf.get(edge.b).label];
}

// A succession as a sentence.
function stepText(step) {
  const key = Object.hasOwn(data.strings.en, "step_" + step.kind) ? "step_" + step.kind : "step";
  return t(key, { a: nodeOf.get(step.from).short, b: nodeOf.get(step.to).short });
}

function statusWord(status) {
  return t("status_" + status);
}
