"""One walk over all pages of a site in the browser: what several tests ask of each page, taken down in one visit."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

WIDTHS = (320, 390)
_LOOK = """() => {
  const all = [...document.querySelectorAll("*")];
  const names = "img iframe object embed form base link frame audio video foreignobject template".split(" ");
  const foreign = all.flatMap((one) => {
    const found = names.includes(one.localName) ? [one.outerHTML.slice(0, 100)] : [];
    for (const { name, value } of one.attributes) {
      if (/^on|^style$|^autofocus$|^srcdoc$/i.test(name)) found.push(`${one.localName} ${name}`);
      if (!["href", "src", "xlink:href", "action"].includes(name)) continue;
      const bad = /^[/]/.test(value) || new URL(value, location).protocol !== "file:";
      if (bad) found.push(`${one.localName} ${name}=${value}`);
    }
    return found;
  });
  if (document.querySelector("meta[http-equiv=refresh]")) foreign.push("refresh");
  if (document.querySelectorAll("style").length !== 1) foreign.push("style");
  const address = (link) => new URL(link.getAttribute("href"), location).href;
  return {
    address: location.href,
    foreign,
    links: [...new Set([...document.querySelectorAll("a")].map(address))],
    ids: [...document.querySelectorAll("[id]")].map((one) => one.id),
    quotes: [...document.querySelectorAll("a.quote")].map((one) => [one.href, one.textContent, one.dataset.sentence]),
    scripts: [...document.scripts].map((one) => (one.getAttribute("src") ?? "").split("/").at(-1)).sort(),
    ran: document.documentElement.dataset.ran ?? "",
    levels: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((one) => Number(one.localName[1])),
    words: document.querySelector("main").innerText.length,
  };
}"""
# Of a page that is open: what no page of ours has (elements, attributes, addresses of anything but files).
FOREIGN = f"() => ({_LOOK})().foreign"


@dataclass(frozen=True, slots=True)
class Visit:
    """What a page holds.

    ``levels`` are those of its headings, ``words`` is how much text one sees in its main part, ``over`` how many pixels
    it is wider than windows of WIDTHS.
    ``quotes`` are (address, words, id of the sentence) of the quotations.
    """

    path: Path
    address: str
    foreign: list[str]
    links: list[str]
    ids: list[str]
    quotes: list[tuple[str, str, str]]
    scripts: list[str]
    ran: str
    levels: list[int]
    words: int
    over: list[int]


def survey(page: Page, site: Path) -> list[Visit]:
    """Visit every page of a site, in the order of their paths."""
    return [_visit(page, path) for path in sorted(site.rglob("*.html"))]


def _visit(page: Page, path: Path) -> Visit:
    page.goto(path.as_uri())
    found: dict[str, Any] = page.evaluate(_LOOK)
    return Visit(path, **found, over=[_over(page, width) for width in WIDTHS])


def _over(page: Page, width: int) -> int:
    page.set_viewport_size({"width": width, "height": 800})
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
