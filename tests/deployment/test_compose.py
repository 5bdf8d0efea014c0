"""No container engine is at hand: the composition is read here, test_commands runs its commands."""

import re

import pytest
import yaml

from tests.deployment.composition import (
    example,
    interpolated,
    keys_of_production,
    names_read_by_settings,
    read,
    required_variables,
    told_in_production,
)

COMPOSE = interpolated(dict.fromkeys(required_variables(), "x"))
SERVICES = COMPOSE["services"]
OURS = {name: service for name, service in SERVICES.items() if "build" in service}
BY_LIBRARIES = {"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"}
"""Read by the storage library itself."""


def test_every_service_that_stays_has_a_health_check() -> None:
    staying = {name for name, service in SERVICES.items() if service["restart"] != "no"}
    assert {name for name in staying if "healthcheck" in SERVICES[name]} == staying


def test_every_image_is_of_one_named_version() -> None:
    images = [service["image"] for service in SERVICES.values()]
    images += re.findall(r"^FROM (\S+)", read("Dockerfile"), re.MULTILINE)
    assert images
    for image in images:
        name, _, tag = image.partition(":")
        assert name, image
        assert re.search(r"\d+\.\d+\.\d+|\d+\.\d+-|RELEASE\.\d{4}", tag), image


def test_the_image_runs_as_nobody_in_particular() -> None:
    final = read("Dockerfile").rsplit("\nFROM ", 1)[1]
    assert re.findall(r"^USER (\S+)", final, re.MULTILINE) == ["10001"]


def test_the_image_installs_only_what_the_lock_holds() -> None:
    installs = [line for line in read("Dockerfile").splitlines() if "pip install" in line]
    assert len(installs) == 1
    assert "--require-hashes --requirement /build/requirements.txt" in installs[0]


def test_every_variable_given_to_the_site_is_one_it_reads() -> None:
    known = set(names_read_by_settings())
    for name, service in OURS.items():
        assert set(service["environment"]) <= known | BY_LIBRARIES, name


def test_every_variable_production_requires_is_given() -> None:
    wanted = (
        keys_of_production()
        | set(told_in_production())
        | {
            "GLANE_PRODUCTION",
            "GLANE_HOSTS",
            "GLANE_ORIGINS",
            "DATABASE_URL",
        }
    )
    wanted |= {"REDIS_URL", "GLANE_S3_BUCKET"}
    for name, service in OURS.items():
        assert wanted <= set(service["environment"]), name


def test_the_example_holds_exactly_what_must_be_filled_in() -> None:
    assert set(example()) == required_variables()


@pytest.mark.parametrize("name", ["GLANE_KEK", "POSTGRES_PASSWORD", "STORAGE_PASSWORD"])
def test_the_example_gives_no_secret_away(name: str) -> None:
    assert example()[name] == ""


def test_every_file_system_is_read_only_and_every_volume_named() -> None:
    for name, service in SERVICES.items():
        assert service["read_only"] is True, name
        for volume in service.get("volumes", []):
            source, *_, mode = volume.split(":")
            assert source in COMPOSE["volumes"] or mode == "ro", name


def test_only_the_proxy_meets_the_outside() -> None:
    assert COMPOSE["networks"]["inside"]["internal"] is True
    outside = {name for name, service in SERVICES.items() if "outside" in service["networks"]}
    published = {name for name, service in SERVICES.items() if "ports" in service}
    assert outside == published == {"proxy"}


def test_only_housekeeping_reaches_out_beside_it_where_mail_is_sent() -> None:
    with_mail = yaml.safe_load(read("deploy/mail.yml"))["services"]
    assert with_mail == {"keep": {"networks": ["inside", "outside"]}}


def test_every_optional_setting_reaches_the_site() -> None:
    for name, service in OURS.items():
        assert service["env_file"] == [".env"], name


def test_workers_can_be_any_number() -> None:
    assert not {"container_name", "hostname", "ports"} & set(SERVICES["worker"])


def test_the_proxy_forwards_to_the_web_service_and_logs_nothing() -> None:
    proxy = read("deploy/Caddyfile")
    assert "reverse_proxy web:8000" in proxy
    assert not re.search(r"^\s*log\b", proxy, re.MULTILINE)
