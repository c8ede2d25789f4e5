"""The names of the first level of GB/T 2260: what the stages that know places and honours by province share."""

from __future__ import annotations

_WITH_SHENG = (
    "河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海"
)
PROVINCES: dict[str, str] = {
    **dict.fromkeys(_WITH_SHENG.split("|"), "省"),
    **dict.fromkeys(["北京", "天津", "上海", "重庆"], "市"),
    **dict.fromkeys(("内蒙古", "西藏"), "自治区"),
    "广西": "壮族自治区",
    "宁夏": "回族自治区",
    "新疆": "维吾尔自治区",
    "香港": "特别行政区",
    "澳门": "特别行政区",
    "台湾": "",
}
"""Short names in simplified characters, each with what completes it; nothing does for 台湾."""

_LABELS = "he|sx|ln|jl|hl|js|zj|ah|fj|jx|sd|ha|hb|hn|gd|hi|sc|gz|yn|sn|gs|qh|bj|tj|sh|cq|nm|xz|gx|nx|xj|hk|mo|tw"
DOMAINS: dict[str, str] = dict(zip(PROVINCES, _LABELS.split("|"), strict=True))
"""Short name → the label of the province in addresses below ``.cn`` (www.zj.gov.cn), as CNNIC assigns them."""

JOINT: dict[str, tuple[str, ...]] = {
    "京津冀": ("北京", "天津", "河北"),
    "川渝": ("四川", "重庆"),
    "成渝": ("四川", "重庆"),
    "沪苏浙": ("上海", "江苏", "浙江"),
    "江浙沪": ("江苏", "浙江", "上海"),
    "苏浙沪": ("江苏", "浙江", "上海"),
}
"""Several provinces in one word → their short names."""
