"""The chain: stages in a checked order, each seeing what it requires; what fails is recorded and the rest goes on."""

from __future__ import annotations

import pytest

from dateline.errors import StageError
from dateline.model import Document, EntityMention, Layers, Predicate, Quotation, Sentence
from dateline.pipeline.chain import Chain, Task, paragraph_digests
from dateline.settings import Settings
from tests.factories import make_document
from tests.pipeline.fakes import SETTINGS, FakeStage, World
from tests.records import report


def read(text: str, settings: Settings = SETTINGS) -> tuple[Layers, list[str]]:
    ((layers, failures),) = Chain(settings).read([make_document(text)])
    return layers, [f"{failure.stage} {failure.error}: {failure.message}" for failure in failures]


def test_stages_run_in_order_and_fill_their_layers(world: World) -> None:
    layers, failures = read("Norway spoke. Peru did not.")
    assert failures == []
    assert [mention.text for mention in layers[EntityMention]] == ["Norway", "Peru"]
    assert (len(layers[Sentence]), len(layers[Predicate]), len(layers[Quotation])) == (2, 2, 2)


def test_stage_whose_requirement_no_stage_before_it_yields_is_refused(world: World) -> None:
    with pytest.raises(StageError, match=r"fake\.quotes requires EntityMention, which no stage before it yields"):
        Chain(SETTINGS.model_copy(update={"annotators": ("fake.quotes", "fake.names"), "finders": ()}))


def test_unknown_stage_is_refused_by_name(world: World) -> None:
    with pytest.raises(StageError, match=r"no annotator is called 'crystal\.ball'"):
        Chain(SETTINGS.model_copy(update={"annotators": ("crystal.ball",)}))


def test_stage_sees_only_what_it_requires(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def peeks(document: Document, layers: Layers) -> object:
        return layers[EntityMention]

    stage = FakeStage(world, "fake.words", (Sentence,), (Predicate,), peeks)
    monkeypatch.setattr(world, "factory", _with(world, "fake.words", stage))
    layers, failures = read("Norway spoke.")
    assert failures == ["fake.words StageError: EntityMention is not at hand; is it missing from `requires`?"]
    assert layers[Predicate] == ()


def _with(world: World, name: str, stage: FakeStage) -> object:
    factory = world.factory
    return lambda wanted: (lambda _: stage) if wanted == name else factory(wanted)


def test_stage_that_yields_what_it_does_not_declare_is_a_failure_and_the_others_go_on(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def strays(document: Document, layers: Layers) -> object:
        return [*layers[Sentence]]

    stage = FakeStage(world, "fake.words", (Sentence,), (Predicate,), strays)
    monkeypatch.setattr(world, "factory", _with(world, "fake.words", stage))
    layers, failures = read("Norway spoke.")
    assert failures == ["fake.words StageError: a stage yielded Sentence, which it does not declare"]
    assert layers[Predicate] == ()
    assert len(layers[Quotation]) == 1


def test_stage_that_raises_is_a_failure_and_the_other_stages_go_on(world: World) -> None:
    layers, failures = read("Norway. BREAK fake.words")
    assert failures == ["fake.words KeyError: 'no such thing'"]
    assert layers[Predicate] == ()
    assert layers[Quotation]


def test_failure_names_report_stage_and_version(world: World) -> None:
    document = report("Norway. BREAK fake.words")
    ((_, (failure,)),) = Chain(SETTINGS).read([document])
    assert (failure.document_id, failure.path, failure.version) == (document.id, document.source, "1")


def test_report_after_one_that_fails_is_read(world: World) -> None:
    read_ = Chain(SETTINGS).read([report("BREAK fake.words"), report("Norway spoke.")])
    assert [len(failures) for _, failures in read_] == [1, 0]


def test_paragraph_that_cannot_be_parsed_costs_only_itself(world: World) -> None:
    layers, failures = read("Norway spoke.\nUNPARSEABLE\nPeru spoke.")
    assert failures == ["fake ValueError: cannot parse this"]
    assert [mention.text for mention in layers[EntityMention]] == ["Norway", "Peru"]


def test_report_in_another_language_is_left_alone(world: World) -> None:
    ((layers, failures),) = Chain(SETTINGS).read([report("La Norvège parle.", language="fr")])
    assert (list(layers), failures, world.called(), world.parsed) == ([], [], {}, [])
    assert paragraph_digests(report("La Norvège parle.", language="fr")) == ()


def test_paragraph_that_stands_in_two_reports_is_parsed_once(world: World) -> None:
    Chain(SETTINGS).analyse([Task(pk=1, document=report("Same.")), Task(pk=2, document=report("Same.", id="x"))])
    assert world.parsed == ["Same."]


def test_parse_that_is_known_is_not_made_again(world: World) -> None:
    document = make_document("Norway spoke.\nPeru spoke.")
    (analysis,) = Chain(SETTINGS).analyse([Task(pk=1, document=document)])
    world.forget()
    (again,) = Chain(SETTINGS).analyse([Task(pk=1, document=document, parses=dict(analysis.parses))])
    assert world.parsed == []
    assert again.outputs == analysis.outputs


def test_outputs_that_are_known_are_not_made_again(world: World) -> None:
    document = make_document("Norway spoke.")
    (analysis,) = Chain(SETTINGS).analyse([Task(pk=1, document=document)])
    world.forget()
    outputs = {output.stage: output for output in analysis.outputs}
    (again,) = Chain(SETTINGS).analyse([Task(pk=1, document=document, outputs=outputs)])
    assert (world.called(), world.parsed, again.outputs) == ({}, [], ())
    assert again.rows == analysis.rows


def test_output_of_a_stage_that_failed_is_not_kept_nor_what_rests_on_it(world: World) -> None:
    (analysis,) = Chain(SETTINGS).analyse([Task(pk=1, document=report("Norway. BREAK fake.names"))])
    assert {output.stage for output in analysis.outputs} & set(world.versions) == {"fake.words"}


@pytest.mark.parametrize(
    ("changed", "redone"),
    [
        ("fake.words", {"fake.words"}),
        ("fake.names", {"fake.names", "fake.quotes"}),
        ("fake.quotes", {"fake.quotes"}),
        ("fake", {"fake.names", "fake.words", "fake.quotes"}),
    ],
)
def test_changed_version_redoes_that_stage_and_those_that_rest_on_it(
    world: World, changed: str, redone: set[str]
) -> None:
    document = make_document("Norway spoke.")
    before = Chain(SETTINGS)
    (analysis,) = before.analyse([Task(pk=1, document=document)])
    world.forget()
    world.versions[changed] = "2"
    after = Chain(SETTINGS)
    outputs = {output.stage: output for output in analysis.outputs}
    after.analyse([Task(pk=1, document=document, parses=dict(analysis.parses), outputs=outputs)])
    assert after.key != before.key
    assert set(world.called()) == redone


def test_key_depends_on_the_settings_that_can_change_an_answer(world: World) -> None:
    other = SETTINGS.model_copy(update={"date_order": "dmy"})
    assert Chain(SETTINGS).key != Chain(other).key
    assert Chain(SETTINGS).key == Chain(SETTINGS.model_copy(update={"jobs": 2})).key
