"""Make the dictionary that parses are compressed with, from the example reports: python tools/parse_dictionary.py > FILE."""

import sys

import dateline
from dateline.annotations.parsing import SpacyParser
from dateline.documents import DocumentReader
from dateline.model import Document, RawReport
from dateline.settings import Settings
from dateline.sources import find_reports
from dateline.store.blobs import parse_columns

WINDOW = 32_768
"""What deflate can look back on; the end of a dictionary is the cheapest to refer to."""


def main() -> None:
    """Write the columns of the parses of the example reports' paragraphs, as much as the window holds."""
    settings = Settings()
    reader = DocumentReader(settings)
    raws = (raw for raw in find_reports([dateline.examples()], settings) if isinstance(raw, RawReport))
    documents = [document for raw in raws if isinstance(document := reader(raw), Document) and document.annotated]
    texts = [part.span.of(document.text) for document in documents for part in document.parts]
    parses = SpacyParser(settings)(texts)
    packed = b"".join(parse_columns(parse, text) for parse, text in zip(parses, texts, strict=True))
    sys.stdout.buffer.write(packed[-WINDOW:])


if __name__ == "__main__":
    main()
