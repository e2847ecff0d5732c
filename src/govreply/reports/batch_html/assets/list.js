// The list of documents: one page of it is in the DOM. Without conditions only the rows of that page are loaded.

const [NAME, STATUS, TITLE, DOCNO, ISSUER, DATE, CLASS, ERRORS, WARNINGS, HINTS, WAIVED, MATTER, RULES, FILE, CAUSE, REPLY] =
  Array.from({ length: 16 }, (_, at) => at);
const CONDITIONS = ["q", "verdict", "severity", "rule", "organ", "state", "sort", "size", "page"];
const SEVERITY_AT = { error: ERRORS, warning: WARNINGS, info: HINTS };

let conditions = {}; // of the list, "" where there is none
let found = null; // numbers of the documents that match, null for all in order
let turn = 0; // counts what was asked for, so that a late answer to an earlier question is dropped
let everyRow = null;

const pageSize = () => Number(conditions.size) || 50;
const total = () => (found ? found.length : DATA.found);
const numberAt = (at) => (found ? found[at] : at + 1);
const placeOf = (number) => (found ? found.indexOf(number) : number - 1);

function listHash(change) {
  const parts = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...conditions, ...change })) if (value) parts.set(key, value);
  const query = parts.toString();
  return "#list" + (query ? "&" + query : "");
}

async function allRows(mine) {
  if (everyRow) return everyRow;
  const rows = [];
  for (let at = 0; at < DATA.files.list; at += 1) {
    if (mine !== turn) return null;
    byId("status").textContent = fill(WORDS.loading, at + 1, DATA.files.list);
    for (const row of await load("list", at)) rows.push(row);
  }
  everyRow = rows;
  return rows;
}

function matcher() {
  const { q, verdict, severity, rule, organ, state } = conditions;
  const words = (q || "").toLowerCase().split(/\s+/).filter(Boolean);
  const status = DATA.statuses.findIndex(([key]) => key === verdict);
  const ruleAt = DATA.rules.findIndex(([name]) => name === rule);
  return (row) => {
    if (verdict && row[STATUS] !== status) return false;
    if (severity && !row[SEVERITY_AT[severity]]) return false;
    if (rule && !row[RULES].includes(ruleAt)) return false;
    if (organ && row[ISSUER] !== organ) return false;
    if (state && !inState(row, state)) return false;
    if (!words.length) return true;
    const text = [row[NAME], row[TITLE], row[DOCNO], row[ISSUER], row[DATE], row[MATTER]].join("\n").toLowerCase();
    return words.every((word) => text.includes(word));
  };
}

function inState(row, state) {
  const status = DATA.statuses[row[STATUS]][0];
  if (state === "read") return status !== "unread" && status !== "waiting";
  if (state === "no-reply") return status !== "unread" && status !== "waiting" && !row[REPLY];
  if (state === "waived") return row[WAIVED] > 0;
  return row[CAUSE] === state;
}

const ORDERS = {
  errors: (a, b) => b[ERRORS] - a[ERRORS] || b[WARNINGS] - a[WARNINGS] || b[HINTS] - a[HINTS],
  date: (a, b) => (a[DATE] < b[DATE] ? 1 : a[DATE] > b[DATE] ? -1 : 0),
  organ: (a, b) => (!a[ISSUER] - !b[ISSUER]) || (a[ISSUER] < b[ISSUER] ? -1 : a[ISSUER] > b[ISSUER] ? 1 : 0),
};

async function showList(query) {
  conditions = {};
  for (const key of CONDITIONS) conditions[key] = query.get(key) || "";
  for (const key of CONDITIONS.slice(1, -1)) byId("f-" + key).value = conditions[key];
  for (const key of CONDITIONS.slice(1, -1)) if (byId("f-" + key).value !== conditions[key]) keepChoice(key);
  if (document.activeElement !== byId("q")) byId("q").value = conditions.q;
  const mine = (turn += 1);
  try {
    await select(mine);
    if (mine === turn) await showPage(mine);
  } catch (error) {
    told(error);
  }
}

