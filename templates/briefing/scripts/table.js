// Tables of the class data-table: sort by a column, filter the rows, copy what is shown. Without scripts they are plain
// tables. Words come from the element .table-words; a cell may state its value for sorting in data-value.
"use strict";

(() => {
  const box = document.querySelector(".table-words");
  if (!box) return;
  const ROWS_TO_FILTER = 8; // shorter tables are seen at a glance
  const NUMBER = /[-−－]?\d[\d,，]*(?:\.\d+)?/u;
  const PLAIN_NUMBER = /^[-−－+＋]?\d[\d,，]*(?:\.\d+)?\s*[%％‰]?$/u;
  const MYRIADS = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };
  const DIRECTIONS = ["ascending", "descending", ""]; // "" is the order that the table came in
  // By reading, digits by their value: 2月 before 10月.
  const collator = new Intl.Collator("zh-u-co-pinyin", { numeric: true, sensitivity: "base" });

  function words(key, values = {}) {
    return box.dataset[key].replace(/\{(\w+)\}/gu, (_, name) => values[name]);
  }

  function button(className, label, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = className;
    made.addEventListener("click", () => act(made));
    if (label) made.textContent = label;
    return made;
  }

  /** What a cell says, without what this script has put into it. */
  function textOf(cell) {
    if (!cell) return "";
    const copy = cell.cloneNode(true);
    copy.querySelectorAll("button, .context").forEach((one) => one.remove());
    return copy.textContent.replace(/\u2060/gu, "").replace(/\s+/gu, " ").trim();
  }

  /** The first number of a text with 万 and 亿 behind it counted in; NaN for none. */
  function numberOf(text) {
    const found = NUMBER.exec(text);
    if (!found) return NaN;
    const value = Number(found[0].replace(/[,，]/gu, "").replace(/[−－]/u, "-"));
    const unit = /^\s*([万萬]?[亿億]?)/u.exec(text.slice(found.index + found[0].length))[1];
    return [...unit].reduce((product, char) => product * MYRIADS[char], value);
  }

  // -- sorting

  function isNumeric(table, column) {
    if (table.tHead.rows[0].cells[column].classList.contains("num")) return true;
    const texts = rowsOf(table).map((row) => valueOf(row, column)).filter(Boolean);
    return texts.length > 0 && texts.every((text) => PLAIN_NUMBER.test(text));
  }

  function valueOf(row, column) {
    const cell = row.cells[column];
    const text = cell?.dataset.value ?? textOf(cell);
    return text === "—" ? "" : text;
  }

  function rowsOf(table) {
    return [...table.tBodies].flatMap((body) => [...body.rows]);
  }

  /** Rows in the order of a column; those that have nothing there come last in both directions. */
  function sorted(rows, column, numeric, sign) {
    const keyed = rows.map((row) => {
      const text = valueOf(row, column);
      return { row, key: numeric ? numberOf(text) : text };
    });
    const isEmpty = ({ key }) => (numeric ? Number.isNaN(key) : key === "");
    const compare = numeric ? (one, other) => one - other : collator.compare;
    const full = keyed.filter((item) => !isEmpty(item)).sort((one, other) => sign * compare(one.key, other.key));
    return [...full, ...keyed.filter(isEmpty)].map(({ row }) => row);
  }

  /** Say whether the rows stand as they came: a row that leaves to the one above it what both have may need it back. */
  function noteOrder(table) {
    const sorted = table.tHead.querySelector("[aria-sort]") !== null;
    table.classList.toggle("rearranged", sorted || rowsOf(table).some((row) => row.hidden));
  }

  function makeSortable(table) {
    const original = rowsOf(table);
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const name = textOf(head);
      const made = button("sort", "", () => {
        const now = DIRECTIONS.indexOf(head.getAttribute("aria-sort") ?? "");
        const direction = DIRECTIONS[(now + 1) % DIRECTIONS.length];
        heads.forEach((one) => one.removeAttribute("aria-sort"));
        if (direction) head.setAttribute("aria-sort", direction);
        const sign = direction === "descending" ? -1 : 1;
        const rows = direction ? sorted(original, column, isNumeric(table, column), sign) : original;
        table.tBodies[0].append(...rows);
        noteOrder(table);
      });
      made.setAttribute("aria-label", words("sort", { column: name || String(column + 1) }));
      head.append(made);
    });
  }

  // -- filtering

  function makeFilter(table, bar, status) {
    const rows = rowsOf(table);
    const input = document.createElement("input");
    input.type = "search";
    input.className = "filter";
    input.setAttribute("aria-label", words("filter"));
    input.placeholder = words("filter");
    const texts = rows.map(textOf);
    let plain = (text) => text.toLowerCase();
    let folded = texts.map(plain);
    const apply = () => {
      const terms = input.value.split(/\s+/u).filter(Boolean).map(plain);
      rows.forEach((row, at) => (row.hidden = !terms.every((term) => folded[at].includes(term))));
      const count = rows.filter((row) => !row.hidden).length;
      status.textContent = terms.length ? words("rows", { count, all: rows.length }) : "";
      noteOrder(table);
    };
    // The search's spellings let a query in one script find rows in the other; without them letters must agree.
    const adopt = (folding) => {
      plain = folding;
      folded = texts.map(plain);
      if (input.value) apply();
    };
    input.addEventListener("focus", () => window.reporterSearch?.folding().then(adopt, () => undefined), { once: true });
    input.addEventListener("input", (event) => event.isComposing || apply());
    input.addEventListener("compositionend", apply);
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.isComposing) return;
      input.value = "";
      apply();
    });
    bar.append(input);
  }

  // -- copying

  /** The head and the rows that are shown, in their order, as tab-separated values. */
  function valuesOf(table) {
    const rows = [...table.tHead.rows, ...rowsOf(table).filter((row) => !row.hidden)];
    return rows.map((row) => [...row.cells].map(textOf).join("\t")).join("\n");
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  }

  function makeCopy(table, bar, status) {
    bar.append(button("copy", words("copy"), async (made) => {
      await copy(valuesOf(table));
      status.textContent = words("copied");
      made.focus();
    }));
  }

  for (const table of document.querySelectorAll("table.data-table")) {
    if (!table.tHead || rowsOf(table).length < 2) continue;
    const bar = document.createElement("div");
    bar.className = "table-bar";
    const status = document.createElement("span");
    status.className = "table-status";
    status.setAttribute("role", "status");
    if (rowsOf(table).length > ROWS_TO_FILTER) makeFilter(table, bar, status);
    makeCopy(table, bar, status);
    bar.append(status);
    makeSortable(table);
    (table.closest(".scroll") ?? table).before(bar);
  }
})();
