"""The format codes that files name by number only (ECMA-376 part 1, 18.8.30), as Chinese editions show them."""

from __future__ import annotations

from collections.abc import Mapping

from reporter.read.sheets.number_formats import GENERAL

_DAY, _MONTH, _YEAR_MONTH = 'yyyy"年"m"月"d"日"', 'm"月"d"日"', 'yyyy"年"m"月"'
_BUILT_IN = {
    0: GENERAL, 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
    5: '"¥"#,##0;"¥"\\-#,##0', 6: '"¥"#,##0;[Red]"¥"\\-#,##0', 7: '"¥"#,##0.00;"¥"\\-#,##0.00',
    8: '"¥"#,##0.00;[Red]"¥"\\-#,##0.00', 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm",
    21: "h:mm:ss", 22: "yyyy/m/d h:mm",
    27: _YEAR_MONTH, 28: _MONTH, 29: _MONTH, 30: "m-d-yy", 31: _DAY, 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"',
    34: '上午/下午h"时"mm"分"', 35: '上午/下午h"时"mm"分"ss"秒"', 36: _YEAR_MONTH,
    37: "#,##0;\\-#,##0", 38: "#,##0;[Red]\\-#,##0", 39: "#,##0.00;\\-#,##0.00", 40: "#,##0.00;[Red]\\-#,##0.00",
    41: '#,##0;\\-#,##0;"-"', 42: '"¥"#,##0;"¥"\\-#,##0;"¥-"', 43: '#,##0.00;\\-#,##0.00;"-"',
    44: '"¥"#,##0.00;"¥"\\-#,##0.00;"¥-"', 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
    50: _YEAR_MONTH, 51: _MONTH, 52: _YEAR_MONTH, 53: _MONTH, 54: _MONTH, 55: '上午/下午h"时"mm"分"',
    56: '上午/下午h"时"mm"分"ss"秒"', 57: _YEAR_MONTH, 58: _MONTH,
}  # fmt: skip

# Office programs take no longer codes; a code of a megabyte would write a megabyte into every cell.
_LONGEST = 255


def format_code(number: int, own: Mapping[int, str]) -> str:
    """The code of a format number; ``own`` are those that the file itself defines."""
    code = own.get(number) or _BUILT_IN.get(number, GENERAL)
    return code if len(code) <= _LONGEST else GENERAL
