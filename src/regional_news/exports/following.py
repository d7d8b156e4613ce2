"""How to follow a feed's address in the programs that people have: the same words wherever told."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Way:
    """A program, what to do in it one after the other, and what else to know."""

    program: str
    steps: tuple[str, ...]
    note: str


_FLOW = (
    "What starts it: RSS, “When a feed item is published”. Paste the address; as the property that "
    "tells what is new choose UpdatedOn, which differs between briefs of one day."
)
_FETCHED = (
    "Microsoft’s service looks about every half an hour, so this site must be within its reach on "
    "the internet. It compares dates, and passes over briefs that are dated before it began or "
    "before those it has seen. Your organisation decides what flows may do."
)

WAYS = (
    Way(
        "Outlook, the classic one for Windows",
        (
            "Copy the address.",
            "Among the folders, right-click “RSS Feeds” or “RSS Subscriptions”; add a new feed.",
            "Paste the address, choose Add, then Yes: new briefs come into a folder of their own.",
        ),
        "Where there is no such folder, your organisation may have switched it off.",
    ),
    Way(
        "The new Outlook, and Outlook on the web",
        (
            "Neither reads feeds; a flow sends you each new brief as an e-mail. Copy the address.",
            "On make.powerautomate.com choose Create, then Automated cloud flow.",
            _FLOW,
            "What follows: Office 365 Outlook, “Send an email (V2)”, to yourself.",
            "Put the feed’s title into the subject, its summary and link into the body, and save.",
        ),
        _FETCHED,
    ),
    Way(
        "Teams",
        (
            "Copy the address.",
            "Beside the channel’s name choose “…”, then Workflows, and create a flow.",
            _FLOW,
            "What follows: Microsoft Teams, “Post message in a chat or channel”, to your channel.",
            "Put the feed’s title and link into the message, and save.",
        ),
        f"{_FETCHED} The older RSS connector of Teams was taken out of service in 2026.",
    ),
    Way(
        "A feed reader",
        ("Copy the address.", "In the reader choose to add or subscribe, and paste it."),
        "Any reader will do that knows RSS or Atom.",
    ),
)
"""The ways, those that most members have first."""
