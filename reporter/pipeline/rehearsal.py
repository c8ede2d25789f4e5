"""Loaded by a worker that has nothing to do yet: all that the first document would load, by way of a small one."""

from __future__ import annotations

from reporter.config import SummarySection
from reporter.pipeline.documents import analyse, document_of_text

_TEXT = "县情况报告\n一、工作情况\n2017年，全县制定标准9项，同比增长12%，到2020年新增3项。\n会议研究了有关工作。\n"

analyse(document_of_text(_TEXT), SummarySection())
