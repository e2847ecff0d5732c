"""Every rule finds the fault that is planted for it, at its place; sound letters are silent. A small run of the benchmark."""

from __future__ import annotations

import datetime
from collections import Counter
from random import Random

import pytest
from attrs import evolve
from hypothesis import given, settings

from benchmarks.fault_plants import PLANTERS, REASONS
from benchmarks.fault_plants.page import Report, lines_of, page
from benchmarks.fault_plants.run import Blame, Missed, RuleTally, blame, loud, plant, plant_many, spoken
from benchmarks.faults import measured
from govreply import check
from govreply.findings import Severity
from govreply.language import Language
from govreply.rules.registry import ALL, rule
from govreply.testing.sound import Sound, sound_letter
from govreply.testing.strategies import sound_letters

SEED = 11
LETTERS = 2


def test_every_rule_has_a_planter_or_a_reason_and_not_both() -> None:
    names = {r.name for r in ALL}
    assert set(PLANTERS) | set(REASONS) == names
    assert set(PLANTERS) & set(REASONS) == set()
    assert all(zh and en for zh, en in REASONS.values())


@pytest.mark.parametrize("name", sorted(PLANTERS))
def test_a_planted_fault_is_found_at_its_place(name: str) -> None:
    tally = plant_many(name, LETTERS, SEED)
    assert tally.missed == ()
    assert tally.found == tally.letters == LETTERS


def test_sound_letters_are_silent() -> None:
    assert [(one.seed, one.rule, one.text) for one in blame(0, 60, SEED)] == []


@settings(max_examples=20, deadline=None)
@given(sound_letters())
def test_drawn_sound_letters_are_silent(sound: Sound) -> None:
    result = check(sound.render(), sound.format.file_name)
    assert [(f.rule, f.message) for f in loud(result)] == []


def test_a_seed_gives_one_letter() -> None:
    first, again, other = (sound_letter(Random(seed)).render() for seed in (3, 3, 4))
    assert first == again != other


def test_no_letter_runs_out_of_words() -> None:
    letters = [sound_letter(Random(f"2026/sound/{seed}")).letter for seed in range(1500)]
    assert len({letter.document_number for letter in letters}) > 500
    assert all(letter.sections for letter in letters)


def test_the_letter_was_sound_before_the_fault_was_planted() -> None:
    for name in ("value-conflict", "heading-gap", "document-number-drift"):
        sound, planted = plant(name, f"{SEED}/{name}")
        before = check(sound.render(), sound.format.file_name)
        after = check(planted.letter.render(planted.format or sound.format), sound.format.file_name)
        assert name not in {f.rule for f in before.findings}
        assert name in {f.rule for f in after.findings}


def test_a_finding_elsewhere_or_of_less_weight_does_not_count() -> None:
    sound, planted = plant("pii-id-number", "anywhere")
    result = check(planted.letter.render(sound.format), sound.format.file_name)
    assert spoken(result, planted, rule("pii-id-number"))
    assert not spoken(result, evolve(planted, at=planted.at[:-1]), rule("pii-id-number"))
    assert not spoken(result, evolve(planted, within="此处没有这句话"), rule("pii-id-number"))
    assert not spoken(result, planted, rule("pii-mobile"))
    quieter = evolve(result, findings=tuple(evolve(f, severity=Severity.INFO) for f in result.findings))
    assert not spoken(quieter, planted, rule("pii-id-number"))
    assert spoken(quieter, evolve(planted, severity=Severity.INFO), rule("pii-id-number"))


def _report(found: int, blames: tuple[Blame, ...] = (), name: str = "heading-gap") -> Report:
    missed = tuple(Missed(name, f"seed {n}", "三、", ()) for n in range(200 - found))
    tally = RuleTally(name, 200, found, Counter({"section-empty": 3}), missed)
    return Report(datetime.date(2026, 1, 31), 7, (tally,), 2000, blames)


def test_the_aims() -> None:
    blamed = Blame("seed", "pii-mobile", Severity.WARNING, "")
    assert _report(196).reached
    assert not _report(195).reached
    assert _report(0, name="heading-order").reached, "of rules that only speak as info no recall is demanded"
    assert _report(200, (blamed, blamed)).reached
    assert not _report(200, (blamed, blamed, blamed)).reached


def test_the_page_shows_what_was_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(REASONS, "heading-order", ("无处可植", "no place for it"))
    report = _report(
        197, (Blame("seed", "pii-mobile", Severity.WARNING, ""), Blame("s", "date-impossible", Severity.ERROR, ""))
    )
    zh, en = page(report, Language.ZH), page(report, Language.EN)
    assert "| `heading-gap` | 警告 | 200 | 197 | 0.985 | `section-empty` ×3 |" in zh
    assert "| `heading-gap` | warning | 200 | 197 | 0.985 | `section-empty` ×3 |" in en
    assert "2,000 sound letters: 1 errors and 1 warnings, 1.00 in 1,000." in en
    assert "无误的信函 2,000 份：误报错误 1 处、警告 1 处，每千份 1.00 处。" in zh
    assert "seed 7, 200 letters a rule" in en
    assert "2026-01-31" in zh
    assert "| `heading-order` | 提示 | – | – | – | 无处可植 |" in zh
    assert "| `heading-order` | info | – | – | – | no place for it |" in en


def test_processes_change_nothing() -> None:
    alone, together = (measured(1, 6, SEED, jobs, ["pii-id-number", "heading-gap"]) for jobs in (1, 2))
    assert list(lines_of(alone, Language.EN)) == list(lines_of(together, Language.EN))
    assert [tally.letters for tally in alone.tallies] == [1, 1]
    assert alone.sound == 6