// A condition that is not among those offered, as a link may hold one
function keepChoice(key) {
  byId("f-" + key).append(el("option", { value: conditions[key] }, conditions[key]));
  byId("f-" + key).value = conditions[key];
}

async function select(mine) {
  found = null;
  if (!CONDITIONS.slice(0, 7).some((key) => conditions[key])) return;
  const rows = await allRows(mine);
  if (!rows || mine !== turn) return;
  const matches = matcher();
  const numbers = [];
  rows.forEach((row, at) => matches(row) && numbers.push(at + 1));
  const order = ORDERS[conditions.sort];
  if (order) numbers.sort((a, b) => order(rows[a - 1], rows[b - 1]) || a - b);
  found = numbers;
}

async function showPage(mine) {
  const pages = Math.max(Math.ceil(total() / pageSize()), 1);
  const page = Math.min(Math.max(Number(conditions.page) || 1, 1), pages);
  const first = (page - 1) * pageSize();
  const last = Math.min(first + pageSize(), total());
  const lines = [];
  for (let at = first; at < last; at += 1) lines.push(line(numberAt(at), await rowOf(numberAt(at))));
  if (mine !== turn) return;
  byId("rows").tBodies[0].replaceChildren(...lines);
  byId("status").textContent = total() ? fill(WORDS.results, count(total()), count(first + 1), count(last)) : WORDS.nothing;
  byId("page").textContent = page + " / " + pages;
  byId("previous").disabled = page <= 1;
  byId("next").disabled = page >= pages;
  conditions.page = String(page);
}

function line(number, row) {
  const [status, label] = DATA.statuses[row[STATUS]];
  const why = row[CAUSE] ? DATA.causes[row[CAUSE]] : status === "undetermined" && !row[REPLY] ? WORDS.state_no_reply : "";
  const many = (at, style, word) => el("td", { class: "num " + style, "data-k": word }, row[at] ? count(row[at]) : "");
  return el(
    "tr",
    { "data-number": number },
    el("td", { class: "num" }, count(number)),
    el("td", {}, tag(status, label)),
    el(
      "td",
      { class: "file" },
      el("a", { href: "#d=" + number }, row[NAME]),
      row[TITLE] ? el("span", { class: "t" }, row[TITLE]) : "",
      why ? el("span", { class: "why" }, why) : "",
    ),
    el("td", {}, row[ISSUER]),
    el("td", { class: "nowrap" }, row[DOCNO]),
    el("td", { class: "nowrap" }, row[DATE]),
    el("td", {}, row[CLASS]),
    many(ERRORS, "e", DATA.severities.error),
    many(WARNINGS, "w", DATA.severities.warning),
    many(HINTS, "i", DATA.severities.info),
  );
}

// Go to another list without a step of its own in the history
function change(conditionsToo) {
  location.replace(listHash({ page: "", ...conditionsToo }));
}

function moveInList(step) {
  const links = [...byId("rows").querySelectorAll(".file a")];
  const at = links.indexOf(document.activeElement);
  const next = links[at < 0 ? (step > 0 ? 0 : links.length - 1) : at + step];
  if (next) {
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  }
}

function startList() {
  let timer = 0;
  byId("q").addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => change({ q: byId("q").value.trim() }), 200);
  });
  for (const key of CONDITIONS.slice(1, -1)) {
    byId("f-" + key).addEventListener("change", () => change({ [key]: byId("f-" + key).value }));
  }
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("clear").addEventListener("click", () => {
    byId("q").value = "";
    location.hash = "#list";
    byId("q").focus();
  });
  byId("previous").addEventListener("click", () => turnPage(-1));
  byId("next").addEventListener("click", () => turnPage(1));
}

function turnPage(step) {
  location.hash = listHash({ page: String(Number(conditions.page) + step) });
  byId("main").focus();
  window.scrollTo(0, 0);
}
