"""One person in the terminal or as JSON (``kithmap-person/1``): the verdict with its facts, the signs with their receipts, the course of the tie."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from analyzer.archive.texts import OwnText, read_texts
from analyzer.console.person_words import change_sentences, count_lines, course_sentences, fact_line, sign_line, strength_lines, terms_of
from analyzer.console.summary import SAMPLE_NOTE, owner_line
from analyzer.evidence.acts import WORDS, Act, Kind
from analyzer.evidence.calendar import Calendar
from analyzer.evidence.lexicons import matched_words
from analyzer.export.analysis_json import fact_object, person_object
from analyzer.export.reasons import reason
from analyzer.export.text import one_line
from analyzer.export.values import created_day, encode, four, moment
from analyzer.export.words import TITLES, VERDICTS, day_words, month_words
from analyzer.facts import Analysis
from analyzer.people.person import SIGN_NAMES, Person
from analyzer.verdict.contradictions import contradictions
from analyzer.verdict.course import course_of
from analyzer.verdict.explain import why, would_change
from analyzer.verdict.policy import Policy
from analyzer.verdict.verdicts import Judgement
from analyzer.workspace.storage import lexicon_folder

FORMAT = "kithmap-person/1"
_SHOWN = 3
_LONGEST = 140


@dataclass(frozen=True, slots=True)
class Receipt:
    """An own record behind a sign: its act, the text where it is a tweet of ego's, and the words in it that speak for the sign."""

    act: Act
    text: str | None
    words: tuple[str, ...]


def receipts_of(analysis: Analysis, person: Person) -> dict[str, list[Receipt]]:
    """The records behind each sign that was seen, newest first, with texts read from the archive; messages are counted and never read."""
    acts = [act for act in analysis.acts.get(person.key, ()) if act.signs]
    paths = list(dict.fromkeys([analysis.archive.path, *(archive.path for archive in analysis.archives)]))
    tweets = {act.id for act in acts if act.kind is not Kind.DM}
    texts: Mapping[int, OwnText] = read_texts(paths, tweets) if tweets else {}
    found: dict[str, list[Receipt]] = {}
    for name in SIGN_NAMES:
        behind = {act.id: act for act in acts if name in act.signs}
        if behind:
            newest = sorted(behind.values(), key=lambda act: (-(act.at or 0), -act.id))
            found[name] = [_receipt(act, texts.get(act.id), name) for act in newest]
    return found


def _receipt(act: Act, read: OwnText | None, sign: str) -> Receipt:
    if act.kind is Kind.DM or read is None:
        return Receipt(act, None, ())
    return Receipt(act, read.text, matched_words(read.text, sign, lexicon_folder()))


