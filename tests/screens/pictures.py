"""A picture of a piece of a page, as small as a picture of words can be."""

from __future__ import annotations

import io
from base64 import b64decode
from pathlib import Path

from PIL import Image

from tests.browser import Page

COLOURS = 96


async def take(page: Page, width: int, height: int, file: Path) -> None:
    """Save the upper left of what is shown, with few colours."""
    clip = {"x": 0, "y": 0, "width": width, "height": height, "scale": 1}
    taken = await page.command(
        "Page.captureScreenshot", format="png", clip=clip, captureBeyondViewport=True, optimizeForSpeed=True
    )
    file.parent.mkdir(parents=True, exist_ok=True)
    picture = Image.open(io.BytesIO(b64decode(taken["data"]))).convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)
