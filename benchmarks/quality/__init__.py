"""Quality: run the product's commands on the development sets, score what they write, hold the figures above their floors.

In: the folder of development sets and its scorers. Out: RESULTS.md, floors.json. Refuses: to copy any of the texts.
"""
