"""What authors of plug-ins run in their own tests."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from chinamkt.article.parsers.protocol import ArticleParser
    from chinamkt.model.article import Article
    from chinamkt.model.report import Abstention, Finding, Report
    from chinamkt.rules.examples import Example
    from chinamkt.rules.language import Language
    from chinamkt.validate.cases import Case
    from chinamkt.validate.protocol import Context, Validator

__all__ = ["check_cases", "check_examples", "check_parser", "check_validator", "report_of", "rows_of"]

#: Texts that are no pages, but that a pipeline will meet: each must be cut without an error.
HOSTILE = (
    "",
    " ",
    "\n\n\n",
    "\r\n \r",
    "\x00",
    "\ud800",
    "\ufeff",
    "a" * 5_000,
    "\n" * 500 + "(END)",
    "<p><a href='",
    "# \n## \n",
    "恒指 ",
)
_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def rows_of(language: Language, example: Example) -> list[dict[str, Any]]:
    """The rows that a language alone reads in an example's text.

    >>> from chinamkt.rules.examples import Example
    >>> from chinamkt.plugins import load
    >>> rows = rows_of(load("chinamkt.languages")["en"], Example(text="The Hang Seng Index rose 0.7 per cent."))
    >>> rows[0]["subject"], rows[0]["pct"]
    ('index:HSI', '0.7')
    """
    from chinamkt.reader import Reader

    reader = Reader(languages={language.code: language})
    return reader.read(example.text, published=example.published).rows()


def check_examples(language: Language, examples: Iterable[Example] | None = None, *, rules: Iterable[str] | None = None) -> None:
    """Check that a language reads its examples as written, and that each rule is needed by one that names it.

    :param examples: those beside the language's modules unless given.
    :param rules: ids of the rules that must be needed; all of the language unless given.
    :raises AssertionError: with a line for every example that reads otherwise, for every one that
        does without a rule it names, and for every rule that no example names.
    """
    from chinamkt.rules.examples import beside, disagreement

    given = beside(language.modules) if examples is None else list(examples)
    wrong = [f"{example.place}: {told}" for example in given if (told := disagreement(example, rows_of(language, example)))]
    for rule in [rule.id for rule in language.every_rule] if rules is None else rules:
        named = [example for example in given if rule in example.rules]
        if not named:
            wrong.append(f"{rule}: no example names it")
        less = language.without(rule)
        wrong += [
            f"{example.place}: does without {rule}" for example in named if disagreement(example, rows_of(less, example)) is None
        ]
    _raise_all(wrong)


def check_parser(parser: ArticleParser, texts: Iterable[str]) -> None:
    r"""Check that a parser knows its pages and keeps the contract on them, cut short anywhere, and on texts that are no pages.

    :param texts: pages of the parser's layout.
    :raises AssertionError: with a line for every text on which it breaks the contract, or that it does not know.

    >>> from chinamkt.article.parsers.newswire import PARSER
    >>> check_parser(PARSER, ["Shares Gain\n\nBy A Writer\n\nShares rose 1%.\n\n(END) Some Newswires\n\n06-09-25 0135ET"])
    """
    from chinamkt.article.cutting import view_of
    from chinamkt.article.parsers.protocol import ArticleParser

    _must_be(ArticleParser, parser, "no parser: an instance with name, score() and articles()")
    known = list(texts)
    wrong = [] if known else ["no text: give pages of the parser's layout"]
    unknown = [text for text in known if parser.score(view_of(text), text) <= 0]
    wrong += [f"{_short(text)}: scored 0, so another parser would cut it" for text in unknown]
    shorter = (text[: len(text) * tenths // 10] for text in known for tenths in range(1, 10))
    for text in (*known, *shorter, *HOSTILE):
        view = view_of(text)
        try:
            score, cut = parser.score(view, text), parser.articles(view, text, "en")
            again = parser.articles(view, text, "en")
        except Exception as error:  # noqa: BLE001 - whatever it is, a parser must not raise it
            wrong.append(f"{_short(text)}: raised {type(error).__name__}: {error}")
            continue
        faults = list(_faults_of_articles(parser.name, cut, text))
        faults += [] if 0 <= score <= 9 else [f"score {score} is not between 0 and 9"]
        faults += [] if list(again) == list(cut) else ["cut otherwise the second time"]
        wrong += [f"{_short(text)}: {fault}" for fault in faults]
    _raise_all(wrong)


def _faults_of_articles(name: str, articles: Sequence[Article], text: str) -> Iterator[str]:
    if [article.number for article in articles] != list(range(max(1, len(articles)))):
        yield f"articles numbered {[article.number for article in articles]}, not 0, 1, 2, ..."
    for article in articles:
        if article.parser != name:
            yield f"article {article.number} says it was cut by {article.parser!r}, not {name!r}"
        spans = [segment.span for segment in article.segments]
        if any(after.start < before.start for before, after in pairwise(spans)):
            yield f"the segments of article {article.number} are not in the order of the text"
        parts = (article.headline, article.byline, article.dateline)
        if any(span.end > len(text) for span in (*spans, *parts) if span is not None):
            yield f"article {article.number} reaches beyond the text"
    every = sorted((segment.span.start, segment.span.end) for segment in chain(*(article.segments for article in articles)))
    for (_, end), (start, _) in pairwise(every):
        if start < end:
            yield f"two segments share {_short(text[start:end])}"


def check_validator(
    validator: Validator,
    positive: Iterable[Report],
    abstains: Iterable[Report] = (),
    *,
    context: Context | None = None,
    examples: int = 100,
) -> None:
    """Check that a validator finds what it should and nothing else, and keeps the contract on generated reports.

    :param positive: reports in which it must find something.
    :param abstains: reports in which it must find nothing; it may abstain.
    :param context: what it needs beside the report.
    :param examples: how many generated reports it is run on; needs Hypothesis unless 0.
    :raises AssertionError: with a line for every report on which it does otherwise.

    >>> from chinamkt import Report
    >>> from chinamkt.validate.weekday import weekday_mismatch
    >>> check_validator(weekday_mismatch, [Report(text="Monday, February 18, 2025")], [Report(text="Monday, February 18")])
    """
    from chinamkt.validate.protocol import Context, Validator

    _must_be(Validator, validator, "no validator: an instance with code, severity, needs and check()")
    given = Context() if context is None else context
    finds, silent = list(positive), list(abstains)
    wrong = [] if finds else ["no positive report: a rule that never finds anything can't be tested"]
    if not _CODE.fullmatch(validator.code):
        wrong.append(f"code {validator.code!r}: lower-case words joined by hyphens")
    if not given.provides(validator.needs):
        wrong.append(f"it needs {', '.join(validator.needs)}: give them in the context")
    _raise_all(wrong)
    for report in finds:
        said = list(validator.check(report, given))
        wrong += [] if _findings(said) else [f"{_short(report.text)}: nothing found"]
        wrong += _faults_of_findings(validator, report, said, given)
    for report in silent:
        said = list(validator.check(report, given))
        wrong += [f"{_short(report.text)}: should abstain, but found {finding.message!r}" for finding in _findings(said)]
        wrong += _faults_of_findings(validator, report, said, given)
    _raise_all(wrong)
    if examples:
        _check_on_generated(validator, given, examples)


def _findings(said: Iterable[Finding | Abstention]) -> list[Finding]:
    from chinamkt.model.report import Finding

    return [one for one in said if isinstance(one, Finding)]


def _abstentions(said: Iterable[Finding | Abstention]) -> list[Abstention]:
    from chinamkt.model.report import Abstention

    return [one for one in said if isinstance(one, Abstention)]


def report_of(case: Case) -> Report:
    """The report that a case is about: its text as read, or its facts on its text.

    >>> from chinamkt.validate.cases import Case
    >>> report_of(Case(kind="good", code="some-code", text="The Hang Seng Index rose 1%.")).facts[0].instrument.subject
    'index:HSI'
    """
    from chinamkt.model.article import Article
    from chinamkt.model.report import Report
    from chinamkt.outputs.flat import from_rows
    from chinamkt.outputs.wire import read_published
    from chinamkt.reader import read

    if case.facts is None:
        return read(case.text, published=case.published)
    published = read_published(case.published) if case.published else None
    return Report(text=case.text, articles=(Article(published=published),), facts=from_rows(case.facts, text=case.text))


def check_cases(validator: Validator, cases: Iterable[Case], *, context: Context | None = None) -> None:
    """Check that a validator judges its cases as they say: finds what is bad, passes what is good, abstains where it must.

    :param cases: those of other codes are left alone; :func:`chinamkt.validate.cases.load_cases` reads a file of them.
    :param context: what it needs beside the report.
    :raises AssertionError: with a line for every case that is judged otherwise, and for a kind of case that is missing.

    >>> from chinamkt.validate.arithmetic import arithmetic_mismatch
    >>> from chinamkt.validate.cases import shipped_cases
    >>> check_cases(arithmetic_mismatch, shipped_cases())
    """
    from chinamkt.validate.cases import KINDS
    from chinamkt.validate.protocol import Context

    given = Context() if context is None else context
    own = [case for case in cases if case.code == validator.code]
    wrong = [f"{validator.code}: no {kind} case" for kind in KINDS if kind not in {case.kind for case in own}]
    for case in own:
        report = report_of(case)
        said = list(validator.check(report, given))
        told = _judged_otherwise(validator, case, said)
        wrong += [f"{case.place}: {told}"] if told else []
        wrong += [f"{case.place}: {fault}" for fault in _faults_of_findings(validator, report, said, given)]
    _raise_all(wrong)


def _judged_otherwise(validator: Validator, case: Case, said: Sequence[Finding | Abstention]) -> str | None:
    found = _findings(said)
    reasons = [one.reason for one in _abstentions(said)]
    if case.kind == "bad":
        severity = case.severity or validator.severity
        if any(finding.severity is severity and case.says in finding.message for finding in found):
            return None
        return f"no finding ({severity.value}) that says {case.says!r}, but {[one.message for one in found] + reasons}"
    if found:
        return f"found {[finding.message for finding in found]}"
    if case.kind == "good":
        return f"abstains: {reasons}" if reasons else None
    return None if any(case.says in reason for reason in reasons) else f"does not abstain for {case.says!r}, but {reasons}"


def _check_on_generated(validator: Validator, context: Context, examples: int) -> None:
    from hypothesis import HealthCheck, Phase, given, settings

    from chinamkt import strategies

    # The same reports every time; a failure is made small, but not explained, which takes far longer.
    @settings(
        max_examples=examples,
        phases=(Phase.generate, Phase.shrink),
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(strategies.reports())
    def keeps_the_contract(report: Report) -> None:
        _raise_all(_faults_of_findings(validator, report, list(validator.check(report, context)), context))

    keeps_the_contract()


def _faults_of_findings(validator: Validator, report: Report, said: list[Finding | Abstention], context: Context) -> list[str]:
    order = ("error", "warning", "info")
    faults = [] if list(validator.check(report, context)) == said else ["found otherwise the second time"]
    for one in _abstentions(said):
        if one.code != validator.code:
            faults.append(f"an abstention with the code {one.code!r}")
        if not one.reason:
            faults.append("an abstention without a reason")
        if one.fact is not None and one.fact not in report.facts:
            faults.append("an abstention about a fact that is not in the report")
    for finding in _findings(said):
        if finding.code != validator.code:
            faults.append(f"a finding with the code {finding.code!r}")
        if order.index(finding.severity) < order.index(validator.severity):
            faults.append(f"a finding worse than {validator.severity.value}: {finding.severity.value}")
        if not finding.message or not finding.hint:
            faults.append("a finding without message or hint")
        if any(fact not in report.facts for fact in finding.facts):
            faults.append("a finding about a fact that is not in the report")
        if any(span.end > len(report.text) for span in finding.spans):
            faults.append("a finding beyond the text")
    return [f"{_short(report.text)}: {fault}" for fault in faults]


def _must_be(protocol: type, plugin: object, otherwise: str) -> None:
    """A class passes for its own protocol at run time, so it is told apart."""
    _raise_all([] if isinstance(plugin, protocol) and not isinstance(plugin, type) else [f"{plugin!r} is {otherwise}"])


def _short(text: str) -> str:
    return repr(text if len(text) <= 60 else f"{text[:57]}...")


def _raise_all(faults: list[str]) -> None:
    if faults:
        raise AssertionError("\n".join(faults))
