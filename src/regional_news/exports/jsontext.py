"""JSON written a column at a time: Arrow arrays of JSON text, one element a row.

Python's encoder visits every value of every row; here each step is one pass over a whole column.
"""

import json
from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from regional_news.exports.columns import TEXT

_CONTROLS = {chr(code): json.dumps(chr(code))[1:-1] for code in range(0x20)}
_QUOTE, _NOTHING = pa.scalar('"', TEXT), pa.scalar("", TEXT)


def strings(texts: pa.Array) -> pa.Array:
    """Return each text as a JSON string."""
    escaped = pc.replace_substring(texts, "\\", "\\\\")
    escaped = pc.replace_substring(escaped, '"', '\\"')
    if pc.any(pc.match_substring_regex(escaped, r"[\x00-\x1f]")).as_py():
        for control, escape in _CONTROLS.items():
            escaped = pc.replace_substring(escaped, control, escape)
    return pc.binary_join_element_wise(_QUOTE, escaped, _QUOTE, _NOTHING)


def members(values: Mapping[str, pa.Array]) -> pa.Array:
    """Return each row's members of an object, without its braces; the values are JSON text."""
    parts: list[pa.Scalar | pa.Array] = []
    for name, column in values.items():
        comma = "," if parts else ""
        parts += [pa.scalar(f"{comma}{json.dumps(name)}:", TEXT), column]
    return pc.binary_join_element_wise(*parts, _NOTHING)


def wrapped(before: str, texts: pa.Array, after: str) -> pa.Array:
    """Return each text between the same two texts."""
    ends = (pa.scalar(before, TEXT), texts, pa.scalar(after, TEXT))
    return pc.binary_join_element_wise(*ends, _NOTHING)


def listed(rows: pa.Array) -> bytes:
    """Return the rows in UTF-8, separated by commas and line ends."""
    whole = pa.ListArray.from_arrays(pa.array([0, len(rows)], pa.int32()), rows)
    joined: bytes = pc.binary_join(whole, pa.scalar(",\n", TEXT))[0].as_buffer().to_pybytes()
    return joined
