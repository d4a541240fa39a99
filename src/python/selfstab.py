"""Runs selfstab from Python: results as dictionaries, tables as arrays, pictures where there is matplotlib.

A problem is a file, a text, or defined here; each of its methods runs one command of the launcher and returns what the command found:

>>> import selfstab
>>> valley = selfstab.Problem.define(
...     title="Valley", variables=["x", "y"], loss="(y + zeta*x)*x^2/2 - epsilon*(x + y)",
...     parameters={"eta": "3/10", "zeta": 1, "epsilon": "1/100"},
...     start={"x": "sqrt(2*epsilon)/2", "y": "2/eta"}, run={"at_edge": True})
>>> run = valley.verify(horizon=100, set={"zeta": "1/2"})
>>> run.holds, run["steps"]
(True, 100)
>>> round(run["C1"], 3)
4.282
>>> run.claims["verdict"][0]
'HOLDS'

That a claim fails is a result (``run.fails``) and no exception; bad input is one, with its place:

>>> selfstab.Problem.parse("title = 3").check()
Traceback (most recent call last):
    ...
selfstab.SelfstabError: problem.toml:1:9: title is an integer; it must be a string, in quotes

The launcher is the argument ``launcher`` where there is one, else the environment variable ``SELFSTAB``, else ``selfstab`` in the
``PATH``, else ``target/selfstab`` of the sources beside this file. Needs Python 3.9; NumPy makes columns arrays, and without it they
are lists.
"""

from __future__ import annotations

import contextlib
import csv
import html
import inspect
import json
import math
import numbers
import os
import re
import shutil
import subprocess
import tempfile
import threading
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any, Union

try:
    import numpy
except ImportError:
    numpy = None

__version__ = "0.1.0.dev0"
__all__ = [
    "Certificate", "Certification", "Descent", "Drift", "Exploration", "Family", "Launcher", "Ode", "Panel", "Problem", "Recheck", "Result", "SelfstabError",
    "SelfstabTimeout", "SelfstabWarning", "Suite", "Sweep", "Table", "Verification", "generate", "read", "read_table", "recheck", "run",
]

#: What an exact number may be given as: an expression of problem files such as "sqrt(2)/3"; a float is the decimal that Python shows.
Exact = Union[str, int, float, Fraction]


# Errors


class SelfstabError(Exception):
    """What cannot be done as asked for, in one line.

    Attributes: ``status``, the exit status of the command (2 for bad input, 70 for an internal error; None where none ran);
    ``file``, ``line``, ``column``, the place in a file or option where one was told, else None; ``stderr``, all that the command said.
    """

    _PLACE = re.compile(r"(?P<file>.+?):(?P<line>\d+):(?P<column>\d+): ")

    def __init__(self, message: str, *, status: int | None = None, stderr: str = "") -> None:
        super().__init__(message)
        self.status = status
        self.stderr = stderr
        place = self._PLACE.match(message)
        self.file: str | None = place["file"] if place else None
        self.line: int | None = int(place["line"]) if place else None
        self.column: int | None = int(place["column"]) if place else None


class SelfstabTimeout(SelfstabError, TimeoutError):
    """A command that did not end in the time it was given, and was ended."""


class SelfstabWarning(UserWarning):
    """What a command warns of: a number that is not exact, a loss that is not smooth."""


# The launcher


@dataclass(frozen=True)
class Launcher:
    """How the program is started.

    path: the launcher or a ``selfstab.jar``; None to look for it. timeout: seconds that each command may take; None for no limit.
    progress: called with each line of progress that a long command prints, for instance ``print``.
    """

    path: str | os.PathLike[str] | None = None
    timeout: float | None = None
    progress: Callable[[str], None] | None = None

    #: How long a command that is ended may take to remove its unfinished files, in seconds.
    _GRACE = 5.0

    @staticmethod
    def of(launcher: Launcher | str | os.PathLike[str] | None) -> Launcher:
        """A launcher, or the one at a path."""
        return launcher if isinstance(launcher, Launcher) else Launcher(launcher)

    def command(self) -> list[str]:
        """The words that start the program; SelfstabError where it is not found."""
        given = self.path or os.environ.get("SELFSTAB")
        if given:
            found = shutil.which(os.path.expanduser(os.fspath(given))) or os.path.expanduser(os.fspath(given))
            if not os.path.isfile(found):
                source = "the argument launcher" if self.path else "the environment variable SELFSTAB"
                raise SelfstabError(f"no launcher at {given}, which {source} names; give the path of selfstab or selfstab.jar")
        else:
            built = Path(__file__).resolve().parents[2] / "target"
            beside = [os.fspath(built / name) for name in ("selfstab", "selfstab.jar")]
            places = [shutil.which("selfstab"), *(place for place in beside if os.path.isfile(place))]
            found = next((place for place in places if place), None)
            if found is None:
                raise SelfstabError(
                    "selfstab is not found: put its launcher into the PATH, or its path into the environment variable SELFSTAB or the "
                    "argument launcher"
                )
        found = os.path.abspath(found)
        return [shutil.which("java") or "java", "-jar", found] if found.endswith(".jar") else [found]

    def run(self, *arguments: str, folder: str | None = None, timeout: float | None = None) -> Output:
        """Runs a command to its end, and kills it where the time is over or Python is interrupted."""
        timeout = self.timeout if timeout is None else timeout
        command = [*self.command(), *arguments]
        lines: list[str] = []
        with tempfile.TemporaryFile() as out:
            try:
                process = subprocess.Popen(
                    command, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.PIPE, cwd=folder, env=_environment()
                )
            except OSError as failure:
                raise SelfstabError(f"{command[0]} cannot be started: {failure.strerror}") from failure
            reader = threading.Thread(target=self._listen, args=(process.stderr, lines), daemon=True)
            reader.start()
            try:
                process.wait(timeout)
            except subprocess.TimeoutExpired:
                raise SelfstabTimeout(f"selfstab {arguments[0]} did not end within {timeout:g} s, and was ended") from None
            finally:
                self._end(process)
                # What a wrapper started may hold the pipe open for longer.
                reader.join(self._GRACE)
            out.seek(0)
            return Output(process.returncode, out.read().decode("utf-8"), lines)

    def _listen(self, stream: Any, lines: list[str]) -> None:
        with stream:
            for raw in stream:
                line = raw.decode("utf-8", "replace").rstrip("\r\n")
                lines.append(line)
                if self.progress is not None and not line.startswith(Output.WARNING):
                    self.progress(line)

    def _end(self, process: subprocess.Popen[bytes]) -> None:
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(self._GRACE)
            except subprocess.TimeoutExpired:
                pass
            finally:
                process.kill()
                process.wait()


