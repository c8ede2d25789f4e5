"""Personal names and the names of bodies, by form: a surname and one or two characters; a name's usual ending."""

from __future__ import annotations

import re

# The surnames in use (百家姓 and the present registers), simplified and as they are converted from traditional text.
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金"
    "石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章"
    "鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾"
    "尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲"
    "虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹"
    "井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银"
    "亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由赖祖帖幺竺逄阎畅寿通操承"
)
_COMPOUND = re.compile(r"欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|令狐|司徒|东方|夏侯|宇文|长孙|端木|南宫")
# Two or three characters that begin like a name and are a word of bylines.
_NO_NAME = re.compile(
    r"(?:时间|和谐|成都|常州|连云港|江苏|江西|安徽|海南|云南|湖南|广东|温州|杭州|宁波|来源|相关|原创|管理员?|平安|方案|通讯|"
    r"成立|国家|国务院|全国|公司|公安|农业|文化|文明|文件|高新|石化|关于|全文|全体|全市|应急|强市|强区|华东|华北|南京|南昌|"
    r"安全|通知|通告|明确|都市|干部|信息|利用|计划|计量|平台|门户|商务|商报|时报|平面|单位|任务|武汉|和平|向上|方面|项目|"
    r"解读|乐清|东阳|查看|支持|易网)$"
)
_OFFICE = re.compile(
    r"(?:[省市区县州盟旗镇乡村局院部厅校行会队站所处科社]长|主任|主席|书记|总理|总统|检察长|秘书长|委员长|董事长|总经理|科员|干部)$"
)
_BODY = re.compile(
    r"(?:政府|人大|政协|[省市县区州旗镇乡]委|委员会|办公室|[厅局署办处科股所队站院校园台社报网馆库]|中心|部|协会|学会|商会|联合会|"
    r"总工会|公司|集团|大学|街道|[镇乡村]|在线|杂志)$"
)


def is_person(plain: str) -> bool:
    """Whether a word in simplified characters reads like a personal name: 王某, 李某某, 欧阳某, 某某·某某."""
    if "·" in plain:
        parts = plain.split("·")
        return 2 <= len(parts) <= 4 and all(1 < len(part) <= 8 and _is_han(part) for part in parts)
    if _NO_NAME.match(plain) or not _is_han(plain) or is_body(plain):
        return False
    if _COMPOUND.match(plain) and 3 <= len(plain) <= 4:
        return True
    return 2 <= len(plain) <= 3 and plain[0] in _SURNAMES


def is_body(plain: str) -> bool:
    """Whether a word ends like the name of an office, a paper, a firm or a place: 某区质监分局, 某某日报."""
    return len(plain) >= 3 and bool(_BODY.search(plain)) and not re.search(r"\d|^[含共等各有]", plain)


def is_office(plain: str) -> bool:
    """Whether a word ends with an office (区长, 质监分局局长)."""
    return bool(_OFFICE.search(plain))


def _is_han(plain: str) -> bool:
    return bool(plain) and all("㐀" <= char <= "鿿" for char in plain)
