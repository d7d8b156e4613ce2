"""The short forms in which counties are usually written."""

IN_FULL = {
    "beds": "bedfordshire",
    "berks": "berkshire",
    "bucks": "buckinghamshire",
    "cambs": "cambridgeshire",
    "carms": "carmarthenshire",
    "derbys": "derbyshire",
    "glam": "glamorgan",
    "glos": "gloucestershire",
    "hants": "hampshire",
    "herefs": "herefordshire",
    "herts": "hertfordshire",
    "hunts": "huntingdonshire",
    "lancs": "lancashire",
    "leics": "leicestershire",
    "lincs": "lincolnshire",
    "northants": "northamptonshire",
    "northd": "northumberland",
    "northumb": "northumberland",
    "notts": "nottinghamshire",
    "oxon": "oxfordshire",
    "pembs": "pembrokeshire",
    "salop": "shropshire",
    "shrops": "shropshire",
    "staffs": "staffordshire",
    "warks": "warwickshire",
    "wilts": "wiltshire",
    "worcs": "worcestershire",
    "yorks": "yorkshire",
}
"""Folded short forms and what they stand for."""


def in_short(folded: str) -> tuple[str, ...]:
    """Return the short forms of the counties that stand in a folded name, if any does."""
    words = set(folded.split())
    return tuple(short for short, full in IN_FULL.items() if full in words)
