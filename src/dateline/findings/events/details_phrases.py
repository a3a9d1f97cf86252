"""Details that a phrase of the clause says in its own words: agenda, document, what is voted on, condition, charge."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.findings.events.clauses import lemma, undergoer
from dateline.findings.events.details_clause import Clause
from dateline.model import Attribute, AttributeName, EntityType, EventType, Span, Token
from dateline.resources.details import detail_words
from dateline.resources.events import word_set

_ABOUT = frozenset({"on", "about", "over", "regarding", "concerning"})
_AGAINST = frozenset({"on", "against"})
_CHARGED = frozenset({"on", "for", "over", "with", "of"})
_CONDITIONS = frozenset({"if", "unless", "once", "provided", "providing", "until"})
_ELSEWHERE = frozenset({"in", "at", "from", "by", "during", "after", "with", "between"})
_VOTED = frozenset({"for", "against", "on"})
_TOGETHER = frozenset({"with", "between"})
_WHERE = frozenset({"in", "at", "between", "over"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NAMED = frozenset({EntityType.PERSON, EntityType.STATE})


def agenda(clause: Clause) -> Iterator[Attribute]:
    """Yield what talks or a visit are about: "talks on the border", "to discuss trade"."""
    for above in dict.fromkeys((clause.anchor, clause.verb)):
        talks = above.pos == "NOUN" or lemma(above) in detail_words("talking")
        for head in clause.joined(above, _ABOUT if talks else _ABOUT - {"on"}):
            if not _is_date_or_place(clause, head) and lemma(head) not in word_set("lasting"):
                yield clause.said(AttributeName.AGENDA, clause.phrase(head, apart=_TOGETHER, whole=True))
    purposes = clause.sentence.children(clause.verb, "advcl", "xcomp", "acl")
    for verb in (clause.anchor, *purposes):
        thing = undergoer(clause.sentence, verb) if lemma(verb) in detail_words("discussing") else None
        for head in clause.sentence.conjuncts(thing) if thing is not None else ():
            yield clause.said(AttributeName.AGENDA, clause.phrase(head, apart=_TOGETHER, whole=True))


def document(clause: Clause) -> Iterator[Attribute]:
    """Yield the papers that are signed, adopted or handed over."""
    for thing in clause.things:
        if lemma(thing) in word_set("accord") | detail_words("papers"):
            protest = clause.coding.act is EventType.ACCUSE
            span = _of_protest(clause, thing) if protest else clause.phrase(thing, apart=_ELSEWHERE)
            yield clause.said(AttributeName.DOCUMENT, span)


def matter(clause: Clause) -> Iterator[Attribute]:
    """Yield what a protest is about, whatever noun the parser hangs "over" on."""
    for preposition in (token for token in clause.words if token.dep == "prep" and token.lower in _ABOUT - {"on"}):
        for head in clause.sentence.children(preposition, "pobj"):
            if not clause.is_party(head) and not clause.is_time(head):
                yield clause.said(AttributeName.AGENDA, clause.phrase(head, whole=True))


def _of_protest(clause: Clause, paper: Token) -> Span:
    """Return the name of a paper: "formal note of protest", without whom it goes to and what it is about."""
    sentence = clause.sentence
    before = [child for child in sentence.children(paper, "amod", "compound") if child.index < paper.index]
    of = [sentence.child(child, "pobj") for child in sentence.children(paper, "prep") if child.lower == "of"]
    return Span(
        min((token.start for token in before), default=paper.start), max((t.end for t in of if t), default=paper.end)
    )


def voted_text(clause: Clause) -> Iterator[Attribute]:
    """Yield what is voted on."""
    vetoed = clause.things if lemma(clause.anchor) == "veto" else ()
    votes = [head for head in clause.joined(clause.anchor, frozenset({"in"})) if lemma(head) == "vote"]
    on = [head for above in (clause.anchor, *votes) for head in clause.joined(above, _VOTED)]
    for head in dict.fromkeys((*on, *clause.things)):
        known = lemma(head) in word_set("resolution") or head in vetoed
        if known and head.pos == "NOUN" and not clause.is_party(head):
            yield clause.said(AttributeName.TEXT, clause.phrase(head, apart=_ELSEWHERE))


def body(clause: Clause) -> Iterator[Attribute]:
    """Yield where a vote is taken: the body that votes, or the one it is taken in."""
    for party in clause.act.actors:
        if party.text.lower().split()[-1:] and party.text.lower().split()[-1] in detail_words("bodies"):
            yield clause.said(AttributeName.BODY, party.span, party.entity.name if party.entity else None, party.entity)
    where = [token for token in clause.words if token.dep == "prep" and token.lower in ("in", "at")]
    for head in (head for preposition in where for head in clause.sentence.children(preposition, "pobj")):
        mention = clause.mentions.at(head.span)
        if mention is not None and mention.type is EntityType.ORGANIZATION:
            name = mention.entity.name if mention.entity else None
            yield clause.said(AttributeName.BODY, mention.span, name, mention.entity)


def target(clause: Clause) -> Iterator[Attribute]:
    """Yield what sanctions are to hit, where that is no party of the act: oil, banks, members of a family."""
    for above in (clause.anchor, *clause.things):
        for head in clause.joined(above, _AGAINST):
            if not clause.is_party(head) and not clause.is_time(head):
                yield clause.said(AttributeName.TARGET, clause.phrase(head), entity=clause.entity(head))


def condition(clause: Clause) -> Iterator[Attribute]:
    """Yield the clause that begins with "if", "unless", "once" or "until" and says on what the act depends."""
    sentence, verbs = clause.sentence, (clause.verb, *clause.sentence.children(clause.verb, "xcomp"))
    for child in (child for verb in verbs for child in sentence.children(verb, "advcl")):
        mark = sentence.child(child, "mark", "advmod")
        if mark is not None and mark.lower in _CONDITIONS and mark.index < child.index:
            yield clause.said(AttributeName.CONDITION, sentence.extent(child))


def charge(clause: Clause) -> Iterator[Attribute]:
    """Yield what somebody is charged with: "on charges of treason", "accused of spying", "charged with murder"."""
    for above in dict.fromkeys((clause.anchor, clause.verb, *clause.things)):
        for preposition in clause.sentence.children(above, "prep"):
            if preposition.lower in _CHARGED and not _is_aside(clause, above, preposition):
                yield from _charged(clause, preposition)
    if lemma(clause.anchor) == "accuse":
        # The parser hangs "of backing X" on the noun before it as often as on the verb.
        strayed = (token for token in clause.words if token.lower == "of" and token.head != clause.anchor.index)
        for of in strayed:
            yield from _charged(clause, of) if clause.sentence.child(of, "pcomp") else ()


def conflict(clause: Clause) -> Iterator[Attribute]:
    """Yield the war or the place that a ceasefire is for."""
    for above in dict.fromkeys((clause.anchor, *clause.things, *clause.beside)):
        if lemma(above) not in detail_words("peace"):
            continue
        for head in clause.joined(above, _WHERE):
            if not clause.is_time(head) and lemma(head) not in detail_words("purposes"):
                yield clause.said(AttributeName.CONFLICT, clause.phrase(head), entity=clause.entity(head))


def _charged(clause: Clause, preposition: Token) -> Iterator[Attribute]:
    sentence = clause.sentence
    doing = sentence.child(preposition, "pcomp")
    if doing is not None:
        yield clause.said(AttributeName.CHARGE, Span(doing.start, _end(clause, doing)))
        return
    head = sentence.child(preposition, "pobj")
    if head is None or head.pos == "PROPN" or clause.is_party(head) or clause.is_time(head) or _is_named(clause, head):
        return
    if lemma(head) in detail_words("charges"):
        of = next((child for child in sentence.children(head, "prep") if child.lower == "of"), None)
        inner = sentence.child(of, "pobj", "pcomp") if of is not None else None
        if inner is not None:
            yield clause.said(AttributeName.CHARGE, Span(sentence.extent(inner).start, sentence.extent(inner).end))
    elif preposition.lower != "on" and lemma(head) not in detail_words("arrests"):
        yield clause.said(AttributeName.CHARGE, clause.phrase(head, whole=True))


def _end(clause: Clause, doing: Token) -> int:
    """Return where "spying on X" ends: before a verb of the clause that the parser coordinated with it."""
    sentence = clause.sentence
    told = [child for child in sentence.children(doing, "conj") if child.tag in _FINITE]
    if not told:
        return sentence.extent(doing).end
    before = next((child for child in sentence.children(doing, "cc") if child.index < told[0].index), told[0])
    return sentence.tokens[before.index - 1].end


def _is_aside(clause: Clause, above: Token, preposition: Token) -> bool:
    """Say whether a preposition tells no charge: the "of" of "the arrest of", the "for" of "arrested an envoy for Peru"."""
    if preposition.lower in ("of", "with"):
        return lemma(above) not in detail_words("accusing")
    return above in clause.things and lemma(above) not in detail_words("cases")


def _is_named(clause: Clause, head: Token) -> bool:
    mention = clause.mentions.at(head.span)
    return mention is not None and mention.type in _NAMED


def _is_date_or_place(clause: Clause, head: Token) -> bool:
    if clause.is_time(head) or clause.is_party(head):
        return True
    mention = clause.mentions.at(head.span)
    return mention is not None and mention.type in (EntityType.PLACE, EntityType.PERSON)
