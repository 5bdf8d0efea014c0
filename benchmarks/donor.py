"""A donor at a running site: pages and forms over HTTP, as a browser without scripts sends them."""

import re
import time
from collections.abc import Iterator

import requests

from tests.donation.serving import Site

_TOKEN = re.compile(r'csrfmiddlewaretoken" value="([^"]+)')
_CONSENTS = ("adult_and_mine", "alignment", "sensitive_topics")


class Donor:
    """One browser."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._browser = requests.Session()

    def upload(self, name: str, content: bytes) -> None:
        """Give an archive. Raises RuntimeError when the site shows no code for it."""
        page = self._browser.get(f"{self._site.address}/deposer/")
        answer = self._post("/deposer/", page, files=[("files", (name, content))])
        if 'id="code"' not in answer.text:
            raise RuntimeError(f"{name} was not taken: {answer.status_code}")

    def await_report(self, seconds: float = 900) -> None:
        """Until the worker is done. Raises TimeoutError."""
        give_up_at = time.monotonic() + seconds
        while not self._is_ready():
            if time.monotonic() > give_up_at:
                raise TimeoutError(self._site.log.read_text()[-2000:])
            time.sleep(0.5)

    def _is_ready(self) -> bool:
        try:
            return self._browser.get(f"{self._site.address}/rapport/").url.endswith("/rapport/")
        except requests.ConnectionError:
            return False  # The server was restarted, or closed an idle connection: look again.

    def confirm(self) -> None:
        """Agree to what is needed, and to sensitive topics. Raises RuntimeError."""
        page = self._browser.get(f"{self._site.address}/confirmer/")
        given = dict.fromkeys(_CONSENTS, "yes")
        answer = self._post("/confirmer/", page, data={"act": "confirm", **given})
        if not answer.url.endswith("/recu/"):
            raise RuntimeError(f"not confirmed: {answer.status_code} {answer.url}")

    def _post(
        self,
        path: str,
        page: requests.Response,
        data: dict[str, str] | None = None,
        files: list[tuple[str, tuple[str, bytes]]] | None = None,
    ) -> requests.Response:
        token = _TOKEN.search(page.text)
        if token is None:
            raise RuntimeError(f"no form at {page.url}")
        return self._browser.post(
            self._site.address + path,
            data={"csrfmiddlewaretoken": token[1], **(data or {})},
            files=files,
            headers={"Referer": self._site.address},
        )


class TusDonor(Donor):
    """A donor whose page sends the archive in pieces, over a slow line."""

    def __init__(self, site: Site) -> None:
        super().__init__(site)
        self.is_sent = False
        page = self._browser.get(f"{site.address}/deposer/")
        token = _TOKEN.search(page.text)
        assert token is not None
        self._headers = {"X-CSRFToken": token[1], "Referer": page.url}
        begun = self._browser.post(f"{site.address}/deposer/commencer/", headers=self._headers)
        begun.raise_for_status()

    def send(self, content: bytes, bytes_a_second: int, piece_bytes: int) -> None:
        """All of it in one PATCH whose body comes slowly, then the word that it is all."""
        speaks = {"Tus-Resumable": "1.0.0"}
        made = self._browser.post(
            f"{self._site.address}/envois/", headers={**speaks, "Upload-Length": str(len(content))}
        )
        made.raise_for_status()

        def slowly() -> Iterator[bytes]:
            for at in range(0, len(content), piece_bytes):
                yield content[at : at + piece_bytes]
                time.sleep(piece_bytes / bytes_a_second)

        sent = self._browser.patch(
            made.headers["Location"],
            data=_Sized(slowly(), len(content)),
            headers={
                **speaks, "Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"
            },
        )  # fmt: skip
        sent.raise_for_status()
        done = self._browser.post(f"{self._site.address}/deposer/terminer/", headers=self._headers)
        self.is_sent = done.status_code == 204


class _Sized:
    """A body of known length that is read as it comes."""

    def __init__(self, pieces: Iterator[bytes], size: int) -> None:
        self._pieces, self._size = pieces, size

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[bytes]:
        return self._pieces
