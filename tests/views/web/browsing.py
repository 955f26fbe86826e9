"""What tests of several pages do in a real browser: watch what it tells, go somewhere by the Tab key."""

from __future__ import annotations

from playwright.sync_api import Locator, Page


def watched(page: Page) -> list[str]:
    """What the browser tells from now on: dialogs, errors of scripts, what could not be loaded, what the policy of the pages forbids."""
    told: list[str] = []
    page.on("dialog", lambda d: (told.append(d.message), d.dismiss()))
    page.on("console", lambda m: told.append(f"{page.url} {m.text}") if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda e: told.append(f"{page.url} {e}"))
    return told


def tab_to(page: Page, wanted: Locator) -> None:
    """Presses Tab until what is wanted has the focus."""
    wanted.wait_for()
    for _ in range(400):
        page.keyboard.press("Tab")
        if wanted.evaluate("e => e === document.activeElement"):
            return
    raise AssertionError("Tab never led there")
