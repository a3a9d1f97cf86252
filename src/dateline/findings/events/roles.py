"""Who fills a role: from a grammatical position of the clause or the noun phrase to the parties that stand there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.findings.events.clauses import (
    doer,
    is_infinitive,
    is_partitive,
    is_passive,
    lemma,
    reporter,
    subject,
    undergoer,
)
from dateline.findings.events.matching import Match
from dateline.model import EntityMention, EntityRef, EntityType, Form, MentionIndex, Party, Sentence, Span, Token
from dateline.resources.events import Effect, FrameKind, agents, word_set

_ACTING = frozenset({EntityType.STATE, EntityType.ORGANIZATION, EntityType.PERSON, EntityType.GROUP})
_SUFFERING = _ACTING | {EntityType.PLACE}
_INSIDE = ("by", "of", "from", "against", "for", "with", "to", "on", "over", "in")
_PERSONS = frozenset({EntityType.PERSON})
_BODIES = frozenset({EntityType.ORGANIZATION})
_PLACED = frozenset({EntityType.STATE, EntityType.PLACE})
_ACTORS = {"person_actor": _PERSONS, "state_actor": frozenset({EntityType.STATE})}
_RECIPIENTS = {"person_recipient": _PERSONS, "body_recipient": _BODIES, "place_recipient": _PLACED}
_TIMES = frozenset({"DATE", "TIME"})
_NAME_LABELS = frozenset({"", "PERSON", "ORG", "NORP"})
_FIRST_PERSON = frozenset({"i", "we"})
_THIRD_PERSON = frozenset({"he", "she", "it", "they"})


class Roles:
    """The parties of one sentence, by the positions that frames name."""

    def __init__(self, text: str, sentence: Sentence, mentions: MentionIndex) -> None:
        self._text = text
        self._sentence = sentence
        self._mentions = mentions

    def actors(self, match: Match) -> tuple[Party, ...]:
        """Return the actors: those of the first position that has any, or of all positions where the act is mutual.

        To refuse what takes two is the act of one: it has a direction again.
        """
        types = next((kinds for flag, kinds in _ACTORS.items() if flag in match.frame.flags), _ACTING)
        found = [self._at(position, match, types) for position in match.frame.actor]
        refused = match.reading.effect in (Effect.REFUSE, Effect.NOT)
        if "mutual" in match.frame.flags and not refused:
            return _distinct(party for parties in found for party in parties)
        return next((parties for parties in found if parties), ())

    def recipients(self, match: Match, complement: Match | None) -> tuple[Party, ...]:
        """Return the recipients, taken from the act in the complement where the frame says so."""
        types = next((kinds for flag, kinds in _RECIPIENTS.items() if flag in match.frame.flags), _SUFFERING)
        for position in match.frame.recipient:
            inside = position == "complement"
            if found := self._of_complement(match, complement) if inside else self._at(position, match, types):
                return found
        return ()

    def _of_complement(self, match: Match, complement: Match | None) -> tuple[Party, ...]:
        sentence = self._sentence
        if match.frame.effect is not None and complement is not None and match.frame.event_type == "THREATEN":
            return self.recipients(complement, None)
        for child in sentence.children(match.anchor, "ccomp", "xcomp", "advcl"):
            if child.dep == "advcl" and not is_infinitive(sentence, child):
                continue
            own = sentence.child(child, "nsubj", "nsubjpass")
            aim = own or undergoer(sentence, child)
            if found := self._parties(aim, _SUFFERING, dig=True):
                return found
            for preposition in () if own else sentence.children(child, "prep", "dative"):
                if found := self._parties(sentence.child(preposition, "pobj"), _SUFFERING, dig=False):
                    return found
        return self.recipients(complement, None) if complement else ()

    def _at(self, position: str, match: Match, types: frozenset[EntityType]) -> tuple[Party, ...]:
        sentence, frame = self._sentence, match.frame
        verb = match.support if frame.kind is FrameKind.NOUN else match.anchor
        dig = "direct" not in frame.flags
        if position == "subject":
            return self._doers(verb, match, types) if verb else ()
        if position == "object":
            return self._parties(self._object(match), types, dig=dig) or self._whoever(self._object(match), match)
        if position == "patient":
            return self._parties(undergoer(sentence, match.anchor), types, dig=dig)
        if position == "purpose":
            return self._helped(match, types)
        if position == "dative":
            return self._dative(match.anchor, types)
        if position == "adjective":
            return self._adjectives(match.anchor, types)
        if position in ("possessor", "undergone"):
            return self._possessor(position, match, types)
        return self._after(position, match, types)

    def _doers(self, verb: Token, match: Match, types: frozenset[EntityType]) -> tuple[Party, ...]:
        """Return who does it; of troops that were sent, and nobody says by whom, those whose troops they are."""
        sentence, flags = self._sentence, match.frame.flags
        found = self._parties(doer(sentence, verb), types, dig="direct" not in flags)
        if found or "by_means" not in flags or not is_passive(sentence, verb):
            return found
        return tuple(party for party in self._parties(match.object, types, dig=True) if party.entity)

    def _whoever(self, head: Token | None, match: Match) -> tuple[Party, ...]:
        """Return what any noun names where the frame says that only people can stand there: "arrested two poachers"."""
        if head is None or "whoever" not in match.frame.flags or head.pos != "NOUN" or head.label in _TIMES:
            return ()
        return (self._agent(head, owned=False),)

    def _possessor(self, position: str, match: Match, types: frozenset[EntityType]) -> tuple[Party, ...]:
        """Return whose act a noun is, or whom it befalls: "Peru's release of Lula", "Lula's release"."""
        sentence, noun = self._sentence, match.anchor
        undergone = "undergone" in match.frame.recipient and not any(
            child.lower == "of" for child in sentence.children(noun, "prep")
        )
        if undergone != (position == "undergone"):
            return ()
        return self._parties(sentence.child(noun, "poss"), types, dig=False)

    def _object(self, match: Match) -> Token | None:
        if match.particle is not None and (found := self._sentence.child(match.particle, "pobj")):
            return found
        return match.object or undergoer(self._sentence, match.anchor)

    def _helped(self, match: Match, types: frozenset[EntityType]) -> tuple[Party, ...]:
        """Return whom an act is to help: Peru in "sent food to feed Peru", on the verb or on what is given."""
        sentence = self._sentence
        for above in (match.anchor, match.object):
            for clause in sentence.children(above, "advcl", "acl", "relcl", "xcomp") if above is not None else ():
                aim = undergoer(sentence, clause) if is_infinitive(sentence, clause) else None
                if found := self._parties(aim, types, dig=True):
                    return found
        return ()

    def _dative(self, verb: Token, types: frozenset[EntityType]) -> tuple[Party, ...]:
        sentence = self._sentence
        found = sentence.child(verb, "dative")
        if found is not None and found.pos == "ADP":
            found = sentence.child(found, "pobj")
        if found is None and is_passive(sentence, verb) and sentence.child(verb, "dobj"):
            found = subject(sentence, verb)
        return self._parties(found, types, dig=True)

    def _adjectives(self, noun: Token, types: frozenset[EntityType]) -> tuple[Party, ...]:
        sentence = self._sentence
        modifiers = [
            m for child in sentence.children(noun, "amod", "compound", "nmod") for m in sentence.subtree(child)
        ]
        return _distinct(
            party for modifier in modifiers if (party := self._mentioned(modifier, types, adjective=True)) is not None
        )

    def _after(self, preposition: str, match: Match, types: frozenset[EntityType]) -> tuple[Party, ...]:
        sentence = self._sentence
        if match.frame.kind is not FrameKind.NOUN:
            anchor_objects: tuple[Token | None, ...] = (match.object, undergoer(sentence, match.anchor))
        else:
            anchor_objects = self._of(match.anchor) if preposition == "by" else ()  # "the arrest of Lula by Peru"
        for above in (match.anchor, match.support, *anchor_objects):
            for child in sentence.children(above, "prep", "agent", "dative", "prt") if above is not None else ():
                if child.lower != preposition or (child.dep == "agent" and above is not match.support):
                    continue
                head = sentence.child(child, "pobj")
                if head is not None and child is match.particle and head is match.object and match.frame.objects:
                    continue  # the thing that the frame is about is no party: the mission of "serve in a mission"
                if head is not None and (found := self._parties(head, types, dig="direct" not in match.frame.flags)):
                    return found
        return ()

    def _of(self, noun: Token) -> tuple[Token | None, ...]:
        sentence = self._sentence
        return tuple(sentence.child(of, "pobj") for of in sentence.children(noun, "prep") if of.lower == "of")

    def _parties(self, head: Token | None, types: frozenset[EntityType], *, dig: bool) -> tuple[Party, ...]:
        if head is None:
            return ()
        members = self._sentence.conjuncts(head)
        found = _distinct(party for member in members for party in self._each(member, types))
        if found or not dig:
            return found
        return self._inside(head, types)

    def _each(self, token: Token, types: frozenset[EntityType]) -> tuple[Party, ...]:
        """Return the parties that a word gives: the members of a group ("the two leaders", "they"), else the one it means."""
        mention = self._mentions.at(token.span)
        if mention is not None and mention.entity is None and mention.members:
            found = tuple(member for member in mention.members if member.type in types)
            return tuple(Party(span=mention.span, text=mention.text, entity=member) for member in found)
        party = self._party(token, types)
        return (party,) if party is not None else ()

    def _party(self, token: Token, types: frozenset[EntityType]) -> Party | None:
        party = self._mentioned(token, types)
        if token.pos == "PRON":
            speaker = self._speaking(token, types)
            return speaker if party is None or (speaker is not None and speaker.entity == party.entity) else party
        if party is not None:
            return party
        if lemma(token) in word_set("own") and self._is_possessed(token):
            return None  # who acts on "its troops" or "their alliance" acts on himself
        if lemma(token) in (word_set("dignitaries") if types is _PERSONS else agents()):
            return self._agent(token, owned=agents().get(lemma(token), False))
        if token.pos == "PROPN" and token.label in _NAME_LABELS and self._mentions.at(token.span) is None:
            return self._agent(token, owned=False)
        for name in self._sentence.children(token, "appos"):
            if party := self._mentioned(name, types):
                return party
        return None

    def _is_possessed(self, noun: Token) -> bool:
        owner = self._sentence.child(noun, "poss")
        return owner is not None and owner.pos == "PRON"

    def _mentioned(self, token: Token, types: frozenset[EntityType], *, adjective: bool = False) -> Party | None:
        mention = self._mentions.at(token.span)
        if mention is None or mention.type not in types:
            return None
        if mention.form is Form.PRONOUN and mention.entity is None:
            return None
        if not adjective and token.pos == "ADJ" and token.dep == "amod":
            return None
        return _as_party(mention)

    def _speaking(self, pronoun: Token, types: frozenset[EntityType]) -> Party | None:
        """Return who a pronoun in reported words is: the one who says them, where nothing else is known of it."""
        if pronoun.lower not in _FIRST_PERSON | _THIRD_PERSON:
            return None
        verb = reporter(self._sentence, self._sentence.head(pronoun))
        said_by = subject(self._sentence, verb) if verb else None
        if said_by is None or said_by.pos == "PRON":
            return None
        found = self._parties(said_by, types, dig=is_partitive(said_by))
        return found[0] if found else None

    def _agent(self, noun: Token, *, owned: bool) -> Party:
        """Return the party a noun like "police" or an unknown name gives; an organ of a state stands for that state."""
        owner = self._owner(noun) if owned else None
        core = self._sentence.children(noun, "amod", "compound", "nmod", "poss", "nummod")
        start = min(
            (self._sentence.extent(child).start for child in core if child.index < noun.index), default=noun.start
        )
        span = Span(start, noun.end)
        return Party(span=span, text=span.of(self._text), entity=owner)

    def _owner(self, noun: Token) -> EntityRef | None:
        sentence = self._sentence
        of = [child for child in sentence.children(noun, "prep") if child.lower == "of"]
        inner = [head for child in of if (head := sentence.child(child, "pobj")) is not None]
        for child in (*sentence.children(noun, "poss", "amod", "compound", "nmod"), *inner):
            mention = self._mentions.at(child.span)
            if mention is not None and mention.type is EntityType.STATE:
                return mention.entity
        return None

    def _inside(self, noun: Token, types: frozenset[EntityType], depth: int = 1) -> tuple[Party, ...]:
        """Return the party within a phrase whose head is none: "Peru's decision", "attacks by rebels on Lima".

        What suffers an act may stand deeper ("an appeal against the ban on imports from Peru"), its doer may not.
        """
        sentence, suffers = self._sentence, types is _SUFFERING
        if found := self._parties(sentence.child(noun, "poss"), types, dig=False) or self._adjectives(noun, types):
            return found
        heads = list(self._below(noun, _INSIDE if suffers else ("by", "of")))
        for head in heads:
            if found := self._parties(head, types, dig=is_partitive(noun)):
                return found
        for head in heads if suffers and depth else ():
            if found := self._inside(head, types, depth - 1):
                return found
        return ()

    def _below(self, noun: Token, prepositions: Iterable[str]) -> Iterator[Token]:
        """Yield the nouns joined to a noun by these prepositions in their order, then those a participle joins to it."""
        sentence = self._sentence
        below = sentence.children(noun, "prep", "agent")
        joined = [
            child
            for participle in sentence.children(noun, "acl")
            for child in sentence.children(participle, "prep", "agent")
        ]
        for group in (below, joined):
            for preposition in prepositions:
                for child in group:
                    head = sentence.child(child, "pobj") if child.lower == preposition else None
                    if head is not None:
                        yield head


def _as_party(mention: EntityMention) -> Party:
    return Party(span=mention.span, text=mention.text, entity=mention.entity)


def _distinct(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Return the parties without those that are the same entity again."""
    found: dict[object, Party] = {}
    for party in parties:
        found.setdefault(party.entity.id if party.entity else party.span, party)
    return tuple(found.values())
