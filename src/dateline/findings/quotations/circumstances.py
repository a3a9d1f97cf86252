"""How words reached the reader: whom they were said to, in what form or on what occasion, and who reports them."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.findings.quotations.attributions import Attribution
from dateline.model import MentionIndex, Party, Sentence, Span, Token
from dateline.resources.quotations import channel_of, channels, media_nouns

_TO = frozenset({"to"})
_BY_WAY_OF = frozenset({"in", "on", "at", "via", "through", "during", "by", "over", "from"})
_TIMES = frozenset({"DATE", "TIME"})
_SPEAKING = frozenset({"speech", "stance"})
_NOMINAL = ("NOUN", "PROPN", "PRON")


def addressee(attribution: Attribution, text: str, mentions: MentionIndex) -> Party | None:
    """Return who was told, where the cue's own clause says so ("told reporters", "said to the envoy"), or None."""
    sentence, cue, word = attribution.sentence, attribution.cue, attribution.word
    if cue.pos != "VERB" or word.kind not in _SPEAKING:
        return None
    told = [child for child in sentence.children(cue, "dobj", "dative") if "addressee" in word.frames]
    told = [sentence.child(noun, "pobj") or noun if noun.pos == "ADP" else noun for noun in told]
    told += [noun for prep, noun in _phrases(sentence, cue) if prep.lower in _TO]
    for noun in told:
        if noun.pos in _NOMINAL and noun != _occasion(attribution) and not _is_said(attribution, noun):
            span = name_span(sentence, noun)
            mention = mentions.at(noun.span)
            return Party(span=span, text=span.of(text), entity=mention.entity if mention else None)
    return None


def medium(attribution: Attribution, text: str) -> str | None:
    """Return the words for the form or occasion of speech: of the cue's phrase, or the source itself ("the statement reads")."""
    sentence, cue = attribution.sentence, attribution.cue
    for verb in _clauses(attribution):
        for prep, noun in _phrases(sentence, verb):
            kind = channel_of(sentence, noun)
            by_way_of = prep.lower in _BY_WAY_OF or (prep.lower in _TO and kind == "service")
            if kind and by_way_of and not _is_said(attribution, noun):
                return name_span(sentence, noun).of(text)
    occasion = _occasion(attribution)
    if occasion is not None:
        return name_span(sentence, occasion).of(text)
    if cue.dep == "acl" and channel_of(sentence, sentence.head(cue)):
        return name_span(sentence, sentence.head(cue)).of(text)
    source = attribution.source
    if source is not None and channel_of(sentence, source.head) == "document":
        return name_span(sentence, source.head).of(text)
    return None


def _occasion(attribution: Attribution) -> Token | None:
    """What was told that is an occasion rather than somebody: "told a news conference"."""
    if "addressee" not in attribution.word.frames:
        return None
    told = attribution.sentence.children(attribution.cue, "dobj", "dative")
    return next((noun for noun in told if channel_of(attribution.sentence, noun) == "occasion"), None)


def via(attribution: Attribution) -> Token | None:
    """Return the head of the words for the medium that was told, in which it was said, or which itself tells it."""
    sentence = attribution.sentence
    phrases = (phrase for verb in _clauses(attribution) for phrase in sentence.children(verb, "dobj", "dative", "prep"))
    for phrase in phrases:
        noun = sentence.child(phrase, "pobj") if phrase.dep == "prep" else phrase
        while noun is not None:
            if is_medium(sentence, noun) and not _is_said(attribution, noun):
                return noun
            inner = sentence.child(noun, "prep")
            noun = sentence.child(inner, "pobj") if inner is not None else None
    source = attribution.source
    return source.head if source is not None and is_medium(sentence, source.head) else None


def _clauses(attribution: Attribution) -> Iterator[Token]:
    """Yield the verbs whose phrases tell how it was said: the cue, a participle beside it ("speaking on the radio, he said ..."),
    and the verb that a cue which is a participle stands beside ("spoke on the radio, saying ...").
    """
    sentence, cue = attribution.sentence, attribution.cue
    if cue.pos != "VERB":
        return
    yield cue
    for child in sentence.children(cue, "advcl"):
        if child.tag == "VBG" and not _is_said(attribution, child):
            yield child
    if cue.tag == "VBG" and cue.dep in ("advcl", "acl"):
        yield from (
            token for token in sentence.ancestors(cue) if token.pos == "VERB" and not _is_said(attribution, token)
        )


def name_span(sentence: Sentence, noun: Token) -> Span:
    """Return the noun phrase up to its first comma or relative clause."""
    tokens = sentence.subtree(noun)
    ends = [sentence.subtree(child)[0].index for child in sentence.children(noun, "relcl", "acl")]
    ends += [token.index for token in tokens if token.text == ","]
    ends += [prep.index for prep in sentence.children(noun, "prep") if _is_time(sentence, prep)]
    end = min((index for index in ends if index > noun.index), default=tokens[-1].index + 1)
    kept = [token for token in tokens if token.index < end]
    return Span(kept[0].start, kept[-1].end)


def _is_time(sentence: Sentence, prep: Token) -> bool:
    noun = sentence.child(prep, "pobj")
    return noun is not None and noun.label in _TIMES


def is_medium(sentence: Sentence, noun: Token) -> bool:
    """Say whether a noun names a publisher of reports or a kind of one."""
    names = (noun, *sentence.children(noun, "compound"))
    if noun.pos == "NOUN" and channels().get(noun.lemma.lower()) == "document":
        return False  # a post is no newspaper called the Post
    if any(channels().get(f"{before.lower} {noun.lemma.lower()}") == "document" for before in names[1:]):
        return False  # a position paper is no newspaper
    return noun.pos in ("NOUN", "PROPN") and any(token.lemma.lower() in media_nouns() for token in names)


def _phrases(sentence: Sentence, verb: Token) -> Iterator[tuple[Token, Token]]:
    """Yield the prepositions of a verb, and of what depends on its objects, each with its noun."""
    for prep in (*sentence.children(verb, "prep", "dative"), *_of_objects(sentence, verb)):
        noun = sentence.child(prep, "pobj")
        if noun is not None:
            yield prep, noun


def _of_objects(sentence: Sentence, verb: Token) -> Iterator[Token]:
    for noun in sentence.children(verb, "dobj", "dative"):
        yield from sentence.children(noun, "prep")


def _is_said(attribution: Attribution, noun: Token) -> bool:
    return any(piece.covers(noun.span) for piece in attribution.pieces)
