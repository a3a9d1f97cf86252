"""The routes against their own OpenAPI document: questions made from it, right ones and wrong ones, by schemathesis."""

from __future__ import annotations

from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode

from dateline.serve import ServeOptions, create_app

BOUNDED = settings(
    max_examples=5,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
    deadline=None,
    derandomize=True,
    database=None,
)


@pytest.mark.slow
@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: str(mode.value))
def test_every_answer_is_one_that_the_document_foresees(full_store: Path, mode: GenerationMode) -> None:
    app = create_app(full_store, options=ServeOptions(hosts=("testserver",)))
    described = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)
    asked = 0
    for operation in (found.ok() for found in described.get_all_operations()):
        if mode is GenerationMode.NEGATIVE and not list(operation.query):
            continue  # a name can be anything: there is no wrong one

        @BOUNDED
        @given(operation.as_strategy(generation_mode=mode))
        def ask(case: schemathesis.Case) -> None:
            case.call_and_validate()

        ask()
        asked += 1
    assert asked > 20
