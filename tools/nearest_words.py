"""Find, for words that the event lexicon does not have, the known word nearest in meaning.

    python tools/nearest_words.py --wordnet DIR [--report]

DIR holds the database files of WordNet 3.0 (data.verb, index.verb, cntlist.rev and their like, as in the Debian package
wordnet-base), which dateline does not need when it runs. Nearness is Lin's measure (D. Lin, An information-theoretic definition of
similarity, ICML 1998), with the information content of the sense-tagged texts that WordNet counts, as the mean over the senses
of both words, each by how often the word has it. A word is kept where its nearest known word is near enough and all that are
about as near tell the same type. Frequent words that are not in the lexicon count as words that tell no act: what is nearest
to one of those is left out. --report hides each word in turn and says how often the rule gives its type back, for several
thresholds, without writing anything.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from dateline.model import EventType
from dateline.resources.events import FrameKind, frames, operators, word_set

TABLE = Path(__file__).parent.parent / "src/dateline/resources/tables/events_similar.tsv"
NEAR = {FrameKind.VERB: 0.7, FrameKind.NOUN: 0.8}
"""The least similarity; below it more and more words have a neighbour that tells something else (--report)."""
MARGIN = 0.15
"""How much less near a word may be and still must not disagree."""
APART = frozenset({"vanquish", "mortar", "shutdown"})
"""Known words whose neighbours are about sport, building or business: none is taken for one of these."""
FREQUENT = 10
"""A word met so often in the tagged texts and not in the lexicon is taken to tell no act."""
THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.9)
SENSES = 5
EVENTS = frozenset({4, 10, 11})
"""The files of WordNet with nouns for acts, communications and events."""

HEAD = """\
# Words that the event lexicon does not have, each with the known word that is nearest in meaning: a fallback, off with `strict`.
# word, kind (verb or noun), nearest: the known word, whose frames for acts of this type then fire; type: PLOVER;
# similarity: 0 to 1.
# Source: WordNet 3.0 (Princeton University), by Lin's measure; computed by tools/nearest_words.py, which says how.
# Licence: WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. May be used, copied, modified and distributed
# for any purpose and without fee, with this notice; provided as is, without warranty (https://wordnet.princeton.edu/license-and-commercial-use).
word\tkind\tnearest\ttype\tsimilarity
"""


class Sense(NamedTuple):
    """One sense of a word, and the share of the word's uses that have it."""

    synset: str
    share: float


@dataclass(frozen=True)
class Near:
    """The nearest known word, and the type on which all that are about as near agree."""

    word: str
    kind: EventType
    similarity: float


class WordNet:
    """The synsets of one part of speech, with what Lin's measure needs of them."""

    def __init__(self, folder: Path, kind: FrameKind) -> None:
        self._above: dict[str, list[str]] = {}
        self._eventful: set[str] = set()
        self.synsets: dict[str, list[str]] = {}
        self._counts: Counter[tuple[str, int]] = Counter()
        self._ancestors: dict[str, frozenset[str]] = {}
        for line in _rows(folder / f"data.{kind}"):
            self._read_synset(line.partition("|")[0].split())
        for line in _rows(folder / f"index.{kind}"):
            cells = line.split()
            self.synsets[cells[0]] = cells[-int(cells[2]) :]
        number = {FrameKind.NOUN: "1", FrameKind.VERB: "2"}[kind]
        for line in _rows(folder / "cntlist.rev"):
            key, sense, count = line.split()
            word, _, rest = key.partition("%")
            if rest.startswith(f"{number}:"):
                self._counts[word, int(sense)] = int(count)

    def _read_synset(self, cells: Sequence[str]) -> None:
        offset, file, kind, words = cells[0], int(cells[1]), cells[2], int(cells[3], 16)
        start = 5 + 2 * words
        pointers = [cells[at : at + 4] for at in range(start, start + 4 * int(cells[start - 1]), 4)]
        self._above[offset] = [to for sign, to, other, _ in pointers if sign in ("@", "@i") and other == kind]
        if kind == "v" or file in EVENTS:
            self._eventful.add(offset)

    def count(self, word: str) -> int:
        """Return how often the word was met in the tagged texts."""
        return sum(self._counts[word, number] for number in range(1, len(self.synsets.get(word, ())) + 1))

    def senses(self, word: str) -> list[Sense]:
        """Return the commonest senses of a word with their shares; what was never met is ordered by WordNet's own order."""
        offsets = self.synsets.get(word, [])
        weights = [self._counts[word, number] + 0.5 / number for number in range(1, len(offsets) + 1)]
        whole = sum(weights)
        return [Sense(offset, weight / whole) for offset, weight in zip(offsets, weights, strict=True)][:SENSES]

    def eventful(self, word: str) -> bool:
        """Say whether a word may tell an act: a verb, or a noun of which one of the two commonest senses is one."""
        return not self._eventful.isdisjoint(self.synsets[word][:2])

    def ancestors(self, synset: str) -> frozenset[str]:
        """Return the synset and all above it."""
        if synset not in self._ancestors:
            above = (self.ancestors(parent) for parent in self._above[synset])
            self._ancestors[synset] = frozenset({synset}).union(*above)
        return self._ancestors[synset]

    @cached_property
    def information(self) -> Mapping[str, float]:
        """The information content of each synset: from the uses of it and of all below it, each counted once more than met."""
        met: Counter[str] = Counter(self._above.keys())
        for word, offsets in self.synsets.items():
            for number, offset in enumerate(offsets, 1):
                met[offset] += self._counts[word, number]
        below: Counter[str] = Counter()
        for synset, uses in met.items():
            for above in self.ancestors(synset):
                below[above] += uses
        return {synset: -math.log(below[synset] / met.total()) for synset in met}


