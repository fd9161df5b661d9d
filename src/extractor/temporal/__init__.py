"""Time expressions: recognize without an anchor, then resolve against one. No spaCy, no I/O beyond the tables, no clock."""

from extractor.temporal.recognize import find_times

__all__ = ["find_times"]
