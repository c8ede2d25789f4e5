"""What the PDF library may load: style sheets, pictures and fonts of the theme, nothing else."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

from weasyprint.urls import URLFetcher, URLFetcherResponse

# What a page of print is made of beside its text; templates and settings of a theme are no part of a page.
_SERVED = frozenset({
    ".css", ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".ttf", ".otf", ".ttc", ".woff", ".woff2",
})  # fmt: skip


class ThemeFetcher(URLFetcher):  # type: ignore[misc]
    """Serves style sheets, pictures and fonts below the theme's folders; refuses every other file, every address and
    every data: link.

    The text of a document never asks for anything (it is escaped); this is the second wall.
    """

    def __init__(self, folders: tuple[Path, ...]) -> None:
        super().__init__(allowed_protocols=("file",), allow_redirects=False)
        self._folders = tuple(folder.resolve() for folder in folders)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """The file of a ``file:`` address.

        Raises:
            ValueError: the address is no file of the theme.
        """
        parts = urlsplit(url)
        path = Path(unquote(parts.path)).resolve()
        inside = any(path.is_relative_to(folder) for folder in self._folders)
        if parts.scheme != "file" or parts.netloc or not inside or path.suffix.lower() not in _SERVED:
            raise ValueError(f"{url} is no file of the theme")
        return super().fetch(url, headers)
