"""A receipt is ours and unchanged, or it is not: said in words."""

import json

import pytest
from django.test import Client

from donation import signing

pytestmark = pytest.mark.django_db
ADDRESS = "/verifier/"


def test_what_we_signed_is_ours(client: Client) -> None:
    document = json.dumps(signing.signed({"record_id": "AB12"}), indent=2)
    answer = client.post(ADDRESS, {"document": document})
    assert answer.status_code == 200
    assert "La signature est la nôtre" in answer.content.decode()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            json.dumps({**signing.signed({"record_id": "AB12"}), "record_id": "AB13"}),
            "ou il a changé",
        ),
        ('{"signature": {"value": 3}}', "ou il a changé"),
        ('{"record_id": "AB12"}', "pas un fichier JSON signé"),
        ("[" * 5000, "pas un fichier JSON signé"),
        ("bonjour", "pas un fichier JSON signé"),
        ("", "pas un fichier JSON signé"),
    ],
    ids=["changed", "odd", "unsigned", "deep", "words", "empty"],
)
def test_anything_else_is_not_and_the_page_says_what_to_do(
    client: Client, text: str, words: str
) -> None:
    answer = client.post(ADDRESS, {"document": text})
    assert answer.status_code == 400
    assert words in answer.content.decode()
    assert "collez-le en entier" in answer.content.decode()
