"""A mention while it is being read: where it stands in its sentence, and what it means."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.annotations.entities.meanings import Meaning
from dateline.annotations.entities.names import Name
from dateline.model import EntityType, Form, Sentence, Span, Token
from dateline.resources.names import honorifics


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """A mention with its sentence and head word; `title` is the title before a name, or a description's noun."""

    sentence: Sentence
    head: Token
    span: Span
    form: Form
    meaning: Meaning
    title: str = ""

    @property
    def anchor(self) -> Token:
        """The word by which the mention hangs: its head, or the noun to which the parser hung it as an apposition."""
        return self.sentence.head(self.head) if self.head.dep == "appos" and self.title else self.head


def name_span(name: Name, meaning: Meaning) -> Span:
    """Return the span of a name's mention, which takes in a person's form of address ("Mr Xi") but no office."""
    honorific = honorifics().get(name.title)
    if honorific is None or not honorific.in_name or meaning.type is not EntityType.PERSON:
        return name.span
    return Span(name.sentence.tokens[name.opening].start, name.span.end)
