// Findings over many documents.

const CROSS_PAGE = 50;
let crossPage = 1;
let crossRule = "";

async function showCross(query) {
  crossPage = Number(query.get("page")) || 1;
  crossRule = query.get("rule") || "";
  byId("x-rule").value = crossRule;
  const mine = (turn += 1);
  try {
    const [items, many] = await crossItems();
    if (mine !== turn) return;
    const pages = Math.max(Math.ceil(many / CROSS_PAGE), 1);
    const first = (crossPage - 1) * CROSS_PAGE;
    byId("cross-rows").replaceChildren(...items.map((one) => crossItem(one, 0)));
    byId("cross-status").textContent = many
      ? fill(WORDS.results_one, count(many), count(first + 1), count(Math.min(first + CROSS_PAGE, many)))
      : WORDS.no_cross;
    byId("cross-page").textContent = crossPage + " / " + pages;
    byId("cross-previous").disabled = crossPage <= 1;
    byId("cross-next").disabled = crossPage >= pages;
  } catch (error) {
    told(error);
  }
}

// Those of the page that is shown, and how many there are
async function crossItems() {
  const first = (crossPage - 1) * CROSS_PAGE;
  const matching = [];
  if (!crossRule) {
    for (let at = first; at < Math.min(first + CROSS_PAGE, DATA.crossTotal); at += 1) {
      matching.push((await load("cross", Math.floor(at / DATA.issues)))[at % DATA.issues]);
    }
    return [matching, DATA.crossTotal];
  }
  for (let file = 0; file < DATA.files.cross; file += 1) {
    for (const one of await load("cross", file)) if (DATA.rules[one.rule][0] === crossRule) matching.push(one);
  }
  return [matching.slice(first, first + CROSS_PAGE), matching.length];
}

// number: of the document beside which it is shown, 0 for none
function crossItem(issue, number) {
  const places = issue.places.map((place) => {
    const range = place.start === null ? "" : "&s=" + place.start + "-" + place.end;
    const row = place.row ? fill(WORDS.catalogue_row, place.row) : "";
    if (!place.document) return el("li", {}, [place.label, row].filter(Boolean).join(" · "));
    const words = [place.label, row].filter(Boolean).join(" · ");
    return el(
      "li",
      {},
      place.document === number ? el("b", {}, WORDS.here) : el("a", { href: "#d=" + place.document + range }, place.name),
      " ",
      words,
    );
  });
  return el(
    "li",
    issue.waiver === null ? {} : { class: "off" },
    el("div", { class: "top-line" }, tag(issue.severity, DATA.severities[issue.severity]), " ", ruleTitle(issue.rule), " ", el("code", {}, DATA.rules[issue.rule][2])),
    el("p", {}, el("b", {}, issue.message)),
    el("ul", {}, ...places),
    issue.suggestion ? el("p", { class: "hint" }, WORDS.suggestion + issue.suggestion) : "",
    issue.waiver === null ? "" : el("p", {}, issue.waiver ? fill(WORDS.waived_reason, issue.waiver) : WORDS.waived),
  );
}

function startCross() {
  const go = (page) => {
    location.hash = "#cross" + (crossRule ? "&rule=" + encodeURIComponent(crossRule) : "") + (page > 1 ? "&page=" + page : "");
    window.scrollTo(0, 0);
  };
  byId("x-rule").addEventListener("change", () => {
    crossRule = byId("x-rule").value;
    go(1);
  });
  byId("cross-filters").addEventListener("submit", (event) => event.preventDefault());
  byId("cross-previous").addEventListener("click", () => go(crossPage - 1));
  byId("cross-next").addEventListener("click", () => go(crossPage + 1));
}
