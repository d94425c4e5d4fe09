"""Every form that codes are written in leads back to the listing."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from stdnum import isin as stdnum_isin

from chinamkt import InvalidValue
from chinamkt.reference import codes
from chinamkt.reference.codes import Form
from chinamkt.reference.rows import rows_of

SHIPPED = sorted(rows_of("securities.tsv").lines)
COVERED = ("XHKG", "XSHG", "XSHE", "BJSE", "XNYS", "XNAS", "XASE", "ARCX", "BATS", "OTCM")
MAINLAND = {
    "XSHG": ("600", "601", "603", "605", "688", "900", "510", "588"),
    "XSHE": ("000", "001", "002", "003", "200", "300", "301", "159"),
    "BJSE": ("920", "832", "871", "430"),
}


@st.composite
def listings(draw: st.DrawFn) -> str:
    """A listing that could be, on any exchange the forms know."""
    mic = draw(st.sampled_from(COVERED))
    if mic == "XHKG":
        return f"{mic}:{draw(st.integers(1, 99_999)):05}"
    if mic in MAINLAND:
        return f"{mic}:{draw(st.sampled_from(MAINLAND[mic]))}{draw(st.integers(0, 999)):03}"
    return f"{mic}:{draw(st.from_regex(r'[A-Z]{1,5}(?:[.][A-D])?', fullmatch=True))}"


def forms_of(listing: str) -> list[Form]:
    mic = listing.partition(":")[0]
    return [form for form in Form if not (form is Form.GOLDMINER and mic not in ("XHKG", "XSHG", "XSHE", "BJSE"))]


@given(listings() | st.sampled_from(SHIPPED), st.data())
def test_a_code_leads_back_to_its_listing(listing: str, data: st.DataObject) -> None:
    assume(listing.partition(":")[0] in COVERED and not listing.endswith(".OLD"))
    written = codes.write(listing, data.draw(st.sampled_from(forms_of(listing))))
    assert listing in codes.parse(written)
    assert listing in codes.parse(f" ({written}) ")


@pytest.mark.parametrize("form", Form)
def test_every_shipped_listing_has_a_code_that_leads_back(form: Form) -> None:
    for listing in SHIPPED:
        if listing.partition(":")[0] in COVERED and form in forms_of(listing) and not listing.endswith(".OLD"):
            assert listing in codes.parse(codes.write(listing, form))


@given(listings())
def test_in_china_a_code_means_one_listing(listing: str) -> None:
    mic, _, code = listing.partition(":")
    if mic in ("XHKG", "XSHG", "XSHE", "BJSE"):
        for form in Form:
            assert codes.parse(codes.write(listing, form)) == (listing,)
        assert codes.parse(code) == (listing,)


@given(st.text(max_size=20))
def test_any_text_is_read_and_gives_only_listings(text: str) -> None:
    for listing in codes.parse(text):
        assert re.fullmatch(r"[A-Z]{4}:[0-9A-Z.]+", listing)


@given(st.sampled_from(("US", "HK", "CN", "KY", "BM")), st.from_regex(r"[A-Z0-9]{9}", fullmatch=True))
def test_an_isin_is_known_by_its_check_digit(country: str, body: str) -> None:
    digit = stdnum_isin.calc_check_digit(country + body)
    right = f"{country}{body}{digit}"
    assert codes.isin(right) == right
    for other in set("0123456789") - {digit}:
        with pytest.raises(InvalidValue, match="ISIN"):
            codes.isin(f"{country}{body}{other}")


@pytest.mark.parametrize("listing", ["XHKG:700", "XLON:VOD", "", "XSHG:AAPL", "XNYS:1"])
def test_what_is_no_listing_of_a_form_has_no_code(listing: str) -> None:
    with pytest.raises(InvalidValue, match="has no ric code"):
        codes.write(listing, "ric")


def test_an_unknown_form_lists_the_known_ones() -> None:
    with pytest.raises(InvalidValue, match="one of exchange, ric"):
        codes.write("XHKG:00700", "cusip")
