"""A short letter with a form, metadata or page furniture around it, in three formats. All names in it are invented."""

from __future__ import annotations

from govreply.grammar.assemble import read
from govreply.grammar.trace import Trace
from govreply.model import Feedback, Reply
from govreply.readers import read as read_source

HEAD = (
    "石嘴山市交通运输局",
    "石交函〔2023〕18号",
    "关于市政协十一届二次会议第062号提案的答复",
    "民盟石嘴山市委会：",
    "贵会提出的《关于优化公交线网的提案》收悉，现答复如下：",
    "一、已做的工作",
    "今年以来，我局新开公交线路3条，调整线路11条，早晚高峰平均候车时间缩短4分钟。",
    "二、下一步打算",
    "我局将继续听取乘客意见，年底前再优化线路5条。",
    "感谢贵会对交通运输工作的关心和支持！",
)
SIGNED = ("石嘴山市交通运输局", "2023年6月15日")
CONTACT = "联系人：祁连生　　联系电话：0952-2218834"


def text_letter(*after: str, head: tuple[str, ...] = HEAD, before: tuple[str, ...] = ()) -> str:
    """Plain text, a blank line between paragraphs; `after` follows contacts, each item as it stands."""
    return "\n\n".join([*before, *head, *SIGNED, CONTACT, *after]) + "\n"


def html_letter(after: str = "", before: str = "", around: str = "{}") -> str:
    """An HTML page; `around` is the frame that the letter's paragraphs are put into."""
    paragraphs = "\n".join(f"<p>{line}</p>" for line in (*HEAD, *SIGNED, CONTACT))
    return (
        '<!doctype html><html><head><meta charset="utf-8"><title>答复</title></head><body>\n'
        f"{before}\n{around.format(paragraphs + after)}\n</body></html>\n"
    )


def read_text(text: str) -> Reply:
    return read(read_source(text, "letter.txt")).reply


def read_markdown(text: str) -> Reply:
    return read(read_source(text, "letter.md")).reply


def read_html(text: str) -> Reply:
    return read(read_source(text, "letter.html")).reply


def trace_of(text: str, name: str = "letter.txt") -> Trace:
    return read(read_source(text, name)).trace


def form_of(reply: Reply) -> Feedback:
    assert reply.feedback is not None, "no form was read"
    return reply.feedback


def selected(form: Feedback) -> dict[str, list[str]]:
    """Selected labels by the name of the question, in the order of the form."""
    found: dict[str, list[str]] = {}
    for choice in form.choices:
        found.setdefault(choice.name.value, []).extend(choice.selected)
    return found


def assert_letter_is_whole(reply: Reply) -> None:
    """What stands around the letter takes nothing from it and adds nothing to it."""
    assert reply.is_reply
    assert reply.title is not None
    assert reply.title.text == "关于市政协十一届二次会议第062号提案的答复"
    assert reply.matter is not None
    assert (reply.matter.number and reply.matter.number.text) == "062"
    assert [a.name.text if hasattr(a.name, "text") else a.name for a in reply.addressees] == ["民盟石嘴山市委会"]
    assert [s.marker.text for s in reply.sections] == ["一、", "二、"]
    assert reply.signature is not None
    assert [a.text for a in reply.signature.agencies] == ["石嘴山市交通运输局"]
    assert reply.signature.date == "2023-06-15"
    assert [(c.name.text if c.name else None, [p.text for p in c.phones]) for c in reply.contacts] == [
        ("祁连生", ["0952-2218834"])
    ]
    assert reply.document_number is not None
    assert reply.document_number.text == "石交函〔2023〕18号"
