"""The keys under which reports that share a passage find each other: a sample of their runs of words.

Of every `WINDOW` runs of `RUN` words in a row the one with the least hash is kept (winnowing: Schleimer, Wilkerson and Aiken
2003). So two reports that share `RUN + WINDOW - 1` words in a row share a key, wherever the passage stands in either.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b

RUN = 6
WINDOW = 16
MOST_KEYS = 256
"""Keys of one report at the most; of a longer one those with the least hashes stay, so that its copies keep the same."""

_KEY_BYTES = 6
"""48 bits: in a record of a million reports one key in a few million meets another by chance."""


def keys_of(words: Sequence[str]) -> Mapping[str, int]:
    """Return the keys of a report's words, each with the number of the word where its run begins, in order of the text."""
    runs = runs_of(words)
    places = {runs[place]: place for place in sorted(set(_winnowed(runs)), reverse=True)}
    kept = sorted(places)[:MOST_KEYS]
    return {key: places[key] for key in sorted(kept, key=places.__getitem__)}


def runs_of(words: Sequence[str]) -> list[str]:
    """Return the hash of every run of words."""
    return [
        blake2b(" ".join(words[start : start + RUN]).encode(), digest_size=_KEY_BYTES).hexdigest()
        for start in range(len(words) - RUN + 1)
    ]


def _winnowed(hashes: Sequence[str]) -> Iterator[int]:
    """Yield the place of the least hash of every window, the last of several; a text shorter than a window is one."""
    least = -1
    for start in range(max(len(hashes) - WINDOW, 0) + 1 if hashes else 0):
        end = min(start + WINDOW, len(hashes)) - 1
        if least < start:
            least = min(range(end, start - 1, -1), key=hashes.__getitem__)
        elif hashes[end] <= hashes[least]:
            least = end
        yield least
