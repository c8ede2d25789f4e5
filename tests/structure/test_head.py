"""Title, subtitle, number, byline, source: what is stated is found, what is not is left open."""

from __future__ import annotations

import pytest

from reporter.model import CleanText, Document
from reporter.read import read_bytes
from reporter.repair import repair
from reporter.structure import structure

TEXT = "今年以来，云溪县各项质量工作稳步推进，取得了明显成效。"


def of(*lines: str) -> Document:
    return structure(CleanText.of("\n".join(lines)), "x")


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("云溪县质量工作取得实效", "云溪县质量工作取得实效"),
        ("云溪县质量工作取得实效-其他", "云溪县质量工作取得实效"),
        ("云溪县质量工作取得实效_云溪新闻网", "云溪县质量工作取得实效"),
        ("云溪县质量工作取得实效 - 新闻频道 - 云溪在线", "云溪县质量工作取得实效"),
        ("云溪县质量工作取得实效|云溪日报", "云溪县质量工作取得实效"),
        ("云溪县质量工作取得实效（图）", "云溪县质量工作取得实效"),
        ("扎实推进质量强县 全面提升发展水平", "扎实推进质量强县 全面提升发展水平"),
        ("雲溪-松嶺產業合作論壇", "雲溪-松嶺產業合作論壇"),
        ("质量强县怎么建？", "质量强县怎么建？"),
    ],
)
def test_the_first_line_is_the_title_without_its_site(line: str, title: str) -> None:
    document = of(line, TEXT)
    assert (document.title.text, document.title.inferred) == (title, False)
    assert document.title.span is not None
    assert document.title.span.of(document.text) == title


@pytest.mark.parametrize(
    "line",
    ["一、总体要求", "加微信领取优惠 13800000000", "http://example.org/a", "各位代表：", TEXT, "首页 > 新闻 > 正文"],
)
def test_other_first_lines_are_no_title(line: str) -> None:
    assert of(line, TEXT).title.inferred


def test_an_inferred_title_is_a_stretch_of_the_text() -> None:
    document = of("近日，云溪县启动质量提升行动，组织专家进企业，帮助解决难题。", TEXT)
    assert document.title.text == "云溪县启动质量提升行动"
    assert document.title.span is not None
    assert document.title.span.of(document.text) == document.title.text
    assert [finding.code for finding in document.findings] == ["structure-title-inferred"]


def test_a_text_of_one_line_is_its_own_sentence() -> None:
    document = of("云溪县全面推行林长制")
    assert [sentence.text for sentence in document.sentences] == ["云溪县全面推行林长制"]
    assert document.title.inferred


def test_an_empty_text_is_an_empty_document() -> None:
    document = of("")
    assert (document.title.text, document.sentences, document.sections) == ("", (), ())


def test_the_subtitle_stands_below_the_title() -> None:
    assert of("让创新成为第一动力", "——云溪县科技工作纪实", TEXT).subtitle == "云溪县科技工作纪实"


def test_a_body_above_what_it_issues_is_part_of_the_title() -> None:
    document = of("云溪县人民政府", "关于加强质量工作的意见", TEXT)
    assert document.title.text == "云溪县人民政府 关于加强质量工作的意见"


@pytest.mark.parametrize(
    "line", ["第3号公告　　云文旅发〔2018〕19号", "云文旅发〔2018〕19号　2018年5月8日", "云文旅发〔2018〕19号"]
)
def test_the_number_below_the_title_is_no_part_of_it_and_no_heading(line: str) -> None:
    document = of("云溪县假日旅游情况通报", line, TEXT)
    assert (document.title.text, document.number) == ("云溪县假日旅游情况通报", "云文旅发〔2018〕19号")
    assert document.sections == ()


@pytest.mark.parametrize(
    "line", ["咨询电话：12301（24小时）、0778-2812345", "预约电话：0778-2290120　急救：120", "服務專線：1999"]
)
def test_a_line_of_contact_at_the_end_is_no_sentence(line: str) -> None:
    assert [sentence.text for sentence in of("云溪县质量工作", TEXT, line).sentences] == [TEXT]


