// Typesets formulas, opens the menu of narrow screens, and searches; without it the pages are readable all the same.
"use strict";

for (const formula of document.querySelectorAll("code[data-latex]")) {
  formula.title = formula.textContent;
  katex.render(formula.dataset.latex, formula, { throwOnError: false });
  formula.classList.add("typeset");
}

const menu = document.getElementById("menu");
const button = document.getElementById("menu-button");
button.addEventListener("click", () => button.setAttribute("aria-expanded", menu.classList.toggle("open")));

const input = document.getElementById("search");
const results = document.getElementById("results");
/** Pages that list results: whoever searches for a word wants it explained first. */
const LISTS = /^(examples|statements|gallery|constants|changelog)\.html/;
let index;

function searched() {
  index ??= lunr(function () {
    this.ref("id");
    this.field("title", { boost: 8 });
    this.field("page", { boost: 2 });
    this.field("text");
    this.tokenizer.separator = /[\s\-./()|,]+/;
    window.sections.forEach((section, id) => this.add({ id, ...section }, { boost: LISTS.test(section.url) ? 0.3 : 1 }));
  });
  const words = wordsOf(input.value);
  return words.length === 0 ? [] : index.query(query => {
    for (const word of words) {
      query.term(lunr.tokenizer(word), { boost: 4 });
      query.term(word, { wildcard: lunr.Query.wildcard.TRAILING, usePipeline: false });
    }
  }).filter(hit => words.every(word => contains(window.sections[hit.ref], word))).slice(0, 20);
}

/** The words of a question, without those that say nothing, as "how to", where there are others. */
function wordsOf(question) {
  const all = question.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
  const telling = all.filter(word => lunr.stopWordFilter(word));
  return telling.length === 0 ? all : telling;
}

function contains(section, word) {
  return (section.title + " " + section.page + " " + section.text).toLowerCase().includes(word);
}

function snippet(text) {
  const word = wordsOf(input.value).find(part => text.toLowerCase().includes(part)) ?? "";
  const near = Math.max(0, text.toLowerCase().indexOf(word) - 50);
  const at = near === 0 ? 0 : text.indexOf(" ", near) + 1;
  const end = text.length <= at + 160 ? text.length : Math.max(at + 80, text.lastIndexOf(" ", at + 160));
  return (at > 0 ? "… " : "") + text.slice(at, end) + (end < text.length ? " …" : "");
}

function show() {
  const found = searched();
  results.hidden = input.value.trim() === "";
  results.replaceChildren(...found.map(hit => {
    const section = window.sections[hit.ref];
    const link = document.createElement("a");
    link.href = document.body.dataset.root + section.url;
    const title = document.createElement("b");
    title.textContent = section.title + (section.page === section.title ? "" : " · " + section.page);
    const text = document.createElement("span");
    text.textContent = snippet(section.text);
    link.append(title, text);
    return link;
  }));
  if (found.length === 0) {
    const none = document.createElement("p");
    none.textContent = "No page has all of these words.";
    results.append(none);
  }
}

input.addEventListener("input", show);
input.addEventListener("focus", show);
input.form.addEventListener("submit", event => {
  event.preventDefault();
  results.querySelector("a")?.click();
});
/** From the field down into what was found, and back. */
function step(event) {
  const places = [input, ...results.querySelectorAll("a")];
  const at = places.indexOf(document.activeElement);
  if (at < 0 || results.hidden) {
    return;
  }
  event.preventDefault();
  places[Math.min(places.length - 1, Math.max(0, at + (event.key === "ArrowDown" ? 1 : -1)))].focus();
}

document.addEventListener("keydown", event => {
  if (event.key === "Escape") {
    if (results.contains(document.activeElement)) {
      input.focus();
    }
    results.hidden = true;
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    step(event);
  } else if (event.key === "/" && document.activeElement.tagName !== "INPUT") {
    event.preventDefault();
    input.focus();
  }
});
document.addEventListener("click", event => {
  if (!results.contains(event.target) && event.target !== input) {
    results.hidden = true;
  }
});
