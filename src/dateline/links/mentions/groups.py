"""Reports put together that tell of one happening: average-link clusters of what their words share."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import log, sqrt

Vector = Mapping[str, float]


def rarity(counts: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Return how rare each word is: the logarithm of all reports to those that have it."""
    spread = Counter(word for words in counts for word in words)
    return {word: log((1 + len(counts)) / (0.5 + number)) for word, number in spread.items()}


def vectors(counts: Sequence[Mapping[str, float]]) -> list[Vector]:
    """Return a unit vector for each report of its weighted words; a word weighs more that few reports have."""
    rare = rarity(counts)
    alone = log((1 + len(counts)) / 1.5)
    found: list[Vector] = []
    for words in counts:
        weighed = {word: (1 + log(1 + count)) * rare[word] for word, count in words.items() if rare[word] < alone}
        length = sqrt(sum(weight * weight for weight in weighed.values())) or 1.0
        found.append({word: weight / length for word, weight in weighed.items()})
    return found


def similarities(found: Sequence[Vector]) -> list[dict[int, float]]:
    """Return for each vector the cosines with the others that share a word with it, by their numbers."""
    holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
    near: list[dict[int, float]] = [{} for _ in found]
    for number, vector in enumerate(found):
        sums: dict[int, float] = defaultdict(float)
        for word, weight in vector.items():
            for other, share in holders[word]:
                sums[other] += weight * share
            holders[word].append((number, weight))
        for other, cosine in sums.items():
            near[number][other] = near[other][number] = cosine
    return near


def average_link(near: Sequence[Mapping[int, float]], least: float) -> list[int]:
    """Return a group number for each item: groups are joined, nearest first, while they are *least* similar on average.

    Items whose similarity is not in *near* count as wholly unlike. Equal similarities are taken in order of the items.
    """
    sizes = [1] * len(near)
    sums = [dict(row) for row in near]
    group = list(range(len(near)))
    alive = [True] * len(near)
    heap = [(-value, a, b, 1, 1) for a, row in enumerate(near) for b, value in row.items() if a < b and value >= least]
    heapq.heapify(heap)
    while heap:
        _, a, b, size_a, size_b = heapq.heappop(heap)
        if not (alive[a] and alive[b]) or sizes[a] != size_a or sizes[b] != size_b:
            continue
        alive[b] = False
        group[b] = a
        sizes[a] += size_b
        _absorb(sums, a, b)
        for other, total in sums[a].items():
            average = total / (sizes[a] * sizes[other])
            if average >= least:
                low, high = min(a, other), max(a, other)
                heapq.heappush(heap, (-average, low, high, sizes[low], sizes[high]))
    return [_top(group, number) for number in range(len(near))]


def _absorb(sums: list[dict[int, float]], a: int, b: int) -> None:
    for other, total in sums[b].items():
        del sums[other][b]
        if other != a:
            sums[a][other] = sums[other][a] = sums[a].get(other, 0.0) + total
    sums[b] = {}


def _top(group: Sequence[int], number: int) -> int:
    while group[number] != number:
        number = group[number]
    return number
