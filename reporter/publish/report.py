"""What verify found: problems with their file and place, and how much was proved."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Problem:
    """A difference between a build and what it claims: in which file, where in it, and what differs."""

    file: str
    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}: {self.place}: {self.message}" if self.place else f"{self.file}: {self.message}"


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """The outcome of a verification: what was proved, by kind (sources, sentences …), and every problem."""

    problems: tuple[Problem, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()

    @property
    def ok(self) -> bool:
        """Whether everything was proved."""
        return not self.problems


@dataclass(slots=True)
class Proof:
    """A notebook for the checks: what they proved, and what they could not.

    Only the first problems of a file are kept in full, so that one shifted source does not bury the rest.
    """

    problems: list[Problem] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    unshown: dict[str, int] = field(default_factory=dict)

    limit = 5

    def proved(self, kind: str, number: int = 1) -> None:
        """Count things of a kind as proved."""
        self.counts[kind] = self.counts.get(kind, 0) + number

    def failed(self, file: str, place: str, message: str) -> None:
        """Note a problem."""
        if sum(problem.file == file for problem in self.problems) < self.limit:
            self.problems.append(Problem(file, place, message))
        else:
            self.unshown[file] = self.unshown.get(file, 0) + 1

    def report(self) -> VerifyReport:
        """All of it, problems in the order they were met."""
        more = [Problem(file, "", f"and {number} more") for file, number in self.unshown.items()]
        return VerifyReport((*self.problems, *more), tuple(self.counts.items()))
