"""The site's pages beside those of the documents: which there are, in how many parts, and the way between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reporter.render.catalogue import Catalogue
from reporter.render.site_views import NavLink, PageLink, Paging

INDEX = "index"
ABOUT = "about"
# Lists that stand on the page about the build where they are short.
BELOW_ABOUT = frozenset({"inputs", "findings"})


@dataclass(frozen=True, slots=True)
class SiteMap:
    """The site's pages: ``lengths`` has how many items each part of a list's page holds, by the list's name, in the
    order of the navigation; lists without items have no page."""

    lengths: Mapping[str, tuple[int, ...]]

    def pages(self, root: str) -> dict[str, str]:
        """The first page of everything that there is, by name, as seen from the folder that ``root`` leads up from."""
        names = (INDEX, *self.lengths, ABOUT)
        return {name: f"{root}{file_name(name, 1)}" for name in names}

    def nav(self, root: str, current: str, t: Catalogue) -> tuple[NavLink, ...]:
        """The navigation as seen from a page; ``current`` is its name or empty for one that the navigation lacks."""
        at = ABOUT if current in BELOW_ABOUT else current
        shown = {name: href for name, href in self.pages(root).items() if name not in BELOW_ABOUT}
        return tuple(NavLink(t(f"pages.{name}"), href, name == at) for name, href in shown.items())

    def paging(self, name: str, number: int) -> Paging:
        """Where a part of a list stands among its parts."""
        lengths = self.lengths[name]
        links = tuple(PageLink(part, file_name(name, part)) for part in range(1, len(lengths) + 1))
        return Paging(number, links if len(links) > 1 else (), sum(lengths))


def file_name(name: str, number: int) -> str:
    """The file of a page; the first part has no number."""
    return f"{name}.html" if number == 1 else f"{name}-{number}.html"
