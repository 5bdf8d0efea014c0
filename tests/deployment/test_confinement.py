"""An operator learns before the first donor whether this machine cuts off what reads archives."""

import socket

import pytest

from donation.operation.confinement import is_cut_off
from filters import isolation


def test_a_machine_that_cuts_off_the_reading_process_is_in_order() -> None:
    if not isolation.is_known():
        pytest.skip("Only Linux on x86-64 and 64-bit ARM can be told to.")
    assert is_cut_off() == []
    socket.socket().close()  # It was tried on another process.


def test_a_machine_that_does_not_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolation, "_MACHINES", {})
    assert [warning.id for warning in is_cut_off()] == ["glane.W004"]
