// Elements are made of names and texts only: nothing that a document says is ever read as markup.

const DATA = JSON.parse(document.getElementById("data").textContent);
const WORDS = DATA.words;

const byId = (id) => document.getElementById(id);

// What cannot be seen in a text takes the place of one sign that can, so that offsets stay true.
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

function seen(text) {
  return text.replace(UNSEEN, (sign) => (sign < " " ? String.fromCharCode(0x2400 + sign.charCodeAt(0)) : "\u2370"));
}

// el("a", {class: "x", href: "#list", on: {click: go}}, "text", child)
function el(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (key === "on") {
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(key, value === true ? "" : value);
    }
  }
  const there = children.filter((child) => child !== null && child !== undefined && child !== "");
  element.append(...there.map((child) => (typeof child === "string" ? seen(child) : child)));
  return element;
}

// fill("共 {} 份", 3): the places are filled in order, and what fills them is not looked at again
function fill(text, ...values) {
  return text.split("{}").map((part, at) => part + (at < values.length ? values[at] : "")).join("");
}

const count = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");

function tag(kind, text) {
  return el("span", { class: "tag t-" + kind }, text);
}

const ruleTitle = (at) => DATA.rules[at][1];

function notice(text) {
  byId("notice").textContent = text;
  byId("notice").hidden = !text;
}
