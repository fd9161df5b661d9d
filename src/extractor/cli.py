"""Click commands: parse, call, render. Nothing heavy is imported before a command needs it."""

from __future__ import annotations

import gc
import json
import os
import sys
from typing import Any

import click

from extractor.config import KINDS, load_config
from extractor.errors import ExitCode, UsageError
from extractor.run.output import FORMATS, WITH_TEXT, format_for, write
from extractor.run.session import Session
from extractor.terminal import printable
from extractor.version import __version__

# one process, one core: numpy, before it is imported, here and in the processes of --jobs, would start a thread a core for matrices too small for it
for _library in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_library, "1")


class DefaultGroup(click.Group):
    """`extractor article.txt` is `extractor run article.txt`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the command's name before arguments that don't begin with one."""
        own = {"--help", "-h", "--version"}
        if (not args and not sys.stdin.isatty()) or (args and args[0] not in self.commands and args[0] not in own):
            args = ["run", *args]
        return super().parse_args(ctx, args)


@click.group(cls=DefaultGroup, context_settings={"help_option_names": ["-h", "--help"]}, no_args_is_help=True)
@click.version_option(__version__, prog_name="extractor")
def main() -> None:
    """Who, where, which bodies and when, in a raw news article. Offline.

    \b
    extractor article.txt                 tables on a terminal, JSON lines in a pipe
    extractor run news/ -o news.jsonl     a folder, one record a line
    pbpaste | extractor -f json           what you have just copied
    """
    gc.set_threshold(50_000, 20, 20)  # imports and tables make a million objects that stay; looking through them over and over took 6 % of the start


