"""Read reports into a record in memory, and ask it what was known on a day.

    python examples/01_read_and_ask.py [REPORTS]

Without reports, the bundled example reports are read.
"""

import sys

import dateline

DAY = "2023-06-14"
WHO = "Antony Blinken"


def main() -> None:
    """Print a timeline, what is expected, and the sentences these rest on."""
    record = dateline.read(sys.argv[1:] or dateline.examples())
    print(record)
    print(f"\n{WHO}, as of {DAY}:")
    for event in record.timeline(as_of=DAY, entity=WHO, since="2023-06-01"):
        print(f"- {event.headline}: {event.status}")
        for telling in event.tellings:
            print(f"    {telling.outlet or telling.document}: {telling.mention.evidence.quote}")
    print(f"\nAll that was expected, as of {DAY}:")
    for event in record.expected(as_of=DAY):
        print(f"- {event.headline} (first reported {event.tellings[0].published_at})")


if __name__ == "__main__":
    main()
