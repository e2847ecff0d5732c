// The text of a document, line by line, cut where marks begin and end. Offsets count UTF-16 units of the text.

let pieces = []; // {start, node}: where each text node begins, in order

// marks: {start, end, issue, side, severity, off, label}; side 0 is the finding's own place, others its counterparts
function renderText(contents, marks) {
  pieces = [];
  const text = contents.text;
  const cuts = new Set();
  for (const mark of marks) cuts.add(mark.start).add(mark.end);
  const tags = contents.markup ? markupOf(text) : [];
  const box = el("div", { class: "text" + (tags.length ? " plain-page" : ""), lang: "zh-CN" });
  for (const [start, end] of tags) cuts.add(start).add(end);
  const work = { text, tags, tagAt: 0, cuts: [...cuts].sort((a, b) => a - b), cutAt: 0 };
  work.marks = [...marks].sort((a, b) => a.start - b.start || b.end - a.end);
  work.markAt = 0;
  work.points = marks.filter((mark) => mark.start === mark.end);
  work.open = [];
  work.begun = new Set();
  const landmarks = { list: contents.places, at: 0, page: null, paragraph: null };
  let number = 0;
  for (const [start, end] of linesOf(text)) {
    number += 1;
    box.append(...breaks(landmarks, start, end));
    const shown = contents.places.length ? landmarks.paragraph || "" : number;
    box.append(renderLine(work, start, end, shown));
  }
  return box;
}

function* linesOf(text) {
  const ends = /\r\n|\r|\n/g;
  let start = 0;
  for (let end = ends.exec(text); end; end = ends.exec(text)) {
    yield [start, end.index];
    start = ends.lastIndex;
  }
  if (start < text.length) yield [start, text.length];
}

// Rulers for the pages that begin before the end of a line; the paragraph that it stands in
function breaks(landmarks, start, end) {
  const made = [];
  while (landmarks.at < landmarks.list.length && landmarks.list[landmarks.at][0] <= Math.max(start, end - 1)) {
    const [, page, paragraph] = landmarks.list[landmarks.at];
    if (page !== null && page !== landmarks.page) made.push(el("div", { class: "break" }, fill(WORDS.page, page)));
    landmarks.page = page;
    landmarks.paragraph = paragraph;
    landmarks.at += 1;
  }
  return made;
}

function renderLine(work, start, end, number) {
  const body = el("span", {});
  let at = start;
  let onlyTags = end > start;
  const cutsHere = [];
  while (work.cutAt < work.cuts.length && work.cuts[work.cutAt] <= end) {
    if (work.cuts[work.cutAt] >= start) cutsHere.push(work.cuts[work.cutAt]);
    work.cutAt += 1;
  }
  for (const cut of [...cutsHere, end]) {
    if (cut > at) {
      const piece = renderPiece(work, at, cut);
      if (!piece.matches("i.tagged") && work.text.slice(at, cut).trim()) onlyTags = false;
      body.append(piece);
      at = cut;
    }
    body.append(...points(work, cut));
  }
  const blank = !work.text.slice(start, end).trim();
  return el("div", { class: "line" + (blank ? " blank" : onlyTags ? " only-tags" : ""), "data-n": number }, body);
}

function renderPiece(work, start, end) {
  enter(work, start);
  work.open = work.open.filter((mark) => mark.end > start);
  const node = document.createTextNode(seen(work.text.slice(start, end)));
  pieces.push({ start, node });
  while (work.tagAt < work.tags.length && work.tags[work.tagAt][1] <= start) work.tagAt += 1;
  let tag = work.tagAt < work.tags.length && work.tags[work.tagAt][0] <= start ? work.tags[work.tagAt] : null;
  if (tag && work.open.some((mark) => mark.start >= tag[0] && mark.end <= tag[1])) tag = null; // it is what was found
  const shown = tag ? renderTag(tag, node) : node;
  if (work.open.length) return renderMark(work, work.open, shown);
  return tag ? shown : el("span", {}, node);
}

// Mark-up that can be hidden: a box to tick or a reference such as &nbsp; shows its sign instead, the end of a cell a gap
function renderTag([, , sign], node) {
  const tag = el("i", { class: "tagged" + (/^<\/t[dh]/i.test(node.data) ? " cell" : "") }, node);
  return sign ? el("span", { class: "entity", "data-sign": sign }, tag) : tag;
}

function enter(work, upTo) {
  while (work.markAt < work.marks.length && work.marks[work.markAt].start <= upTo) {
    const mark = work.marks[work.markAt];
    if (mark.end > mark.start) work.open.push(mark);
    work.markAt += 1;
  }
}

// Places without extent, where something is missing
function points(work, at) {
  return work.points.filter((mark) => mark.start === at && !work.begun.has(mark)).map((mark) => {
    const element = renderMark(work, [mark], document.createTextNode("\u2038"));
    element.classList.add("point");
    return element;
  });
}

