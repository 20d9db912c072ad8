// Putting it together: draw all of it, or only what a new day changes.
function render() {
  document.documentElement.lang = state.language;
  document.documentElement.dataset.theme = isDark() ? "dark" : "light";
  drawTexts();
  drawLegend();
  drawHistogram();
  renderDay();
  drawLanes();
}

function renderDay() {
  drawPicture();
  drawTime();
  drawPanel();
  drawLaneNow();
  writeFragment();
  $("network").setAttribute("aria-label", t("networkAt", { date: longDay(state.day), actors: picture.active.size, relationships: picture.edges.size }));
}

function drawTexts() {
  for (const node of document.querySelectorAll("[data-text]")) node.textContent = t(node.dataset.text);
  for (const node of document.querySelectorAll("[data-label]")) node.setAttribute("aria-label", t(node.dataset.label));
  for (const node of document.querySelectorAll("[data-hint]")) node.title = t(node.dataset.hint);
  $("search").placeholder = t("search");
  $("language").textContent = t("otherLanguage");
  $("language").lang = state.language === "en" ? "fr" : "en";
  $("theme").textContent = isDark() ? "☀" : "☾";
  $("theme").title = t("theme");
  $("compare").setAttribute("aria-pressed", String(state.against !== null));
  const outlets = new Set(data.sources.map((s) => s.outlet).filter(Boolean)).size;
  const actors = data.nodes.filter((n) => !n.place && lineEndIds.has(n.id)).length;
  $("subtitle").textContent = SPAN.empty ? t("nothingAtAll") : t("subtitle", { actors, relationships: data.edges.length, claims: data.claims.length, sources: data.sources.length, outlets, from: toDate(SPAN.from).getUTCFullYear(), to: toDate(SPAN.to).getUTCFullYear() });
  drawPlay();
}

function setUpKeys() {
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=range]), select, textarea");
    if (event.key === "Escape") {
      if (state.selected) select(null);
      else if (state.against !== null) state.against = null, render();
    } else if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    else if (event.key === "/") event.preventDefault(), $("search").focus();
    else if (event.key === ",") $("previous").click();
    else if (event.key === ".") $("next").click();
  });
}

$("network").setAttribute("role", "img");
$("closer").addEventListener("click", () => network.moveTo({ scale: network.getScale() * 1.3 }));
$("farther").addEventListener("click", () => network.moveTo({ scale: network.getScale() / 1.3 }));
$("whole").addEventListener("click", wholeView);
for (const id of ["closer", "farther", "whole"]) $(id).addEventListener("click", tellPoints);
$("theme").addEventListener("click", () => { state.theme = isDark() ? "light" : "dark"; render(); });
$("language").addEventListener("click", () => { state.language = state.language === "en" ? "fr" : "en"; render(); });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", render);
addEventListener("hashchange", () => { readFragment(); render(); });
let resizing = null;
let fitted = "";
const stageSize = () => `${stage.clientWidth}x${stage.clientHeight}`;
new ResizeObserver(() => {
  clearTimeout(resizing);
  resizing = setTimeout(refit, 60);
}).observe(stage);

function refit() {
  if (stageSize() === fitted) return;
  fitted = stageSize();
  resizeStage();
  drawHistogram();
  drawLanes();
  renderDay();
}

setUpTime();
setUpSearch();
setUpCompare();
setUpDownloads();
setUpKeys();
readFragment();
render();
fitted = stageSize(); // the texts are in: now the picture has its final room
resizeStage();
renderDay();
network.once("afterDrawing", () => { document.documentElement.dataset.ready = "1"; });
network.redraw();
