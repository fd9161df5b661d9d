"""Past or future, from the verb that governs an expression: no parser, the nearest cue in the sentence decides."""

from __future__ import annotations

import re

from extractor.resources import any_of, compiled, toml, words
from extractor.temporal.verbs import MODALS, cue_of, is_past, tokens_of

_ABBREVIATED = "".join(rf"(?<!\b{re.escape(a)})" for a in words("abbreviations"))
_END = re.compile(rf"{_ABBREVIATED}(?<![ .][A-Z])[.!?;](?=\s)|\n")
_DAYS = toml("timex")["macros"]["WEEKDAY"]
_SINCE = re.compile(r"\b[Ss]ince (?:(?:early|late|mid) )?\Z")
_UNTIL = re.compile(
    r"\b(?:(?:until|till|by|(?<!day )(?<!days )(?<!night )(?<!week )(?<!weeks )(?<!month )(?<!months )before|ahead of|"
    r"starting|beginning|(?:extended|postponed|delayed|moved|rescheduled|put off|adjourned) (?:to|until|till)"
    r"|\b(?:postpone|delay|move|push|put off|reschedule)\b[^.;]{0,90} to)\s+"
    r"(?:(?:the|an?|at|least|around|about|as|early|late|later|mid|midday|noon|midnight|morning|evening|night|close|start|end|of|on|business|next|this|\d\S*|[ap]\.?m\.?)\s+){0,6}"
    r"|(?:due|payable|effective)\s+(?:\w+\s+){0,2})$",  # not "killed by gunmen on"
    re.I,
)
_LASTED = re.compile(
    r"\b(?:lasted|continued|went on|stayed|waited|remained|ran|raged|worked|slept|held out|dragged on) (?:[a-z]+ ){0,3}(?:until|till) [^,;]{0,40}\Z"
)
_HAD_BEEN = re.compile(
    r"\b(?:had been|previously|originally) (?:been )?(?:due|scheduled|set|expected|planned|slated|billed|meant)\b[^,—–]{0,60}$", re.IGNORECASE
)
_HAD_BY = re.compile(  # had filed reports by Wednesday
    r"\bhad (?:(?:all|already|also|not|only|still|long|since) )?(?:been )?([a-z]+) (?!to\b)(?:(?! to |[,;]).){0,60}?\bby \Z"
)
_RECORDED = re.compile(
    r"\b(?:minutes|records?|transcripts?|report|results|figures|data|findings) (?:of|from|for) (?:the|its|their) \Z"
)  # will release minutes of its May meeting
_FIGURES_FOR = re.compile(rf"\b{any_of(words('statistics'))} for (?:early |late |mid-)?\Z", re.IGNORECASE)  # orders for June, to be released next week
_UNDER = re.compile(r"\bunder (?:an?|the|its|their|his|her) \Z")  # under a June agreement
_AHEAD_OF = re.compile(
    r"\b(?:(?:ahead of|in time for|in preparation for|preparing for|run-?up to|looking forward to|countdown to)\s+(?:\S+\s+){1,6}"
    r"|(?:is|are)\s+[a-z]+ing\s+(?:[\w-]+\s+){0,4}before\s+(?:\S+\s+){1,5}"
    r"|(?:facing|faces?|braced for|bracing for|approaching)\s+(?:[\w-]+\s+){1,5}"
    r"|(?:squad|team|line-?up|tickets?|qualif(?:y|ied)) for (?:the|their|its|an?|his|her) (?:[\w-]+ ){1,6})(?:on|in|at)\s+\Z"
)  # is squaring positions before the auction on Monday
_PLANNED = re.compile(  # a protest planned for Tuesday, a warning for snow on Friday; not: cut its forecast on Friday
    r"\b(?:(?<!was )(?<!were )(?:expected|planned|scheduled|slated|(?<!its )(?<!the )(?<!their )(?<!a )forecast|billed|likely) (?:(?:on|for|by|in|from) )?"
    r"|(?:warnings?|alerts?|advisor(?:y|ies)|forecasts?|outlook|likely) (?:[a-z]+ ){0,3}(?:for|on|in) [^.;]{0,100}\b(?:on|for|from|and) "
    r"|for (?:travel|delivery|release|departures?|completion|launch|shipment|publication|use) (?:[a-z]+ )?(?:between|from|on|in|by|and) )\Z"
)
_FOR = re.compile(r"\bfor (?:early |late )?\Z")
_WEEKDAY = re.compile(rf"(?:{_DAYS})(?: \w+)?")
_SET = re.compile(r"\b(?:sets?|fix(?:es|ed)?) \Z")
_SET_FOR = re.compile(
    r"\b(?:set|fixed|scheduled|sets|slated|booked|listed|reserved|pencilled in) (?:(?:an?|the|its|his|her|their) )?"  # set sentencing for March 28
    r"(?:(?!records?\b)[a-z][\w-]* ){0,4}for (?:early |late )?\Z"
)
_TO_DO = compiled(
    r"\W*(?:[\w'’.,&-]+ ){1,7}?to (?!the |an? |h(?:is|er) |its |their |th(?:is|at|ese|ose) |all |more |other |one )[a-z]{2,}"
)  # Nairobi to host talks
_IS_ON = re.compile(
    r"\b(?:(?:is|are|(?<=\bit)['’]s|(?<=\bthat)['’]s|(?<=\bhe)['’]s|(?<=\bthere)['’]s) (?:(?:due|set|scheduled|planned) )?(?:on|for|in) (?:\w+ )?"
    r"|(?:deadline|date|election|vote|hearing|meeting|launch|expiry) (?:[a-z]+ ){0,3}(?:is|are) )$",
    re.I,
)
_IS_THE_DAY = re.compile(rf"(?: and (?:{_DAYS}))? (?:is|marks|looks?|promises?) (?!when |why |how )")  # Saturday is the anniversary
_ITS_DAY = re.compile(r"['’]s (?:[\w-]+ ){1,3}(?:is|are) (?:on|in|at|due|set|expected|likely|scheduled)\b")  # November's meeting is on the 6th
_DECLARED = re.compile(r"\b(?:declar|proclaim|designat|gazett|mak|nam)(?:es?|ed|ing) \Z|\bmade \Z")
_A_DAY = re.compile(r",? (?:as )?(?:an?|the|its) (?:[\w-]+ ){0,3}(?:holiday|day)\b")  # declared Monday a non-working day
_CONTRACT = re.compile(r"[- ](?:(?!and |for |to )[\w-]+ ){0,2}(?:contract|futures?|delivery|options|shipment|position|expiry)\b")  # the December wheat contract
# expects November CPI to rise: a month is over when it is counted
_STATISTIC = re.compile(rf" (?:(?!and |for |to |in )[\w-]+ ){{0,2}}{any_of(words('statistics'))}\b")
_COMPARED = re.compile(
    r"\b(?:after|from|against|versus|vs\.?|than|compared (?:with|to))\s+(?:[^\s,;]+\s+){0,4}"
    r"(?:\d[\d.,/]*\S*\s+)(?:(?:[a-z]+\s+){0,2}(?:per ?cent|pct|points?|[mb]illion|[mb]ln)\s+)?(?:[a-z]+\s+)?(?:in|on)\s+\Z"
)  # seen at 3.1 percent from 3.4 percent in October
_COMPARED_WITH = re.compile(r"\b(?:after|from|versus|vs\.?|than|compared (?:with|to))\s+\Z")
_ITS_FIGURE = re.compile(r"['’]s\s+(?:(?:rise|fall|gain|drop|record|level|figure|revised|upwardly|downwardly)\s+){0,2}(?:of\s+)?[$€£¥]?\d")
_ITS_EVENT = re.compile(
    r"(?:[-–]\d{1,2}| to \d{1,2})?,? (?:[\w-]+ )?(?:summit|elections?|vote|polls?|referendum|run-?off|ballot|deadline|inauguration|recess|break|holidays?)\b"
)
_ATTRIBUTED = re.compile(r"(?:\b(?:an?|the|its|their|this)|['’]s) \Z")
_THROUGH = re.compile(
    r"(?<!day )(?<!\d )\b(?:cancel(?:s|led|ed)|closed|shut|runs?|continues?|remain|stay|open|valid|extended|postponed|suspended)\b"
    r"[^,.;]{0,40} through (?:at least )?\Z"
)
_SENTENCE_HEAD = re.compile(rf"\W*(?:(?:And|But|This|So) )?(?:(?:{_DAYS}) and )?")
_FOLLOWS = re.compile(r"\b(?:follow(?:s|ed|ing)?|since)\s+(?:\w+\s+)?$", re.IGNORECASE)
_FROM = re.compile(r"\W*From\s+")  # "From Monday, prices rise"
_REACH = 220  # characters: bounds the work for each expression
_CLAUSES = frozenset({"that", "whether", "if"})  # on Sunday, confident that he might be there, the police rushed in
_DID = re.compile(r" (?:also |again |formally )?([a-z]+)\b(?! by\b)")
_BOUND = re.compile(r"\b(?:for|until|till|by|before|due|to|and|from) \Z")
_BY_THEN = re.compile(r"\W*By (?:the )?\Z")
_HAD = re.compile(r",? [^.;]{1,80}?\bhad (?:[a-z]+ ){0,2}[a-z]+(?:ed|en|wn)\b")


