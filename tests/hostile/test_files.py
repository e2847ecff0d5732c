"""Every hostile file comes to what was written down for it; none breaks, hangs, or passes for a sound reply."""

from __future__ import annotations

import pytest

from govreply import api
from govreply.errors import UnreadableError
from govreply.findings import Result, RuleState, Verdict
from govreply.isolation import Isolated
from tests.hostile.files import ALL, Hostile, Read, Refused


def test_there_are_many_and_no_two_have_one_name() -> None:
    names = [file.name for file in ALL]
    assert len(set(names)) == len(names) >= 150


@pytest.mark.parametrize("file", ALL, ids=[file.name for file in ALL])
def test_what_comes_of_it(file: Hostile) -> None:
    if file.in_worker:
        cause, detail = _lost(file)
        assert isinstance(file.outcome, Refused)
        assert (cause, file.outcome.words in detail) == (file.outcome.cause, True)
        return
    result = api.check(file.data(), file.name, limits=file.limits)
    if isinstance(file.outcome, Refused):
        _check_refused(result, file.outcome)
    else:
        _check_read(result, file.outcome)


def _check_refused(result: Result, outcome: Refused) -> None:
    assert result.failure is not None, result.source and result.source.text[:200]
    assert result.failure.cause is outcome.cause, result.failure.detail
    assert outcome.words in result.failure.detail
    assert (result.verdict, result.reply) == (Verdict.UNDETERMINED, None)


def _check_read(result: Result, outcome: Read) -> None:
    assert result.failure is None
    assert result.source is not None and result.reply is not None
    assert [o for o in result.outcomes if o.state is RuleState.CRASHED] == []
    for piece in outcome.holds:
        assert piece in result.source.text
    for piece in outcome.lacks:
        assert piece not in result.source.text
    assert result.reply.is_reply is outcome.reply
    if not outcome.reply:
        assert result.verdict is not Verdict.PASS
    if outcome.number is not None:
        matter = result.reply.matter
        assert matter is not None and matter.number is not None
        assert matter.number.text == outcome.number
    told = {d.code for d in result.reply.diagnostics} | {f.rule for f in result.findings}
    assert set(outcome.told) <= told


def _lost(file: Hostile) -> tuple[object, str]:
    with Isolated(api.check, file.limits) as worker:
        try:
            result = worker.call(file.name, file.data(), file.name, limits=file.limits)
        except UnreadableError as error:
            return error.cause, error.detail
    assert result.failure is not None
    return result.failure.cause, result.failure.detail
