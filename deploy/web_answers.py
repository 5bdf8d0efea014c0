"""Whether the web server of this container answers: exit status 0 or 1. Loads no Django."""

import os
import sys
import urllib.error
import urllib.request

ADDRESS = "http://127.0.0.1:8000"


def main(address: str = ADDRESS) -> int:
    """Ask as the proxy does: in the name of the first host, over what was https."""
    host = os.environ.get("GLANE_HOSTS", "127.0.0.1").split(",")[0]
    request = urllib.request.Request(  # noqa: S310 - our own address
        address + "/healthz", headers={"Host": host, "X-Forwarded-Proto": "https"}
    )
    try:
        with urllib.request.urlopen(request, timeout=4):  # noqa: S310 - our own address
            return 0
    except (urllib.error.URLError, OSError):
        return 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
