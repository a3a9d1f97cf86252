"""The event lexicon: frames, operators, conversions, contexts and scores, read from tables into typed rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from dateline.errors import ResourceError
from dateline.model import EventType
from dateline.resources.tables import cells, read_table


class FrameKind(StrEnum):
    """What carries an event: a verb, a noun, or a verb together with its object ("lift sanctions")."""

    VERB = "verb"
    NOUN = "noun"
    LIGHT = "light"


class Effect(StrEnum):
    """What a word does to the act in its complement: what an operator says of it, or a frame that takes it in."""

    PASS = "pass"
    INTEND = "intend"
    OFFER = "offer"
    FUTURE = "future"
    ORDER = "order"
    REFUSE = "refuse"
    NOT = "not"
    UNTOLD = "untold"
    DONE = "done"
    REQUEST = "request"
    DEMAND = "demand"
    THREATEN = "threaten"
    JUDGE = "judge"


PURPOSES = {"to_help": "helping", "to_investigate": "investigating", "to_pay": "paying"}
"""The flags of frames that ask what the act is for, each with the set of words that may say it."""

NARROWING = frozenset({*PURPOSES, "by_protesters", "calling_names", "blaming", "to_come"})
"""The flags of frames that ask so much of the clause that, where they fire, they outdo a frame of the bare verb."""

CALLING_OFF = frozenset({"cancelled", "postponed"})
"""The flags of frames whose very words say that an act which was due will not be, or not yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One row of the lexicon: the words that fire it, where its parties stand, and how it is coded."""

    key: str
    kind: FrameKind
    lemmas: tuple[str, ...]
    objects: frozenset[str]
    barred: frozenset[str]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    event_type: EventType
    mode: str | None
    cameo: str
    contexts: tuple[str, ...]
    flags: frozenset[str]
    effect: Effect | None
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator:
    """A word above an act ("agree to", "is due to", "launch"): its effect, and whether a time said of it is the act's time."""

    effect: Effect
    shares_time: bool
    pos: frozenset[str]

    def fits(self, pos: str) -> bool:
        """Say whether the word has this effect as this part of speech."""
        return not self.pos or pos in self.pos


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """What an act of some CAMEO kind is coded as when only intended, refused, requested or threatened."""

    event_type: EventType
    mode: str | None
    cameo: str


@cache
def frames() -> tuple[Frame, ...]:
    """Return all frames in the order of the table; raises ResourceError for a row that cannot be."""
    found = tuple(_frame(row) for row in read_table("events_frames.tsv"))
    twice = {frame.key for frame in found if sum(other.key == frame.key for other in found) > 1}
    if twice:
        raise ResourceError(f"events_frames.tsv: expected each key once, got again {', '.join(sorted(twice))}")
    return found


def frame_flags(key: str) -> frozenset[str]:
    """Return the flags of the frame with this key; none for a key that the lexicon does not have."""
    frame = frames_by_key().get(key)
    return frame.flags if frame else frozenset()


@cache
def frames_by_key() -> Mapping[str, Frame]:
    """Return the frames by their keys."""
    return {frame.key: frame for frame in frames()}


Entries = tuple[tuple[Frame, frozenset[str]], ...]
"""The frames of one word, each with the words that may stand beside it."""


@cache
def frames_by_lemma() -> Mapping[str, Entries]:
    """Return the frames by the head word of their lemmas, each with the words that may stand beside it.

    "call on" is under "call" with "on", "arrest warrant" under "warrant" with "arrest"; "" where the word may stand alone.
    """
    by_lemma: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for frame in frames():
        for lemma in frame.lemmas:
            if frame.kind is FrameKind.NOUN:
                beside, _, head = lemma.rpartition(" ")
            else:
                head, _, beside = lemma.partition(" ")
            by_lemma[head][frame.key].add(beside)
    return {
        lemma: tuple((frames_by_key()[key], frozenset(beside)) for key, beside in found.items())
        for lemma, found in by_lemma.items()
    }


@cache
def word_set(name: str) -> frozenset[str]:
    """Return the lemmas of a named set; raises ResourceError when there is none of that name."""
    try:
        return _word_sets()[name]
    except KeyError:
        raise ResourceError(f"events_words.tsv: expected a set called {name!r}") from None


@cache
def mended_lemmas() -> Mapping[str, str]:
    """Return the right lemmas by those that the tagger gets wrong."""
    return {row["given"]: row["meant"] for row in read_table("events_lemmas.tsv")}


