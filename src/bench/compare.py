#!/usr/bin/env python3
"""selfstab beside what a user would take instead, measured in one run, ours and theirs in turn: gradient descent in C, the whole
verify and the derivation in NumPy and SymPy. Fails if the results do not agree to 1e-9. Prints a table in Markdown.

usage, after mvn package:  python3 src/bench/compare.py [RUNS [PART...]]     needs a JDK, gcc, taskset, and NumPy, SymPy and Matplotlib in that python3"""

import csv
import datetime
import importlib.util
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

BENCH = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(BENCH))
JAR = os.path.join(ROOT, "target", "selfstab.jar")
SELFSTAB = os.path.join(ROOT, "target", "selfstab")
PYTHON = sys.executable
TOLERANCE = 1e-9


def run(*command, statuses=(0,)):
    """The output and the seconds of a process."""
    began = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    seconds = time.perf_counter() - began
    if done.returncode not in statuses:
        sys.exit(f"{' '.join(command)}: status {done.returncode}\n{done.stderr}")
    return done.stdout, seconds


def in_turn(runs, **commands):
    """Each command's results over the runs, all commands in turn in each run."""
    results = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            results[name].append(command())
    return results


def require_agreement(what, ours, theirs):
    if len(ours) != len(theirs):
        sys.exit(f"{what}: {len(ours)} and {len(theirs)} values")
    for a, b in zip(ours, theirs):
        if not abs(a - b) <= TOLERANCE * max(abs(a), abs(b)):
            sys.exit(f"{what}: {a!r} and {b!r} do not agree to {TOLERANCE}")


class Table:
    def __init__(self):
        print("| what | selfstab | instead | ratio |\n|---|---|---|---|")

    def row(self, what, ours, theirs, unit, scale=1.0):
        ours, theirs = statistics.median(ours) * scale, statistics.median(theirs) * scale
        print(f"| {what} | {ours:.3g} {unit} | {theirs:.3g} {unit} | {theirs / ours:.3g} times as fast |", flush=True)

    def alone(self, what, ours, unit):
        print(f"| {what} | {statistics.median(ours):.3g} {unit} | | |", flush=True)


def descent_in_c(work):
    binary = os.path.join(work, "descent")
    run("gcc", "-O3", "-o", binary, os.path.join(BENCH, "c", "descent.c"), "-lm")
    return binary


def descents(table, runs, work):
    binary = descent_in_c(work)
    for loss, problem, steps in (("valley", "sharp-valley", 10_000_000), ("network", "tanh-network", 1_000_000)):

        def outcome(command):
            output, seconds = run(*command)
            numbers = [float(word) for word in output.split()]
            return numbers[0], numbers[1:], seconds

        java = ["java", "-cp", f"{work}:{JAR}", "Descent", f"examples/{problem}.toml", str(steps)]
        results = in_turn(
            runs,
            ours=lambda: outcome([*java, "2"]),
            once=lambda: outcome([*java, "1"]),
            theirs=lambda: outcome([binary, loss, str(steps)]),
        )
        require_agreement(f"iterates of the {loss}", results["ours"][0][1], results["theirs"][0][1])
        table.row(f"{loss}: a step of gradient descent, C", [r[0] for r in results["ours"]], [r[0] for r in results["theirs"]], "ns")
        table.row(f"{loss}: {steps:,} steps as a process, C", [r[2] for r in results["once"]], [r[2] for r in results["theirs"]], "s")


def noise(table, runs, work):
    """Processor time on one core, in pairs; with the same generator the iterates are the same but for rounding."""
    binary = os.path.join(work, "noise")
    run("gcc", "-O3", "-o", binary, os.path.join(BENCH, "c", "noise.c"), "-lm")
    steps = 20_000_000
    for momentum, batch, what in (("0", 4, "gradient descent"), ("0.5", 4, "heavy ball"), ("0", 1, "batches of one"), ("0.5", 2, "heavy ball, batches of two")):
        problem = "examples/noise/exponential-valley.toml" if momentum == "0" else "src/test/resources/problems/heavy-noisy-valley.toml"

        def numbers(*command):
            return [float(word) for word in run("taskset", "--cpu-list", "0", *command)[0].split()]

        settings = [f"batch={batch}", *([f"momentum={momentum}"] if momentum != "0" else [])]
        results = in_turn(
            runs,
            ours=lambda: numbers("java", "-cp", f"{work}:{JAR}", "org.selfstab.noise.NoisyDescent", problem, str(steps), *settings),
            theirs=lambda: numbers(binary, momentum, str(batch), str(steps)),
        )
        require_agreement(f"iterates with noise, {what}", results["ours"][0][1:], results["theirs"][0][1:])
        table.row(f"noisy valley: a step of {what}, C", [r[0] for r in results["ours"]], [r[0] for r in results["theirs"]], "ns")


