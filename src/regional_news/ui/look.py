"""What the theme settings cannot say: a little style, and the app's icon."""

from pathlib import Path

# From the folder ``static``, which Streamlit serves to everybody: what it copies among its media
# files is for members where the briefs are.
ICON = "/app/static/icon.png"
LOGO = "/app/static/logo.png"

STYLE = (Path(__file__).parent / "frame.css").read_text(encoding="utf-8")
