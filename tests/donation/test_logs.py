"""A log line is one line, and holds no value of an exception."""

import json
import logging
import sys

import pytest
from celery.app import trace

from donation.logs import AsJson, WithoutValues, code

CANARY = "Zéphyrine"
FEIGNED = "a\r\n2026-01-01 ERROR feigned \x1b[31mred\x1b[0m \u2028 end"


def record(message: str) -> logging.LogRecord:
    try:
        {}[CANARY]
    except KeyError:
        return logging.LogRecord("x", logging.ERROR, __file__, 1, message, None, sys.exc_info())


@pytest.mark.parametrize("formatter", [WithoutValues("%(levelname)s %(message)s"), AsJson()])
def test_a_line_quotes_no_value_and_feigns_no_line(formatter: logging.Formatter) -> None:
    line = formatter.format(record(FEIGNED))
    assert CANARY not in line
    assert "KeyError at test_logs.py:" in line
    assert len(line.splitlines()) == 1
    assert "\x1b" not in line


@pytest.mark.parametrize("formatter", [WithoutValues("%(levelname)s %(message)s"), AsJson()])
def test_what_celery_says_of_a_task_that_failed_quotes_no_value(
    formatter: logging.Formatter,
) -> None:
    said = {"name": "donation.sift", "id": "1", "description": "raised unexpected"}
    failure = (trace.LOG_FAILURE, ({**said, "exc": repr(KeyError(CANARY))},))
    for message, args in (failure, ("Task handler raised error: %r", (KeyError(CANARY),))):
        given = logging.LogRecord("celery", logging.ERROR, __file__, 1, message, args, None)
        line = formatter.format(given)
        assert CANARY not in line
        assert "KeyError" in line


def test_json_lines_can_be_read_by_programs() -> None:
    line = json.loads(AsJson().format(record("it happened")))
    assert (line["level"], line["logger"], line["message"]) == ("ERROR", "x", "it happened")
    assert line["at"].endswith("+00:00")


def test_the_code_of_a_failure_is_its_kind_and_place() -> None:
    with pytest.raises(ValueError, match=CANARY) as raised:
        int(CANARY)
    assert code(raised.value).startswith("ValueError at test_logs.py:")
    assert code(OSError(CANARY)) == "OSError"
