"""How the tests of the API speak to it: in process, without a socket."""

import warnings

with warnings.catch_warnings():
    warnings.filterwarnings("ignore", message="Using `httpx`")  # its successor is not needed here
    import starlette.testclient  # noqa: F401  the test modules import the client from here on
