"""Persons, bodies and offices in bylines and signatures, by what their names end in."""

from __future__ import annotations

import re

from reporter.language import people

_OFFICE = re.compile(
    r"(?:[省市区县州盟旗镇乡村局院部厅校行会队站所处科社]长|主任|主席|书记|总理|总统|检察长|秘书长|委员长|董事长|总经理|科员|干部)$"
)
_BODY = re.compile(
    r"(?:政府|人大|政协|[省市县区州旗镇乡]委|委员会|办公室|[厅局署办处科股所队站院校园台社报网馆库]|中心|部|协会|学会|商会|联合会|"
    r"总工会|公司|集团|大学|街道|[镇乡村]|在线|杂志)$"
)


def is_person(plain: str) -> bool:
    """Whether a word in simplified characters reads like a personal name and not like the name of a body."""
    return people.is_person(plain) and not is_body(plain)


def is_body(plain: str) -> bool:
    """Whether a word ends like the name of an office, a paper, a firm or a place: 某区质监分局, 某某日报."""
    return len(plain) >= 3 and bool(_BODY.search(plain)) and not re.search(r"\d|^[含共等各有]", plain)


def is_office(plain: str) -> bool:
    """Whether a word ends with an office (区长, 质监分局局长)."""
    return bool(_OFFICE.search(plain))
