"""A thousand strings that nobody else has: in an archive, in a donor's forms, in strangers' requests.

Names, addresses, telephone numbers, names of files and codes, of random letters that no person
bears. Whatever keeps one of them where it should not is found by it.
"""

import base64
import io
import json
import random
import re
import zipfile

from tests.journeys.archives import File, chatgpt

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_CODE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MARKS = (b"zqxj", b"337984")
"""One of them stands in every canary, in small letters: a file without any is soon searched."""
_BODY = re.compile(rb'"body": ?"([A-Za-z0-9+/=]+)"')


class Canaries:
    """The strings by kind. The same seed gives the same ones."""

    def __init__(self, seed: int = 1) -> None:
        chance = random.Random(seed)

        def word(letters: int) -> str:
            return "".join(chance.choices(_LETTERS, k=letters))

        self.names = [f"{word(6).title()} Zqxj{word(5)}" for _ in range(250)]
        self.mails = [f"{word(8)}.zqxj{word(2)}@{word(7)}.example" for _ in range(250)]
        self.phones = [f"+337984{n:05d}" for n in chance.sample(range(10**5), 250)]
        self.files = [f"{word(5)}-zqxj{word(6)}.json" for _ in range(150)]
        self.codes = [
            "ZQXJ0-" + "-".join("".join(chance.choices(_CODE_LETTERS, k=5)) for _ in range(5))[:-3]
            for _ in range(100)
        ]

    @property
    def all(self) -> list[str]:
        """All thousand."""
        return [*self.names, *self.mails, *self.phones, *self.files, *self.codes]

    def archive(self) -> File:
        """A readable archive in whose questions, answers, entries and own name they stand."""
        told = [
            f"Je suis {name}, écrivez à {mail} ou au {phone}, la pièce est {file}, le code {code}."
            for name, mail, phone, file, code in zip(
                self.names, self.mails, self.phones,
                (self.files * 2)[:250], (self.codes * 3)[:250], strict=True,
            )
        ]  # fmt: skip
        with zipfile.ZipFile(io.BytesIO(chatgpt(len(told)).buffer)) as archive:
            entries = {name: archive.read(name) for name in archive.namelist()}
        talks = json.loads(entries["conversations.json"])
        for number, talk in enumerate(talks):
            talk["title"] = self.names[number]
            for node in talk["mapping"].values():
                if node["message"]:
                    node["message"]["content"]["parts"][0] += " " + told[number]
        entries["conversations.json"] = json.dumps(talks).encode()
        user = {"id": "user-camille", "name": self.names[0], "email": self.mails[0]}
        entries["user.json"] = json.dumps({**user, "phone_number": self.phones[0]}).encode()
        entries |= {f"{self.names[0]}/{file}": b"{}" for file in self.files}
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in entries.items():
                archive.writestr(name, content)
        return File(f"{self.names[1]} {self.files[0]}.zip", "application/zip", buffer.getvalue())

    def found_in(self, text: bytes) -> list[str]:
        """Those that stand in it: as they are, in an address, in base64 of a message's body."""
        told = [base64.b64decode(body) for body in _BODY.findall(text)]
        searched = b"\0".join([text, text.replace(b"%20", b" ").replace(b"%40", b"@"), *told])
        if not any(mark in searched.lower() for mark in _MARKS):
            return []
        bare = searched.replace(b"-", b"").replace(b"+", b" ")
        return [
            one
            for one in self.all
            if one.encode() in searched or one.replace("-", "").encode() in bare
        ]
