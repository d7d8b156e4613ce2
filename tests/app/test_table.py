"""Table: the same rows, to sort and to take away."""

from collections.abc import Callable
from pathlib import Path

from streamlit.dataframe_util import convert_arrow_bytes_to_pandas_df
from tests.app.conftest import Opened

from regional_news.exports import FORMATS
from regional_news.exports.excel import TITLES

Open = Callable[..., Opened]


def test_the_table_has_the_rows_of_the_view(open_page: Open) -> None:
    """A link to the table filters it as it filters the list."""
    page = open_page("table", region="wales")
    rows = page.test.dataframe[0].value
    assert page.title == "Briefs from Wales"
    assert list(rows["Region"]) == ["Wales"] * 3
    assert "Newport City Council" in set(rows["Councils it is about"])


def test_columns_have_the_names_that_they_have_in_excel(open_page: Open) -> None:
    """Who compares the two, or reads a file back, meets one list of names."""
    shown = list(open_page("table").test.dataframe[0].value.columns)
    assert set(shown) <= set(TITLES.values())
    assert shown.index("Issue") < shown.index("Councils it only mentions")


def test_a_long_text_is_cut_with_a_sign(open_page: Open, data: Path) -> None:
    """The row has no room for it; what the table's own button saves is whole."""
    table = data / "regional_news.csv"
    long = "telecare " + "again and again " * 20
    told = table.read_text(encoding="utf-8").replace("telecare ", long)
    table.write_text(told, encoding="utf-8")
    drawn = open_page("table", q="telecare").test.dataframe[0]
    shown = convert_arrow_bytes_to_pandas_df(drawn.proto.arrow_data.styler.display_values)
    whole = next(cell for cell in drawn.value["Text"] if long in cell)
    signed = next(cell for cell in shown["Text"] if cell.endswith("again …"))
    assert whole.startswith(signed.removesuffix(" …"))


def test_downloads_are_offered_for_what_is_shown(open_page: Open) -> None:
    """Every format has its button."""
    labels = [button.label for button in open_page("table").test.get("download_button")]
    files = [each.label for each in FORMATS.values() if each.as_file]
    assert labels == files
    assert {"CSV", "Excel", "Briefing to print"} <= set(labels)


def test_an_empty_table_says_so(open_page: Open) -> None:
    """No rows: a sentence instead of an empty grid."""
    page = open_page("table", q="no such word")
    assert "No briefs with “no such word”." in page.words
    assert not page.test.dataframe


def test_the_brief_of_a_ticked_row_stands_in_full(open_page: Open) -> None:
    """Readers, too, choose a row to read what the table has no room for."""
    page = open_page("table", region="wales")
    assert "To read a brief in full" in page.words
    first = page.test.dataframe[0].value.iloc[0]
    page.test.session_state["table of briefs"] = {"selection": {"rows": [0], "columns": []}}
    page.test.run()
    assert not page.test.exception
    assert f"**{first['Headline']}**" in page.words
    assert "with Caerphilly County Borough Council in the lead." in page.words


def test_it_says_that_files_are_not_sorted_with_the_table(open_page: Open) -> None:
    """A sort on the screen is the screen's alone."""
    assert "sorting the table does not change them" in open_page("table").words
