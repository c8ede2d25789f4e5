"""A row of the comparison cites its figures as its columns are headed."""

from __future__ import annotations

from dataclasses import replace

from reporter.render.brief_view import comparison
from tests.render.charts.places import compared, seen, towns


def test_a_figure_is_cited_under_whom_its_document_speaks_of() -> None:
    """A report on a visit names its author's place in its title and counts its host's goods."""
    home, guest = towns([("570亿元", 570), ("81亿元", 81)])
    visited = replace(guest, indicators=(replace(guest.indicators[0], subject="中原市"),))
    table = comparison(seen(compared([home, visited])))
    assert [mark.place for mark in table.columns] == ["东山市", "中原市"]
    assert [figure.mark for figure in table.rows[0].figures] == list(table.columns)
