"""Faults that a test asks for: what the next calls of a method meet instead of a plain answer."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from bot.sandbox.refusal import Refused, WrongRequest, bad_request, forbidden

KINDS = frozenset(
    {"429", "500", "drop", "late", "lost", "blocked", "outage", "closed", "unlisted", "barred", "strange"}
)
ANY_METHOD = "*"
DOWNLOAD = "file"


@dataclass
class Fault:
    """`times` calls of `method` (lower case, or «*») meet this; `seconds` is how long to wait.

    With a `share` below 1 each call meets it by chance, as often as the share says. «*» spares polling, save
    in an outage, when nothing gets through. The method of a download is `file`. A `strange` one is answered
    with this `status` and `body`, once it is `done` where that is asked.
    """

    method: str
    kind: str
    times: int
    seconds: float
    share: float = 1.0
    status: int = 502
    body: str = "<html>Bad Gateway</html>"
    done: bool = False

    def refusal(self) -> Refused | None:
        """The answer given instead of doing the call; None when the call is done or cut."""
        if self.kind == "429":
            wait = max(1, round(self.seconds))
            return Refused(f"Too Many Requests: retry after {wait}", code=429, retry_after=wait)
        if self.kind == "500":
            return Refused("Internal Server Error", code=500)
        if self.kind == "blocked":
            return forbidden("bot was blocked by the user", None)
        if self.kind == "closed":
            return bad_request("TOPIC_CLOSED", None)
        if self.kind == "unlisted":
            return bad_request("SOMETHING_NEW_FORBIDDEN", None)
        if self.kind == "barred":
            return forbidden("SOMETHING_NEW_FORBIDDEN", None)
        return None

    @property
    def cuts(self) -> bool:
        """Whether the connection ends before anything is done."""
        return self.kind in ("drop", "outage")

    @property
    def answers(self) -> bool:
        """Whether its own answer is given instead of doing the call."""
        return self.kind == "strange" and not self.done

    def meets(self, method: str) -> bool:
        """Whether a call of this method, in lower case, may meet it."""
        spared = method == "getupdates" and self.kind != "outage"
        return self.method == method or (self.method == ANY_METHOD and not spared)


class Faults:
    """The faults still to come, first asked first met; the same chances for the same seed."""

    def __init__(self, seed: int = 1) -> None:
        self._waiting: list[Fault] = []
        self._random = Random(seed)  # noqa: S311 — chances of a test
        self.met: Counter[str] = Counter()

    def ask(self, body: Mapping[str, object]) -> None:
        """Add a fault from a request's JSON. Raises `WrongRequest` when it makes no sense."""
        method, kind = body.get("method", ANY_METHOD), str(body.get("kind"))
        times, seconds, share = body.get("times", 1), body.get("seconds", 1), body.get("share", 1)
        if not isinstance(method, str) or not method:
            raise WrongRequest("method: a Bot API method's name, or «*»")
        if kind not in KINDS:
            raise WrongRequest(f"kind: one of {', '.join(sorted(KINDS))}")
        if not isinstance(times, int) or times < 1:
            raise WrongRequest("times: a whole number from 1")
        if not isinstance(seconds, int | float) or seconds < 0:
            raise WrongRequest("seconds: a number from 0")
        if not isinstance(share, int | float) or not 0 < share <= 1:
            raise WrongRequest("share: a number above 0, up to 1")
        status, content, done = body.get("status", 502), body.get("body", ""), body.get("done", False)
        if not isinstance(status, int) or not 200 <= status < 600 or not isinstance(content, str):
            raise WrongRequest("status: of HTTP, from 200; body: a text")
        if not isinstance(done, bool):
            raise WrongRequest("done: true or false")
        fault = Fault(method.lower(), kind, times, float(seconds), float(share), status, content, done)
        self._waiting.append(fault)

    def take(self, method: str) -> Fault | None:
        """The fault that this call meets, counted off; `method` in lower case."""
        for fault in self._waiting:
            if fault.meets(method) and self._random.random() < fault.share:
                self.met[fault.kind] += 1
                fault.times -= 1
                if not fault.times:
                    self._waiting.remove(fault)
                return fault
        return None

    def clear(self) -> None:
        """Forget every fault not yet met."""
        self._waiting.clear()
