"""An OpenDocument text read as a web page: body, tables, text boxes, notes, words of pictures."""

import io
import zipfile
from functools import cache
from pathlib import Path

from lxml import etree

from regional_news.errors import UnreadablePage
from regional_news.reading.archive import check_archive
from regional_news.reading.html import read_html
from regional_news.reading.page import Page

_AS_WEB_PAGE = Path(__file__).with_name("odt.xsl")


def read_odt(data: bytes) -> Page:
    """Return the page in an OpenDocument text; its title is its first heading.

    Raises UnreadablePage where the document is damaged, encrypted or a decompression bomb.
    """
    try:
        check_archive(data, "OpenDocument text")
        markup = str(_stylesheet()(_content(data)))
    except UnreadablePage:
        raise
    except Exception as error:  # whatever the damage suggests
        raise UnreadablePage(
            "This OpenDocument text is damaged or cut off; save it again and upload the new file."
        ) from error
    return read_html(markup)


def _content(data: bytes) -> etree._Element:
    """Return the text and the styles of a document under one root."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    root = etree.Element("document")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in ("content.xml", "styles.xml"):
            root.append(etree.fromstring(archive.read(name), parser))
    return root


@cache
def _stylesheet() -> etree.XSLT:
    return etree.XSLT(etree.parse(_AS_WEB_PAGE), access_control=etree.XSLTAccessControl.DENY_ALL)
