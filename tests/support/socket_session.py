"""A reader without a browser: opens a page over its socket as one does, for tests and for load."""

import json
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.cookies import SimpleCookie
from types import TracebackType
from typing import Any, Self
from urllib.request import Request, urlopen

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

XSRF = "_streamlit_xsrf"
PATIENCE = 100
"""Seconds to wait for a message on a busy machine."""


NOTE = "Until then you see the last data that could be read."


class PageFailed(RuntimeError):
    """A page came with an error instead of what it should show; the message is the error's."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What one run of a page drew."""

    elements: tuple[Element, ...]

    def component(self, name: str) -> Any:
        """Return the data that the page gave to one of the app's own components."""
        for each in self._of("bidi_component"):
            if each.component_name == f"regional-news.{name}":
                return json.loads(each.json)
        raise LookupError(f"the page has no {name}")

    def widget(self, kind: str, label: str) -> str:
        """Return the id of a widget: ``text_input``, ``text_area`` or ``button``."""
        for each in self._of(kind):
            if each.label == label:
                return str(each.id)
        raise LookupError(f"the page has no {kind} “{label}”; it says {self.alerts}")

    def file(self, label: str) -> str:
        """Return the id of the file behind a download button."""
        for each in self._of("download_button"):
            if each.label == label:
                return str(each.deferred_file_id)
        raise LookupError(f"the page offers no file “{label}”")

    @property
    def alerts(self) -> list[str]:
        """What the page says in coloured boxes."""
        return [each.body for each in self._of("alert")]

    def _of(self, kind: str) -> Iterator[Any]:
        for element in self.elements:
            if element.WhichOneof("type") == kind:
                yield getattr(element, kind)


def signed_in(address: str, email: str, secret: str) -> dict[str, str]:
    """Return the cookie of somebody whom the provider confirmed to an app with this secret."""
    now = int(datetime.now(UTC).timestamp())
    claims = {"sub": email, "email": email, "email_verified": True, "is_logged_in": True}
    claims |= {"iat": now, "origin": address}
    value = create_signed_value(secret, USER_COOKIE_NAME, json.dumps(claims))
    return {USER_COOKIE_NAME: value.decode()}


@dataclass
class SocketSession:
    """One session of the app at ``address``; ``cookies`` are kept over a reconnection."""

    address: str
    cookies: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._states: dict[str, WidgetState] = {}
        self._known: dict[str, ForwardMsg] = {}
        self._id = ""
        self._open = ExitStack()
        self._socket = self._connect()

    def __enter__(self) -> Self:
        """Return the session, to be closed at the end."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        """Leave the page."""
        self.close()

    def close(self) -> None:
        """Leave the page."""
        self._open.close()

    def run(
        self,
        page: str = "",
        query: str = "",
        *,
        values: Mapping[str, str] | None = None,
        click: str = "",
    ) -> Drawn:
        """Run a page with texts typed into widgets and perhaps a button clicked, by their ids.

        Raises PageFailed for an error on the page, ConnectionClosed where the server went away.
        """
        for widget, value in (values or {}).items():
            self._states[widget] = WidgetState(id=widget, string_value=value)
        ask = BackMsg()
        ask.rerun_script.page_name = page
        ask.rerun_script.query_string = query
        clicked = [WidgetState(id=click, trigger_value=True)] if click else []
        ask.rerun_script.widget_states.widgets.extend([*self._states.values(), *clicked])
        self._socket.send(ask.SerializeToString())
        return self._drawn()

    def is_noted(self) -> bool:
        """Return whether the reader is told that the data is older than it should be."""
        return any(NOTE in said for said in self.run().alerts)

    def take(self, page: Drawn, label: str) -> bytes:
        """Return the file behind one of a page's download buttons, which is made only then."""
        ask = BackMsg()
        ask.backend_operation_request.request_id = label
        ask.backend_operation_request.session_id = self._id
        ask.backend_operation_request.deferred_file.file_id = page.file(label)
        self._socket.send(ask.SerializeToString())
        while not (told := self._told()).HasField("backend_operation_response"):
            pass
        made = told.backend_operation_response
        if made.error_msg:
            raise PageFailed(made.error_msg)
        where = f"{self.address}{made.deferred_file.url}"
        with urlopen(Request(where, headers=self._cookie_header())) as answer:  # noqa: S310  ours
            return bytes(answer.read())

    def _drawn(self) -> Drawn:
        """Return what a run drew that drew a title; those before it only lead to it."""
        elements: list[Element] = []
        while True:
            told = self._told()
            if told.HasField("new_session"):
                elements, self._id = [], told.new_session.initialize.session_id
            elif told.delta.HasField("new_element"):
                elements.append(told.delta.new_element)
                _refuse_errors(told.delta.new_element)
            elif _is_done(told) and any(_is_title(each) for each in elements):
                return Drawn(tuple(elements))

    def _told(self) -> ForwardMsg:
        """Return the next message; one that the server knows to be here, it only names."""
        told = ForwardMsg()
        told.ParseFromString(self._socket.recv(timeout=PATIENCE, decode=False))
        if told.HasField("ref_hash"):
            return self._known[told.ref_hash]
        if told.hash:
            self._known[told.hash] = told
        return told

    def _connect(self) -> ClientConnection:
        """Return the socket, opened with the token that Streamlit wants from whoever signed in."""
        with urlopen(  # noqa: S310  our own address
            Request(f"{self.address}/_stcore/health", headers=self._cookie_header())  # noqa: S310
        ) as health:
            self._keep(health.headers.get_all("Set-Cookie", []))
        protocols = ["streamlit", self.cookies[XSRF]]
        connection = connect(
            self.address.replace("http", "ws", 1) + "/_stcore/stream",
            origin=Origin(self.address),
            subprotocols=[Subprotocol(each) for each in protocols],
            additional_headers=self._cookie_header(),
            max_size=None,
            open_timeout=PATIENCE,
        )
        socket = self._open.enter_context(connection)
        if socket.response:
            self._keep(socket.response.headers.get_all("Set-Cookie"))
        return socket

    def _cookie_header(self) -> dict[str, str]:
        pairs = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {"Cookie": pairs} if pairs else {}

    def _keep(self, headers: list[str]) -> None:
        for header in headers:
            self.cookies |= {name: each.value for name, each in SimpleCookie(header).items()}


def eventually(is_so: Callable[[], bool]) -> None:
    """Return once something is so; fail where it is not after a time that is long anywhere."""
    until = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < until, f"not after {PATIENCE} seconds"
        time.sleep(0.1)


def _is_title(element: Element) -> bool:
    own = element.bidi_component.component_name == "regional-news.heading"
    return own or element.heading.tag == "h1"


def _is_done(told: ForwardMsg) -> bool:
    # Asked for by name too: what other messages lack reads as success.
    is_end = told.HasField("script_finished")
    return is_end and told.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY


def _refuse_errors(element: Element) -> None:
    if element.HasField("exception"):
        raise PageFailed(element.exception.message)
    if "could not be drawn" in element.alert.body:
        raise PageFailed(element.alert.body)