def _environment() -> dict[str, str]:
    """This process's environment, in which Java can name every file."""
    environment = dict(os.environ)
    locale = next((environment[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if environment.get(name)), "C")
    if os.name == "posix" and not re.search("utf-?8", locale, re.IGNORECASE):
        environment["LC_ALL"] = "C.UTF-8"
    return environment


@dataclass(frozen=True)
class Output:
    """What a command left behind."""

    status: int
    out: str
    err: list[str]

    WARNING = "warning: "
    #: A line of progress: of a task, of its steps, or of the things that it does.
    _PROGRESS = re.compile(r".+?(: step \d+|: \d+ of \d+ .+)? after \d+ s(, about \d+ s left)?")
    _FOUND = (0, 1, 3)
    _INTERNAL_ERROR = 70

    def text(self) -> str:
        """What it printed; SelfstabError where it found nothing."""
        for line in self.err:
            if line.startswith(self.WARNING):
                # The caller of a method, or of a function: the frames below are this module's.
                warnings.warn(line[len(self.WARNING) :], SelfstabWarning, stacklevel=_outside())
        if self.status in self._FOUND and self.out:
            return self.out
        messages = self.messages()
        if not messages:
            reason = f"ended by signal {-self.status}" if self.status < 0 else f"exit status {self.status}"
            messages = (f"selfstab said nothing: {reason}",)
        message = messages[0 if self.status == self._INTERNAL_ERROR else -1]
        raise SelfstabError(message, status=self.status, stderr="\n".join(self.err))

    def messages(self) -> tuple[str, ...]:
        """What it said that is neither a warning nor progress."""
        said = (line.strip() for line in self.err if not line.startswith(self.WARNING))
        return tuple(line for line in said if line and not self._PROGRESS.fullmatch(line))


def _outside() -> int:
    """The stack level, as ``warnings.warn`` counts from its caller, of the first frame outside this module."""
    frame, level = inspect.currentframe(), 0
    while frame is not None and frame.f_globals.get("__name__") == __name__:
        frame, level = frame.f_back, level + 1
    return level


# Tables


class Table(Mapping[str, Sequence[Any]]):
    """Columns by their names: NumPy arrays where there is NumPy, lists otherwise.

    Numbers that are undefined or not finite are nan. ``pandas.DataFrame(dict(table))`` makes a data frame of it.

    >>> table = Table.of_rows([{"eps": 0.1, "C1": 2}, {"eps": 0.01, "C1": None}])
    >>> list(table), table.row_count
    (['eps', 'C1'], 2)
    >>> [float(value) for value in table["C1"]]
    [2.0, nan]
    """

    _ROWS_SHOWN = 40

    def __init__(self, columns: Mapping[str, Sequence[Any]], row_count: int) -> None:
        self._columns = {name: _column(values) for name, values in columns.items()}
        self._rows: list[dict[str, Any]] | None = None
        #: How many rows there are; ``len`` is the number of columns, as of any mapping.
        self.row_count = row_count

    @classmethod
    def of_rows(cls, rows: Sequence[Mapping[str, Any]]) -> Table:
        """A table whose columns are the members of its rows, in the order in which they first occur."""
        names = dict.fromkeys(name for row in rows for name in row)
        table = cls({name: [row.get(name) for row in rows] for name in names}, len(rows))
        table._rows = [dict(row) for row in rows]
        return table

    def __getitem__(self, name: str) -> Sequence[Any]:
        return self._columns[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)

    def rows(self) -> list[dict[str, Any]]:
        """Its rows as dictionaries, with None as the JSON has it."""
        if self._rows is not None:
            return [dict(row) for row in self._rows]
        return [{name: column[i] for name, column in self.items()} for i in range(self.row_count)]

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self.row_count} rows: {', '.join(self)}>"

    def _repr_html_(self) -> str:
        half = self._ROWS_SHOWN // 2
        rows = [[row.get(name) for name in self] for row in self.rows()]
        if len(rows) <= self._ROWS_SHOWN:
            return _html_table(list(self), rows)
        return _html_table(list(self), [*rows[:half], ["…"] * len(self), *rows[-half:]]) + f"<p>{len(rows)} rows</p>"


class Trajectory(Table):
    """The steps t = 0, 1, ... of a run: iterates ``theta``, constrained trajectory ``dagger``, sharpness, coordinates and prediction.

    The columns are those of ``trajectory.csv``, in the symbols of theory.md.
    """

    @property
    def theta(self) -> Any:
        """The iterates, a row for each step."""
        return self._matrix("theta_")

    @property
    def dagger(self) -> Any:
        """The constrained trajectory, a row for each step."""
        return self._matrix("dagger_")

    @property
    def sharpness_predicted(self) -> Any:
        """``S(dagger_t) + y*_t + kappa_3 x*_t``, the sharpness that statement (26) compares with."""
        terms = zip(self["sharpness_dagger"], self["y_pred"], self["kappa3"], self["x_pred"])
        return _column([dagger + y + kappa * x for dagger, y, kappa, x in terms])

    def _matrix(self, prefix: str) -> Any:
        columns = [column for name, column in self.items() if name.startswith(prefix)]
        return numpy.column_stack(columns) if numpy is not None else [list(row) for row in zip(*columns)]


def read_table(path: str | os.PathLike[str]) -> Table:
    """Reads a CSV file that ``--out`` wrote, such as ``trajectory.csv``, ``ode.csv``, ``family.csv`` or ``sweep.csv``."""
    return _read_csv(Path(path), Table)


def _read_csv(path: Path, kind: type[Table]) -> Any:
    with open(path, encoding="utf-8", newline="") as file:
        lines = csv.reader(file)
        names = next(lines, [])
        rows = list(lines)
    return kind({name: [_cell(row[i]) for row in rows] for i, name in enumerate(names)}, len(rows))


