"""Writes the mixed folder and its truth.

    python -m tests.corpus.mixed.make FOLDER     the files, and truth.json beside this module

In: texts/. Out: some hundred files in every format that people send; `truth()` says what a build should make of each.
The same bytes on every run of one set of library versions.
"""

import json
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from tests.corpus.mixed import docx_files, hard_files, pdf_files, sheet_files, spec, text_files, web_files
from tests.corpus.mixed.damaged_files import bidi, damaged
from tests.corpus.mixed.spec import Spec, load

TRUTH = Path(__file__).parent / "truth.json"
Writer = Callable[[Spec], bytes]


def _text(encoding: str) -> Writer:
    return lambda found: text_files.text(found, encoding)


# file name: document of texts/, its writer
SOUND: dict[str, tuple[str, Writer]] = {
    "edu_report.docx": ("edu_report", docx_files.auto_numbered),
    "health_plan.docx": ("health_plan", docx_files.headed),
    "transport_notice.docx": ("transport_notice", docx_files.notice),
    "water_minutes.docx": ("water_minutes", docx_files.minutes),
    "farm_tracked.docx": ("farm_tracked", docx_files.tracked),
    "finance_tables.docx": ("finance_tables", docx_files.with_tables),
    "tourism_wps.docx": ("tourism_wps", docx_files.wps),
    "emergency_lists.docx": ("emergency_lists", docx_files.auto_list),
    "taiwan_plan.docx": ("taiwan_plan_docx", docx_files.headed),
    "env_bulletin.pdf": ("env_bulletin_pdf", pdf_files.report),
    "industry_tables.pdf": ("industry_tables_pdf", pdf_files.tables_over_pages),
    "two_columns.pdf": ("two_columns_pdf", pdf_files.two_columns),
    "latin_mixed.pdf": ("latin_mixed_pdf", pdf_files.simple),
    "interview.pdf": ("interview_pdf", pdf_files.simple),
    "owner_password.pdf": ("owner_pdf", lambda found: pdf_files.locked(found, "", "master")),
    "region_stats.xlsx": ("region_stats_xlsx", sheet_files.workbook),
    "school_list.xlsx": ("school_list_xlsx", sheet_files.workbook),
    "subsidy.xls": ("subsidy_named_xls", sheet_files.workbook),
    "grain.csv": ("grain_csv", lambda found: sheet_files.separated(found, ";", "gb18030")),
    "visitors.tsv": ("visitors_tsv", lambda found: sheet_files.separated(found, "\t", "utf-16")),
    "budget_notes.csv": ("budget_notes_csv", lambda found: sheet_files.separated(found, ",", "utf-8-sig", notes=True)),
    "formula.csv": ("formula_csv", lambda found: sheet_files.separated(found, ",", "utf-8", quoted=True)),
    "hukou.xls": ("hukou_xls_html", web_files.sheet),
    "planting.md": ("front_matter_md", lambda found: text_files.markdown(found, front=True)),
    "canteen.md": ("nested_md", text_files.markdown),
    "retrofit.md": ("pipe_footnote_md", text_files.markdown),
    "fertiliser.md": ("wrapped_md", lambda found: text_files.markdown(found, width=28)),
    "portal.html": ("portal_html", web_files.portal),
    "wechat.html": ("wechat_html", web_files.wechat),
    "old_layout.htm": ("old_layout_html", web_files.old_layout),
    "taiwan_page.html": ("big5_html", web_files.taiwan),
    "wrong_charset.html": ("wrong_charset_html", web_files.wrongly_declared),
    "word_page.htm": ("word_html", web_files.of_word),
    "irrigation.doc": ("html_named_doc", web_files.official),
    "injected.html": ("injected_html", web_files.injected),
    "nested_tags.html": ("nested_tags_html", web_files.nested),
    "safety_gb.txt": ("gb_txt", _text("gb18030")),
    "lumingxiang_big5.txt": ("big5_txt", _text("big5")),
    "parking_utf16.txt": ("utf16_txt", _text("utf-16-le")),
    "correction_wrapped.txt": ("wrapped_txt", text_files.hard_wrapped),
    "veterans_misread.txt": ("mojibake_txt", text_files.misread),
    "pinyin_notes.txt": ("pinyin_txt", text_files.noted),
    "legal_halfwidth.txt": ("halfwidth_txt", text_files.half_width),
    "swimming_doubled.txt": ("doubled_txt", text_files.doubled),
    "waste_adverts.txt": ("advert_txt", text_files.with_adverts),
    "vouchers_copyright.txt": ("copyright_txt", text_files.with_copyright),
    "library_cut.txt": ("cut_txt", text_files.cut),
    "yearbook_2mb.txt": ("long_txt", text_files.long),
    "lowincome_bidi.txt": ("bidi_txt", lambda found: bidi("\n".join(text_files.lines(found, "　　")))),
    "water\x1b[31m_escape.txt": ("escape_name_txt", _text("utf-8")),
    "folder.docx/village.txt": ("office_doc_text", _text("utf-8")),
}
HARD: dict[str, tuple[str, Writer]] = {
    "circular.docx": ("circular_docx", hard_files.circular),
    "form.docx": ("form_docx", hard_files.form),
    "paper.pdf": ("paper_pdf", hard_files.paper),
    "contents.pdf": ("contents_pdf", hard_files.with_contents),
    "mixed_sheet.xlsx": ("mixed_sheet_xlsx", hard_files.mixed_sheet),
    "gov_meta.html": ("gov_meta_html", hard_files.official_page),
    "rich.md": ("rich_md", hard_files.rich_markdown),
    "letter_taiwan.txt": ("taiwan_letter_txt", hard_files.letter),
    "dateline.txt": ("dateline_txt", hard_files.dateline),
    "speech.txt": ("speech_txt", _text("utf-8-sig")),
    "grid_utf16.txt": ("utf16_bom_txt", _text("utf-16")),
    "forest_mac.txt": ("mac_cr_txt", lambda found: text_files.text(found, "gb18030", "\r")),
    "elderly_mixed_lines.txt": ("mixed_lines_txt", hard_files.mixed_lines),
    "drill.rtf": ("rtf_text", hard_files.rtf),
    "ancient_town.mht": ("web_archive", hard_files.web_archive),
}
SOUND |= HARD
SEPARATORS = {"grain.csv": ";"}

