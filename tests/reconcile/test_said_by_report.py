"""Statements of a report are made when somebody asks for them, and no others."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.reconcile.said import ById, Said, said_of
from onrecord.types import Span, Statement, Status


def statement(report: str, number: int) -> Statement:
    """The statement of a report with this number."""
    return Statement(f"{number}{report}", report, "status", f"s{number}", Status(f"s{number}", Span(0, 4), "talks"), Span(0, 4), "talk", None, None)  # type: ignore[arg-type]


@dataclass
class Maker:
    """Makes two statements a report, and notes for which it was asked."""

    asked: list[str] = field(default_factory=list)

    def __call__(self, report: str) -> tuple[Statement, ...]:
        """The later of the two first."""
        self.asked.append(report)
        return statement(report, 2), statement(report, 1)


def test_only_the_reports_that_are_asked_for_are_made_and_each_once() -> None:
    maker = Maker()
    said = Said("abc", maker)
    assert [s.id for s in said.of("b")] == ["1b", "2b"] and said.of("b") is said.of("b") and maker.asked == ["b"]
    assert said.of("z") == () and maker.asked == ["b"], "a report that is not there says nothing"
    assert [s.id for s in said] == ["1a", "1b", "1c", "2a", "2b", "2c"] and sorted(maker.asked) == ["a", "b", "c"]


def test_a_statement_is_looked_for_where_it_was_before_all_are_made() -> None:
    maker = Maker()
    said = Said("abc", maker, {"1c": "c", "gone": "a"}.get)
    assert ById(said)["1c"].report == "c" and maker.asked == ["c"]
    assert "gone" not in ById(said) and maker.asked == ["c", "a"], "it was in a report that does not say it any more"
    assert said.find("2b") is not None and sorted(maker.asked) == ["a", "b", "c"], "nobody knew where"


def test_what_is_otherwise_in_one_report_leaves_the_others_unmade() -> None:
    maker = Maker()
    said = Said("abc", maker).otherwise({"b": [statement("b", 7)]})
    assert [s.id for s in said.of("b")] == ["7b"] and maker.asked == [] and said.changed == {"b"}
    assert [s.id for s in said.within("a").all()] == ["1a", "2a"] and maker.asked == ["a"]
    assert [s.id for s in said_of([statement("y", 2), statement("x", 1)])] == ["1x", "2y"]
