"""Past or future, from the verb that governs an expression: no parser, the nearest cue in the sentence decides."""

from __future__ import annotations

import re

from extractor.resources import any_of, compiled, toml, words

_WORD = compiled(r"[A-Za-z][\w-]*|['’][a-z]+")
_ABBREVIATED = "".join(rf"(?<!\b{re.escape(a)})" for a in words("abbreviations"))
_BREAK = re.compile(rf"{_ABBREVIATED}(?<![ .][A-Z])[.!?;](?=\s)|\n")
_DAYS = toml("timex")["macros"]["WEEKDAY"]
_SINCE = re.compile(r"\b[Ss]ince (?:(?:early|late|mid) )?\Z")
_UNTIL = re.compile(
    r"\b(?:(?:until|till|by|(?<!day )(?<!days )(?<!night )(?<!week )(?<!weeks )(?<!month )(?<!months )before|ahead of|"
    r"starting|beginning|(?:extended|postponed|delayed|moved|rescheduled|put off|adjourned) (?:to|until|till))\s+"
    r"(?:(?:the|an?|at|least|around|about|as|early|late|later|mid|midday|noon|midnight|morning|evening|night|close|start|end|of|on|business|next|this|\d\S*|[ap]\.?m\.?)\s+){0,6}"
    r"|(?:due|payable|effective)\s+(?:\w+\s+){0,2})$",  # not "killed by gunmen on"
    re.I,
)
_ATTRIBUTIVE = frozenset({"a", "an", "the", "its", "his", "her", "their", "still", "this", "that", "another", "further", "any", "rate"})
_LASTED = re.compile(
    r"\b(?:lasted|continued|went on|stayed|waited|remained|ran|raged|worked|slept|held out|dragged on) (?:[a-z]+ ){0,3}(?:until|till) [^,;]{0,40}\Z"
)
_HAD_BEEN = re.compile(r"\b(?:had been|previously|originally) (?:been )?(?:due|scheduled|set|expected|planned)\b[^,]{0,60}$", re.IGNORECASE)
_HAD_BY = re.compile(  # had filed reports by Wednesday
    r"\bhad (?:(?:all|already|also|not|only|still|long|since) )?(?:been )?([a-z]+) (?!to\b)(?:(?! to |[,;]).){0,60}?\bby \Z"
)
_RECORDED = re.compile(
    r"\b(?:minutes|records?|transcripts?|report|results|figures|data|findings) (?:of|from|for) (?:the|its|their) \Z"
)  # will release minutes of its May meeting
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
_ITS_EVENT = re.compile(r"(?:[-–]\d{1,2}| to \d{1,2})?,? (?:[\w-]+ )?(?:summit|elections?|vote|polls?|referendum|run-?off|ballot|deadline|inauguration)\b")
_ATTRIBUTED = re.compile(r"(?:\b(?:an?|the|its|their|this)|['’]s) \Z")
_THROUGH = re.compile(
    r"(?<!day )(?<!\d )\b(?:cancel(?:s|led|ed)|closed|shut|runs?|continues?|remain|stay|open|valid|extended|postponed|suspended)\b"
    r"[^,.;]{0,40} through (?:at least )?\Z"
)
_SENTENCE_HEAD = re.compile(rf"\W*(?:(?:And|But|This|So) )?(?:(?:{_DAYS}) and )?")
_FOLLOWS = re.compile(r"\b(?:follow(?:s|ed|ing)?|since)\s+(?:\w+\s+)?$", re.IGNORECASE)
_FROM = re.compile(r"\W*From\s+")  # "From Monday, prices rise"
_PLURAL = re.compile(r"[a-z-]{3,30}(?<![sui'])s")
_REACH = 220  # characters: bounds the work for each expression
_MODALS = frozenset({"might", "may", "could", "would"})
_SURMISES = _MODALS | {"must", "should"}
_BEFORE_INFINITIVE = _MODALS | {"to", "will", "'ll", "shall", "should", "must", "can"}
_THEY = frozenset({"who", "they", "we", "which"})
_CLAUSES = frozenset({"that", "whether", "if"})  # on Sunday, confident that he might be there, the police rushed in
_ADVERBS = frozenset({"now", "also", "then", "first", "only", "still", "never", "always", "just", "soon", "later", "again"})
_LOOKS_BACK = frozenset({"after", "since", "following", "over", "about", "from"})  # urged him to resign after Monday's vote
_NOT_PRESENT = _BEFORE_INFINITIVE | {"did", "not", "n't", "t", "let", "make", "made", "help", "helped"}
_NOT_VERBS = frozenset(
    {
        "united",
        "hundred",
        "red",
        "armed",
        "embed",
        "speed",
        "need",
        "succeed",
        "proceed",
        "exceed",
        "feed",
        "breed",
        "bleed",
        "heed",
        "seed",
        "shed",
        "creed",
        "indeed",
        "unprecedented",
    }
)


