"""Lines to sections, on pages written for it in the shapes that people paste, and on news articles labelled by line number."""

from __future__ import annotations

from pathlib import Path

from extractor.article.layout import layout

HERE = Path(__file__).parent
KINDS = {
    "H": "header",
    "T": "title",
    "S": "standfirst",
    "Y": "byline",
    "C": "caption",
    "B": "body",
    "R": "related",
    "X": "boilerplate",
    "K": "credit",
}


def misread(rows: list[tuple[str, str]]) -> list[tuple[str, str, str]]:
    """(wanted kind, kind, line) of each line that the layout reads otherwise than its letter says."""
    sections, at, wrong = layout("\n".join(text for _, text in rows)), 0, []
    for letter, text in rows:
        got = next((s.kind for s in sections if s.start <= at + len(text) // 2 < s.end), "")
        if text.strip() and got != KINDS[letter]:
            wrong.append((KINDS[letter], got, text))
        at += len(text) + 1
    return wrong


def pages() -> list[list[tuple[str, str]]]:
    chunks = (HERE / "pages.txt").read_text(encoding="utf-8").rstrip("\n").split("\n## ")[1:]
    return [[(row[:1], row[2:]) for row in chunk.split("\n")[1:]] for chunk in chunks]


def test_lines_of_pasted_pages_fall_into_their_sections() -> None:
    lines = sum(1 for page in pages() for _, text in page if text.strip())
    wrong = [w for page in pages() for w in misread(page)]
    assert lines > 400
    assert 1 - len(wrong) / lines >= 0.95, wrong


def test_the_story_is_never_taken_for_links_or_boilerplate() -> None:
    assert [w for page in pages() for w in misread(page) if w[0] == "body" and w[1] in ("related", "boilerplate")] == []


def test_lines_of_news_articles_fall_into_their_sections(corpus) -> None:
    """sections.tsv: the id of an article and, for each line that is no body, its number and letter."""
    labels = dict(row.split("\t") for row in (HERE / "sections.tsv").read_text(encoding="utf-8").splitlines()[1:])
    wrong, lines = [], 0
    for article in corpus("worldwide-dev"):
        if article["id"] in labels:
            marked = {int(x[1:]): x[0] for x in labels[article["id"]].split()}
            rows = [(marked.get(n, "B"), text) for n, text in enumerate(article["text"].split("\n"), 1)]
            wrong += misread(rows)
            lines += sum(1 for _, text in rows if text.strip())
    assert lines > 500
    assert 1 - len(wrong) / lines >= 0.99, wrong