def decimals(count, factor):
    """As in network.c and Network.java."""
    return [((i * factor + 11) % 201 - 100) / 100 for i in range(count)]


def network_problem(work, width, inputs, bias, points):
    x, y = decimals(points * inputs, 37), decimals(points, 53)
    rows = x if inputs == 1 else [x[k * inputs:(k + 1) * inputs] for k in range(points)]
    path = os.path.join(work, f"network-{width}-{points}.toml")
    weights, variables, c = (f"[1..{width}]" if inputs == 1 else f"[1..{width},1..{inputs}]"), f"[1..{width}]", ', "c"' if bias else ""
    with open(path, "w") as file:
        file.write(f"""title = "Two layers"
variables = ["W{weights}", "b{variables}", "a{variables}"{c}]
loss = 'mean(k, data, squared(mlp(x[k], "tanh", W, b, a{", c" if bias else ""}), y[k]))'
[data.inline]
x = {rows}
y = {y}
[parameters]
eta = "1/10"
[start_random]
seed = 1
scale = "1"
""")
    return path


def networks(table, runs, work):
    """The kernels on one core, and on all of them; C's on one."""
    binary = os.path.join(work, "network")
    run("gcc", "-O3", "-o", binary, os.path.join(BENCH, "c", "network.c"), "-lm")
    for width, inputs, bias, points in ((8, 2, 1, 16), (32, 2, 1, 64), (342, 1, 0, 64), (1024, 1, 0, 64), (1024, 1, 0, 256)):
        java = ["java", "-cp", f"{work}:{JAR}", "Network", network_problem(work, width, inputs, bias, points)]

        def numbers(*command):
            return [float(word) for word in run(*command)[0].split()]

        results = in_turn(
            runs,
            one=lambda: numbers("taskset", "--cpu-list", "0", *java),
            all=lambda: numbers(*java),
            theirs=lambda: numbers("taskset", "--cpu-list", "0", binary, *map(str, (width, inputs, bias, points))),
        )
        require_agreement("derivatives of a network", results["one"][0][2:], results["theirs"][0][2:])
        if results["one"][0][2:] != results["all"][0][2:]:
            sys.exit("the derivatives of a network depend on the number of cores")
        size = width * (inputs + 2) + bias
        for place, what in enumerate(("gradient", "gradient and Hessian-vector product")):
            name = f"network of {size} parameters on {points} points: {what}"
            one = [r[place] for r in results["one"]]
            table.row(f"{name} on one core, C", one, [r[place] for r in results["theirs"]], "us")
            table.row(f"{name}, {os.cpu_count()} cores, one", [r[place] for r in results["all"]], one, "us")


def growth(table, runs, work):
    """A step of verify beside the constrained trajectory alone in NumPy as the network grows, with a log-log plot in target/growth.svg."""
    sys.path.insert(0, os.path.join(BENCH, "python"))
    import numpy

    import network

    sizes, ours, theirs = [], [], []
    for width, steps, numpys in ((32, 400, 20), (64, 400, 20), (128, 200, 20), (256, 200, 10), (512, 100, 10), (768, 100, 10)):
        problem, short = os.path.join(work, f"growth-{width}.toml"), 20
        network.write(problem, width, 64)

        def verify(horizon, *more):
            return run(SELFSTAB, "verify", problem, "--horizon", str(horizon), "--quiet", *more, statuses=(0, 1))[1]

        results = in_turn(runs, short=lambda: verify(short), long=lambda: verify(short + steps),
                          theirs=lambda: json.loads(run(PYTHON, os.path.join(BENCH, "python", "network.py"), str(width), "64", str(numpys))[0]))
        verify(short, "--out", work)
        with open(os.path.join(work, f"growth-{width}", "trajectory.csv"), newline="") as file:
            losses = [float(row["loss_dagger"]) for row in csv.DictReader(file)]
        require_agreement("loss of the constrained trajectory", losses[:numpys + 1], results["theirs"][0]["losses"])
        sizes.append(4 * width + 1)
        ours.append([(long - short) / steps for short, long in zip(results["short"], results["long"])])
        theirs.append([r["seconds"] for r in results["theirs"]])
        table.row(f"a step of verify, network of {sizes[-1]} parameters on 64 points; the constrained trajectory alone in NumPy", ours[-1], theirs[-1], "ms", 1e3)
    medians = [[statistics.median(seconds) for seconds in of] for of in (ours, theirs)]
    exponents = [numpy.polyfit(numpy.log(sizes), numpy.log(of), 1)[0] for of in medians]
    print(f"\nA step costs N^{exponents[0]:.2f} from {sizes[0]} to {sizes[-1]} parameters, in NumPy N^{exponents[1]:.2f}.\n")
    import matplotlib

    matplotlib.use("svg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(6, 4))
    for of, label, mark in zip(medians, ("selfstab verify", "NumPy, constrained trajectory alone"), "os"):
        axes.loglog(sizes, [1e3 * s for s in of], mark + "-", label=label)
    axes.loglog(sizes, [1e3 * medians[0][0] * (n / sizes[0]) ** 1.1 for n in sizes], "k:", label="$N^{1.1}$")
    axes.set(xlabel="parameters N", ylabel="milliseconds a step")
    axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncol=3, frameon=False, fontsize="small")
    figure.savefig(os.path.join(ROOT, "target", "growth.svg"), metadata={"Date": None})


