"""Follow the events of one actor from day to day: what was new, and what changed its status.

python examples/02_as_of.py
"""

import dateline

WHO = "Antony Blinken"
SINCE = "2023-06-01"
DAYS = ["2023-06-13", "2023-06-14", "2023-06-18", "2023-06-19"]


def main() -> None:
    """Print the differences between the answers as of several days."""
    record = dateline.read(dateline.examples())
    known: dict[str, str] = {}
    for day in DAYS:
        print(f"As of {day}:")
        for event in record.timeline(as_of=day, entity=WHO, since=SINCE):
            status = str(event.status)
            before = known.get(event.id)
            if before is None:
                print(f"  new      {event.headline}: {status}")
            elif before != status:
                print(f"  changed  {event.headline}: {before} -> {status}")
            known[event.id] = status
    # No answer rests on a later report: that is what as_of promises, and it can be checked.
    for day in DAYS:
        for event in record.timeline(as_of=day):
            assert all(telling.published_at.value[:10] <= day for telling in event.tellings if telling.published_at)
    print("No answer above rests on a report published after its day.")


if __name__ == "__main__":
    main()
