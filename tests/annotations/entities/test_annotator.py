"""The entity annotator on whole reports: names, descriptions and pronouns resolved together."""

from __future__ import annotations

import pytest

from dateline.model import EntityType, Form, Layers, Sentence
from tests.annotations.entities.asking import annotator, mentions, named
from tests.factories import make_document


@pytest.mark.parametrize(
    ("text", "words", "name", "kind", "country"),
    [
        ("Brazil signed the treaty.", "Brazil", "Brazil", EntityType.STATE, "BRA"),
        ("The United States signed the treaty.", "United States", "United States", EntityType.STATE, "USA"),
        ("The Norwegian minister resigned.", "Norwegian", "Norway", EntityType.STATE, "NOR"),
        ("NATO has expelled eight diplomats.", "NATO", "NATO", EntityType.ORGANIZATION, "IGO"),
        ("The Kremlin denied the report.", "Kremlin", "Russia", EntityType.STATE, "RUS"),
        ("Angela Merkel spoke in parliament.", "Angela Merkel", "Angela Merkel", EntityType.PERSON, "DEU"),
        ("The West imposed sanctions.", "West", "the West", EntityType.GROUP, None),
    ],
    ids=["state", "article left out", "adjective", "alliance", "metonym", "person", "region"],
)
def test_a_name_of_the_tables_means_its_entity(
    text: str, words: str, name: str, kind: EntityType, country: str | None
) -> None:
    (mention,) = [mention for mention in mentions(text) if mention.text == words]
    assert mention.entity is not None
    assert (mention.entity.name, mention.type, mention.entity.country) == (name, kind, country)


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The envoy flew to Ankara on Friday.", "Ankara", EntityType.PLACE),
        ("The ministers met in Ankara on Friday.", "Ankara", EntityType.PLACE),
        ("Ankara said the border would stay closed.", "Ankara", EntityType.STATE),
        ("Relations between Athens and Ankara are tense.", "Ankara", EntityType.STATE),
        ("Ankara's objections delayed the vote.", "Ankara", EntityType.STATE),
        ("The Ankara visit lasted two days.", "Ankara", EntityType.PLACE),
        ("Sweden urged Ankara to ratify the treaty.", "Ankara", EntityType.STATE),
    ],
    ids=["flew to", "met in", "said", "between", "possessive", "the visit", "urged"],
)
def test_a_capital_is_a_place_or_its_state(text: str, words: str, kind: EntityType) -> None:
    (mention,) = [mention for mention in mentions(text) if mention.text == words]
    assert mention.type is kind
    assert mention.entity is not None
    assert mention.entity.country == "TUR"


def test_a_surname_means_the_person_named_in_full_before() -> None:
    text = "Talks were led by Helga Brandvold of the relief fund.\nBrandvold said the money had run out."
    assert named(text, "Brandvold") == "Helga Brandvold"


def test_spellings_of_one_name_are_one_entity() -> None:
    text = "Volodymyr Zelenskiy addressed the chamber. President Zelenskyy thanked the hosts."
    ids = {mention.entity.id for mention in mentions(text) if mention.entity and mention.type is EntityType.PERSON}
    assert len(ids) == 1


def test_a_form_of_address_belongs_to_the_mention_and_an_office_does_not() -> None:
    found = {mention.text for mention in mentions("Mr Macron met President Joe Biden and Mr Scholz in Berlin.")}
    assert {"Mr Macron", "Joe Biden"} <= found


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Emmanuel Macron left early. The French president gave no reason.", "The French president", "Emmanuel Macron"),
        ("The Japanese prime minister will attend.", "The Japanese prime minister", "Fumio Kishida"),
        ("Reporters asked the president of Turkey.", "the president", "Recep Tayyip Erdoğan"),
        ("Poland's defence ministry ordered new tanks.", "Poland's defence ministry", "Defence ministry of Poland"),
        ("The Polish government resigned.", "The Polish government", "Government of Poland"),
        ("The former French president was convicted.", "The former French president", None),
        ("Rival leaders met. The two leaders shook hands.", "The two leaders", None),
    ],
    ids=["named before", "from the tables", "of-phrase", "ministry", "government", "former", "group"],
)
def test_descriptions_mean_holders_and_bodies(text: str, words: str, name: str | None) -> None:
    (mention,) = [mention for mention in mentions(text) if mention.text == words and mention.form is Form.NOMINAL]
    assert (mention.entity.name if mention.entity else None) == name


def test_an_office_is_looked_up_on_the_day_of_the_report() -> None:
    text = "The Japanese prime minister will attend."
    assert named(text, "The Japanese prime minister", published_at="2019-05-01") == "Shinzo Abe"


def test_an_undated_report_leaves_the_holder_open() -> None:
    assert named("The Japanese prime minister will attend.", "The Japanese prime minister", published_at=None) is None


