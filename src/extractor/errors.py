"""Errors that end an input or the run: each message is one line that says what, where and what to try."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes of every command (0 also when nothing was found)."""

    OK = 0
    FAILED = 1
    USAGE = 2


class ExtractorError(Exception):
    """Base of all errors that a user can mend."""


class InputError(ExtractorError):
    """An input can't be read as an article; the others still are."""


class DataError(ExtractorError):
    """A table, rule or patterns file is broken; names file and row."""


class ModelError(ExtractorError):
    """The spaCy pipeline can't be loaded."""


class UsageError(ExtractorError):
    """Options that don't fit together or a value that isn't one."""
