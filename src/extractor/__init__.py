"""Who, where, which bodies and when, in a raw news article: normalized, offline.

from extractor import extract, load
record = extract("MOSCOW (AP) - Russia said ...", published="2023-02-09")
"""

from extractor.api import extract, extract_many, load
from extractor.version import __version__

__all__ = ["__version__", "extract", "extract_many", "load"]