def derivations(table, runs, work):
    """Whole processes with the start of Java and Symja, and the import of SymPy; the first derivation after that; a late one."""
    archive = os.path.join(work, "derivation.jsa")
    java = archived(work, archive, "Derivation", "examples/sharp-valley.toml", "1")
    for loss, problem, rounds in (("valley", "sharp-valley", 200), ("network", "tanh-network", 10)):

        def outcome(command, count):
            output, seconds = run(*command, str(count))
            result = json.loads(output)
            return {**result, "process": seconds - result["check"]}

        ours = [*java, "Derivation", f"examples/{problem}.toml"]
        theirs = [PYTHON, os.path.join(BENCH, "python", "derive.py"), loss]
        results = in_turn(
            runs,
            once=lambda: outcome(ours, 1),
            warm=lambda: outcome(ours, rounds),
            theirs=lambda: outcome(theirs, 1),
            theirs_warm=lambda: outcome(theirs, min(rounds, 20)),
        )
        require_agreement(f"derivatives of the {loss}", [results["once"][0]["sum"]], [results["theirs"][0]["sum"]])
        what = f"{loss}: derivatives to third order"

        def row(name, key, mine, other, unit, scale=1.0):
            table.row(f"{what}, {name}, SymPy", [r[key] for r in results[mine]], [r[key] for r in results[other]], unit, scale)

        row("whole process", "process", "once", "theirs", "s")
        row("first after loading", "first", "once", "theirs", "ms", 1e3)
        row("warm", "later", "warm", "theirs_warm", "ms", 1e3)


def archived(work, archive, *command):
    """The command line of a Java that starts from a class-data archive, as the launcher does, of what a command loads."""
    path, classes = f"{JAR}:{work}", os.path.join(work, "classes")
    run("java", f"-XX:DumpLoadedClassList={classes}", "-cp", path, *command)
    run("java", "-Xshare:dump", f"-XX:SharedClassListFile={classes}", f"-XX:SharedArchiveFile={archive}", "-cp", JAR)
    return ["java", *launcher_options(work), f"-XX:SharedArchiveFile={archive}", "-Xlog:disable", "-Xlog:all=error,cds*=off:stderr", "-cp", path]


def launcher_options(work):
    """Java's options for work, from the launcher, which is shown a Java that tells them."""
    java = os.path.join(work, "told", "bin", "java")
    os.makedirs(os.path.dirname(java))
    with open(java, "w") as file:
        file.write('#!/bin/sh\nprintf "%s\\n" "$@"\n')
    os.chmod(java, 0o755)
    told = subprocess.run([SELFSTAB, "verify"], env={**os.environ, "JAVA_HOME": os.path.join(work, "told")}, capture_output=True, text=True)
    kept = [word for word in told.stdout.split() if word.startswith("-X") and not re.search("Archive|-Xshare|-Xlog", word)]
    if not kept:
        sys.exit("the launcher does not tell its options")
    return kept


