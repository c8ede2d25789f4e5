"""Documents made from short strings, by the real road."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reporter.model import CleanText, Document
from reporter.repair import repair
from reporter.structure import structure


def document_of(text: str, name: str = "text.txt") -> Document:
    return structure(repair(CleanText.of(text, name).raw), name)


@pytest.fixture(scope="session")
def read() -> Callable[..., Document]:
    """Text (and a name) → document."""
    return document_of


REPORT = """青山县二〇二二年粮食工作报告

全县粮食部门围绕保供稳价这条主线，扎实推进仓储建设，粮食安全基础更加牢固。

一、仓储建设
仓储是粮食安全的重要保障。全年新建粮库12座，新增仓容8.6万吨，总投资1.2亿元。粮库管理水平有了提高。

二、粮食收购
收购工作关系农民切身利益。全县共收购稻谷23万吨，比上年增长5.4%，没有出现卖粮难。各乡镇服务热情周到。

三、市场监管
市场监管是稳定粮价的关键。执法人员检查粮店340家，查处短斤少两案件17起。下一步将建立粮价监测点20个。
"""

NEWS = """青山县新粮库昨天开工

青山县中心粮库扩建工程3月2日开工，计划投资1.8亿元，明年年底建成后可储粮12万吨。
扩建工程位于县城东郊，占地90亩，由县粮食局负责建设。工程包括6座平房仓和1个检验室。
“以前收了稻谷要排队两天。”种粮大户周大田说。
县粮食局负责人表示，扩建工程建成后，全县的储粮能力将提高一半。
春天的田野里，农民正在忙着育秧。
"""

DIGEST = """青山县医院门诊楼3月1日启用，设有门诊科室22个。
北河大桥3月2日合龙，全长860米，预计年底通车。
县图书馆昨天起延长开放时间，每晚开放到九点。
本周全县小麦陆续返青，农技人员下到田间指导施肥。
"""

SPEECH = """好，那我们现在就开始吧，大家都坐一下。
我觉得这个事情其实是这样的，就是我们养鱼的人呢，主要还是要看水，水不好，鱼就不好。
然后你看，水库里面的水温啊，氧气啊，这些东西我们都要天天去量的，对吧。
如果说水温太高了，那鱼就不吃东西了，所以我们就要在水库里面加氧气，让鱼舒服一点。
我就说这么多吧，谢谢大家。
"""


@pytest.fixture(scope="session")
def report() -> Document:
    """A work report: a preamble and three sections, each opening with a commonplace before its figures."""
    return document_of(REPORT, "report.txt")


@pytest.fixture(scope="session")
def news() -> Document:
    """A news item whose first sentence tells it all."""
    return document_of(NEWS, "news.txt")


@pytest.fixture(scope="session")
def digest() -> Document:
    """Four dated items that share nothing."""
    return document_of(DIGEST, "digest.txt")


@pytest.fixture(scope="session")
def speech() -> Document:
    """A transcript that opens and closes with ceremony."""
    return document_of(SPEECH, "speech.txt")