def _cell(text: str) -> Any:
    if not text:
        return None
    with contextlib.suppress(ValueError):
        return int(text)
    with contextlib.suppress(ValueError):
        return float(text)
    return text


def _column(values: Sequence[Any]) -> Any:
    """An array of the values: whole numbers, floats in which None is nan, or anything."""
    if numpy is not None and isinstance(values, numpy.ndarray):
        return values
    values = list(values)
    present = [value for value in values if value is not None]
    if all(isinstance(value, bool) for value in present) and len(present) == len(values):
        return values if numpy is None else numpy.array(values, dtype=bool)
    if any(isinstance(value, bool) or not isinstance(value, (int, float)) for value in present):
        if numpy is None:
            return values
        array = numpy.empty(len(values), dtype=object)
        array[:] = values
        return array
    whole = len(present) == len(values) and all(isinstance(value, int) and abs(value) < 2**63 for value in present)
    if not whole:
        values = [math.nan if value is None else float(value) for value in values]
    return values if numpy is None else numpy.array(values, dtype=numpy.int64 if whole and values else float)


# Results


class Result(Mapping[str, Any]):
    """What a command found: a mapping with the members of its JSON, whose schema is ``result["schema"]``.

    That claims fail or are undecided is told by ``holds``, ``fails`` and ``undecided``: a result has no truth value of its own.
    What is undefined or not finite is None.
    """

    def __init__(self, data: dict[str, Any], status: int, messages: tuple[str, ...] = (), folder: Path | None = None) -> None:
        #: The JSON.
        self.data = data
        #: The exit status: 0, 1 or 3.
        self.status = status
        #: What the command said besides, such as what the checker does not confirm.
        self.messages = messages
        #: The folder of its files, where one was given by ``out``.
        self.folder = folder

    def __getitem__(self, name: str) -> Any:
        return self.data[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.data)

    def __len__(self) -> int:
        return len(self.data)

    def __bool__(self) -> bool:
        raise TypeError("a result may hold, fail or be undecided: ask for .holds, .fails or .undecided")

    @property
    def holds(self) -> bool:
        """Whether every claim asked for holds."""
        return self.status == 0

    @property
    def fails(self) -> bool:
        """Whether some claim fails."""
        return self.status == 1

    @property
    def undecided(self) -> bool:
        """Whether nothing fails, but something is undecided or does not apply."""
        return self.status == 3

    @property
    def summary(self) -> str:
        """One sentence on what was found."""
        return str(self.data["summary"])

    @property
    def claims(self) -> Table:
        """Its claims, a row for each; without any, a table without rows."""
        return self.table("claims")

    def table(self, member: str) -> Table:
        """A member that is an array of objects, as a table of what stands in them that is neither an object nor an array."""
        return Table.of_rows([_flat(row) for row in self.data.get(member) or []])

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.data.get('problem') or self.data.get('schema')}: {self.summary}>"

    def _repr_html_(self) -> str:
        parts = [f"<p><b>{html.escape(str(self.data.get('title') or ''))}</b> {html.escape(self.summary)}</p>"]
        parts += [table._repr_html_() for table in self._tables() if table.row_count]
        said = [*(self.data.get("notes") or []), *self.messages]
        parts += [f"<p>{html.escape(note)}</p>" for note in said]
        if self.data.get("evidence"):
            parts.append(f"<p><i>evidence: {html.escape(str(self.data['evidence']))}</i></p>")
        return "".join(parts)

    def _tables(self) -> Iterable[Table]:
        names = [name for name, value in self.data.items() if isinstance(value, list) and all(isinstance(row, dict) for row in value)]
        return [self.claims if name == "claims" else self.table(name) for name in names]


def _flat(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if not isinstance(value, (dict, list))}


class _WithFiles(Result):
    """A result with tables in files, which are written when they are first asked for."""

    _rerun: Callable[[str], Path]

    def _file(self, name: str, kind: type[Table]) -> Any:
        if self.folder is not None:
            return self._read(self.folder, name, kind)
        with tempfile.TemporaryDirectory(prefix="selfstab-") as scratch:
            return self._read(self._rerun(scratch), name, kind)

    def _read(self, folder: Path, name: str, kind: type[Table]) -> Any:
        try:
            about = json.loads((folder / f"{name}.meta.json").read_text(encoding="utf-8"))["run"]
            table = _read_csv(folder / f"{name}.csv", kind)
        except FileNotFoundError as missing:
            raise SelfstabError(f"no {Path(missing.filename).name} in {folder}: this run wrote none") from missing
        if not _is_of(about, self.data["run"]):
            raise SelfstabError(f"{name}.csv is of another run: the problem has changed since this one; run it again")
        return table


class Verification(_WithFiles):
    """What ``verify`` or ``check`` found on a run."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._trajectory: Trajectory | None = None

    @property
    def claims(self) -> Table:
        """Conclusions and conditions with what was measured of each."""
        return Table.of_rows([
            {
                "claim": f"{claim['name']} ({claim['formula']})" if claim.get("formula") else claim["name"],
                "verdict": measure["verdict"],
                "quantity": measure["quantity"],
                "value": measure["value"],
                "threshold": measure["threshold"],
                "step": measure["step"],
                "reason": measure["reason"],
            }
            for member in ("conclusions", "conditions")
            for claim in self.data.get(member, [])
            for measure in claim["measures"]
        ])

    @property
    def trajectory(self) -> Trajectory:
        """The steps of the run. They stand in the folder ``out``; without one the run is done once more when they are first asked for."""
        if self._trajectory is None:
            self._trajectory = self._file("trajectory", Trajectory)
        return self._trajectory

    def _tables(self) -> Iterable[Table]:
        return [self.claims]

    def plot_sharpness(self, axes: Any = None) -> Any:
        """Draws the sharpness of the iterates (dots) and its prediction (lines), even and odd steps apart, beside 2/eta."""
        axes = _axes(axes)
        steps, eta = self.trajectory, self.data["run"]["problem"]["parameters"]["eta"]["value"]
        axes.axhline(2 / eta, color="black", linestyle="--", linewidth=1, label="2/η")
        for parity, name, color in ((0, "even", "C0"), (1, "odd", "C1")):
            times = steps["t"][parity::2]
            axes.plot(times, steps.sharpness_predicted[parity::2], color=color, linewidth=1, label=f"predicted, {name} t")
            axes.plot(times, steps["sharpness"][parity::2], ".", color=color, markersize=4, label=f"S(θ), {name} t")
        axes.set(xlabel="t", ylabel="sharpness", title=self.data["title"])
        axes.legend(fontsize="small")
        return axes

    def plot_phase(self, axes: Any = None) -> Any:
        """Draws the phase portrait of every second step: x along u against y along grad S, iterates (dots) and prediction (line)."""
        axes = _axes(axes)
        steps = self.trajectory
        axes.plot(steps["x_pred"][::2], steps["y_pred"][::2], color="C0", linewidth=1, label="predicted")
        axes.plot(steps["x"][::2], steps["y"][::2], ".", color="C0", markersize=4, label="gradient descent")
        axes.set(xlabel="x, even t", ylabel="y", title=self.data["title"])
        axes.legend(fontsize="small")
        return axes


class Exploration(Result):
    """What ``explore`` found: gradient flow, and where gradient descent with some step sizes meets the edge."""

    @property
    def step_sizes(self) -> Table:
        """The step sizes that were tried, the file's own first."""
        return self.table("step_sizes")

    @property
    def flow(self) -> Table:
        """Points of gradient flow: ``time``, ``loss``, ``slope``, ``sharpness``."""
        return Table.of_rows(self.data["flow"]["samples"])


