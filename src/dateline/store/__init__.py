"""Keep the record in one SQLite file: documents, what the stages say of them, links, judgements, failures.

In: records. Out: the same records, by id, by document, by day known. Refuses: to know any stage, or to decide anything.
"""

from dateline.store.analysis import Analysis, FindingRows, StageOutput
from dateline.store.database import Store
from dateline.store.lists import Headed, Lists, Named, Printed, Spot, Tie
from dateline.store.lookups import LinkLookups, Lookups
from dateline.store.reader import Reader, ReportHead, StoredMention
from dateline.store.rows import end_of
from dateline.store.walking import Mark, Stretch, Walk, Walker
from dateline.store.worklist import Worklist
from dateline.store.writer import Writer

__all__ = [
    "Analysis",
    "FindingRows",
    "Headed",
    "LinkLookups",
    "Lists",
    "Lookups",
    "Mark",
    "Named",
    "Printed",
    "Reader",
    "ReportHead",
    "Spot",
    "StageOutput",
    "Store",
    "StoredMention",
    "Stretch",
    "Tie",
    "Walk",
    "Walker",
    "Worklist",
    "Writer",
    "end_of",
]