def test_a_counterpart_holds_the_same_office() -> None:
    text = "Emmanuel Macron telephoned his Turkish counterpart on Sunday."
    assert named(text, "his Turkish counterpart") == "Recep Tayyip Erdoğan"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Angela Merkel praised the deal. She said it would last.", "She", "Angela Merkel"),
        ("Angela Merkel met Barack Obama. He praised the deal.", "He", "Barack Obama"),
        ("Barack Obama opened his library.", "his", "Barack Obama"),
        ("Norway withdrew its troops.", "its", "Norway"),
        ("Emmanuel Macron and Olaf Scholz met. Reporters waited for him.", "him", None),
    ],
    ids=["she", "gender decides", "his own", "its state", "two as likely"],
)
def test_pronouns_mean_who_stands_out(text: str, words: str, name: str | None) -> None:
    assert named(text, words) == name


def test_he_in_a_quotation_is_not_the_speaker() -> None:
    text = 'Barack Obama met Joe Biden. "I told him to wait," Obama said.'
    assert named(text, "him") == "Joe Biden"


def test_two_states_joined_by_a_hyphen_are_two_mentions() -> None:
    found = [mention.entity.name for mention in mentions("Polish-Lithuanian ties are close.") if mention.entity]
    assert found == ["Poland", "Lithuania"]


def test_a_person_not_in_the_tables_has_the_country_of_the_title() -> None:
    (mention,) = [
        mention for mention in mentions("Finnish Trade Minister Veikko Rantasalo arrived.") if "Veikko" in mention.text
    ]
    assert mention.entity is not None
    assert mention.entity.country == "FIN"


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Japan's UN ambassador Kenta Morishige spoke.", "Kenta Morishige", "JPN"),
        ("Kenta Morishige, Japan's ambassador, spoke.", "Kenta Morishige", "JPN"),
    ],
    ids=["before the body", "beside the name"],
)
def test_an_ambassador_is_of_the_state_that_sent_him(text: str, words: str, country: str) -> None:
    (mention,) = [mention for mention in mentions(text) if mention.text == words]
    assert mention.entity is not None
    assert mention.entity.country == country


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A Norwegian leader called for calm.", "A Norwegian leader"),
        ("Everyone knew that he was Norway's prime minister.", "Norway's prime minister"),
        ("The Norwegian envoy left early.", "The Norwegian envoy"),
    ],
    ids=["indefinite", "said of another", "one of many"],
)
def test_a_description_that_fits_several_means_nobody(text: str, words: str) -> None:
    assert named(text, words) is None


def test_two_surnames_of_the_tables_in_one_name_are_no_two_persons() -> None:
    found = [mention.text for mention in mentions("Ingrid Merkel Lavrov opened a bakery.")]
    assert found == ["Ingrid Merkel Lavrov"]


def test_a_name_is_a_place_where_it_stands_as_one() -> None:
    kinds = {m.type for m in mentions("He was born in the town of Narvik. In Narvik he died.") if m.text == "Narvik"}
    assert kinds == {EntityType.PLACE}


def test_initials_in_brackets_mean_the_body_before_them() -> None:
    text = "The World Health Organization (WHO) sent doctors."
    assert named(text, "WHO") == named(text, "World Health Organization")


def test_a_state_that_is_no_more_is_still_named() -> None:
    assert named("Most former Soviet republics have joined.", "Soviet") == "Soviet Union"


def test_the_chief_of_a_body_is_its_head() -> None:
    assert named("The UN chief warned of famine.", "The UN chief") == "António Guterres"


def test_a_lone_given_name_is_another_entity_in_another_report() -> None:
    one = [m.entity for m in mentions("Mr Veikko said the shop was closed.") if m.text == "Mr Veikko"]
    two = [m.entity for m in mentions("Mr Veikko said the road was open.") if m.text == "Mr Veikko"]
    assert one
    assert two
    assert one[0] != two[0]


@pytest.mark.parametrize(
    "text",
    ["", " ", "Peace", "?!", "«»“”", "𝕏𝕀 \u200b\u202e Zelen\u0301sky", "THE PRESIDENT OF THE", "'s 's of the", "he"],
    ids=["empty", "blank", "one word", "marks", "quotes", "odd letters", "capitals", "fragments", "pronoun"],
)
def test_odd_text_survives(text: str) -> None:
    for mention in mentions(text, published_at=None):
        assert mention.span.of(text) == mention.text


def test_a_document_without_sentences_has_no_mentions() -> None:
    document = make_document("No parse.")
    assert list(annotator()(document, Layers().with_records([Sentence], []))) == []


def test_mentions_come_in_order_and_slice_back() -> None:
    text = "Mr Macron met China's foreign minister Qin Gang in Paris.\nHe thanked him."
    found = mentions(text)
    assert [mention.span.start for mention in found] == sorted(mention.span.start for mention in found)
    assert all(mention.span.of(text) == mention.text for mention in found)
    assert found == mentions(text)
