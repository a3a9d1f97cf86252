"""The kit for stages: whoever registers an annotator or a finder keeps to this."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import registry
from dateline.annotations.dating import TextDater
from dateline.errors import StageError
from dateline.model import (
    Annotator,
    Document,
    DocumentTime,
    EventMention,
    Evidence,
    Happened,
    HappenedBasis,
    Interval,
    Layers,
    Modality,
    Parser,
    Party,
    Quotation,
    Sentence,
    Span,
    TemporalEnd,
    TemporalLink,
    TimeBasis,
    TimeExpression,
    decode,
    encode,
)
from dateline.settings import Settings
from tests.conformance.texts import PROSE, TEXTS
from tests.factories import make_document, parse, parser

SETTINGS = Settings()
STAGES = [(group, name) for group in (registry.ANNOTATORS, registry.FINDERS) for name in registry.names(group)]
stages = pytest.mark.parametrize("stage", STAGES, ids=[name for _, name in STAGES])
texts = pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
Named = tuple[str, str]


@cache
def made(stage: Named) -> Annotator:
    """Return the one instance of a stage that the tests share: a stage keeps no state."""
    return fresh(stage)


def fresh(stage: Named) -> Annotator:
    built: Annotator = registry.load(*stage)(SETTINGS)
    return built


@cache
def chain() -> tuple[Annotator, ...]:
    """Return the stages in the order of the default settings."""
    annotators = [(registry.ANNOTATORS, name) for name in SETTINGS.annotators]
    return tuple(made(stage) for stage in [*annotators, *((registry.FINDERS, name) for name in SETTINGS.finders)])


@cache
def prepared(text: str, dated: bool = True, moved: bool = False) -> tuple[Document, Layers]:
    """Return the document of a text, and its layers after all stages; *moved* to another day of publication."""
    document = make_document(text, published_at="2031-07-09" if moved else "2023-03-20")
    if not dated:
        document = replace(document, published_at=None, time=DocumentTime())
    layers = parse(document)
    for stage in chain():
        layers = layers.with_records(stage.yields, stage(document, layers.only(stage.requires)))
    return document, layers


def run(stage: Annotator, text: str, *, dated: bool = True) -> list[Any]:
    document, layers = prepared(text, dated)
    return list(stage(document, layers.only(stage.requires)))


@stages
def test_stage_goes_by_the_name_it_is_registered_under(stage: Named) -> None:
    assert made(stage).name == stage[1]
    assert made(stage).version


@stages
def test_stage_declares_what_it_requires_and_yields(stage: Named) -> None:
    built = made(stage)
    assert built.yields
    assert all(is_dataclass(kind) for kind in (*built.requires, *built.yields))
    assert not set(built.requires) & set(built.yields)


@stages
def test_stage_requires_only_what_an_earlier_stage_of_the_default_chain_yields(stage: Named) -> None:
    at_hand: set[Any] = {Sentence}
    for earlier in chain():
        if earlier.name == stage[1]:
            break
        at_hand.update(earlier.yields)
    assert set(made(stage).requires) <= at_hand


@stages
def test_stage_cannot_do_without_a_layer_it_requires(stage: Named) -> None:
    document, layers = prepared(PROSE)
    for missing in made(stage).requires:
        seen = layers.only(kind for kind in made(stage).requires if kind is not missing)
        with pytest.raises(StageError, match=missing.__name__):
            list(made(stage)(document, seen))


@stages
def test_stage_has_something_to_say_of_prose(stage: Named) -> None:
    assert run(made(stage), PROSE)


@stages
@texts
def test_stage_yields_only_what_it_declares_and_of_this_document(stage: Named, text: str) -> None:
    document, _ = prepared(text)
    for record in run(made(stage), text):
        assert type(record) in made(stage).yields
        assert record.document_id == document.id


@stages
@texts
def test_offsets_slice_back_to_the_quoted_text(stage: Named, text: str) -> None:
    for record in run(made(stage), text):
        for span, words in _quoted(record):
            assert span.end <= len(text)
            assert words is None or span.of(text) == words


def _quoted(record: Any) -> Iterator[tuple[Span, str | None]]:
    """Yield each span in a record, with the words that the record says stand there."""
    if isinstance(record, Evidence):
        if record.span is not None:
            yield record.span, record.quote
        return
    for field in fields(record):
        value = getattr(record, field.name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Span):
                yield item, getattr(record, "text", None) if field.name == "span" else None
            elif isinstance(item, Evidence | Party | TemporalEnd | Happened):
                yield from _quoted(item)


@stages
@texts
def test_finding_rests_on_evidence_that_holds_its_words(stage: Named, text: str) -> None:
    document, _ = prepared(text)
    for record in run(made(stage), text):
        if isinstance(record, Quotation | EventMention | TemporalLink):
            assert record.evidence.document_id == document.id
            assert record.evidence.span is not None
            assert record.evidence.quote.strip()
        if isinstance(record, EventMention):
            assert record.evidence.span is not None
            assert record.evidence.span.covers(record.anchor)
        if isinstance(record, TemporalLink):
            assert record.evidence.span is not None
            assert all(
                record.evidence.span.covers(span) for span in (record.left.span, record.signal, record.right.span)
            )
        if isinstance(record, Quotation):
            assert record.content
            assert all(len(span) for span in record.content)
            assert list(record.content) == sorted(record.content)


@stages
@texts
def test_same_input_gives_the_same_output_from_any_instance(stage: Named, text: str) -> None:
    assert run(made(stage), text) == run(made(stage), text)


@stages
def test_fresh_instance_says_the_same_whatever_another_has_read_before(stage: Named) -> None:
    for text in TEXTS.values():
        run(made(stage), text)
    assert run(fresh(stage), PROSE) == run(made(stage), PROSE)


@stages
@texts
def test_input_is_left_as_it_was(stage: Named, text: str) -> None:
    document, layers = prepared(text)
    before = encode(document), {kind: layers[kind] for kind in layers}
    run(made(stage), text)
    assert (encode(document), {kind: layers[kind] for kind in layers}) == before


@stages
@texts
def test_records_survive_json(stage: Named, text: str) -> None:
    for record in run(made(stage), text):
        assert decode(type(record), json.loads(json.dumps(encode(record)))) == record


@stages
@texts
def test_no_two_findings_of_a_document_have_the_same_id(stage: Named, text: str) -> None:
    ids = [
        record.id for record in run(made(stage), text) if isinstance(record, Quotation | EventMention | TemporalLink)
    ]
    assert len(ids) == len(set(ids))


@stages
def test_no_record_is_yielded_twice(stage: Named) -> None:
    records = [json.dumps(encode(record), sort_keys=True) for record in run(made(stage), PROSE)]
    assert len(records) == len(set(records))


@stages
def test_finding_says_which_stage_made_it_under_which_settings(stage: Named) -> None:
    built = made(stage)
    for record in run(built, PROSE):
        if isinstance(record, Quotation | EventMention | TemporalLink):
            derivation = record.derivation
            assert (derivation.stage, derivation.version) == (built.name, built.version)
            assert (derivation.settings, derivation.run) == (SETTINGS.digest, None)


@stages
@texts
def test_day_of_the_report_is_never_put_silently_for_that_of_an_act(stage: Named, text: str) -> None:
    document, layers = prepared(text)
    times = [time.span for time in layers[TimeExpression]]
    for mention in _event_mentions(stage, document, layers):
        happened = mention.happened
        if happened is None:
            continue
        assert happened.cues
        if happened.basis is HappenedBasis.EXPRESSION:
            assert any(cue.overlaps(time) for cue in happened.cues for time in times)
        if happened.interval == document.time.interval:
            assert happened.basis is not HappenedBasis.DOCUMENT or mention.modality is Modality.ONGOING


@stages
@texts
def test_act_stays_on_the_days_that_its_words_name_when_the_report_is_moved(stage: Named, text: str) -> None:
    there, moved = _happened_by_anchor(stage, *prepared(text)), _happened_by_anchor(stage, *prepared(text, moved=True))
    absolute = {time.span for time in prepared(text)[1][TimeExpression] if time.anchor is None}
    for anchor, happened in there.items():
        if happened is None or (happened.basis is HappenedBasis.EXPRESSION and absolute.issuperset(happened.cues)):
            assert moved[anchor] == happened


def _happened_by_anchor(stage: Named, document: Document, layers: Layers) -> dict[Span, Happened | None]:
    return {mention.anchor: mention.happened for mention in _event_mentions(stage, document, layers)}


def _event_mentions(stage: Named, document: Document, layers: Layers) -> Iterator[EventMention]:
    built = made(stage)
    if EventMention in built.yields:
        yield from (r for r in built(document, layers.only(built.requires)) if isinstance(r, EventMention))


@stages
@texts
def test_undated_document_is_read_all_the_same(stage: Named, text: str) -> None:
    document, _ = prepared(text, dated=False)
    assert all(record.document_id == document.id for record in run(made(stage), text, dated=False))


@stages
def test_document_without_any_layer_content_is_read(stage: Named) -> None:
    built = made(stage)
    document = replace(make_document("Norway spoke."), parts=())
    nothing = Layers().with_records([*built.requires], [])
    assert list(built(document, nothing)) == []


@stages
@pytest.mark.parametrize("language", ["en", "fr", None], ids=str)
@pytest.mark.parametrize("published_at", ["2023", "2023-03", "2023-03-20T09:30:00Z", "0001-01-01", "9999-12-31"])
def test_document_time_of_any_precision_will_do(stage: Named, published_at: str, language: str | None) -> None:
    document, layers = prepared(PROSE)
    time = make_document(PROSE, published_at=published_at)
    changed = replace(document, published_at=time.published_at, time=time.time, language=language)
    assert all(record.document_id == document.id for record in made(stage)(changed, layers.only(made(stage).requires)))


PIECES = st.sampled_from(
    [
        *PROSE.split(),
        "“",
        "”",
        '"',
        "'",
        "\n",
        ".",
        ",",
        "said",
        "not",
        "if",
        "2023",
        "Mr",
        "who",
        "🇳🇴",
        "\u200b",
        "(",
        ")",
    ]
)


@pytest.mark.slow
@settings(max_examples=60)
@given(st.lists(PIECES, max_size=25), st.booleans())
def test_word_salad_costs_no_stage_its_manners(words: list[str], dated: bool) -> None:
    text = " ".join(words)
    document, layers = prepared.__wrapped__(text, dated)
    for stage in chain():
        for record in layers[stage.yields[0]]:
            assert record.document_id == document.id
            assert all(span.end <= len(text) and quoted in (None, span.of(text)) for span, quoted in _quoted(record))


@pytest.mark.parametrize("name", registry.names(registry.PARSERS))
def test_parser_says_which_version_it_is(name: str) -> None:
    built: Parser = registry.load(registry.PARSERS, name)(SETTINGS)
    assert built.name == name
    assert built.version == parser().version


@texts
def test_parse_keeps_offsets_and_trees_sound(text: str) -> None:
    (parsed,) = parser()([text])
    ends = 0
    for sentence in parsed.sentences:
        assert sentence.tokens
        assert sentence.span == Span(sentence.tokens[0].start, sentence.tokens[-1].end)
        for index, token in enumerate(sentence.tokens):
            assert (token.index, token.span.of(text)) == (index, token.text)
            assert token.start >= ends
            assert 0 <= token.head < len(sentence.tokens)
            ends = token.end
        assert set(sentence.subtree(sentence.root)) <= set(sentence.tokens)


def test_parse_of_a_paragraph_does_not_depend_on_those_around_it() -> None:
    paragraphs = list(TEXTS.values())
    together = list(parser()(paragraphs))
    assert together == list(parser()(reversed(paragraphs)))[::-1]
    assert [next(iter(parser()([text]))) for text in paragraphs[:6]] == together[:6]


@cache
def dater() -> TextDater:
    return TextDater(SETTINGS)


@texts
@pytest.mark.parametrize("dated", [True, False], ids=["dated", "undated"])
def test_dater_gives_an_undated_document_one_time_and_a_dated_one_none(text: str, dated: bool) -> None:
    document = make_document(text, published_at="2023-03-20" if dated else None)
    before, layers = encode(document), parse(document)
    times = list(dater()(document, layers))
    assert len(times) == (0 if dated else 1)
    assert times == list(dater()(document, layers))
    assert [decode(DocumentTime, json.loads(json.dumps(encode(time)))) for time in times] == times
    assert encode(document) == before


@texts
def test_time_told_from_the_words_gives_its_reasons_and_claims_no_more_than_its_interval(text: str) -> None:
    document = make_document(text, published_at=None)
    (time,) = dater()(document, parse(document))
    assert time.reasons
    assert (time.value is None) or time.value.interval == time.interval
    assert (time.basis is TimeBasis.TEXT) == (time.interval != Interval())
