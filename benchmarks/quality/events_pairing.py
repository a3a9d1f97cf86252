"""Which labelled event an answered one is taken for, and what is right of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

JSON = Mapping[str, Any]
_REAL = frozenset({"occurred", "ongoing"})


@dataclass(frozen=True, slots=True)
class Pair:
    """A labelled event and the answer that is taken for it; `gold` is None for a false alarm, `given` for a missed event."""

    gold: JSON | None
    given: JSON | None

    @property
    def optional(self) -> bool:
        """Whether readers may differ on whether there is an event."""
        return self.gold is not None and bool(self.gold.get("optional"))

    @property
    def type_right(self) -> bool:
        """Whether the type is one of those that are right."""
        return self.gold is not None and self.given is not None and self.given["type"] in self.gold["types"]

    @property
    def roles_right(self) -> bool:
        """Whether all parties are there, each in its role, and nobody else."""
        if self.gold is None or self.given is None:
            return False
        if self.gold.get("mutual"):
            everybody = [*(self.gold["actors"] or ()), *(self.gold["recipients"] or ())]
            return _same(everybody, [*self.given["actors"], *self.given["recipients"]])
        return all(_same(self.gold[role], self.given[role]) for role in ("actors", "recipients"))

    @property
    def direction(self) -> bool | None:
        """Whether the act goes from whom it should to whom it should; None where one of them is missing or the act is mutual."""
        if self.gold is None or self.given is None or self.gold.get("mutual"):
            return None
        labelled = [self.gold["actors"], self.gold["recipients"]]
        answered = [self.given["actors"], self.given["recipients"]]
        if not all(labelled) or not all(answered):
            return None
        return all(
            any(_meet(g, a) for g in gold for a in given) for gold, given in zip(labelled, answered, strict=True)
        )

    @property
    def modality_right(self) -> bool | None:
        """Whether the modality is one of those that are right; done and going on are one."""
        if self.gold is None or self.given is None:
            return None
        given, right = self.given["modality"], self.gold["modality"]
        return given in right or (given in _REAL and bool(_REAL & set(right)))

    @property
    def dated(self) -> bool | None:
        """Whether the days are those that the sentence says, or lie within; None where it does not say."""
        if self.gold is None or self.given is None or "happened" not in self.gold:
            return None
        first, last = days(self.gold["happened"])
        told = self.given.get("happened") or {}
        if not told.get("earliest") or not told.get("latest"):
            return False
        return first <= date.fromisoformat(told["earliest"]) <= date.fromisoformat(told["latest"]) <= last

    @property
    def details(self) -> tuple[list[JSON], list[JSON], list[JSON]]:
        """The labelled details that were found, those that were missed, and the answered ones that are none's."""
        if self.gold is None or self.given is None or self.optional or self.gold.get("attributes", ()) is None:
            return [], [], []
        labelled, answered = list(self.gold.get("attributes", [])), list(self.given.get("attributes", []))
        found: list[JSON] = []
        missed: list[JSON] = []
        for label in labelled:
            met = next((answer for answer in answered if _is_detail(label, answer)), None)
            if met is not None:
                answered.remove(met)
            (missed if met is None else found).append(label)
        return found, missed, answered

    @property
    def error(self) -> str | None:
        """What is wrong of it, in a word or two; None where nothing is."""
        if self.optional:
            return None
        if self.gold is None:
            return "false alarm"
        if self.given is None:
            return "missed"
        wrong = (
            ("type", not self.type_right),
            ("reversed", self.direction is False and not self.roles_right),
            ("roles", not self.roles_right),
            ("modality", not self.modality_right),
            ("date", self.dated is False),
        )
        return next((name for name, is_wrong in wrong if is_wrong), None)

    @property
    def told(self) -> str:
        """What was answered and what is right, in a line."""
        return f"got {_line(self.given)}; right is {_line(self.gold)}"


