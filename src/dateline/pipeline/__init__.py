"""The order of the stages, and their output into the store.

In: paths, settings, a store. Out: a store brought up to date, or one report's annotations. Refuses: to decide anything a
stage decides, or to speak to a person.
"""

from dateline.pipeline.annotate import annotate_reports, annotate_text, date_reports, extract_reports
from dateline.pipeline.build import BuildSummary, build
from dateline.pipeline.chain import Chain
from dateline.pipeline.dedup import dedup_reports
from dateline.pipeline.judging import amend, judge, retract
from dateline.pipeline.link import link_mentions
from dateline.pipeline.progress import Progress
from dateline.pipeline.refreshing import update_resources
from dateline.pipeline.resolving import make_resolver, resolve_cases
from dateline.pipeline.stories import sort_into_stories
from dateline.pipeline.timelines import Scope, summarise_reports, summarise_store

__all__ = [
    "BuildSummary",
    "Chain",
    "Progress",
    "Scope",
    "amend",
    "annotate_reports",
    "annotate_text",
    "build",
    "date_reports",
    "dedup_reports",
    "extract_reports",
    "judge",
    "link_mentions",
    "make_resolver",
    "resolve_cases",
    "retract",
    "sort_into_stories",
    "summarise_reports",
    "summarise_store",
    "update_resources",
]
