"""The command line: arguments in, tables or JSON Lines out; data on stdout, everything else on stderr.

Exit codes: 0 done, 1 failure, 2 wrong usage, 3 done in part (something could not be read), 4 nothing found.
"""

from dateline.cli.app import main

__all__ = ["main"]
