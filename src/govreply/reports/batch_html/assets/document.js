// One document: its findings, its text with them, and what was read beside it.

let current = null; // contents of the document shown
let chosen = null; // {issue, side} that is lit

async function showDocument(number, query) {
  const mine = (turn += 1);
  const box = byId("document");
  try {
    const contents = await contentsOf(number);
    if (mine !== turn) return;
    current = contents;
    chosen = null;
    box.replaceChildren(...layOut(contents));
    window.scrollTo(0, 0);
    const wanted = (query.get("s") || "").split("-").map(Number);
    if (wanted.length === 2 && contents.text) showRange(...wanted.map((offset) => unitsOf(contents.text, offset)));
    byId("document-h").focus({ preventScroll: true });
  } catch (error) {
    box.replaceChildren();
    told(error);
  }
}

// Offset in UTF-16 units of one in code points
function unitsOf(text, offset) {
  let units = 0;
  for (let signs = 0; signs < offset && units < text.length; signs += 1) units += text.codePointAt(units) > 0xffff ? 2 : 1;
  return units;
}

function layOut(contents) {
  const [status, label] = DATA.statuses.find(([key]) => key === contents.status);
  const place = placeOf(contents.number);
  const step = (at, word, id) => {
    const there = place >= 0 && at >= 0 && at < total();
    return el("a", { class: "step", id, href: there ? "#d=" + numberAt(at) : null, "aria-disabled": there ? null : "true" }, word);
  };
  const head = el(
    "div",
    { class: "dochead" },
    el("a", { href: listHash({}), id: "back" }, "← " + WORDS.back),
    tag(status, label),
    el("span", { class: "n" }, WORDS.number + " " + contents.number),
    el("span", { class: "space" }),
    contents.link ? el("a", { href: contents.link, target: "_blank", rel: "noopener noreferrer", id: "open-file" }, WORDS.open_file) : "",
    step(place - 1, WORDS.previous_document, "previous-document"),
    step(place + 1, WORDS.next_document, "next-document"),
  );
  const title = el("h1", { id: "document-h", tabindex: "-1" }, contents.title || contents.name);
  const path = contents.title ? el("p", { class: "path" }, contents.name) : "";
  const why = contents.remark ? el("p", { class: "notice" }, contents.remark, WORDS.full_stop, contents.advice) : "";
  return [head, title, path || el("p", { class: "path" }), why || "", panes(contents)].filter(Boolean);
}

function panes(contents) {
  const marks = [];
  const length = (contents.text || "").length;
  const issues = contents.issues || [];
  issues.forEach((issue, at) =>
    issue.places.forEach((place, side) => {
      const off = issue.waiver === null ? 0 : 1;
      const label = fill(WORDS.mark, DATA.severities[issue.severity], at + 1, side ? place.label : issue.message);
      if (place.start <= length && place.end <= length) {
        marks.push({ start: place.start, end: place.end, issue: at, side, severity: issue.severity, off, label });
      }
    }),
  );
  return el(
    "div",
    { class: "panes" },
    el(
      "section",
      { "aria-label": WORDS.findings },
      issueList(issues),
      (contents.cross || []).length ? el("h2", {}, WORDS.cross) : "",
      (contents.cross || []).length ? el("ol", { class: "cross" }, ...contents.cross.map((one) => crossItem(one, contents.number))) : "",
    ),
    paper(contents, marks),
    sidePanel(contents),
  );
}

function issueList(issues) {
  if (!issues.length) return el("p", { class: "hint" }, current.text === undefined ? "" : WORDS.no_findings);
  return el("ol", { class: "issues", id: "issues" }, ...issues.map(issueItem));
}

function issueItem(issue, at) {
  const several = issue.places.length > 1;
  const sides = issue.places.map((place, side) =>
    el(
      "li",
      {},
      el(
        "button",
        { type: "button", "data-side": at + "." + side, on: { click: () => choose(at, side) } },
        place.label || (several ? WORDS.here + " " : ""),
        place.label ? "" : el("q", { lang: "zh-CN" }, clip(place.quote)),
        el("span", { class: "where" }, place.where),
      ),
    ),
  );
  return el(
    "li",
    { class: "issue i-" + issue.severity + (issue.waiver === null ? "" : " off"), "data-issue": at },
    el(
      "div",
      { class: "top-line" },
      el("b", {}, String(at + 1)),
      tag(issue.severity, DATA.severities[issue.severity]),
      el("span", {}, ruleTitle(issue.rule)),
      el("code", {}, DATA.rules[issue.rule][2]),
    ),
    el("button", { type: "button", class: "message", "aria-pressed": "false", on: { click: () => choose(at, 0) } }, issue.message),
    el("ul", { class: "sides" }, ...sides),
    issue.suggestion ? el("p", {}, WORDS.suggestion + issue.suggestion) : "",
    issue.fix ? el("p", {}, WORDS.fix + issue.fix) : "",
    issue.waiver === null ? "" : el("p", {}, issue.waiver ? fill(WORDS.waived_reason, issue.waiver) : WORDS.waived),
  );
}

