"""How long a browser takes to make the thin zip of a large archive: `make bench-thin-zip`.

A Facebook archive of 5 GiB in 2,505 entries, of which 2,500 are wanted, is chosen on the upload
page of a running site in Chromium. The reference is reading the archive's directory alone.
"""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.donation.site import Site
from tests.journeys.conftest import CHROMIUM
from tests.journeys.large import GIB, write_large_zip
from tests.journeys.test_thin_zip import messages

RUNS = 3
SCRIPT = """async () => {
  const { open } = await import("/static/upload/choice.js");
  const { readDirectory } = await import("/static/upload/zip.js");
  const tables = await (await fetch("/lecteurs.json")).json();
  const file = document.getElementById("files").files[0];
  const began = performance.now();
  await readDirectory(file);
  const read = performance.now();
  const found = await open(tables, [{ file, path: file.name }]);
  const opened = performance.now();
  const [{ blob }] = await found.blobs(found.conversations);
  const done = performance.now();
  return {
    directory: read - began, open: opened - read, zip: done - opened,
    goes: found.goes.length + found.conversations.length,
    whole: file.size, sent: blob.size,
  };
}"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        large = Path(folder) / "facebook.zip"
        write_large_zip(large, messages(2_500), GIB + 1)
        with Site(Path(folder) / "site") as site, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM)
            page = browser.new_page(base_url=f"http://127.0.0.1:{site.port}")
            page.goto("/deposer/")
            page.locator("#files").set_input_files(large)
            page.locator("#plan").wait_for(timeout=60_000)
            for _ in range(RUNS):
                took = page.evaluate(SCRIPT)
                share = 100 * took["sent"] / took["whole"]
                print(
                    f"directory {took['directory']:.0f} ms, sorted {took['open']:.0f} ms, "
                    f"zip {took['zip']:.0f} ms; {took['goes']} entries, "
                    f"{share:.3f} % of {took['whole']} bytes sent"
                )
            browser.close()


if __name__ == "__main__":
    main()
