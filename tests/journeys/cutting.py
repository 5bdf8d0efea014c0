"""A way to the site that breaks off: a proxy that cuts connections after some bytes."""

import random
import socket
import struct
import threading
from types import TracebackType


class CuttingProxy:
    """Listens on `port`; while `cuts` are left, a connection is cut after a random number of bytes
    sent by the client. Use it in a `with` block."""

    def __init__(self, target: int, *, cuts: int, least: int, most: int, seed: int) -> None:
        self._target = target
        self.cuts = cuts
        self._range = least, most
        self._chance = random.Random(seed)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])

    def __enter__(self) -> "CuttingProxy":
        threading.Thread(target=self._serve, daemon=True).start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._listener.close()

    def _serve(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            try:
                server = socket.create_connection(("127.0.0.1", self._target))
            except OSError:
                # The site is being started again.
                client.close()
                continue
            allowed = self._chance.randint(*self._range)
            threading.Thread(
                target=self._to_site, args=(client, server, allowed), daemon=True
            ).start()
            threading.Thread(target=self._to_client, args=(server, client), daemon=True).start()

    def _to_site(self, client: socket.socket, server: socket.socket, allowed: int) -> None:
        sent = 0
        try:
            while data := client.recv(65536):
                sent += len(data)
                if self.cuts > 0 and sent > allowed:
                    self.cuts -= 1
                    break
                server.sendall(data)
        except OSError:
            pass
        _close(client, server)

    @staticmethod
    def _to_client(server: socket.socket, client: socket.socket) -> None:
        try:
            while data := server.recv(65536):
                client.sendall(data)
        except OSError:
            pass
        _close(client, server)


def _close(*sockets: socket.socket) -> None:
    """As a line that breaks: who still sends is told so, and does not wait for ever."""
    for one in sockets:
        try:
            one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            # Wakes the thread that reads it; closing alone would not.
            one.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        one.close()
