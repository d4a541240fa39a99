"""All derivatives up to the third, each once, of a loss by SymPy: usage: derive.py valley|network ROUNDS
Prints the seconds of the first derivation after SymPy is imported, the median of the last three, and the value of the sum of all at a
point with the seconds that it took. Each derivation starts with SymPy's cache emptied."""

import itertools
import json
import statistics
import sys
import time

import sympy as sp
from sympy.core.cache import clear_cache

def losses():
    x, y = sp.symbols("x y")
    yield "valley", [x, y], (y + x) * x**2 / 2 - (x + y) / 100
    a, b, c = sp.symbols("a1:4"), sp.symbols("b1:4"), sp.symbols("c1:4")
    inputs = [sp.Rational(k, 2) for k in (-3, -1, 1, 3)]
    targets = [sp.Rational(k, 5) for k in (6, 1, -7, 3)]
    units = lambda data: sum(a[j] * sp.tanh(b[j] * data + c[j]) for j in range(3))
    yield "network", [*a, *b, *c], sum((units(d) - t) ** 2 for d, t in zip(inputs, targets)) / 8


def derive(variables, loss):
    known = {(): loss}
    for order in (1, 2, 3):
        for indices in itertools.combinations_with_replacement(range(len(variables)), order):
            known[indices] = sp.diff(known[indices[:-1]], variables[indices[-1]])
    return known


def main():
    _, variables, loss = next(found for found in losses() if found[0] == sys.argv[1])
    seconds = []
    for _ in range(int(sys.argv[2])):
        clear_cache()
        began = time.perf_counter()
        known = derive(variables, loss)
        seconds.append(time.perf_counter() - began)
    began = time.perf_counter()
    total = sp.lambdify(variables, list(known.values()), "math", cse=True)
    point = [(k + 1) / 10 for k in range(len(variables))]
    value = sum(total(*point))
    check = time.perf_counter() - began
    print(json.dumps({"first": seconds[0], "later": statistics.median(seconds[-3:]), "check": check, "sum": value}))


main()
