"""What the app takes from Streamlit beyond what Streamlit promises: looked at before an upgrade.

Modules that are no part of its interface are imported here alone. The style sheets and scripts in
``components`` find Streamlit's own elements by the marks below; tests look for each of them in the
Streamlit that is installed.
"""

from streamlit.auth_util import get_cookie_with_chunks
from streamlit.file_util import get_static_dir
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

__all__ = [
    "STATES",
    "TEST_IDS",
    "USER_COOKIE_NAME",
    "decode_signed_value",
    "get_cookie_secret",
    "get_cookie_with_chunks",
    "get_static_dir",
]

TEST_IDS = (
    "InputInstructions",
    "stAlertDynamicIcon",
    "stAppViewContainer",
    "stBaseButton",
    "stBottomBlockContainer",
    "stCaptionContainer",
    "stHeaderActionElements",
    "stIconMaterial",
    "stLayoutWrapper",
    "stMain",
    "stMarkdownContainer",
    "stSkeleton",
    "stSkipToContent",
    "stTextInputRootElement",
)
"""The values of ``data-testid`` by which elements are found."""

STATES = ("data-test-script-state", "data-test-connection-state")
"""Attributes of the whole app that tell whether a script runs and whether the server is there."""
