"""An S3-compatible storage of the tests' own, on this machine."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import boto3
from moto.server import ThreadedMotoServer

ACCESS = {"AWS_ACCESS_KEY_ID": "glane", "AWS_SECRET_ACCESS_KEY": "for-tests"}
NAME = "glane"


def client(endpoint: str) -> Any:
    """Who asks the storage itself, beside the site."""
    return boto3.client(
        "s3", endpoint_url=endpoint, region_name="us-east-1",
        aws_access_key_id="glane", aws_secret_access_key="for-tests",
    )  # fmt: skip


@contextmanager
def bucket() -> Iterator[dict[str, str]]:
    """A storage with one bucket; out: the settings that point to it."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    try:
        host, port = server.get_host_and_port()
        endpoint = f"http://{host}:{port}"
        client(endpoint).create_bucket(Bucket=NAME)
        yield {"GLANE_S3_ENDPOINT": endpoint, "GLANE_S3_BUCKET": NAME, **ACCESS}
    finally:
        server.stop()
