"""Folding: one character for one character, so that patterns need to know only one writing of each sign.

The folded text has the length of the text, so offsets in it are offsets in the text. Folded are full-width letters and
digits, half-width punctuation (not inside numbers and times), the many brackets around a year, dashes, and the
traditional characters that occur in labels and set phrases. Text that is handed out is never folded.
"""

from __future__ import annotations

import unicodedata

from govreply.patterns import compile_pattern

_PUNCTUATION = {",": "，", ":": "：", ";": "；", "(": "（", ")": "）", "?": "？", "!": "！"}
_INSIDE_NUMBERS = {",", ":"}
_BRACKETS = {"﹝": "〔", "﹞": "〕", "［": "〔", "］": "〕", "[": "〔", "]": "〕", "【": "〔", "】": "〕"}
_DASHES = dict.fromkeys("－–—―─﹣−", "-")
_SPACES = dict.fromkeys("　\u00a0\u2002\u2003\u2009\u3000\t\u2007\u202f", " ")
_QUOTES = {"「": "“", "」": "”", "『": "‘", "』": "’", "＂": '"'}
_ZEROS = {"○": "〇", "◯": "〇", "Ｏ": "O"}
_TRADITIONAL = dict(
    zip(
        "責領導辦聯係繫電話號類複復處員會議屆關於對與結務實機構單書籤簽發辭選舉區縣鄉鎮黨國華廳長陳張劉楊"
        "協詢徵滿見興農業產資財稅監檢測設備環衛團體總門開間時運輸網氣學術醫藥養護劃範圍點節權證據變題標條項額"
        "萬億兩幾個這來請謝歡貴們現進經將並為後統戶強東臺灣檔屬狀態勞動職險審計規則綜執應災質價數場廣視聞讓頒"
        "佈轉達遞郵編碼顧問訊寫齊營衝創預樓築溝劑歷續繼熱誠",
        "责领导办联系系电话号类复复处员会议届关于对与结务实机构单书签签发辞选举区县乡镇党国华厅长陈张刘杨"
        "协询征满见兴农业产资财税监检测设备环卫团体总门开间时运输网气学术医药养护划范围点节权证据变题标条项额"
        "万亿两几个这来请谢欢贵们现进经将并为后统户强东台湾档属状态劳动职险审计规则综执应灾质价数场广视闻让颁"
        "布转达递邮编码顾问讯写齐营冲创预楼筑沟剂历续继热诚",
        strict=True,
    )
)
_FULLWIDTH = {
    chr(code): unicodedata.normalize("NFKC", chr(code))
    for first, last in (("０", "９"), ("Ａ", "Ｚ"), ("ａ", "ｚ"), ("％", "％"), ("．", "．"))
    for code in range(ord(first), ord(last) + 1)
}
_PLAIN = str.maketrans({**_FULLWIDTH, **_BRACKETS, **_DASHES, **_SPACES, **_QUOTES, **_ZEROS, **_TRADITIONAL})
_HALF_WIDTH = compile_pattern("[,:;()?!]")
_VARIANTS = "".join(f"\\U{sign:08x}" for sign in sorted((*_PLAIN, *map(ord, _PUNCTUATION))))
_VARIANT = compile_pattern(f"[{_VARIANTS}]")


def fold(text: str) -> str:
    """`text` with each variant sign replaced by its usual one; same length, same offsets."""
    if _VARIANT.search(text) is None:  # most texts; translating takes several times as long
        return text
    folded = text.translate(_PLAIN)
    found = list(_HALF_WIDTH.finditer(folded))
    if not found:
        return folded
    characters = list(folded)
    for match in found:
        at, character = match.start(), match.group()
        if not (character in _INSIDE_NUMBERS and _between_digits(folded, at)):
            characters[at] = _PUNCTUATION[character]
    return "".join(characters)


def _between_digits(text: str, at: int) -> bool:
    return 0 < at < len(text) - 1 and text[at - 1].isdigit() and text[at + 1].isdigit()
