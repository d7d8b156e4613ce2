"""The briefs of a page as they stand: what each needs, what is in doubt, what becomes of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from regional_news.ingest import Doubt, Entry, IngestReport, Twin
from regional_news.ingest.findings import drafted_headline
from regional_news.ingest.same_issue import SameIssue
from regional_news.model import UNDATED, Brief, Mention, brief_id
from regional_news.ui.editing.readiness import COUNCIL, needs
from regional_news.ui.editing.worksheet import Worksheet

ADD, MEND, LEAVE = "add", "mend", "leave"


@dataclass(frozen=True, slots=True)
class Item:
    """A brief of a page as it stands on the worksheet.

    ``offers`` are councils that it may name as well, ``unsure`` those of them that leave in doubt
    which one it is about. ``other`` is a brief that says nearly the
    same or stands for it in the stored issue; ``is_copy`` tells that it does so word for word,
    ``same_as`` where it stands if that is this page: ``row 7``. ``asked`` tells whether the page
    left anything to a person, who may have settled it since, ``waits`` whether it will have the
    date of the issue, which is still to be written.
    """

    key: str
    entry: Entry
    now: Brief
    becomes: str
    doubts: tuple[Doubt, ...]
    asked: bool
    offers: tuple[Mention, ...] = ()
    unsure: tuple[Mention, ...] = ()
    other: Brief | None = None
    is_copy: bool = False
    same_as: str = ""
    waits: bool = False

    @property
    def is_stored_so(self) -> bool:
        """Whether a brief with this text is stored in another issue, which nothing would mend."""
        return self.is_copy and self.other is not None and self.other.id != self.entry.brief.id

    @property
    def is_copied(self) -> bool:
        """Whether the page has this text twice, or another issue has it."""
        return self.is_stored_so or (self.is_copy and bool(self.same_as))

    @property
    def needed(self) -> tuple[str, ...]:
        """What the brief lacks."""
        return _lacks(self.now, self.waits)

    @property
    def wants_headline(self) -> bool:
        """Whether the page left nothing to a person but to write a headline."""
        lacks = _lacks(self.entry.brief, self.waits)
        return lacks == ("a headline",) and not _asks(self.entry)

    @property
    def wants_council(self) -> bool:
        """Whether the brief lacks a council, and none is offered or in doubt."""
        return COUNCIL in self.needed and not self.doubts and not self.offers

    @property
    def is_wanted(self) -> bool:
        """Whether the brief is to be saved."""
        return self.becomes != LEAVE

    @property
    def is_ready(self) -> bool:
        """Whether nothing is left to a person."""
        return not (self.doubts or self.needed or self.unsure)

    @property
    def mended(self) -> Brief:
        """The stored brief with what this one says in its place; it keeps its id and its issue."""
        assert self.other is not None  # noqa: S101  only what stands for another mends it
        if self.other.id == self.now.id:
            return self.now
        told = self.other
        return replace(
            self.now,
            id=told.id,
            issue=told.issue,
            published=told.published,
            source_title=told.source_title,
            source_url=told.source_url,
        )


@dataclass(frozen=True, slots=True)
class Items:
    """All briefs of a page, those first that nothing stored is like."""

    all: Sequence[Item]

    @property
    def wanted(self) -> list[Item]:
        """Those that are to be saved."""
        return [item for item in self.all if item.is_wanted]

    @property
    def ready(self) -> list[Item]:
        """Those that are to be saved and need nothing more."""
        return [item for item in self.wanted if item.is_ready]

    @property
    def copies(self) -> list[Item]:
        """Those that say the same as another one of the page, and are left out."""
        return [item for item in self.all if item.same_as and not item.is_wanted]

    @property
    def in_need(self) -> list[Item]:
        """Those that are to be saved and need somebody, as they are drawn: questions first."""
        need = [item for item in self.wanted if not item.is_ready]
        return sorted(
            need, key=lambda each: (bool(each.other), not each.asked, each.wants_headline)
        )


def items_of(
    report: IngestReport, sheet: Worksheet, same: SameIssue | None, *, is_dated: bool = True
) -> Items:
    """Return the briefs of a page, but for those that are stored word for word.

    ``is_dated`` says whether the date of the issue is written already.
    """
    alone = (*report.added, *(each.entry for each in report.rejected))
    pairs = same.pairs if same else {}
    items = [_item(entry, sheet, pairs.get(entry.brief.id)) for entry in alone]
    items += [_twin(twin, sheet, not report.outcomes) for twin in report.twins]
    return Items(items if is_dated else [_waiting(item) for item in items])


def _waiting(item: Item) -> Item:
    """Return an item that has no date as one that waits for the issue's."""
    brief = item.entry.brief
    waits = brief.published == UNDATED and not item.entry.date
    asked = bool(_lacks(brief, waits)) or _asks(item.entry)
    return replace(item, waits=waits, asked=asked)


