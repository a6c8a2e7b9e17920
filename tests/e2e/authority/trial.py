"""Every cell of a state is tried: first those who may not, all at once, then each who may."""

from __future__ import annotations

import asyncio

from tests.e2e.authority.stage import TAP, Stage
from tests.e2e.authority.table import OUTSIDERS, PEOPLE, Role, Row, State
from tests.e2e.refused import STRANGER, refusals, refused

_MANY = 5
NOT_UNDERSTOOD = "Не понял: слов я сейчас не жду."


async def try_state(stage: Stage, state: State, one_in: int = 1) -> tuple[int, list[str]]:
    """How many cells were tried, and what came out otherwise than the table says.

    One cell in so many, the same at every run; of each row somebody who may, and somebody who may not.
    """
    await state.prepare(stage)
    await stage.keep()
    before, tried, wrong = await stage.mark(), 0, []
    for number, row in enumerate(state.rows):
        may_not = _some([role for role in PEOPLE if role not in row.allowed], number, one_in)
        may = _some([role for role in PEOPLE if role in row.allowed], number, one_in)
        faults = await _refuse(stage, state, row, may_not, before)
        # What only one person can do is done by each in turn; what all can do, by all at once.
        alone = row.alone or (row.does and len(row.allowed) < _MANY)
        for together in [[role] for role in may] if alone else [may]:
            faults += [one for one in await _together(stage, row, together) if one]
        wrong += [f"{state.name}, {row.name}, {fault}" for fault in faults]
        tried += len(may_not) + len(may)
    return tried, wrong


def _some(roles: list[Role], number: int, one_in: int) -> list[Role]:
    first = number % min(one_in, max(1, len(roles)))
    return roles[first::one_in]


async def _together(stage: Stage, row: Row, roles: list[Role]) -> list[str]:
    if not roles:
        return []
    faults = await asyncio.gather(*(_allow(stage, row, role) for role in roles))
    await stage.people.settle()
    await stage.set_back()
    return faults


async def _refuse(stage: Stage, state: State, row: Row, roles: list[Role], before: str) -> list[str]:
    """Whoever may not is told so, and nothing is changed by it."""
    if row.group:
        said = [await stage.do(role, row.act, group=True) for role in roles]
    else:
        begun = await asyncio.gather(*(stage.begin(role, row.act) for role in roles))
        await stage.shown()
        said = [
            one if one is not None else await stage.answers(role)
            for role, one in zip(roles, begun, strict=True)
        ]
    faults = []
    for role, answer in zip(roles, said, strict=True):
        if role in row.silent:
            expected = answer == ""
        elif role in OUTSIDERS | state.strangers and not row.newcomer:
            # Whoever came by a link and is not let in yet is told that, whatever they send.
            newcomers = (refusals()[f"invitation-{key}"] for key in ("waits", "unnamed"))
            expected = answer == STRANGER or any(words.fullmatch(answer) for words in newcomers)
        else:
            expected = refused(answer) or answer.startswith(NOT_UNDERSTOOD)
        if not expected:
            faults.append(f"{role} may not: «{answer[:200]}»")
    if await stage.mark() != before:
        faults.append("those who may not have changed something")
        await stage.set_back()
    return faults


async def _allow(stage: Stage, row: Row, role: Role) -> str:
    """Whoever may is not refused, and the log says what they did; the fault, if any."""
    for step in row.steps:
        answer = await stage.do(role, step)
        if TAP.fullmatch(step) and refused(answer):
            return f"{role} may, but the step {step} is refused: «{answer[:200]}»"
    newest = await stage.one("SELECT coalesce(max(id), 0) FROM audit")
    answer = await stage.do(role, row.act, group=row.group)
    if refused(answer):
        return f"{role} may: «{answer[:200]}»"
    if row.does and not await stage.done_by(role, row.does, newest):
        return f"{role} has not left the entry {row.does}: «{answer[:200]}»"
    return ""
