"""Find quotations: who says, thinks or intends what, in whose words.

In: sentences, entity mentions and, if there are any, time expressions of one document. Out: Quotation findings.
Refuses: to guess a speaker, to let a bad quotation mark reach beyond its paragraph.
"""

from dateline.findings.quotations.finder import QuotationFinder

__all__ = ["QuotationFinder"]
