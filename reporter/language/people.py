"""Personal names by form: a surname and one or two more characters that are no word of the language."""

from __future__ import annotations

import re

from reporter.language.frequency import is_listed_name, is_word

COMMON_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任沈姚卢姜崔钟谭陆汪范石廖贾夏韦付方白邹孟熊秦邱江尹薛"
    "闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍"
    "华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"
)
"""Surnames that stand alone as evidence; in simplified characters, like all below."""
SURNAMES = COMMON_SURNAMES | frozenset(
    "习金萧傅阎常官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸"
    "雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由赖帖幺竺逄阎畅寿通操承"
)
"""All surnames in use (百家姓 and the present registers): evidence where a name is expected, as behind 记者."""
_COMPOUND = re.compile("欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|令狐|司徒|东方|夏侯|宇文|长孙|端木|轩辕|百里|南宫")
# No given name ends like a place, an office or a medium.
_NO_GIVEN_NAME = re.compile("[省市县区镇乡村州港局委网]$")


def is_person(word: str, surnames: frozenset[str] = SURNAMES) -> bool:
    """Whether a word in simplified characters reads like a personal name: 王某, 李某某, 欧阳某, 某某·某某.

    A word of the language is none (成都, 方案, 国务院), but for names of three characters that a word list knows as
    names. An empty word is none.
    """
    if "·" in word:
        parts = word.split("·")
        return 2 <= len(parts) <= 4 and all(1 < len(part) <= 8 and _is_ideographs(part) for part in parts)
    if not _is_ideographs(word) or _NO_GIVEN_NAME.search(word):
        return False
    if len(word) > 2 and _COMPOUND.match(word):
        return len(word) <= 4
    if not 2 <= len(word) <= 3 or word[0] not in surnames:
        return False
    return not is_word(word) or (len(word) == 3 and is_listed_name(word))


def _is_ideographs(word: str) -> bool:
    return bool(word) and all("㐀" <= char <= "鿿" for char in word)
