"""Stories as a reader meets them: title, days, outlets, events."""

from __future__ import annotations

from dateline.links.stories import StoryLinker
from dateline.model import Document, KeyedLink, KnownLink, Layers
from dateline.pipeline.memory import LinkMemory
from dateline.settings import Settings
from dateline.views.stories import Story, assemble_stories
from tests.records import report

TEXT = "Engineers opened the spillway of the Orlo dam after cracks were found in its wall."
REPORTS = [
    report(TEXT, title="Is this the end?", published_at="2023-05-05", outlet="Valley Post"),
    report(
        TEXT, title="VIDEO: Cracks found in Orlo dam - Valley Post", published_at="2023-05-06", outlet="Valley Post"
    ),
    report(TEXT, title="Morning briefing", published_at="2023-05-08", outlet="Orlo Times"),
    report("A stolen violin came back to the orchestra by post.", published_at="2023-05-07"),
]


def linked(reports: list[Document]) -> list[KnownLink]:
    memory, linker = LinkMemory({}), StoryLinker(Settings())
    links: list[KeyedLink] = []
    for document in reports:
        for keyed in linker(document, Layers(), {}, memory):
            memory.add(keyed, known_from=document.order)
            links.append(keyed)
    return [KnownLink(link=keyed.link, data=keyed.data, known_from="") for keyed in links]


def stories(reports: list[Document]) -> list[Story]:
    events = {REPORTS[0].id: ["evt:1", "evt:2"], REPORTS[2].id: ["evt:2"]}
    return assemble_stories(linked(reports), {document.id: document for document in reports}, events)


def test_largest_story_comes_first_with_its_days_outlets_and_events() -> None:
    dam, violin = stories(REPORTS)
    assert [document.id for document in dam.reports] == [document.id for document in REPORTS[:3]]
    assert (str(dam.first), str(dam.last)) == ("2023-05-05", "2023-05-08")
    assert dam.outlets == ("Orlo Times", "Valley Post")
    assert dam.events == ("evt:1", "evt:2")
    assert (len(violin.reports), violin.events) == (1, ())


def test_title_is_the_one_that_says_what_it_is_about() -> None:
    assert stories(REPORTS)[0].title == "Cracks found in Orlo dam"


def test_story_without_a_title_goes_by_its_first_words() -> None:
    assert stories(REPORTS)[1].title == "A stolen violin came back to the orchestra by post"


def test_long_beginning_is_cut_between_words() -> None:
    (story,) = stories([report("The orchestra of Bergen " * 9)])
    assert story.title.endswith("orchestra of …")


def test_story_is_about_what_its_reports_tell() -> None:
    dam, violin = stories(REPORTS)
    assert dam.is_about("cracked dams")
    assert not violin.is_about("dam")


def test_empty_report_has_a_story_without_a_title() -> None:
    (story,) = stories([report("", published_at=None)])
    assert (story.title, story.first, story.outlets) == ("", None, ())
