"""JSON lines in, JSON lines out."""

import json

from filters.reader import Identities
from filters.redaction.engine import Redactor
from filters.redaction.lines import redact_lines


def written(redactor: Redactor, *lines: bytes) -> list[dict[str, object]]:
    out: list[bytes] = []
    redact_lines(lines, "fr", redactor, Identities(), out.append)
    return [json.loads(line) for line in out]


def test_every_line_gives_a_line_with_offsets_in_code_points(redactor: Redactor) -> None:
    text = "👍🏽 écris à marie@exemple.fr"
    (line,) = written(redactor, json.dumps({"text": text}).encode())
    assert line["text"] == "👍🏽 écris à <EMAIL>"
    assert line["spans"] == [{"start": 11, "end": 27, "type": "EMAIL"}]


def test_nothing_is_withheld_so_that_what_is_masked_can_be_measured(redactor: Redactor) -> None:
    (line,) = written(redactor, json.dumps({"text": "mdp : Tr0ub4dor"}).encode())
    assert line == {
        "text": "mdp : <SECRET>",
        "spans": [{"start": 6, "end": 15, "type": "CREDENTIAL"}],
    }


def test_a_line_that_is_no_object_with_a_text_is_answered_too(redactor: Redactor) -> None:
    assert written(redactor, b"nonsense", b'{"text": 3}', b'{"text": ""}') == [
        {"error": "not an object with a text"},
        {"error": "not an object with a text"},
        {"text": "", "spans": []},
    ]