def sentence_before(text: str, start: int, reach: int = _REACH) -> str:
    """The sentence up to text[start], of at most `reach` characters."""
    left = text[max(0, start - reach) : start]
    return left[max((m.end() for m in _END.finditer(left)), default=0) :]


def direction(text: str, start: int, end: int) -> str | None:
    """Return "past", "future", "since" (past for sure, whatever the verb) or None for the expression at text[start:end]."""
    before = sentence_before(text, start)
    right = text[end : end + _REACH]
    stop = _END.search(right)
    after = right[: stop.start()] if stop else right
    possessive = right[:2] in ("'s", "’s") and not before.lower().endswith("ahead of ")
    if _SINCE.search(before):
        return "since"
    if _HAD_BEEN.search(before) or _FOLLOWS.search(before):
        return "past"
    did = _DID.match(after)  # the ministry on Saturday called it hasty
    if did and before.strip() and is_past(did[1]) and did[1] not in words("unsure_past") and not _BOUND.search(before):
        return "past"
    if _BY_THEN.fullmatch(before) and _HAD.match(after):
        return "past"  # By early April, prices had doubled
    done = _HAD_BY.search(before)
    if (done and is_past(done[1]) and done[1] not in words("speech")) or _UNDER.search(before) or _RECORDED.search(before):
        return "past"
    if text[start:end].isalpha() and _CONTRACT.match(after):
        return "future"
    if _is_counted(text[start:end], before, after):
        return "past"
    if _ITS_EVENT.match(after) and _ATTRIBUTED.search(before):
        return None  # on the sidelines of the January 4-6 summit: the nearer one
    if _ITS_DAY.match(right) or (_IS_THE_DAY.match(after) and _SENTENCE_HEAD.fullmatch(before)) or (_DECLARED.search(before) and _A_DAY.match(after)):
        return "future"
    if _THROUGH.search(before):
        return "future"
    if _LASTED.search(before):
        return "past"
    if (_UNTIL.search(before) and not possessive) or _AHEAD_OF.search(before) or _IS_ON.search(before):
        return "future"
    a_day, planned = _WEEKDAY.fullmatch(text, start, end), _PLANNED.search(before)
    planned = planned if a_day or (planned and not any(map(is_past, tokens_of(before[: planned.start()])))) else None
    if not possessive and ((a_day and _FOR.search(before)) or planned or (_SET.search(before) and after.startswith(" for "))):
        return "future"
    if not possessive and _SET_FOR.search(before):
        return "future"
    if after.startswith(" as the ") and "deadline" in after[:30]:
        return "future"
    tokens = tokens_of(before)
    for i in range(len(tokens) - 1, max(-1, len(tokens) - 26), -1):
        cue = cue_of(tokens, i)
        if cue:
            return cue
        if tokens[i] in words("timeless"):
            break  # said the dates include July 1: whoever says it, the nearer one
    if _TO_DO.match(before):
        return "future"
    tokens = tokens_of(after)[:14]
    for i in range(len(tokens)):
        cue = cue_of(tokens, i)
        if cue and not (tokens[i] in MODALS and not _CLAUSES.isdisjoint(tokens[:i])):
            return cue
    return "future" if _FROM.fullmatch(before) else None


def _is_counted(said: str, before: str, after: str) -> bool:
    """A time whose figures are known, whatever is expected of the next: "after October's 1.4 percent"."""
    statistic = said.isalpha() and (_STATISTIC.match(after) or (_FIGURES_FOR.search(before) and not _WEEKDAY.fullmatch(said)))
    return bool(statistic or _COMPARED.search(before) or (_COMPARED_WITH.search(before) and _ITS_FIGURE.match(after)))
