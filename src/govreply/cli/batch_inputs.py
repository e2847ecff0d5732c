"""What a batch is asked to look at: the paths of this command line or, to go on, those of the one before."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import asdict

from govreply.batch.errors import StoreRefusedError
from govreply.batch.found import Found
from govreply.batch.members import INSIDE
from govreply.batch.names import original, stored
from govreply.batch.store import FILE_NAME, Store
from govreply.cli import archives
from govreply.cli.command import Refusal
from govreply.cli.inputs import Inputs, Member
from govreply.cli.language import say
from govreply.findings import Result, WaiverRemark
from govreply.language import Language
from govreply.limits import Limits
from govreply.reports.safe import visible
from govreply.reports.waivers import waiver_remark

_FOLDERS, _HERE, _SKIPPED, _REMARKS = "folders", "here", "skipped", "waiver_remarks"


def require_paths(paths: tuple[str, ...]) -> tuple[Path, ...]:
    """`paths`, all of which exist: a slip of the pen is to be told now and not after hours.

    Raises:
        Refusal: if one does not.
    """
    for path in paths:
        if not os.path.lexists(path):
            shown = visible(path)
            raise Refusal(say(f"{shown}：没有这个文件或文件夹", f"{shown}: no such file or folder"))
    return tuple(Path(path) for path in paths)


def paths_of(store: Store, given: tuple[str, ...]) -> tuple[Path, ...]:
    """The paths that `given` names, or those of the last run in `store`; the store remembers them.

    Raises:
        Refusal: if there are none, or they count from another folder than the current one.
    """
    if not given:
        given = _remembered(store)
    paths = require_paths(given)
    store.set_meta(_FOLDERS, json.dumps([stored(path) for path in given], ensure_ascii=False))
    store.set_meta(_HERE, stored(str(Path.cwd())))
    store.flush()
    return paths


def _remembered(store: Store) -> tuple[str, ...]:
    written = store.meta(_FOLDERS)
    if written is None:
        file = visible(str(store.folder / FILE_NAME))
        again = how_to_go_on(store.folder, (say("路径", "PATH"),))
        raise Refusal(
            say(
                f"缺少参数：路径；{file} 里没有记下上次检查的路径，请写明：{again}",
                f"missing argument: PATH; {file} holds no paths of an earlier run, so name them: {again}",
            )
        )
    paths = tuple(original(path) for path in json.loads(written))
    before = original(store.meta(_HERE) or "")
    if before != str(Path.cwd()) and not all(Path(path).is_absolute() for path in paths):
        shown = visible(before)
        raise Refusal(
            say(
                f"上次是在 {shown} 里运行的，请回到那里再运行，或写明要检查的路径",
                f"the last run was started in {shown}: run this there, or name the paths",
            )
        )
    return paths


def how_to_go_on(out: Path, given: tuple[str, ...]) -> str:
    """The command that goes on with the batch in `out`; it names the paths `given` unless the store knows them."""
    paths = () if _remembers_paths(out) else given
    return " ".join(["govreply batch", *(_quoted(path) for path in paths), "--resume --out", _quoted(str(out))])


def _remembers_paths(out: Path) -> bool:
    try:
        with Store.read(out) as store:
            return store.meta(_FOLDERS) is not None
    except (StoreRefusedError, sqlite3.Error):  # what was wrong with it has been told
        return False


def _quoted(path: str) -> str:
    shown = visible(path)
    return f'"{shown}"' if " " in shown else shown


def remember_skipped(store: Store, inputs: Inputs) -> None:
    """Keep how much the search passed over, for the reports."""
    told = asdict(inputs.skipped) | {"ignored": inputs.ignored.files + inputs.ignored.folders}
    store.set_meta(_SKIPPED, json.dumps(told))
    store.flush()


def remember_remarks(store: Store, remarks: Sequence[WaiverRemark]) -> None:
    """Keep which waivers did nothing, in the words of each language, for the reports."""
    told = [{language.value: waiver_remark(remark, language) for language in Language} for remark in remarks]
    store.set_meta(_REMARKS, json.dumps(told, ensure_ascii=False))
    store.flush()


def found(inputs: Inputs, limits: Limits, *, zipped: bool) -> Iterator[Found]:
    """What the search comes upon, with the members of archives in their place if they are to be opened."""
    for item in inputs:
        if isinstance(item, Result):
            yield _failed(item.name, "", item)
        elif isinstance(item, Path):
            if zipped:
                yield from _opened(item, limits)
            else:
                yield Found.at(item)


def _opened(path: Path, limits: Limits) -> Iterator[Found]:
    prefix = f"{path}{INSIDE}"
    for item in archives.expand([path], limits):
        if isinstance(item, Path):
            yield Found.at(item)
        elif isinstance(item, Member):
            yield Found(path=str(path), member=item.name.removeprefix(prefix), size=len(item.data))
        else:
            yield _failed(str(path), item.name.removeprefix(prefix) if item.name.startswith(prefix) else "", item)


def _failed(path: str, member: str, result: Result) -> Found:
    return Found(path=path, member=member, failure=result.failure)
