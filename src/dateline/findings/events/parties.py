"""Whom a word of a sentence names: entities, nouns that act though they are no names, and who stands within its phrase."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.findings.events.clauses import counted, is_partitive, lemma, reporter, subject
from dateline.model import EntityMention, EntityRef, EntityType, Form, MentionIndex, Party, Sentence, Span, Token
from dateline.resources.events import agents, word_set

ACTING = frozenset({EntityType.STATE, EntityType.ORGANIZATION, EntityType.PERSON, EntityType.GROUP})
SUFFERING = ACTING | {EntityType.PLACE}
PERSONS = frozenset({EntityType.PERSON})
_INSIDE = ("by", "of", "from", "against", "for", "with", "to", "on", "over", "in")
_NAME_LABELS = frozenset({"", "PERSON", "ORG", "NORP", "LOC"})
_FIRST_PERSON = frozenset({"i", "we"})
_THIRD_PERSON = frozenset({"he", "she", "it", "they"})
_SPEAKING = _FIRST_PERSON | _THIRD_PERSON
PRONOUNS = _THIRD_PERSON | {"him", "her", "them"}


class Parties:
    """The parties that the words of one sentence name."""

    def __init__(self, text: str, sentence: Sentence, mentions: MentionIndex) -> None:
        self._text = text
        self._sentence = sentence
        self._mentions = mentions

    def at(self, head: Token | None, types: frozenset[EntityType], *, dig: bool) -> tuple[Party, ...]:
        if head is None:
            return ()
        members = self._sentence.conjuncts(head)
        found = distinct(party for member in members for party in self._each(member, types))
        if found or not (dig or is_partitive(head)):
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
            return self._pronoun(token, types, party)
        if party is not None:
            return party
        if lemma(token) in word_set("own") and self._is_possessed(token) and types is SUFFERING:
            return None  # who acts on "its troops" or "their alliance" acts on himself
        if lemma(token) in (word_set("dignitaries") if types is PERSONS else agents()):
            return self.agent(token, owned=agents().get(lemma(token), False))
        if token.pos == "PROPN" and token.label in _NAME_LABELS and self._mentions.at(token.span) is None:
            return self.agent(token, owned=False)
        if lemma(token) in word_set("multitudes") and counted(self._sentence, token) is None:
            return self.agent(token, owned=False)  # "thousands marched"
        for name in self._sentence.children(token, "appos"):
            if party := self._mentioned(name, types):
                return party
        return None

    def _pronoun(self, pronoun: Token, types: frozenset[EntityType], meant: Party | None) -> Party | None:
        """Return who a pronoun means, the speaker in reported words, or else the very word: it stands for somebody."""
        speaker = self._speaking(pronoun, types)
        if meant is not None and (speaker is None or speaker.entity != meant.entity):
            return meant
        if speaker is not None or pronoun.lower not in PRONOUNS or pronoun.dep == "poss":
            return speaker
        if pronoun.lower == "it" and pronoun.dep in (("dobj", "nsubj") if types is SUFFERING else ("dobj",)):
            return None  # "as he called it", "wanted it to crash": more often a thing than a state
        return Party(span=pronoun.span, text=pronoun.span.of(self._text))

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
        if pronoun.lower not in _SPEAKING:
            return None
        said = self._sentence.head(pronoun)
        verb = reporter(self._sentence, said)
        if said.dep == "ccomp" and verb is not None and said.head != verb.index:
            return None  # "Peru said that Chile demanded that it leave": whom Chile means is open
        said_by = subject(self._sentence, verb) if verb else None
        if said_by is None or said_by.pos == "PRON":
            return None
        found = self.at(said_by, types, dig=is_partitive(said_by))
        return found[0] if found else None

    def agent(self, noun: Token, *, owned: bool) -> Party:
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
        sentence, suffers = self._sentence, types is SUFFERING
        if found := self.at(sentence.child(noun, "poss"), types, dig=False) or self.adjectives(noun, types):
            return found
        heads = list(self._below(noun, _INSIDE if suffers else ("by", "of")))
        for head in heads:
            if found := self.at(head, types, dig=is_partitive(noun)):
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

    def adjectives(self, noun: Token, types: frozenset[EntityType]) -> tuple[Party, ...]:
        sentence = self._sentence
        modifiers = [
            m for child in sentence.children(noun, "amod", "compound", "nmod") for m in sentence.subtree(child)
        ]
        return distinct(
            party for modifier in modifiers if (party := self._mentioned(modifier, types, adjective=True)) is not None
        )


def _as_party(mention: EntityMention) -> Party:
    return Party(span=mention.span, text=mention.text, entity=mention.entity)


def distinct(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Return the parties without those that are the same entity again."""
    found: dict[object, Party] = {}
    for party in parties:
        found.setdefault(party.entity.id if party.entity else party.span, party)
    return tuple(found.values())
