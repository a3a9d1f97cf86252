"""What the finder makes of whole reports: content, cue, source and speaker."""

import pytest

from dateline.findings.quotations import QuotationFinder
from dateline.model import (
    EntityMention,
    EntityRef,
    EntityType,
    Form,
    Interval,
    Layers,
    Moment,
    Quotation,
    QuotationKind,
    Sentence,
    Span,
    TimeExpression,
    TimeType,
)
from dateline.settings import Settings
from tests.factories import make_document, parse


def find(
    text: str, mentions: dict[str, str | None] | None = None, times: dict[str, str] | None = None
) -> list[Quotation]:
    """Return the outermost quotations of *text*, given the entity of some of its words and the day of others."""
    return [found for found in find_all(text, mentions, times) if found.within is None]


def find_all(
    text: str, mentions: dict[str, str | None] | None = None, times: dict[str, str] | None = None
) -> list[Quotation]:
    """Return the quotations of *text*, those within others too."""
    document = make_document(text)
    layers = parse(document).with_records(
        [EntityMention], [_mention(document.id, text, *m) for m in (mentions or {}).items()]
    )
    layers = layers.with_records([TimeExpression], [_time(document.id, text, *t) for t in (times or {}).items()])
    return list(QuotationFinder(Settings())(document, layers))


def _mention(document_id: str, text: str, words: str, entity: str | None) -> EntityMention:
    start = text.index(words)
    ref = EntityRef(id=f"ent:{entity}", name=entity) if entity else None
    return EntityMention(
        document_id=document_id,
        span=Span(start, start + len(words)),
        text=words,
        form=Form.NAME,
        type=EntityType.PERSON,
        entity=ref,
    )


def _time(document_id: str, text: str, words: str, day: str) -> TimeExpression:
    start = text.index(words)
    return TimeExpression(
        document_id=document_id,
        span=Span(start, start + len(words)),
        text=words,
        type=TimeType.DATE,
        value=day,
        interval=Moment.parse(day).interval,
    )


def words(text: str, quotation: Quotation) -> tuple[str, list[str], str | None, str | None]:
    """Return kind, content, cue and source of a quotation as a reader sees them."""
    cue, source = quotation.cue, quotation.source
    content = [span.of(text) for span in quotation.content]
    return quotation.kind.value, content, cue and cue.of(text), source and source.of(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "“The harbour will open in May,” the minister said.",
            ("direct", ["The harbour will open in May,"], "said", "the minister"),
            id="curly marks before the cue",
        ),
        pytest.param(
            'The minister said: "The harbour will open in May."',
            ("direct", ["The harbour will open in May."], "said", "The minister"),
            id="straight marks after a colon",
        ),
        pytest.param(
            "''The harbour will open in May,'' said the minister.",
            ("direct", ["The harbour will open in May,"], "said", "the minister"),
            id="doubled single marks and an inverted cue",
        ),
        pytest.param(
            "«The harbour will open in May», the minister said.",
            ("direct", ["The harbour will open in May"], "said", "the minister"),
            id="guillemets",
        ),
        pytest.param(
            '"The harbour," the minister said, "will open in May."',
            ("direct", ["The harbour,", "will open in May."], "said", "the minister"),
            id="a cue that breaks in",
        ),
        pytest.param(
            "The minister said that the harbour would open in May.",
            ("indirect", ["that the harbour would open in May"], "said", "The minister"),
            id="a that-clause",
        ),
        pytest.param(
            "The harbour will open in May, the minister said.",
            ("indirect", ["The harbour will open in May"], "said", "the minister"),
            id="indirect speech before the cue",
        ),
        pytest.param(
            "The minister told reporters the harbour would open in May.",
            ("indirect", ["the harbour would open in May"], "told", "The minister"),
            id="an addressee is no content",
        ),
        pytest.param(
            "The minister promised to open the harbour.",
            ("indirect", ["to open the harbour"], "promised", "The minister"),
            id="an infinitive",
        ),
        pytest.param(
            "The harbour will open in May, according to the minister.",
            ("indirect", ["The harbour will open in May"], "according to", "the minister"),
            id="according to",
        ),
        pytest.param(
            'The minister said the harbour was "a gift to the nation" and would open in May.',
            (
                "mixed",
                ['the harbour was "a gift to the nation" and would open in May'],
                "said",
                "The minister",
            ),
            id="some words quoted",
        ),
        pytest.param(
            'The minister described the harbour as "a gift to the nation".',
            ("mixed", ['the harbour as "a gift to the nation"'], "described", "The minister"),
            id="described as",
        ),
        pytest.param(
            "Fishermen believe that the harbour will ruin them.",
            ("indirect", ["that the harbour will ruin them"], "believe", "Fishermen"),
            id="belief",
        ),
        pytest.param(
            "The union criticized the plan.",
            ("indirect", ["the plan"], "criticized", "The union"),
            id="stance towards a thing",
        ),
        pytest.param(
            "The minister is confident that the harbour will open.",
            ("indirect", ["that the harbour will open"], "is confident", "The minister"),
            id="an adjective",
        ),
        pytest.param(
            "Nothing came of the minister's promise to open the harbour.",
            ("indirect", ["to open the harbour"], "promise", "the minister's"),
            id="a noun with its owner",
        ),
        pytest.param(
            "The harbour is expected to open in May.",
            ("indirect", ["The harbour", "to open in May"], "is expected", None),
            id="an expectation of nobody in particular",
        ),
        pytest.param(
            "And in the end - Anna Berg: “The harbour will open when it is ready.”",
            ("direct", ["The harbour will open when it is ready."], ":", "Anna Berg"),
            id="a name after a dash",
        ),
        pytest.param(
            "The minister, a man of few words, said the harbour was open.",
            ("indirect", ["the harbour was open"], "said", "The minister, a man of few words"),
            id="a source with an apposition",
        ),
        pytest.param(
            "SMITH: The harbour will open when it is ready.\nAnd so it went.\nSMITH: I have told you all I know.",
            ("indirect", ["The harbour will open when it is ready."], ":", "SMITH"),
            id="a turn of a transcript",
        ),
    ],
)
def test_first_quotation_has_its_parts(text: str, expected: tuple[str, list[str], str | None, str | None]) -> None:
    assert words(text, find(text)[0]) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The harbour opened in May.", id="no cue"),
        pytest.param('The ship called at the "Old Harbour" in May.', id="a title"),
        pytest.param("It was wise to expect nothing more.", id="a cue without anybody"),
        pytest.param("", id="empty"),
        pytest.param("“", id="one mark"),
        pytest.param("\u200b \U0001f6a2", id="odd characters"),
    ],
)
def test_nothing_is_found_where_nobody_speaks(text: str) -> None:
    assert find(text) == []