@cache
def operators() -> Mapping[str, Operator]:
    """Return the operators by lemma."""
    return {
        lemma: Operator(
            effect=Effect(row["effect"]), shares_time=row["shares_time"] == "yes", pos=frozenset(cells(row["pos"]))
        )
        for row in read_table("events_operators.tsv")
        for lemma in cells(row["lemmas"])
    }


@cache
def agents() -> Mapping[str, bool]:
    """Return the nouns that act though they are no names ("police"), and whether they are organs of a state."""
    return {lemma: row["kind"] == "organ" for row in read_table("events_agents.tsv") for lemma in cells(row["lemmas"])}


@cache
def goldstein(cameo: str) -> float | None:
    """Return the Goldstein score of a CAMEO code, or None for no code of the table.

    >>> goldstein("042")
    1.9
    """
    return _goldstein().get(cameo)


@cache
def plover_score(event_type: EventType, mode: str | None) -> float | None:
    """Return the PLOVER conflict-cooperation score of a type and mode, that of the type where the mode has none."""
    scores = _plover_scores()
    return scores.get((event_type, mode or ""), scores.get((event_type, "")))


@cache
def convert(effect: Effect, cameo: str) -> Conversion | None:
    """Return what an act with this CAMEO code becomes under *effect*, by the longest prefix of the code, or None.

    >>> convert(Effect.INTEND, "042").event_type
    <EventType.AGREE: 'AGREE'>
    """
    table = _conversions()
    for length in range(len(cameo), 0, -1):
        if found := table.get((effect, cameo[:length])):
            return found
    return None


@cache
def context_words() -> Mapping[str, tuple[str, ...]]:
    """Return, for each lemma that tells a context, the contexts it tells."""
    by_word: dict[str, list[str]] = defaultdict(list)
    for row in read_table("events_contexts.tsv"):
        for word in cells(row["words"]):
            by_word[word].append(row["context"])
    return {word: tuple(contexts) for word, contexts in by_word.items()}


@cache
def context_names() -> frozenset[str]:
    """Return the names of all contexts."""
    return frozenset(row["context"] for row in read_table("events_contexts.tsv"))


@cache
def _word_sets() -> Mapping[str, frozenset[str]]:
    return {row["name"]: frozenset(cells(row["words"])) for row in read_table("events_words.tsv")}


@cache
def _goldstein() -> Mapping[str, float]:
    return {row["code"]: float(row["goldstein"]) for row in read_table("events_cameo.tsv")}


@cache
def _plover_scores() -> Mapping[tuple[str, str], float]:
    return {(row["type"], row["mode"]): float(row["score"]) for row in read_table("events_plover_scores.tsv")}


@cache
def _conversions() -> Mapping[tuple[Effect, str], Conversion]:
    return {
        (Effect(effect), prefix): Conversion(
            event_type=EventType(row["type"]), mode=row["mode"] or None, cameo=row["cameo"]
        )
        for row in read_table("events_conversions.tsv")
        for effect in cells(row["effect"])
        for prefix in cells(row["acts"])
    }


def _frame(row: Mapping[str, str]) -> Frame:
    try:
        return Frame(
            key=row["key"],
            kind=FrameKind(row["kind"]),
            lemmas=tuple(_unhyphened(cells(row["lemmas"]))) if row["kind"] == FrameKind.NOUN else cells(row["lemmas"]),
            objects=frozenset(_spelled_out(cells(row["object"]))),
            barred=frozenset(_spelled_out(cells(row["not"]))),
            actor=cells(row["actor"]),
            recipient=cells(row["recipient"]),
            event_type=EventType(row["type"]),
            mode=row["mode"] or None,
            cameo=row["cameo"],
            contexts=cells(row["contexts"]),
            flags=frozenset(cells(row["flags"])),
            effect=Effect(row["effect"]) if row["effect"] else None,
            examples=cells(row["example"]),
            near_misses=cells(row["near_miss"]),
        )
    except (KeyError, ValueError) as error:
        raise ResourceError(f"events_frames.tsv, row {row.get('key')!r}: {error}") from error


def _spelled_out(given: Iterable[str]) -> Iterable[str]:
    for word in given:
        yield from _unhyphened(word_set(word[1:]) if word.startswith("@") else (word,))


def _unhyphened(given: Iterable[str]) -> Iterable[str]:
    """Yield the words, and those with a hyphen as the two words that the tagger takes them for too."""
    for word in given:
        yield word
        if "-" in word:
            yield word.replace("-", " ")
