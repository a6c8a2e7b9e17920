"""The office's own Word template: tried before it is needed, the shipped one serves where it is broken."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.documents.docx import TEMPLATE, protocol_docx
from bot.documents.office_template import filled, template_path, template_trouble, trouble_text
from bot.localisation import Locale
from domain.office.profile import OfficeProfile
from tests.documents.test_documents import docx_text, edited
from tests.documents.test_documents_sample import SIGNATURE, SMALL, sheet, translator


def test_the_shipped_template_can_be_filled_whatever_the_protocol() -> None:
    assert template_trouble(TEMPLATE, translator()) is None
    assert template_trouble(None, translator()) is None


def test_a_template_lies_beside_its_profile(profile: OfficeProfile) -> None:
    assert template_path(profile, Path("/etc/office.toml")) is None
    own = replace(profile, protocol_template="own.docx")
    assert template_path(own, Path("/etc/office.toml")) == Path("/etc/own.docx")


@pytest.mark.long
@pytest.mark.parametrize(
    ("lines", "placeholder"),
    [
        (("{{ misspelt }}",), "misspelt"),
        (("{%p for item in items %}", "{{ item.speakr }}", "{%p endfor %}"), "speakr"),
        (("{{ signature.nme }}",), "nme"),
        (("{{ 1 +",), ""),
    ],
)
def test_a_broken_template_is_told_by_its_placeholder_and_the_shipped_one_serves(
    tmp_path: Path, profile: OfficeProfile, lines: tuple[str, ...], placeholder: str
) -> None:
    template = edited(tmp_path, *lines)
    trouble = template_trouble(template, translator())
    assert trouble is not None and trouble.placeholder == placeholder
    said = trouble_text(Locale("ru", profile.time_zone), trouble)
    assert "edited.docx" in said and placeholder in said
    made, why = filled(sheet(SMALL, SIGNATURE), template)
    assert why is not None and why.placeholder == placeholder
    assert made == protocol_docx(sheet(SMALL, SIGNATURE))


@pytest.mark.long
def test_what_is_no_word_file_is_told_so(tmp_path: Path) -> None:
    text, absent = tmp_path / "text.docx", tmp_path / "absent.docx"
    text.write_text("не Word")
    for template in (text, absent):
        trouble = template_trouble(template, translator())
        assert trouble is not None and trouble.placeholder == ""
        assert filled(sheet(SMALL), template)[0] == protocol_docx(sheet(SMALL))


def test_a_good_template_serves(tmp_path: Path) -> None:
    template = edited(tmp_path, "Свой шаблон, {{ heading }}")
    assert template_trouble(template, translator()) is None
    made, why = filled(sheet(SMALL), template)
    assert why is None
    assert docx_text(made).strip().replace("\u00a0", " ") == "Свой шаблон, ПРОТОКОЛ № 5"


ENDLESS = "{% for a in range(99999) %}{% for b in range(99999) %}{{ a }}{% endfor %}{% endfor %}"


@pytest.mark.long
@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{{ office|round }}", "TypeError"),
        ("{{ 1 // 0 }}", "ZeroDivisionError"),
        ("{% include 'other.docx' %}", "TypeError"),
        ("{{ ''.__class__ }}", "__class__"),
        ("{{ 'x' * 9999999999 }}", "MemoryError"),
        ("{{ range(999999999) }}", "OverflowError"),
        ("{% macro more() %}{{ more() }}{% endmacro %}{{ more() }}", "RecursionError"),
        ("{{ 'x' * 99999999 }}", ""),
        (ENDLESS, "> 5 s"),
    ],
)
def test_an_office_s_slip_stops_nothing(
    tmp_path: Path, profile: OfficeProfile, line: str, reason: str
) -> None:
    template = edited(tmp_path, line)
    trouble = template_trouble(template, translator(), 5)
    assert trouble is not None and reason in trouble.reason
    assert len(trouble_text(Locale("ru", profile.time_zone), trouble)) < 500
    made, why = filled(sheet(SMALL), template, 5)
    assert why is not None and made == protocol_docx(sheet(SMALL))