def report(analysis: Analysis, place: int, judgement: Judgement, policy: Policy, receipts: Mapping[str, Sequence[Receipt]], *, sample: bool) -> str:
    """The whole text about the person at ``place``."""
    person, coverage = analysis.people[place], analysis.coverage
    course = course_of(person, policy)
    changes = change_sentences(would_change(person, judgement, coverage, policy), coverage)
    verdict = VERDICTS[judgement.verdict]
    says = reason(person, judgement, coverage, with_messages=True, with_blocks=True)
    signs = list(_signs(person, receipts, policy, Calendar(analysis.archive.timezone)))
    blocks = [
        [SAMPLE_NOTE] if sample else [],
        [owner_line(analysis), _who(person), *_followed_since(person)],
        [f"{verdict[:1].upper()}{verdict[1:]}: {TITLES[judgement.listing].lower()}.", says],
        ["Why:", *(f"  {fact_line(fact)}" for fact in why(person, judgement, coverage, policy))],
        ["What stands behind it:", *(f"  {line}" for line in count_lines(person) or ["only the follow itself"])],
        ["The five signs:", *(signs or ["  None of them is seen."])],
        course_sentences(course),
        strength_lines(person, judgement, coverage, policy),
        changes,
        ["The archive holds your side only: where no answer is visible, there may still have been one."],
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _who(person: Person) -> str:
    names = [one_line(person.name)] if person.name else []
    if person.handle:
        names.append(f"@{one_line(person.handle)}")
    if person.account_id is not None:
        names.append(f"id {person.account_id}")
    was = ", ".join(f"@{one_line(handle)}" for handle in person.former_handles)
    return ", ".join(names) + (f", was {was}" if was else "")


def _followed_since(person: Person) -> list[str]:
    """By the order of the follow list, which tells no date but the earliest month."""
    since = created_day(person.followed_since_at_least) if person.followed_by_ego else None
    return [] if since is None else [f"You follow this account since {month_words(date.fromisoformat(since))} at the earliest."]


def _signs(person: Person, receipts: Mapping[str, Sequence[Receipt]], policy: Policy, calendar: Calendar) -> Iterator[str]:
    course = course_of(person, policy)
    for name, behind in receipts.items():
        yield f"  {sign_line(name, getattr(person.signs, name), course)}"
        yield from (f"    {_receipt_line(one, calendar)}" for one in behind[:_SHOWN])
        if len(behind) > _SHOWN:
            yield f"    and {len(behind) - _SHOWN} more records of yours"


def _receipt_line(one: Receipt, calendar: Calendar) -> str:
    at = one.act.at
    when = _moment_words(at, calendar) if at is not None else "no date"
    if one.act.kind is Kind.DM:
        return f"{when}: a message of yours, counted, not read"
    if one.text is None:
        return f"{when}: the archive holds no text of this tweet"
    text = one_line(one.text)
    shown = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    words = f" (found by {', '.join(f'“{one_line(word)}”' for word in dict.fromkeys(one.words))})" if one.words else ""
    return f"{when}: {shown}{words} https://x.com/i/status/{one.act.id}"


def _record(one: Receipt) -> dict[str, object]:
    words = [one_line(word) for word in one.words]
    return {"id": str(one.act.id), "at": moment(one.act.at), "kind": WORDS[one.act.kind], "words": words}


def _moment_words(at: int, calendar: Calendar) -> str:
    hour = calendar.hour(at)
    return f"{day_words(date.fromordinal(calendar.day(at)))}, {int(hour):02}:{int(hour * 60 % 60):02}"


def render(analysis: Analysis, place: int, judgement: Judgement, policy: Policy, receipts: Mapping[str, Sequence[Receipt]]) -> Iterator[bytes]:
    """The same as JSON: the person as in the analysis, and beside it what only this command tells; texts stay out."""
    person = analysis.people[place]
    course = course_of(person, policy)
    yield encode(
        {
            "format": FORMAT,
            "policy": policy.name,
            "account_id": analysis.archive.account_id,
            "generated_at": analysis.archive.generated_at,
            "person": person_object(person, judgement, analysis.coverage, policy),
            "followed_since_at_least": created_day(person.followed_since_at_least) if person.followed_by_ego else None,
            "contradictions": [fact_object(fact) for fact in contradictions(person, analysis.coverage, policy)],
            "signs": {
                name: {
                    "count": getattr(person.signs, name),
                    "last": course.sign_last.get(name),
                    "receipts": [_record(one) for one in receipts.get(name, ())],
                }
                for name in SIGN_NAMES
            },
            "strength": {name: {"value": four(value), "weight": four(weight)} for name, value, weight in terms_of(person, analysis.coverage, policy)},
            "course": {
                "months": course.months,
                "usual_gap": four(course.usual_gap),
                "streak": course.streak,
                "returns": [{"day": one.day, "silence_days": one.silence} for one in course.returns],
                "answer_after_seconds": None if course.answer_after is None else round(course.answer_after / 1000),
                "answer_tier": course.answer_tier.value if course.answer_tier is not None else None,
                "only_you": course.only_ego,
            },
        }
    )
    yield b"\n"
