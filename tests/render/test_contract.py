"""The data files say what the output contract says, with every offset in the source."""

from __future__ import annotations

import json
from pathlib import Path

from reporter.model import Edit, Ledger
from reporter.render.contract import briefing_dict, document_dict
from tests.render.briefings import sample_briefing

# Keys as the contract lists them, in its order.
BRIEFING_KEYS = "schema_version,title,subtitle,issue,date,language,script,documents,summary,comparison,conflicts"
DOCUMENT_KEYS = (
    "id,path,sha256,format,encoding,script,title,subtitle,number,url,authors,source,date,kind,kind_evidence,regions,organisations,"
    "people,companies,"
    "sections,sentences,summary,ranking,keywords,indicators,tables,events,duplicate_of,targets,honours,references,"
    "why,left_out,unheard,reprint_of"
)
PART_KEYS = {
    "sections": "id,parent,level,number,heading,inline,start,end,summary",
    "sentences": "id,section,paragraph,text,start,end",
    "indicators": "id,sentence,subject,name,key,value,unit,qualifier,bound,period,role,change,start,end",
    "tables": "id,caption,unit,origin,section,header,rows,cells,start,end",
    "events": "date,text,sentence,inferred_year,basis,period,start,end",
}


def test_keys_come_in_the_order_of_the_contract() -> None:
    data = briefing_dict(sample_briefing())
    assert ",".join(data).startswith(BRIEFING_KEYS)
    assert ",".join(data["documents"][0]) == DOCUMENT_KEYS
    for part, keys in PART_KEYS.items():
        assert ",".join(data["documents"][0][part][0]) == keys


def test_source_offsets_replay_to_the_text() -> None:
    for analysis in sample_briefing().analyses:
        ledger = analysis.document.clean.ledger
        data = document_dict(analysis)
        for entry in data["sentences"]:
            assert ledger.replay(entry["start"], entry["end"]) == entry["text"]
        for table in data["tables"]:
            for texts, places in zip(table["rows"], table["cells"], strict=True):
                assert [ledger.replay(*place) for place in places] == texts


def test_a_repaired_sentence_has_the_longer_stretch_of_the_source() -> None:
    south = sample_briefing().analyses[1]
    entry = document_dict(south)["sentences"][0]
    assert entry["text"].startswith("質監局")
    source = south.document.clean.ledger.source[entry["start"] : entry["end"]]
    assert source.startswith("質監(jiān)局")


def test_comparison_groups_cells_by_document() -> None:
    data = briefing_dict(sample_briefing())
    rows = data["comparison"]["rows"]
    columns = data["comparison"]["columns"]
    assert [list(row["cells"]) for row in rows[:2]] == [columns, columns]
    cell = rows[1]["cells"][columns[1]][0]
    assert (cell["value"], cell["unit"], cell["role"], cell["same"]) == (2, "个", "actual", False)


def test_written_json_is_utf8_and_the_ledgers_rebuild_the_source(built: Path) -> None:
    text = (built / "data" / "briefing.json").read_bytes().decode("utf-8")
    assert "北川市" in text
    for analysis in sample_briefing().analyses:
        ledger = analysis.document.clean.ledger
        data = json.loads((built / "data" / "repairs" / f"{analysis.document.id}.json").read_text("utf-8"))
        assert data["schema_version"] == 1
        assert data["document"] == analysis.document.id
        assert Ledger(ledger.source, [Edit(*edit) for edit in data["edits"]]) == ledger
        assert len(data["edits"][0]) == len(Edit._fields)
