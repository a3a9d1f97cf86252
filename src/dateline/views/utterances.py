"""One utterance as several reports give it, and how their wordings differ."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from dateline.model import EntityRef, Judgement, KnownLink
from dateline.views.quoted import Quoted

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Words of one wording that another does not have, and what it has in their place (either may be empty)."""

    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One report's wording of an utterance, why it is taken for one, and how it differs from the fullest wording."""

    quoted: Quoted
    judgement: Judgement
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """What somebody said on one occasion, in the wordings of several reports, the first report first."""

    id: str
    variants: tuple[Variant, ...]

    @property
    def fullest(self) -> Variant:
        """The variant with the most words."""
        return max(self.variants, key=lambda variant: len(variant.quoted.words))

    @property
    def speaker(self) -> EntityRef | None:
        """Who said it, as the first report that says so has it."""
        return next((v.quoted.quotation.speaker for v in self.variants if v.quoted.quotation.speaker), None)

    @property
    def reports(self) -> int:
        """The number of reports that give it."""
        return len({variant.quoted.document.id for variant in self.variants})

    @property
    def differs(self) -> bool:
        """Whether any report words it differently from another, other than by leaving off its beginning or end."""
        return any(variant.differences for variant in self.variants)


def assemble_utterances(links: Iterable[KnownLink], quoted: Mapping[str, Quoted]) -> list[Utterance]:
    """Return the utterances that these links make of quotations, in the order in which they became known."""
    groups: dict[str, list[KnownLink]] = defaultdict(list)
    for known in links:
        if known.link.left in quoted:
            groups[known.link.right].append(known)
    return [_assemble(utterance, members, quoted) for utterance, members in groups.items()]


def _assemble(utterance: str, members: list[KnownLink], quoted: Mapping[str, Quoted]) -> Utterance:
    fullest = max((quoted[known.link.left].words for known in members), key=len)
    variants = (
        Variant(
            quoted=quoted[known.link.left],
            judgement=known.link.judgement,
            differences=differences(fullest, quoted[known.link.left].words),
        )
        for known in members
    )
    return Utterance(id=utterance, variants=tuple(variants))


def differences(fullest: str, other: str) -> tuple[Difference, ...]:
    """Return where two wordings differ, word by word; what one leaves off at its beginning or end is no difference.

    >>> differences("We will never ever give up, he said", "never give up")
    (Difference(before='ever', after=''),)
    """
    one, two = _WORD.findall(fullest), _WORD.findall(other)
    steps = SequenceMatcher(None, [_plain(w) for w in one], [_plain(w) for w in two], autojunk=False).get_opcodes()
    while steps and steps[0][0] == "delete":
        steps = steps[1:]
    while steps and steps[-1][0] == "delete":
        steps = steps[:-1]
    return tuple(
        Difference(before=" ".join(one[first:last]), after=" ".join(two[begin:end]))
        for what, first, last, begin, end in steps
        if what != "equal"
    )


def _plain(word: str) -> str:
    return "".join(letter for letter in word.casefold() if letter.isalnum())
