"""Draws docs/images/batch-report.png: the report of a batch over the bundled replies, as it looks in Chromium.

Needs the extra `dev` and Debian's chromium and fonts-wqy-zenhei (`make system-packages`).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "images" / "batch-report.png"
FINDING = "类别与办理效果勾选不符"  # of the letter with the most contradictions


def main() -> int:
    chromium = shutil.which("chromium")
    if chromium is None:
        print("chromium is not installed: make system-packages", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        letters = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "fixtures").glob("*/source.*"))
        command = [sys.executable, "-m", "govreply", "batch", *letters, "--out", folder, "--progress", "off"]
        subprocess.run([*command, "--lang", "zh"], cwd=ROOT, check=False, stdout=subprocess.DEVNULL)
        draw(chromium, Path(folder, "report.html").as_uri())
    return 0


def draw(chromium: str, address: str) -> None:
    PICTURE.parent.mkdir(exist_ok=True)
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        page = browser.new_page(viewport={"width": 1240, "height": 600}, color_scheme="light")
        page.goto(f"{address}#list&q=wuhan-carbon")
        page.locator("#rows .file a").click()
        page.locator(".issue", has_text=FINDING).locator(".message").click()
        page.wait_for_timeout(1_500)
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
