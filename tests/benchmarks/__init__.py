"""What is measured has the messenger's models as an office has them: built when first used."""

from bot.messengers.models import load_as_needed

load_as_needed()
