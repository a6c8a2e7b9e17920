"""What every answer tells the browser: nothing of others is loaded, framed or guessed, nothing is kept."""

from __future__ import annotations

from collections.abc import Mapping

POLICY = "; ".join((
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
))  # fmt: skip

_ALWAYS = {
    "Server": "office",  # not which program of which version
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # with «no-referrer» a form's Origin would be «null»
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
}
_A_YEAR = 31_536_000


def headers(*, secure: bool, kept: bool = False) -> Mapping[str, str]:
    """For one answer; `secure`: people come by https; `kept`: a style or a script, named by its content."""
    found = {**_ALWAYS, "Cache-Control": f"public, max-age={_A_YEAR}, immutable" if kept else "no-store"}
    if secure:
        found["Strict-Transport-Security"] = f"max-age={_A_YEAR}"
    return found
