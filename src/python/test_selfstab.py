"""Tests of selfstab.py: with the launcher that it finds, and with stand-ins for it.

python3 -m unittest test_selfstab
"""

from __future__ import annotations

import doctest
import hashlib
import json
import math
import os
import pickle
import re
import signal
import stat
import subprocess
import sys
import tempfile
import textwrap
import time
import unittest
import warnings
from fractions import Fraction
from pathlib import Path
from unittest import mock

import selfstab

try:
    import numpy
except ImportError:
    numpy = None
try:
    import matplotlib

    matplotlib.use("Agg")
except ImportError:
    matplotlib = None

HERE = Path(__file__).resolve().parent
VALLEY = HERE.parents[1] / "examples" / "sharp-valley.toml"


def has_launcher() -> bool:
    try:
        return bool(selfstab.Launcher().command())
    except selfstab.SelfstabError:
        return False


needs_launcher = unittest.skipUnless(has_launcher(), "no launcher: build it with mvn package, or name one in SELFSTAB")
needs_numpy = unittest.skipUnless(numpy, "no NumPy")
needs_matplotlib = unittest.skipUnless(numpy and matplotlib, "no matplotlib")


def load_tests(loader: unittest.TestLoader, tests: unittest.TestSuite, pattern: str | None) -> unittest.TestSuite:
    if has_launcher():
        tests.addTests(doctest.DocTestSuite(selfstab))
    return tests


class FolderTest(unittest.TestCase):
    """With a folder of its own, in which temporary files are made too."""

    def setUp(self) -> None:
        self.folder = Path(self.enterFolder())
        self.temporary = self.folder / "temporary"
        self.temporary.mkdir()
        patched = mock.patch.object(tempfile, "tempdir", str(self.temporary))
        patched.start()
        self.addCleanup(patched.stop)

    def enterFolder(self) -> str:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        return folder.name

    def assertNothingLeft(self) -> None:
        self.assertEqual(list(self.temporary.iterdir()), [])


