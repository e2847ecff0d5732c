// Which view is shown, and keys.

const VIEWS = ["overview", "list", "cross", "document"];
let view = "overview";

function route() {
  const [name, ...rest] = location.hash.slice(1).split("&");
  const query = new URLSearchParams(rest.join("&"));
  const number = /^d=(\d+)$/.exec(name);
  if (name === "main") return;
  notice("");
  if (number && Number(number[1]) >= 1 && Number(number[1]) <= DATA.found) {
    show("document");
    showDocument(Number(number[1]), query);
  } else if (name === "list") {
    show("list");
    showList(query);
  } else if (name === "cross") {
    show("cross");
    showCross(query);
  } else {
    turn += 1;
    show("overview");
  }
}

function show(name) {
  view = name;
  for (const one of VIEWS) byId(one).hidden = one !== name;
  for (const tab of document.querySelectorAll("[data-view]")) {
    if (tab.dataset.view === (name === "document" ? "list" : name)) tab.setAttribute("aria-current", "page");
    else tab.removeAttribute("aria-current");
  }
}

function keyPressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const writing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== "checkbox";
  if (event.key === "Escape") return escape(event);
  if (writing) {
    if (event.target === byId("q") && event.key === "ArrowDown") act(event, () => moveInList(1));
    return;
  }
  const keys = KEYS[view] || {};
  if (event.key === "/") act(event, searchNow);
  else if (keys[event.key]) act(event, keys[event.key]);
}

const KEYS = {
  list: { ArrowDown: () => moveInList(1), ArrowUp: () => moveInList(-1) },
  document: {
    j: () => moveInDocument(1),
    k: () => moveInDocument(-1),
    o: otherSide,
    ArrowRight: () => follow("next-document"),
    ArrowLeft: () => follow("previous-document"),
  },
};

function act(event, what) {
  event.preventDefault();
  what();
}

function follow(id) {
  const there = byId(id);
  if (there && there.hasAttribute("href")) there.click();
}

function searchNow() {
  if (view !== "list") {
    location.hash = listHash({});
    show("list");
  }
  byId("q").focus();
}

function escape(event) {
  if (event.target === byId("q") && byId("q").value) {
    byId("q").value = "";
    change({ q: "" });
  } else if (view === "document") {
    const number = current ? current.number : 0;
    location.hash = listHash({});
    returnTo(number, 40);
  } else if (document.activeElement instanceof HTMLElement) {
    document.activeElement.blur();
  }
}

// Back in the list, at the document that was looked at, once its row is there
function returnTo(number, times) {
  const row = view === "list" && byId("rows").querySelector('tr[data-number="' + number + '"] .file a');
  if (row) {
    row.focus();
    row.scrollIntoView({ block: "center" });
  } else if (times > 0) {
    setTimeout(() => returnTo(number, times - 1), 25);
  }
}

startList();
startCross();
addEventListener("hashchange", route);
addEventListener("keydown", keyPressed);
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  byId("main").focus();
});
route();
