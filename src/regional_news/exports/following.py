"""How to follow a feed's address in the programs that people have: the same words wherever told."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Way:
    """A program, what to do in it one after the other, and what else to know."""

    program: str
    steps: tuple[str, ...]
    note: str


WAYS = (
    Way(
        "Outlook, the classic one for Windows",
        (
            "Copy the address.",
            "Among the folders, right-click “RSS Subscriptions”; choose “Add a New RSS Feed”.",
            "Paste the address, choose Add, then Yes: new briefs come into a folder of their own.",
        ),
        "The new Outlook and Outlook on the web read no feeds: take Teams or a feed reader. Where "
        "there is no such folder, your organisation may have switched it off.",
    ),
    Way(
        "Teams",
        (
            "Copy the address.",
            "Beside the channel’s name choose “…”, then Workflows, and create a flow.",
            "What starts it: RSS, “When a feed item is published”. Paste the address there.",
            "What follows: Microsoft Teams, “Post message in a chat or channel”, to your channel.",
            "Put the feed’s title and link into the message, and save.",
        ),
        "It looks about every half an hour, and passes over briefs that are dated before those it "
        "has seen. Your organisation decides what Workflows may do; the older RSS connector was "
        "taken out of service.",
    ),
    Way(
        "A feed reader",
        ("Copy the address.", "In the reader choose to add or subscribe, and paste it."),
        "Any reader will do that knows RSS or Atom.",
    ),
)
"""The ways, those that most members have first."""
