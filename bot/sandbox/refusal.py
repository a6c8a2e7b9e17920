"""How the server says no: to the bot as Telegram does, to people in plain words."""


class Refused(Exception):
    """The Bot API's answer with `ok: false`.

    `rule` names the broken rule in the list of violations; None when the bot could not know better.
    `retry_after` is in seconds; `migrate_to_chat_id` is what the group has become.
    """

    def __init__(
        self,
        description: str,
        *,
        rule: str | None = None,
        code: int = 400,
        retry_after: int | None = None,
        migrate_to_chat_id: int | None = None,
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.rule = rule
        self.retry_after = retry_after
        self.parameters = {
            name: value
            for name, value in (("retry_after", retry_after), ("migrate_to_chat_id", migrate_to_chat_id))
            if value is not None
        }

    def body(self) -> dict[str, object]:
        """The answer's JSON (Bot API, «Making requests»)."""
        answer: dict[str, object] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            answer["parameters"] = self.parameters
        return answer


def bad_request(text: str, rule: str | None) -> Refused:
    """400 in Telegram's wording."""
    return Refused(f"Bad Request: {text}", rule=rule)


def forbidden(text: str, rule: str | None) -> Refused:
    """403 in Telegram's wording."""
    return Refused(f"Forbidden: {text}", rule=rule, code=403)


class WrongRequest(Exception):
    """A request of a person or a test that cannot be done: `{"error": …}` with a 4xx status."""

    def __init__(self, text: str, status: int = 400) -> None:
        super().__init__(text)
        self.status = status
