"""Take events into a data frame and count them: by month and kind, and by pair of actor and recipient.

    python examples/04_data_frames.py

Needs the extra: pip install 'dateline[pandas]'
"""

import pandas

import dateline


def main() -> None:
    """Print two tables of counts, the raw material of event data."""
    record = dateline.read(dateline.examples())
    events = record.events().to_pandas()
    print(f"{len(events)} events with the columns {', '.join(events.columns)}\n")

    told = events[events["status"] == "happened"]
    dated = told.dropna(subset=["earliest"])
    month = pandas.to_datetime(dated["earliest"]).dt.strftime("%Y-%m").rename("month")
    print(dated.groupby([month, "type"]).size().unstack(fill_value=0).tail(6).to_string(), "\n")

    pairs = told.explode("actors").explode("recipients").dropna(subset=["actors", "recipients"])
    counts = pairs.groupby(["actors", "recipients"]).size().sort_values(ascending=False, kind="stable")
    print(counts.head(6).to_string())


if __name__ == "__main__":
    main()
