// Time: a slider under a histogram of reports, steps from change to change, and a play that rests at each of them.
const slider = $("slider");
const THUMB = 16; // the slider's thumb is this wide, so that pictures above and below can share its scale
let playing = null;
let trackWidth = 80; // read once per fit: reading it makes the browser lay the page out

function setUpTime() {
  slider.min = SPAN.from;
  slider.max = SPAN.to;
  slider.addEventListener("input", () => { stop(); go(Number(slider.value)); });
  slider.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    let day = null;
    if (step) day = event.shiftKey ? state.day + step : addMonths(state.day, step);
    else if (event.key === "PageUp" || event.key === "PageDown") day = addMonths(state.day, event.key === "PageUp" ? 12 : -12);
    else if (event.key === "Home" || event.key === "End") day = event.key === "Home" ? SPAN.from : SPAN.to;
    if (day === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    stop();
    go(day);
  });
  $("previous").addEventListener("click", () => { stop(); goTo(changeBefore(state.day)); });
  $("next").addEventListener("click", () => { stop(); goTo(changeAfter(state.day)); });
  $("play").addEventListener("click", () => (playing ? stop() : play()));
  $("nearest").addEventListener("click", goNearest);
}

function go(day) {
  const clamped = clampDay(day);
  if (clamped === state.day) return;
  state.day = clamped;
  renderDay();
}

const goTo = (change) => { if (change) go(change.day); };

function play() {
  if (state.day >= SPAN.to) go(SPAN.from);
  playing = { before: performance.now(), rest: 0 };
  requestAnimationFrame(playOn);
  drawPlay();
}

function stop() {
  playing = null;
  drawPlay();
}

// About eight months a second at 1×, and nearly a second's rest at each change.
function playOn(now) {
  if (!playing) return;
  const speed = Number($("speed").value);
  const passed = Math.min(100, now - playing.before) * speed;
  playing.before = now;
  if (playing.rest > 0) playing.rest -= passed;
  else {
    const next = changeAfter(state.day);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const day = calm && next ? next.day : state.day + Math.max(1, Math.round(passed * 0.24));
    if (next && day >= next.day) {
      go(next.day);
      playing.rest = 850;
    } else if (state.day >= SPAN.to) return stop();
    else go(day);
  }
  requestAnimationFrame(playOn);
}

function drawPlay() {
  $("play").setAttribute("aria-pressed", String(Boolean(playing)));
  $("play").textContent = t(playing ? "pause" : "play");
}

function goNearest() {
  if ($("nearest").dataset.day) return go(Number($("nearest").dataset.day));
  state.off = new Set(initial.off);
  state.shapesOff.clear();
  state.contested = false;
  render();
}

function scaleOf(width) {
  const span = Math.max(1, SPAN.to - SPAN.from);
  return (day) => THUMB / 2 + ((day - SPAN.from) / span) * (width - THUMB);
}

// --- pictures on the scale -----------------------------------------------------------------------------------

function drawHistogram() {
  trackWidth = Math.max(80, slider.offsetWidth);
  const picture = clear($("histogram"));
  const width = trackWidth;
  const height = 44;
  picture.setAttribute("viewBox", `0 0 ${width} ${height}`);
  const x = scaleOf(width);
  const counts = new Map();
  for (const claim of data.claims) {
    if (claim.day === null) continue;
    const d = toDate(claim.day);
    const month = d.getUTCFullYear() * 12 + d.getUTCMonth();
    counts.set(month, (counts.get(month) || 0) + 1);
  }
  const most = Math.max(1, ...counts.values());
  for (const [month, count] of counts) {
    const first = Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY;
    const left = x(Math.max(SPAN.from, first));
    const right = x(Math.min(SPAN.to, addMonths(first, 1)));
    const tall = Math.max(2, (count / most) * (height - 6));
    const bar = svg("rect", { x: left + 0.5, y: height - tall, width: Math.max(1.5, right - left - 1), height: tall, class: "bar" });
    const name = `${t("months").split(" ")[month % 12]} ${Math.floor(month / 12)}`;
    bar.append(svg("title", {}, t("reportsIn", { month: name, count })));
    picture.append(bar);
  }
  if (state.against !== null) picture.append(svg("line", { x1: x(state.against), x2: x(state.against), y1: 0, y2: height, class: "other" }));
  picture.append(svg("line", { id: "now", x1: 0, x2: 0, y1: 0, y2: height, class: "now" }));
  drawYears(width, x);
}

