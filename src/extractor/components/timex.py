"""Time expressions as a span group: nlp.add_pipe("extractor_timex", config={"published": "2023-02-09"})."""

from __future__ import annotations

from datetime import date

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from extractor.temporal import find_times

GROUP = "timex"


@Language.factory("extractor_timex", default_config={"published": None, "spans_key": GROUP})
def make_timex(nlp: Language, name: str, published: str | None, spans_key: str) -> Timexes:
    """The factory; `published` is an ISO 8601 date, None leaves relative dates open."""
    return Timexes(date.fromisoformat(published) if published else None, spans_key)


class Timexes:
    """Fills `doc.spans[spans_key]`: label is the TIMEX3 type, kb_id its value, id the rule. Spans are widened to whole tokens."""

    def __init__(self, anchor: date | None, spans_key: str) -> None:
        self.anchor = anchor
        self.spans_key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        """Find the expressions of one Doc; other components' groups are left alone."""
        spans: list[Span] = []
        for t in find_times(doc.text, self.anchor)[0]:
            span = doc.char_span(t.start, t.end, label=t.type, kb_id=t.value, span_id=t.rule, alignment_mode="expand")
            if span is not None:
                spans.append(span)
        doc.spans[self.spans_key] = SpanGroup(doc, name=self.spans_key, spans=spans)
        return doc
