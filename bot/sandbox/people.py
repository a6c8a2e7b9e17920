"""Who lives in the sandbox: thirteen invented people, the bot, and the office's group."""

from dataclasses import dataclass

BOT_ID = 7_000_000_001
BOT_NAME = "Муниципальный центр управления"
BOT_USERNAME = "mcu_sandbox_bot"
BOT_TOKEN = f"{BOT_ID}:sandbox"

GROUP_ID = -1_001_000_000_001
SUPERGROUP_ID = -1_001_000_000_002  # what the group becomes when it is made a supergroup
GROUP_TITLE = "Муниципальный центр управления"

CHANNEL_ID = -1_001_000_000_009
CHANNEL_TITLE = "Новости округа"
CHANNEL_USERNAME = "okrug_news_sandbox"

# Bot API, Message.sender_chat: the accounts that stand for whoever writes in another name.
GROUP_ANONYMOUS_BOT = 1_087_968_824
CHANNEL_BOT = 136_817_688
ANOTHER_BOT = 7_000_000_002
GUISES = ("group", "channel", "bot")


@dataclass(frozen=True)
class Person:
    """A chat user. `seat` is the seat (1-9) the seeded office binds the person to, None for the others."""

    id: int
    last_name: str
    first_name: str
    username: str
    role: str
    seat: int | None = None

    @property
    def name(self) -> str:
        """Full name as shown in chats: first name, then surname."""
        return f"{self.first_name} {self.last_name}"


PEOPLE: tuple[Person, ...] = (
    Person(1001, "Ветлугина", "Марина Олеговна", "vetlugina_mo", "head", 1),
    Person(1002, "Старцев", "Кирилл Андреевич", "startsev_ka", "block_head", 2),
    Person(1003, "Ожегова", "Нина Павловна", "ozhegova_np", "block_head", 3),
    Person(1004, "Чудинов", "Роман Игоревич", "chudinov_ri", "block_head", 4),
    Person(1005, "Мальцева", "Ольга Степановна", "maltseva_os", "block_head", 5),
    Person(1006, "Поздеев", "Глеб Витальевич", "pozdeev_gv", "block_head", 6),
    Person(1007, "Калинина", "Вера Артуровна", "kalinina_va", "block_head", 7),
    Person(1008, "Лузянин", "Пётр Денисович", "luzyanin_pd", "officer", 8),
    Person(1009, "Субботина", "Алёна Юрьевна", "subbotina_ay", "officer", 9),
    Person(1010, "Вшивков", "Семён Ильич", "vshivkov_si", "unit"),
    Person(1011, "Горбунова", "Тамара Львовна", "gorbunova_tl", "guest"),
    Person(1012, "Неволин", "Егор Маркович", "nevolin_em", "stranger"),
    Person(1013, "Рябухин", "Антон Сергеевич", "ryabukhin_as", "admin"),
)
BY_ID: dict[int, Person] = {person.id: person for person in PEOPLE}
GROUP_OWNER = PEOPLE[0].id
GROUP_ADMINISTRATORS: frozenset[int] = frozenset({GROUP_OWNER, BOT_ID})


def started_at_first(*, empty: bool) -> set[int]:
    """Ids of those who wrote to the bot before: in a seeded office all but the stranger."""
    return set() if empty else {person.id for person in PEOPLE if person.role != "stranger"}
