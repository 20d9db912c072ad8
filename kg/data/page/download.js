// Take away: the claims behind the picture shown, and the picture.
const COLUMNS = ["subject", "relation", "object", "status", "polarity", "modality", "reported", "start", "end", "place", "claimant", "on_behalf_of", "confidence", "quote", "title", "outlet", "published", "url"];

function setUpDownloads() {
  $("csv").addEventListener("click", () => save(new Blob(["\ufeff" + claimsCsv()], { type: "text/csv;charset=utf-8" }), `claims-${isoDay(state.day)}.csv`));
  $("png").addEventListener("click", savePicture);
}

function claimsCsv() {
  const rows = [COLUMNS];
  for (const [id, shown] of picture.edges) {
    const edge = edgeOf.get(id);
    const [subject, , object] = sentence(edge);
    for (const index of claimsOf(edge)) {
      const c = data.claims[index];
      const s = data.sources[c.source];
      rows.push([subject, edge.relation, object, shown.status, c.polarity, c.modality, c.day === null ? "" : isoDay(c.day), c.start, c.end, c.at, c.by, c.behalf, c.confidence, c.quotes.join(" … "), s.title, s.outlet, s.date === null ? "" : isoDay(s.date), s.url]);
    }
  }
  return rows.map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

// Spreadsheets run what begins with = + - @: such text gets an apostrophe before it.
function cell(value) {
  const text = value === null || value === undefined ? "" : String(value);
  const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
  return /[",\r\n]/.test(safe) ? '"' + safe.replaceAll('"', '""') + '"' : safe;
}

function save(blob, name) {
  const address = URL.createObjectURL(blob);
  const anchor = el("a", { href: address, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

function savePicture() {
  const drawn = $("network").querySelector("canvas");
  const band = Math.round(64 * (drawn.width / stage.clientWidth));
  const whole = el("canvas", { width: drawn.width, height: drawn.height + band });
  const context = whole.getContext("2d");
  const size = band / 64;
  context.fillStyle = ink().paper;
  context.fillRect(0, 0, whole.width, whole.height);
  context.drawImage(drawn, 0, band);
  context.fillStyle = ink().ink;
  context.font = `700 ${20 * size}px Georgia, "Liberation Serif", serif`;
  context.fillText(document.title, 18 * size, 28 * size, whole.width - 36 * size);
  context.font = `${14 * size}px ${FACE}`;
  context.fillStyle = ink().faint;
  context.fillText(`${longDay(state.day)} · ${$("counts").textContent}`, 18 * size, 52 * size, whole.width - 36 * size);
  whole.toBlob((blob) => save(blob, `network-${isoDay(state.day)}.png`), "image/png");
}
