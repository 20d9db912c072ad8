// Values, text and small builders. Data becomes text nodes and attributes that we set; nothing is ever parsed as HTML.
const data = JSON.parse(document.getElementById("data").textContent);
const drawing = JSON.parse(document.getElementById("drawing").textContent);
const SVG = "http://www.w3.org/2000/svg";
const DAY = 86400000;
const $ = (id) => document.getElementById(id);

const nodeOf = new Map(data.nodes.map((n) => [n.id, n]));
const edgeOf = new Map(data.edges.map((e) => [e.id, e]));
const stepOf = new Map(data.lineage.map((s) => [s.id, s]));

function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "onclick") node.addEventListener("click", value);
    else if (name === "text") node.textContent = value;
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.filter((c) => c !== null && c !== undefined && c !== ""));
  return node;
}

function svg(tag, attributes, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value !== null && value !== undefined) node.setAttribute(name, String(value));
  }
  node.append(...children);
  return node;
}

// Only web addresses become links; anything else stays text.
function link(url, text) {
  let address = null;
  try {
    address = new URL(String(url));
  } catch (error) {
    return document.createTextNode(text);
  }
  if (address.protocol !== "https:" && address.protocol !== "http:") return document.createTextNode(text);
  return el("a", { href: address.href, target: "_blank", rel: "noopener noreferrer", text });
}

function t(key, values) {
  const table = data.strings[state.language];
  const text = Object.hasOwn(table, key) ? table[key] : key;
  if (!values) return text;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
}

// --- days: whole numbers since 1970-01-01 ---
const toDate = (day) => new Date(day * DAY);
const isoDay = (day) => toDate(day).toISOString().slice(0, 10);

function readDay(text) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text || "")) return null;
  const time = Date.parse(text + "T00:00:00Z");
  return Number.isNaN(time) ? null : Math.round(time / DAY);
}

function longDay(day) {
  const d = toDate(day);
  return `${d.getUTCDate()} ${t("months").split(" ")[d.getUTCMonth()]} ${d.getUTCFullYear()}`;
}

function shortDay(day) {
  const d = toDate(day);
  return `${d.getUTCDate()} ${t("shortMonths").split(" ")[d.getUTCMonth()]} ${d.getUTCFullYear()}`;
}

// An EDTF text in words: 2025-06 → June 2025; what we cannot put better stays as it is.
function saidDate(edtf) {
  if (/^[^/]+[~?%]$/.test(edtf)) return t("about", { date: saidDate(edtf.slice(0, -1)) });
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(edtf);
  if (!match) return edtf.replace(/^\.\.\//, "≤ ").replace(/\/\.\.$/, " ≤");
  const month = match[2] ? t("months").split(" ")[Number(match[2]) - 1] : undefined;
  if (match[2] && !month) return edtf;
  return [match[3] ? Number(match[3]) : "", month || "", match[1]].filter(String).join(" ");
}

function addMonths(day, months) {
  const d = toDate(day);
  const first = Date.UTC(d.getUTCFullYear(), d.getUTCMonth() + months, 1);
  const last = new Date(Date.UTC(d.getUTCFullYear(), d.getUTCMonth() + months + 1, 0)).getUTCDate();
  return Math.round(first / DAY) + Math.min(d.getUTCDate(), last) - 1;
}

function fold(text) {
  return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

function clear(node) {
  node.replaceChildren();
  return node;
}
