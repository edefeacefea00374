"""Who holds and who held which handle, learnt from one archive; puts re-used handles right (relationships §2, archive-format §6.5, §10.1)."""

from dataclasses import dataclass, field

from analyzer.archive.snowflake import account_created
from analyzer.people.nearest import Nearest, Span

Key = int | str
"""An account id, or ``"@handle"`` (lower case) where no id is known."""


SNAPSHOT = frozenset({"mention", "in_reply_to", "retweet", "moment"})
"""Sources that the exporter resolved on the archive's date."""


@dataclass(slots=True)
class _Use:
    """How often and between which times a handle was written in a reply to one account."""

    first: int
    last: int
    count: int = 1


@dataclass(slots=True)
class HandleBook:
    """Present handles and names by id, and the handles ego really wrote when answering each id.

    Present handles come from sources that the exporter resolved when it made the archive (a snapshot: one id, one handle). What ego
    *meant* by a handle at some time comes from replies: the first leading handle of the text belongs to ``in_reply_to_user_id``.
    """

    handles: dict[int, str] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)
    holders: dict[str, int] = field(default_factory=dict)
    uses: dict[str, dict[int, _Use]] = field(default_factory=dict)
    former: dict[int, dict[str, int]] = field(default_factory=dict)
    as_of: int | None = None
    _nearest: dict[str, Nearest] = field(default_factory=dict)

    def see(self, account_id: int, handle: str, name: str | None, source: str) -> None:
        """Note that the account holds ``handle`` at the archive's date; the first source wins, a later one may add the name.

        The newest archive is read first, so another handle in an older one is a former handle (``as_of`` is that archive's date).
        """
        present = self.handles.get(account_id)
        if present is None:
            self.handles[account_id] = handle
            self.holders.setdefault(handle.lower(), account_id)
        elif present.lower() != handle.lower() and self.as_of is not None and source in SNAPSHOT:
            self.former.setdefault(account_id, {}).setdefault(handle.lower(), self.as_of)
        if name and account_id not in self.names:
            self.names[account_id] = name

    def bind(self, handle: str, account_id: int, at: int, until: int | None = None, times: int = 1) -> None:
        """Note that ego wrote ``handle`` (lower case) for this account at ``at``, or so many ``times`` from then until ``until``.

        Keeps it as a former handle if the account has another now.
        """
        last = at if until is None else until
        by_account = self.uses.get(handle)
        if by_account is None:
            by_account = self.uses[handle] = {}
        if self._nearest:
            self._nearest.pop(handle, None)
        use = by_account.get(account_id)
        if use is None:
            by_account[account_id] = _Use(at, last, times)
        else:
            use.count += times
            use.first, use.last = min(use.first, at), max(use.last, last)
        present = self.handles.get(account_id)
        if present is None or present.lower() != handle:
            seen = self.former.setdefault(account_id, {})
            seen[handle] = max(seen.get(handle, last), last)

    def resolve(self, handle: str, at: int, entity: int | None) -> Key:
        """Whom ego meant by ``handle`` (lower case) at ``at``, given the mention entity's id (None where there is no entity).

        Replies decide (the nearest in time where one handle served several accounts); then the entity or the present holder, unless
        that account did not exist yet, which proves that somebody else held the handle: then the key is ``"@handle"``.
        """
        by_account = self.uses.get(handle)
        if by_account:
            if len(by_account) == 1:
                return next(iter(by_account))
            nearest = self._nearest.get(handle)
            if nearest is None:
                nearest = self._nearest[handle] = Nearest(Span(use.first, use.last, use.count, key) for key, use in by_account.items())
            return nearest.at(at)
        account = entity if entity and entity > 0 else self.holders.get(handle)
        if account is None:
            return f"@{handle}"
        born = account_created(account)
        if born is not None and born > at:
            return f"@{handle}"
        return account

    def meant_by_handle(self) -> dict[str, Key]:
        """Whom each handle that ego answered belongs to, where it served one account only."""
        return {handle: next(iter(uses)) for handle, uses in self.uses.items() if len(uses) == 1}

    def former_handles(self, account_id: int) -> tuple[str, ...]:
        """Handles this account held before, last used first."""
        seen = self.former.get(account_id, {})
        present = self.handles.get(account_id, "").lower()
        return tuple(handle for handle, _ in sorted(seen.items(), key=lambda item: (-item[1], item[0])) if handle != present)
