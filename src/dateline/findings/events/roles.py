"""Who fills a role: from a grammatical position of the clause or the noun phrase to the parties that stand there."""

from __future__ import annotations

from dateline.findings.events.clauses import doer, is_infinitive, is_passive, lemma, subject, undergoer
from dateline.findings.events.matching import Match
from dateline.findings.events.parties import ACTING, PERSONS, SUFFERING, Parties, distinct
from dateline.model import EntityType, MentionIndex, Party, Sentence, Token
from dateline.resources.events import Effect, FrameKind, word_set

_BODIES = frozenset({EntityType.ORGANIZATION})
_PLACED = frozenset({EntityType.STATE, EntityType.PLACE})
_ACTORS = {"person_actor": PERSONS, "state_actor": frozenset({EntityType.STATE})}
_RECIPIENTS = {"person_recipient": PERSONS, "body_recipient": _BODIES, "place_recipient": _PLACED}
_TIMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT"})
_COUNTED = frozenset({"NOUN", "NUM"})
_RECEIVING = frozenset({"to", "for"})
_SAID = frozenset({Effect.REQUEST, Effect.DEMAND, Effect.THREATEN, Effect.JUDGE})


class Roles:
    """The parties of one sentence, by the positions that frames name."""

    def __init__(self, text: str, sentence: Sentence, mentions: MentionIndex) -> None:
        self._sentence = sentence
        self._parties = Parties(text, sentence, mentions)

    def actors(self, match: Match) -> tuple[Party, ...]:
        """Return the actors: those of the first position that has any, or of all positions where the act is mutual.

        To refuse what takes two is the act of one: it has a direction again.
        """
        types = next((kinds for flag, kinds in _ACTORS.items() if flag in match.frame.flags), ACTING)
        found = [self._at(position, match, types) for position in match.frame.actor]
        refused = match.reading.effect in (Effect.REFUSE, Effect.NOT)
        if "mutual" in match.frame.flags and not refused:
            return distinct(party for parties in found for party in parties)
        return next((parties for parties in found if parties), ())

    def recipients(self, match: Match, complement: Match | None) -> tuple[Party, ...]:
        """Return the recipients, taken from the act in the complement where the frame says so."""
        types = next((kinds for flag, kinds in _RECIPIENTS.items() if flag in match.frame.flags), SUFFERING)
        for position in match.frame.recipient:
            inside = position == "complement"
            if found := self._of_complement(match, complement) if inside else self._at(position, match, types):
                return found
        return ()

    def _of_complement(self, match: Match, complement: Match | None) -> tuple[Party, ...]:
        sentence = self._sentence
        if match.frame.effect is not None and complement is not None and match.frame.event_type == "THREATEN":
            return self.recipients(complement, None)
        clauses = [
            child
            for above in (match.anchor, match.object)
            for child in (sentence.children(above, "ccomp", "xcomp", "advcl", "acl") if above is not None else ())
        ]
        for child in clauses:
            if child.dep in ("advcl", "acl") and not is_infinitive(sentence, child):
                continue
            own = sentence.child(child, "nsubj", "nsubjpass")
            aim = self._parties.at(own or undergoer(sentence, child), SUFFERING, dig=True)
            if own or any(party.entity for party in aim):
                return aim
            for preposition in sentence.children(child, "prep", "dative"):
                if found := self._parties.at(sentence.child(preposition, "pobj"), SUFFERING, dig=False):
                    return found
            if aim:
                return aim
        return self.recipients(complement, None) if complement else ()

    def _at(self, position: str, match: Match, types: frozenset[EntityType]) -> tuple[Party, ...]:
        sentence, frame = self._sentence, match.frame
        verb = match.support if frame.kind is FrameKind.NOUN else match.anchor
        dig = "direct" not in frame.flags
        if position == "subject":
            return self._doers(verb, match, types) if verb else ()
        if position == "object":
            return self._parties.at(self._object(match), types, dig=dig) or self._whoever(self._object(match), match)
        if position == "patient":
            return self._parties.at(undergoer(sentence, match.anchor), types, dig=dig)
        if position == "purpose":
            return self._helped(match, types)
        if position == "dative":
            return self._dative(match.anchor, types)
        if position == "adjective":
            return self._parties.adjectives(match.anchor, types)
        if position in ("possessor", "undergone"):
            return self._possessor(position, match, types)
        return self._after(position, match, types)

    def _doers(self, verb: Token, match: Match, types: frozenset[EntityType]) -> tuple[Party, ...]:
        """Return who does it; of troops that were sent, and nobody says by whom, those whose troops they are."""
        sentence, flags = self._sentence, match.frame.flags
        head = doer(sentence, verb)
        found = self._parties.at(head, types, dig="direct" not in flags)
        if not found and head is not None and match.frame.effect in _SAID and lemma(head) in word_set("texts"):
            return (self._parties.agent(head, owned=True),)
        if found or "by_means" not in flags or not is_passive(sentence, verb):
            return found
        return tuple(party for party in self._parties.at(match.object, types, dig=True) if party.entity)

    def _whoever(self, head: Token | None, match: Match) -> tuple[Party, ...]:
        """Return what any noun names where the frame says that only people can stand there: "arrested two poachers"."""
        if head is None or "whoever" not in match.frame.flags or head.pos not in _COUNTED or head.label in _TIMES:
            return ()
        return (self._parties.agent(head, owned=False),)

    def _possessor(self, position: str, match: Match, types: frozenset[EntityType]) -> tuple[Party, ...]:
        """Return whose act a noun is, or whom it befalls: "Peru's release of Lula", "Lula's release"."""
        sentence, noun = self._sentence, match.anchor
        undergone = "undergone" in match.frame.recipient and not any(
            child.lower == "of" for child in sentence.children(noun, "prep")
        )
        if undergone != (position == "undergone"):
            return ()
        return self._parties.at(sentence.child(noun, "poss"), types, dig=False)

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
                if found := self._parties.at(aim, types, dig=True):
                    return found
        return ()

    def _dative(self, verb: Token, types: frozenset[EntityType]) -> tuple[Party, ...]:
        sentence = self._sentence
        found = sentence.child(verb, "dative")
        if found is not None and found.pos == "ADP":
            found = sentence.child(found, "pobj")
        if found is None and is_passive(sentence, verb) and sentence.child(verb, "dobj"):
            found = subject(sentence, verb)
        return self._parties.at(found, types, dig=True) or self._run_together(verb, types)

    def _run_together(self, verb: Token, types: frozenset[EntityType]) -> tuple[Party, ...]:
        """Return the receiver that the parser took for a part of the thing: Peru in "sold Peru missiles"."""
        sentence = self._sentence
        thing = sentence.child(verb, "dobj")
        if thing is None or any(
            child.lower in _RECEIVING for above in (verb, thing) for child in sentence.children(above, "prep")
        ):
            return ()
        first = next((child for child in sentence.children(thing, "compound") if child.index == verb.index + 1), None)
        return self._parties.at(first, types, dig=False) if first is not None and first.tag == "NNP" else ()

    def _after(self, preposition: str, match: Match, types: frozenset[EntityType]) -> tuple[Party, ...]:
        sentence = self._sentence
        if match.frame.kind is not FrameKind.NOUN:
            anchor_objects: tuple[Token | None, ...] = (match.object, undergoer(sentence, match.anchor))
        else:
            anchor_objects = self._of(match.anchor) if preposition == "by" else ()  # "the arrest of Lula by Peru"
        for above in (match.anchor, match.support, match.particle, *anchor_objects):
            for child in sentence.children(above, "prep", "agent", "dative", "prt") if above is not None else ():
                if child.lower != preposition or (child.dep == "agent" and above is not match.support):
                    continue
                head = sentence.child(child, "pobj")
                if head is not None and child is match.particle and head is match.object and match.frame.objects:
                    continue  # the thing that the frame is about is no party: the mission of "serve in a mission"
                if head is not None and (found := self._parties.at(head, types, dig="direct" not in match.frame.flags)):
                    return found
                if head is not None and types is SUFFERING and (found := self._whoever(head, match)):
                    return found
        return ()

    def _of(self, noun: Token) -> tuple[Token | None, ...]:
        sentence = self._sentence
        return tuple(sentence.child(of, "pobj") for of in sentence.children(noun, "prep") if of.lower == "of")
