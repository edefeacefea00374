"""Words of the page "How it works" that depend on the archive and the person looked at: figures, facts and what rules need, terms of strength."""

from collections.abc import Sequence
from dataclasses import dataclass

from analyzer.facts import Analysis, Calibration, Coverage
from analyzer.people.everybody import People
from analyzer.people.person import Person
from analyzer.verdict.policy import Policy
from analyzer.verdict.strength import Terms
from analyzer.verdict.verdicts import Fact
from desktop.wording.basics import number, safe, tr
from desktop.wording.health import part_name
from desktop.wording.names import follow_words


@dataclass(frozen=True, slots=True)
class Line:
    """A label with its figure and a note; ``share`` (0–1) where a part of a whole is meant."""

    label: str
    figure: str
    note: str = ""
    share: float | None = None


def percent(share: float) -> str:
    """96 %, which no line breaks."""
    return tr("{n}\u00a0%").format(n=number(round(share * 100)))


def decimal(value: float) -> str:
    """Two places, as a term of tie strength is shown."""
    return f"{value:.2f}"


def archive_lines(analysis: Analysis, policy: Policy, labels_needed: int) -> list[Line]:
    """What this archive shows, and how much of it."""
    coverage, rule = analysis.coverage, policy.numbers_only
    everybody, met = analysis.people, analysis.people.met.values() if isinstance(analysis.people, People) else analysis.people
    turns = [person.incoming for person in met]
    followers = [person for person in met if person.follows_ego]
    followed = [person for person in met if person.followed_by_ego]
    more = (len(everybody.named_only_followers()), everybody.only_followers) if isinstance(everybody, People) else (0, 0)
    mended = tr("They were put right.") if coverage.re_used_handles else ""
    return [
        Line(
            tr("Owner rate"),
            percent(analysis.calibration.owner_rate),
            tr("Estimated share of the tweets you replied to that were addressed to you."),
            analysis.calibration.owner_rate,
        ),
        _labelled(analysis.calibration, labels_needed),
        Line(tr("Certain turns of theirs"), number(sum(turn.certain for turn in turns)), tr("Messages received are among them.")),
        Line(tr("Most likely answers"), number(sum(turn.likely for turn in turns))),
        Line(tr("Possible answers"), number(sum(turn.possible for turn in turns))),
        Line(tr("Followers with a name"), _named(followers, *more)),
        Line(tr("Accounts you follow with a name"), _named(followed)),
        Line(tr("Months with tweets of yours"), number(coverage.months_with_tweets), _asked(rule.months_with_tweets)),
        Line(tr("Acts addressed to people"), number(coverage.directed_acts), _asked(rule.directed_acts)),
        Line(tr("Former handles found"), number(coverage.former_handles_found)),
        Line(tr("Mentions that pointed to a stranger"), number(coverage.re_used_handles), mended),
        Line(tr("Liked tweets written to you by people the file does not name"), number(coverage.liked_to_ego_unnamed)),
        Line(tr("Time zone of your days"), safe(analysis.archive.timezone), _zone_note(analysis.archive.timezone_source)),
        Line(tr("Not read"), _not_read(coverage)),
    ]


def _labelled(calibration: Calibration, needed: int) -> Line:
    figure = tr("{yes} of {checked}").format(yes=number(calibration.yes), checked=number(calibration.checked))
    used = tr("The owner rate is corrected by them.") if calibration.checked >= needed else tr("The owner rate is corrected from {n} on.")
    note = tr("Replies that your likes can check, and how many of them answered somebody who had written to you.")
    return Line(tr("Labelled replies"), figure, note + " " + used.format(n=number(needed)))


def _named(people: Sequence[Person], more_named: int = 0, more: int = 0) -> str:
    named = sum(bool(person.handle or person.name) for person in people) + more_named
    return tr("{named} of {all}").format(named=number(named), all=number(len(people) + more))


def _asked(needed: int) -> str:
    return tr("For numbers only the policy asks for {n} or more.").format(n=number(needed))


def _zone_note(source: str) -> str:
    return {"archive": tr("From the archive."), "user": tr("As you set it.")}.get(source, tr("The archive names none, so UTC is used."))