def _lacks(brief: Brief, waits: bool) -> tuple[str, ...]:  # noqa: FBT001  of two kinds
    """Return what a brief lacks, but for a date that it waits for."""
    return tuple(each for each in needs(brief) if not (waits and each == "a date"))


def _twin(twin: Twin, sheet: Worksheet, in_rows: bool) -> Item:  # noqa: FBT001  of two kinds
    item = _item(twin.entry, sheet, twin.other, f" {twin.entry.number}" if twin.number else "")
    place = f"row {twin.number}" if in_rows else "another brief of this page"
    return replace(item, is_copy=twin.is_copy, same_as=place if twin.number else "")


def _item(entry: Entry, sheet: Worksheet, stands_for: Brief | None, of_several: str = "") -> Item:
    brief = entry.brief
    # The same under another name of the issue; of several with one text, each has its own. A row
    # is itself whatever its columns hold.
    told = ("", f"row {entry.number}") if sheet.grid else (brief.region, brief.summary + of_several)
    key = brief_id("", *told)
    becomes = sheet.chosen.get(key, LEAVE if stands_for else ADD)
    if (
        stands_for
        and becomes != ADD
        and brief.headline == drafted_headline(brief.summary, entry.findings)
    ):
        # A page without a headline says nothing against the one that is stored.
        brief = replace(brief, headline=stands_for.headline or brief.headline)
        entry = replace(entry, brief=brief)
    now = sheet.edited(brief, key)
    offers = tuple(
        mention
        for mention in entry.findings.suggested
        if offer_key(key, mention) not in sheet.settled
        and not {each.id for each in mention.candidates} & {*now.councils, *now.also_mentions}
    )
    return Item(
        key=key,
        entry=entry,
        now=now,
        becomes=becomes,
        doubts=tuple(
            doubt
            for doubt in entry.doubts
            if _is_question(doubt)
            and doubt.concerns(now)
            and doubt_key(key, doubt) not in sheet.settled
        ),
        offers=offers,
        unsure=tuple(each for each in entry.findings.ahead_of(now.councils) if each in offers),
        asked=bool(needs(brief)) or _asks(entry),
        other=stands_for,
    )


def doubt_key(key: str, doubt: Doubt) -> str:
    """Return by what the worksheet knows the answer to a doubt about a brief."""
    return f"{key} {doubt}"


def offer_key(key: str, mention: Mention) -> str:
    """Return by what the worksheet knows that an offer for a brief was answered."""
    return f"{key} offer {' '.join(each.id for each in mention.candidates)}"


def _asks(entry: Entry) -> bool:
    """Return whether a brief as it was read leaves a question to a person."""
    return any(map(_is_question, entry.doubts)) or bool(entry.unsure)


def _is_question(doubt: Doubt) -> bool:
    """Return whether a doubt is one that ``needs`` does not tell of."""
    return bool(doubt.words or doubt.region)
