"""Who holds which office, from titles: "Norway's prime minister, Ann Example", "Norwegian Foreign Minister Ann Example".

In: sentences and mentions of one document. Out: OfficeStatement.
Refuses: former and future holders, deputies, and what a sentence tells of another year.
"""

from dateline.findings.offices.finder import OfficeFinder

__all__ = ["OfficeFinder"]
