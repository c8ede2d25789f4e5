"""Whose figure it is: the label of its list item, the body or place its sentence begins with, the one the paragraph
speaks of, the one that a heading names, or the document's own.

全市 and 我区 stand for the document's place, 该局 and 我公司 for the body spoken of. Subjects are in simplified
characters.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from reporter.extract.bodies import is_lasting, last_named, road_before
from reporter.extract.clauses import clause_starts, clauses
from reporter.extract.forms import leading_person
from reporter.extract.headings import headed, item_labels
from reporter.extract.openings import Opening, Openings
from reporter.extract.place_rows import row_place_before
from reporter.extract.places import ADMINISTRATIVE, place_of, short_places, titled_name, untruncated
from reporter.language.script import simplified
from reporter.model.document import Document, Sentence

# A body above the document's place acts on it, and what follows is the place's again.
_SUPERIOR = re.compile("(?:国家|全国|中央|国务院|省)(?!.*(?:中心|实验室|公司|集团|学校|大学|医院)$)")
_ROAD_WITHIN = 12
# How far back 该工程 and 该村 look for the one meant.
_MEANT_WITHIN = 300
_OFFICES = frozenset(["局", "分局", "总局", "委", "办", "部", "处", "厅", "系统", "单位", "企业", "行", "社", ""])
_PLACES = frozenset(["省", "市", "县", "区", "州", "旗", "镇", "乡", "街道"])
# 区内13家生产企业: whose the things counted are stands right before their number.
_INSIDE = re.compile(r"(?:[全我本]?[市县区镇乡]内|境内|辖区内?)的?$")
# Somebody speaks of his own: “我家的8亩…”, and who he is stands behind the speech.
_OWN_VOICE = re.compile(r"我家|俺|我们家|家里|我种|我养|咱家")
_SPEAKER_WITHIN = 160


class Subjects:
    """Finds the subjects of one document's figures, sentence by sentence in reading order."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.places = short_places(document)
        self.place = place_of(document, self.places)
        titled = titled_name(document, self.place)
        if titled and ADMINISTRATIVE.search(titled):
            self.place = titled
        bodies = [
            untruncated(simplified(body), document.regions) for body in document.organisations if body[0] not in "各有"
        ]
        of_work = titled.endswith("园") and bool(self.place)  # 某园开园 of a place is the place's news
        self._firm = titled if titled and not of_work and not ADMINISTRATIVE.search(titled) else ""
        self.body = self._firm or next(iter(bodies), "")
        known = [*bodies, *(simplified(company.text) for company in document.companies)]
        self._openings = Openings(sorted(dict.fromkeys(known), key=len, reverse=True), self.places, self.place)
        self._labels = item_labels(document)
        self._headed = headed(document)
        own = [short for short, full in self.places.items() if full == self.place]
        names = "|".join(re.escape(name) for name in (self.place, *own) if name)
        self._own_place = re.compile(rf"(?:{names})[省市县区]?(?:内|境内)?的?$") if names else None
        self._heading = ""
        self._carried = ""
        self._sentence = ""
        self._spoken: tuple[int, str] | None = None
        self._said = self._pointed = ""
        # Sentences of a paragraph that nobody has asked about yet, with the one that their 该局 means.
        self._unread: list[tuple[int, str, str]] = []
        self._opened: tuple[str, list[Opening]] = ("", [])

    @property
    def default(self) -> str:
        """Whose figures they are where nothing says otherwise: the firm or institution of the title, else the
        document's place, else its body."""
        return self._firm or self.place or self.body

    def of(self, sentence: Sentence, text: str, start: int) -> str:
        """The subject of the figure at this place of a sentence.

        Args:
            text: the sentence in simplified characters.
            start: where the figure begins in it.
        """
        if label := self._labels.get(sentence.id):
            return label
        self._turn_to(sentence, text)
        return self._beside(text, start) or self._before(text, start) or self._carried or self._above

    @property
    def _above(self) -> str:
        return self._heading or self.default

    def _turn_to(self, sentence: Sentence, text: str) -> None:
        """Take over what the paragraph and the headings say of a sentence's subject."""
        if sentence.id == self._sentence:
            return
        self._sentence, self._pointed = sentence.id, ""
        self._read_unread(sentence.paragraph)
        self._heading = self._headed.get(sentence.section or "", "")
        spoken = self._spoken[1] if self._spoken and self._spoken[0] == sentence.paragraph else ""
        self._carried = spoken if spoken and is_lasting(spoken, text) else ""
        if _OWN_VOICE.search(text):
            self._carried = self._speaker(sentence) or self._carried

    def _speaker(self, sentence: Sentence) -> str:
        """The person named right behind the speech that a sentence belongs to; empty where none is."""
        end = sentence.span.start + _SPEAKER_WITHIN
        closing = self._document.simplified.find("”", sentence.span.start, end)
        behind = self._document.simplified[closing + 1 : closing + 24] if closing >= 0 else ""
        return leading_person(behind)[0]

    def _beside(self, text: str, start: int) -> str:
        """The document's place where it stands right before a figure (北川区9家生产企业), the road whose bracket it is
        in."""
        opened = text.rfind("（", 0, start)
        if opened >= 0 and text.find("）", opened, start) < 0 and (road := road_before(text[:opened][-_ROAD_WITHIN:])):
            return road
        left = text[max(0, start - 12) : start]
        if self._firm or not self.place:
            return ""
        own = self._own_place is not None and self._own_place.search(left) is not None
        return self.place if own or _INSIDE.search(left) else ""

    def _before(self, text: str, start: int) -> str:
        """The subject that the figure's clause, or one before it in the sentence, begins with; empty without one."""
        starts, openings = clause_starts(text), self._openings_in(text)
        here = bisect_right(starts, start) - 1
        row = row_place_before(text, start)
        for index in range(here, -1, -1):
            if row and row.start >= starts[index] and "；" not in text[row.start : start]:
                return row.of(text, start)
            opening = openings[index]
            if opening.kind == "none" or starts[index] + opening.reach > start:
                continue
            if "；" in text[starts[index] : start] and not is_lasting(opening.text, text[starts[here] :]):
                continue
            found = opening.text
            if opening.kind == "pointing":  # 该局, 全局, 该工程: the one spoken of before
                found = self._meant(opening.text, text[: starts[index]])
            if found:
                self._pointed = found if opening.kind == "pointing" else self._pointed
                return found
        return ""

    def _openings_in(self, text: str) -> list[Opening]:
        """What the clauses of a text begin with; those of the last text are kept for its other figures."""
        if text != self._opened[0]:
            starts = clause_starts(text)
            signs = [text[start - 1] for start in starts[1:]]
            read = [self._openings.of(*pair) for pair in zip(clauses(text), [*signs, ""], strict=True)]
            self._opened = (text, read)
        return self._opened[1]

    def _meant(self, head: str, text: str) -> str:
        """Whom 该 with this head means: the last one before that is named so, the body that the text speaks of last,
        the one carried over, the heading's, the document's."""
        if head in _PLACES:
            return self._place_meant(head, text)
        sought = head not in _OFFICES and not self._firm.endswith(head)
        if sought and (name := last_named((self._said + text)[-_MEANT_WITHIN:], head)):
            return self.places.get(name, name)
        named = [found for found in self._names(text) if found != self.place]
        carried = self._carried if self._carried != self.place else ""
        return (named[-1] if named else carried) or self._heading or (self.body if head else self.default)

    def _place_meant(self, head: str, text: str) -> str:
        """Which place 该镇 or 全镇 means where the document's own is of another kind."""
        candidates = (*reversed(self._names(text)), self._carried, self._heading)
        spoken = next((name for name in candidates if name.endswith(head)), "")
        return spoken or last_named((self._said + text)[-_MEANT_WITHIN:], head) or self.place

    def _names(self, text: str) -> list[str]:
        """The names that the clauses of a text begin with, in order."""
        openings = self._openings_in(text) if text else []
        return [opening.text for opening in openings if opening.kind == "name"]

    def heard(self, sentence: Sentence, text: str) -> None:
        """Take note of whom a sentence speaks of, so that a figure in a later one of its paragraph can be his."""
        self._said = (self._said + text)[-_MEANT_WITHIN:]
        if self._unread and self._unread[-1][0] != sentence.paragraph:
            self._unread.clear()
        self._unread.append((sentence.paragraph, text, self._pointed))
        self._pointed = ""

    def _read_unread(self, paragraph: int) -> None:
        """Find whom the earlier sentences of a paragraph speak of; those of others concern nobody any more."""
        for place, text, pointed in self._unread:
            if place == paragraph:
                self._take_note(place, text, pointed)
        self._unread.clear()
        self._openings.forget()

    def _take_note(self, paragraph: int, text: str, pointed: str) -> None:
        head, _, tail = text.partition("；")
        first, later = self._names(head), self._names(tail)
        name = next((found for found in first if found != self.place and not _SUPERIOR.match(found)), "")
        if any(found not in first for found in later):  # 甲镇…；乙镇…: what follows is of neither
            self._spoken = None
        elif name or pointed:
            self._spoken = (paragraph, name or pointed)
