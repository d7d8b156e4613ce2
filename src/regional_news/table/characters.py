"""Characters that a program read in a wrong encoding, put right: ``â€™`` is ``’`` again."""

import ftfy


def right_characters(text: str) -> str:
    """Return a text as it was before a program read it in a wrong encoding.

    >>> right_characters("the cityâ€™s own")
    "the city’s own"
    """
    return text if text.isascii() else ftfy.fix_encoding(text)  # most are, and it takes its time
