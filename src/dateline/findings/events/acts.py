"""The acts that a sentence tells: which matches have their parties, and which of rivals and repetitions is kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.findings.events.clauses import doer, is_passive, lemma
from dateline.findings.events.matching import Match, matches, takers
from dateline.findings.events.parties import PRONOUNS
from dateline.findings.events.roles import Roles
from dateline.model import EntityType, EventType, Party, Sentence, Token
from dateline.resources.events import Effect, FrameKind, agents, word_set
from dateline.resources.factuality import event_nouns

_BETWEEN_STATES = frozenset({EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.REJECT})
_JUDGING = frozenset({EventType.SUPPORT, EventType.ACCUSE, EventType.REJECT})
_PLACED = frozenset({EntityType.STATE, EntityType.PLACE})
_TOLD = frozenset({"ROOT", "ccomp", "conj", "advcl", "relcl", "parataxis"})
_DEFINITE = frozenset({"the", "this", "these", "that", "those"})


@dataclass(frozen=True, slots=True)
class Act:
    """A match whose parties are there; `complement` is the act it takes in ("urge X to withdraw"), if any."""

    match: Match
    complement: Match | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]


def acts(sentence: Sentence, roles: Roles, *, strict: bool = False) -> list[Act]:
    """Return the acts a sentence tells in order of the text, one for each word and none told twice.

    With *strict* only words of the lexicon tell acts, and not those that are like them.
    """
    candidates = matches(sentence, strict=strict)
    takers_of, complement_of = _complements(sentence, candidates)
    claimed: set[int] = set()
    found: list[Act] = []
    for match in candidates:
        if match.anchor.index in claimed or match.reading.effect is Effect.UNTOLD:
            continue
        act = _cast(match, complement_of.get(match.anchor.index), roles)
        if _complete(sentence, act):
            found.append(act)
            claimed |= match.claims
    borne = {index for act in found for index in act.match.reading.bearers}
    anchors = {act.match.anchor.index: act for act in found if act.match.anchor.index not in borne}
    told = [
        act
        for act in anchors.values()
        if not _taken_in(act.match, takers_of[act.match.anchor.index]) and not _mere_purpose(act.match, anchors)
    ]
    return sorted(told, key=lambda act: act.match.anchor.index)


def _complements(
    sentence: Sentence, candidates: list[Match]
) -> tuple[Mapping[int, tuple[Match, ...]], Mapping[int, Match]]:
    """Return, by anchor, the matches that take a word's act in, and the best match that a word's frames take in."""
    by_anchor: dict[int, list[Match]] = defaultdict(list)
    for match in candidates:
        if match.frame.effect is not None and match.likeness is None:
            by_anchor[match.anchor.index].append(match)
    takers_of: dict[int, tuple[Match, ...]] = {}
    complement_of: dict[int, Match] = {}
    for match in candidates:
        found = tuple(takers(sentence, match, by_anchor))
        takers_of.setdefault(match.anchor.index, found)
        for taker in found:
            complement_of.setdefault(taker.anchor.index, match)
    return takers_of, complement_of


def _cast(match: Match, complement: Match | None, roles: Roles) -> Act:
    """Return the act with the parties that its roles have; nobody does anything to himself."""
    actors, given = roles.actors(match), roles.recipients(match, complement)
    actors = _guests(actors, given) if match.frame.mode == "visit" else actors
    recipients = _abroad(match, _without(given, actors), actors)
    if given and not recipients and match.frame.recipient[0] == "object" and "mutual" not in match.frame.flags:
        actors = ()
    return Act(match, complement, actors, recipients)


def _abroad(match: Match, recipients: tuple[Party, ...], actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """Return the recipients of a friendly or verbal act without what is but the actors' own state or a place in it."""
    if match.frame.event_type not in _BETWEEN_STATES:
        return recipients
    homes = {party.entity.country for party in actors if party.entity and party.entity.country}
    return tuple(p for p in recipients if not (p.entity and p.entity.type in _PLACED and p.entity.country in homes))


def _guests(actors: tuple[Party, ...], hosts: tuple[Party, ...]) -> tuple[Party, ...]:
    """Return the actors of a visit without those who are at home there, where others came."""
    homes = {party.entity.country for party in hosts if party.entity and party.entity.country}
    guests = tuple(p for p in actors if p.entity is None or p.entity.country not in homes)
    return guests or actors


def _taken_in(match: Match, others: Iterable[Match]) -> bool:
    """Say whether another act only talks of this one; what is judged may tell itself ("condemned Peru's invasion of ...")."""
    return any(taker.frame.effect is not Effect.JUDGE or not _stands_alone(match) for taker in others)


