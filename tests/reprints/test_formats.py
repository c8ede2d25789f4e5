"""One document in many formats is one group, and the documents themselves are none of each other."""

from __future__ import annotations

import pytest

from reporter.model import Analysis, Summary
from reporter.pipeline import document_of
from reporter.read import read_bytes
from reporter.reprints import reprints, sketch
from tests.formats.test_same_document import DOCUMENTS, paper_of
from tests.formats.writers import WRITERS


@pytest.mark.slow
def test_a_document_in_every_format_is_one_group() -> None:
    analyses = []
    for path in DOCUMENTS:
        for number, write in enumerate(WRITERS.values()):
            name, data = write(paper_of(path))
            document = document_of(read_bytes(data, f"{path.stem}/{number}/{name}"))
            analyses.append(Analysis(document, Summary((), ())))
    found = reprints(analyses, [sketch(item.document) for item in analyses])
    folders = {item.document.id: item.document.path.partition("/")[0] for item in analyses}
    groups = [(group.original, *(copy.document for copy in group.copies)) for group in found.groups]
    assert sorted(folders[group[0]] for group in groups) == sorted(path.stem for path in DOCUMENTS)
    assert [len(group) for group in groups] == [len(WRITERS)] * len(DOCUMENTS)
    assert all(len({folders[name] for name in group}) == 1 for group in groups)
    assert found.conflicts == ()
