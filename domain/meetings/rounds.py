"""Which votes on a question count (п. 4.6): one on the whole of it, or one on each of its points.

A question may be put again: each turn is voted anew, and the last one that was voted to its end counts.
"""

from __future__ import annotations

from collections.abc import Sequence

from domain.meetings.voting import Outcome, Result, Vote


def counting(votes: Sequence[Vote]) -> list[Vote]:
    """The votes that count now; of a first turn also those on the points voted so far."""
    turns = sorted({vote.turn for vote in votes if vote.decided}, reverse=True)
    for turn in turns:
        found = of_turn(votes, turn)
        if complete(found) or turn == turns[-1]:
            return found
    return []


def of_turn(votes: Sequence[Vote], turn: int) -> list[Vote]:
    """What has decided in one turn: the last vote on the whole, else the last on each point."""
    decided = [vote for vote in votes if vote.decided and vote.turn == turn]
    whole = [vote for vote in decided if not vote.point]
    return whole[-1:] or [vote for _, vote in sorted({vote.point: vote for vote in decided}.items())]


def complete(found: Sequence[Vote]) -> bool:
    """Whether a turn is over: the whole was voted, or every point of it."""
    if not found or not found[0].point:
        return bool(found)
    motion = found[0].motion
    return motion is not None and len(found) == len(motion.points)


def joint(found: Sequence[Vote]) -> Result | None:
    """What they come to: adopted where anything was adopted."""
    results = [vote.result for vote in found if vote.result is not None]
    adopted = [result for result in results if result.outcome is Outcome.ADOPTED]
    return next(iter(adopted or results), None)
