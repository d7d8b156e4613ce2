"""The server: the pages, the API, the feed and the map's assets in one process.

``streamlit run app.py`` finds ``app``; so does any ASGI server (``uvicorn app:app``).
"""

from pathlib import Path

import streamlit as st

from regional_news.api import KeptAnswers, Visitors, middleware, routes
from regional_news.ui.failure import say_sorry
from regional_news.ui.sign_in import signed_in_claims
from regional_news.ui.start import begin

base_path = st.get_option("server.baseUrlPath") or ""
visitors = Visitors(
    claims=signed_in_claims,
    listens_on=st.get_option("server.address"),
    base_path=base_path,
)
kept = KeptAnswers()
app = st.App(
    Path(__file__).parent / "src" / "regional_news" / "ui" / "frame.py",
    routes=routes(kept, base_path),
    middleware=middleware(visitors, kept),
    lifespan=begin,
    on_script_error=say_sorry,
)
