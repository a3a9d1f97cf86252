"""The linker of utterances: a quotation joins the earlier one whose words it gives again, or founds its own utterance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from difflib import SequenceMatcher

from dateline.links.utterances.saying import SHORTEST, Saying
from dateline.model import (
    Document,
    Feature,
    Judgement,
    KeyedLink,
    Layers,
    Link,
    LinkKind,
    LinkLookup,
    Quotation,
    QuotationKind,
    Record,
    Verdict,
    content_id,
)
from dateline.settings import Settings

MOST_COMPARED = 24
"""Earlier quotations with a key in common that one is compared with."""

SAME_WORDS = 0.75
"""The part of the shorter quotation's runs of words that the longer one must give again: a cut, not a rewording."""

SAME_MEANING = 0.6
"""The part of the shorter one's telling words that two translations of one speaker's words have in common."""

LONGEST_APART = timedelta(days=2)
"""Two reports of one occasion may date it so far apart."""


class UtteranceLinker:
    """Links the quotations of one report that are given in words (direct or mixed) to utterances."""

    name = "utterances.words"
    version = "1"
    kind = LinkKind.SAME_UTTERANCE
    requires: tuple[type[Record], ...] = (Quotation,)

    def __init__(self, _settings: Settings) -> None: ...

    def __call__(
        self, document: Document, layers: Layers, entities: Mapping[str, str], lookup: LinkLookup
    ) -> Iterator[KeyedLink]:
        """Yield a link for each quotation long enough to be told from others."""
        for quotation in layers[Quotation]:
            if quotation.kind is QuotationKind.INDIRECT:
                continue
            saying = Saying.of(quotation, document, entities)
            if len(saying.telling) >= SHORTEST:
                yield KeyedLink(link=self._link(quotation, saying, lookup), keys=saying.keys, data=saying.written())

    def _link(self, quotation: Quotation, saying: Saying, lookup: LinkLookup) -> Link:
        best = Judgement(
            verdict=Verdict.NONE, author=self.name, score=1.0, explanation="the first report of these words"
        )
        utterance = content_id("utt", quotation.id)
        for known in lookup.links_keyed(saying.keys, limit=MOST_COMPARED):
            judgement = self._judged(saying, Saying.read(known.data))
            if judgement is not None and (best.verdict is Verdict.NONE or judgement.score > best.score):
                best, utterance = judgement, known.link.right
        return Link(kind=self.kind, left=quotation.id, right=utterance, judgement=best)

    def _judged(self, saying: Saying, other: Saying) -> Judgement | None:
        if saying.speaker and other.speaker and saying.speaker != other.speaker:
            return None
        if not saying.may_be_of_one_day(other, LONGEST_APART):
            return None
        words = _share(saying.runs, other.runs)
        same = saying.speaker is not None and saying.speaker == other.speaker
        meaning = _in_order(saying, other) if same else 0.0
        if words < SAME_WORDS and meaning < SAME_MEANING:
            return None
        features = (
            Feature(name="words", value=round(words, 3)),
            Feature(name="meaning", value=round(meaning, 3)),
            Feature(name="speaker", value=float(same), left=saying.speaker or "?", right=other.speaker or "?"),
        )
        how = "the same words" if words >= SAME_WORDS else "the same in other words"
        who = "by the same speaker" if same else "one report does not say whose"
        return Judgement(
            verdict=Verdict.POSITIVE,
            author=self.name,
            score=round(max(words, meaning), 4),
            features=features,
            explanation=f"{how}, {who}",
        )


def _share(runs: frozenset[tuple[str, ...]], others: frozenset[tuple[str, ...]]) -> float:
    shorter = min(len(runs), len(others))
    return len(runs & others) / shorter if shorter else 0.0


def _in_order(saying: Saying, other: Saying) -> float:
    """Return the part of the shorter one's telling words that the longer one gives in the same order."""
    blocks = SequenceMatcher(None, saying.telling, other.telling, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / min(len(saying.telling), len(other.telling))