# Finding codes that a sound file must have.
CODES = {
    "region_stats.xlsx": ["extract-total-differs"],
    "subsidy.xls": ["read-format-differs"],
    "hukou.xls": ["read-format-differs"],
    "irrigation.doc": ["read-format-differs"],
    "wrong_charset.html": ["read-charset-wrong"],
    "veterans_misread.txt": ["repair-misread", "repair-misread-open"],
    "pinyin_notes.txt": ["repair-pinyin"],
    "swimming_doubled.txt": ["repair-repeat"],
    "correction_wrapped.txt": ["repair-unwrapped"],
    "library_cut.txt": ["read-tail-cut"],
    "named_wrongly.docx": ["read-format-differs"],
    "elderly_mixed_lines.txt": ["read-encoding-mixed"],
}


@cache
def sound(name: str) -> bytes:
    document, write = SOUND[name]
    return write(load(document))


def files() -> dict[str, bytes]:
    """Every file by its name below the folder."""
    found = {name: sound(name) for name in SOUND}
    found |= {name: content for name, (content, _, _) in damaged(sound).items()}
    found["scanned.pdf"] = pdf_files.scanned()
    found["user_password.pdf"] = pdf_files.locked(load("owner_pdf"), "secret", "master")
    found["named_wrongly.docx"] = pdf_files.simple(load("cut_txt"))
    found["quoted.csv"] = hard_files.QUOTED.encode("gb18030")
    found["page_list.html"] = hard_files.page_list()
    found["script_page.html"] = hard_files.script_page()
    found["safety_gb_again.txt"] = sound("safety_gb.txt")
    return found


def write(folder: Path, *, without: frozenset[str] = frozenset()) -> None:
    """The folder, but for some names; `link.txt` leads nowhere."""
    for name, content in files().items():
        if name not in without:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    if "link.txt" not in without:
        (folder / "link.txt").symlink_to("nowhere.txt")