_DID = re.compile(r" (?:also |again |formally )?([a-z]+)\b(?! by\b)")
_BOUND = re.compile(r"\b(?:for|until|till|by|before|due|to|and|from) \Z")
_BY_THEN = re.compile(r"\W*By (?:the )?\Z")
_HAD = re.compile(r",? [^.;]{1,80}?\bhad (?:[a-z]+ ){0,2}[a-z]+(?:ed|en|wn)\b")


def direction(text: str, start: int, end: int) -> str | None:
    """Return "past", "future", "since" (past for sure, whatever the verb) or None for the expression at text[start:end]."""
    left = text[max(0, start - _REACH) : start]
    cut = max((m.end() for m in _BREAK.finditer(left)), default=0)
    before = left[cut:]
    right = text[end : end + _REACH]
    stop = _BREAK.search(right)
    after = right[: stop.start()] if stop else right
    possessive = right[:2] in ("'s", "’s") and not before.lower().endswith("ahead of ")
    if _SINCE.search(before):
        return "since"
    if _HAD_BEEN.search(before) or _FOLLOWS.search(before):
        return "past"
    did = _DID.match(after)  # the ministry on Saturday called it hasty
    if did and before.strip() and _is_past(did[1]) and did[1] not in words("unsure_past") and not _BOUND.search(before):
        return "past"
    if _BY_THEN.fullmatch(before) and _HAD.match(after):
        return "past"  # By early April, prices had doubled
    done = _HAD_BY.search(before)
    if (done and _is_past(done[1]) and done[1] not in words("speech")) or _UNDER.search(before) or _RECORDED.search(before):
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
    planned = planned if a_day or (planned and not any(map(_is_past, _tokens(before[: planned.start()])))) else None
    if not possessive and ((a_day and _FOR.search(before)) or planned or (_SET.search(before) and after.startswith(" for "))):
        return "future"
    if not possessive and _SET_FOR.search(before):
        return "future"
    if after.startswith(" as the ") and "deadline" in after[:30]:
        return "future"
    tokens = _tokens(before)
    for i in range(len(tokens) - 1, max(-1, len(tokens) - 26), -1):
        cue = _cue(tokens, i)
        if cue:
            return cue
        if tokens[i] in words("timeless"):
            break  # said the dates include July 1: whoever says it, the nearer one
    if _TO_DO.match(before):
        return "future"
    tokens = _tokens(after)[:14]
    for i in range(len(tokens)):
        cue = _cue(tokens, i)
        if cue and not (tokens[i] in _MODALS and not _CLAUSES.isdisjoint(tokens[:i])):
            return cue
    return "future" if _FROM.fullmatch(before) else None


def _is_counted(said: str, before: str, after: str) -> bool:
    """A time whose figures are known, whatever is expected of the next: "after October's 1.4 percent"."""
    statistic = said.isalpha() and _STATISTIC.match(after)
    return bool(statistic or _COMPARED.search(before) or (_COMPARED_WITH.search(before) and _ITS_FIGURE.match(after)))


def _tokens(text: str) -> list[str]:
    return ["" if w in ("May", "Will", "WILL", "Fed", "Met") else w.lower().replace("’", "'") for w in _WORD.findall(text)]  # months and names, not the verbs


def _is_past(w: str) -> bool:
    return w in words("past_verbs") or (len(w) > 3 and w.endswith("ed") and w not in _NOT_VERBS)


def _is_noun(tokens: list[str], i: int) -> bool:
    """A form like "plans" or "votes" that no subject precedes: "cast their votes", "unveiled rail plans", not "said the group plans"."""
    if not tokens[i].endswith("s") or i == 0:
        return False
    if tokens[i - 1] in ("'s", "’s"):
        return True  # had summoned Wall Street's heads
    if tokens[i - 1] in words("no_subject") or _is_past(tokens[i - 1]):
        return True
    return i > 1 and _is_past(tokens[i - 2]) and tokens[i - 2] not in words("speech")