def _mere_purpose(match: Match, acts: Mapping[int, Act]) -> bool:
    """Say whether an act is but what another one is for ("sent boats to help X"); talks say what they are for by doing it."""
    purpose_of = match.reading.purpose_of
    act = acts.get(purpose_of) if purpose_of is not None else None
    return act is not None and act.match.frame.event_type is not EventType.CONSULT


def _stands_alone(match: Match) -> bool:
    return match.frame.kind is FrameKind.NOUN and match.support is None


def _is_mere_topic(sentence: Sentence, noun: Token) -> bool:
    """Say whether a noun is only spoken of: "promote talks between X and Y", not "X's talks with Y" nor "talks began"."""
    if noun.dep in ("nsubj", "nsubjpass", "ROOT"):
        return False
    if any(child.lower == "by" for child in sentence.children(noun, "prep", "agent")):
        return False  # "an attack by rebels on Lima" tells it, whatever is said of it
    return not any(child.dep == "poss" or child.lower in _DEFINITE for child in sentence.children(noun))


def _complete(sentence: Sentence, act: Act) -> bool:
    """Say whether the parties suffice: what the frame asks for, and of a bare noun phrase both."""
    match, flags, actors, recipients = act.match, act.match.frame.flags, act.actors, act.recipients
    if _stands_alone(match) and _is_mere_topic(sentence, match.anchor):
        return False
    if match.likeness is not None and not _is_between_known(act):
        return False
    if "mutual" in flags:
        alone = "alone" in flags and not _stands_alone(match)
        return len(actors) + len(recipients) > 1 or (bool(actors) and (alone or _is_several(sentence, match)))
    if "single" in flags and len(actors) > 1:
        return False  # drills of several are joint ones
    if not recipients:
        needed = _stands_alone(match) or ("recipient" in flags and not _is_of_an_act(match))
        return not needed and any(_is_somebody(sentence, party) for party in actors)
    if not any(_is_named(party) for party in (*actors, *recipients)):
        return False
    return bool(actors) or _is_done_by_someone(sentence, match)


def _is_between_known(act: Act) -> bool:
    """Say whether it is known who does it and to whom, or who do it together."""
    actors = [party for party in act.actors if party.entity is not None]
    recipients = [party for party in act.recipients if party.entity is not None]
    return bool(actors and recipients) or ("mutual" in act.match.frame.flags and len(actors) > 1)


def _is_of_an_act(match: Match) -> bool:
    """Say whether an act judges another one, so that nobody need be named to whom it is done: "praised the vote"."""
    judges = match.frame.effect is Effect.JUDGE and match.frame.event_type in _JUDGING
    thing = match.object if judges else None
    if thing is None or lemma(thing) in word_set("own"):
        return False
    return lemma(thing) in event_nouns() or lemma(thing) in word_set("deeds")


def _is_named(party: Party) -> bool:
    """Say whether a party is more than a pronoun that nobody is known to stand behind."""
    return party.entity is not None or party.text.lower() not in PRONOUNS


def _is_somebody(sentence: Sentence, party: Party) -> bool:
    """Say whether a party is known, or a noun that acts for a state or a group: "the junta", "gunmen"."""
    if party.entity is not None or not party.text.islower():
        return _is_named(party)
    head = next((token for token in sentence.tokens if token.end == party.span.end), None)
    return head is not None and any(
        lemma(head) in known for known in (agents(), word_set("texts"), word_set("multitudes"))
    )


def _is_done_by_someone(sentence: Sentence, match: Match) -> bool:
    """Say whether an act is told though nobody says who does it: "was arrested", "an air strike killed"."""
    verb = match.anchor
    if match.frame.event_type is EventType.ASSAULT and match.frame.kind is FrameKind.VERB:
        means = [doer(sentence, verb), *_occasions(sentence, verb)]
        if any(word is not None and lemma(word) in word_set("attacks") for word in means):
            return True
    if "unnamed" in match.frame.flags:
        return True
    return "agentless" in match.frame.flags and verb.dep in _TOLD and is_passive(sentence, verb)


def _occasions(sentence: Sentence, verb: Token) -> Iterable[Token | None]:
    for preposition in sentence.children(verb, "prep"):
        if preposition.lower in ("in", "by", "during"):
            yield sentence.child(preposition, "pobj")


def _is_several(sentence: Sentence, match: Match) -> bool:
    """Say whether the subject is several who can do it among themselves: "the ministers met"."""
    subject = doer(sentence, match.anchor) if match.frame.kind is not FrameKind.NOUN else None
    return subject is not None and (subject.tag in ("NNS", "NNPS") or lemma(subject) in word_set("several"))


def _without(parties: tuple[Party, ...], others: tuple[Party, ...]) -> tuple[Party, ...]:
    """Return *parties* without those that are among *others*."""
    spans = {party.span for party in others}
    entities = {party.entity.id for party in others if party.entity}
    return tuple(p for p in parties if p.span not in spans and (p.entity is None or p.entity.id not in entities))
