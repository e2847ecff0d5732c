"""Texts like letters from any bytes, and bytes from any text: how the grammar is fuzzed by what letters are made of.

Each byte stands for a fragment, so that the fuzzer's small changes (a byte left out, doubled, moved) leave out, double and
move words, not halves of characters. Characters that are in no fragment are written as an escape and their code point.
"""

from __future__ import annotations

from typing import Final

_ESCAPE: Final = 255
_CODE_BYTES: Final = 3

# What the grammar looks for, in the order of a letter; the sentences between them are of no importance to it.
_WORDS: Final = """
# ## ### 市 县 区 省 人民政府 发展和改革委员会 教育局 财政局 水务局 办公室 文件 〔2023〕 〔2022〕 [2023] 函 复 办 建 提 第 号 次会议 届
一 二 三 四 五 六 七 八 九 十 百 千 万 亿 零 〇 两 0 1 2 3 4 5 6 7 8 9 A B C 类 （A类） 类别： 公开属性： 主动公开 依申请公开 不予公开
关于 对 市政协 政协 人大 十五届 第十五届 第一次会议 一次会议 提案 建议 代表建议 委员提案 第23号 第101号 的答复 的复函 答复的函 的办理情况
尊敬的 委员 代表 民进市委 九三学社 同志 先生 女士 您好 ： : 您提出的 《 》 “ ” 收悉 现答复如下 会同 经研究 办理结果 感谢 关心 支持
一、 二、 三、 （一） （二） （三） 1. 2. 3. （1） （2） ① ② ③ 一是 二是 三是 首先 其次 最后 第一， 第二， 下一步 今后
此复 特此函复 专此答复 联系人 联系电话 电话 承办人 单位 抄送 附件 签发人 主办 会办 分管领导 领导签发
2023年6月12日 二〇二三年六月十二日 年 月 日 2023 2022 05 0371 12345678 138 ％ % 元 亿元 万元 公里 个 人 户 增长 下降 同比 其中
征询意见表 反馈表 办理 满意 基本满意 不满意 同意公开 ☑ □ √ ☐ ■ ○ （√） ( ) 意见 姓名 单位及职务 通讯地址 邮编
已经解决 正在解决 列入计划 留作参考 解决问题 等待时机 解释说明 面商 走访 电话沟通
， 。 ； 、 ？ ！ ( （ ） ) - — … · * ** | --- _ &nbsp; &amp; <br> <p> </p> <table> <tr> <td> </td> </tr> </table> <h1> <b> </b>
的 和 在 为 与 将 已 本 我 局 该
"""
_BLANKS: Final = ("\n", "\n\n", " ", "　", "\t", "　　", "\u200b", "\u202e", "\ufeff")

FRAGMENTS: Final = (*_BLANKS, *dict.fromkeys(_WORDS.split()))
assert len(FRAGMENTS) <= _ESCAPE

_BY_LENGTH: Final = sorted(FRAGMENTS, key=len, reverse=True)
_LONGEST: Final = len(_BY_LENGTH[0])
_NUMBERS: Final = {fragment: number for number, fragment in enumerate(FRAGMENTS)}


def text_of(data: bytes) -> str:
    """The text that `data` stands for; any bytes stand for one."""
    parts: list[str] = []
    at = 0
    while at < len(data):
        if data[at] == _ESCAPE:
            code = int.from_bytes(data[at + 1 : at + 1 + _CODE_BYTES])
            parts.append(chr(code % 0x110000))
            at += 1 + _CODE_BYTES
        else:
            parts.append(FRAGMENTS[data[at] % len(FRAGMENTS)])
            at += 1
    return "".join(parts)


def bytes_of(text: str) -> bytes:
    """Bytes that stand for `text`: the longest fragments first."""
    out = bytearray()
    at = 0
    while at < len(text):
        for length in range(_LONGEST, 0, -1):
            number = _NUMBERS.get(text[at : at + length])
            if number is not None:
                out.append(number)
                at += length
                break
        else:
            out.append(_ESCAPE)
            out += ord(text[at]).to_bytes(_CODE_BYTES)
            at += 1
    return bytes(out)
