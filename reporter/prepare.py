"""What every start would otherwise do anew, done once: ``python -m reporter.prepare``.

The set-up of a checkout runs it; after an installation from a wheel whoever builds an image of it may. It compiles the
program's modules and templates, and keeps the regular expressions, methods and declarations that a start needs compiled
(``kept_patterns``, ``kept_sources``, ``render.pdf_library``). Without it the same comes out of each build, a few
seconds later: where Python keeps nothing of what it compiles (``PYTHONDONTWRITEBYTECODE``), nobody else does it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from reporter import kept_patterns, kept_sources

# Three made-up documents that compare one measure over years: there is a chart to draw, and a table, and a finding.
_TEXTS = tuple(
    f"{place}质量工作情况的报告\n\n一、主要工作\n（一）产业。2017年全县实现地区生产总值{value}亿元，同比增长8.5%，到2020年达到150亿元。\n"
    "二、存在问题\n会议研究了有关工作，要求2018年6月底前完成。（责任单位：县住建局、县财政局）\n"
    for place, value in (("东河县", 125), ("西岭县", 98), ("南山县", 76))
)


def main() -> int:
    """Compile all, keep it, and say what could not be kept; the exit code."""
    sys.dont_write_bytecode = False
    # What compiles patterns is loaded in here, not above: Python's own modules do too.
    with kept_patterns.recorded() as patterns, kept_sources.recorded() as sources:
        import compileall

        kept = bool(compileall.compile_dir(Path(__file__).resolve().parent, quiet=1))
        _load()
        from reporter.render import compiled_templates, pdf_library

        kept = pdf_library.keep() and kept
        compiled_templates.forget()
        for said in (*_compile_templates(), *_work()):
            sys.stderr.write(f"prepare: {said}\n")
            kept = False
    kept = kept_patterns.keep(patterns) and kept
    kept = kept_sources.keep(sources) and kept
    if not kept:
        sys.stderr.write("prepare: not all of it could be kept; builds take a second or two longer\n")
    return 0 if kept else 1


def _load() -> None:
    """All modules of the program; those whose libraries the system lacks are left."""
    import pkgutil
    from contextlib import suppress
    from importlib import import_module

    import reporter

    for module in pkgutil.walk_packages(reporter.__path__, "reporter.", onerror=lambda name: None):  # noqa: ARG005
        if not module.name.endswith("__main__"):
            with suppress(ImportError, OSError):
                import_module(module.name)


def _compile_templates() -> Iterator[str]:
    """Compile each template of the program, for engines that trust it and for the sandbox; what went wrong."""
    from dataclasses import replace

    from reporter.config import Config, configured
    from reporter.render.environment import environment
    from reporter.render.theme import known_themes, load_theme

    for name in known_themes(Config()):
        theme = load_theme(configured({"output": {"theme": name}}))
        for trusted in (True, False):
            engine = environment(replace(theme, trusted=trusted))
            for file in sorted({str(path.relative_to(top)) for top in theme.folders for path in top.rglob("*.j2")}):
                try:
                    engine.get_template(file.replace("\\", "/"))
                except Exception as error:  # noqa: BLE001 - a build says more of it
                    yield f"{file}: {error}"


def _work() -> Iterator[str]:
    """Ask for each unit, and build a small briefing in all formats: some patterns are made when they are first needed;
    what went wrong."""
    import tempfile

    from reporter.config import FORMATS, configured
    from reporter.errors import ReporterError
    from reporter.extract.units import FAMILY, unit_at
    from reporter.pipeline import build

    for unit in FAMILY:
        unit_at(unit, 0)
    with tempfile.TemporaryDirectory() as folder:
        sources = Path(folder) / "sources"
        sources.mkdir()
        for number, text in enumerate(_TEXTS):
            (sources / f"{number}.txt").write_text(text, "utf-8")
        config = configured({"output": {"formats": list(FORMATS)}})
        try:
            build(config, sources=[sources], output=Path(folder) / "build")
        except ReporterError as error:
            yield error.message


if __name__ == "__main__":
    sys.exit(main())
