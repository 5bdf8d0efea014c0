"""Days and hours stand as the page's language writes them."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from django.template import Context, Template
from django.utils import timezone as clock
from django.utils.translation import override

FIRST = datetime(2026, 12, 1, 17, 4, tzinfo=UTC)
EVENING = datetime(2027, 3, 12, 18, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("template", "at", "language", "words"),
    [
        ("{{ at|day }}", FIRST, "fr", "1er\u00a0décembre 2026"),
        ("{{ at|day }}", EVENING, "fr", "12\u00a0mars 2027"),
        ("{{ at|day }}", date(2027, 3, 11), "fr", "11\u00a0mars 2027"),
        ("{{ at|day }}", FIRST, "en", "1\u00a0December 2026"),
        ("{{ at|day:'j F' }}", FIRST, "fr", "1er\u00a0décembre"),
        ("{{ at|hour }}", FIRST, "fr", "17\u00a0h\u00a004"),
        ("{{ at|hour }}", EVENING, "fr", "18\u00a0h"),
        ("{{ at|hour }}", EVENING, "en", "18:00"),
        ("{{ at|moment }}", FIRST, "fr", "1er\u00a0décembre 2026 à 17\u00a0h\u00a004"),
        ("{{ at|moment }}", FIRST, "en", "1\u00a0December 2026 at 17:04"),
        ("{{ at|day }}{{ at|hour }}{{ at|moment }}", None, "fr", ""),
    ],
)
def test_a_day_and_an_hour_are_written_as_people_do(
    template: str, at: date | None, language: str, words: str
) -> None:
    with override(language), clock.override(UTC):
        assert Template(template).render(Context({"at": at})) == words


def test_the_hour_is_the_one_where_the_site_is() -> None:
    with override("fr"), clock.override(timezone(timedelta(hours=9))):
        words = Template("{{ at|moment }}").render(Context({"at": FIRST}))
    assert words == "2\u00a0décembre 2026 à 2\u00a0h\u00a004"