def verifies(table, runs, work):
    problem = "examples/sharp-valley.toml"
    seconds = {}
    for epsilon, steps in (("1/100", 166), ("1/1000000", 16_666)):
        here = [problem, "--set", f"epsilon={epsilon}", "--quiet"]
        python = [PYTHON, os.path.join(BENCH, "python", "verify.py"), epsilon]
        results = in_turn(
            runs,
            ours=lambda: run(SELFSTAB, "verify", *here),
            theirs=lambda: run(*python))
        require_same_verification(here, steps, json.loads(results["theirs"][0][0]), os.path.join(work, f"out-{steps}"))
        seconds[steps] = [r[1] for r in results["ours"]], [r[1] for r in results["theirs"]]
        table.row(f"whole verify of {steps:,} steps as a process, NumPy and SymPy", *seconds[steps], "s")
    further = [
        [(long - statistics.median(short)) / 16_500 for long in longs]
        for short, longs in zip(seconds[166], seconds[16_666])
    ]
    table.row("each further step of verify, from the two above", *further, "us", 1e6)
    within = in_turn(
        min(runs, 3),
        ours=lambda: json.loads(run("java", "-cp", f"{work}:{JAR}", "WholeVerify", problem, "60", f"epsilon={epsilon}")[0]),
        shell=lambda: seconds_in_shell("verify", *here),
        theirs=lambda: json.loads(run(*python, "2")[0]),
    )
    require_agreement("C_1 within a process", [within["ours"][0]["C1"]], [within["theirs"][0]["C1"]])
    table.row(
        "whole verify of 16,666 steps within a process that has done others (medians of 3), NumPy and SymPy",
        [r["later"] for r in within["ours"]], [r["seconds"] for r in within["theirs"]], "s")
    table.row(
        "whole verify of 16,666 steps as a command of a shell that has done others (medians of 3), NumPy and SymPy",
        within["shell"], [r["seconds"] for r in within["theirs"]], "s")