class Lexicon:
    """The words of one kind that the lexicon has, with the types they tell, and the frequent words that tell none."""

    def __init__(self, net: WordNet, kind: FrameKind) -> None:
        self._net = net
        self.types = _known(kind) | dict.fromkeys(_silent(net, kind), frozenset())
        self._below: dict[str, dict[str, list[tuple[str, float]]]] = defaultdict(lambda: defaultdict(list))
        self._near: dict[str, Mapping[str, float]] = {}
        for word in self.types:
            for synset, share in net.senses(word):
                for above in net.ancestors(synset):
                    self._below[above][synset].append((word, share))

    def nearest(self, word: str) -> Near | None:
        """Return the known word nearest to a word, not counting the word itself, or None where those about as near disagree."""
        found = self._similarities(word)
        found.pop(word, None)
        if not found:
            return None
        first = max(found, key=lambda known: (found[known], known))
        agreed = frozenset(self.types[first])
        for known, similarity in found.items():
            if similarity >= found[first] - MARGIN:
                agreed &= self.types[known]
        if len(agreed) != 1:
            return None
        return Near(first, next(iter(agreed)), found[first])

    def _similarities(self, word: str) -> dict[str, float]:
        found: dict[str, float] = defaultdict(float)
        for synset, share in self._net.senses(word):
            for known, similarity in self._of_sense(synset).items():
                found[known] += share * similarity
        return found

    def _of_sense(self, synset: str) -> Mapping[str, float]:
        """Return how near each known word is to one sense, as the mean over its own senses."""
        if synset not in self._near:
            self._near[synset] = self._compared(synset)
        return self._near[synset]

    def _compared(self, synset: str) -> Mapping[str, float]:
        """Return Lin's similarity by known word: of what is above both senses, that with the most information counts."""
        information = self._net.information
        met: set[str] = set()
        near: dict[str, float] = defaultdict(float)
        for above in sorted(self._net.ancestors(synset), key=lambda above: (-information[above], above)):
            for other, words in self._below[above].items() if information[above] > 0 else ():
                if other not in met:
                    met.add(other)
                    lin = 2 * information[above] / (information[synset] + information[other])
                    for word, share in words:
                        near[word] += share * lin
        return near


def main() -> None:
    """Write the table, or report what the rule gives back of words that are known."""
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--wordnet", type=Path, required=True, help="the folder with the database files of WordNet 3.0")
    given.add_argument("--report", action="store_true", help="hide each known word in turn, and write nothing")
    arguments = given.parse_args()
    rows: list[str] = []
    for kind in (FrameKind.NOUN, FrameKind.VERB):
        net = WordNet(arguments.wordnet, kind)
        lexicon = Lexicon(net, kind)
        if arguments.report:
            print(*(f"{kind}, {line}" for line in _given_back(lexicon)), sep="\n")
        else:
            rows.extend(_rows_of(net, lexicon, kind))
    if rows:
        TABLE.write_text(HEAD + "".join(f"{row}\n" for row in sorted(rows)), "utf-8")


def _rows_of(net: WordNet, lexicon: Lexicon, kind: FrameKind) -> Iterator[str]:
    in_lexicon = {part for frame in frames() for lemma in frame.lemmas for part in lemma.split()}
    for word in net.synsets:
        if word not in lexicon.types and word not in in_lexicon and word.isalpha() and net.eventful(word):
            near = lexicon.nearest(word)
            if near is not None and near.similarity >= NEAR[kind] and near.word not in APART:
                yield f"{word}\t{kind}\t{near.word}\t{near.kind}\t{near.similarity:.2f}"


def _given_back(lexicon: Lexicon) -> Iterator[str]:
    told = sum(bool(types) for types in lexicon.types.values())
    nearest = {word: near for word in lexicon.types if (near := lexicon.nearest(word)) is not None}
    for least in THRESHOLDS:
        found = {word: near for word, near in nearest.items() if near.similarity >= least}
        known = sum(bool(lexicon.types[word]) for word in found)
        right = sum(near.kind in lexicon.types[word] for word, near in found.items())
        yield (
            f"from {least}: {known} of {told} hidden words get a type, {right} the right one;"
            f" so do {len(found) - known} of {len(lexicon.types) - told} frequent words that tell no act"
        )


def _known(kind: FrameKind) -> dict[str, frozenset[EventType]]:
    """Return the single words that fire a frame by themselves, with its types."""
    found: dict[str, set[EventType]] = defaultdict(set)
    for frame in frames():
        for word in frame.lemmas if frame.kind is kind else ():
            if " " not in word:
                found[word].add(frame.event_type)
    return {word: frozenset(types) for word, types in found.items()}


def _silent(net: WordNet, kind: FrameKind) -> Iterator[str]:
    known = _known(kind)
    governing = {*operators(), *word_set("reporting")}
    for word in net.synsets:
        frequent = net.count(word) >= FREQUENT and net.eventful(word)
        if word not in known and (frequent or (kind is FrameKind.VERB and word in governing)):
            yield word


def _rows(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as lines:
        yield from (line for line in lines if not line.startswith("  "))


if __name__ == "__main__":
    main()
