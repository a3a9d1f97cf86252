from dateline.model import StorySoFar

STORY = StorySoFar(reports=3, terms={"dam": 0.8, "élan": 0.125}, keys=("dam",), day="2023-05-05")


def test_story_is_read_as_it_was_written() -> None:
    assert StorySoFar.read(STORY.written()) == STORY


def test_story_keeps_the_newest_of_its_keys() -> None:
    assert STORY.led_to_by(("orlo", "wall"), most=2).keys == ("orlo", "wall")
