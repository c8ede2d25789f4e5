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


def test_figures_of_several_periods_each_say_theirs_and_those_of_one_do_not() -> None:
    first, second = towns([("570亿元", 570), ("81亿元", 81)], period="2022年")
    earlier = replace(second, indicators=(replace(second.indicators[0], period="2021年"),))
    labels = [
        [figure.label for figure in comparison(seen(compared(pair))).rows[0].figures]
        for pair in ([first, earlier], [first, second])
    ]
    assert labels == [["2022年", "2021年"], ["", ""]]
