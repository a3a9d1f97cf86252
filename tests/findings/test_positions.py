"""Where people and states stand: the table's own examples, whose position it is, and what turns it round."""

from __future__ import annotations

import re

import pytest

from dateline.findings.positions import PositionFinder
from dateline.findings.quotations import QuotationFinder
from dateline.model import (
    Document,
    EntityMention,
    EntityRef,
    EntityType,
    Form,
    Layers,
    Moment,
    Position,
    Quotation,
    Span,
    TimeExpression,
    TimeType,
)
from dateline.resources.positions import stance_words, topic_keys
from dateline.settings import Settings
from tests.factories import make_document, parse

_MARKED = re.compile(r"\[([^\]]+)\]|\{([^}]+)\}")
_STATES = {"Oslo": "NOR", "Chile": "CHL", "Peru": "PER", "Peruvian": "PER", "Bolivia": "BOL"}


def find(marked: str, times: dict[str, str] | None = None) -> list[Position]:
    """Return the positions of a text; names in brackets, and those of the states here, are mentions; *times* are days."""
    text = _MARKED.sub(lambda found: found[1] or found[2], marked)
    document = make_document(text)
    names = {found[1] for found in _MARKED.finditer(marked) if found[1]} | {name for name in _STATES if name in text}
    mentions = [
        EntityMention(
            document_id=document.id,
            span=Span(*match.span()),
            text=name,
            form=Form.NAME,
            type=EntityType.STATE if name in _STATES else EntityType.PERSON,
            entity=EntityRef(id=f"ent:{name}", name=name, country=_STATES.get(name)),
        )
        for name in names
        for match in re.finditer(rf"\b{re.escape(name)}\b", text)
    ]
    layers = parse(document).with_records([EntityMention], mentions)
    layers = layers.with_records([TimeExpression], [time_in_text(document, *time) for time in (times or {}).items()])
    layers = layers.with_records([Quotation], list(QuotationFinder(Settings())(document, layers)))
    return list(PositionFinder(Settings())(document, layers))


def time_in_text(document: Document, words: str, day: str) -> TimeExpression:
    start = document.text.index(words)
    span = Span(start, start + len(words))
    interval = Moment.parse(day).interval
    return TimeExpression(
        document_id=document.id, span=span, text=words, type=TimeType.DATE, value=day, interval=interval
    )


EXAMPLES = [word for words in stance_words().values() for word in words]


@pytest.mark.parametrize("word", EXAMPLES, ids=lambda word: f"{word.lemma} {word.beside} {word.pos[0]}")
def test_example_of_every_row_tells_its_stance_of_its_holder(word: object) -> None:
    example: str = word.example  # type: ignore[attr-defined]
    (found,) = find(example)
    holder = re.search(r"\[([^\]]+)\]", example)
    assert (found.holder.name, str(found.stance)) == (holder and holder[1], str(word.stance))  # type: ignore[attr-defined]
    assert found.topic in topic_keys()


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("[Oslo] does not support a ceasefire.", "against"),
        ("[Oslo] refused to back the sanctions.", "against"),
        ("[Oslo] rejected calls for a ceasefire.", "against"),
        ("[Oslo] opposes an end to the sanctions.", "for"),
        ('"A ceasefire is not premature," [Berg] said.', "for"),
        ("[Oslo] is reluctant to accept a ceasefire.", "against"),
        ("[Oslo] no longer objects to the ceasefire.", "for"),
        ("[Oslo] is not in favour of a ceasefire.", "against"),
        ("[Oslo] doubts that a ceasefire would help.", "against"),
        ('"There will be no ceasefire," [Berg] said.', "against"),
    ],
)
def test_negation_and_refusal_turn_a_stance_round(text: str, stance: str) -> None:
    assert [str(found.stance) for found in find(text)][-1:] == [stance]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ('"We support a ceasefire," [Berg] said.', "Berg"),
        ("[Berg] said that [Oslo] opposed the sanctions.", "Oslo"),
        ("[Oslo], which opposes the sanctions, spoke late.", "Oslo"),
        ("The sanctions were condemned by [Oslo].", "Oslo"),
        ("[Oslo] agreed to support the truce.", "Oslo"),
        ("[Berg] said that her country supported the truce.", "Berg"),
        ('"The town needs a ceasefire," [Berg] said.', "Berg"),
        ("[Oslo] called the invasion a crime.", "Oslo"),
        ("[Oslo] described the sanctions as unjust.", "Oslo"),
        ("[Oslo] warned that a war would cost it dear.", "Oslo"),
    ],
    ids=[
        "we",
        "whom the speaker speaks of",
        "relative",
        "passive",
        "raised",
        "her country",
        "a need",
        "called",
        "described as",
        "warned",
    ],
)
def test_position_is_that_of_who_takes_it(text: str, holder: str) -> None:
    assert [found.holder.name for found in find(text)] == [holder]