function drawYears(width, x) {
  const picture = clear($("years"));
  picture.setAttribute("viewBox", `0 0 ${width} 26`);
  const first = toDate(SPAN.from).getUTCFullYear();
  const last = toDate(SPAN.to).getUTCFullYear();
  const every = Math.max(1, Math.ceil(((last - first + 1) * 40) / width));
  for (const change of changes()) picture.append(svg("line", { x1: x(change.day), x2: x(change.day), y1: 1, y2: 5, class: "tick" }));
  for (let year = first; year <= last; year += 1) {
    const at = x(Math.max(SPAN.from, Date.UTC(year, 0, 1) / DAY));
    if (year > first) picture.append(svg("line", { x1: at, x2: at, y1: 0, y2: 9, class: "year" }));
    if ((year - first) % every === 0 && at < width - 26) picture.append(svg("text", { x: at + (year > first ? 3 : 0), y: 20 }, String(year)));
  }
}

function drawTime() {
  slider.value = String(state.day);
  slider.setAttribute("aria-valuetext", longDay(state.day));
  const mark = $("now");
  const x = scaleOf(trackWidth)(state.day);
  if (mark) mark.setAttribute("x1", x), mark.setAttribute("x2", x);
  $("day").textContent = SPAN.empty ? "" : longDay(state.day);
  $("counts").textContent = t("counts", { actors: picture.active.size, relationships: picture.edges.size });
  $("previous").disabled = !changeBefore(state.day);
  $("next").disabled = !changeAfter(state.day);
  const change = changes().find((c) => c.day === state.day);
  $("event").textContent = change ? changeText(change) : "";
  drawNothing();
}

function changeText(change) {
  const words = change.steps.map((s) => stepText(s));
  const named = (edges) => edges.map((e) => `${nodeOf.get(e.a).short} ${t(e.relation)} ${nodeOf.get(e.b).short}`);
  const say = (key, list) => { if (list.length) words.push(`${t(key)}: ${list.slice(0, 2).join("; ")}${list.length > 2 ? ` +${list.length - 2}` : ""}`); };
  const over = (e) => { const phase = phaseOn(e, change.day); return Boolean(phase && phase[0] === "ended"); };
  say("began", named(change.began));
  say("endedHere", named(change.over.filter(over)));
  say("fadedHere", named(change.over.filter((e) => !over(e))));
  return words.join(" · ");
}

// Never an empty screen: say where there is something, and offer to go there.
function drawNothing() {
  const empty = !picture.edges.size;
  $("nothing").hidden = !empty;
  if (!empty) return;
  const button = $("nearest");
  delete button.dataset.day;
  button.hidden = SPAN.empty;
  if (SPAN.empty) return void ($("why").textContent = t("nothingAtAll"));
  const spans = data.edges.filter((e) => e.relation !== "succeeds" && passes(e)).flatMap(shownSpans).filter(([from, to]) => from <= SPAN.to && to > SPAN.from);
  if (!spans.length) {
    $("why").textContent = t("nothingShown");
    button.textContent = t("resetFilters");
    return;
  }
  const from = Math.max(SPAN.from, Math.min(...spans.map((s) => s[0])));
  const to = Math.min(SPAN.to, Math.max(...spans.map((s) => s[1])) - 1);
  $("why").textContent = t("nothingAt", { date: longDay(state.day), from: longDay(from), to: longDay(to) });
  const days = spans.flatMap(([a, b]) => [clampDay(a), clampDay(b - 1)]);
  const near = days.reduce((a, b) => (Math.abs(b - state.day) < Math.abs(a - state.day) ? b : a));
  button.dataset.day = String(near);
  button.textContent = t("goNearest", { date: longDay(near) });
}