class Descent(Result):
    """What ``descent`` found: gradient descent alone."""

    @property
    def rows(self) -> Table:
        """The iterates: ``t``, ``loss``, ``gradient_norm``, and with ``measure`` ``sharpness``, ``lambda2``, ``alpha``, ``beta``, ``delta``, ``kappa_3``, ``gamma``."""
        return self.table("rows")


class Noise(Result):
    """What ``noise`` found: edges of stability of stochastic gradients at a minimum, or where the noisy edge settles."""

    @property
    def escape(self) -> Table:
        """How many runs left the minimum: ``eta``, ``left``, ``runs``."""
        return self.table("escape")


class Bifurcation(Result):
    """What ``bifurcation`` found: orbits over a parameter."""

    @property
    def events(self) -> Table:
        """Where stability or course changes: ``kind``, ``period``, ``at``, ``branch``, ``changes_stability``."""
        return self.table("events")

    @property
    def attractor(self) -> Table:
        """The iterates in columns of the parameter: ``at``, ``period``, ``lyapunov``."""
        return self.table("attractor")


class Drift(_WithFiles):
    """What ``drift`` found: whether the oscillation dies, lasts or grows."""

    @property
    def periods(self) -> Table:
        """The whole periods of the iterates: ``start``, ``end``, ``energy``, changes of log I and log J ``measured`` and ``predicted``."""
        return self._file("drift", Table)

    @property
    def directions(self) -> Table:
        """Those off u at the start: ``eigenvalue``, ``in_epsilon`` and ``kind``, soft, stiff or between."""
        return self.table("directions")


class Ode(_WithFiles):
    """What ``ode`` found: the run beside the reduced equation and the central flow."""

    @property
    def steps(self) -> Table:
        """The steps of the run and the equation at them, of ``ode.csv``."""
        return self._file("ode", Table)

    @property
    def central_flow(self) -> Table:
        """The central flow, of ``central-flow.csv``."""
        return self._file("central-flow", Table)


class Family(Result):
    """What ``family`` found on the members of a family."""

    # The ratio of constants from which on their axis is logarithmic.
    _WIDE = 30

    #: The constants of members, and the statements on whose errors they are.
    CONSTANTS = {"C1": "coupling (24)", "CL": "loss (25)", "CS": "sharpness (26)", "CP": "implicit bias (27a)", "CD": "descent (27b)"}

    @property
    def members(self) -> Table:
        """A row for each member."""
        return self.table("members")

    @property
    def orders(self) -> Table:
        """A row for the order of each error."""
        return self.table("orders")

    @property
    def claims(self) -> Table:
        """A row for each conclusion, at the member where it is worst."""
        return self.table("conclusions")

    def _tables(self) -> Iterable[Table]:
        return [self.orders, self.members]

    def plot(self, axes: Any = None) -> Any:
        """Draws the constants of the members against epsilon: where they stay bounded as it tends to 0, the error has the order asserted.

        Dotted is the limit that they are extrapolated to, where it is known to a tenth.
        """
        axes = _axes(axes)
        members = self.members
        orders = {order["statement"]: order for order in self.data["orders"]}
        drawn: list[float] = []
        for index, (constant, statement) in enumerate(self.CONSTANTS.items()):
            finite = [value for value in members[constant] if value == value]
            order = orders.get(statement)
            if order is None or not finite:
                continue
            drawn += finite
            label = f"{statement}: {order['verdict']}"
            if order["slope"] is not None:
                label = f"{statement}: order {order['slope']:.3f}, {order['verdict']}"
            limit, error = order["constant_limit"], order["constant_limit_error"]
            if limit is not None and error <= limit / 10:
                axes.axhline(limit, color=f"C{index}", linestyle=":", linewidth=1)
                label += f", limit {limit:.4g}"
            axes.plot(members["epsilon"], members[constant], "o-", color=f"C{index}", label=label)
        axes.set(xscale="log", xlabel="ε", ylabel="constant", title=self.data["title"])
        if drawn and 0 < min(drawn) < max(drawn) / self._WIDE:
            axes.set_yscale("log")
        else:
            axes.set_ylim(bottom=0)
        if drawn:
            axes.legend(fontsize="small")
        return axes


class Sweep(Result):
    """What ``sweep`` found at the points of a grid."""

    @property
    def axes(self) -> dict[str, Any]:
        """The values of each parameter of the grid, as floats."""
        return {axis["parameter"]: _column([float(Fraction(value)) for value in axis["values"]]) for axis in self.data["grid"]}

    @property
    def points(self) -> Table:
        """A row for each point: its parameters as floats, status and reason, quantities, and claims as ``claim NAME``."""
        return Table.of_rows([
            {
                **{name: float(Fraction(value)) for name, value in point["set"].items()},
                "status": point["status"],
                **point["quantities"],
                **{f"claim {name}": verdict for name, verdict in point["claims"].items()},
                "reason": point["reason"],
            }
            for point in self.data["points"]
        ])

    def grid(self, quantity: str) -> Any:
        """A column of ``points`` in the shape of the grid, with an axis for each of ``axes``, in their order; needs NumPy."""
        if numpy is None:
            raise ImportError("a grid needs NumPy; without it there is the column points[quantity], whose last parameter varies fastest")
        return self.points[quantity].reshape([len(axis["values"]) for axis in self.data["grid"]])

    def _tables(self) -> Iterable[Table]:
        return [self.points]


