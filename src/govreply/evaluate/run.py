"""Reading a corpus: a folder of documents, each with its gold file beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from govreply import api
from govreply.errors import Cause
from govreply.evaluate.errors import CorpusError
from govreply.evaluate.gold import SUFFIX, Labels, read_gold
from govreply.evaluate.record import DocumentRecord, Evaluation
from govreply.evaluate.view import view
from govreply.findings import Failure, Finding, Severity
from govreply.language import Bilingual


@frozen
class Entry:
    """A gold file and its document, ``None`` where there is none beside it; `name` is the document's path below the corpus."""

    name: str
    gold: Path
    document: Path | None


def entries(corpus: Path) -> Iterator[Entry]:
    """Every gold file below the folder `corpus`, in the order of the paths.

    The document of ``NAME.gold.json`` is the file beside it that is called NAME and one ending.

    Raises:
        CorpusError: if `corpus` is no folder, or more than one file is called NAME.
    """
    if not corpus.is_dir():
        raise CorpusError(Bilingual(f"{corpus}：不是文件夹", f"{corpus}: not a folder"))
    for gold in sorted(corpus.rglob("*" + SUFFIX)):
        document = _document_of(gold)
        yield Entry((document or gold).relative_to(corpus).as_posix(), gold, document)


def evaluate(corpus: Path) -> Evaluation:
    """Read and check every labelled document below the folder `corpus`.

    A document that cannot be read is kept with its failure.

    Raises:
        CorpusError: as :func:`entries`, and for a gold file that cannot be used.
    """
    # all labels first: a fault in one of them shows before any time is spent on reading
    labelled = [(entry, read_gold(entry.gold)) for entry in entries(corpus)]
    documents = tuple(_record(entry, labels) for entry, labels in labelled)
    return Evaluation(corpus=corpus.resolve().name, documents=documents)


def _document_of(gold: Path) -> Path | None:
    name = gold.name.removesuffix(SUFFIX)
    found = [path for path in gold.parent.iterdir() if path.stem == name and path.is_file()]
    if len(found) > 1:
        names = "、".join(sorted(path.name for path in found))
        raise CorpusError(
            Bilingual(f"{gold}：旁边应只有一份文件，却有 {names}", f"{gold}: one document expected, found {names}")
        )
    return found[0] if found else None


def _record(entry: Entry, labels: Labels) -> DocumentRecord:
    if entry.document is None:
        missing = Failure(cause=Cause.NOT_FOUND, detail="no document beside the gold file")
        return DocumentRecord(name=entry.name, gold=labels, failure=missing)
    result = api.check_file(entry.document)
    if result.reply is None:
        return DocumentRecord(name=entry.name, gold=labels, failure=result.failure)
    return DocumentRecord(
        name=entry.name,
        gold=labels,
        sha256=result.reply.source.sha256,
        read=view(result.reply),
        findings=_loudest(result.findings),
    )


def _loudest(findings: tuple[Finding, ...]) -> dict[str, Severity]:
    loudest: dict[str, Severity] = {}
    for finding in findings:
        known = loudest.get(finding.rule)
        if known is None or finding.severity.reaches(known):
            loudest[finding.rule] = finding.severity
    return loudest
