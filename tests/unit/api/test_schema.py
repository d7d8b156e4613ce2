"""The OpenAPI document says what the API does: nothing more, nothing less."""

import pytest
import schemathesis
from schemathesis import engine
from schemathesis.config import SchemathesisConfig
from schemathesis.engine.events import NonFatalError, ScenarioFinished

from regional_news.api.caching.cache import ResponseCache

_RUN = {"seed": 1, "generation": {"max-examples": 25}}


@pytest.mark.slow
def test_the_api_does_what_its_document_says(app: ResponseCache) -> None:
    """Requests made from the document, right ones and wrong ones, are answered as it says."""
    config = SchemathesisConfig.from_dict(_RUN)
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", app, config=config)
    tried, wrong = set(), []
    for event in engine.from_schema(schema).execute():
        if isinstance(event, NonFatalError):
            wrong.append(str(event.value))
        if isinstance(event, ScenarioFinished):
            tried.add(event.recorder.label)
            checks = [check for checks in event.recorder.checks.values() for check in checks]
            wrong += [str(check.failure_info.failure) for check in checks if check.failure_info]
    assert not wrong
    assert {label for label in tried if label.startswith("GET ")} == {
        f"GET {path}" for path in schema.raw_schema["paths"]
    }