@dataclass(frozen=True)
class Certificate:
    """A certificate that the independent checker verifies."""

    text: str
    launcher: Launcher = field(default=Launcher(), repr=False)

    @property
    def data(self) -> dict[str, Any]:
        """Its JSON."""
        return json.loads(self.text)

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Writes it to a file, as it is."""
        Path(path).write_bytes(self.text.encode("utf-8"))
        return Path(path)

    def recheck(self, problem: Problem | None = None, **options: Any) -> Recheck:
        """See :func:`recheck`."""
        with tempfile.TemporaryDirectory(prefix="selfstab-") as scratch:
            return recheck(self.save(Path(scratch) / "certificate.json"), problem, launcher=self.launcher, **options)

    def __repr__(self) -> str:
        return f"<Certificate of {len(self.text)} characters>"


class Certification(Result):
    """What ``certify``, ``certify-box`` or ``certify-cycle`` proved, with the certificate."""

    #: None where there was nothing to certify.
    certificate: Certificate | None = None

    @property
    def claims(self) -> Table:
        """A row for each claim; of a family those of each member, then those on all of them."""
        return _claims_of_members(self.data, "certification")


class Recheck(Result):
    """What the independent checker says of a certificate."""

    @property
    def confirmed(self) -> bool:
        """Whether every claim that states something is confirmed."""
        return self.holds

    @property
    def claims(self) -> Table:
        """A row for each claim; of a family those of each member, then those on all of them."""
        return _claims_of_members(self.data, "recheck")


def _claims_of_members(data: Mapping[str, Any], part: str) -> Table:
    claims = data.get("claims") or []
    if "members" not in data:
        return Table.of_rows([_flat(claim) for claim in claims])
    of_members = [{"member": member["value"], **_flat(claim)} for member in data["members"] for claim in member[part]["claims"]]
    return Table.of_rows(of_members + [{"member": "all", **_flat(claim.get("claim", claim))} for claim in claims])


class Suite(Result):
    """What ``test`` found of the claims of files."""

    @property
    def claims(self) -> Table:
        """A row for each claim."""
        return Table.of_rows([{"file": file["file"], **_flat(claim)} for file in self.data["files"] for claim in file["claims"]])

    def _tables(self) -> Iterable[Table]:
        return [self.claims]


@dataclass(frozen=True)
class Panel:
    """A page with sliders that runs a problem in a browser; notebooks show it. page: its HTML."""

    page: str = field(repr=False)

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Writes it to a file, for a talk or a paper's supplement."""
        path = Path(os.path.expanduser(path))
        path.write_bytes(self.page.encode("utf-8"))
        return path

    def _repr_html_(self) -> str:
        return (
            f'<iframe srcdoc="{html.escape(self.page)}" sandbox="allow-scripts" title="Panel" '
            'style="width: 100%; height: 56rem; border: 0"></iframe>'
        )


# Problems


