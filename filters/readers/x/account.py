"""The account of an X archive: who the donor is, whom they know, what the archive should hold.

Facts: formats/x. Each file assigns one list, `window.YTD.<name>.part0 = [...]`; large ones go on in
`<name>-part1.js`.
"""

from dataclasses import dataclass, field
from typing import Any

from filters.formats.dates import born_under_age
from filters.formats.json import Item, assigned_items, assigned_records
from filters.problem import AGE_OF_CONSENT, ArchiveProblem, Problem
from filters.reader import Knowledge, Reader
from filters.readers.x.long_posts import LongPosts

_MOST_DIGITS = 12
"""A number longer than this counts no records."""


@dataclass
class Notes:
    """Who the donor is, as X numbers and names them."""

    account_ids: set[str] = field(default_factory=set)
    usernames: set[str] = field(default_factory=set)
    long_posts: LongPosts = field(default_factory=LongPosts)
    protection: dict[str, bool] = field(default_factory=dict)
    """Each time the account was closed to all but its followers, or opened again, by when."""
    stated: dict[str, int] = field(default_factory=dict)
    """How many records each list holds, by its name, as the archive's manifest has it."""

    @property
    def is_protected(self) -> bool:
        """Whether only followers read the account's posts: as it was left, that holds for all."""
        return bool(self.protection) and self.protection[max(self.protection)]


def signature(*names: str) -> str:
    """What a file of one of these lists begins with."""
    return rf"window\.YTD\.(?:{'|'.join(names)})\.part\d+\s*="


reader = Reader(
    "x",
    version=1,
    title="X (Twitter)",
    notes=Notes,
    signals={
        "confirmed": ("like", "reply", "helpful_note", "somewhat_helpful_note", "unhelpful_note"),
        "unverified": ("love", "haha", "funny", "sad", "wow", "other_emoji"),
    },
)


@reader.identity(
    "data/account.js", decode=assigned_records, signature=signature("account"), telling=True
)
def account(record: dict[str, Any], knowledge: Knowledge) -> None:
    """The account's names, numbers and addresses."""
    own = unwrapped(record)
    knowledge.notes.account_ids.add(str(own["accountId"]))
    knowledge.notes.usernames.add(str(own.get("username", "")).casefold())
    knowledge.identities.add("names", own.get("accountDisplayName"))
    knowledge.identities.add("handles", own.get("username"))
    knowledge.identities.add("emails", own.get("email"))
    knowledge.identities.add("phones", own.get("phoneNumber"))


@reader.identity("data/manifest.js", decode=assigned_items, signature=r"window\.__THAR_CONFIG\s*=")
def manifest(item: Item, knowledge: Knowledge) -> None:
    """The archive's own manifest names the donor, and every file the export was made with."""
    if item.key == "userInfo":
        knowledge.notes.account_ids.add(str(item.value["accountId"]))
        knowledge.notes.usernames.add(str(item.value.get("userName", "")).casefold())
        knowledge.identities.add("names", item.value.get("displayName"))
        knowledge.identities.add("handles", item.value.get("userName"))
    elif item.key == "dataTypes":
        for kind in item.value.values():
            for file in kind.get("files", ()):
                count = str(file.get("count"))
                if count != "0":
                    knowledge.expected.add(str(file["fileName"]))
                if count.isdecimal() and len(count) < _MOST_DIGITS:
                    knowledge.notes.stated[str(file.get("globalName"))] = int(count)


@reader.identity(
    "data/profile.js", "data/phone-number.js", "data/contact.js", "data/screen-name-change.js",
    "data/email-address-change.js", decode=assigned_records, family="contacts",
)  # fmt: skip
def contacts(record: dict[str, Any], knowledge: Knowledge) -> None:
    """Phone numbers, e-mail addresses and earlier names, the donor's and the address book's."""
    entry = unwrapped(record)
    knowledge.identities.add("phones", entry.get("phoneNumber"), *_texts(entry.get("phoneNumbers")))
    knowledge.identities.add("emails", *_texts(entry.get("emails")))
    change = entry.get("screenNameChange") or entry.get("emailChange") or {}
    for key in ("changedFrom", "changedTo"):
        value = change.get(key)
        knowledge.identities.add("emails" if "@" in str(value) else "handles", value)
    description = entry.get("description")
    if isinstance(description, dict):
        knowledge.identities.add("addresses", description.get("location"))


@reader.identity(
    "data/ageinfo.js", "data/ageinfo-part*.js", decode=assigned_records, family="age",
    signature=signature("ageinfo"), telling=True,
)  # fmt: skip
def age(record: dict[str, Any], _: Knowledge) -> None:
    """When the donor was born, as they told X: general knowledge, read tolerantly. The archive of a
    child is refused. What X infers of an age is a guess, and refuses nothing."""
    told = unwrapped(record)
    told = told.get("ageInfo") or told
    born, years = told.get("birthDate"), told.get("age")
    if isinstance(born, str) and born.strip():
        is_child = born_under_age(AGE_OF_CONSENT, born)
    else:
        only = years[0] if isinstance(years, list) and len(years) == 1 else years
        is_child = str(only).strip() in map(str, range(AGE_OF_CONSENT))
    if is_child:
        raise ArchiveProblem(Problem.MINOR, "x")


@reader.context(
    "data/protected-history.js", decode=assigned_records, family="protection",
    signature=signature("protected_history"), telling=False,
)  # fmt: skip
def protection(record: dict[str, Any], knowledge: Knowledge) -> None:
    """When the account was closed to all but its followers, and opened again: general knowledge,
    read so that what is not understood counts as closed."""
    change = unwrapped(record)
    at = str(change.get("protectedAt") or "")
    is_opened = str(change.get("action") or "").casefold().startswith(("unp", "un-p"))
    knowledge.notes.protection[at] = not is_opened


def unwrapped(record: dict[str, Any]) -> dict[str, Any]:
    """The one value of an object with one key: the key's name has changed over the years."""
    if len(record) == 1:
        (only,) = record.values()
        if isinstance(only, dict):
            return only
    return record


def _texts(value: Any) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
