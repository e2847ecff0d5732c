"""Numbers, transformations and paths of an OFD page (GB/T 33190-2016, 7.3, 8.5 and 9.1), in millimetres."""

from __future__ import annotations

import math
from collections.abc import Iterator
from enum import StrEnum
from typing import Self

from attrs import frozen

from govreply.patterns import compile_pattern

POINTS = 72 / 25.4  # in a millimetre
_LARGEST = 1e6
_TOKEN = compile_pattern(r"[A-Za-z]|[-+]?(?:[0-9]{1,20}(?:\.[0-9]{0,30})?|\.[0-9]{1,30})(?:[eE][-+]?[0-9]{1,4})?")
_FLAT = 0.02  # slope below which a line counts as upright or level


def number(word: str | None) -> float | None:
    """`word` as a finite number of sensible size; ``None`` where it is none."""
    try:
        value = float(word or "")
    except ValueError:
        return None
    return value if abs(value) <= _LARGEST else None  # not a number compares as false


def numbers(words: str | None) -> list[float]:
    """The numbers of an attribute such as ``Boundary``, up to the first that is none; twelve at most."""
    found: list[float] = []
    for word in (words or "").replace(",", " ").split(maxsplit=12)[:12]:
        value = number(word)
        if value is None:
            break
        found.append(value)
    return found


def deltas(words: str | None, wanted: int) -> list[float]:
    """The first `wanted` values of a ``DeltaX`` or ``DeltaY``, in which ``g 3 2.5`` stands for three times 2.5."""
    found: list[float] = []
    parts = (words or "").split()
    at = 0
    while at < len(parts) and len(found) < wanted:
        if parts[at].lower() == "g" and at + 2 < len(parts):
            times, value = number(parts[at + 1]), number(parts[at + 2])
            at += 3
        else:
            times, value = 1, number(parts[at])
            at += 1
        if times is None or value is None:
            break
        found.extend([value] * min(max(int(times), 0), wanted - len(found)))
    return found


class Turn(StrEnum):
    """Where a turned line of text runs to."""

    DOWN = "down"
    UP = "up"
    OVER = "from right to left"


@frozen
class Matrix:
    """x' = ax + cy + e, y' = bx + dy + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    @classmethod
    def of(cls, words: str | None) -> Self:
        """A ``CTM``; one that is not made of six numbers changes nothing."""
        found = numbers(words)
        return cls(*found) if len(found) == 6 else cls()

    @classmethod
    def upright(cls, turn: Turn, width: float, height: float) -> Self:
        """What makes text upright again that is turned on a page of that size."""
        if turn is Turn.OVER:
            return cls(-1, 0, 0, -1, width, height)
        return cls(0, -1, 1, 0, 0, width) if turn is Turn.DOWN else cls(0, 1, -1, 0, height, 0)

    def apply(self, x: float, y: float) -> tuple[float, float]:
        """The point that `x`, `y` is moved to."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def after(self, first: Matrix) -> Matrix:
        """The matrix that does what `first` does, and then what this one does."""
        e, f = self.apply(first.e, first.f)
        return Matrix(
            self.a * first.a + self.c * first.b,
            self.b * first.a + self.d * first.b,
            self.a * first.c + self.c * first.d,
            self.b * first.c + self.d * first.d,
            e,
            f,
        )

    def moved(self, x: float, y: float) -> Matrix:
        """The same for an object whose own origin lies at `x`, `y`."""
        return self.after(Matrix(e=x, f=y))

    @property
    def is_level(self) -> bool:
        """Whether a line of text still runs from left to right."""
        return self.a > 0 and abs(self.b) <= _FLAT * self.a

    @property
    def turn(self) -> Turn | None:
        """The quarter turn of a line of text; ``None`` where it runs from left to right, or slants."""
        if abs(self.b) <= _FLAT * abs(self.a):
            return Turn.OVER if self.a < 0 else None
        if abs(self.a) <= _FLAT * abs(self.b):
            return Turn.DOWN if self.b > 0 else Turn.UP
        return None

    @property
    def height(self) -> float:
        """How much larger upright things become."""
        return math.hypot(self.c, self.d)


Point = tuple[float, float]


@frozen
class Stroke:
    """A piece of a path; ``straight`` unless it is a curve."""

    start: Point
    end: Point
    straight: bool = True


# the operators of AbbreviatedData and how many numbers each takes
_TAKES = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}


def path(data: str) -> Iterator[Stroke]:
    """The pieces of an ``AbbreviatedData``, up to the first thing in it that cannot be understood."""
    at: Point = (0.0, 0.0)
    begin = at
    operator = ""
    values: list[float] = []
    for token in _TOKEN.finditer(data):
        word = token.group()
        if word.isalpha():
            operator, values = word.upper(), []
            if operator not in _TAKES:
                return
        else:
            value = number(word)
            if value is None or not _TAKES.get(operator):
                return
            values.append(value)
        if len(values) < _TAKES[operator]:
            continue
        if operator == "C":
            yield Stroke(at, begin)
            at = begin
            continue
        end = (values[-2], values[-1])
        if operator in ("S", "M"):
            begin = end
        else:
            yield Stroke(at, end, straight=operator == "L")
        at, values = end, []
