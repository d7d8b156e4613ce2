"""The server: the pages, the API, the feed and the map's assets in one process.

``streamlit run app.py`` finds ``app``; so does any ASGI server (``uvicorn app:app``).
"""

import sys
from pathlib import Path

import streamlit as st

from regional_news.api import RequestContext, ResponseCache, Shell, middleware, routes
from regional_news.auth import Rules
from regional_news.settings import make_word, settings
from regional_news.ui.session.routes import paths
from regional_news.ui.session.sign_in import signed_in_claims
from regional_news.ui.start import begin
from regional_news.ui.streamlit_private import get_cookie_secret, get_static_dir
from regional_news.ui.widgets.failure import say_sorry

base_path = st.get_option("server.baseUrlPath") or ""
if word := make_word():  # ``regional-news serve`` has made one and printed a whole link
    sys.stdout.write(f"To add and mend briefs, add this to the app's address: ?word={word}\n")
context = RequestContext(
    claims=signed_in_claims,
    secret=get_cookie_secret,
    listens_on=st.get_option("server.address"),
    base_path=base_path,
)
shell = Shell(
    document=(Path(get_static_dir()) / "index.html").read_text(encoding="utf-8"),
    pages=paths(),
    may_read=lambda request: Rules.of(settings()).may_read(context.person(request)),
)
cache = ResponseCache()
app = st.App(
    Path(__file__).parent / "src" / "regional_news" / "ui" / "frame.py",
    routes=routes(cache, base_path, shell),
    middleware=middleware(context, cache),
    lifespan=begin,
    on_script_error=say_sorry,
)
