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
let index;

function searched() {
  index ??= lunr(function () {
    this.ref("id");
    this.field("title", { boost: 8 });
    this.field("page", { boost: 2 });
    this.field("text");
    this.tokenizer.separator = /[\s\-./()|,]+/;
    window.sections.forEach((section, id) => this.add({ id, ...section }));
  });
  const words = input.value.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
  return words.length === 0 ? [] : index.query(query => {
    for (const word of words) {
      query.term(lunr.tokenizer(word), { boost: 4 });
      query.term(word, { wildcard: lunr.Query.wildcard.TRAILING, usePipeline: false });
    }
  }).filter(hit => words.every(word => contains(window.sections[hit.ref], word))).slice(0, 20);
}

function contains(section, word) {
  return (section.title + " " + section.page + " " + section.text).toLowerCase().includes(word);
}

function snippet(text) {
  const word = input.value.toLowerCase().split(/\s+/).find(part => part && text.toLowerCase().includes(part)) ?? "";
  const at = Math.max(0, text.toLowerCase().indexOf(word) - 50);
  return (at > 0 ? "…" : "") + text.slice(at, at + 160) + (at + 160 < text.length ? "…" : "");
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
document.addEventListener("keydown", event => {
  if (event.key === "Escape") {
    results.hidden = true;
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