@needs_launcher
class RealRunTest(FolderTest):
    """With the program itself."""

    @classmethod
    def setUpClass(cls) -> None:
        cls.out = tempfile.TemporaryDirectory()
        cls.run_ = selfstab.read(VALLEY).verify(set={"zeta": Fraction(1, 2)}, horizon=300, out=cls.out.name)

    @classmethod
    def tearDownClass(cls) -> None:
        cls.out.cleanup()

    def test_a_result_is_the_json(self) -> None:
        written = json.loads((Path(self.out.name) / "sharp-valley" / "summary.json").read_text(encoding="utf-8"))
        self.assertEqual(dict(self.run_), written)
        self.assertEqual(self.run_["run"]["problem"]["parameters"]["zeta"], {"exact": "1/2", "value": 0.5})
        self.assertEqual((self.run_.status, self.run_.holds, self.run_.fails, self.run_.undecided), (0, True, False, False))
        self.assertIn("conclusions hold", self.run_.summary)

    def test_the_trajectory_is_that_of_gradient_descent(self) -> None:
        steps, eta, zeta, epsilon = self.run_.trajectory, 0.3, 0.5, 0.01
        self.assertEqual(list(steps["t"]), list(range(301)))
        x, y = math.sqrt(2 * epsilon) / 2, 2 / eta
        for t, (found, sharpness) in enumerate(zip(steps.theta, steps["sharpness"])):
            self.assertAlmostEqual(found[0], x, delta=1e-9, msg=str(t))
            self.assertAlmostEqual(found[1], y, delta=1e-9, msg=str(t))
            # The larger eigenvalue of ((y + 3 zeta x, x), (x, 0)).
            mean = (y + 3 * zeta * x) / 2
            self.assertAlmostEqual(sharpness, mean + math.hypot(mean, x), delta=1e-9, msg=str(t))
            x, y = x - eta * (y * x + 1.5 * zeta * x**2 - epsilon), y - eta * (x**2 / 2 - epsilon)

    def test_constants_follow_from_the_trajectory(self) -> None:
        steps, epsilon, delta = self.run_.trajectory, self.run_["epsilon"], self.run_["delta"]
        self.assertAlmostEqual(max(steps["deviation"]) / (epsilon * delta) / self.run_["C1"], 1, delta=1e-12)
        errors = [abs(found - predicted) for found, predicted in zip(steps["sharpness"], steps.sharpness_predicted)]
        self.assertAlmostEqual(max(errors) / (epsilon**2 / 0.3) / self.run_["CS"], 1, delta=1e-9)

    @needs_numpy
    def test_columns_are_arrays(self) -> None:
        steps = self.run_.trajectory
        self.assertEqual((steps["t"].dtype, steps["x"].dtype, steps.dagger.shape), (numpy.int64, numpy.float64, (301, 2)))
        self.assertEqual(self.run_.claims["value"].dtype, numpy.float64)

    def test_claims_are_a_table_that_notebooks_show(self) -> None:
        claims = self.run_.claims
        coupling = claims.rows()[0]
        self.assertEqual((coupling["claim"], coupling["verdict"], coupling["value"]), ("coupling (24)", "HOLDS", self.run_["C1"]))
        page = self.run_._repr_html_()
        self.assertIn("<td>coupling (24)</td><td>HOLDS</td><td>C_1</td>", page)
        self.assertIn("evidence: numeric run", page)

    @needs_matplotlib
    def test_pictures_show_the_run(self) -> None:
        axes = self.run_.plot_sharpness()
        edge, _, even, _, odd = axes.get_lines()
        self.assertEqual(list(edge.get_ydata()), [2 / 0.3, 2 / 0.3])
        self.assertEqual(list(even.get_ydata()), list(self.run_.trajectory["sharpness"][::2]))
        self.assertEqual(list(odd.get_xdata()), list(range(1, 300, 2)))
        self.assertEqual(len(self.run_.plot_phase().get_lines()), 2)

    def test_a_failing_claim_is_a_result(self) -> None:
        result = selfstab.read(VALLEY).verify(horizon=500)
        self.assertEqual((result.status, result.holds, result.fails), (1, False, True))
        self.assertIn(("sharpness (26)", "FAILS"), list(zip(result.claims["claim"], result.claims["verdict"])))

    def test_bad_input_is_an_error_with_its_place(self) -> None:
        with self.assertRaises(selfstab.SelfstabError) as caught:
            selfstab.Problem.parse(VALLEY.read_text(encoding="utf-8").replace("zeta*x)", "zeta*z)"), name="täl").check()
        self.assertRegex(str(caught.exception), r"^täl\.toml:12:\d+: z is not declared")
        self.assertEqual((caught.exception.status, caught.exception.file, caught.exception.line), (2, "täl.toml", 12))
        self.assertNothingLeft()

    def test_a_family_in_any_locale(self) -> None:
        # Java names files by the locale.
        with mock.patch.dict(os.environ, {"LC_ALL": "C"}):
            problem = selfstab.Problem.parse(VALLEY.read_text(encoding="utf-8"), name="täl")
            family = problem.family(sweep={"epsilon": ["1/1000", 1e-4]}, horizon=40)
        self.assertEqual(list(family.members["number"]), [0.001, 0.0001])
        self.assertEqual(list(family.orders["statement"])[0], "coupling (24)")
        self.assertNothingLeft()
        if matplotlib and numpy:
            labels = [text.get_text() for text in family.plot().get_legend().get_texts()]
            self.assertEqual([label.split(":")[0] for label in labels], ["coupling (24)", "loss (25)", "sharpness (26)"])

    def test_a_sweep_is_a_grid(self) -> None:
        sweep = selfstab.read(VALLEY).sweep(
            {"zeta": (0, 1, 3), "epsilon": ("1e-4", "1e-2", 2, "log")},
            horizon=20,
            quantities=["coupling.constant"],
            claims=["coupling.constant"],
        )
        self.assertEqual(list(sweep.points["zeta"]), [0, 0, 0.5, 0.5, 1, 1])
        self.assertEqual([list(values) for values in sweep.axes.values()], [[0, 0.5, 1], [1e-4, 1e-2]])
        self.assertEqual(set(sweep.points["claim coupling.constant"]), {"holds"})
        if numpy:
            self.assertEqual(sweep.grid("coupling.constant").shape, (3, 2))
            self.assertEqual(sweep.grid("coupling.constant")[1, 1], sweep.points["coupling.constant"][3])

    def test_step_sizes_that_meet_the_edge(self) -> None:
        valley = selfstab.Problem.define(
            title="Valley", variables=["x", "y"], loss="(y + 2)*x^2/2 - y/10 + y^2/100",
            parameters={"eta": "1/2"}, start={"x": "1/100", "y": 0}, run={"max_steps": 3000},
        )
        found = valley.explore(eta=["1/3", Fraction(1, 4)])
        self.assertAlmostEqual(found["ranges"][0]["least"], 2 / 7, 4)
        self.assertEqual([str(eta) for eta in found.step_sizes["exact"]], ["1/2", "1/3", "1/4"])
        self.assertAlmostEqual(found.flow["sharpness"][-1], 7, 3)
        self.assertTrue(found["suggestion"]["lines"][1].startswith("eta = "))

    def test_descent_alone(self) -> None:
        found = selfstab.read(VALLEY).descent(measure=True, steps=10, every=5)
        self.assertEqual(list(found.rows["t"]), [0, 5, 10])
        self.assertEqual(found["edge_step"], 0)
        self.assertGreater(found.rows["beta"][0], 0)

    def test_minima_and_bifurcations(self) -> None:
        well = selfstab.Problem.define(
            title="Well", variables=["x"], loss="(x^2-1)^2/4", parameters={"eta": "1/2"}, start={"x": "3/10"},
        )
        self.assertAlmostEqual(well.minimum()["flip_coefficient"], 48, 10)
        self.assertEqual(well.descent()["limit"]["kind"], "point")
        events = well.bifurcation(range=("1/2", "5/4"), periods=2, columns=2).events
        self.assertEqual(list(events["kind"]), ["flip", "flip"])
        self.assertAlmostEqual(events["at"][1], math.sqrt(5) - 1, 14)

    def test_the_reduced_equation_has_tables(self) -> None:
        ode = selfstab.read(VALLEY).ode(horizon=60, out=self.folder / "files")
        self.assertEqual(ode.steps.row_count, 61)
        self.assertEqual(set(ode.steps["stage"]), {"blow_up", "self_stabilization"})
        self.assertTrue(math.isnan(ode.central_flow["mean_x2"][0]))

    def test_a_slow_drift_has_periods(self) -> None:
        drift = selfstab.read(VALLEY).drift(steps=1500, set={"zeta": "0", "epsilon": "1/1000"}, out=self.folder / "files")
        self.assertAlmostEqual(drift["gamma"]["start"], 2, 4)
        self.assertEqual(drift.periods.row_count, drift["periods"])
        self.assertEqual(list(drift.directions["kind"]), ["soft"])

    def test_a_panel_is_a_page_that_notebooks_show(self) -> None:
        panel = selfstab.read(VALLEY).panel(set={"zeta": "1/2"}, horizon=40)
        self.assertTrue(panel.page.startswith("<!DOCTYPE html>"))
        self.assertIn('"overrides":{"zeta":"1/2"}', panel.page)
        self.assertEqual(panel.save(self.folder / "valley.html").read_text(encoding="utf-8"), panel.page)
        self.assertRegex(panel._repr_html_(), r'^<iframe srcdoc="&lt;!DOCTYPE html&gt;[^"]*" sandbox="allow-scripts"')

    def test_closed_forms(self) -> None:
        quantities = selfstab.read(VALLEY).derive(at={"x": 0})["quantities"]
        self.assertEqual(quantities["kappa_3"]["closed_form"], ["3*zeta"])

    @needs_matplotlib
    def test_the_page_runs(self) -> None:
        page = (HERE.parents[1] / "src" / "site" / "markdown" / "python.md").read_text(encoding="utf-8")
        blocks = re.findall(r"^```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
        (self.folder / "examples").symlink_to(VALLEY.parent)
        self.addCleanup(os.chdir, os.getcwd())
        os.chdir(self.folder)
        names: dict[str, object] = {}
        exec("".join(blocks), names)
        self.assertTrue(names["proof"].holds)
        self.assertTrue((self.folder / "certificate.json").is_file())
        self.assertNothingLeft()

    def test_a_certificate_is_confirmed_and_a_changed_one_is_not(self) -> None:
        problem = selfstab.read(VALLEY)
        proof = problem.certify(horizon=5)
        self.assertTrue(proof.holds)
        self.assertIsNone(proof.folder)
        self.assertTrue(proof.certificate.recheck(problem, horizon=5).confirmed)

        body = proof.certificate.text.replace('"threshold":100.0', '"threshold":0.001')
        self.assertNotEqual(body, proof.certificate.text)
        above = body[: body.rindex('"sha256"')]
        seal = hashlib.sha256(above.encode("utf-8")).hexdigest()
        changed = selfstab.Certificate(above + f'"sha256":"{seal}"}}\n').save(self.folder / "changed.json")
        rejected = selfstab.recheck(changed)
        self.assertTrue(rejected.fails, rejected.summary)
        self.assertIn("REJECTED", list(rejected.claims["outcome"]))
        self.assertNothingLeft()

    def test_a_generated_problem_holds_what_it_states(self) -> None:
        problem = selfstab.generate(alpha="1/10000", eta_lambda=["1/2", Fraction(3, 2)], plain=True)
        self.assertIn('alpha = "1/10000"', " ".join(problem.text.split()))


@unittest.skipIf(os.name == "nt", "the stand-in is a script with a first line for POSIX")
class StandInTest(FolderTest):
    """With a stand-in for the launcher."""

    def stand_in(self, body: str) -> str:
        file = self.folder / "a launcher"
        file.write_text(f"#!{sys.executable}\nimport json, os, signal, sys, time\n" + textwrap.dedent(body), encoding="utf-8")
        file.chmod(file.stat().st_mode | stat.S_IXUSR)
        return str(file)

    def problem(self, body: str, **how: object) -> selfstab.Problem:
        return selfstab.Problem.parse("x", name="valley", launcher=selfstab.Launcher(self.stand_in(body), **how))

    ECHO = """
        print(json.dumps({"schema": "echo", "problem": "valley", "summary": "told", "arguments": sys.argv[1:], "folder": os.listdir()}))
    """

    def test_arguments_are_told_as_they_are(self) -> None:
        result = self.problem(self.ECHO).verify(
            set={"zeta": 0.1, "eta": Fraction(3, 10), "a": "sqrt(2)/2", "b": 3}, horizon=7, precision=50, cross_check=True
        )
        self.assertEqual(
            result["arguments"],
            ["verify", "--set=zeta=0.1", "--set=eta=3/10", "--set=a=sqrt(2)/2", "--set=b=3", "--horizon=7", "--precision=50", "--cross-check"]
            + ["--format=json", "valley.toml"],
        )
        self.assertEqual(result["folder"], ["valley.toml"])
        self.assertNothingLeft()

    FILES = """
        about = {"sha256": open("valley.toml").read(), "options": {}}
        folder = next((word[len("--out="):] for word in sys.argv if word.startswith("--out=")), None)
        if folder:
            os.makedirs(folder + "/valley")
            json.dump({"run": about}, open(folder + "/valley/trajectory.meta.json", "w"))
            open(folder + "/valley/trajectory.csv", "w").write("t,theta_x,theta_y\\n0,0.5,\\n1,-0.5,2\\n")
        print(json.dumps({"run": about, "problem": "valley", "summary": "told"}))
    """

    def test_a_run_is_done_again_for_its_tables(self) -> None:
        run = self.problem(self.FILES).check(horizon=1)
        self.assertEqual(list(run.trajectory["t"]), [0, 1])
        self.assertEqual(run.trajectory.theta[1][1], 2)
        self.assertTrue(math.isnan(run.trajectory.theta[0][1]))
        self.assertNothingLeft()

    def test_tables_of_a_problem_that_changed_are_refused(self) -> None:
        file = self.folder / "valley.toml"
        file.write_text("first", encoding="utf-8")
        launcher = self.stand_in(self.FILES.replace('open("valley.toml")', f"open({str(file)!r})"))
        run = selfstab.read(file, launcher=launcher).verify()
        file.write_text("second", encoding="utf-8")
        with self.assertRaisesRegex(selfstab.SelfstabError, "trajectory.csv is of another run: the problem has changed"):
            run.trajectory
        self.assertNothingLeft()

    def test_tables_that_were_not_written_are_told(self) -> None:
        with self.assertRaisesRegex(selfstab.SelfstabError, "no central-flow.meta.json in .*: this run wrote none"):
            self.problem(self.FILES).ode().central_flow

    def test_claims_of_families_are_those_of_members_and_of_all(self) -> None:
        claim = {"name": "coupling", "verdict": "HOLDS", "step": None}
        for part, on_all in (("certification", {"claim": claim, "member": "1/10"}), ("recheck", claim)):
            data = {"members": [{"value": "1/10", part: {"claims": [claim]}}], "claims": [on_all], "summary": "told"}
            result = {"certification": selfstab.Certification, "recheck": selfstab.Recheck}[part](data, 0)
            self.assertEqual(result.claims.rows(), [{"member": "1/10", **claim}, {"member": "all", **claim}])
            self.assertIn("<td>all</td><td>coupling</td><td>HOLDS</td><td>–</td>", result._repr_html_())
        suite = selfstab.Suite({"files": [{"file": "a.toml", "claims": [claim]}], "summary": "told"}, 0)
        self.assertEqual(suite.claims.rows(), [{"file": "a.toml", **claim}])

    def test_what_is_no_exact_number_is_refused(self) -> None:
        for value in (math.nan, math.inf, True, None, 1j, [1]):
            with self.subTest(value=value), self.assertRaisesRegex(TypeError, "no exact number"):
                self.problem(self.ECHO).verify(set={"zeta": value})
        for span in ((0, 1), (0, 1, 2, "lin"), "0:1:2"):
            with self.subTest(span=span), self.assertRaisesRegex(ValueError, "the grid of zeta"):
                self.problem(self.ECHO).sweep({"zeta": span})
        for name in ("", "a/b", "..", "-x"):
            with self.subTest(name=name), self.assertRaisesRegex(ValueError, "name of a file"):
                selfstab.Problem.parse("", name=name)

    def test_status_3_is_undecided_and_a_result_has_no_truth_value(self) -> None:
        result = self.problem(self.ECHO + "\n        sys.exit(3)").check()
        self.assertEqual((result.holds, result.fails, result.undecided), (False, False, True))
        with self.assertRaisesRegex(TypeError, "undecided"):
            bool(result)

    def test_warnings_are_python_s_and_point_at_the_caller(self) -> None:
        problem = self.problem('print("warning: valley.toml:1:1: rounded", file=sys.stderr)' + textwrap.dedent(self.ECHO))
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            problem.check()
        self.assertEqual([(str(one.message), one.category) for one in caught], [("valley.toml:1:1: rounded", selfstab.SelfstabWarning)])
        self.assertEqual(caught[0].filename, __file__)

    def test_progress_is_told_while_it_runs(self) -> None:
        for line in (
            "valley: step 30 after 1 s",
            "valley after 1 s",
            "valley, derivatives after 12 s",
            "valley, figure 5 of 9, deviation after 11 s",
            "coqc, run_all: 3 of 4 files after 8 s, about 4 s left",
        ):
            with self.subTest(line=line):
                lines: list[str] = []
                told = f'print("{line}", file=sys.stderr)'
                result = self.problem(told + textwrap.dedent(self.ECHO), progress=lines.append).check()
                self.assertEqual(lines, [line])
                self.assertEqual(result.messages, ())

    def test_what_the_checker_does_not_confirm_is_told(self) -> None:
        told = 'print("  certified, but not confirmed by the checker: x", file=sys.stderr)'
        result = self.problem(told + textwrap.dedent(self.ECHO)).check()
        self.assertEqual(result.messages, ("certified, but not confirmed by the checker: x",))
        self.assertIn("not confirmed", result._repr_html_())

    def test_errors_tell_what_there_is(self) -> None:
        for body, status, message in (
            ('print("selfstab: internal error; please report it: x\\n    at y", file=sys.stderr); sys.exit(70)', 70, "selfstab: internal error"),
            ('print("warning: w\\n--set foo:1:1: foo is not a parameter", file=sys.stderr); sys.exit(2)', 2, "--set foo:1:1: foo"),
            ("sys.exit(2)", 2, "exit status 2"),
            ("os.kill(os.getpid(), signal.SIGKILL)", -9, "ended by signal 9"),
            ('print("no JSON")', 0, "printed no JSON"),
            ("", 0, "exit status 0"),
        ):
            with self.subTest(body=body), self.assertRaisesRegex(selfstab.SelfstabError, message) as caught, warnings.catch_warnings():
                warnings.simplefilter("ignore")
                self.problem(body).check()
            self.assertEqual(caught.exception.status, status)
        self.assertNothingLeft()

    def test_a_run_that_takes_too_long_is_ended(self) -> None:
        mark = self.folder / "pid"
        problem = self.problem(f"open({str(mark)!r}, 'w').write(str(os.getpid())); time.sleep(100)")
        with self.assertRaisesRegex(selfstab.SelfstabTimeout, "did not end within 2 s") as caught:
            problem.check(timeout=2)
        self.assertIsInstance(caught.exception, TimeoutError)
        # On a busy machine it may have been ended before it began.
        if mark.exists() and mark.read_text():
            self.assertEnded(int(mark.read_text()))
        self.assertNothingLeft()

    def test_ctrl_c_ends_the_program_too(self) -> None:
        mark = self.folder / "pid"
        # As in a notebook, where the signal is Python's alone.
        launcher = self.stand_in(
            f"signal.signal(signal.SIGINT, signal.SIG_IGN); open({str(mark)!r}, 'w').write(str(os.getpid())); time.sleep(100)"
        )
        # A build in the background hands down that the signal is ignored.
        script = (
            "import signal, selfstab; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
            f"selfstab.Problem.parse('x', launcher={launcher!r}).check()"
        )
        environment = {**os.environ, "TMPDIR": str(self.temporary), "PYTHONPATH": str(HERE)}
        with subprocess.Popen([sys.executable, "-c", script], stderr=subprocess.PIPE, env=environment) as python:
            while not (mark.exists() and mark.read_text()) and python.poll() is None:
                time.sleep(0.01)
            python.send_signal(signal.SIGINT)
            self.assertIn(b"KeyboardInterrupt", python.communicate()[1])
        self.assertEnded(int(mark.read_text()))
        self.assertNothingLeft()

    def assertEnded(self, pid: int) -> None:
        with self.assertRaises(ProcessLookupError):
            os.kill(pid, 0)

    def test_without_numpy_columns_are_lists(self) -> None:
        (self.folder / "run.csv").write_text("t,x,name\n0,0.5,a\n1,,b\n", encoding="utf-8")
        script = (
            "import sys; sys.modules['numpy'] = sys.modules['matplotlib'] = None\n"
            f"import selfstab; table = selfstab.read_table({str(self.folder / 'run.csv')!r})\n"
            "print({name: column for name, column in table.items()}, table._repr_html_().count('<tr>'))"
        )
        told = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(HERE)}, check=True
        )
        self.assertEqual(told.stdout, "{'t': [0, 1], 'x': [0.5, nan], 'name': ['a', 'b']} 3\n")


