"""Fewer searches for unreachable cycles while many reports are read."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = 20_000
"""Objects made, less those freed, before Python looks for cycles. A document makes tens of thousands that live until it is
written and are then freed without a search; at Python's own 700 the searches take a twentieth of a build."""


def collect_seldom() -> None:
    """Let Python search seldom from now on, as in a process that does nothing but read reports."""
    gc.set_threshold(SELDOM, *gc.get_threshold()[1:])


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Let Python search seldom until the end of the block."""
    before = gc.get_threshold()
    collect_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)
