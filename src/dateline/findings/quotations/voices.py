"""Voices: the chain on whose word a quotation's content is told, from the one nearest to the report inward."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.findings.quotations.attributions import Attribution, Source
from dateline.findings.quotations.circumstances import is_medium, name_span
from dateline.findings.quotations.circumstances import via as via_of
from dateline.findings.quotations.speakers import head_of
from dateline.model import EntityRef, EntityType, MentionIndex, Sentence, Span, Token, Voice, VoiceKind
from dateline.resources.datelines import outlet_named
from dateline.resources.quotations import channel_of, voice_words

_TELLING = frozenset({"speech", "evidence", "turn", "phrase"})
"""Kinds of cue by which something is told; who thinks, wants or refuses something does not vouch for it."""

_AGENCY = "agency"
_INDEFINITE = frozenset({"a", "an", "one", "another", "some", "several", "many", "few"})
_PLURAL = frozenset({"NNS", "NNPS"})


def voices_of(
    attribution: Attribution, text: str, mentions: MentionIndex, speakers: Sequence[EntityRef]
) -> tuple[Voice, ...]:
    """Return the medium that was told, the speaker, and the source that the speaker cites, those of them that there are."""
    sentence, source = attribution.sentence, attribution.source
    if attribution.word.kind not in _TELLING:
        return ()
    told = via_of(attribution)
    chain = []
    if told is not None and (source is None or told != source.head):
        chain.append(_medium(sentence, told, text, mentions))
    if source is not None:
        chain.append(_voice(sentence, source, text, speakers))
    cited = _cited(attribution)
    if cited is not None:
        mention = mentions.at(cited.head.span)
        entity = mention.entity if mention is not None else None
        chain.append(_voice(sentence, cited, text, (entity,) if entity is not None else ()))
    return tuple(voice for place, voice in enumerate(chain) if not place or voice.name != chain[place - 1].name)


def _medium(sentence: Sentence, noun: Token, text: str, mentions: MentionIndex) -> Voice:
    span = name_span(sentence, noun)
    mention = mentions.at(noun.span)
    entity = mention.entity if mention is not None else None
    name, kind = _publisher(sentence, noun, entity.name if entity else span.of(text))
    return Voice(kind=kind or VoiceKind.OUTLET, name=name, span=span, entity=entity)


def _voice(sentence: Sentence, source: Source, text: str, speakers: Sequence[EntityRef]) -> Voice:
    head = head_of(source, sentence)
    entity = speakers[0] if speakers else None
    words = name_span(sentence, head).of(text)
    name, publisher = _publisher(sentence, head, entity.name if entity else words)
    if publisher is not None:
        return Voice(kind=publisher, name=name, span=source.span, entity=entity)
    kind = VoiceKind.SPEAKER
    if channel_of(sentence, head) == "document":
        kind = VoiceKind.DOCUMENT
    elif _is_anonymous(sentence, head, entity):
        kind = VoiceKind.ANONYMOUS
    named = entity.name if entity is not None and kind is VoiceKind.SPEAKER else words
    if len(speakers) > 1 and kind is VoiceKind.SPEAKER:
        named = " and ".join(speaker.name for speaker in speakers)
    return Voice(kind=kind, name=" ".join(named.split()), span=source.span, entity=entity)


def _publisher(sentence: Sentence, head: Token, name: str) -> tuple[str, VoiceKind | None]:
    """Return a publisher's usual name and kind; of what is no publisher, the name as it is and None."""
    outlet = outlet_named(name)
    if outlet is not None:
        return outlet.name, VoiceKind.AGENCY if outlet.is_agency else VoiceKind.OUTLET
    if not is_medium(sentence, head):
        return name, None
    agency = _AGENCY in (token.lemma.lower() for token in (head, *sentence.children(head, "compound")))
    return " ".join(name.split()), VoiceKind.AGENCY if agency else VoiceKind.OUTLET


def _is_anonymous(sentence: Sentence, head: Token, entity: EntityRef | None) -> bool:
    """Say whether a source is somebody whom the report does not name, and who is no body that speaks for itself."""
    if (
        head.pos == "PROPN"
        or sentence.child(head, "appos") is not None
        or (entity and entity.type is EntityType.PERSON)
    ):
        return False
    lemma = head.lemma.lower()
    if lemma in voice_words("mouthpiece"):
        return False
    if lemma in voice_words("anonymous") or head.lower in _INDEFINITE:
        return True
    indefinite = any(child.lower in _INDEFINITE for child in sentence.children(head, "det", "nummod", "amod"))
    vague = head.pos == "NOUN" and (head.tag in _PLURAL or indefinite)
    return vague and (entity is None or lemma in voice_words("several"))


def _cited(attribution: Attribution) -> Source | None:
    """Return the source behind the one who speaks: "..., citing two officials"."""
    sentence = attribution.sentence
    for token in sentence.tokens:
        if token.tag == "VBG" and token.lemma.lower() in voice_words("citing") and token.index > 0:
            noun = sentence.child(token, "dobj")
            after = sentence.tokens[token.index - 1].text == "," and token.start > attribution.cue.start
            if noun is not None and after:
                return Source(Span(*_edges(sentence, noun)), noun)
    return None


def _edges(sentence: Sentence, noun: Token) -> tuple[int, int]:
    span = name_span(sentence, noun)
    return span.start, span.end
