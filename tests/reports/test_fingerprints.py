from __future__ import annotations

from govreply import api
from govreply.findings import Finding, Result
from govreply.language import Language
from govreply.private import veiled
from govreply.reports.fingerprints import fingerprints
from govreply.testing import Form, Letter, Part

LETTER = Letter(signature=(), date=None, form=Form(number="20230171")).to_markdown()


def named(text: str, language: Language = Language.ZH) -> dict[str, str]:
    """Rule and fingerprint of each finding on a Markdown letter."""
    result = api.check(text, "letter.md", language=language)
    return {f.rule: digest for f, digest in zip(result.findings, digests(result), strict=True)}


def digests(result: Result) -> list[str]:
    return fingerprints(result, result.findings)


def test_they_survive_lines_that_move() -> None:
    head, rest = LETTER.split("\n", 1)
    moved = f"{head}\n\n\n{rest}"
    assert "proposal-number-mismatch" in named(LETTER)
    assert named(moved) == named(LETTER)


def test_they_survive_another_language() -> None:
    assert named(LETTER, Language.EN) == named(LETTER)


def test_they_change_with_what_the_place_says() -> None:
    other = LETTER.replace("20230171", "20230172")
    before, after = named(LETTER), named(other)
    assert before["proposal-number-mismatch"] != after["proposal-number-mismatch"]
    assert before["signature-missing"] == after["signature-missing"]


def test_each_of_a_document_is_unique_even_where_two_are_alike() -> None:
    result = api.check(LETTER, "letter.md")
    twice: list[Finding] = [*result.findings, *result.findings]
    found = fingerprints(result, twice)
    assert len(set(found)) == len(twice)
    assert found[: len(result.findings)] == digests(result)


def test_private_numbers_are_in_them_as_their_masks() -> None:
    paragraph = "反映人（身份证号420101199003078710）住在明珠小区3栋201室，如有疑问请拨打13800001234。"
    letter = Letter(
        disclosure="此件公开发布",
        sections=(Part(heading="办理情况", paragraphs=(paragraph,)),),
        form=Form(extra=(("提案者签名", "陆承安"), ("联系电话", "0952-2098765"))),
    )
    plain = api.check(letter.to_markdown(), "letter.md", select=("privacy",))
    other = api.check(letter.to_markdown().replace("13800001234", "13811111234"), "letter.md", select=("privacy",))
    assert len(plain.findings) == 4
    assert digests(plain) == digests(veiled(plain)) == digests(other)


def test_a_result_without_a_source_has_names_too() -> None:
    finding = api.check(LETTER, "letter.md").findings[0]
    unread = Result(name="a.md", verdict=api.check(LETTER, "letter.md").verdict)
    assert len(fingerprints(unread, [finding])) == 1
