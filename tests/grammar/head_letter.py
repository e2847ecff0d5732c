"""A short letter around the head under test, read through the public pipeline. All names in it are invented."""

from __future__ import annotations

from govreply.grammar.assemble import read
from govreply.grammar.trace import Trace
from govreply.model import Matter, Reply, Text
from govreply.readers import read as read_source

BODY = "近年来，我局持续推进相关工作，已建成服务站点12个，覆盖居民3万人。"
THANKS = "感谢您对我们工作的关心和支持！"
DATE = "2023年6月12日"
OPENING = "您提出的《关于完善社区养老服务站布局的提案》收悉。现答复如下："


def letter(
    *head: str,
    to: str = "钟毓秀委员：",
    opening: str = OPENING,
    body: str = BODY,
    end: tuple[str, ...] = ("青浦区民政局", DATE),
    gap: str = "\n\n",
) -> str:
    """The letter as plain text, a blank line between its paragraphs."""
    return gap.join(part for part in (*head, to, opening, body, THANKS, *end) if part)


def reply_of(text: str, name: str = "letter.txt") -> Reply:
    return read(read_source(text, name)).reply


def trace_of(text: str, name: str = "letter.txt") -> Trace:
    return read(read_source(text, name)).trace


def shown(value: Text | None) -> str | None:
    return None if value is None else value.text


def matter_of(reply: Reply) -> Matter:
    assert reply.matter is not None, "no matter was read"
    return reply.matter


def codes(reply: Reply) -> list[str]:
    return [d.code for d in reply.diagnostics]
