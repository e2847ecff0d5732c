"""``schemas/config.schema.json`` is made from the keys as they are, and says yes and no where the reader does."""

from __future__ import annotations

import json
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import jsonschema  # type: ignore[import-untyped]
import pytest

from govreply.config.errors import ConfigError, at
from govreply.config.keys import EXTENDS, KEYS, LIMITS, Reader
from govreply.plugins import NONE

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "scripts" / "generate_config_schema.py"
SCHEMA = json.loads((ROOT / "schemas" / "config.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    spec = spec_from_file_location("generate_config_schema", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_schema_is_that_of_the_keys(generator: ModuleType) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    written = (ROOT / "schemas" / "config.schema.json").read_text(encoding="utf-8")
    assert written == generator.text(), "run scripts/generate_config_schema.py"
    assert set(SCHEMA["properties"]) == {EXTENDS, *KEYS}


_SCALARS: Final[tuple[Any, ...]] = (
    "form", "FRM001", "error", "never", "zh", "wuhan", "", "a.json", "512M", "0K", "1T", "0012", "9", "2.5",
    True, False, -1, 0, 1, 240, 241, 300, 0.0, 0.5, -0.5, [], {},
)  # fmt: skip
_VALUES: Final[tuple[Any, ...]] = (
    *_SCALARS,
    ["form", "FRM001"],
    [1],
    ["form", 1],
    [""],
    [[]],
    *({"x": value} for value in (*_SCALARS, ["form"])),
    *({"FRM001": value} for value in (*_SCALARS, ["form"])),
    *({"date": value} for value in (*_SCALARS, ["form"])),
    *({name: value} for name in LIMITS for value in (*_SCALARS, ["form"])),
    *({"*.md": {name: value}} for name in ("select", "ignore", "x") for value in (*_SCALARS, ["form"], [1])),
)


@pytest.mark.parametrize("key", [EXTENDS, *KEYS, "x"])
def test_what_the_reader_refuses_the_schema_refuses_and_the_other_way_round(key: str) -> None:
    """Names apart: a schema cannot know what plugins add, which profiles there are, and all headings of catalogues."""
    for value in _VALUES:
        try:
            Reader(lambda _path, words, _item: at("", words), Path(), NONE).read({key: value})
        except ConfigError as error:
            words = error.words.en
            if words.startswith((": no rule", ": no field")) or (key == "profile" and isinstance(value, str) and value):
                continue
            accepted = False
        else:
            accepted = True
        assert VALIDATOR.is_valid({key: value}) is accepted, (key, value)
