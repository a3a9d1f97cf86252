"""Why an event mention is coded as it is: the row that fired, how each party was resolved, what the clause says of the act."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.model import Document, EntityMention, EventMention, MentionIndex, Party, Predicate, Span, Voice
from dateline.resources.events import Frame, frames_by_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One event mention with what it rests on; `frame` is None when the lexicon no longer has the row that fired."""

    mention: EventMention
    document: Document
    frame: Frame | None
    parties: tuple[tuple[str, Party, str], ...]
    predicate: Predicate | None

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """The explanation as (what, words), in the order in which a reader asks."""
        return tuple(self._lines())

    def _lines(self) -> Iterator[tuple[str, str]]:
        mention, text = self.mention, self.document.text
        mode = f", {mention.mode}" if mention.mode else ""
        by = "the judgement" if mention.rule.startswith("jud:") else "the row"
        yield "act", f"“{mention.anchor.of(text)}” is {mention.act}{mode}, by {by} {mention.coded_by}"
        if self.frame is not None:
            words = ", ".join(self.frame.lemmas[:8])
            yield "row", f"{self.frame.kind}: {words}; for example “{_plain(self.frame.examples[0])}”"
            if self.frame.near_misses:
                yield "not", f"“{_plain(self.frame.near_misses[0])}”"
        for role, party, basis in self.parties:
            who = party.entity.name if party.entity else "not known"
            yield role, f"“{party.text}” is {who}{f' ({basis})' if basis else ''}"
        yield "modality", self._modality()
        if mention.event_type is not mention.act:
            yield "coded", f"{mention.event_type}, as the codebook codes {mention.act} that is {mention.modality}"
        yield "codes", f"CAMEO {mention.cameo or '–'}, Goldstein {mention.goldstein}, {mention.quad}"
        yield "when", self._when()
        on = f" (by the {mention.place_basis})" if mention.place_basis else ""
        yield "where", f"{mention.place.name}{on}" if mention.place else "the clause does not say"
        for attribute in mention.attributes:
            of = f" ({attribute.entity.name})" if attribute.entity else ""
            yield str(attribute.name), f"“{attribute.text}” is {attribute.value}{of}"
        yield "on whose word", told_by(mention)
        yield "made by", f"{mention.derivation.stage} {mention.derivation.version}"

    def _modality(self) -> str:
        if self.predicate is None:
            return f"{self.mention.modality}, from the clause"
        cues = f", by {', '.join(f'“{cue}”' for cue in self.predicate.cues)}" if self.predicate.cues else ""
        return f"{self.mention.modality}; factuality {self.predicate.factuality:g} of -3 to 3{cues}"

    def _when(self) -> str:
        happened = self.mention.happened
        if happened is None:
            return "the report does not say"
        interval = happened.interval
        cues = ", ".join(f"“{cue.of(self.document.text)}”" for cue in happened.cues)
        return (
            f"{interval.earliest or '…'} to {interval.latest or '…'}, by {happened.basis}{f': {cues}' if cues else ''}"
        )


def explain(
    mention: EventMention, document: Document, mentions: Iterable[EntityMention], predicates: Iterable[Predicate]
) -> Explanation:
    """Return why a mention is coded as it is, from what the stages said of its document."""
    index = MentionIndex(mentions)
    named = [("actor", party) for party in mention.actors] + [("recipient", party) for party in mention.recipients]
    return Explanation(
        mention=mention,
        document=document,
        frame=frames_by_key().get(mention.rule),
        parties=tuple((role, party, _basis(index, party.span)) for role, party in named),
        predicate=next((found for found in predicates if found.span.start == mention.anchor.start), None),
    )


def told_by(mention: EventMention) -> str:
    """Return the chain on whose word an act is told, from the report inward, each with its kind and its words."""
    if not mention.voices:
        return mention.claimant.name if mention.claimant else "the report's own"
    return chain_words(mention.voices)


def chain_words(voices: Sequence[Voice]) -> str:
    """Return a chain of voices for a reader, the one nearest to the report first."""
    return ", which cites ".join(_voiced(voice) for voice in voices)


def _voiced(voice: Voice) -> str:
    known = voice.entity.name if voice.entity is not None else None
    who = f"{voice.name}, {known}" if known and known not in voice.name else voice.name
    return f"{who} ({voice.kind})"


def _plain(example: str) -> str:
    """Return an example of the lexicon without the marks of its roles."""
    return "".join(letter for letter in example if letter not in "<>{}[]")


def _basis(index: MentionIndex, span: Span) -> str:
    exact = [found for found in index.within(span) if found.span == span]
    found = exact[0] if exact else index.at(span)
    return found.basis if found is not None else ""
