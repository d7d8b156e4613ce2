"""The app's icon and logo."""

# From the folder ``static``, which Streamlit serves to everybody: what it copies among its media
# files is for members where the briefs are.
ICON = "/app/static/icon.png"
LOGO = "/app/static/logo.png"
