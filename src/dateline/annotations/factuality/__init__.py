"""How certain a report is that each event it mentions happened: negation, modality, and what governs the predicate.

A predicate's factuality is what its governor leaves it ("refused to", "plans to", "if") times what stands beside it
("not", "will"), each from -3 to 3 and read from tables. Following Sauri and Pustejovsky 2009 (FactBank) and the
implication signatures of Karttunen 1971 and Nairn et al. 2006.

In: sentences. Out: Predicate records (factuality, modality, the words that decided).
Refuses: to read anything beyond the sentence; what nothing speaks of is as certain as the form it is told in.
"""

from dateline.annotations.factuality.annotator import FactualityAnnotator

__all__ = ["FactualityAnnotator"]