@main.command()
@click.argument("paths", nargs=-1, metavar="[PATH|-]...")
@click.option("-f", "--format", "fmt", type=click.Choice(FORMATS), help="Output; default: table on a terminal, else jsonl or by FILE's suffix.")
@click.option("-i", "--input-format", type=click.Choice(["auto", "text", "html", "jsonl"]), default="auto", show_default=True, help="What comes in.")
@click.option("--published", metavar="DATE", help="Publication date (ISO 8601); beats what the text says.")
@click.option("-o", "--output", metavar="FILE", help="Write to FILE, all of it or nothing; a database is added to.")
@click.option("--per", type=click.Choice(["mention", "entity"]), default="mention", show_default=True, help="What a row of csv is.")
@click.option("--highlight", is_flag=True, help="The article itself, its mentions coloured by kind.")
@click.option("-l", "--only", multiple=True, type=click.Choice(KINDS), help="Only this kind of entity (repeatable).")
@click.option("-m", "--model", metavar="NAME", help="A spaCy pipeline: package name or path.")
@click.option("--patterns", metavar="FILE", help="Your own rules: JSONL in EntityRuler form.")
@click.option("--include-text", is_flag=True, help="Put the decoded text into the record.")
@click.option("--include-boilerplate", is_flag=True, help="Read related links, appeals and the like, too.")
@click.option("--encoding", metavar="NAME", help="Encoding of text files, as windows-1251; default: marks, UTF-8, what the bytes make sure, else Windows-1252.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), metavar="SHARE", help="Leave out mentions of which the model is less sure, as 0.7.")
@click.option("--text-field", metavar="NAME", help="JSONL field of the text.")
@click.option("--date-field", metavar="NAME", help="JSONL field of the publication date.")
@click.option("--id-field", metavar="NAME", help="JSONL field of the id.")
@click.option("-j", "--jobs", type=click.IntRange(0), default=1, show_default=True, help="Processes; 0: one for each core.")
@click.option("--scheduler", metavar="ADDRESS", help="A Dask cluster that does the work, as tcp://10.0.0.7:8786.")
@click.option("--unordered", is_flag=True, help="With several processes: records as they are done.")
@click.option("--resume", is_flag=True, help="Go on with an interrupted run into -o FILE.")
def run(paths: tuple[str, ...], fmt: str | None, input_format: str, output: str | None, per: str, highlight: bool, resume: bool, **options: Any) -> None:
    """Articles to records: text files, folders, JSONL, or standard input.

    \b
    extractor run article.txt
    extractor run news/ -f jsonl -o news.jsonl
    extractor run pile.jsonl -i jsonl --only people --only dates
    extractor run news/ -o news.html      a page to read; .csv and .db (SQLite) work alike
    """
    with Session() as done:
        fmt = format_for(fmt, output, highlight)
        jobs, unordered, scheduler = (options.pop(k) for k in ("jobs", "unordered", "scheduler"))
        options["include_text"] |= highlight or fmt in WITH_TEXT
        config = _configured(options)
        from extractor.article.sources import read_sources, total_size
        from extractor.nlp.engine import load
        from extractor.pipeline import outcomes
        from extractor.run.cluster import Cluster
        from extractor.run.parallel import Processes, spread
        from extractor.run.progress import progress
        from extractor.run.resume import already_done, remaining

        alone = jobs == 1 and not scheduler
        engine = load(config) if alone or resume else None
        known = already_done(output, fmt, engine.producer) if resume and engine else None
        quiet = output is None and sys.stdout.isatty()
        with progress(lambda: total_size(paths), visible=not quiet) as (read, finished):
            raws = done.good(read_sources(paths, sys.stdin.buffer, config, input_format, read))
            raws = raws if known is None else remaining(raws, known)
            if alone and engine:
                found = outcomes(raws, engine)
            else:
                pool = Cluster(config, scheduler) if scheduler else Processes(config, jobs)
                found = spread(raws, pool, not unordered)
            write(done.good(found, finished), fmt, output, per, highlight, resume)


@main.command()
@click.argument("paths", nargs=-1, metavar="[DIR|FILE]...")
@click.option("--min", "floors", multiple=True, metavar="KIND=F1", help="A floor, as people=0.9 (repeatable); without any, every fault fails.")
@click.option("--update", is_flag=True, help="Write what is found as expected, for new articles too; refused when something expected is lost.")
@click.option("--allow-regression", is_flag=True, help="Let --update write all the same.")
@click.option("--junit", metavar="FILE", help="Write the verdict as JUnit XML, too.")
@click.option("--format", "fmt", type=click.Choice(["text", "github"]), default="text", show_default=True, help="Faults as lines or as GitHub annotations.")
@click.option("--baseline", metavar="FILE", help="Records (jsonl) of another run or version: show what changed since.")
@click.option("-m", "--model", metavar="NAME", help="A spaCy pipeline: package name or path.")
def check(paths: tuple[str, ...], floors: tuple[str, ...], update: bool, allow_regression: bool, junit: str | None, fmt: str, **options: Any) -> None:
    """Score articles against the expected records beside them; the exit code is the verdict.

    \b
    extractor check samples/
    extractor check samples/ --min people=0.9 --min dates=0.95
    extractor check samples/ --baseline last-week.jsonl
    extractor check samples/ --update          then look at git diff
    """
    with Session() as done:
        from extractor.check import report
        from extractor.check.cases import bring_up_to_date, read_cases
        from extractor.check.expected import KINDS as CHECKED
        from extractor.check.score import judge
        from extractor.config import load_floors
        from extractor.nlp.engine import load
        from extractor.run.output import replacing

        wanted = load_floors(CHECKED, floors)
        baseline = options.pop("baseline")
        cases, new = read_cases(paths, load(_configured(options)), update, done.good)
        verdict = judge(cases)
        failed = bool(verdict.below(wanted) if wanted else verdict.faults)
        lines = report.github_lines(verdict.faults, failed) if fmt == "github" else map(str, verdict.faults)
        for line in lines:
            click.echo(printable(line), err=fmt == "text")
        for line in report.score_lines(verdict, wanted):
            click.echo(line)
        for line in report.changes_since(baseline, [c.record for c in cases]) if baseline else ():
            click.echo(line)
        if junit:
            with replacing(junit) as f:
                f.write(report.junit(verdict, [c.file for c in cases], wanted))
        if update:
            lost = verdict.below(wanted) if wanted else [k for k, s in verdict.scores.items() if s.missing]
            bring_up_to_date(cases, new, lost, allow_regression)
            click.echo(f"expected files: {len(cases)} brought up to date, {len(new)} new", err=True)
        elif failed:
            sys.exit(ExitCode.FAILED)


@main.command()
@click.argument("path", default="-", metavar="[PATH|-]")
@click.option("--at", metavar="LINE:COL", help="Only what stands there.")
@click.option("--published", metavar="DATE", help="Publication date (ISO 8601); beats what the text says.")
@click.option("-m", "--model", metavar="NAME", help="A spaCy pipeline: package name or path.")
@click.option("--patterns", metavar="FILE", help="Your own rules: JSONL in EntityRuler form.")
def explain(path: str, at: str | None, **options: Any) -> None:
    """Why each mention was found and resolved the way it was.

    \b
    extractor explain article.txt
    extractor explain article.txt --at 3:17
    """
    with Session() as done:
        from extractor.article.sources import read_sources
        from extractor.nlp.engine import load
        from extractor.pipeline import extract_explained
        from extractor.render.explain import render_explain

        position = _position(at)
        config = _configured(options)
        engine = load(config)
        for raw in done.good(read_sources((path,), sys.stdin.buffer, config)):
            for line in render_explain(*extract_explained(raw, engine), raw.text, position):
                click.echo(line, nl=False)


def _position(at: str | None) -> tuple[int, int] | None:
    if at is None:
        return None
    line, _, column = at.partition(":")
    if not (line.isdigit() and column.isdigit() and int(line) and int(column)):
        raise UsageError(f"--at {at}: write LINE:COL, both from 1, as 3:17")
    return int(line), int(column)


@main.command()
@click.option("--check", "patterns", metavar="FILE", help="Validate your own patterns: file and row of what is wrong.")
def rules(patterns: str | None) -> None:
    """Every rule that a mention can name, and every table, with an example; or validate your own.

    \b
    extractor rules
    extractor rules --check my-rules.jsonl
    """
    with Session():
        from extractor.nlp.patterns import read_patterns
        from extractor.rules import describe, tables

        if patterns:
            click.echo(f"{patterns}: {len(read_patterns(patterns))} patterns are well-formed")
            return
        for rule, what, example in (*describe(), *tables()):
            click.echo(f"{rule}\t{what}\t{example}")


@main.command()
@click.argument("database", metavar="NEWS.DB")
@click.option("--apply", "decisions", metavar="FILE", help="Take in a list of suggestions whose column `decision` says yes or no.")
def link(database: str, decisions: str | None) -> None:
    """One identity for a person or body over the articles of a database: suggested, never silently made.

    \b
    extractor link news.db > links.csv        what may be one, with its evidence
    extractor link news.db --apply links.csv  after you wrote yes or no into it
    """
    with Session():
        from extractor.link import decide, read_decisions, suggest, suggestion_lines
        from extractor.render.sqlite import database as opened

        with opened(database) as db:
            if decisions is None:
                for line in suggestion_lines(suggest(db)):
                    click.echo(line, nl=False)
                return
            rows = read_decisions(decisions)
            click.echo(f"{database}: decisions taken in: {len(rows)}; identities: {decide(db, rows)}", err=True)


@main.command()
def schema() -> None:
    """The JSON Schema (draft 2020-12) of the record.

    \b
    extractor schema > record.schema.json
    """
    from extractor.schema import record_schema

    click.echo(json.dumps(record_schema(), indent=2))


@main.command()
@click.option("-m", "--model", metavar="NAME", help="A spaCy pipeline: package name or path.")
def info(model: str | None) -> None:
    """Versions, model and data digest: what to paste into a bug report.

    \b
    extractor info
    """
    with Session():
        import platform
        from importlib.metadata import version

        from extractor import resources
        from extractor.nlp.engine import load

        engine = load(_configured({"model": model}))
        rows = {"extractor": __version__, "python": platform.python_version(), "platform": platform.platform(), "spacy": version("spacy")}
        rows |= {"model": engine.model, "components": ", ".join(engine.nlp.pipe_names), "data": resources.digest()}
        for k, v in rows.items():
            click.echo(f"{k:12}{v}")


def _configured(options: dict[str, Any]) -> Any:
    from extractor.article.sources import option_date

    if options.get("published"):
        options["published"] = option_date(options["published"])
    return load_config(**options)
