"""Messages: who and when, one to one and in groups; greetings of companies, notes to oneself and spam groups give nothing."""

from analyzer.archive.records import Conversation, EncryptedEvent, MessageEvent
from analyzer.evidence.acts import Direction, Kind
from analyzer.evidence.messages import CROWD, MessageLog
from analyzer.evidence.together import Together
from analyzer.people.tally import Tallies
from tests.analyzer.make import BEA, EGO, EVA, KIM, ms

AT = ms("2022-03-05 12:00")


def message(number: int, sender: int, kind: str = "messageCreate") -> MessageEvent:
    return MessageEvent(kind, number, sender, None, AT + number * 1000)


def test_messages_count_once_even_when_a_long_conversation_comes_in_pieces() -> None:
    log, tallies = MessageLog(), Tallies()
    pieces = [Conversation(f"{EGO}-{BEA}", [message(1, EGO), message(2, BEA)]), Conversation(f"{EGO}-{BEA}", [message(2, BEA), message(3, BEA)])]
    log.read_direct(pieces, EGO, tallies)
    assert (len(log.conversations), log.sent, log.received) == (1, 1, 2)
    assert (tallies[BEA].dm_sent, tallies[BEA].dm_received) == (1, 2)
    assert [act.direction for act in tallies[BEA].acts] == [Direction.OUT, Direction.IN, Direction.IN]


def test_welcome_messages_and_notes_to_oneself_are_no_contact() -> None:
    log, tallies = MessageLog(), Tallies()
    welcome = Conversation(f"{EGO}-{BEA}", [message(1, BEA, "welcomeMessageCreate")])
    log.read_direct([welcome, Conversation(f"{EGO}-{EGO}", [message(2, EGO)])], EGO, tallies)
    assert log.received == 0 and dict(tallies) == {}


def group(*events: MessageEvent) -> tuple[MessageLog, Tallies, Together]:
    log, tallies, together = MessageLog(), Tallies(), Together()
    log.read_groups([Conversation("77", list(events))])
    log.finish_groups(EGO, tallies, together)
    return log, tallies, together


def test_a_group_counts_only_for_members_present_and_only_where_ego_wrote() -> None:
    join = MessageEvent("joinConversation", at=AT - 1, initiator=BEA, users=[EGO, BEA, KIM])
    leave = MessageEvent("participantsLeave", at=AT + 1500, users=[KIM])
    late = MessageEvent("participantsJoin", at=AT + 2500, users=[EVA])
    log, tallies, together = group(message(3, EGO), late, leave, message(1, EGO), join, message(2, BEA))
    assert (log.group_sent, log.group_received) == (2, 1)
    assert tallies[BEA].group_messages == 1
    out = {person: [act.weight for act in tallies[person].acts if act.direction is Direction.OUT] for person in (BEA, KIM, EVA)}
    assert out == {BEA: [0.5, 0.5], KIM: [0.5], EVA: [0.5]}
    assert all(act.kind is Kind.GROUP_DM for act in tallies[KIM].acts)
    assert ("group_dm", BEA, KIM) in together.pairs


def test_a_group_where_ego_is_silent_leaves_a_trace_and_no_evidence() -> None:
    log, tallies, together = group(message(1, BEA), message(2, KIM))
    assert log.group_received == 2 and tallies[BEA].group_messages == 0
    assert tallies[BEA].group_shared and tallies[BEA].acts == [] and together.pairs == {}


def test_in_a_crowd_ego_speaks_to_nobody_in_particular() -> None:
    for members, out in ((CROWD, CROWD), (CROWD + 1, 0)):
        crowd = MessageEvent("joinConversation", at=ms("2020-01-01"), users=list(range(BEA, BEA + members)))
        log, tallies, _ = group(crowd, message(1, EGO), message(2, BEA))
        assert (log.group_sent, log.group_received, tallies[BEA].group_messages, tallies[KIM].group_shared) == (1, 1, 1, True)
        acts = [act for tally in tallies.values() for act in tally.acts]
        assert sum(act.direction is Direction.OUT for act in acts) == out
        assert [act.weight for act in acts if act.direction is Direction.IN] == [1 / members]


def test_a_spam_group_makes_nobody_a_person() -> None:
    users = [EGO, *range(9000000100, 9000000140)]
    _, tallies, _ = group(MessageEvent("joinConversation", at=AT, users=users), message(1, 9000000100))
    assert dict(tallies) == {}


def test_encrypted_messages_count_by_who_and_when_and_not_twice() -> None:
    log, tallies = MessageLog(), Tallies()
    log.read_direct([Conversation(f"{EGO}-{BEA}", [message(1, BEA)])], EGO, tallies)
    kind, room = "messageCreateEvent", f"{EGO}:{BEA}"
    log.read_encrypted(
        [
            EncryptedEvent(901, BEA, room, AT + 1500, kind),
            EncryptedEvent(902, BEA, room, AT + 9000, kind),
            EncryptedEvent(903, EGO, room, AT + 9500, kind),
            EncryptedEvent(904, BEA, room, AT + 9900, "markConversationReadEvent"),
        ],
        EGO,
        tallies,
    )
    assert (len(log.conversations), log.sent, log.received) == (1, 1, 2)
    assert (tallies[BEA].dm_sent, tallies[BEA].dm_received) == (1, 2)
