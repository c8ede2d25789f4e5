// The site's search. It reads the files that reporter/render/search/ writes, each as a script: a page on a file: address
// may read nothing else. A query goes through four steps: folded (质監 → 质监), candidate documents by the index, their
// texts searched in full (the index knows pairs of characters only), results on the page.
"use strict";

(() => {
  const ROOT = new URL("../", document.currentScript.src);
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const END = "\t"; // follows the last character of a passage in the index
  const TITLE = 1, HEADING = 2; // marks of a posting; also of a passage that has a hit
  const UNSEEN = /[\p{Z}\p{Cc}\p{Cf}\p{Cs}]/u;
  const PAUSE = 120; // milliseconds without a key before the search begins
  const PATIENCE = 400; // milliseconds until the page says that it searches
  const AT_ONCE = 16; // documents whose texts are asked for together
  const DOCUMENTS_SHOWN = 20, HITS_SHOWN = 4;
  const CONTEXT = 48, LONGEST = 160; // characters before a hit, and of a passage that is shown whole

  // -- data: scripts that call window.reporterSearch

  const data = { index: null, keys: new Map(), texts: new Map() };
  const loading = new Map();

  window.reporterSearch = {
    index(value) {
      data.index = { ...value, spellings: spellingTable(value.spellings) };
    },
    keys(number, value) {
      data.keys.set(number, new Map(Object.entries(value)));
    },
    texts(number, records) {
      const first = data.index.texts[number];
      records.forEach((record, offset) => data.texts.set(first + offset, documentOf(first + offset, record)));
    },
    /** A function that folds a text as the search does, once the table of spellings is there. */
    async folding() {
      await load("index.js");
      return (text) => folded(text);
    },
  };

  /** Runs a data file once; a file that failed is asked for anew the next time. */
  function load(name) {
    if (!loading.has(name)) {
      loading.set(name, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = new URL(`search/${name}`, ROOT).href;
        script.onload = resolve;
        script.onerror = () => {
          loading.delete(name);
          reject(new Error(name));
        };
        document.head.append(script);
      }));
    }
    return loading.get(name);
  }

  /** (spelling → folded) from their alternating characters. */
  function spellingTable(pairs) {
    const characters = [...pairs];
    const table = new Map();
    for (let at = 0; at < characters.length; at += 2) table.set(characters[at], characters[at + 1]);
    return table;
  }

  function documentOf(number, record) {
    const [head, ...lines] = record.split("\n");
    const [id, lang] = head.split("\t");
    return { number, id, lang, passages: passagesOf(lines), folded: null };
  }

  /** Passages with the heading that each stands under. */
  function passagesOf(lines) {
    let section = "";
    return lines.map((line) => {
      const tab = line.indexOf("\t");
      const [, kind, part, anchor] = /^(.)(\d*)#(.*)$/u.exec(line.slice(0, tab));
      const passage = { kind, part, anchor, text: line.slice(tab + 1), section: kind === "H" ? "" : section };
      if (kind === "H") section = passage.text;
      return passage;
    });
  }

  async function documentText(number) {
    const starts = data.index.texts;
    let file = starts.length - 1;
    while (starts[file] > number) file -= 1;
    await load(`texts-${file}.js`);
    return data.texts.get(number);
  }

  // -- folding

  /** The text as it is compared; `places` receives where in the text each of its characters stands. */
  function folded(text, places) {
    const table = data.index.spellings;
    let found = "";
    let at = 0;
    for (const char of text) {
      const to = table.get(char) ?? (char < "\u3400" || char > "\u9fff" ? (UNSEEN.test(char) ? "" : char) : char);
      for (let unit = 0; places && unit < to.length; unit += 1) places.push(at);
      found += to;
      at += char.length;
    }
    return found;
  }

  /** The words of a query: what blanks part, folded, each once. */
  function termsOf(query) {
    return [...new Set(query.split(/[\p{Z}\s]+/u).map((word) => folded(word)).filter(Boolean))];
  }

  // -- candidates: documents that have all pairs of characters, with marks

  /** (document → marks) of the documents that have every pair of characters of every term. */
  async function candidates(terms) {
    let found = null;
    for (const term of terms) {
      const characters = [...term];
      const pairs = characters.length > 1 ? characters.slice(1).map((char, at) => [characters[at], char]) : [[characters[0]]];
      for (const [first, second] of pairs) {
        found = both(found, postings(await entriesOf(first), second));
        if (!found.size) return found;
      }
    }
    return found;
  }

  async function entriesOf(first) {
    const number = first.codePointAt(0) % data.index.keys;
    await load(`keys-${number}.js`);
    return data.keys.get(number).get(first) ?? "";
  }

  /** The documents of a pair of characters, or of all pairs with that first one. */
  function postings(entries, second) {
    const found = new Map();
    if (second === undefined) {
      if (entries) for (const entry of entries.split(" ")) addPostings(found, entry);
      return found;
    }
    const at = ` ${entries}`.indexOf(` ${second}`);
    if (at >= 0) addPostings(found, entries.slice(at).split(" ", 1)[0]);
    return found;
  }

  /** Decodes an entry: a character, then numbers of five bits a digit, the lowest first. */
  function addPostings(found, entry) {
    let number = -1;
    let value = 0;
    let scale = 1;
    for (const digit of entry.slice(String.fromCodePoint(entry.codePointAt(0)).length)) {
      const bits = DIGITS.indexOf(digit);
      value += (bits % 32) * scale;
      scale *= 32;
      if (bits < 32) {
        number += Math.floor(value / 4) + 1;
        found.set(number, (found.get(number) ?? 0) | value % 4);
        value = 0;
        scale = 1;
      }
    }
  }

  function both(some, others) {
    if (some === null) return others;
    const found = new Map();
    for (const [number, marks] of some) if (others.has(number)) found.set(number, marks & others.get(number));
    return found;
  }

  /** 0 for a hit in the title, 1 in a heading, 2 elsewhere. */
  function rank(marks) {
    return marks & TITLE ? 0 : marks & HEADING ? 1 : 2;
  }

  // -- hits: passages that have every term

  /** Searches the texts of the candidates, best first; hands the results on as they grow. */
  async function search(query, show, isLatest) {
    await load("index.js");
    const terms = termsOf(query);
    if (!terms.length) return show([], terms, true);
    const found = [...await candidates(terms)].map(([number, marks]) => [rank(marks), number]);
    found.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
    const results = [];
    for (let at = 0; at < found.length && isLatest(); at += AT_ONCE) {
      const numbers = found.slice(at, at + AT_ONCE).map(([, number]) => number);
      for (const item of await Promise.all(numbers.map(documentText))) {
        const hits = hitsOf(item, terms);
        if (hits.length) results.push({ item, hits, rank: rankOf(hits) });
      }
      if (results.length >= DOCUMENTS_SHOWN && results.length < DOCUMENTS_SHOWN + AT_ONCE && isLatest()) {
        show(results, terms, false);
      }
    }
    results.sort((one, other) => one.rank - other.rank || one.item.number - other.item.number);
    return isLatest() ? show(results, terms, true) : undefined;
  }

  function hitsOf(item, terms) {
    item.folded ??= item.passages.map((passage) => folded(passage.text));
    return item.passages.filter((_, at) => terms.every((term) => item.folded[at].includes(term)));
  }

  function rankOf(hits) {
    return Math.min(...hits.map(({ kind }) => rank(kind === "T" ? TITLE : kind === "H" ? HEADING : 0)));
  }

  /** Where the terms stand in a text, as disjoint [start, end) in order. */
  function marksOf(text, terms) {
    const places = [];
    const plain = folded(text, places);
    const marks = [];
    for (const term of terms) {
      for (let at = plain.indexOf(term); at >= 0; at = plain.indexOf(term, at + term.length)) {
        const last = places[at + term.length - 1];
        marks.push([places[at], last + String.fromCodePoint(text.codePointAt(last)).length]);
      }
    }
    return merged(marks.sort((one, other) => one[0] - other[0] || one[1] - other[1]));
  }

  function merged(marks) {
    const found = [];
    for (const [start, end] of marks) {
      const before = found.at(-1);
      if (before && start <= before[1]) before[1] = Math.max(before[1], end);
      else found.push([start, end]);
    }
    return found;
  }

  // -- the page

  const box = document.querySelector(".search");
  if (!box) return;
  const input = box.querySelector("input");
  const status = box.querySelector(".search-status");
  const list = box.querySelector(".search-results");
  let latest = 0; // the number of the newest search; an older one shows nothing any more
  let asked = ""; // its query
  let timer = 0;

  /** The interface's words, with {name} replaced. */
  function words(key, values = {}) {
    return box.dataset[key].replace(/\{(\w+)\}/gu, (_, name) => values[name]);
  }

  function element(tag, className, ...children) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  /** The text with its hits marked, a long one cut to what stands around the first. */
  function marked(text, terms) {
    const marks = marksOf(text, terms);
    const whole = text.length <= LONGEST || !marks.length;
    const low = whole ? 0 : wholeCharacter(text, Math.max(0, marks[0][0] - CONTEXT));
    const high = whole ? text.length : wholeCharacter(text, Math.max(low + LONGEST, marks[0][1]));
    const parts = document.createDocumentFragment();
    let at = low;
    if (low > 0) parts.append("…");
    for (const [start, end] of marks) {
      if (end > high) break;
      parts.append(text.slice(at, start), element("mark", "", text.slice(start, end)));
      at = end;
    }
    parts.append(text.slice(at, high), high < text.length ? "…" : "");
    return parts;
  }

  /** A place that does not lie inside a pair of surrogates. */
  function wholeCharacter(text, at) {
    return (text.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at;
  }

  function hrefOf(item, passage) {
    if (!passage.anchor) return new URL(`documents/${item.id}.html`, ROOT).href;
    const part = passage.part ? `-${passage.part}` : "";
    return new URL(`sources/${item.id}${part}.html#${passage.anchor}`, ROOT).href;
  }

  function link(href, className, lang, ...children) {
    const made = element("a", className, ...children);
    made.href = href;
    made.lang = lang;
    return made;
  }

  function hitItem(item, passage, terms) {
    const text = element("span", "search-text", marked(passage.text, terms));
    const over = passage.section ? [element("small", "search-section", passage.section)] : [];
    return element("li", passage.kind === "H" ? "search-heading" : "", link(hrefOf(item, passage), "", item.lang, ...over, text));
  }

  /** A document with its hits: headings first, the rest in the order of the text, of many the first ones. */
  function documentItem({ item, hits }, terms) {
    const title = item.passages.find(({ kind }) => kind === "T");
    const name = title ? marked(title.text, terms) : words("untitled");
    const head = element("p", "search-document", link(hrefOf(item, { anchor: "" }), "", item.lang, `〔${item.number + 1}〕`, name),
      element("small", "search-count", words("places", { count: hits.length })));
    const inside = [...hits.filter(({ kind }) => kind === "H"), ...hits.filter(({ kind }) => !"TH".includes(kind))];
    const places = element("ul", "", ...inside.slice(0, HITS_SHOWN).map((hit) => hitItem(item, hit, terms)));
    const made = element("li", "", head, places);
    const rest = inside.slice(HITS_SHOWN);
    if (rest.length) made.append(moreButton(rest.length, () => places.append(...rest.map((hit) => hitItem(item, hit, terms)))));
    return made;
  }

  /** A button that says how many more there are; it gives way to them and hands the focus on. */
  function moreButton(count, reveal) {
    const button = element("button", "search-more", words("more", { count }));
    button.type = "button";
    button.addEventListener("click", () => {
      const place = links().indexOf(button);
      button.remove();
      reveal();
      links()[place]?.focus();
    });
    return button;
  }

  function show(results, terms, finished) {
    list.replaceChildren(...results.slice(0, DOCUMENTS_SHOWN).map((result) => documentItem(result, terms)));
    addRest(results.slice(DOCUMENTS_SHOWN), terms, finished);
    list.hidden = !results.length;
    const hits = results.reduce((sum, result) => sum + result.hits.length, 0);
    if (!terms.length) status.textContent = "";
    else if (!finished) status.textContent = words("busy");
    else if (!results.length) status.textContent = words("none", { query: input.value.trim() });
    else status.textContent = words("count", { documents: results.length, hits });
  }

  function addRest(rest, terms, finished) {
    if (!rest.length || !finished) return;
    const last = element("li", "");
    last.append(moreButton(rest.length, () => {
      last.remove();
      list.append(...rest.slice(0, DOCUMENTS_SHOWN).map((result) => documentItem(result, terms)));
      addRest(rest.slice(DOCUMENTS_SHOWN), terms, finished);
    }));
    list.append(last);
  }

  function begin() {
    const ticket = (latest += 1);
    clearTimeout(timer);
    asked = input.value.trim();
    if (!asked) return close();
    const slow = setTimeout(() => (status.textContent = words("busy")), PATIENCE);
    return search(asked, show, () => ticket === latest)
      .catch(() => (status.textContent = words("failed")))
      .finally(() => clearTimeout(slow));
  }

  function close() {
    latest += 1;
    asked = "";
    list.hidden = true;
    list.replaceChildren();
    status.textContent = "";
  }

  function links() {
    return [...list.querySelectorAll("a, button")];
  }

  /** Moves the focus among the results; before the first of them stands the input. */
  function move(step) {
    const all = [input, ...links()];
    const next = all[all.indexOf(document.activeElement) + step];
    if (next && !list.hidden) next.focus();
  }

  /** Follows the first result, or searches if the query is newer than the results. */
  function enter() {
    if (asked === input.value.trim() && links().length) links()[0].click();
    else begin();
  }

  function isTyping(target) {
    return target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/u.test(target.tagName);
  }

  input.addEventListener("input", (event) => {
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(begin, PAUSE);
  });
  input.addEventListener("compositionend", () => {
    clearTimeout(timer);
    timer = setTimeout(begin, PAUSE);
  });
  input.addEventListener("focus", () => {
    load("index.js").catch(() => undefined);
    if (input.value && list.hidden) begin();
  });
  box.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return; // the key belongs to the input method
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps) move(steps[event.key]);
    else if (event.key === "Enter" && event.target === input) enter();
    else if (event.key === "Escape") {
      if (event.target === input) input.value = "";
      if (event.target === input) close();
      else input.focus();
    } else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
  list.addEventListener("click", (event) => {
    if (event.target.closest("a")) close();
  });
  // A reader who comes back finds the query in its field, and its results again.
  window.addEventListener("pageshow", () => {
    if (input.value) begin();
  });
  box.hidden = false;
})();
