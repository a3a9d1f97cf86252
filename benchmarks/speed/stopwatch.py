"""Whose the time is: functions are wrapped, and every moment is charged to the innermost wrapped one that runs."""

from __future__ import annotations

import functools
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

REST = "rest"


class Stopwatch:
    """Seconds by label, exclusive: what runs inside another label is not charged to it twice."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._running = [REST]
        self._clock = clock
        self._since = clock()

    def watch(self, owner: Any, name: str, label: str) -> None:
        """Wrap a function or method of *owner*; what it yields later, as an iterator, is charged to it as well."""
        original = getattr(owner, name)

        @functools.wraps(original)
        def watched(*arguments: Any, **options: Any) -> Any:
            result = self._charge(label, original, *arguments, **options)
            return self._steps(label, result) if isinstance(result, Iterator) else result

        setattr(owner, name, watched)

    def stop(self) -> dict[str, float]:
        """Return the seconds of each label up to now, the longest first."""
        self._switch()
        return dict(sorted(self.seconds.items(), key=lambda item: -item[1]))

    def _steps(self, label: str, iterator: Iterator[Any]) -> Iterator[Any]:
        end = object()
        while (item := self._charge(label, next, iterator, end)) is not end:
            yield item

    def _charge(self, label: str, call: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
        self._switch()
        self._running.append(label)
        try:
            return call(*arguments, **options)
        finally:
            self._switch()
            self._running.pop()

    def _switch(self) -> None:
        now = self._clock()
        self.seconds[self._running[-1]] += now - self._since
        self._since = now