class LauncherTest(FolderTest):
    """Where the launcher is looked for."""

    def setUp(self) -> None:
        super().setUp()
        self.file = self.folder / ("selfstab.cmd" if os.name == "nt" else "selfstab")
        self.file.write_text("", encoding="utf-8")
        self.file.chmod(0o755)

    def test_the_argument_comes_before_the_variable_and_that_before_the_path(self) -> None:
        jar = self.folder / "selfstab.jar"
        jar.write_text("", encoding="utf-8")
        with mock.patch.dict(os.environ, {"PATH": str(self.folder)}):
            os.environ.pop("SELFSTAB", None)
            self.assertEqual(selfstab.Launcher().command(), [str(self.file)])
            os.environ["SELFSTAB"] = str(jar)
            self.assertEqual(selfstab.Launcher().command()[-2:], ["-jar", str(jar)])
            self.assertEqual(selfstab.Launcher(self.file).command(), [str(self.file)])

    def test_one_that_is_not_there_is_told_with_who_names_it(self) -> None:
        with self.assertRaisesRegex(selfstab.SelfstabError, "no launcher at /no/where, which the argument launcher names"):
            selfstab.Launcher("/no/where").command()
        with mock.patch.dict(os.environ, {"SELFSTAB": "/no/where"}):
            with self.assertRaisesRegex(selfstab.SelfstabError, "the environment variable SELFSTAB names"):
                selfstab.Launcher().command()
        elsewhere = mock.patch.object(selfstab, "__file__", str(self.folder / "a/b/c.py"))
        with elsewhere, mock.patch.dict(os.environ, {"PATH": str(self.temporary)}):
            os.environ.pop("SELFSTAB", None)
            with self.assertRaisesRegex(selfstab.SelfstabError, "selfstab is not found: put its launcher into the PATH"):
                selfstab.Launcher().command()

    def test_one_that_cannot_be_started_is_told(self) -> None:
        self.file.chmod(0o644)
        with self.assertRaisesRegex(selfstab.SelfstabError, "cannot be started"):
            selfstab.Problem.parse("", launcher=self.file).check()


