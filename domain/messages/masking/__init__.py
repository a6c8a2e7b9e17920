"""A citizen's personal data taken out of what is shown to others (rules, section 8)."""

from domain.messages.masking.mask import MASK, Mask

__all__ = ["MASK", "Mask"]