const LOUDNESS = ["error", "warning", "info"];

function renderMark(work, marks, node) {
  const loudest = [...marks].sort((a, b) => a.off - b.off || a.side - b.side || LOUDNESS.indexOf(a.severity) - LOUDNESS.indexOf(b.severity))[0];
  const own = marks.some((mark) => mark.side === 0);
  const fresh = marks.filter((mark) => !work.begun.has(mark));
  fresh.forEach((mark) => work.begun.add(mark));
  const element = el(
    "mark",
    {
      class: "m-" + loudest.severity + (own ? "" : " side") + (loudest.off ? " off" : ""),
      "data-issues": marks.map((mark) => mark.issue + "." + mark.side).join(" "),
      role: fresh.length ? "button" : null,
      tabindex: fresh.length ? "0" : null,
      "aria-label": fresh.length ? [...fresh.map((mark) => mark.label), node.textContent].join(" · ") : null,
    },
    node,
  );
  const numbers = fresh.map((mark) => mark.issue + 1 + (mark.side ? "′" : ""));
  if (numbers.length) element.append(el("sup", { "aria-hidden": "true" }, numbers.join(",")));
  return element;
}

// Tags and comments of a page, scripts and styles with what is in them, and references with the signs they stand for:
// [start, end, sign] in order. Linear in the text.
function markupOf(text) {
  const ranges = [];
  const lower = text.toLowerCase();
  const lost = new Set(); // ends that are not to be found any more
  const after = (end, from) => {
    if (lost.has(end)) return -1;
    const at = lower.indexOf(end, from);
    if (at < 0) lost.add(end);
    return at < 0 ? -1 : at + end.length;
  };
  const starts = /[<&]/g;
  for (let found = starts.exec(text); found; found = starts.exec(text)) {
    const at = found.index;
    if (text[at] === "&") {
      const sign = signOf(text.slice(at, at + 10));
      if (sign) ranges.push([at, at + sign[0].length, sign[1]]);
      continue;
    }
    const raw = /^<(script|style)\b/.exec(lower.slice(at, at + 8));
    let end = lower.startsWith("<!--", at) ? after("-->", at + 4) : raw ? after("</" + raw[1] + ">", at) : -1;
    if (end < 0 && /[a-z/!?]/.test(lower[at + 1] || " ")) end = after(">", at);
    if (end > 0) {
      ranges.push([at, end, tickOf(lower.slice(at, Math.min(end, at + 200)))]);
      starts.lastIndex = end;
    }
  }
  return ranges;
}

// The sign of a box to tick
function tickOf(tag) {
  if (!/^<input\b[^>]*\b(checkbox|radio)\b/.test(tag)) return "";
  return /\schecked\b/.test(tag) ? "☑" : "☐";
}

const SIGNS = {
  nbsp: "\u00a0", ensp: "\u2002", emsp: "\u2003", amp: "&", lt: "<", gt: ">", quot: '"', ldquo: "“", rdquo: "”",
  lsquo: "‘", rsquo: "’", hellip: "…", mdash: "—", ndash: "–", middot: "·", times: "×", bull: "•", lang: "〈", rang: "〉",
};

function signOf(text) {
  const found = /^&(?:#(\d{1,6})|#[xX]([0-9a-fA-F]{1,5})|([a-z]{2,6}));/.exec(text);
  if (!found) return null;
  const sign = found[3] ? SIGNS[found[3]] : String.fromCodePoint(found[1] ? Number(found[1]) : parseInt(found[2], 16));
  return sign ? [found[0], seen(sign)] : null;
}

// A range of the text, to show it: the browser's own highlight where there is one, else the selection
function rangeOf(start, end) {
  const range = document.createRange();
  const from = pieceAt(start);
  const to = pieceAt(Math.max(end - 1, start));
  if (!from || !to) return null;
  range.setStart(from.node, Math.min(start - from.start, from.node.length));
  range.setEnd(to.node, Math.min(Math.max(end, start) - to.start, to.node.length));
  return range;
}

function pieceAt(offset) {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (pieces[middle].start <= offset) low = middle;
    else high = middle - 1;
  }
  return pieces[low];
}

function showRange(start, end) {
  const range = rangeOf(start, end);
  if (!range) return;
  if (window.CSS && CSS.highlights && window.Highlight) {
    CSS.highlights.set("field", new Highlight(range));
  } else {
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }
  reveal(range.startContainer.parentElement);
}

// Lines that were not laid out yet have guessed heights; once they are there, the place is where it should be.
function reveal(element) {
  const scroll = () => element.scrollIntoView({ block: "center" });
  scroll();
  requestAnimationFrame(() => requestAnimationFrame(scroll));
}