@dataclass(frozen=True)
class Problem:
    """A loss, its parameters and a start, as a file or a text; see ``read``, ``Problem.parse`` and ``Problem.define``.

    Every method runs the command of its name. Of their arguments, ``set`` overrides parameters by exact expressions
    (``{"zeta": "1/2"}``), ``horizon`` is the number of steps, ``precision`` a number of decimal digits, ``out`` a folder for the
    command's files, which ``force`` replaces, and ``timeout`` a number of seconds.
    """

    name: str
    path: Path | None = None
    _text: str | None = field(default=None, repr=False)
    launcher: Launcher = field(default=Launcher(), repr=False)

    @classmethod
    def parse(cls, text: str, *, name: str = "problem", launcher: Launcher | str | os.PathLike[str] | None = None) -> Problem:
        """The problem of a text in TOML; errors name it ``NAME.toml``."""
        if not name or name != os.path.basename(name) or name.startswith((".", "-")) or "\0" in name:
            raise ValueError(f"a problem's name has to be the name of a file, not {name!r}")
        return cls(name, None, text, Launcher.of(launcher))

    @classmethod
    def define(
        cls,
        *,
        title: str,
        variables: Sequence[str],
        loss: str,
        parameters: Mapping[str, Exact],
        start: Mapping[str, Exact],
        optimizer: Mapping[str, Any] | None = None,
        run: Mapping[str, Any] | None = None,
        family: Mapping[str, Sequence[Exact]] | None = None,
        thresholds: Mapping[str, Any] | None = None,
        expect: Mapping[str, Any] | None = None,
        source: str | None = None,
        name: str = "problem",
        launcher: Launcher | str | os.PathLike[str] | None = None,
    ) -> Problem:
        """A problem from its parts, which are those of problem files; ``family`` has one parameter and its values,
        ``optimizer`` its method with its numbers, such as ``{"method": "heavy_ball", "momentum": "1/2"}``.

        >>> print(Problem.define(title="Bowl", variables=["x"], loss="x^2", parameters={"eta": 0.1}, start={"x": 1}).text)
        title = "Bowl"
        variables = ["x"]
        loss = "x^2"
        <BLANKLINE>
        [parameters]
        eta = "0.1"
        <BLANKLINE>
        [start]
        x = "1"
        <BLANKLINE>
        """
        top = {"title": title, "source": source, "variables": list(variables), "loss": loss}
        sections: dict[str, Mapping[str, Any]] = {
            "parameters": {key: _exact(value) for key, value in parameters.items()},
            "optimizer": {key: _entries(value) for key, value in (optimizer or {}).items()},
            "start": {key: _exact(value) for key, value in start.items()},
            "run": {key: _exact(value) if key in ("horizon", "kick") else value for key, value in (run or {}).items()},
            "thresholds": thresholds or {},
            "expect": expect or {},
        }
        if family:
            ((parameter, values),) = family.items()
            sections["family"] = {"parameter": parameter, "values": [_exact(value) for value in values]}
        text = "".join(f"{key} = {_toml(value)}\n" for key, value in top.items() if value is not None)
        for section, members in sections.items():
            if members:
                text += f"\n[{section}]\n" + "".join(f"{_toml_key(key)} = {_toml(value)}\n" for key, value in members.items())
        return cls.parse(text, name=name, launcher=launcher)

    @property
    def text(self) -> str:
        """Its text in TOML."""
        return self._text if self.path is None else self.path.read_text(encoding="utf-8")

    def save(self, path: str | os.PathLike[str]) -> Problem:
        """Writes it to a file, and is the problem of that file."""
        Path(path).write_bytes(self.text.encode("utf-8"))
        return read(path, launcher=self.launcher)

    def explore(
        self,
        *,
        eta: Sequence[Exact] | None = None,
        set: Mapping[str, Exact] | None = None,
        out: str | os.PathLike[str] | None = None,
        force: bool = False,
        timeout: float | None = None,
    ) -> Exploration:
        """Finds which step sizes meet the edge: ``result["ranges"]``, ``result.step_sizes``, ``result.flow``, ``result["suggestion"]``."""
        options = _options(set=set, force=force)
        if eta is not None:
            options += ["--eta", ",".join(_exact(value) for value in eta)]
        return self._result(Exploration, "explore", options, out, timeout)

    def descent(
        self,
        *,
        measure: bool = False,
        steps: int | None = None,
        every: int | None = None,
        lyapunov: int | None = None,
        set: Mapping[str, Exact] | None = None,
        out: str | os.PathLike[str] | None = None,
        force: bool = False,
        timeout: float | None = None,
    ) -> Descent:
        """Runs gradient descent alone: ``result.rows``, ``result["limit"]``, ``result["lyapunov"]``."""
        options = _options(set=set, measure=measure, steps=steps, every=every, lyapunov=lyapunov, force=force)
        return self._result(Descent, "descent", options, out, timeout)

    def minimum(
        self,
        *,
        set: Mapping[str, Exact] | None = None,
        out: str | os.PathLike[str] | None = None,
        force: bool = False,
        timeout: float | None = None,
    ) -> Result:
        """Proves the critical point near the end of descent: ``result["flip_coefficient"]``, ``result["hessian_eigenvalues"]``."""
        return self._result(Result, "minimum", _options(set=set, force=force), out, timeout)

    def bifurcation(
        self,
        *,
        range: tuple[Exact, Exact],
        parameter: str = "eta",
        periods: int | None = None,
        columns: int | None = None,
        set: Mapping[str, Exact] | None = None,
        out: str | os.PathLike[str] | None = None,
        force: bool = False,
        timeout: float | None = None,
    ) -> Bifurcation:
        """Follows fixed points and cycles over a parameter: ``result.events``, ``result.attractor``."""
        options = _options(set=set, parameter=parameter, periods=periods, columns=columns, force=force)
        options += ["--range", ":".join(_exact(value) for value in range)]
        return self._result(Bifurcation, "bifurcation", options, out, timeout)

    def noise(
        self,
        *,
        replicas: int | None = None,
        steps: int | None = None,
        set: Mapping[str, Exact] | None = None,
        out: str | os.PathLike[str] | None = None,
        force: bool = False,
        timeout: float | None = None,
    ) -> Noise:
        """Runs stochastic gradients: ``result["mean_square_edge"]``, ``result["sharpness_gap"]``, ``result.escape``."""
        options = _options(set=set, replicas=replicas, steps=steps, force=force)
        return self._result(Noise, "noise", options, out, timeout)

    def verify(
        self,
        *,
        set: Mapping[str, Exact] | None = None,
        horizon: int | None = None,
        precision: int | None = None,
        frame: str | None = None,
        projection: str | None = None,
        cross_check: bool = False,
        out: str | os.PathLike[str] | None = None,
        force: bool = False,
        timeout: float | None = None,
    ) -> Verification:
        """Compares gradient descent with the theory's predictions: ``result["C1"]``, ``result.claims``, ``result.trajectory``."""
        options = _options(
            set=set, horizon=horizon, precision=precision, frame=frame, projection=projection, cross_check=cross_check, force=force
        )
        return self._with_files(Verification, "verify", options, out, timeout)

    def check(
        self,
        *,
        set: Mapping[str, Exact] | None = None,
        horizon: int | None = None,
        precision: int | None = None,
        frame: str | None = None,
        projection: str | None = None,
        cross_check: bool = False,
        timeout: float | None = None,
    ) -> Verification:
        """Decides every condition of the theory on the run."""
        options = _options(set=set, horizon=horizon, precision=precision, frame=frame, projection=projection, cross_check=cross_check)
        return self._with_files(Verification, "check", options, None, timeout)

    def family(
        self,
        *,
        sweep: Mapping[str, Sequence[Exact]] | None = None,
        set: Mapping[str, Exact] | None = None,
        horizon: int | None = None,
        precision: int | None = None,
        frame: str | None = None,
        projection: str | None = None,
        out: str | os.PathLike[str] | None = None,
        force: bool = False,
        timeout: float | None = None,
    ) -> Family:
        """Fits the order of each error over the problem's family, or over ``sweep={"epsilon": ["1e-2", "1e-3", "1e-4"]}``."""
        options = _options(
            sweep=sweep, set=set, horizon=horizon, precision=precision, frame=frame, projection=projection, force=force
        )
        return self._result(Family, "family", options, out, timeout)

    def ode(
        self,
        *,
        family: bool = False,
        sweep: Mapping[str, Sequence[Exact]] | None = None,
        set: Mapping[str, Exact] | None = None,
        horizon: int | None = None,
        precision: int | None = None,
        frame: str | None = None,
        projection: str | None = None,
        out: str | os.PathLike[str] | None = None,
        force: bool = False,
        timeout: float | None = None,
    ) -> Ode:
        """Compares a run, or every member of a family, with the reduced equation and the central flow."""
        options = _options(
            family=family, sweep=sweep, set=set, horizon=horizon, precision=precision, frame=frame, projection=projection, force=force
        )
        return self._with_files(Ode, "ode", options, out, timeout)

    def drift(
        self,
        *,
        steps: int | None = None,
        stiff: float | None = None,
        soft: float | None = None,
        set: Mapping[str, Exact] | None = None,
        out: str | os.PathLike[str] | None = None,
        force: bool = False,
        timeout: float | None = None,
    ) -> Drift:
        """Tells whether the oscillation dies, lasts or grows: ``result["verdict"]``, ``result["gamma"]["start"]``, ``result.periods``."""
        return self._with_files(Drift, "drift", _options(steps=steps, stiff=stiff, soft=soft, set=set, force=force), out, timeout)

    def derive(
        self, *, at: Mapping[str, Exact] | None = None, set: Mapping[str, Exact] | None = None, timeout: float | None = None
    ) -> Result:
        """Derives ``result["quantities"]`` in closed form at a point, by default the start."""
        return self._result(Result, "derive", _options(at=at, set=set), None, timeout)

    def sweep(
        self,
        grid: Mapping[str, Sequence[Any]],
        *,
        claims: Sequence[str] = (),
        quantities: Sequence[str] = (),
        set: Mapping[str, Exact] | None = None,
        horizon: int | None = None,
        frame: str | None = None,
        projection: str | None = None,
        jobs: int | None = None,
        out: str | os.PathLike[str] | None = None,
        force: bool = False,
        timeout: float | None = None,
    ) -> Sweep:
        """Tabulates quantities and claims over a grid: ``{"zeta": (0, 1, 5), "epsilon": ("1e-4", "1e-2", 3, "log")}``."""
        for name, span in grid.items():
            if isinstance(span, str) or len(span) not in (3, 4) or span[3:] not in ((), ("log",), [], ["log"]):
                raise ValueError(f"the grid of {name} has to be (from, to, count) or (from, to, count, 'log'), not {span!r}")
        spans = [f"{name}={':'.join([_exact(span[0]), _exact(span[1]), *map(str, span[2:])])}" for name, span in grid.items()]
        options = _options(
            grid=spans, claim=list(claims), quantity=list(quantities), set=set, horizon=horizon, frame=frame, projection=projection,
            jobs=jobs, force=force,
        )
        return self._result(Sweep, "sweep", options, out, timeout)

    def certify(
        self,
        *,
        family: bool = False,
        sweep: Mapping[str, Sequence[Exact]] | None = None,
        set: Mapping[str, Exact] | None = None,
        horizon: int | None = None,
        tube: float | None = None,
        out: str | os.PathLike[str] | None = None,
        force: bool = False,
        timeout: float | None = None,
    ) -> Certification:
        """Proves conditions and conclusions by interval arithmetic; ``result.certificate`` is what others can recheck."""
        options = _options(family=family, sweep=sweep, set=set, horizon=horizon, tube=tube, force=force)
        return self._certified("certify", options, out, timeout)

    def certify_box(
        self,
        box: Mapping[str, tuple[Exact, Exact]],
        claims: Sequence[str],
        *,
        set: Mapping[str, Exact] | None = None,
        budget: int | None = None,
        out: str | os.PathLike[str] | None = None,
        force: bool = False,
        timeout: float | None = None,
    ) -> Certification:
        """Proves claims such as ``alpha > 0`` for all points of a box, ``{"x": (-0.001, 0.001), "y": (6, 7)}``."""
        sides = [f"{name}={_exact(least)}:{_exact(most)}" for name, (least, most) in box.items()]
        options = _options(box=sides, claim=list(claims), set=set, budget=budget, force=force)
        return self._certified("certify-box", options, out, timeout)

    def certify_cycle(
        self,
        *,
        set: Mapping[str, Exact] | None = None,
        out: str | os.PathLike[str] | None = None,
        force: bool = False,
        timeout: float | None = None,
    ) -> Certification:
        """Proves that an orbit of period two exists."""
        return self._certified("certify-cycle", _options(set=set, force=force), out, timeout)

    def panel(self, *, set: Mapping[str, Exact] | None = None, horizon: int | None = None, timeout: float | None = None) -> Panel:
        """A page with sliders that runs the problem in a browser: ``valley.panel().save("valley.html")``."""
        with self._file() as (file, folder):
            output = self.launcher.run("panel", *_options(set=set, horizon=horizon), file, folder=folder, timeout=timeout)
        return Panel(output.text())

    def test(self, *, mutate: bool = False, timeout: float | None = None) -> Suite:
        """Judges what the problem's ``[expect]`` claims."""
        return self._result(Suite, "test", _options(mutate=mutate), None, timeout)

    def _repr_html_(self) -> str:
        return f"<pre>{html.escape(self.text)}</pre>"

    @contextlib.contextmanager
    def _file(self) -> Iterator[tuple[str, str | None]]:
        """The file to name to the program, and the folder to start it in."""
        if self.path is not None:
            yield os.fspath(Path(os.curdir) / self.path) if os.fspath(self.path).startswith("-") else os.fspath(self.path), None
            return
        with tempfile.TemporaryDirectory(prefix="selfstab-") as scratch:
            (Path(scratch) / f"{self.name}.toml").write_bytes(self._text.encode("utf-8"))
            yield f"{self.name}.toml", scratch

    def _run(self, command: str, options: Sequence[str], out: Any, timeout: float | None) -> tuple[dict[str, Any], Output]:
        files = [] if out is None else [f"--out={os.path.abspath(os.path.expanduser(out))}"]
        with self._file() as (file, folder):
            output = self.launcher.run(command, *options, *files, "--format=json", file, folder=folder, timeout=timeout)
        return _json(output), output

    def _result(self, kind: Callable[..., Any], command: str, options: Sequence[str], out: Any, timeout: float | None) -> Any:
        data, output = self._run(command, options, out, timeout)
        folder = None if out is None else Path(os.path.abspath(os.path.expanduser(out))) / (data.get("problem") or self.name)
        return kind(data, output.status, output.messages(), folder)

    def _with_files(self, kind: Callable[..., Any], command: str, options: Sequence[str], out: Any, timeout: float | None) -> Any:
        result = self._result(kind, command, options, out, timeout)

        def rerun(scratch: str) -> Path:
            # The tables of a run are verify's, whoever looked at it.
            again = self._result(kind, "verify" if kind is Verification else command, options, scratch, timeout)
            return again.folder

        result._rerun = rerun
        return result

    def _certified(self, command: str, options: Sequence[str], out: Any, timeout: float | None) -> Certification:
        with tempfile.TemporaryDirectory(prefix="selfstab-") as scratch:
            result = self._result(Certification, command, options, scratch if out is None else out, timeout)
            kind = {"certify-box": "box-", "certify-cycle": "cycle-"}.get(command, "family-" if "family" in result["schema"] else "")
            file = result.folder / f"{kind}certificate.json"
            if file.is_file():
                certificate = Certificate(file.read_bytes().decode("utf-8"), self.launcher)
                # A folder of one's own may hold one of an earlier run.
                if _is_of(certificate.data["run"], result["run"]):
                    result.certificate = certificate
        if out is None:
            result.folder = None
        return result


