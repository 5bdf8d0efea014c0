"""Can the process that reads an archive be cut off on this machine? `manage.py check --deploy`.

Where the kernel refuses that, as in some containers, it reads with limits on memory and time alone.
"""

from django.core import checks

from filters import isolation


@checks.register(checks.Tags.security, deploy=True)
def is_cut_off(**_: object) -> list[checks.CheckMessage]:
    """A warning where it would keep the network."""
    if isolation.is_possible():
        return []
    return [
        checks.Warning(
            "The process that reads an archive keeps the network: the kernel does not take it.",
            hint="docs/operations.md, “For the public”, says which machines do.",
            id="glane.W004",
        )
    ]
