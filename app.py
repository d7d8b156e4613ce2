"""The server: the pages, the API, the feed and the map's assets in one process.

``streamlit run app.py`` finds ``app``; so does any ASGI server (``uvicorn app:app``).
"""

from pathlib import Path

import streamlit as st

from regional_news.api import RequestContext, ResponseCache, middleware, routes
from regional_news.ui.session.sign_in import signed_in_claims
from regional_news.ui.start import begin
from regional_news.ui.widgets.failure import say_sorry

base_path = st.get_option("server.baseUrlPath") or ""
context = RequestContext(
    claims=signed_in_claims,
    listens_on=st.get_option("server.address"),
    base_path=base_path,
)
cache = ResponseCache()
app = st.App(
    Path(__file__).parent / "src" / "regional_news" / "ui" / "frame.py",
    routes=routes(cache, base_path),
    middleware=middleware(context, cache),
    lifespan=begin,
    on_script_error=say_sorry,
)
