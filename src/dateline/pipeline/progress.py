"""What a run tells while it works, and the clock by which it dates its work."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Progress = Callable[[str, int, int | None], None]
"""Called with what is being done, how many reports that is done for, and for how many it is to be done (None: unknown)."""


def silent(what: str, done: int, total: int | None) -> None:
    """Tell nothing."""


def now() -> str:
    """Return the present second in UTC: when a run wrote something, never when anything happened or was published."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
