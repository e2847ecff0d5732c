"""Archives: bombs, lies about sizes, names that lead out, passwords, archives in archives."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence

from attrs import evolve

from govreply.errors import Cause
from tests.hostile.files import zips
from tests.hostile.files.expected import Hostile, Read, Refused, given
from tests.hostile.files.parts import body, docx, docx_parts, docx_with, headed, ofd_parts, paragraph, related
from tests.hostile.files.zips import STORED, Entry, members, written
from tests.readers.ofd import make

MEGABYTE = 1024 * 1024
MAIN = {"docx": "word/document.xml", "ofd": "Doc_0/Pages/0.xml"}
PARTS = {"docx": docx_parts, "ofd": ofd_parts}


def files() -> Iterator[Hostile]:
    for kind in ("docx", "ofd"):
        yield from _bombs(kind)
        yield from _lies(kind)
        yield from _locks(kind)
    yield from _names()
    yield from _nests()
    yield from _damaged()


def _bombs(kind: str) -> Iterator[Hostile]:
    def deep() -> bytes:
        return spoilt(kind, lambda entry: evolve(entry, content=entry.content + b" " * (50 * MEGABYTE)))

    def many() -> bytes:
        return written([*entries(kind), *(Entry(f"media/{n}", b"") for n in range(70_000))], claimed=0)

    yield Hostile(f"deep-bomb.{kind}", deep, Refused(Cause.LIMIT, "zip_ratio"))
    yield Hostile(
        f"wide-bomb.{kind}", _wide_docx if kind == "docx" else _wide_ofd, Refused(Cause.LIMIT, "unpacked_bytes")
    )
    yield Hostile(f"bomb-nobody-refers-to.{kind}", lambda: _beside(kind), Read(holds=("甲",)))
    yield Hostile(f"70000-members.{kind}", many, Refused(Cause.LIMIT, "zip_members"))
    yield Hostile(f"overlapping.{kind}", lambda: _overlapping(kind), Refused(Cause.CORRUPT))


def _lies(kind: str) -> Iterator[Hostile]:
    changes: tuple[tuple[str, dict[str, int], Refused | Read], ...] = (
        ("size-said-to-be-small", {"size": 10}, Refused(Cause.CORRUPT)),
        ("size-said-to-be-nothing", {"size": 0}, Refused(Cause.CORRUPT)),
        ("size-said-to-be-4-gigabytes", {"size": 0xFFFFFFFE}, Read(holds=("甲",))),
        ("packed-size-too-small", {"packed_size": 5}, Refused(Cause.CORRUPT)),
        ("packed-size-too-large", {"packed_size": 0x7FFFFFFF}, Read(holds=("甲",))),
        ("wrong-checksum", {"checksum": 1}, Refused(Cause.CORRUPT)),
        ("unknown-method", {"method": 77}, Refused(Cause.CORRUPT)),
    )
    for name, change, outcome in changes:
        data = spoilt(kind, lambda entry, change=change: evolve(entry, **change))  # type: ignore[misc]
        yield Hostile(f"{name}.{kind}", given(data), outcome)
    yield Hostile(f"end-says-no-members.{kind}", given(written(entries(kind), claimed=0)), Read(holds=("甲",)))
    yield Hostile(f"end-says-60000-members.{kind}", given(written(entries(kind), claimed=60_000)), Read(holds=("甲",)))
    yield Hostile(
        f"junk-in-front.{kind}", given(b"PK\x03\x04" + bytes(300) + written(entries(kind))), Read(holds=("甲",))
    )
    listed = spoilt(kind, lambda entry: evolve(entry, listed_as="x" + entry.name[1:]))
    yield Hostile(f"listed-under-another-name.{kind}", given(listed), Refused(Cause.CORRUPT))


def _locks(kind: str) -> Iterator[Hostile]:
    locked = written([evolve(entry, flags=0x801) for entry in entries(kind)])
    yield Hostile(f"members-behind-a-password.{kind}", given(locked), Refused(Cause.ENCRYPTED))
    main = spoilt(kind, lambda entry: evolve(entry, flags=0x801))
    yield Hostile(f"main-part-behind-a-password.{kind}", given(main), Refused(Cause.ENCRYPTED))


def _names() -> Iterator[Hostile]:
    secret = body(paragraph("秘密"))
    ways = (
        "../../../../etc/passwd",
        "/etc/passwd",
        "..\\..\\windows\\win.ini",
        "C:/windows/win.ini",
        "file:///etc/passwd",
    )
    for number, way in enumerate(ways):
        relations = related("header1", way) + related("footer1", way, "External")
        yield Hostile(
            f"relation-leads-out-{number}.docx", given(docx(relations=relations)), Read(holds=("甲",), lacks=("root:",))
        )
        pages = {**ofd_parts(), "Doc_0/Document.xml": make.element("Document", _pages(way))}
        yield Hostile(f"page-leads-out-{number}.ofd", given(written(members(pages))), Refused(Cause.CORRUPT, "missing"))
        member = written([*entries("docx"), Entry(way, secret.encode())])
        yield Hostile(f"member-leads-out-{number}.docx", given(member), Read(holds=("甲",), lacks=("秘密",)))
    twice = [*entries("docx"), *members({"word/document.xml": body(paragraph("乙"))})]
    yield Hostile("member-twice.docx", given(written(twice)), Read(holds=("乙",), lacks=("甲",)))
    upper = [evolve(entry, name=entry.name.upper()) for entry in entries("docx")]
    yield Hostile("names-in-capitals.docx", given(written(upper)), Read(holds=("甲",)))
    odd = [
        *entries("docx"),
        Entry("a\0b", b"x"),
        Entry("\u202excod.exe", b"x"),
        Entry("x" * 60_000, b"x"),
        Entry("", b"x"),
    ]
    yield Hostile("odd-names.docx", given(written(odd)), Read(holds=("甲",)))


def _nests() -> Iterator[Hostile]:
    inner = docx()
    for _ in range(10):
        inner = written([Entry("inner.zip", inner)])
    yield Hostile("ten-archives-deep.zip", given(inner), Refused(Cause.UNSUPPORTED, "ZIP"))
    yield Hostile("ten-archives-deep.docx", given(inner), Refused(Cause.UNSUPPORTED, "ZIP"))
    yield Hostile(
        "archive-inside.docx",
        given(written([*entries("docx"), Entry("word/embeddings/a.docx", inner)])),
        Read(holds=("甲",)),
    )
    first = Entry("self.zip", b"x", STORED)
    whole = written([first, evolve(first, size=200, packed_size=200, at=0)])
    yield Hostile("archive-in-itself.zip", given(whole), Refused(Cause.UNSUPPORTED, "ZIP"))
    yield Hostile("both-kinds.docx", given(written([*entries("docx"), *entries("ofd")])), Read(holds=("甲",)))


def _damaged() -> Iterator[Hostile]:
    whole = docx()
    yield Hostile("only-a-directory.docx", given(whole[whole.index(b"PK\x01\x02") :]), Refused(Cause.UNSUPPORTED))
    yield Hostile("only-an-end.docx", given(b"PK\x05\x06" + bytes(18)), Refused(Cause.UNSUPPORTED, "ZIP"))
    yield Hostile("only-a-beginning.docx", given(b"PK\x03\x04"), Refused(Cause.CORRUPT))
    yield Hostile("only-a-beginning.ofd", given(b"PK\x03\x04"), Refused(Cause.CORRUPT))
    long = written(entries("docx"), comment=b"x" * 65_535)
    yield Hostile("longest-comment.docx", given(long), Read(holds=("甲",)))
    forged = written(entries("docx"), comment=b"PK\x05\x06" + bytes(18))
    yield Hostile("end-inside-the-comment.docx", given(forged), Refused(Cause.UNSUPPORTED))
    yield Hostile(
        "no-main-part.docx",
        given(written([e for e in entries("docx") if e.name != MAIN["docx"]])),
        Refused(Cause.CORRUPT),
    )
    yield Hostile(
        "no-main-part.ofd",
        given(written([e for e in entries("ofd") if e.name != "Doc_0/Document.xml"])),
        Refused(Cause.CORRUPT),
    )
    yield Hostile("empty-main-part.docx", given(docx_with("word/document.xml", "")), Refused(Cause.CORRUPT))


def entries(kind: str) -> list[Entry]:
    """The members of a sound file that says 甲."""
    return members(PARTS[kind]())


def spoilt(kind: str, change: Callable[[Entry], Entry]) -> bytes:
    """A file whose main part is written in another way."""
    return written([change(entry) if entry.name == MAIN[kind] else entry for entry in entries(kind)])


def _wide_docx() -> bytes:
    """Headers, each of which stays below the ratio, and all of which together are too much."""
    names = [f"header{n}" for n in range(1, 21)]
    content = "".join(map(headed, names))
    return _wide(docx_parts(content, "".join(map(related, names))), [f"word/{name}.xml" for name in names])


def _wide_ofd() -> bytes:
    pages = [f"Pages/{n}.xml" for n in range(20)]
    return _wide(
        {**ofd_parts(), "Doc_0/Document.xml": make.element("Document", _pages(*pages))}, [f"Doc_0/{p}" for p in pages]
    )


def _wide(parts: dict[str, str | bytes], names: Sequence[str]) -> bytes:
    content = _slow_to_shrink(8 * MEGABYTE)
    packed = zips.deflated(Entry("", content))
    rest = [entry for entry in members(parts) if entry.name not in names]
    return written([*rest, *(Entry(name, content, packed=packed) for name in names)])


def _slow_to_shrink(size: int) -> bytes:
    """An XML part with a comment of that size that shrinks less than 100 times."""
    block = "".join(hashlib.sha256(bytes([n])).hexdigest() for n in range(64)).encode() + b"x" * 100_000
    return b"<a><!--" + (block * (size // len(block) + 1))[:size] + b"--></a>"


def _beside(kind: str) -> bytes:
    return written([*entries(kind), Entry("media/bomb.png", b"\0" * (100 * MEGABYTE))])


def _overlapping(kind: str) -> bytes:
    """Every part is said to be the one member that is there."""
    whole = [Entry("kernel", b"<a/>" * 1000)]
    return written([*whole, *(evolve(entry, content=whole[0].content, at=0) for entry in entries(kind))])


def _pages(*places: str) -> str:
    listed = "".join(f'<ofd:Page ID="{at + 100}" BaseLoc="{place}"/>' for at, place in enumerate(places))
    return f"<ofd:CommonData/><ofd:Pages>{listed}</ofd:Pages>"