def test_only_its_own_number_counts() -> None:
    assert of("关于加强质量工作的意见", "云政发〔2017〕39号", TEXT).number == "云政发〔2017〕39号"
    assert of("关于加强质量工作的意见", "根据云政办〔2017〕39号文件精神，现提出如下意见。").number is None


@pytest.mark.parametrize(
    ("line", "authors", "source"),
    [
        ("作者：姜连平 李顺", ("姜连平", "李顺"), None),
        ("来源：云溪日报 作者：佚名", (), "云溪日报"),
        ("来源：网络", (), None),
        ("本报记者 方知远 通讯员 柳明", ("方知远", "柳明"), None),
        ("□ 方知远", ("方知远",), None),
        ("文/方知远 图/柳明", ("方知远",), None),
        ("记者 方知远/文 柳明/摄", ("方知远",), None),
        ("县长 骆文清", ("骆文清",), None),
        ("云溪县质监局 方知远", ("方知远",), "云溪县质监局"),
        ("作者：方知远（云溪县质监局）", ("方知远",), "云溪县质监局"),
        ("2016-08-19 10:22 云溪县水利局", (), "云溪县水利局"),
        ("作者：張維 歐陽明", ("張維", "歐陽明"), None),
        ("作者：阿依古丽·买买提", ("阿依古丽·买买提",), None),
        ("发布时间：  浏览：次  作者：", (), None),
    ],
)
def test_a_line_below_the_title_names_authors_and_source(
    line: str, authors: tuple[str, ...], source: str | None
) -> None:
    document = of("云溪县质量工作取得实效", line, TEXT)
    assert (document.authors, document.source) == (authors, source)
    assert [sentence.text for sentence in document.sentences] == [TEXT]


@pytest.mark.parametrize(
    ("tail", "authors", "source"),
    [
        ("（云溪县质监局 方知远）", ("方知远",), "云溪县质监局"),
        ("（姜连平 李顺）", ("姜连平", "李顺"), None),
        ("(记者 方知远 通讯员 柳明)", ("方知远", "柳明"), None),
        ("（方知远/文 柳明/图）", ("方知远",), None),
        ("（完）（记者 方知远）", ("方知远",), None),
        ("（云溪质监 方知远）", ("方知远",), "云溪质监"),
    ],
)
def test_a_bracket_at_the_end_is_a_byline_and_no_sentence(
    tail: str, authors: tuple[str, ...], source: str | None
) -> None:
    document = of("云溪县质量工作取得实效", TEXT, TEXT + tail)
    assert (document.authors, document.source) == (authors, source)
    assert [sentence.text for sentence in document.sentences] == [TEXT, TEXT]


@pytest.mark.parametrize("tail", ["（见附件1）", "（以上数据为初步统计）", "（含12个乡镇）"])
def test_other_brackets_at_the_end_stay(tail: str) -> None:
    document = of("云溪县质量工作取得实效", TEXT + tail)
    assert "".join(sentence.text for sentence in document.sentences) == TEXT + tail
    assert (document.authors, document.source) == ((), None)


@pytest.mark.parametrize(
    ("opening", "authors", "source"),
    [
        ("本报讯（记者 方知远 通讯员 柳明）", ("方知远", "柳明"), None),
        ("本报讯 记者方知远 通讯员柳明报道：", ("方知远", "柳明"), None),
        ("新华社云溪3月5日电（记者方知远、柳明）", ("方知远", "柳明"), "新华社"),
        ("云溪日报讯 ", (), "云溪日报"),
        ("〔記者方知遠／雲溪報導〕", ("方知遠",), None),
        ("【本报讯】", (), None),
    ],
)
def test_a_dateline_is_cut_off_the_first_paragraph(opening: str, authors: tuple[str, ...], source: str | None) -> None:
    document = of("云溪县质量工作取得实效", opening + TEXT, TEXT)
    assert (document.authors, document.source) == (authors, source)
    assert document.sentences[0].text == TEXT


def test_names_of_grids_and_nets_are_no_datelines() -> None:
    line = "国家电网云溪供电公司全年投资1.2亿元。"
    assert of("云溪县电力建设提速", line).sentences[0].text == line


def test_an_addressee_and_a_salutation_are_text() -> None:
    document = of("关于加强质量工作的通知", "各乡镇人民政府，县直各单位：", TEXT)
    assert document.sentences[0].text == "各乡镇人民政府，县直各单位："


