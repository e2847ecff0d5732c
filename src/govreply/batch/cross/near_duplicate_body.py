"""Replies to different items have nearly the same body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govreply.batch.cross.answers import other_topic
from govreply.batch.cross.base import CrossPlace, CrossProblem, CrossRule
from govreply.batch.cross.spool import Again, Group, Row, Seen
from govreply.batch.cross.words import listed
from govreply.batch.likeness import most_alike, similarity
from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Reply
from govreply.rules.base import Explanation
from govreply.rules.compare.items import known_numbers, said
from govreply.rules.compare.numbers import same_number

if TYPE_CHECKING:
    from govreply.batch.cross.examples import Passes, Violates
    from govreply.batch.cross.view import View
    from govreply.testing import Part

_LEAST: Final = 0.95
_COMPARED: Final = 3  # documents of a bucket that each further one is compared with: linear in the number of documents
_MERGED: Final = ("合并办理", "并案", "一并答复", "合并答复", "一并办理", "合并回复")


def check(view: View) -> Iterator[CrossProblem]:
    """One problem for each group of bodies that are alike, with every document of it."""
    for group in _alike(view):
        if _of_several_items(view, group):
            yield _problem(view, group)


@frozen
class _Groups:
    """Documents that are alike, joined pair by pair; a table that the store drops when it is closed says what goes with what."""

    _view: View

    def __attrs_post_init__(self) -> None:
        self._view.db.execute("CREATE TEMP TABLE IF NOT EXISTS alike (input INTEGER PRIMARY KEY, with_input INTEGER)")
        self._view.db.execute("DELETE FROM temp.alike")

    def of(self, key: int) -> int:
        """The least document of the group that `key` belongs to."""
        query = "SELECT with_input FROM temp.alike WHERE input = ?"
        passed = []
        while (row := self._view.db.execute(query, (key,)).fetchone()) is not None:
            passed.append(key)
            key = row[0]
        # straight to the end next time
        shorten = "UPDATE temp.alike SET with_input = ? WHERE input = ?"
        self._view.db.executemany(shorten, ((key, one) for one in passed[:-1]))
        return key

    def join(self, left: int, right: int) -> None:
        """Make one group of those of `left` and `right`."""
        ours, theirs = sorted((self.of(left), self.of(right)))
        self._view.db.execute("INSERT INTO temp.alike VALUES (?, ?)", (theirs, ours))

    def rows(self) -> Iterator[Row]:
        """Group, rank and document of each that is like another one."""
        query = (
            "SELECT r.rank, r.id FROM temp.ranks r"
            " WHERE r.id IN (SELECT input FROM temp.alike UNION SELECT with_input FROM temp.alike)"
        )
        for rank, key in self._view.rows(query):
            yield self.of(key), rank, key


@frozen
class _Pairs:
    """Which documents have been compared."""

    _view: View
    _groups: _Groups
    _compared: Seen

    def alike(self, left: int, right: int) -> bool:
        """Whether two documents are of one group, by now."""
        if self._groups.of(left) == self._groups.of(right):
            return True
        if not self._compared.add(f"{left} {right}"):
            return False
        ours, theirs = self._view.body(left), self._view.body(right)
        if most_alike(ours, theirs) <= _LEAST or similarity(ours, theirs) <= _LEAST:
            return False
        self._groups.join(left, right)
        return True


def _alike(view: View) -> Iterator[Group]:
    """Groups of documents whose bodies are alike beyond the threshold; buckets give the candidates."""
    groups = _Groups(view)
    pairs = _Pairs(view, groups, view.seen())
    inside = "SELECT m.input FROM minhash m JOIN temp.ranks r ON r.id = m.input WHERE m.band = ? AND m.bucket = ? ORDER BY r.rank"
    for bucket in view.rows("SELECT band, bucket FROM minhash GROUP BY band, bucket HAVING count(*) > 1"):
        samples: list[int] = []
        for (key,) in view.rows(inside, *bucket):
            if not any(pairs.alike(sample, key) for sample in samples) and len(samples) < _COMPARED:
                samples.append(key)
    yield from view.sorted(groups.rows(), by=1).groups(least=2)


def _of_several_items(view: View, group: Group) -> bool:
    """Whether letters on different items have one text; those on one topic, or on items handled together, may have."""
    numbered = (reply for _, key in group if known_numbers(reply := view.reply(key)))
    first = next(numbered, None)
    return first is not None and any(not _may_be_alike(reply, first) for reply in numbered)


def _may_be_alike(left: Reply, right: Reply) -> bool:
    if said(left, *_MERGED) or said(right, *_MERGED):
        return True
    if any(same_number(a, b) for a in known_numbers(left) for b in known_numbers(right)):
        return True
    ours, theirs = (reply.matter.title.text if reply.matter and reply.matter.title else None for reply in (left, right))
    return not other_topic(ours, theirs)


def _problem(view: View, group: Group) -> CrossProblem:
    told = listed(_numbers(view, group))
    return CrossProblem(
        message=Bilingual(
            f"{len(group)}份答复所答的件不同（第{told.zh}号），正文却有95%以上相同",
            f"{len(group)} replies answer different items ({told.en}), and more than 95 % of their bodies are the same",
        ),
        places=Again(lambda: (_place(view, key) for _, key in group)),
        suggestion=Bilingual(
            "确认是并案办理，还是套用文稿而没有针对答复",
            "make sure that the items were handled together, and no text was copied",
        ),
    )


def _numbers(view: View, group: Group) -> Iterator[str]:
    """The numbers of the items, each once."""
    told = view.seen()
    for _, key in group:
        yield from filter(told.add, known_numbers(view.reply(key)))


def _place(view: View, key: int) -> CrossPlace:
    reply = view.reply(key)
    numbers = "、".join(known_numbers(reply))
    return CrossPlace(
        label=Bilingual(f"答复第{numbers}号", f"reply to {numbers}"),
        input=key,
        span=reply.title.span if reply.title else None,
    )


def violates() -> Iterable[Violates]:
    """One body for several items."""
    from govreply.batch.cross.examples import Bundle, Violates
    from govreply.batch.cross.letters import another, first, third

    body = long_body()
    lakes, villages = another(sections=body), third(sections=body)
    title = "对市政协十四届二次会议第{}号提案的答复"
    yield Violates(
        Bundle(files={"a.md": first(sections=body, outlook=()), "b.md": lakes.but(outlook=())}),
        at=(("a.md", title.format("20230117")), ("b.md", title.format("20230256"))),
        note="雨污分流与湖泊治理两案一文",
    )
    yield Violates(
        Bundle(
            files={
                "a.md": first(sections=body, outlook=()),
                "b.md": lakes.but(outlook=("下一步，我局将继续做好有关工作。",)),
                "c.txt": villages.but(outlook=()),
            }
        ),
        at=tuple(
            (path, title.format(n)) for path, n in (("a.md", "20230117"), ("b.md", "20230256"), ("c.txt", "20230388"))
        ),
        note="三案一文，末句略有不同",
    )


def passes() -> Iterable[Passes]:
    """Bodies that may be alike, and those that only look alike."""
    from govreply.batch.cross.examples import Bundle, Passes
    from govreply.batch.cross.letters import another, first, third

    body = long_body()
    mine = first(sections=body)
    yield Passes(Bundle(files={"a.md": mine, "a.txt": mine}), note="同一件的两种格式")
    yield Passes(
        Bundle(files={"a.md": mine, "b.md": first(sections=body, number="20230118", addressees=("何静秋",))}),
        note="两件同题，并案办理，分别答复",
    )
    yield Passes(
        Bundle(
            files={
                "a.md": mine,
                "b.md": another(sections=body, opening=("现与第20230117号提案合并办理，答复如下。",)),
            }
        ),
        note="写明合并办理",
    )
    yield Passes(Bundle(files={"a.md": first(), "b.md": another(), "c.md": third()}), note="正文不同")
    yield Passes(
        Bundle(
            files={
                "a.md": mine,
                "b.md": another(sections=(*body[:1], *another().sections)),
            }
        ),
        note="只有一段相同",
    )


def long_body() -> tuple[Part, ...]:
    """A body that is long enough to tell."""
    from govreply.testing import Part

    return (
        Part(
            heading="加快推进管网改造",
            measures=(
                "摸清管网底数。市水务局完成中心城区管网普查，建立排水管网信息台账，逐段标明管径、材质和建成年份。",
                "实施分类改造。对雨污混接的老旧小区制定改造方案，已完成36个小区改造，敷设雨水管道42公里。",
                "严格工程质量。推行样板先行，隐蔽工程留存影像资料，竣工后由第三方机构逐段检测。",
            ),
        ),
        Part(
            heading="健全长效管护机制",
            paragraphs=(
                "市水务局建立日常巡查制度，落实管护责任单位，定期开展管网清淤检测，保障管网正常运行。",
                "各区组建专业养护队伍，配备检测车辆和清疏设备，汛期前完成全部检查井清掏，及时修复破损管段。",
            ),
        ),
    )


RULE = CrossRule(
    name="near-duplicate-body",
    code="BAT012",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("答复雷同", "One body for several items"),
    explanation=Explanation(
        contradiction=Bilingual(
            "答复的件不同、题目不同，正文却有 95% 以上的字相同（不计标点，按先后次序比较）。",
            "Replies to different items on different topics have more than 95 % of the signs of their bodies in common, in order "
            "and without punctuation.",
        ),
        importance=Bilingual(
            "一文多答，说明没有针对所提的问题答复。", "One text for several items answers none of them."
        ),
        silent=(
            Bilingual(
                "并案办理、题目相同，分别答复", "items on one topic that were handled together and answered each"
            ),
            Bilingual("同一件的几种格式", "one letter in several formats"),
            Bilingual("正文不足 200 字", "bodies of fewer than 200 signs"),
        ),
        grounds=Bilingual(
            "各地办理办法：逐件答复；并案规则", "Local rules: an answer to each item; rules on merged items"
        ),
    ),
    check=check,
    violates=violates,
    passes=passes,
)
