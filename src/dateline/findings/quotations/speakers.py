"""Speakers: who a source is, and on which days it was said."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from dateline.findings.quotations.attributions import Attribution, Source, core_of
from dateline.model import EntityRef, Interval, MentionIndex, Sentence, Span, TimeExpression, Token
from dateline.resources.quotations import channel_of, voice_words

_RELATIVE_PRONOUNS = frozenset({"who", "which", "that"})
_AND = frozenset({"and", "&"})
_OWNED = ("for", "of", "from", "by")


def speakers_of(source: Source | None, sentence: Sentence, mentions: MentionIndex) -> tuple[EntityRef, ...]:
    """Return the entities that a source means, several where it names or stands for several; none if not known.

    A relative pronoun means its antecedent, a document or a spokesman the one whose word it is.
    """
    if source is None:
        return ()
    head = head_of(source, sentence)
    owner = _owner(sentence, head)
    for token in (head, *sentence.children(head, "appos"), *([owner] if owner is not None else [])):
        found = tuple(dict.fromkeys(_named(token, sentence, mentions, source.span)))
        if found:
            return found
    return ()


def head_of(source: Source, sentence: Sentence) -> Token:
    """Return the noun at the head of a source; of a relative pronoun, its antecedent."""
    clause = sentence.head(source.head)
    relative = source.head.lower in _RELATIVE_PRONOUNS and clause.dep == "relcl"
    return sentence.head(clause) if relative else source.head


def _named(head: Token, sentence: Sentence, mentions: MentionIndex, within: Span) -> Iterator[EntityRef]:
    joined = [token for token in sentence.conjuncts(head) if token is head or within.covers(token.span)]
    if any(child.lower not in _AND for token in joined for child in sentence.children(token, "cc")):
        joined = [head]
    for token in joined:
        mention = mentions.at(token.span)
        if mention is not None:
            yield from mention.members or ((mention.entity,) if mention.entity else ())


def _owner(sentence: Sentence, head: Token) -> Token | None:
    """Whose document or spokesman a source is: "the palace's letter", "a letter from the palace", "a palace spokesman"."""
    if channel_of(sentence, head) != "document" and head.lemma.lower() not in voice_words("mouthpiece"):
        return None
    phrases = (sentence.child(prep, "pobj") for prep in sentence.children(head, "prep") if prep.lower in _OWNED)
    owners = [
        *sentence.children(head, "poss"),
        *(noun for noun in phrases if noun),
        *sentence.children(head, "compound"),
    ]
    return owners[0] if owners else None


def said_on(attribution: Attribution, times: Sequence[TimeExpression]) -> Interval | None:
    """Return the days of a time expression in the cue's own clause ("said on Tuesday"), or None; *times* stand in order.

    A participle has none of its own and takes those of the clause above ("spoke on Tuesday, saying that ...").
    """
    sentence, cue = attribution.sentence, attribution.cue
    if cue.pos != "VERB" or attribution.word.kind not in ("speech", "stance"):
        return None
    first = bisect_left(times, sentence.span.start, key=lambda time: time.span.start)
    last = bisect_left(times, sentence.span.end, key=lambda time: time.span.start)
    here = [time for time in times[first:last] if _may_tell(attribution, time)]
    found = _in_clause(sentence, cue, here)
    for child in sentence.children(cue, "advcl") if found is None else ():
        found = found or (_in_clause(sentence, child, here) if child.tag == "VBG" else None)
    if found is None and cue.tag == "VBG":
        above = next((token for token in sentence.ancestors(cue) if token.pos == "VERB"), None)
        found = _in_clause(sentence, above, here) if above is not None else None
    return found


def _may_tell(attribution: Attribution, time: TimeExpression) -> bool:
    inside = attribution.sentence.span.covers(time.span)
    apart = not any(piece.overlaps(time.span) for piece in attribution.pieces)
    named = attribution.source is not None and attribution.source.span.covers(time.span)
    return time.interval is not None and inside and apart and not named


def _in_clause(sentence: Sentence, verb: Token, times: Sequence[TimeExpression]) -> Interval | None:
    starts = [sentence.tokens[index].start for index in core_of(sentence, verb)] if times else []
    return next((t.interval for t in times if any(t.span.start <= start < t.span.end for start in starts)), None)