def read(path: str | os.PathLike[str], *, launcher: Launcher | str | os.PathLike[str] | None = None) -> Problem:
    """The problem of a file; it is read anew by every command."""
    path = Path(os.path.expanduser(path))
    return Problem(path.stem if path.suffix == ".toml" else path.name, path, None, Launcher.of(launcher))


def recheck(
    certificate: Certificate | str | os.PathLike[str],
    problem: Problem | None = None,
    *,
    set: Mapping[str, Exact] | None = None,
    horizon: int | None = None,
    sweep: Mapping[str, Sequence[Exact]] | None = None,
    launcher: Launcher | str | os.PathLike[str] | None = None,
    timeout: float | None = None,
) -> Recheck:
    """Verifies a certificate by the independent checker, and with a problem that it is about that problem.

    ``set``, ``horizon`` and ``sweep`` as they were for ``certify``.
    """
    if isinstance(certificate, Certificate):
        return certificate.recheck(problem, set=set, horizon=horizon, sweep=sweep, timeout=timeout)
    options = _options(set=set, horizon=horizon, sweep=sweep)
    file = os.path.abspath(os.path.expanduser(certificate))
    with problem._file() if problem is not None else contextlib.nullcontext((None, None)) as (own, folder):
        about = [] if own is None else [own]
        output = Launcher.of(launcher).run("recheck", *options, "--format=json", file, *about, folder=folder, timeout=timeout)
    return Recheck(_json(output), output.status, output.messages())