def truth() -> dict[str, dict[str, Any]]:
    """By file name: status and codes, and for a sound file all that a build should find in it."""
    found: dict[str, dict[str, Any]] = {}
    for name, (document, _) in SOUND.items():
        stated = spec.truth(load(document), SEPARATORS.get(name, "|"))
        found[name] = {"status": ["used"], "codes": CODES.get(name, []), "text": document, **stated}
    for name, (_, statuses, codes) in damaged(sound).items():
        found[name] = {"status": statuses, "codes": codes}
    found["cut.html"] |= _cut_page()
    found["scanned.pdf"] = {"status": ["empty", "unsupported"], "codes": ["read-scanned"]}
    found["user_password.pdf"] = {"status": ["failed"], "codes": ["read-encrypted"]}
    named = spec.truth(load("cut_txt"))
    found["named_wrongly.docx"] = {"status": ["used"], "codes": CODES["named_wrongly.docx"], "text": "cut_txt", **named}
    found["safety_gb_again.txt"] = {"status": ["duplicate"], "codes": ["read-duplicate"]}
    blank = {key: [] for key in ("authors", "sections", "sentences", "optional", "indicators", "forbidden")}
    facts = dict.fromkeys(("title", "number", "source", "date"))
    found["quoted.csv"] = {"status": ["used"], "codes": [], **facts, **blank, "tables": [hard_files.QUOTED_TABLE]}
    found["page_list.html"] = {"status": ["used", "unsupported", "empty"], "codes": ["read-page-list"]}
    found["script_page.html"] = {"status": ["empty"], "codes": ["read-empty"]}
    found["link.txt"] = {"status": ["unsupported"], "codes": ["read-skipped-link"]}
    found["library_cut.txt"]["sentences"][-1] = []
    # A line in bold above a table may be a heading too; a sheet may be a section.
    found["retrofit.md"]["optional_sections"] = ["节能改造项目"]
    found["school_list.xlsx"]["optional_sections"] = ["幼儿园", "小学"]
    _long(found["yearbook_2mb.txt"])
    _letter(found["letter_taiwan.txt"])
    _misread(found["veterans_misread.txt"])
    return found


def _cut_page() -> dict[str, Any]:
    """Of the page that breaks off, what stands before the break."""
    whole = spec.truth(load("portal_html"))
    kept = {key: whole[key] for key in ("title", "number", "source", "date", "authors")}
    forbidden = [line for line in whole["forbidden"] if "首页" in line]
    lists: dict[str, Any] = {"sections": [], "tables": [], "indicators": [], "optional": None, "forbidden": forbidden}
    return {**kept, **lists, "text": "portal_html", "sentences": whole["sentences"][:4]}


def _letter(found: dict[str, Any]) -> None:
    """A letter's sentences may show the label or the number before them; its other labels may be sentences."""
    labels = ("主旨：", "一、", "二、")
    found["sentences"] = [[text, label + text] for label, (text,) in zip(labels, found["sentences"], strict=True)]
    found["optional"] = ["速別：普通件", "說明：", "正本：各村辦公處", "副本：本所民政課", "鄉長 林大山"]


def _misread(found: dict[str, Any]) -> None:
    """The last byte of each 。 was lost, and more of the last line."""
    found["sentences"] = [[whole, whole[:-1], whole[:-1] + "\ufffd"] for (whole,) in found["sentences"]]
    found["optional"] = None


def _long(found: dict[str, Any]) -> None:
    """Too many sentences to write down: their number, and those of the first and the last part."""
    parts, count = text_files.LONG_PARTS, text_files.LONG_COUNT
    lines = text_files.long(load("long_txt")).decode().split("\n")
    lines = text_files.long(load("long_txt")).decode().split("\n")
    heads = [line.split(" ", 1) for line in lines if line.startswith("第")]
    found["sections"] = [[1, number, heading] for number, heading in heads]
    found["sentence_count"] = parts * count
    chosen = text_files.long_sentences(0, count)[:20] + text_files.long_sentences(parts - 1, count)[-20:]
    found["sentences"] = [[sentence] for sentence in chosen]
    found["optional"] = None


def main() -> int:
    if len(sys.argv) > 1:
        folder = Path(sys.argv[1])
        folder.mkdir(parents=True, exist_ok=True)
        write(folder)
    TRUTH.write_text(json.dumps(truth(), ensure_ascii=False, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
