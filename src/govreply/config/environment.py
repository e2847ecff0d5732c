"""What the environment says: ``GOVREPLY_SELECT`` and the like."""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from govreply.config.errors import ConfigError, at
from govreply.config.keys import Key, Reader
from govreply.config.layers import Layer, Origin, OriginKind, Value
from govreply.language import Bilingual
from govreply.plugins import Plugins

PREFIX: Final = "GOVREPLY_"
FILE_VARIABLE: Final = "GOVREPLY_CONFIG"
_NEAR: Final = 0.9  # GOVREPLY_LIMIT and GOVREPLY_SELCT are slips, GOVREPLY_PATHS and GOVREPLY_PACKAGE are not
_SWITCHES: Final = {"1": True, "true": True, "0": False, "false": False}


def from_environment(plugins: Plugins, variables: Mapping[str, str] = os.environ) -> Layer:
    """The values that variables give; an empty variable says nothing.

    Raises:
        ConfigError: for a value that there is not, and for a variable whose name is a slip of one of these; others that begin
            alike are someone else's, such as those of a template for CI.
    """
    layer: Layer = {}
    for name in variables:
        _require_no_slip(name)
    for name, (key, parse) in VARIABLES.items():
        written = variables.get(name, "").strip()
        if not written:
            continue
        reader = Reader(_refuse_in(name), Path.cwd(), plugins)
        origin = Origin(OriginKind.ENVIRONMENT, name)
        layer |= {path: Value(value, origin) for path, value in reader.read({key: parse(written, name)}).items()}
    return layer


def file_from_environment(variables: Mapping[str, str] = os.environ) -> Path | None:
    """The file of configuration that the environment names, ``None`` for none."""
    written = variables.get(FILE_VARIABLE, "").strip()
    return Path(written) if written else None


def _require_no_slip(name: str) -> None:
    known = (*VARIABLES, FILE_VARIABLE)
    near = difflib.get_close_matches(name, known, n=1, cutoff=_NEAR) if name.startswith(PREFIX) else []
    if near and name not in known:
        raise at(name, Bilingual(f"没有这个变量；是否想写 {near[0]}？", f"no such variable; did you mean {near[0]}?"))


def _refuse_in(name: str) -> Callable[[Key, Bilingual, str | None], ConfigError]:
    return lambda _path, words, _item: at(name, words)


def _list(written: str, _name: str) -> list[str]:
    return [part.strip() for part in written.split(",") if part.strip()]


def _text(written: str, _name: str) -> str:
    return written


def _switch(written: str, _name: str) -> Any:
    return _SWITCHES.get(written.lower(), written)


def _pairs(written: str, name: str) -> dict[str, Any]:
    pairs = {}
    for part in _list(written, name):
        key, sign, value = part.partition("=")
        if not sign:
            raise at(name, Bilingual(f"{part!r} 应写作 名称=值", f"{part!r} must be written NAME=VALUE"))
        pairs[key.strip()] = value.strip()
    return pairs


def _numbers(written: str, name: str) -> dict[str, Any]:
    return {key: plain_number(value) for key, value in _pairs(written, name).items()}


def plain_number(written: str) -> int | float | str:
    """`written` as the number that TOML would have there, or as it is."""
    for kind in (int, float):
        try:
            return kind(written)
        except ValueError:
            continue
    return written


VARIABLES: Final[dict[str, tuple[str, Callable[[str, str], Any]]]] = {
    "GOVREPLY_SELECT": ("select", _list),
    "GOVREPLY_IGNORE": ("ignore", _list),
    "GOVREPLY_SEVERITIES": ("severities", _pairs),
    "GOVREPLY_PROFILE": ("profile", _text),
    "GOVREPLY_LIMITS": ("limits", _numbers),
    "GOVREPLY_LANG": ("language", _text),
    "GOVREPLY_FAIL_ON": ("fail-on", _text),
    "GOVREPLY_SHOW_PRIVATE": ("show-private", _switch),
    "GOVREPLY_BASELINE": ("baseline", _text),
    "GOVREPLY_CATALOGUE_COLUMNS": ("catalogue-columns", _pairs),
}