@pytest.mark.parametrize(
    "text",
    [
        "A ceasefire would be premature.",
        "Everybody supports a ceasefire.",
        "[Oslo] discussed the ceasefire.",
        "[Oslo] supports the orchestra.",
        "[Oslo] refused to condemn the invasion.",
        "[Oslo] is under pressure to end the war.",
        "Would [Oslo] support a ceasefire?",
        "Whether [Oslo] would accept a ceasefire was unclear.",
        "[Oslo] denies that it wants a war.",
        '"There is no ceasefire yet," [Berg] said.',
        "",
    ],
    ids=[
        "the outlet's own words",
        "nobody named",
        "no side",
        "no matter",
        "not condemned",
        "under pressure",
        "a question",
        "whether",
        "a denial",
        "a mere fact",
        "nothing",
    ],
)
def test_no_position_is_guessed(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("[Oslo] supports a ceasefire in Peru.", ("PER",)),
        ("[Oslo] opposes Peruvian sanctions.", ("PER",)),
        ("[Berg] told Chile that [Oslo] supports a ceasefire.", ("CHL",)),
        ("The invasion of Peru by Bolivia went on. [Oslo] supports a ceasefire.", ("BOL", "PER")),
        ("The ceasefire in Peru held. [Oslo] supports the ceasefire.", ("PER",)),
        ("[Oslo] supports a ceasefire in Peru, which fears Chile.", ("PER",)),
    ],
    ids=["its own phrase", "an adjective", "its sentence", "the report's war", "said before", "not its clauses"],
)
def test_scope_keeps_matters_of_one_name_apart(text: str, scope: tuple[str, ...]) -> None:
    assert [found.scope for found in find(text) if found.topic != "war"] == [scope]


def test_side_of_several_is_each_ones() -> None:
    assert [found.holder.name for found in find("[Oslo] and [Chile] support a ceasefire.")] == ["Oslo", "Chile"]


def test_matter_named_in_full_comes_back_by_its_head() -> None:
    found = find("[Oslo] read the peace plan. [Chile] rejected the plan.")
    assert [(one.holder.name, one.topic) for one in found] == [("Chile", "peace plan")]


def test_plan_of_which_nothing_was_said_is_no_matter() -> None:
    assert find("[Chile] rejected the plan.") == []


def test_day_of_its_clause_is_when_a_side_was_taken() -> None:
    (found,) = find("In 1982 [Oslo] opposed the sanctions.", times={"1982": "1982"})
    assert found.taken == Moment.parse("1982").interval


def test_condition_is_kept_in_its_words() -> None:
    (found,) = find("[Oslo] would support a ceasefire if the troops left.")
    assert found.condition == "if the troops left"


def test_position_in_a_quotation_knows_it() -> None:
    (found,) = find('"A ceasefire would be premature," [Berg] said.')
    assert found.quotation is not None


def test_document_without_sentences_gives_nothing() -> None:
    layers = Layers().with_records(PositionFinder.requires, [])
    assert list(PositionFinder(Settings())(make_document(""), layers)) == []
