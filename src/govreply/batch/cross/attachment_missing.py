"""A letter names an attachment that is neither in its file nor beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from govreply.batch.catalogue.fields import Field
from govreply.batch.catalogue.values import letters
from govreply.batch.cross.base import CrossPlace, CrossProblem, CrossRule
from govreply.batch.cross.paths import place_of
from govreply.batch.cross.spool import Again, Sorted
from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Attachment, Reply
from govreply.rules.base import Explanation

if TYPE_CHECKING:
    from govreply.batch.cross.examples import Passes, Violates
    from govreply.batch.cross.view import Filed, View

_ELSEWHERE: Final = ("另发", "另附", "另寄", "另送", "另行", "另存", "单列", "涉密", "（略）", "(略)", "不公开")
_FORMS: Final = ("征询意见表", "征求意见表", "反馈表", "意见反馈", "评价表", "办理情况表")
_LEAST_NAME: Final = 4
_BESIDE: Final = "附"


def check(view: View) -> Iterator[CrossProblem]:
    """One problem for each reply of the catalogue, with the names that are not to be found."""
    for filed in view.filed:
        for key in view.replies(filed.inputs):
            reply = view.reply(key)
            if not reply.attachments or reply.published or _said_elsewhere(filed, reply):
                continue
            missing = _missing(view, filed, key, reply)
            if missing:
                yield _problem(filed, key, missing)


def _said_elsewhere(filed: Filed, reply: Reply) -> bool:
    told = [filed.get(Field.REMARK), *(attachment.text for attachment in reply.attachments)]
    return any(word in text for text in told for word in _ELSEWHERE)


def _neighbours(view: View) -> Sorted:
    """Folder, and a file in it: its name without the ending, and the letters and digits of that."""
    rows = view.rows("SELECT path, member FROM inputs WHERE state <> 'gone'")
    places = (place_of(*row) for row in rows)
    return view.sorted(((str(place.parent), place.stem, letters(place.stem)) for place in places), by=1).indexed()


def _missing(view: View, filed: Filed, key: int, reply: Reply) -> list[Attachment]:
    bodies = reply.structure.attachment_bodies
    if len(bodies) >= len(reply.attachments):
        return []
    path = view.place(key)
    neighbours = view.shared("neighbours", lambda: _neighbours(view))
    others = Again(lambda: ((name, plain) for name, plain in neighbours.at(str(path.parent)) if name != path.stem))
    own = {view.place(other).stem for other in filed.inputs} - {path.stem}
    # a file of its own for each, whatever they are called
    wanted = max(len(reply.attachments) - len(bodies) - len(own), 0)
    beside = (name for name, _ in others if name.startswith(path.stem) or _BESIDE in name)
    if sum(1 for _ in islice(beside, wanted)) == wanted:
        return []
    text = letters(view.text(key))
    return [a for a in reply.attachments if not _is_there(a, reply, text, others)]


def _is_there(attachment: Attachment, reply: Reply, text: str, others: Again[tuple[str, str]]) -> bool:
    if any(word in attachment.text for word in _FORMS) and reply.feedback is not None:
        return True
    if any(
        body.ordinal is not None and body.ordinal == attachment.ordinal for body in reply.structure.attachment_bodies
    ):
        return True
    name = letters(attachment.text)
    # printed again above its own text, or the name of a file
    return len(name) < _LEAST_NAME or text.count(name) > 1 or any(name in other for _, other in others)


def _problem(filed: Filed, key: int, missing: list[Attachment]) -> CrossProblem:
    names = "、".join(attachment.text for attachment in missing)
    return CrossProblem(
        message=Bilingual(
            f"目录{filed.where.zh}的文件列有附件“{names}”，文件内外都没有",
            f"the document in {filed.where.en} of the catalogue names attachments that are nowhere: “{names}”",
        ),
        places=(
            filed.at(Field.TITLE),
            *(
                CrossPlace(label=Bilingual(f"附件：{a.text}", f"attachment: {a.text}"), input=key, span=a.span)
                for a in missing
            ),
        ),
        suggestion=Bilingual(
            "补齐附件；附件另发或单列的，在备注中说明",
            "add the attachments, or say in the remarks that they are kept elsewhere",
        ),
    )


def violates() -> Iterable[Violates]:
    """Attachments that nobody handed in."""
    from govreply.batch.cross.examples import Bundle, Violates
    from govreply.batch.cross.letters import first
    from govreply.batch.cross.metadata_content_mismatch import row

    title = "对市政协十四届二次会议第20230117号提案的答复"
    yield Violates(
        Bundle(
            files={"a.md": first(attachments=("老旧小区改造项目表", "管网普查结果表"))},
            catalogue=row(),
        ),
        at=(("目录:2", title), ("a.md", "老旧小区改造项目表"), ("a.md", "管网普查结果表")),
        note="文称附表两份，只有正文",
    )
    yield Violates(
        Bundle(files={"a.txt": first(attachments=("老旧小区改造项目表",))}, catalogue=row(file="a.txt")),
        at=(("目录:2", title), ("a.txt", "老旧小区改造项目表")),
        note="一份附件也没有",
    )


def passes() -> Iterable[Passes]:
    """Attachments that are there, or that are kept elsewhere."""
    from govreply.batch.cross.examples import Bundle, Passes
    from govreply.batch.cross.letters import first
    from govreply.batch.cross.metadata_content_mismatch import row
    from govreply.testing import Form

    one = first(attachments=("老旧小区改造项目表",))
    yield Passes(Bundle(files={"a.md": first()}, catalogue=row()), note="没有附件")
    yield Passes(
        Bundle(files={"a.md": one, "a-附件1.md": "老旧小区改造项目表\n\n1 东湖社区\n"}, catalogue=row()),
        note="附件另成一个文件",
    )
    yield Passes(
        Bundle(files={"a.md": one.to_markdown() + "\n附件1\n\n老旧小区改造项目表\n\n1 东湖社区\n"}, catalogue=row()),
        note="附件在正文之后",
    )
    yield Passes(
        Bundle(files={"a.md": first(attachments=("提案办理征询意见表",), form=Form())}, catalogue=row()),
        note="征询意见表在同一文件",
    )
    yield Passes(
        Bundle(files={"a.md": first(attachments=("老旧小区改造项目表（另发）",))}, catalogue=row()), note="附件另发"
    )
    yield Passes(Bundle(files={"a.md": one}, catalogue=row(remark="附件涉密，单列")), note="备注说明附件单列")


RULE = CrossRule(
    name="attachment-missing",
    code="BAT018",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("附件缺", "An attachment is missing"),
    explanation=Explanation(
        contradiction=Bilingual(
            "文件的附件说明列有附件，文件里没有附件的正文，旁边也没有附件的文件。",
            "The note on attachments names some that neither follow the letter nor lie beside it as files.",
        ),
        importance=Bilingual(
            "正文与附件为一件，缺了附件不完整。",
            "A document and its attachments are one unit; without them it is not complete.",
        ),
        silent=(
            Bilingual(
                "附件另发、单列、涉密，文中或备注中写明",
                "attachments that are kept elsewhere, by the letter or the remarks",
            ),
            Bilingual("网页公开稿：附件是链接", "web pages, where attachments are links"),
            Bilingual("征询意见表就在文件里", "feedback forms within the file"),
        ),
        grounds=Bilingual(
            "DA/T 70-2018 附件完整性；DA/T 22-2015", "DA/T 70-2018, completeness of attachments; DA/T 22-2015"
        ),
    ),
    of_catalogue=True,
    check=check,
    violates=violates,
    passes=passes,
)
