"""Listed names as a span group: nlp.add_pipe("extractor_gazetteer")."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from extractor.gazetteer import scan

GROUP = "gazetteer"


@Language.factory("extractor_gazetteer", default_config={"spans_key": GROUP})
def make_gazetteer(nlp: Language, name: str, spans_key: str) -> Gazetteer:
    """The factory."""
    return Gazetteer(spans_key)


class Gazetteer:
    """Fills `doc.spans[spans_key]`: label is the kind of the name (country, demonym, capital, org…), kb_id the country's code
    when it can be only one."""

    def __init__(self, spans_key: str) -> None:
        self.spans_key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        """Find the listed names of one Doc; look-alikes are found and dropped."""
        spans: list[Span] = []
        for s in scan(doc.text):
            codes = {e.code for e in s.value if e.code}
            span = doc.char_span(s.start, s.end, label=s.label, kb_id=next(iter(codes)) if len(codes) == 1 else "", alignment_mode="expand")
            if span is not None and s.label != "drop":
                spans.append(span)
        doc.spans[self.spans_key] = SpanGroup(doc, name=self.spans_key, spans=spans)
        return doc
