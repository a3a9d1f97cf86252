"""Collect who said what on a subject, and who is quoted most.

python examples/05_quotations.py [WORD]
"""

import sys
from collections import Counter

import dateline


def main() -> None:
    """Print the quotations that contain a word, with their reports, and the speakers quoted most."""
    about = sys.argv[1] if len(sys.argv) > 1 else "grain"
    record = dateline.read(dateline.examples())
    for quoted in record.quotations(about=about):
        speaker = quoted.quotation.speaker
        name = speaker.name if speaker else "somebody not named"
        print(f"{quoted.document.dated or 'undated'}  {name} ({quoted.quotation.kind}): {quoted.words}")
        print(f"    in {quoted.document.name}: {quoted.quotation.evidence.quote}")
    speakers = Counter(quoted.quotation.speaker.name for quoted in record.quotations() if quoted.quotation.speaker)
    print("\nQuoted most often:")
    for name, count in speakers.most_common(5):
        print(f"{count:4}  {name}")


if __name__ == "__main__":
    main()