class ProblemTest(FolderTest):
    """Problems and tables, without any run."""

    PARTS = {
        "title": 'A "valley" of \\ and \x7f é',
        "variables": ["x", "y"],
        "loss": "(y + zeta*x)*x^2/2 - epsilon*(x + y)",
        "parameters": {"eta": Fraction(3, 10), "zeta": 1, "epsilon": 1e-2},
        "start": {"x": "sqrt(2*epsilon)/2", "y": "2/eta"},
        "run": {"at_edge": True, "horizon": 60, "max_steps": 100000},
        "family": {"epsilon": ["1/100", Fraction(1, 1000), 1e-4]},
        "thresholds": {"condition.eigengap": Fraction(9, 5)},
        "expect": {"alpha": {"equals": "epsilon", "tolerance": 2e-3}, "coupling.order": {"at_least": 0.9}, "stages": ["blow-up"]},
    }

    @unittest.skipIf(sys.version_info < (3, 11), "tomllib came with Python 3.11")
    def test_a_defined_problem_has_its_parts(self) -> None:
        import tomllib

        parts = tomllib.loads(selfstab.Problem.define(**self.PARTS).text)
        self.assertEqual(parts["title"], self.PARTS["title"])
        self.assertEqual(parts["parameters"], {"eta": "3/10", "zeta": "1", "epsilon": "0.01"})
        self.assertEqual(parts["run"], {"at_edge": True, "horizon": "60", "max_steps": 100000})
        self.assertEqual(parts["family"], {"parameter": "epsilon", "values": ["1/100", "1/1000", "0.0001"]})
        self.assertEqual(parts["thresholds"], {"condition.eigengap": "9/5"})
        self.assertEqual(parts["expect"], self.PARTS["expect"])

    @unittest.skipIf(sys.version_info < (3, 11), "tomllib came with Python 3.11")
    def test_an_optimizer_is_defined(self) -> None:
        import tomllib

        optimizer = {"method": "linear", "A": [[Fraction(3, 2), -0.5], [1, 0]], "B": ["-eta", 0], "C": (1, 0),
                     "weight_decay": "1/100", "decoupled": True}
        parts = tomllib.loads(selfstab.Problem.define(**self.PARTS, optimizer=optimizer).text)
        self.assertEqual(parts["optimizer"], {
            "method": "linear", "A": [["3/2", "-0.5"], ["1", "0"]], "B": ["-eta", "0"], "C": ["1", "0"],
            "weight_decay": "1/100", "decoupled": True,
        })

    @needs_launcher
    def test_an_optimizer_has_its_own_edge(self) -> None:
        valley = selfstab.Problem.define(
            title="Valley", variables=["x", "y"], loss="y*x^2/2 - y/1000", parameters={"eta": "3/10"},
            start={"x": "1/50", "y": "2*(1 + momentum)/eta"}, run={"at_edge": True, "horizon": 20},
            optimizer={"method": "heavy_ball", "momentum": Fraction(1, 2)},
        )
        run = valley.verify()
        self.assertEqual((run["edge"], run["growth_rate"]), (10, 0.6))
        self.assertEqual(round(valley.verify(set={"momentum": "1/4"})["edge"], 12), round(25 / 3, 12))

    @needs_launcher
    def test_a_defined_problem_is_one(self) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            run = selfstab.Problem.define(**self.PARTS).save(self.folder / "defined.toml").verify()
        self.assertEqual((run["problem"], run["title"], run["steps"]), ("defined", 'A "valley" of \\ and \x7f é', 60))

    def test_undefined_numbers_are_nan(self) -> None:
        table = selfstab.Table.of_rows([{"a": 1, "b": None, "c": True}, {"a": 2.5, "b": None, "c": False, "d": "x"}])
        self.assertEqual(list(table["a"]), [1, 2.5])
        self.assertTrue(all(math.isnan(value) for value in table["b"]))
        self.assertEqual(list(table["c"]), [True, False])
        self.assertEqual(list(table["d"]), [None, "x"])
        self.assertEqual(selfstab.Table.of_rows([]).row_count, 0)

    def test_pages_are_escaped_and_long_tables_cut(self) -> None:
        page = selfstab.Table.of_rows([{"<b>": "<script>"}] * 50)._repr_html_()
        self.assertNotIn("<script>", page)
        self.assertNotIn("<b>", page)
        self.assertIn("50 rows", page)
        self.assertEqual(page.count("&lt;script&gt;"), 40)

    def test_errors_can_be_sent_to_other_processes(self) -> None:
        error = pickle.loads(pickle.dumps(selfstab.SelfstabError("a.toml:3:4: wrong", status=2)))
        self.assertEqual((str(error), error.status, error.line, error.column), ("a.toml:3:4: wrong", 2, 3, 4))


if __name__ == "__main__":
    unittest.main()
