"""The values that travel between the rooms: frozen dataclasses holding tuples, one type a stage.

``RawText`` (read) → ``CleanText`` (repair) → ``Document`` (structure) → ``Analysis`` (summarize, extract)
→ ``Briefing`` (assemble). Every span inside the program counts code points of the *clean* text; only the
output maps it to the source through the ledger.
"""

from reporter.model.briefing import (
    Briefing,
    BriefingHead,
    Comparison,
    ComparisonCell,
    ComparisonRow,
    Conflict,
    EditorNote,
    InputFile,
    InputStatus,
    Reference,
)
from reporter.model.document import (
    Analysis,
    Bound,
    Cell,
    Change,
    Document,
    Event,
    Indicator,
    Item,
    Keyword,
    Paragraph,
    Role,
    Section,
    Sentence,
    Summary,
    Table,
    Title,
)
from reporter.model.ledger import Edit, Ledger, LedgerError
from reporter.model.text import Aside, CleanText, Finding, Level, Mark, RawTable, RawText, Span

__all__ = [
    "Analysis",
    "Aside",
    "Bound",
    "Briefing",
    "BriefingHead",
    "Cell",
    "Change",
    "CleanText",
    "Comparison",
    "ComparisonCell",
    "ComparisonRow",
    "Conflict",
    "Document",
    "Edit",
    "EditorNote",
    "Event",
    "Finding",
    "Indicator",
    "InputFile",
    "InputStatus",
    "Item",
    "Keyword",
    "Ledger",
    "LedgerError",
    "Level",
    "Mark",
    "Paragraph",
    "RawTable",
    "RawText",
    "Reference",
    "Role",
    "Section",
    "Sentence",
    "Span",
    "Summary",
    "Table",
    "Title",
]