def test_quoted_sentences_that_follow_stay_with_the_speaker() -> None:
    text = '"The harbour will open," the minister said. "It will never close again."'
    (found,) = find(text)
    assert [span.of(text) for span in found.content] == ["The harbour will open,", "It will never close again."]


def test_quotation_runs_on_where_the_next_paragraph_opens_with_a_mark() -> None:
    text = "“The harbour will open,” the minister said. “It cost us much.\n“It will never close again.”"
    (found,) = find(text)
    assert [span.of(text) for span in found.content][-1] == "It will never close again."
    assert found.kind is QuotationKind.DIRECT


def test_colon_at_the_end_of_a_paragraph_leads_on_to_the_next() -> None:
    text = "The minister put it plainly in a letter to the port:\n“The harbour will never close again.”"
    (found,) = find(text)
    assert words(text, found)[1:] == (["The harbour will never close again."], "put", "The minister")


def test_missing_closing_mark_costs_no_other_paragraph() -> None:
    text = '"The harbour will open, the minister said.\nThe union said the plan was bad.'
    found = find(text)
    assert words(text, found[-1]) == ("indirect", ["the plan was bad"], "said", "The union")


def test_second_participle_shares_the_subject_of_the_first_cue() -> None:
    text = "The minister said the harbour would open, adding that it would never close again."
    first, second = find(text)
    assert words(text, first)[1] == ["the harbour would open"]
    assert words(text, second)[1:] == (["that it would never close again"], "adding", "The minister")


def test_cue_inside_somebody_elses_words_is_no_quotation_of_its_own() -> None:
    text = '"I think the union said that it would strike," the minister said.'
    (found,) = find(text)
    assert found.source is not None
    assert found.source.of(text) == "the minister"


def test_uncued_words_have_neither_source_nor_speaker() -> None:
    text = "The crowd went home.\n“Nobody ever told us that the harbour was open.”"
    (found,) = find(text)
    assert (found.cue, found.source, found.speaker) == (None, None, None)


def test_speaker_is_the_entity_at_the_head_of_the_source() -> None:
    text = "The old harbour master Anna Berg said that the port was shut."
    (found,) = find(text, {"Anna Berg": "berg"})
    assert found.speaker == EntityRef(id="ent:berg", name="berg")


def test_relative_pronoun_speaks_for_its_antecedent() -> None:
    text = "Anna Berg, who said that the port was shut, went home."
    (found,) = find(text, {"Anna Berg": "berg"})
    assert found.speaker == EntityRef(id="ent:berg", name="berg")


def test_unresolved_pronoun_gives_no_speaker() -> None:
    (found,) = find("He said that the port was shut.", {"He": None})
    assert found.speaker is None


def test_day_in_the_clause_of_the_cue_is_when_it_was_said() -> None:
    (found,) = find("Anna Berg said on Tuesday that the port was shut.", times={"Tuesday": "2023-03-14"})
    assert found.said == Interval.on(Moment.parse("2023-03-14").earliest)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg spoke on Tuesday, saying that the port was shut.",
        "Speaking on Tuesday, Anna Berg said that the port was shut.",
        "Anna Berg issued a statement on Tuesday saying that the port was shut.",
        "“The port is shut,” Anna Berg told reporters Tuesday.",
    ],
    ids=["spoke, saying", "speaking", "issued", "without on"],
)
def test_day_of_the_clause_beside_the_cue_is_when_it_was_said(text: str) -> None:
    found = find(text, times={"Tuesday": "2023-03-14"})[0]
    assert found.said == Interval.on(Moment.parse("2023-03-14").earliest)


