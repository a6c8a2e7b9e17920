"""Only words change before signing, and the difference shows every word of both texts."""

from __future__ import annotations

import html
import re
from dataclasses import asdict

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from domain.office.refusal import Refusal
from domain.protocols.record import fingerprint
from domain.protocols.rewording import LONGEST, Change, Passage, adopted, difference, reworded
from handlers.protocols.rewording_pages import shown_difference
from tests.documents.test_documents_sample import LARGE, TIE, item, record

TEXTS = st.text(st.sampled_from("абв \n<&"), max_size=60)
FIELDS = {Passage.HEARD: "heard", Passage.SPOKE: "spoke", Passage.DECIDED: "decision"}


@pytest.mark.long
@given(st.integers(1, 20), st.sampled_from(Passage), st.text("абвгд ", min_size=1).filter(str.strip))
def test_one_passage_changes_and_nothing_else(number: int, passage: Passage, text: str) -> None:
    assume(passage is not Passage.DECIDED or adopted(LARGE.items[number - 1]))
    before, after = asdict(LARGE), asdict(reworded(LARGE, number, passage, text))
    assert after["items"][number - 1].pop(FIELDS[passage]) == text.strip()
    before["items"][number - 1].pop(FIELDS[passage])
    assert after == before
    assert fingerprint(reworded(LARGE, number, passage, text)) != fingerprint(LARGE)


@pytest.mark.parametrize(
    ("number", "passage", "text", "refusal"),
    [
        (21, Passage.HEARD, "Слово", "no-such-item"),
        (1, Passage.HEARD, LARGE.items[0].heard, "words-same"),
        (1, Passage.HEARD, "а" * (LONGEST + 1), "words-too-long"),
        (1, Passage.DECIDED, "  ", "words-of-decision"),
        (2, Passage.DECIDED, "Усилить контроль", "words-not-adopted"),
        (3, Passage.DECIDED, "Усилить контроль", "words-not-adopted"),
        (4, Passage.DECIDED, "Усилить контроль", "words-not-adopted"),
    ],
)
def test_what_cannot_be_worded_so(number: int, passage: Passage, text: str, refusal: str) -> None:
    with pytest.raises(Refusal, match=f"^{refusal}$"):
        reworded(LARGE, number, passage, text)


def test_the_words_voted_stay_beside_the_words_mended() -> None:
    of = record(item(1, TIE))
    changed = reworded(of, 1, Passage.DECIDED, "Усилить контроль подрядчиков.").items[0]
    assert changed.decision == "Усилить контроль подрядчиков."
    assert changed.draft_decision == of.items[0].draft_decision


@given(TEXTS, TEXTS)
def test_the_difference_holds_every_word_of_both_texts_in_order(old: str, new: str) -> None:
    def words(text: str) -> list[str]:
        return text.replace("\n", " \n ").split(" ")

    runs = difference(old, new)
    for without, text in ((Change.NEW, old), (Change.GONE, new)):
        said = [word for run in runs if run.change is not without for word in run.words]
        assert said == [word for word in words(text) if word]


LONG = st.lists(st.sampled_from(["а", "б", "<", "&", "словосочетание", "\n"]), max_size=400).map(" ".join)


@settings(deadline=None)
@given(LONG, LONG)
def test_the_shown_difference_fits_a_card_whatever_the_texts(old: str, new: str) -> None:
    shown = shown_difference(difference(old, new))
    assert len(html.unescape(re.sub(r"</?[su]>", "", shown))) < 3000
    assert shown.count("<s>") == shown.count("</s>")
    assert shown.count("<u>") == shown.count("</u>")
    assert shown.count("<s>") + shown.count("<u>") < 100
