"""An account that is bound no more: told so, its menu, cards and mail gone, and its assistants with it.

Nothing that citizens wrote stays in its chat.
"""

from __future__ import annotations

from domain.office.outbox import Screen
from domain.people.roster import Binding
from handlers.chat.request import Request

# Cards on which topics and words of citizens stand, or numbers and places of their messages.
OF_CITIZENS = ("message", "messages", "several", "incident", "adding", "digest", "registry")


async def dismiss(request: Request, binding: Binding) -> None:
    """Unbind an account; a holder's assistants end with the holder at once."""
    roster = await request.roster()
    assistants = roster.assistants(binding.seat) if binding.seat is not None else ()
    await request.uow.roster.unbind(binding.user_id)
    for one in (binding, *assistants):
        await request.uow.outbox.retire_chat(one.user_id)
        await request.uow.outbox.blank(one.user_id, OF_CITIZENS, Screen(request.texts("unbound-card")))
        await request.uow.expect(one.user_id, None)
        await request.uow.outbox.text(one.user_id, Screen(request.texts("unbound-you")))
        await request.uow.outbox.menu(one.user_id, "stranger")