def test_day_inside_the_content_is_not_when_it_was_said() -> None:
    (found,) = find("Anna Berg said that the port would be shut on Tuesday.", times={"Tuesday": "2023-03-14"})
    assert found.said is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Anna Berg told a local newspaper that the port was shut.", "a local newspaper", id="told a medium"
        ),
        pytest.param("Anna Berg told reporters that the port was shut.", None, id="told people"),
        pytest.param("In a post on X, Anna Berg said that the port was shut.", None, id="a post is no newspaper"),
        pytest.param("In a position paper, Anna Berg said that the port was shut.", None, id="a paper is no newspaper"),
        pytest.param(
            "Anna Berg told state television in an interview that the port was shut.",
            "state television",
            id="told a broadcaster",
        ),
        pytest.param(
            "Anna Berg was quoted by the Daily Gazette as saying that the port was shut.",
            "the Daily Gazette",
            id="by it",
        ),
        pytest.param("The Daily Gazette reported that the port was shut.", "The Daily Gazette", id="a medium reports"),
    ],
)
def test_medium_is_kept_as_via(text: str, expected: str | None) -> None:
    assert find(text)[0].via == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Anna Berg told reporters that the port was shut.", "reporters", id="told"),
        pytest.param("Anna Berg said to the envoy that the port was shut.", "the envoy", id="said to"),
        pytest.param("Anna Berg assured the captain that the port was open.", "the captain", id="assured"),
        pytest.param("Anna Berg said that the port belonged to the king.", None, id="in the content"),
        pytest.param("Anna Berg said that the port was shut.", None, id="nobody"),
        pytest.param("Anna Berg told a news conference that the port was shut.", None, id="an occasion"),
    ],
)
def test_addressee_is_who_was_told(text: str, expected: str | None) -> None:
    (found,) = find(text)
    assert (found.addressee.text if found.addressee else None) == expected


def test_addressee_is_resolved_like_a_speaker() -> None:
    (found,) = find("Anna Berg told Olaf Lund that the port was shut.", {"Olaf Lund": "Olaf Lund"})
    assert found.addressee is not None
    assert found.addressee.entity is not None
    assert found.addressee.entity.name == "Olaf Lund"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Anna Berg said in a statement that the port was shut.", "a statement", id="document"),
        pytest.param("Anna Berg wrote on Telegram that the port was shut.", "Telegram", id="service"),
        pytest.param(
            "At a news conference, Anna Berg said that the port was shut.", "a news conference", id="occasion"
        ),
        pytest.param("The statement said that the port was shut.", "The statement", id="it speaks itself"),
        pytest.param("“The port is shut,” the statement reads.", "the statement", id="it reads"),
        pytest.param(
            "Speaking in an interview with the radio, Anna Berg said that the port was shut.",
            "an interview with the radio",
            id="a participle before it",
        ),
        pytest.param("In a post on X, Anna Berg said that the port was shut.", "a post on X", id="a post"),
        pytest.param("Anna Berg issued a statement saying that the port was shut.", "a statement", id="issued"),
        pytest.param("Anna Berg told a news conference that the port was shut.", "a news conference", id="told one"),
        pytest.param("Anna Berg took to Facebook, saying that the port was shut.", "Facebook", id="took to a service"),
        pytest.param("Anna Berg said in a speech on Friday that the port was shut.", "a speech", id="without its day"),
        pytest.param("Anna Berg said by telephone that the port was shut.", "telephone", id="by telephone"),
        pytest.param("According to a letter seen by the guild, the port was shut.", "a letter", id="according to it"),
        pytest.param(
            "Anna Berg said in a televised address that the port was shut.", "a televised address", id="an address"
        ),
        pytest.param("Anna Berg said during a visit to Lima that the port was shut.", None, id="a visit is none"),
        pytest.param("Anna Berg said via a spokesman that the port was shut.", None, id="a spokesman is none"),
        pytest.param("Anna Berg said that a ship had been lost in a storm.", None, id="none"),
        pytest.param("Anna Berg said that it was written in a letter.", None, id="in the content"),
    ],
)
def test_medium_names_form_or_occasion(text: str, expected: str | None) -> None:
    assert find(text)[0].medium == expected


def test_evidence_slices_back_to_the_text() -> None:
    text = "In March the minister said that the harbour would open."
    (found,) = find(text)
    assert found.evidence.span is not None
    assert found.evidence.span.of(text) == found.evidence.quote == "the minister said that the harbour would open"


def test_same_report_gives_the_same_quotations() -> None:
    text = '"The harbour will open," the minister said. The union criticized the plan.'
    assert find(text) == find(text)


def test_document_without_sentences_gives_nothing() -> None:
    layers = Layers().with_records([Sentence, EntityMention, TimeExpression], [])
    assert list(QuotationFinder(Settings())(make_document(""), layers)) == []