def _not_read(coverage: Coverage) -> str:
    gone = [part_name(part) for part in coverage.missing_parts]
    if not coverage.tweets_read and "tweets" not in coverage.missing_parts:
        gone.append(tr("Tweets"))
    if not coverage.follows_read and not {"followers", "following"} & set(coverage.missing_parts):
        gone.append(tr("Follow lists"))
    if not coverage.messages_read:
        gone.append(tr("Direct messages (left closed)") if coverage.messages_left_closed else tr("Direct messages"))
    return ", ".join(gone) or tr("Nothing that verdicts rest on")


def fact_line(fact: Fact, person: Person) -> Line:
    """A fact behind a verdict with its value, and what the rule asks for where it asks."""
    label = _fact_labels().get(fact.fact) or fact.fact.replace("_", " ").capitalize()
    figure = follow_words(person).capitalize() if fact.fact == "follow" else _figure(fact.value)
    note = ""
    if isinstance(fact.needed, int | float) and not isinstance(fact.needed, bool):
        pattern = tr("More than {n} would be too long.") if fact.fact == "silence_days" else tr("The rule asks for {n} or more.")
        if fact.fact == "new_follow":
            pattern = tr("Proven to be younger than {n} days.")
        note = pattern.format(n=_figure(fact.needed))
    return Line(label, figure, note)


def _figure(value: int | float | str | bool | None) -> str:
    if value is None or value is True:
        return tr("yes")
    if value is False:
        return tr("no")
    if isinstance(value, int):
        return number(value)
    return f"{value:g}" if isinstance(value, float) else safe(value)


def _fact_labels() -> dict[str, str]:
    return {
        "contact_days": tr("Contact days"),
        "contact_weeks": tr("Weeks with contact"),
        "directed_acts": tr("Your acts addressed to them"),
        "directed_days": tr("Days on which you addressed them"),
        "incoming_certain": tr("Certain turns of theirs"),
        "incoming_likely_days": tr("Days with a most likely or certain answer"),
        "unprompted": tr("Tweets of theirs you answered unasked"),
        "incoming_possible": tr("Possible answers"),
        "sign_kinds": tr("Kinds of the five signs"),
        "sign_days": tr("Days with one of the signs"),
        "conversations": tr("Conversations"),
        "sprints": tr("Word sprints together"),
        "mornings": tr("Good mornings"),
        "hellos": tr("Hellos after a silence"),
        "welcome_answers": tr("Welcomes they answered"),
        "silence_days": tr("Days of silence before your last act"),
        "months_with_tweets": tr("Months with tweets of yours"),
        "ego_directed_acts": tr("Your acts addressed to anybody"),
        "follow": tr("Follow"),
        "blocked": tr("You blocked them"),
        "muted": tr("You muted them"),
        "muted_followed": tr("Muted, and you follow them"),
        "blocked_followed": tr("Blocked, and you follow them"),
        "blocked_talked": tr("Blocked, and you talked: days in contact"),
        "talked_not_followed": tr("Much talked, not followed: days in contact"),
        "ego_never_wrote": tr("You never wrote to them"),
        "no_contact_seen": tr("No contact seen"),
        "answers_not_visible": tr("Days you wrote on, answers not visible"),
        "messages_not_read": tr("Messages were not read"),
        "part_missing": tr("A part is missing"),
        "tweets_deleted_before": tr("Your tweets seem deleted before"),
        "new_follow": tr("A new follow"),
        "ego_rarely_speaks": tr("You rarely speak: months or acts"),
        "one_act": tr("Acts and messages between you"),
        "one_click_only": tr("One-click acts only"),
        "group_only": tr("Messages in a shared group only"),
        "mention_only": tr("Mentions beside others only"),
    }


def term_lines(terms: Terms, shares: Sequence[float]) -> list[Line]:
    """The terms of tie strength, each as value × weight = part."""
    labels = {
        "days": tr("Contact days"),
        "recency": tr("Recency"),
        "reciprocity": tr("Both sides"),
        "multiplexity": tr("Kinds"),
        "duration": tr("Duration"),
    }
    return [
        Line(labels[name], f"{decimal(value)} × {decimal(share)} = {decimal(value * share)}", share=value)
        for (name, value), share in zip(terms._asdict().items(), shares, strict=True)
    ]
