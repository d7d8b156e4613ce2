"""What the theme settings cannot say: a little style, and the app's icon."""

from pathlib import Path

ICON = Path(__file__).parent / "icon.png"
LOGO = Path(__file__).parent / "logo.png"

STYLE = (Path(__file__).parent / "frame.css").read_text(encoding="utf-8")
