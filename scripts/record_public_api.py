"""Write the public names of govreply and how they are called into ``tests/public_api.txt``.

A test compares the file with the code, so that no name or parameter changes unnoticed. Run this after a change that is meant,
and say in CHANGELOG.md what it means for users.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import attrs

import govreply
from govreply.limits import Limits

RECORD = Path(__file__).parents[1] / "tests" / "public_api.txt"


def main() -> int:
    RECORD.write_text("\n".join(lines()) + "\n", encoding="utf-8")
    print(f"{len(govreply.__all__)} names in {RECORD.name}")
    return 0


def lines() -> Iterator[str]:
    """One line for each name, and one for each field, method and value of the classes."""
    for name in govreply.__all__:
        value = getattr(govreply, name)
        if isinstance(value, type):
            yield f"class {name}({', '.join(base.__name__ for base in value.__bases__)})"
            yield from (f"    {line}" for line in _members(value))
        elif callable(value):
            yield f"{name}{_signature(value)}"
        else:
            yield f"{name}: {type(value).__name__}"


def _members(kind: type) -> Iterator[str]:
    if issubclass(kind, Enum):
        yield from (f"{member.name} = {member.value!r}" for member in kind)
        return
    fields = attrs.fields_dict(kind) if attrs.has(kind) else {}
    # as written: attrs has classes in their place once somebody has asked it to resolve them
    written = {name: told for base in reversed(kind.__mro__) for name, told in inspect.get_annotations(base).items()}
    for name, field in fields.items():
        if not name.startswith("_"):
            yield f"{name}: {written[name]}{'' if field.default is attrs.NOTHING else ' = …'}"
    for name, member in sorted(vars(kind).items()):
        if name.startswith("_") or name in fields:
            continue
        if isinstance(member, classmethod | staticmethod):
            yield f"{name}{_signature(member.__func__)}"
        elif inspect.isfunction(member):
            yield f"{name}{_signature(member)}"
        elif not inspect.ismemberdescriptor(member):
            yield f"{name}: property"


def _signature(function: Any) -> str:
    signature = inspect.signature(function)
    parameters = [
        parameter.replace(default=...) if isinstance(parameter.default, Limits) else parameter
        for parameter in signature.parameters.values()
    ]
    return str(signature.replace(parameters=parameters)).replace(" = Ellipsis", " = Limits()")


if __name__ == "__main__":
    sys.exit(main())
