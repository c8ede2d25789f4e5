// What helps to read a page: the surroundings of a quotation for who hears it, the contents that say where the reader
// is, references to copy. Without it all of this can be read, too.
"use strict";

// What stands around a quotation (.context, the element after its link): told with the link, put away with Escape until
// another is at hand (WCAG 2.2, 1.4.13). Showing and keeping it is the style sheet's work.
(() => {
  const LINKS = ".quote, .words";
  let put = null; // the link whose surroundings were put away

  document.querySelectorAll(".context").forEach((around, number) => {
    const link = around.previousElementSibling;
    if (!link?.matches(LINKS)) return;
    around.id ||= `context-${number + 1}`;
    link.setAttribute("aria-describedby", around.id);
  });

  function bringBack() {
    put = null;
    document.documentElement.classList.remove("put-away");
  }

  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    put = document.querySelector(`:is(${LINKS}):is(:hover, :focus-visible)`);
    document.documentElement.classList.add("put-away");
  });
  addEventListener("focusin", bringBack);
  addEventListener("pointerover", ({ target }) => {
    const stays = put?.matches(":focus-visible") && !target.closest?.(LINKS);
    if (!stays && target.closest?.(LINKS) !== put) bringBack();
  });
})();

// The entry of the contents whose part of the page is read: the last one that begins in the upper third of the window.
(() => {
  const parts = [...document.querySelectorAll(".toc a[href^='#']")]
    .map((link) => ({ link, part: document.getElementById(decodeURIComponent(link.hash.slice(1))) }))
    .filter(({ part }) => part);
  if (parts.length < 2) return;
  let asked = false;

  function mark() {
    asked = false;
    const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    const begun = parts.filter(({ part }) => atEnd || part.getBoundingClientRect().top < innerHeight / 3);
    const current = scrollY > 0 ? begun.at(-1) : undefined;
    for (const one of parts) {
      if (one === current) one.link.setAttribute("aria-current", "location");
      else one.link.removeAttribute("aria-current");
    }
  }

  addEventListener("scroll", () => {
    if (!asked) requestAnimationFrame(mark);
    asked = true;
  }, { passive: true });
  mark();
})();

// References (.citation) with a button that copies them. Words come from the element .table-words.
(() => {
  const words = document.querySelector(".table-words")?.dataset;
  if (!words) return;
  for (const citation of document.querySelectorAll(".citation")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = words.copy;
    const status = document.createElement("span");
    status.className = "table-status";
    status.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(citation.textContent.trim());
      } catch {
        getSelection().selectAllChildren(citation);
        document.execCommand("copy");
      }
      status.textContent = words.copied;
    });
    citation.after(" ", button, status);
  }
})();
