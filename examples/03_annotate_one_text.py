"""Annotate one text and print what was found, each time with the words it stands on.

python examples/03_annotate_one_text.py
"""

import dateline

TEXT = (
    "Norway's foreign minister arrived in Santiago on Tuesday for two days of talks. "
    '"We will sign the fisheries agreement tomorrow," she told reporters. '
    "Chile has not confirmed that."
)


def main() -> None:
    """Print times, mentions, quotations and events of a text."""
    found = dateline.annotate(TEXT, published_at="2024-05-15", outlet="The Fjord Courier")
    print(f"Written on {found['document_time']['value']}, as known by {found['document_time']['basis']}")
    for time in found["times"]:
        print(f"time       {words(time)!r} = {time['value']} ({time['type']})")
    for mention in found["mentions"]:
        print(f"mention    {words(mention)!r} = {mention['name'] or 'not known who'}")
    for quotation in found["quotations"]:
        said = " … ".join(words(span) for span in quotation["content"])
        speaker = quotation["speaker"]["name"] if quotation["speaker"] else "not known who"
        print(f"quotation  {said!r} ({quotation['kind']}, {speaker})")
    for event in found["events"]:
        actors = ", ".join(actor["name"] for actor in event["actors"])
        print(f"event      {words(event['anchor'])!r}: {event['type']} by {actors or '?'}, {event['modality']}")


def words(span: dict[str, int]) -> str:
    """Return the words that a span of the text covers: offsets count characters, the end is not included."""
    return TEXT[span["start"] : span["end"]]


if __name__ == "__main__":
    main()