def seconds_in_shell(*command, lines=40):
    """The seconds of the last of several equal commands of one shell, from giving the line to the end of its output."""
    output, _ = run(SELFSTAB, *command)
    with subprocess.Popen([SELFSTAB, "shell", "--stop"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as shell:
        for _ in range(lines):
            began = time.perf_counter()
            print(*command, file=shell.stdin, flush=True)
            answer = "".join(shell.stdout.readline() for _ in output.splitlines())
            seconds = time.perf_counter() - began
            if answer != output:
                sys.exit(f"{' '.join(command)}: in a shell it prints\n{answer}")
        shell.stdin.close()
    return seconds


def require_same_verification(options, steps, theirs, out):
    """All constants, the last iterates, and every measure of every condition and conclusion."""
    run(SELFSTAB, "verify", *options, "--out", out)
    with open(os.path.join(out, "sharp-valley", "summary.json")) as file:
        summary = json.load(file)
    with open(os.path.join(out, "sharp-valley", "trajectory.csv")) as file:
        names, *_, last = [line.strip().split(",") for line in file]
    row = {name: float(value) for name, value in zip(names, last)}
    keys = ("epsilon", "delta", "C1", "CL", "CS", "min_x_over_delta", "min_gamma")
    require_agreement(f"constants of {steps} steps", [summary[k] for k in keys], [theirs[k] for k in keys])
    require_agreement(
        f"last iterates of {steps} steps",
        [row["t"], row["theta_x"], row["theta_y"], row["dagger_x"], row["dagger_y"]],
        [theirs["steps"], *theirs["theta"], *theirs["dagger"]])
    checked = json.loads(run(SELFSTAB, "check", *options, "--format", "json")[0])
    # in two variables (27a) and (27b) do not apply, and have no value
    measures = {
        measure["quantity"]: measure["value"]
        for part in (checked["conditions"], summary["conclusions"]) for entry in part for measure in entry["measures"]
        if measure["verdict"] != "NOT APPLICABLE"
    }
    known = {"alpha_t > 0", "min gamma", "C_1", "C_L", "C_S", "min |x*|/delta"}
    left = set(measures) - known - set(theirs["means"]) - set(theirs["measures"]) - set(theirs["small"])
    if left:
        sys.exit(f"not in verify.py: {left}")
    for name, value in theirs["measures"].items():
        require_agreement(name, [measures[name]], [value])
    # the means themselves: their differences from 1 keep few digits
    for name, value in theirs["means"].items():
        require_agreement(name, [1 + theirs["epsilon"] * measures[name]], [1 + theirs["epsilon"] * value])
    # rounding on both sides, or bounded from both sides
    for name, value in theirs["small"].items():
        if not abs(measures[name] - value) <= 1e-6:
            sys.exit(f"{name}: {measures[name]!r} and {value!r} do not agree")


def starts(table, runs):
    problem = "examples/sharp-valley.toml"
    results = in_turn(
        runs,
        help=lambda: run(SELFSTAB, "--help")[1],
        help_jar=lambda: run("java", "-jar", JAR, "--help")[1],
        verify=lambda: run(SELFSTAB, "verify", problem, "--quiet")[1],
        verify_jar=lambda: run("java", "-jar", JAR, "verify", problem, "--quiet")[1],
    )
    table.row("selfstab --help, java -jar", results["help"], results["help_jar"], "s")
    table.row("small verify (166 steps), java -jar", results["verify"], results["verify_jar"], "s")


def cores(table, runs, work):
    """What the machine itself gives: as many processes as it has cores, which share nothing, at once and one after the other."""
    command = [descent_in_c(work), "network", "10000000"]
    count = os.cpu_count()

    def at_once():
        began = time.perf_counter()
        for process in [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(count)]:
            process.wait()
        return time.perf_counter() - began

    results = in_turn(runs, once=at_once, turn=lambda: sum(run(*command)[1] for _ in range(count)))
    table.row(f"{count} descents in C at once, one after the other", results["once"], results["turn"], "s")


def sweeps(table, runs, work):
    """On all cores, with one job, whose code is compiled on another core meanwhile, and on one core: the same files."""
    for points in (20, 60):
        grid = ["--grid", f"zeta=0:1:{points}", "--grid", "epsilon=1e-5:1e-3:20:log"]
        files = {}

        def seconds(jobs, *before):
            out = os.path.join(work, f"sweep-{points}-{jobs}")
            shutil.rmtree(out, ignore_errors=True)
            command = [SELFSTAB, "sweep", "examples/sharp-valley.toml", *grid, "--quiet", "--out", out]
            taken = run(*before, *command, "--jobs", str(jobs), statuses=(0, 1))[1]
            with open(os.path.join(out, "sharp-valley", "sweep.csv"), "rb") as file:
                files[jobs] = file.read()
            return taken

        count = os.cpu_count()
        results = in_turn(
            runs,
            all=lambda: seconds(count),
            job=lambda: seconds(1),
            core=lambda: seconds(1, "taskset", "--cpu-list", "0"))
        if files[1] != files[count]:
            sys.exit(f"the sweep of {points} x 20 points depends on the number of jobs")
        what = f"sweep of {points} x 20 points as a process on {count} cores"
        table.row(f"{what}, with one job", results["all"], results["job"], "s")
        table.row(f"{what}, on one core", results["all"], results["core"], "s")


def require_all_there():
    """Ends with a line that names everything that is missing, instead of half way with a traceback."""
    missing = [name for name in ("numpy", "sympy", "matplotlib") if importlib.util.find_spec(name) is None]
    missing = [f"{name} (python3 -m pip install {name}, or Debian's package python3-{name}, for {PYTHON})" for name in missing]
    missing += [name for name in ("java", "javac", "gcc", "taskset") if shutil.which(name) is None]
    missing += [f"{os.path.relpath(path)} (mvn package makes it)" for path in (JAR, SELFSTAB) if not os.path.exists(path)]
    if missing:
        sys.exit("missing: " + ", ".join(missing))


def first_line(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    return (done.stdout + done.stderr).splitlines()[0]


def main():
    require_all_there()
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    versions = first_line(PYTHON, "-c", "import numpy, sympy; print('NumPy', numpy.__version__, 'SymPy', sympy.__version__)")
    print(f"{datetime.date.today()}, {os.cpu_count()} cores, {memory:.0f} GiB, {platform.machine()}; {first_line('java', '-version')}; "
          f"{first_line('gcc', '--version')}; Python {first_line(PYTHON, '--version').split()[1]}, {versions}. Medians of {runs} runs.\n")
    with tempfile.TemporaryDirectory() as work:
        sources = [os.path.join(BENCH, "process", name) for name in ("Descent.java", "Derivation.java", "Network.java", "NoisyDescent.java", "WholeVerify.java")]
        run("javac", "-cp", JAR, "-d", work, *sources)
        table = Table()
        parts = {"starts": lambda: starts(table, runs), "descents": lambda: descents(table, runs, work),
                 "noise": lambda: noise(table, runs, work),
                 "networks": lambda: networks(table, min(runs, 3), work),
                 "growth": lambda: growth(table, min(runs, 3), work),
                 "derivations": lambda: derivations(table, runs, work), "verifies": lambda: verifies(table, runs, work),
                 "cores": lambda: cores(table, runs, work), "sweeps": lambda: sweeps(table, min(runs, 3), work)}
        unknown = set(sys.argv[2:]) - set(parts)
        if unknown:
            sys.exit(f"no part {', '.join(sorted(unknown))}: there are {', '.join(parts)}")
        for name in sys.argv[2:] or parts:
            parts[name]()


main()
