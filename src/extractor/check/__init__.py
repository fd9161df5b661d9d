"""Check articles against the expected records beside them: read, score, report, update, compare."""