def pairs(labelled: Sequence[JSON], answered: Iterable[JSON]) -> Iterator[Pair]:
    """Yield each labelled event with its answer, then the answers that are none's: first by the words, then by type and actor."""
    golds, givens = list(labelled), _joined(answered)
    for likeness in (_by_words, _by_type):
        ranked = sorted(
            ((likeness(gold, given), -g, -a) for g, gold in enumerate(golds) for a, given in enumerate(givens)),
            reverse=True,
        )
        taken_golds: set[int] = set()
        taken_givens: set[int] = set()
        for score, g, a in ranked:
            if score and -g not in taken_golds and -a not in taken_givens:
                taken_golds.add(-g)
                taken_givens.add(-a)
                yield Pair(golds[-g], givens[-a])
        golds = [gold for g, gold in enumerate(golds) if g not in taken_golds]
        givens = [given for a, given in enumerate(givens) if a not in taken_givens]
    yield from (Pair(gold, None) for gold in golds)
    yield from (Pair(None, given) for given in givens)


def days(told: str) -> tuple[date, date]:
    """Return the first and the last day of a label's days: a year, a month, a day, or two joined by "..".

    >>> days("2023-02")[1].isoformat(), days("2023-05-01..2023-05-07")[0].isoformat()
    ('2023-02-28', '2023-05-01')
    """
    first, _, last = told.partition("..")
    return _day(first, last=False), _day(last or first, last=True)


def _day(told: str, *, last: bool) -> date:
    parts = [int(part) for part in told.split("-")]
    if len(parts) == 3:
        return date(*parts)
    year, month = (parts[0], parts[1]) if len(parts) == 2 else (parts[0], 12 if last else 1)
    if not last:
        return date(year, month, 1)
    return (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _joined(answered: Iterable[JSON]) -> list[dict[str, Any]]:
    """Return the answers with those of one word and type made one: a coder may give one for each voter."""
    found: dict[object, dict[str, Any]] = {}
    for event in answered:
        key = (event["anchor"]["start"], event["type"])
        if key in found:
            for role in ("actors", "recipients"):
                found[key][role] = [*found[key][role], *event[role]]
        else:
            found[key] = dict(event)
    return list(found.values())


def _by_words(gold: JSON, given: JSON) -> int:
    """Return how well an answer fits a labelled event whose words it is anchored in; 0 where it is not."""
    start, end = gold["anchor"]
    if given["anchor"]["start"] >= end or given["anchor"]["end"] <= start:
        return 0
    pair = Pair(gold, given)
    return 1 + 8 * pair.type_right + 4 * pair.roles_right + 2 * (not pair.optional)


def _by_type(gold: JSON, given: JSON) -> int:
    """Return how well an answer anchored elsewhere fits: the type must be right, and a party that is labelled must be met."""
    pair = Pair(gold, given)
    parties = [*(gold["actors"] or ()), *(gold["recipients"] or ())]
    met = any(_meet(party, answer) for party in parties for answer in (*given["actors"], *given["recipients"]))
    return 1 + 4 * pair.roles_right + (not pair.optional) if pair.type_right and met else 0


def _same(labelled: Sequence[JSON] | None, answered: Sequence[JSON]) -> bool:
    if labelled is None:
        return True
    all_there = all(party.get("optional") or any(_meet(party, answer) for answer in answered) for party in labelled)
    return all_there and all(any(_meet(party, answer) for party in labelled) for answer in answered)


def _is_detail(label: JSON, answer: JSON) -> bool:
    """Say whether an answered detail is the labelled one: its name, its words, and its value or its numbers."""
    start, end = label["span"]
    if answer["name"] not in label["names"] or answer["start"] >= end or answer["end"] <= start:
        return False
    quantity = answer["quantity"] or {}
    if "low" in label:
        return (quantity.get("low"), quantity.get("high")) == (label["low"], label["high"])
    return "value" not in label or bool(answer["value"] == label["value"])


def _meet(party: JSON, answer: JSON) -> bool:
    return any(start < answer["end"] and answer["start"] < end for start, end in party["spans"])


def _line(event: JSON | None) -> str:
    if event is None:
        return "nothing"
    kinds = event.get("type") or "/".join(event["types"])
    modality = event["modality"] if isinstance(event["modality"], str) else "/".join(event["modality"])
    words = f" by {event['rule']}" if event.get("rule") else ""
    who = [_names(event[role]) for role in ("actors", "recipients")]
    return f"{kinds} {who[0]} -> {who[1]} {modality}{words}"


def _names(parties: Sequence[JSON] | None) -> str:
    if parties is None:
        return "?"
    return " + ".join(str(party.get("name") or party["spans"][0]) for party in parties) or "-"
