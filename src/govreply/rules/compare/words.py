"""The words that messages use for the parts of a document."""

from __future__ import annotations

from govreply.language import Bilingual
from govreply.model import Where

WHERE = {
    Where.METADATA: Bilingual("页面元数据", "page metadata"),
    Where.HEAD: Bilingual("版头", "letterhead"),
    Where.TITLE: Bilingual("题名", "title"),
    Where.RECEIPT: Bilingual("收悉句", "receipt sentence"),
    Where.BODY: Bilingual("正文", "body"),
    Where.CLOSING: Bilingual("结尾", "closing"),
    Where.SIGNATURE: Bilingual("落款", "signature"),
    Where.FORM: Bilingual("征询意见表", "feedback form"),
    Where.OPINION: Bilingual("征询意见表的意见栏", "opinion on the feedback form"),
    Where.TAIL: Bilingual("版记", "tail"),
}


def labelled(where: Where, what: Bilingual, text: str) -> Bilingual:
    """A label for a place, as in 题名：编号 20230084."""
    return Bilingual(f"{WHERE[where].zh}：{what.zh}“{text}”", f"{WHERE[where].en}: {what.en} “{text}”")
