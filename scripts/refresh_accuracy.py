"""Scores both corpora and puts the tables of today into the pages on accuracy: refresh_accuracy.py COMPOSED PUBLISHED."""

from __future__ import annotations

import argparse
import datetime
import re
from pathlib import Path

from attrs import evolve

from govreply.evaluate.record import Evaluation
from govreply.evaluate.run import evaluate
from govreply.evaluate.summary import summarise
from govreply.evaluate.tables import Tables
from govreply.language import Bilingual, Language

ROOT = Path(__file__).parents[1]
_HEADINGS = {
    "composed": Bilingual("仿写件", "Composed"),
    "published": Bilingual("公开件", "Published"),
}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    for name in _HEADINGS:
        arguments.add_argument(name, type=Path)
    given = vars(arguments.parse_args())
    evaluations = {name: evaluate(folder) for name, folder in given.items()}
    for language in Language:
        path = ROOT / "docs" / language.value / "accuracy.md"
        page = path.read_text(encoding="utf-8")
        for name, evaluation in evaluations.items():
            page = replaced(page, name, figures(name, evaluation, language, datetime.datetime.now(datetime.UTC).date()))
        path.write_text(page, encoding="utf-8")


def figures(name: str, evaluation: Evaluation, language: Language, day: datetime.date) -> str:
    """The heading, date and table of one corpus. The rules are left out: their figures are no matter of reading."""
    summary = evolve(summarise(evaluation), rules={})
    heading = _HEADINGS[name].within(language)
    date = Bilingual(f"{day}，govreply {evaluation.govreply}。", f"{day}, govreply {evaluation.govreply}.").within(
        language
    )
    return "\n".join([f"### {heading}", "", date, "", *Tables(language).markdown(summary)])


def replaced(page: str, name: str, text: str) -> str:
    """`page` with `text` between the marks of `name`."""
    place = re.compile(rf"(<!-- figures: {name} -->\n).*?(<!-- end -->)", re.DOTALL)
    if not place.search(page):
        raise SystemExit(f"no place for the figures {name}")
    return place.sub(lambda marks: f"{marks[1]}\n{text}\n\n{marks[2]}", page)


if __name__ == "__main__":
    main()
