"""Speed: what a build costs beside bare spaCy, and how the cost of adding reports grows with the record.

In: the throughput corpora. Out: the section Speed of RESULTS.md. Refuses: to measure two things in one process.
"""
