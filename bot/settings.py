"""Settings from the environment or `.env`, each with the prefix `BOT_`."""

from __future__ import annotations

import hmac
import os
import re
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import quote, unquote, urlsplit

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict

_SSLMODE = re.compile(r"([?&])sslmode=")
_SECRET_HALF = 20  # letters of a token after its colon; a sandbox's are a word of every day
_USUAL_PORTS = {"http": 80, "https": 443}


class Settings(BaseSettings):
    """What one office is started with. Secrets are never printed."""

    model_config = SettingsConfigDict(
        env_prefix="BOT_", env_file=".env", env_ignore_empty=True, extra="ignore", populate_by_name=True
    )

    token: SecretStr = SecretStr("")
    admins: Annotated[frozenset[int], NoDecode] = frozenset()
    database: str = Field(
        default="sqlite+aiosqlite:///data/office.db",
        validation_alias="BOT_DATABASE_URL",
        repr=False,  # it may hold a password, as may the proxy
    )
    profile: Path | None = None
    mode: Literal["polling", "webhook"] = "polling"
    webhook_url: str = ""
    webhook_secret: SecretStr = SecretStr("")
    webhook_certificate: Path | None = None
    webhook_networks: Annotated[tuple[IPv4Network | IPv6Network, ...], NoDecode] = ()
    listen: str = "127.0.0.1:8080"
    api_server: str = ""
    proxy: str = Field(default="", repr=False)
    copies: Path | None = None
    inbox: Path | None = None
    metrics: str = ""
    page: str = ""
    public_url: str = ""
    invitations: Literal["page", "messenger"] = "page"
    log_format: Literal["console", "json"] = "console"
    limits: bool = True

    @property
    def page_url(self) -> str:
        """What people type to come to the office's own page, no slash at its end; empty where none is on."""
        return _as_browsers_say(self.public_url or f"http://{self.page}") if self.page else ""

    @property
    def invitations_url(self) -> str:
        """Where invitations are opened on the page; empty where they open in the messenger at once.

        An address that nobody gave is this machine's own, which no invitee can reach.
        """
        return (
            f"{self.page_url}/i" if self.public_url and self.page_url and self.invitations == "page" else ""
        )

    @property
    def hook_secret(self) -> str:
        """The webhook's secret: the one given, else one made of the token, the same for all replicas."""
        given = self.webhook_secret.get_secret_value()
        return given or hmac.digest(self.token.get_secret_value().encode(), b"webhook", "sha256").hex()

    def secrets(self) -> set[str]:
        """What nobody may read in a log."""
        token = self.token.get_secret_value()
        half = token.partition(":")[2]
        found = {token, half if len(half) >= _SECRET_HALF else "", self.hook_secret}
        for address in (self.database, self.proxy, self.webhook_url, self.api_server):
            found |= _credentials(address)
        return found - {""}

    @field_validator("admins", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        """Several ids stand after one another, with commas or spaces."""
        if isinstance(value, str):
            return frozenset(int(part) for part in value.replace(",", " ").split())
        if isinstance(value, int):
            return frozenset({value})
        return value

    @field_validator("webhook_networks", mode="before")
    @classmethod
    def _split_networks(cls, value: object) -> object:
        """Several address ranges stand after one another, with commas or spaces."""
        return tuple(value.replace(",", " ").split()) if isinstance(value, str) else value

    @field_validator("database")
    @classmethod
    def _async_driver(cls, value: str) -> str:
        return with_driver(value)


def with_driver(address: str) -> str:
    """`sqlite:///…` and `postgresql://…` mean the drivers this program uses, and `sslmode` is its `ssl`."""
    if address.startswith("sqlite:///"):
        return "sqlite+aiosqlite" + address.removeprefix("sqlite")
    if address.startswith(("postgresql://", "postgres://")):
        return "postgresql+asyncpg://" + _SSLMODE.sub(r"\1ssl=", address.partition("://")[2])
    return address


def _as_browsers_say(address: str) -> str:
    """An address as a browser sends it: «офис.рф/о нас» in ASCII, no port where it is the usual one."""
    try:
        parts = urlsplit(address)
        name, port = (parts.hostname or "").encode("idna").decode(), parts.port
    except ValueError:
        return address.rstrip("/")
    if not name:
        return address.rstrip("/")
    name = f"[{name}]" if ":" in name else name
    place = name if port in (None, _USUAL_PORTS.get(parts.scheme)) else f"{name}:{port}"
    return f"{parts.scheme}://{place}{quote(unquote(parts.path))}".rstrip("/")


def _credentials(address: str) -> set[str]:
    """The password in an address, as it stands there and as it is meant, also with its user's name."""
    before, found, _ = address.partition("://")[2].rpartition("@")
    user, _, password = before.partition(":")
    if not (found and password):
        return set()
    return {password, unquote(password), before, f"{unquote(user)}:{unquote(password)}"}


class OfficeSettings(Settings):
    """Settings of one office of several: what its own file says comes before the environment they share."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The office's file first."""
        return init_settings, dotenv_settings, env_settings


def settings_of_folder(folder: Path) -> dict[str, Settings]:
    """The settings of each office: `name.toml` is its profile, `name.env` its token and the rest.

    Where the settings name no database, it is `data/name.db`; of a folder that is watched each has a part of
    its own, `name` in it, and of the page's address too, unless `name.env` gives it one. Empty where the
    folder holds no profile.
    """
    found: dict[str, Settings] = {}
    shared = os.environ.get("BOT_PUBLIC_URL", "")
    for profile in sorted(folder.glob("*.toml")):
        given = OfficeSettings(
            _env_file=profile.with_suffix(".env"),  # type: ignore[call-arg]  # taken, though not in its types
            profile=profile,
        )
        if "database" not in given.model_fields_set:
            given = given.model_copy(update={"database": f"sqlite+aiosqlite:///data/{profile.stem}.db"})
        if given.inbox is not None:
            given = given.model_copy(update={"inbox": given.inbox / profile.stem})
        if given.page and given.public_url == shared:
            known = given.invitations if given.public_url else "messenger"
            own = {"public_url": f"{given.page_url}/{quote(profile.stem)}", "invitations": known}
            given = given.model_copy(update=own)
        found[profile.stem] = given
    return found
