"""Stores for the tests of the reports of a batch."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from attrs import evolve

from govreply.batch.record import Record, packed, unpacked
from govreply.batch.store import Store
from govreply.batch.work import Options, check_one
from govreply.findings import Severity
from govreply.reports.base import RuleHelp
from govreply.testing import Form, Letter, Part
from tests.batch.letters import FAULTY, NEWS, SOUND, task

PRIVATE = ("13800001234", "420101199003078710", "6222020000001234567", "明珠小区3栋201室")
CONFIDING = Letter(
    disclosure="此件公开发布",
    contacts=(("联系人", "方晓岚"), ("联系电话", PRIVATE[0])),
    sections=(
        Part(
            heading="办理情况",
            paragraphs=(
                f"反映人（身份证号{PRIVATE[1]}）住在{PRIVATE[3]}，补偿款已汇入其账号{PRIVATE[2]}，如有疑问请拨打{PRIVATE[0]}。",
            ),
        ),
    ),
    form=Form(),
).to_markdown()
OTHER_ISSUER = Letter(issuer="武汉市交通运输局", document_number="武交函〔2023〕7号", form=Form()).to_markdown()

# a folder as it comes: what is wrong with each is known from how it was made
FILES: Final[dict[str, bytes]] = {
    "甲/1 号答复.md": FAULTY.encode(),
    "甲/2#号 100%.md": SOUND.encode(),
    "乙/3.md": OTHER_ISSUER.encode(),
    "乙/新闻.md": NEWS.encode(),
    "乙/空.txt": b"",
    "乙/坏.pdf": b"%PDF-1.4\nbroken",
}
STATUSES = {
    "甲/1 号答复.md": "fail",
    "甲/2#号 100%.md": "pass",
    "乙/3.md": "pass",
    "乙/新闻.md": "undetermined",
    "乙/空.txt": "unread",
    "乙/坏.pdf": "unread",
}

ATTACKS = (
    "<script>window.hit=1</script>",
    "</script><script>window.hit=1</script>",
    "javascript:window.hit=1",
    "=cmd|' /C calc'!A0",
    "\u2028window.hit=1\u2029",
    '"><img src=x onerror=window.hit=1>',
    "']);window.hit=1;//",
    "<!--<script>",
    "+1+1",
    "@SUM(1)",
    "\u202egnp.exe",
    "${window.hit=1}{{constructor.constructor('window.hit=1')()}}",
    "𝒽\ud83d",
)
ATTACK = "=cmd|' /C calc'!A0" + "".join(ATTACKS)

HELP = {
    "proposal-number-mismatch": RuleHelp(
        name="proposal-number-mismatch",
        code="IDN001",
        family="identity",
        severity=Severity.ERROR,
        title="编号前后不一",
        summary="",
        text="",
        markdown="",
    )
}


def fill_folder(folder: Path, files: Mapping[str, bytes] = FILES) -> Path:
    """`folder` with `files` in it."""
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def check_folder(folder: Path, out: Path, **options: Any) -> Store:
    """The store in `out` of all files in `folder`."""
    store = Store.create(out)
    store.set_meta("folders", json.dumps([str(folder)]))
    store.set_meta("show_private", str(int(options.get("show_private", False))))
    run = store.begin_run(Options(**options).to_json())
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            put(store, run, path, options=Options(**options))
    store.end_run(run, "complete")
    return store


def put(store: Store, run: int, path: Path, **changes: Any) -> int:
    """Check the file at `path` and keep what comes of it; returns its id."""
    number = store.found(run, str(path), size=path.stat().st_size)
    record = check_one(task(path, number, **changes))
    assert isinstance(record, Record)
    store.put(run, number, record)
    return number


def cross(store: Store, message: str, *inputs: int, rule: str = "duplicate-document-number") -> None:
    """A finding over `inputs`, each with the first four signs of its text as its place."""
    with store.group():
        finding = store.db.execute(
            "INSERT INTO cross_findings (rule, code, severity, message_zh, message_en) VALUES (?, 'BAT001', 'error', ?, ?)",
            (rule, message, message),
        ).lastrowid
        for ordinal, number in enumerate(inputs):
            store.db.execute(
                "INSERT INTO cross_places VALUES (?, ?, ?, ?, ?, 0, 4, NULL, NULL)",
                (finding, ordinal, number, message, message),
            )
    store.flush()


def hostile_record(record: Record) -> Record:
    """`record` with an attack in every text that it holds, also where the program itself would write none."""
    document = {
        name: ATTACK.replace("\ud83d", "") if isinstance(value, str) and name in _SAID else value
        for name, value in record.document.items()
    }
    reply = _attacked(json.loads(unpacked(record.document["reply"])))
    text = unpacked(record.document["text"])
    document |= {"reply": packed(json.dumps(reply)), "text": packed(ATTACK + text[len(ATTACK) :])}
    findings = tuple(
        (
            {name: _storable(value) if name in _TOLD else value for name, value in row.items()},
            tuple((_storable(""), _storable(""), *place[2:-1], _storable("")) for place in related),
        )
        for row, related in record.findings
    )
    states = (("proposal-number-mismatch", "undetermined", _storable("")),)
    return evolve(record, document=document, findings=findings, rule_states=states)


_SAID = {"title", "number", "class_mark", "issuer", "date", "profile", "detail", "media_type"}
_TOLD = {"message_zh", "message_en", "quote", "suggestion_zh", "suggestion_en", "fix", "rule", "code"}


def _storable(_text: Any) -> str:
    return ATTACK.replace("\ud83d", "")


def _attacked(plain: Any) -> Any:
    if isinstance(plain, dict):
        return {key: ATTACK if key == "text" else _attacked(value) for key, value in plain.items()}
    return [_attacked(item) for item in plain] if isinstance(plain, list) else plain


def hostile_folder(folder: Path, out: Path) -> Store:
    """A store of two documents that attack in all fields, one of them an archive's member, both named so."""
    folder.mkdir(parents=True)
    store = Store.create(out)
    store.set_meta("folders", json.dumps(["<script>window.hit=1</script>"]))
    run = store.begin_run(Options().to_json())
    numbers = []
    for name in ("=cmd|' C calc'!A0 <script>window.hit=1<", "javascript:window.hit=1"):
        path = folder / f"{name}.md"
        path.write_text(FAULTY, encoding="utf-8")
        record = check_one(task(path, 1))
        assert isinstance(record, Record)
        number = store.found(run, str(path), "</script>\u2028=1+1" if "cmd" in name else "")
        store.put(run, number, hostile_record(record))
        numbers.append(number)
    cross(store, _storable(""), *numbers, rule=_storable(""))
    store.end_run(run, "complete")
    return store
