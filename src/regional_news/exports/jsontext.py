"""JSON written a column at a time: Arrow arrays of JSON text, one element a row.

Python's encoder visits every value of every row; here each step is one pass over a whole column.
"""

import json
from collections.abc import Iterable, Mapping
from typing import TypeAlias

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from regional_news.table.repeated import TEXT

_QUOTE, _BACKSLASH, _SPACE = b'"\\ '
_CONTROLS = {chr(code): json.dumps(chr(code))[1:-1] for code in range(_SPACE)}

Piece: TypeAlias = "str | pa.Array"


def escaped(texts: pa.Array) -> pa.Array:
    """Return each text as it stands between the quotes of a JSON string."""
    data = np.frombuffer(texts.buffers()[2] or b"", dtype=np.uint8)  # all texts, end to end
    if (data == _BACKSLASH).any():
        texts = pc.replace_substring(texts, "\\", "\\\\")
    if (data == _QUOTE).any():
        texts = pc.replace_substring(texts, '"', '\\"')
    if (data < _SPACE).any():
        for control, escape in _CONTROLS.items():
            texts = pc.replace_substring(texts, control, escape)
    return texts


def strings(texts: Mapping[str, pa.Array]) -> list[Piece]:
    """Return members of an object, all of them strings, as pieces to join."""
    pieces: list[Piece] = []
    for name, column in texts.items():
        comma = "," if pieces else ""
        pieces += [f'{comma}{json.dumps(name)}:"', escaped(column), '"']
    return pieces


def joined(pieces: Iterable[Piece]) -> pa.Array:
    """Return the pieces of each row as one text; a plain piece is the same in every row."""
    merged: list[Piece] = []
    for piece in pieces:
        if merged and isinstance(piece, str) and isinstance(merged[-1], str):
            merged[-1] += piece
        else:
            merged.append(piece)
    columns = [pa.scalar(piece, TEXT) if isinstance(piece, str) else piece for piece in merged]
    return pc.binary_join_element_wise(*columns, pa.scalar("", TEXT))


def listed(rows: pa.Array) -> bytes:
    """Return the rows in UTF-8, separated by commas and line ends."""
    whole = pa.ListArray.from_arrays(pa.array([0, len(rows)], pa.int32()), rows)
    text: bytes = pc.binary_join(whole, pa.scalar(",\n", TEXT))[0].as_buffer().to_pybytes()
    return text