def _is_to_be(tokens: list[str]) -> bool:
    """Something is expected to be done, or will be."""
    at = tokens.index("be") if "be" in tokens else 0
    led = tokens[at - 1] if 0 < at < len(tokens) - 1 and _is_past(tokens[at + 1]) else ""
    return led in ("will", "shall") or (led == "to" and at > 1 and tokens[at - 2] in words("future_infinitive"))


def _are_two(tokens: list[str], i: int) -> bool:
    """Two subjects of a verb at i: "she and Rua meet"."""
    subject = tokens[i - 1]
    return "and" in tokens[max(0, i - 4) : i - 1] and not (subject in _NOT_PRESENT | _ATTRIBUTIVE or subject in words("no_subject") or _is_past(subject))


def _cue(tokens: list[str], i: int) -> str | None:
    w = tokens[i]
    due = i if w == "due" else i - 1
    if due >= 0 and tokens[due : due + 2] == ["due", "to"] and not words("due_to").intersection(tokens[due + 2 : due + 4]):
        return None  # due to losses
    if (w in words("future_verbs") and not _is_noun(tokens, i)) or (w == "forecast" and i and tokens[i - 1] in ("is", "are")):
        return "future"
    if w in words("future_plurals") and i and (_PLURAL.fullmatch(tokens[i - 1]) or tokens[i - 1] in _THEY or _are_two(tokens, i)):
        return "future"  # "polls open Sunday", not "the plan to open"
    if w in words("team_plurals") and i and tokens[i - 1] not in words("no_subject") and tokens[i - 1] not in _NOT_PRESENT:
        return "future"  # City travel to Anfield on Sunday
    if w == "take" and tokens[i + 1 : i + 2] == ["on"] and i and tokens[i - 1] not in words("no_subject") and tokens[i - 1] not in _NOT_PRESENT:
        return "future"  # City take on United
    if w in words("saying") and i and tokens[i - 1] in ("for", "after"):
        return "past"  # "under fire for saying in late June that the age should be raised"
    if w == "steps" and tokens[i + 1 : i + 2] in (["down"], ["aside"]):
        return "future"
    if w == "seen" and tokens[i + 1 : i + 2] and tokens[i + 1].endswith("ing"):
        return "future"  # ECB seen extending its programme
    if w == "to" and tokens[i + 1 : i + 2] == ["have"] and i + 2 < len(tokens) and tokens[-1] != "by":
        return "past"  # is expected to have risen in September
    if w == "to" and i + 1 < len(tokens):
        if i and i + 4 > len(tokens) and tokens[i + 1] in words("beginnings") and (tokens[i - 1] in ("was", "were") or not _is_past(tokens[i - 1])):
            return "future"  # an offer to begin Thursday, were to resume on Friday
        asked = not words("requests").isdisjoint(tokens[max(0, i - 9) : i]) and _LOOKS_BACK.isdisjoint(tokens[i:])
        return "future" if asked or any(t in words("future_infinitive") for t in tokens[max(0, i - 2) : i]) else None
    if _is_past(w):
        led = next((t for t in reversed(tokens[max(0, i - 3) : i]) if t not in _ADVERBS and not t.endswith("ly")), "")
        if not w.endswith("ed") and led in _BEFORE_INFINITIVE:
            return None if led == "to" else "future"  # "to hit late Friday", "will cut on Monday", "must now beat"
        back = tokens[max(0, i - 4) : i]
        if back and back[-1] in _ATTRIBUTIVE and (w.endswith("ed") or w in words("unsure_past")):
            return None  # "a still unspecified date", "another cut"
        if "have" in back and not _SURMISES.isdisjoint(back):
            return "past"  # may have been buried by Friday's landslide
        if back[-3:-1] == ["to", "have"] or back[-2:] == ["to", "have"]:
            before = tokens[max(0, i - 5) : i]
            if tokens[-1] != "by" or words("thought").intersection(before[: before.index("to")][-2:]):
                return "past"  # is thought to have entered in August
        if any(t in ("will", "'ll", "to", "shall", "may", "could", "would") for t in back) and any(t in ("be", "have") for t in back[-2:]):
            return "future"
        if ("and" in back or "or" in back) and _is_to_be(tokens[max(0, i - 9) : i]):
            return "future"  # expected to be finalised and formally adopted
        if i and tokens[i - 1] == "is" and w in ("expected", "scheduled", "set", "planned"):
            return "future"
        return "past"
    return None
