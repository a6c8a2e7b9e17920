"""Messages that are stored, masked anew when the mask has changed: what it hides now was shown before."""

from __future__ import annotations

import asyncio

from bot.names import masked, masked_place_name, masked_value
from bot.runtime import Runtime
from bot.storage.messages.remasks import ALONE, BESIDE, Said
from domain.office.act import Act

_BATCH = 250