const clip = (text) => (text.length > 60 ? text.slice(0, 59) + "…" : text);

function paper(contents, marks) {
  const box = el("section", { class: "paper", "aria-label": WORDS.text });
  if (contents.text === undefined) {
    box.append(el("p", { class: "hint" }, WORDS.no_text));
    return box;
  }
  const text = renderText(contents, marks);
  if (text.classList.contains("plain-page")) {
    const tick = el("input", { type: "checkbox", on: { change: () => text.classList.toggle("plain-page", !tick.checked) } });
    box.append(el("p", { class: "tools" }, el("label", {}, tick, " ", WORDS.markup)));
  }
  text.addEventListener("click", (event) => {
    const mark = event.target.closest("mark");
    if (mark) press(mark);
  });
  text.addEventListener("keydown", (event) => {
    if (event.target.tagName === "MARK" && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      press(event.target);
    }
  });
  box.append(text);
  if (contents.cut) box.append(el("p", { class: "notice" }, fill(WORDS.cut, count(contents.cut))));
  return box;
}

// A mark pressed for the first time lights its finding; pressed again, it leads to the other side, or to the next finding there
function press(mark) {
  const here = mark.dataset.issues.split(" ").map((told) => told.split(".").map(Number));
  const lit = here.findIndex(([issue, side]) => chosen && chosen.issue === issue && chosen.side === side);
  if (lit < 0) {
    choose(...here[0]);
  } else if (lit + 1 < here.length) {
    choose(...here[lit + 1]);
  } else {
    otherSide();
  }
}

function otherSide() {
  if (!chosen) return;
  const sides = current.issues[chosen.issue].places.length;
  if (sides > 1) choose(chosen.issue, (chosen.side + 1) % sides);
}

function choose(issue, side) {
  chosen = { issue, side };
  const box = byId("document");
  for (const card of box.querySelectorAll(".issue")) {
    const on = Number(card.dataset.issue) === issue;
    card.classList.toggle("on", on);
    card.querySelector(".message").setAttribute("aria-pressed", String(on));
  }
  let target = null;
  for (const mark of box.querySelectorAll("mark")) {
    const here = mark.dataset.issues.split(" ");
    mark.classList.toggle("on", here.some((told) => told.startsWith(issue + ".")));
    mark.classList.remove("flash");
    if (!target && here.includes(issue + "." + side)) target = mark;
  }
  const card = box.querySelector('.issue[data-issue="' + issue + '"]');
  if (matchMedia("(min-width: 721px)").matches) card.scrollIntoView({ block: "nearest" });
  if (target) {
    target.classList.add("flash");
    reveal(target);
    target.focus({ preventScroll: true });
  }
}

function moveInDocument(step) {
  const many = (current.issues || []).length;
  if (!many) return;
  choose(chosen ? (chosen.issue + step + many) % many : step > 0 ? 0 : many - 1, 0);
}

function sidePanel(contents) {
  const box = el("aside", { class: "side-panel", "aria-label": WORDS.fields });
  const section = (title, ...inside) => box.append(el("section", {}, el("h2", {}, title), ...inside));
  if (contents.ticks && contents.ticks.length) section(WORDS.ticks, ...contents.ticks.map(tickLine));
  if (contents.form && contents.form.length) section(WORDS.form, lineList(contents.form, WORDS.empty_cell));
  if (contents.fields) section(WORDS.fields, lineList(contents.fields, WORDS.not_in_text));
  if (contents.outline && contents.outline.length) section(WORDS.outline, outlineList(contents.outline));
  if (contents.open.length) section(WORDS.open_rules, el("ul", {}, ...contents.open.map(([rule, state, detail]) => el("li", {}, [rule, state, detail].filter(Boolean).join(" · ")))));
  if (contents.facts.length) section(WORDS.facts, lineList(contents.facts.map(([label, value]) => [label, value, null]), ""));
  return box;
}

function link(text, place) {
  if (!place) return text;
  return el("button", { type: "button", class: "link", title: seen(fill(WORDS.go_to, text)), on: { click: () => showRange(place[0], place[1]) } }, text);
}

function lineList(lines, nothing) {
  return el(
    "dl",
    {},
    ...lines.flatMap(([label, value, place]) => [
      el("dt", {}, label),
      el("dd", {}, value ? link(value, place) : el("span", { class: "none" }, nothing)),
    ]),
  );
}

function tickLine(tick) {
  const options = tick.options.map(([label, on, place]) =>
    el(
      "span",
      { class: "opt " + (on ? "yes" : "no") },
      el("span", { role: "img", "aria-label": on ? WORDS.checked : WORDS.unchecked }, on ? "☑" : "☐"),
      link(label, place),
    ),
  );
  const none = tick.options.some(([, on]) => on) ? "" : el("span", { class: "none" }, WORDS.ticked_nothing);
  return el("div", { class: "tick" }, el("div", {}, link(tick.label, tick.place)), ...options, none);
}

function outlineList(lines) {
  return el(
    "ul",
    { class: "outline" },
    ...lines.map(([depth, text, start, end]) => el("li", { class: "d" + depth }, link(text || "—", [start, end]))),
  );
}
