"""What the rules over many replies hold in memory does not grow with the batch."""

from __future__ import annotations

import tracemalloc
from datetime import date
from functools import cache

import pytest
from attrs import evolve

from govreply.batch.cross import view
from govreply.batch.cross.engine import apply
from govreply.batch.cross.examples import stored
from govreply.batch.cross.form_reply_unpaired import form_alone
from govreply.batch.cross.letters import another, first, third
from govreply.batch.record import Record
from govreply.batch.store import Store
from govreply.batch.work import Task, check_one
from govreply.testing import Form

DAY = date(2024, 6, 1)
FEW, MANY = 200, 1200
BYTES = 120  # for each document more: less than any object that holds something of a document


@cache
def _records() -> tuple[Record, ...]:
    """Letters with contacts, forms, co-handlers and opinions, and a form of its own."""
    form = Form(date="2023年7月3日", opinion="进度太慢，希望加快。").ticking("结果评价", "不满意")
    organ = "武汉市园林和林业局"
    contents = (
        first(form=Form()).to_markdown(),
        another(
            form=form, contacts=(("分管领导", "王一平"), ("经办人", "方晓岚"), ("联系电话", "027-85551234"))
        ).to_markdown(),
        third(joint_agencies=(organ,)).to_markdown(),
        another(
            issuer=organ,
            title="关于市政协十四届二次会议第20230256号提案的会办意见",
            addressees=("武汉市水务局",),
        ).to_markdown(),
        form_alone(),
    )
    tasks = (Task(input=0, path="a.md", absolute="a.md", data=text.encode(), day=DAY) for text in contents)
    return tuple(record for task in tasks if isinstance(record := check_one(task), Record))


def _store(documents: int) -> Store:
    """A batch of letters each of which has a number, an item and a body of its own, but for one in two hundred."""
    records = _records()
    store = stored({})
    run = store.begin_run("{}")
    for number in range(documents):
        record = records[number % len(records)]
        own = number - 1 if number % 200 == 1 else number
        changed = evolve(
            record,
            document=record.document | {"number": f"武水提复〔2023〕{own}号" if record.document["is_reply"] else None},
            bands=tuple(own * 97 + band for band in range(len(record.bands))),
            matters=tuple((*row[:6], f"{own}", *row[7:]) for row in record.matters),
        )
        store.put(run, store.found(run, f"{number:06}.md"), changed)
    store.flush()
    return store


def _peak(documents: int) -> int:
    """The most that Python holds while the rules run; what SQLite holds itself is bounded by its settings."""
    store = _store(documents)
    tracemalloc.start()
    try:
        apply(store, today=DAY)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
        store.close()


def test_memory_does_not_grow_with_the_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(view, "_KEPT", 4)  # full from the beginning
    _peak(FEW)  # what is made once for all batches is made
    few, many = _peak(FEW), _peak(MANY)
    assert many - few < BYTES * (MANY - FEW)