def generate(*, launcher: Launcher | str | os.PathLike[str] | None = None, name: str = "generated", **options: Any) -> Problem:
    """A problem with prescribed quantities: ``generate(alpha="1/10000", kappa3=-1, eta_lambda=["1/2", "3/2"], plain=True)``."""
    values = {key: ",".join(map(_exact, value)) if isinstance(value, (list, tuple)) else value for key, value in options.items()}
    words = _options(**{key: value if isinstance(value, bool) else _exact(value) for key, value in values.items()})
    return Problem.parse(Launcher.of(launcher).run("generate", *words).text(), name=name, launcher=launcher)


def run(*arguments: str, launcher: Launcher | str | os.PathLike[str] | None = None, timeout: float | None = None) -> Result:
    """Runs any command that knows ``--format json``: ``run("theory", "theory", "--only", "sharpness")``."""
    output = Launcher.of(launcher).run(*arguments, "--format=json", timeout=timeout)
    return Result(_json(output), output.status, output.messages())


def _is_of(about: Mapping[str, Any], run: Mapping[str, Any]) -> bool:
    """Whether a file was written by a run, or by one of the same problem with the same options."""
    return all(about[member] == run[member] for member in ("sha256", "options"))


def _json(output: Output) -> dict[str, Any]:
    text = output.text()
    try:
        return json.loads(text)
    except json.JSONDecodeError as wrong:
        raise SelfstabError(f"selfstab printed no JSON: {wrong}", status=output.status, stderr="\n".join(output.err)) from wrong


# What commands and problem files are told


def _options(**options: Any) -> list[str]:
    """Options of a command line: None and False are left out, True is a flag, lists and parameters are repeated."""
    words: list[str] = []
    for name, value in options.items():
        option = "--" + name.replace("_", "-")
        if value is None or value is False:
            continue
        if value is True:
            words.append(option)
        elif name == "sweep":
            ((parameter, values),) = value.items()
            words.append(f"{option}={parameter}={','.join(map(_exact, values))}")
        elif isinstance(value, Mapping):
            words += [f"{option}={key}={_exact(of)}" for key, of in value.items()]
        elif isinstance(value, list):
            words += [f"{option}={of}" for of in value]
        else:
            words.append(f"{option}={_exact(value)}")
    return words


def _exact(value: Any) -> str:
    """An exact expression; a float is the decimal that Python shows, 0.1 a tenth."""
    if isinstance(value, str):
        return value
    if not isinstance(value, bool):
        if isinstance(value, numbers.Integral):
            return str(int(value))
        if isinstance(value, numbers.Rational):
            return f"{value.numerator}/{value.denominator}"
        if isinstance(value, numbers.Real) and math.isfinite(value):
            return repr(float(value))
    raise TypeError(f"{value!r} is no exact number; give a text such as '1/3', an int, a Fraction or a finite float")


def _entries(value: Any) -> Any:
    """Exact numbers for those of an optimizer, in matrices too; its method and its flags as they are."""
    if isinstance(value, (str, bool)):
        return value
    if isinstance(value, Iterable):
        return [_entries(entry) for entry in value]
    return _exact(value)


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        # JSON's escapes are TOML's, but for DEL, which JSON leaves as it is.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{_toml_key(key)} = {_toml(of)}" for key, of in value.items()) + " }"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(_toml, value)) + "]"
    exact = _exact(value)
    return _toml(exact) if "/" in exact else exact


def _toml_key(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else _toml(key)


# What notebooks show


def _axes(axes: Any) -> Any:
    if axes is not None:
        return axes
    from matplotlib import pyplot

    return pyplot.subplots()[1]


def _html_table(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    head = "".join(f"<th>{html.escape(name)}</th>" for name in names)
    body = "".join("<tr>" + "".join(f"<td>{html.escape(_shown(value))}</td>" for value in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _shown(value: Any) -> str:
    if value is None or (isinstance(value, numbers.Real) and value != value):
        return "–"
    if isinstance(value, numbers.Real) and not isinstance(value, (bool, numbers.Integral)):
        return f"{float(value):.6g}"
    return str(value)
