"""Cues that no table lists: a verb beside quotation marks, a signature, a light verb with a noun, who was overheard."""

import pytest

from tests.findings.test_quotations import find, words


@pytest.mark.parametrize(
    ("text", "content", "cue", "source"),
    [
        pytest.param(
            "“The port never sleeps,” an angry Lund retaliated. “It never will.”",
            ["The port never sleeps,", "It never will."],
            "retaliated",
            "an angry Lund",
            id="a verb of any meaning after its subject",
        ),
        pytest.param(
            "“What port is he talking about?” reacted Lund.",
            ["What port is he talking about?"],
            "reacted",
            "Lund",
            id="a verb of any meaning before its subject",
        ),
        pytest.param(
            "At the debate, Anna Lund cracked, “I like ships, but I like ships that sail.”",
            ["I like ships, but I like ships that sail."],
            "cracked",
            "Anna Lund",
            id="a verb of any meaning that leads in",
        ),
        pytest.param(
            "“He is the worst of all.” ― Anna Lund", ["He is the worst of all."], "―", "Anna Lund", id="a signature"
        ),
        pytest.param(
            "Asked which port was his favourite, he shrugged: “Whichever I am in today.”",
            ["Whichever I am in today."],
            "shrugged",
            "he",
            id="a question before the answer",
        ),
        pytest.param(
            "Anna Lund was quoted as saying that the port was shut.",
            ["that the port was shut"],
            "saying",
            "Anna Lund",
            id="quoted as saying",
        ),
        pytest.param(
            "The list was replaced by a message that said, “The item is no longer here.”",
            ["The item is no longer here."],
            "said",
            "that",
            id="a relative pronoun",
        ),
        pytest.param(
            "Oslo has called for the guild to respect the pact.",
            ["the guild to respect the pact"],
            "has called",
            "Oslo",
            id="called for somebody to",
        ),
        pytest.param(
            "Oslo has doubts about the pact.", ["the pact"], "has doubts", "Oslo", id="a light verb with a noun"
        ),
        pytest.param("A call by Oslo for a truce went unheard.", ["a truce"], "call", "Oslo", id="a noun with by"),
    ],
)
def test_words_have_their_cue_and_source(text: str, content: list[str], cue: str, source: str) -> None:
    assert words(text, find(text)[0])[1:] == (content, cue, source)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("In “Hello, dear world,” Lund plays a sailor.", id="a title"),
        pytest.param("They shut the “old harbour” – Oslo had no other.", id="a dash that goes on"),
    ],
)
def test_verb_or_dash_beside_a_title_is_no_cue(text: str) -> None:
    assert find(text) == []