def test_kind_is_guessed_by_the_title() -> None:
    kinds = {of(title, TEXT).kind for title in ("云溪县统计公报", "云溪县2019年国民经济和社会发展统计公报")}
    assert kinds == {"bulletin"}
    assert of("关于加强质量工作的通知", TEXT).kind == "notice"
    assert of("在质量大会上的讲话", TEXT).kind == "speech"
    assert of("云溪县2019年工作总结", TEXT).kind == "report"
    assert of("云溪县2020年工作计划", TEXT).kind == "plan"
    assert of("云溪县质量工作推进", "本报讯 " + TEXT).kind == "news"


def test_places_and_bodies_come_from_the_text() -> None:
    document = of("云溪县质监局推进质量提升", "浙江省台州市云溪县质监局召开会议。云溪县质监局要求抓好落实。")
    assert document.regions == ("浙江省台州市云溪县",)
    assert document.organisations[0] == "云溪县质监局"


def test_a_verb_before_an_area_is_no_place() -> None:
    text = "云溪县质监局紧扣中心工作，依托区质量办的平台统筹力量。云溪县要求抓好落实。"
    assert of("云溪县推进质量提升", text).regions == ("云溪县",)


def test_a_name_and_a_day_below_the_title_are_its_source_and_date() -> None:
    page = "<h1>冬季流感防控要点</h1><div><a>云汀疾控</a> <em>2023-11-20</em></div>"
    prose = "<p>各医院要加强发热门诊管理，严格落实预检分诊制度，及时报告聚集性疫情。</p>" * 2
    document = structure(repair(read_bytes(f"<body>{page}{prose}</body>".encode(), "a.html")), "a")
    assert (document.title.text, document.source, document.date) == ("冬季流感防控要点", "云汀疾控", "2023-11-20")


def test_a_letter_of_taiwan_keeps_its_items_and_names_no_source() -> None:
    text = (
        "玉荷縣政府函\n受文者：各鄉鎮公所\n主旨：請配合辦理口罩發放，請查照。\n說明：\n一、依據衛生局會議紀錄辦理。\n"
        "二、口罩每戶發放50片，由各村辦公處造冊具領。\n正本：各鄉鎮公所\n副本：本府衛生局\n"
    )
    document = structure(repair(read_bytes(text.encode(), "a.txt")), "a")
    assert document.source is None
    assert [item.marker for item in document.items] == ["一、", "二、"]
    assert document.sentences[-1].text.startswith("二、")


def test_a_file_of_nothing_but_a_table_is_called_by_its_name() -> None:
    document = structure(repair(read_bytes("姓名,年龄\n张三,12\n李四,13\n".encode(), "花名册.csv")), "a")
    assert (document.title.text, document.title.inferred) == ("花名册", True)


def test_a_line_behind_what_was_set_aside_is_no_second_line_of_the_title() -> None:
    text = "会议纪要\n\n日期：2024年3月4日\n时间：上午9时30分\n到会者：张三（主席）、李四\n\n1. 财政储备为7353亿元。\n"
    document = structure(repair(read_bytes(text.encode(), "a.txt")), "a")
    assert document.title.text == "会议纪要"


def test_a_note_below_a_table_is_not_the_title_of_its_sheet() -> None:
    text = "各县指标完成情况\n单位：万元\n县,产值,税收\n东河县,120,8\n西山县,95,6\n注：不含农户。\n"
    document = structure(repair(read_bytes(text.encode(), "a.csv")), "a")
    assert document.title.text == "各县指标完成情况"


@pytest.mark.parametrize("between", ["\n", "\n\n", " ", "\u3000\u3000"])
def test_who_reports_is_the_author_and_no_part_of_the_title(between: str) -> None:
    text = f"東河縣政府112年施政報告{between}報告人：縣長 林書明\n\n各位議員：\n\n全年產量達8萬噸。\n"
    made = structure(CleanText.of(text, "a.txt"), "a")
    assert (made.title.text, made.authors) == ("東河縣政府112年施政報告", ("林書明",))
    assert all("林書明" not in sentence.text for sentence in made.sentences)
