#!/usr/bin/env python3
"""Check a certificate of a run by a second program, by another route than `selfstab recheck`: the run is computed anew, in intervals.

Each claim is CONFIRMED (its quantity, of one in the tube the extreme there, lies within the stated bounds, and the verdict follows), REJECTED (it
does not, or the file was changed or is wrong elsewhere), UNDECIDED (not managed, for the stated reason) or EMPTY (it states nothing). Assumed is,
and said where, (a) that dagger_t is the solution of the first-order conditions near the stated centre, and (b) that t = 0 is the first iterate at
the edge. Exit status: 0 if all that states something is confirmed, 1 if anything is rejected or nothing claimed, 3 if one is undecided or all are
empty, 2 if the file is no certificate. See certificates.md.
"""
import argparse
import decimal
import functools
import hashlib
import json
import math
import operator
import re
import sys
import time
from fractions import Fraction

LARGEST_FILE, LONGEST_TEXT, MOST_BITS, MOST_VARIABLES = 1 << 26, 100_000, 8192, 12
REJECTED, UNDECIDED, HALF, inf = "REJECTED", "UNDECIDED", Fraction(1, 2), math.inf
clock = {"deadline": inf}  # until when it may compute, on time.monotonic

class Refusal(Exception):
    """The outcome of all claims, or None if the file is no certificate, and why."""
def require(holds, reason, outcome=None):
    if not holds:
        raise Refusal(outcome, reason)
def attempt(value):
    try:
        return value()
    except (Refusal, ArithmeticError):
        return None

class Interval:
    """All numbers from low to high, which are integers in units of 2^-BITS; each operation rounds outwards. Rational numbers may stand on either side."""
    __slots__ = "low", "high"
    def __init__(self, low, high): self.low, self.high = low, high
    def __neg__(self): return Interval(-self.high, -self.low)
    def __abs__(self): return Interval(max(0, self.low, -self.high), self.size())
    def __radd__(self, b): return self + b
    def __rmul__(self, b): return self * b
    def __sub__(self, b): return self + -b
    def __rsub__(self, b): return -self + b
    def __truediv__(self, b): return self * b ** -1
    def __or__(self, b): return Interval(min(self.low, b.low), max(self.high, b.high))
    def __and__(self, b): return Interval(max(self.low, b.low), min(self.high, b.high))
    def size(self): return max(-self.low, self.high)
    def middle(self): return self.low + self.high >> 1
    def __float__(self): return self.middle() / ONE
    def __add__(self, b):
        if b.__class__ is Interval:
            return Interval(self.low + b.low, self.high + b.high)
        return NotImplemented if b.__class__ is Taylor else self + of(b)
    def __mul__(self, b):
        if b.__class__ is not Interval:
            return NotImplemented if b.__class__ is Taylor else self * of(b)
        ends = low, high = self.low * b.low, self.high * b.high
        if self.low < 0 or b.low < 0:
            ends += self.low * b.high, self.high * b.low
            low, high = min(ends), max(ends)
        result = Interval(low >> BITS, -(-high >> BITS))
        return result if -HUGE < result.low and result.high < HUGE else result.bounded()
    def __pow__(self, e):
        """Integers and halves are exact exponents, others take log."""
        e = Fraction(e.low, ONE) if e.__class__ is Interval and e.low == e.high and 2 * e.low % ONE == 0 else e
        require(isinstance(e, Interval) or abs(e) <= 1000, "an exponent is beyond 1000")
        return function("exp", e * function("log", self)) if isinstance(e, Interval) else self.power(e)
    def power(self, e):
        base, n = self if e.numerator % 2 else abs(self), abs(e.numerator)
        defined = (e >= 0 or self.low > 0 or self.high < 0) and (self.low >= 0 or e.denominator == 1)
        require(defined, "a root of a number that may be negative, or a quotient by one that may be 0", UNDECIDED if self.low < self.high else REJECTED)
        base = Interval(math.isqrt(base.low << BITS), math.isqrt(base.high << BITS) + (base.high > 0)) if e.denominator == 2 else base
        result = Interval(base.low**n >> BITS * (n - 1), -(-(base.high**n) >> BITS * (n - 1))).bounded() if n else UNIT
        return result if e >= 0 else Interval((1 << 2 * BITS) // result.high, -(-(1 << 2 * BITS) // result.low))
    def bounded(self):
        require(self.size() < HUGE, "a number is too large", UNDECIDED)
        return self

@functools.lru_cache(4096)
def of(number):
    p, q = (Fraction(number) if isinstance(number, str) else number).as_integer_ratio()
    return Interval((p << BITS) // q, -((-p << BITS) // q))
def around(centre, radius): return Interval(centre - radius, centre + radius)
def largest(a, b): return Interval(max(a.low, b.low), max(a.high, b.high))
def set_precision(bits):
    global BITS, ONE, TINY, HUGE, ZERO, UNIT, DECIMAL, PI
    BITS, ONE, TINY, HUGE = bits, 1 << bits, 1 << bits // 10, 1 << bits + MOST_BITS
    ZERO, UNIT, DECIMAL = of(0), of(1), decimal.Context(prec=bits // 3 + 40, Emax=10**5, Emin=-10**9)
    PI = arctangent(UNIT) * 4

class Taylor(Interval):
    """A polynomial of given degree: for each degree a dictionary from the exponents, four bits each, to the coefficient; a missing one is 0."""
    def __init__(self, parts): self.parts = parts
    def __neg__(self): return Taylor([{key: -x for key, x in part.items()} for part in self.parts])
    def constant(self, x): return Taylor([{0: x} if x.low or x.high else {}] + [{} for _ in self.parts[1:]])
    def __add__(self, b):
        both = zip(self.parts, (b if b.__class__ is Taylor else self.constant(ZERO + b)).parts)
        return Taylor([{**p, **{key: p[key] + x if key in p else x for key, x in q.items()}} for p, q in both])
    def __mul__(self, b):
        if b.__class__ is not Taylor:
            return Taylor([{key: x * b for key, x in part.items()} for part in self.parts])
        require(time.monotonic() < clock["deadline"], "its time is up; --seconds gives more", UNDECIDED)
        result = [{} for _ in self.parts]
        for into, part, other in ((result[i + j], p, q) for i, p in enumerate(self.parts) for j, q in enumerate(b.parts[:len(result) - i])):
            for key, x in part.items():
                for more, y in other.items():
                    into[key + more] = into[key + more] + x * y if key + more in into else x * y
        return Taylor(result)
    def power(self, e): return self.applied(value(self) ** e, lambda a: a ** (e - 1) * e if e else a * ZERO)
    def applied(self, at, slope):
        """A function of the polynomial, from that at its value, and the slope's Taylor coefficients there."""
        result, inner, m = self.constant(ZERO), Taylor([{}] + self.parts[1:]), len(self.parts) - 1
        slopes = slope(variable(0, value(self), m - 1)).parts if m else []
        for term in reversed([at, *(part.get(k, ZERO) * Fraction(1, k + 1) for k, part in enumerate(slopes))]):
            result = inner * result + term
        return result

def value(x): return x if x.__class__ is Interval else x.parts[0].get(0, ZERO)
def variable(i, x, m): return Taylor([{0: x}, {1 << 4 * i: UNIT}, *({} for _ in range(m - 1))][: m + 1])
def by_decimals(kind, x):
    """exp or ln at a point; decimals have it with a relative error far below a unit."""
    units = int(DECIMAL.multiply(kind(DECIMAL.divide(x.low, ONE)), ONE))
    return around(units, (abs(units) >> BITS + 40) + 2)
def series(first, square, ratio):
    """A sum in which each term is the one before times the square and a ratio at k; from the 200th on they fall by half at least."""
    terms = [first]
    for k in range(200 + BITS):
        terms.append(terms[-1] * square * ratio(k))
    return sum(terms, ZERO) + around(0, terms[-1].size())
def arctangent(x):
    """From the series at an eighth of the angle, of which the tangent is below 1/5."""
    for _ in range(3):
        x = x / ((x**2 + 1) ** HALF + 1)
    return series(x, -(x**2), lambda k: Fraction(2 * k + 1, 2 * k + 3)) * 8
def error_function(x):
    """By 2 exp(-x^2)/sqrt(pi) sum_k 2^k x^(2k+1)/(1 3 5 ... (2k+1)); beyond 9 it is nearly 1."""
    near = around(min(max(x.low, -9 * ONE), 9 * ONE), 0)
    small, rest = RISING["exp"](-(near**2)), series(near, near**2, lambda k: Fraction(2, 2 * k + 3))
    return (small * rest * 2 / PI**HALF + around(0, small.high * (x.size() > 9 * ONE))) & around(0, ONE)
def sine(x):
    """From the series at the middle less whole turns, with slopes of at most 1."""
    require(x.size() <= ONE << 64, "the argument of a sine is too large", UNDECIDED)
    angle = around(x.middle(), 0) - PI * 2 * (x.middle() // (2 * PI.low))
    of_middle = series(angle, -(angle**2), lambda k: Fraction(1, (2 * k + 2) * (2 * k + 3)))
    return of_middle + around(0, x.high - x.middle()) & around(0, ONE)
RISING = {"exp": lambda x: largest(by_decimals(DECIMAL.exp, x), ZERO), "log": lambda x: by_decimals(DECIMAL.ln, x), "atan": arctangent, "erf": error_function}
OTHERS = {"sin": sine, "cos": lambda x: sine(x + PI * HALF), "abs": abs}
SLOPES = {"log": "1/a", "atan": "1/(1 + a^2)", "erf": "2*exp(-a^2)/sqrt(pi)", "exp": "exp(a)", "sin": "cos(a)", "cos": "-sin(a)", "abs": "a/abs(a)"}
MEANINGS = {"sqrt": "a^(1/2)", "tan": "sin(a)/cos(a)", "sinh": "(exp(a) - exp(-a))/2", "cosh": "(exp(a) + exp(-a))/2",
            "sigmoid": "1/(1 + exp(-a))", "tanh": "1 - 2*sigmoid(-2*a)", "softplus": "log(1 + exp(a))", "logcosh": "log(cosh(a))"}
RESERVED = {*MEANINGS, *RISING, *OTHERS, "norm", "sum", "floor", "pi"}
@functools.lru_cache(64)
def enclosed(kind, low, high):
    """A function's values between two numbers of units: of one that rises from those at the ends."""
    require(kind in RISING or kind in OTHERS, "this checker has no function " + kind, UNDECIDED)
    require(kind != "log" or low > 0, "a logarithm of a number that may not be positive", UNDECIDED if high > 0 else REJECTED)
    return (RISING[kind](around(low, 0)) | RISING[kind](around(high, 0)) if kind in RISING else OTHERS[kind](Interval(low, high))).bounded()
def function(kind, x):
    """A function of a number; of a polynomial from its Taylor coefficients, found through its slope's."""
    if kind in MEANINGS:
        return evaluate(MEANINGS[kind], {"a": x})
    result = enclosed(kind, value(x).low, value(x).high)
    return result if x.__class__ is Interval else x.applied(result, lambda a: evaluate(SLOPES[kind], {"a": a}))
TOKEN = re.compile(r"((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,4}(?!\d))?)|([A-Za-z]\w*)(\s*\()?|(\^)|[-+*/(),\s]|(.)", re.ASCII | re.DOTALL)
@functools.lru_cache(256)
def compiled(text):
    """A text of problem-files.md as Python's, of nothing but numbers, names, calls of functions, and operations."""
    def translated(match):
        number, name, call, power, other = match.groups()
        require(not other and len(number or "") <= 2500 and abs(int(re.split("[eE]", (number or "") + "e0")[1])) <= 2500, "a formula is none: " + text)
        return 'of("%s")' % number if number else ('function("%s",' if call else 'names["%s"]') % name if name else "**" if power else match.group()
    require(len(text) <= LONGEST_TEXT, "a formula is too long")
    return compile("(%s)" % TOKEN.sub(translated, text), "formula", "eval")
def evaluate(text, names):
    """The value of a text where names have these, intervals or polynomials."""
    try:
        return eval(compiled(text), {"__builtins__": {}, "of": of, "function": function, "names": {"pi": PI, **names}})
    except (SyntaxError, KeyError, ValueError, TypeError, AttributeError, RecursionError, MemoryError):
        raise Refusal(None, "a formula has an unknown name, is none, or is nested too deeply: " + text) from None

class Tensor(list):
    """A vector of numbers, a matrix as its rows, and so on; @ sums over the last index of one and the first of the other."""
    def __add__(self, b): return Tensor(map(operator.add, self, b))
    def __sub__(self, b): return Tensor(map(operator.sub, self, b))
    def __or__(self, b): return Tensor(map(operator.or_, self, b))
    def __and__(self, b): return Tensor(map(operator.and_, self, b))
    def __mul__(self, x): return Tensor(y * x for y in self)
    def __matmul__(self, b):
        if self[0].__class__ is Tensor:
            return Tensor(row @ b for row in self)
        if b[0].__class__ is Tensor:
            return Tensor(self @ column for column in zip(*b))
        return sum((x * y for x, y in zip(self, b) if x.__class__ is Taylor or x.low or x.high), ZERO)
def outer(a, b): return Tensor(b * x for x in a)
def flat(rows): return Tensor(x for row in rows for x in row)
def rows_of(z, n): return Tensor(Tensor(z[i:i + n]) for i in range(0, len(z), n))
def transposed(matrix): return rows_of(flat(zip(*matrix)), len(matrix))
def identity(n): return Tensor(Tensor(UNIT if i == j else ZERO for j in range(n)) for i in range(n))
def middles(v): return Tensor(around(x.middle(), 0) for x in v)
def grown(centre, radii): return Tensor(x + around(0, r) for x, r in zip(centre, radii))
def norm(v):
    """Euclidean, of matrices and tensors that of Frobenius, which is at least the operator norm."""
    v = [norm(x) if x.__class__ is Tensor else x for x in v]
    low, high = sum(abs(x).low ** 2 for x in v), sum(x.size() ** 2 for x in v)
    return Interval(math.isqrt(low), math.isqrt(high) + (high > 0))
def evaluated(f, box):
    """The values of f, and its derivatives by each variable."""
    results = f([variable(i, x, 1) for i, x in enumerate(box)])
    slopes = [y.parts[1] if y.__class__ is Taylor else {} for y in results]
    return Tensor(map(value, results)), Tensor(Tensor(row.get(1 << 4 * i, ZERO) for i in range(len(box))) for row in slopes)
def image(f, box):
    """A box round the image of a box, by the mean value theorem."""
    return f(middles(box)) + evaluated(f, box)[1] @ (box - middles(box))
def eliminated(rows, swapped=True):
    """Of [M | R] the pivots and M^-1 R, by Gauss and Jordan; also of doubles."""
    rows, pivots = [*map(Tensor, rows)], []
    for i in range(len(rows)):
        if swapped:
            best = max(range(i, len(rows)), key=lambda r: float(abs(rows[r][i])))
            rows[i], rows[best] = rows[best], rows[i]
        pivots.append(rows[i][i])
        rows[i] = rows[i] * pivots[i] ** -1
        rows = [row if r == i else row - rows[i] * row[i] for r, row in enumerate(rows)]
    return pivots, [row[len(rows):] for row in rows]
def solved(matrix, v): return Tensor(x for x, in eliminated([*row, x] for row, x in zip(matrix, v))[1])
def eigenvectors(matrix):
    """About the eigenvalues, rising, and eigenvectors, by Jacobi's rotations in doubles: they only propose."""
    n, a = len(matrix), [[*map(float, row)] for row in matrix]
    v = [[float(i == j) for j in range(n)] for i in range(n)]
    for _, p, q in ((k, p, q) for k in range(12) for p in range(n) for q in range(p + 1, n)):
        angle = math.atan2(2 * a[p][q], a[q][q] - a[p][p]) / 2 if a[p][q] else 0.0
        c, s = math.cos(angle), math.sin(angle)
        for row in a + v:
            row[p], row[q] = c * row[p] - s * row[q], s * row[p] + c * row[q]
        a[p], a[q] = [c * x - s * y for x, y in zip(a[p], a[q])], [s * x + c * y for x, y in zip(a[p], a[q])]
    require(all(math.isfinite(x) for row in a + v for x in row), "a matrix is too large", UNDECIDED)
    pairs = sorted((a[i][i], column) for i, column in enumerate(zip(*v)))
    return [of(x) for x, _ in pairs], Tensor(Tensor(map(of, column)) for _, column in pairs)
def above(matrix, c, turned=True):
    """How many eigenvalues of all symmetric members are above c, the others being below, by Sylvester's law; None if that is not shown."""
    v = Tensor(column for _, column in sorted(zip(*eigenvectors(matrix)), key=lambda pair: -abs(pair[0] - c).low)) if turned else identity(len(matrix))
    pivots = attempt(lambda: eliminated(v @ (matrix - identity(len(matrix)) * c) @ transposed(v), swapped=False)[0])
    return None if pivots is None else sum(x.low > 0 for x in pivots)
def contracted(y, jacobian, radii):
    """What I - Y J makes of a box with these half-widths."""
    return [sum(x.size() * r for x, r in zip(row, radii)) // ONE + 1 for row in y @ jacobian - identity(len(y))]
def solve(equations, start, times=1, close=0):
    """By Newton's method and Krawczyk's test, a box round the only zero near start, made narrower so many times; and the preconditioner."""
    z, y, size, passed = middles(start), None, ONE, 0
    for _ in range(30):
        if size > ONE >> 40:
            residual, jacobian = evaluated(equations, z)
            doubles = ([*map(float, row), *map(float, unit)] for row, unit in zip(jacobian, identity(len(z))))
            y = Tensor(Tensor(map(of, row)) for row in eliminated(doubles)[1])
        change = y @ residual
        size = max(abs(x.middle()) for x in change)
        if size < TINY + close:
            break
        z = Tensor(x.bounded() for x in middles(z - change))
        residual = equations(z)
    radii = [4 * x.size() + TINY for x in change]
    for _ in range(24):
        needed = [x.size() + r + 1 for x, r in zip(change, contracted(y, evaluated(equations, grown(z, radii))[1], radii))]
        passed += passed > 0 or all(x < r for x, r in zip(needed, radii))
        radii = needed if passed else [x + (x >> 4) + TINY for x in needed]
        if passed == times:
            return grown(z, radii), y
    raise Refusal(UNDECIDED, "Krawczyk's test does not pass")
def derivatives(loss, q, m):
    """The loss and its derivatives up to the m-th at q: a point or box of intervals, or a point that moves, of polynomials of degree 1 say."""
    box, way, text, names, values = Tensor(map(value, q)), Tensor(Taylor([{}] + x.parts[1:]) for x in q if x.__class__ is Taylor), *loss
    def of_place(place, m=m + bool(way)):
        taylor = evaluate(text, {**values, **{name: variable(i, x, m) for i, (name, x) in enumerate(zip(names, place))}}) + variable(0, ZERO, m) * ZERO
        plain = {key: x * math.prod(math.factorial(key >> 4 * i & 15) for i in range(len(q))) for part in taylor.parts for key, x in part.items()}
        def tensor(k, key): return Tensor(tensor(k - 1, key + (1 << 4 * i)) for i in range(len(q))) if k else plain.get(key, ZERO)
        return [tensor(k, 0) for k in range(m + 1)]
    results = of_place(box)
    if max(x.high - x.low for x in box) > ONE >> 120:  # by the mean value theorem too
        for k, x in reversed([*enumerate(of_place(middles(box)))][:-1]):
            results[k] = results[k] & x + results[k + 1] @ (box - middles(box))
    return [x + y @ way for x, y in zip(results, results[1:])] if way else results
def eigenpair(h, u, s): return [*(h @ u - u * s), (u @ u - 1) * HALF]

class Geometry:
    """Theory.md section 1 at all points of a box where the derivatives are d: the top eigenvalue, which has to be simple, u, and what follows."""
    def __init__(self, d, near, times=1):
        *u, self.s = solve(lambda z: eigenpair(d[2], Tensor(z[:-1]), z[-1]), near, times)[0]
        self.d, self.u, second = d, Tensor(u), eigenvectors(d[2])[0][-2:-1]
        require(not second or above(d[2], (self.s + second[0]) * HALF) == 1, "an eigenvalue may not be the top one, or not simple", UNDECIDED)
        self.grad_s = d[3] @ self.u @ self.u if len(d) > 3 else self.u * ZERO
        self.across = self.off(self.grad_s)
        self.alpha, self.beta = -(d[1] @ self.across), norm(self.across) ** 2
    def off(self, v): return v - self.u * (self.u @ v)
    def gamma(self): return self.alpha / (norm(self.d[1]) * norm(self.across))
    def delta(self): return (self.alpha * 2 / self.beta) ** HALF
def fields(item, names):
    require(list(item) == names.split(), "expected the fields " + names)
    return list(item.values())
def numbers(items, size=1):
    require(isinstance(items, list) and len(items) == size and all(type(x) in (int, float) and math.isfinite(x) for x in items), "expected %d numbers" % size)
    return Tensor(map(of, items))
def agree(what, exact, stated):
    for x, y in zip(exact, stated):
        require(x.low <= y.high, what + " is not as the certificate says", REJECTED)
        require(x.high <= y.low, what + " is not shown to be as the certificate says", UNDECIDED)
def in_set(what, stated, point, shape="frame"):
    """Whether a set, or with the shape of a box a zero, of the certificate contains a point."""
    centre, frame, radii = fields(stated, "centre %s radii" % shape)
    require(shape == "frame" or all(x.low > 0 for x in numbers(frame, len(point))), "a box has no inside", REJECTED)
    way = point - numbers(centre, len(point))
    agree(what, map(abs, solved([numbers(row, len(way)) for row in frame], way) if shape == "frame" else way), numbers(radii, len(way)))

class Optimizer:
    """Theory.md (28) to (31): A, B, C, the edge S_c, eta = 2/S_c, the rates of growth and drift, and the shape in which the copies oscillate."""
    def __init__(self, stated, values):
        *a, self.b, self.c = [Tensor(evaluate(text, values) for text in row) for row in [*stated["A"], stated["B"], stated["C"]]]
        self.a, one, share, reach = Tensor(a), identity(len(a)), of(Fraction(1, len(a))), self.c @ self.b
        sums, trace = [sum(row, ZERO) for row in [*a, self.c]], sum((row[i] for i, row in enumerate(a)), ZERO)
        require(all(len(row) == len(a) for row in [*a, self.b, self.c]), "A, B and C of an optimizer do not fit")
        require(len(a) <= 2, "this checker takes optimizers of at most two copies", UNDECIDED)
        require(all(x.low <= ONE <= x.high for x in sums), "a row of the optimizer's A, or C, does not add up to 1", REJECTED)
        shape = solved(self.a + one, self.b)
        at_flip, slope = -(self.c @ shape), -(self.c @ solved(self.a + one, shape))  # of C (z I - A)^-1 B at -1
        weights = solved([[x + share for x in row] for row in transposed(one - self.a)], [share] * len(a))  # w A = w, w 1 = 1
        self.eta, self.edge, self.growth, self.drift = at_flip * 2, UNIT / at_flip, at_flip**2 / slope, -(weights @ self.b)
        rates, others = (self.eta, self.growth, self.drift), (trace - 1, trace + self.edge * reach + 1)  # eigenvalues beside 1 at h = 0, beside -1 at S_c
        require(min(x.low for x in rates) > 0, "a rate of the optimizer is not certainly positive", UNDECIDED if min(x.high for x in rates) > 0 else REJECTED)
        require(max(x.size() for x in others) < ONE, "it is not shown that -1 is the first eigenvalue to leave the unit disc", UNDECIDED)
        self.kept, self.left = self.a - outer(self.b, self.c @ self.a) * reach**-1, [1 - x / reach for x in self.b]
        self.swing = [-x / at_flip - 1 for x in shape]
    def next(self, s, force): return self.a @ s + outer(self.b, force)

class Run:
    """The exact run of a problem, along what a certificate says of it; states of an optimizer have a row for each copy."""
    def __init__(self, problem):
        stated = problem.pop("optimizer", {"A": [["1"]], "B": ["-eta"], "C": ["1"]})
        _, title, variables, loss, parameters, start, self.at_edge, self.horizon, self.most_steps, self.asked, self.limits = fields(
            problem, "name title variables loss parameters start atEdge horizon maxSteps steps thresholds")
        self.n, values, waiting, names = len(variables), {}, {**parameters}, [*variables, *parameters]
        sound = all(re.fullmatch(r"[A-Za-z]\w*", x, re.A) and x not in RESERVED for x in names) and len({*names}) == len(names) <= 500
        require(sound and self.n and list(start) == variables and "eta" in parameters, "names are none, missing, or there twice")
        require(self.n <= MOST_VARIABLES, "this checker takes at most %d variables" % MOST_VARIABLES, UNDECIDED)
        while waiting:
            ready = [x for x in waiting if waiting.keys().isdisjoint(re.findall(r"[A-Za-z]\w*", waiting[x]))]
            require(ready, "a parameter is defined by itself")
            values.update({x: evaluate(waiting.pop(x), values) for x in ready})
        self.values, self.loss, self.optimizer = values, (loss, variables, values), Optimizer(stated, values)
        self.eta, self.edge, self.c = self.optimizer.eta, self.optimizer.edge, self.optimizer.c
        self.state = Tensor([Tensor(evaluate(text, values) for text in start.values())] * len(self.c))
        self.memory, self.pushes, self.first, self.old, self.known, self.radius = self.state * ZERO, [], {}, None, None, ONE
        self.seen = {x: getattr(self.optimizer, x) for x in ("eta", "growth", "drift")}
        self.doubtful, self.before, self.t, self.ended, self.open_tube = 0, 0, -1, False, False
    def most(self, **values):
        """Takes in values of which the largest is sought; None if one is not bounded."""
        self.seen.update({name: x and self.seen.get(name, x) and largest(self.seen.get(name, x), x) for name, x in values.items()})
    def at(self, q, m): return derivatives(self.loss, q, m)
    def image(self, f, s): return rows_of(image(lambda z: flat(f(rows_of(z, self.n))), flat(s)), self.n)
    def descend(self, s): return self.optimizer.next(s, self.at(self.c @ s, 1)[1])
    def conditions(self, theta, boundary, z):
        """What the point of the stable set nearest to theta satisfies (certificates.md), in q, u, w, mu and nu or S."""
        (q, u, w), mu, (nu, s) = rows_of(z[:-2], self.n), z[-2], (z[-1], self.edge) if boundary else (ZERO, z[-1])
        _, gradient, hessian, third = self.at(q, 3)
        bend = third @ u
        return Tensor([*(q + (u * s + bend @ w) * mu + bend @ u * nu - theta), u @ w, *(w * s - hessian @ w - gradient), *eigenpair(hessian, u, s)])
    def near(self, theta, boundary):
        values, vectors = eigenvectors(self.at(middles(theta), 2)[2])
        return solve(functools.partial(self.conditions, theta, boundary), [*theta, *vectors[-1], *[ZERO] * (self.n + 1), values[-1] * (not boundary)], 1, ONE >> 90)[0]
    def approach(self, stated, bound):
        """An iterate before t = 0: whether eta S at the nearest point of the stable set is shown to be below the bound, or it is found on the boundary."""
        in_set("theta", {name: x for name, x in stated.items() if name != "reach"}, flat(self.state))
        require(not self.at_edge, "the problem has no iterates before t = 0", REJECTED)
        theta = self.c @ self.state
        is_inside = bound and attempt(lambda: self.is_inside(theta, bound))
        edge = bound and not is_inside and attempt(lambda: self.near(theta, True))
        require(not edge or edge[-1].low <= 0, "t = 0 may be later than the first iterate at the edge: step %d" % self.before, UNDECIDED)
        self.most(projected=bound if is_inside else None)
        self.before, self.doubtful, self.state = self.before + 1, self.doubtful + (not is_inside), self.image(self.descend, self.state)
    def is_inside(self, theta, bound):
        """Whether S is below the bound in a ball, of an earlier theta if it does, that holds the nearest point, as this is no farther than q, one of the set."""
        if self.known and sum(norm(theta - x).high for x in self.known) <= self.radius:
            return True
        z, n = self.near(theta, False), self.n
        q, away, top = Tensor(z[:n]), norm(theta - z[:n]).high, Geometry(self.at(z[:n], 2), [*z[n:2 * n], z[-1]])
        balls = [*((q, self.radius * 2 >> k) for k in range(64) if self.radius * 2 >> k > 2 * away), (theta, away)]
        below = (ball for ball in balls if attempt(lambda: above(self.at(grown(ball[0], [ball[1]] * n), 3)[2], bound / self.eta)) == 0)
        centre, self.radius = next(below, (None, away))
        self.known = centre and (centre, q)
        return self.known
    def dagger(self, nearest, target):
        """What holds in a box of the solutions that dagger_t may be."""
        boxes, certain, n = {}, len(nearest) == 2, self.n
        for piece, zero, distance, alone in (fields(x, "piece zero distance uniqueness") for x in nearest):
            require(piece in ("BOUNDARY", "INSIDE") and piece not in boxes, "a piece of the stable set is none, or stated twice", REJECTED)
            centre, (distance, cube) = numbers(zero["centre"], 3 * n + 2), numbers([distance, alone], 2)
            equations = functools.partial(self.conditions, target, piece == "BOUNDARY")
            z, y = solve(equations, centre)
            in_set("dagger_t", zero, z, "box")
            agree("dagger_t", [norm((z - centre)[:n])], [distance])
            jacobian, weights = evaluated(equations, grown(centre, [cube.high] * len(z)))[1], [ONE] * len(z)
            for _ in range(9):  # a power of bounds on I - Y F' below 1, so that Y F' is regular
                weights = contracted(y, jacobian, weights)
            require(max(weights) < ONE and alone > 0, "dagger_t is not shown to be unique as far as stated", UNDECIDED)
            lowest = eigenvectors([[(y[i][j] + y[j][i]) * HALF for j in range(n)] for i in range(n)])[0][0]
            require(lowest.high > -ONE >> 30, "dagger_t may be no local minimum of the distance", UNDECIDED)
            s, room = (self.edge, z[-1]) if piece == "BOUNDARY" else (z[-1], self.edge - z[-1])
            boxes[piece], certain = Tensor([*z[:2 * n], s]) if room.high >= 0 else None, certain or room.low > 0
        require(certain, "dagger_t may lie on another piece of the stable set", UNDECIDED)
        require(any(boxes.values()), "no stated solution is on its piece of the stable set", REJECTED)
        require(self.old or self.at_edge or boxes.get("BOUNDARY"), "t = 0 is not at the edge: its projection lies inside", REJECTED)
        z = functools.reduce(operator.or_, filter(None, boxes.values()))
        here = Geometry(self.at(z[:n], 4), z[n:])
        here.box, here.s = Tensor(z[:n]), z[-1]
        return here
    def include(self, item):
        """The next step: everything is computed, and compared with what the certificate says."""
        memory = item.pop("memory", None)
        t, iterate, pair, nearest, radius, least, most, quartic, predicted, tube_radius, tube = fields(
            item, "t iterate iteratePair nearest daggerRadius secondAtLeast secondAtMost quartic predicted tubeRadius tube")
        self.t, n, old, optimizer, (radius, tube_radius) = self.t + 1, self.n, self.old, self.optimizer, numbers([radius, tube_radius], 2)
        require(t == self.t and (memory is None) == (len(self.c) == 1), "a step is missing, or has a memory where the optimizer has none", REJECTED)
        require(not self.ended, "a step after one at which alpha is not certainly positive", UNDECIDED)
        here = self.dagger(nearest, self.c @ self.state if not old else self.c @ optimizer.a @ self.memory + image(
            lambda q: q + self.at(q, 1)[1] * (self.c @ optimizer.b), old.box))
        agree("dagger_t", [norm(here.box - numbers(nearest[0]["zero"]["centre"][:n], n))], [radius])
        if old:
            require((old.u @ here.u).low > 0, "u turns by a right angle or more", UNDECIDED)
            self.memory = optimizer.kept @ self.memory + outer(optimizer.left, old.box - here.box)
            self.state, here.v = self.image(self.descend, self.state), self.image(lambda v: self.predicted(old, here, v), old.v)
        else:
            self.state = self.state + outer(optimizer.swing, here.u * (here.u @ (self.c @ self.state - here.box) * int(self.at_edge)))
            here.v = Tensor(row - here.box for row in self.state)
        sets = ("theta_t", iterate, self.state), ("v*_t", predicted, here.v), ("the memory", memory, self.memory)
        for what, stated, exact in sets[: 2 if memory is None else 3]:
            in_set(what, stated, flat(exact))
        theta = Geometry(self.at(self.c @ self.state, 2), numbers(pair["centre"], n + 1))
        in_set("the top eigenpair at theta_t", pair, Tensor([*theta.u, theta.s]), "box")
        for name, stated, wanted in (("run_gap", most, (1,)), ("least_gap", least, range(2, n + 1)))[: 0 if n == 1 else 1 if least is None else 2]:
            count = above(here.d[2], numbers([stated])[0])
            require(count in (None, *wanted), "lambda_2 is not as the certificate says", REJECTED)
            require(count is not None, "lambda_2 is not shown to be as the certificate says", UNDECIDED)
            self.most(**{name: of(stated)})
        self.old, self.ended = here, here.alpha.low <= 0
        self.most(run_alpha=-here.alpha)
        if not self.ended:
            self.first = self.first or {"delta": here.delta(), "alpha": here.alpha}
            require(tube_radius.low > 0, "the tube has no radius", REJECTED)
            self.measure(here, old, theta, numbers(quartic, n), tube, grown(here.box, [tube_radius.high] * n))
    def predicted(self, old, here, v):
        """Theory.md (34), of gradient descent (11)."""
        w = self.c @ v
        x, y = old.u @ w, old.across @ w
        force = old.d[2] @ old.off(w) + old.across * ((x**2 - old.alpha * 2 / old.beta) * HALF) + old.u * ((self.edge + y) * x)
        return Tensor(here.off(old.off(row)) + here.u * (old.u @ row) for row in self.optimizer.next(v, force))
    def measure(self, here, old, theta, v, stated, box):
        """All that claims are about: at the step, of those before, and in the tube, as far as the loss is defined and the top eigenpair enclosed there."""
        (value, gradient, hessian, third, fourth), w, eta, optimizer = here.d, self.c @ here.v, self.eta, self.optimizer
        x, y, slope, length, projector = here.u @ w, here.across @ w, norm(here.grad_s), norm(here.across), Tensor(map(here.off, identity(self.n)))
        self.most(alpha=here.alpha, beta=here.beta, run_beta=-here.beta, slope=slope, x=-abs(x), below=largest(2 - eta * here.s, ZERO),
                  delta=here.delta(), epsilon=(optimizer.growth * optimizer.drift * here.alpha) ** HALF, run_gamma=attempt(lambda: -here.gamma()),
                  start=ZERO if old else norm(w), deviation=norm(self.c @ self.state - here.box - w), gradient=norm(gradient),
                  loss=abs(theta.d[0] - value - x**2 / eta), sharpness=abs(theta.s - here.s - y - here.grad_s @ here.u * x),
                  fourth=attempt(lambda: abs(fourth @ v @ v @ v @ v) / (v @ v) ** 2))
        rho, bends = Interval(slope.low, norm(third).high), Tensor(projector @ m for m in projector @ third @ projector)
        for w in (here.off(w), here.off(gradient), here.across):
            force, bend = norm(here.off(hessian @ w)), norm(here.off(third @ w @ w))
            self.most(second=attempt(lambda: force / norm(w)) or norm(projector @ hessian @ projector) | ZERO,
                      third=attempt(lambda: bend / (w @ w * rho)) or attempt(lambda: norm(bends) / slope | ZERO))
        if old:
            w = old.d[1] * eta + old.across * (largest(eta * old.alpha - largest(self.edge - old.s, ZERO), ZERO) / old.beta)
            self.most(missed=norm(here.box - old.box + w), shortfall=attempt(lambda: largest(1 - (old.d[0] - value) * eta / (w @ w), ZERO)))
        for felt in (here.across @ (self.c @ push) / length for push in self.pushes):
            self.most(push=abs(felt), pull=largest(-felt, ZERO))
        self.pushes = [optimizer.next(push, hessian @ (self.c @ push)) for push in (push @ projector for push in self.pushes)]
        self.pushes.append(outer(optimizer.b, here.across * (-UNIT / (length * optimizer.drift))))
        d, near, self.open_tube = attempt(lambda: self.at(box, 4)), Tensor([*here.u, here.s]), self.open_tube or not stated
        tube, (pair, bound) = d and attempt(lambda: Geometry(d, near, 3)), fields(stated, "pair secondAtMost") if stated is not None else (None, None)
        if stated is not None:
            in_set("the top eigenpair", pair, near, "box")
        gap = bound is not None and d and numbers([bound])[0]  # above lambda_2, or the largest of H - m u u', where the top one lies as far below as above
        gap = gap if gap and (above(d[2], gap) in (0, 1) or above(d[2] - outer(here.u, here.u) * ((here.s - gap) * 2), gap, turned=False) == 0) else None
        self.most(third_norm=d and norm(d[3]), fourth_norm=d and norm(d[4]), tube_gap=gap,
                  tube_alpha=tube and -tube.alpha, tube_gamma=tube and attempt(lambda: -tube.gamma()))
    def judged(self, approach, steps, end, claims):
        """Of each claim, and of each that is missing, the outcome, verdict, name, quantity, and why."""
        names = [(c["name"], c["quantity"]) for c in claims]
        is_open = [(c["verdict"], c["lower"], c["upper"]) == (UNDECIDED, None, None) for c in claims]
        early = names[:1] == [("run", "the run up to its horizon")] and is_open[0]
        first = early + (not steps and names[early:early + 1] == [NEVER[:2]] and is_open[early])
        never = [of(min(c["upper"], 2)) for c, name in zip(claims, names) if name == NEVER[:2] and c["upper"] is not None]
        for iterate in approach:
            self.approach(iterate, never[0] if never else of(2) if self.n <= 4 else None)
        for item in steps:
            self.include(item)
        require(all(x is None or numbers([x])[0].low >= 0 for x in fields(end, "iterate constrained predicted uniqueness")), "a radius is none")
        if steps and not early:
            require(self.asked is not None or isinstance(self.horizon, str), "this checker does not compute a horizon of three periods", UNDECIDED)
            horizon = evaluate(self.horizon, {**self.first, **self.values}) if self.asked is None else of(self.asked)
            require(horizon.low >> BITS <= self.t <= horizon.high >> BITS and self.t > 0, "the steps do not end at the horizon", REJECTED)
        alone, expected = self.ended or early and names[1:] == [CLAIMS[1][:2]], [NEVER] * (self.before > self.most_steps and first == early)
        if steps:
            expected = CLAIMS[1:2] if alone else CLAIMS[:5] + CLAIMS[5 + (len(self.c) > 1): 18 if self.n > 2 and len(self.c) == 1 else 16]
        results = [("EMPTY", "nothing is stated")] * first + [self.judge(claim, *wanted) for claim, wanted in zip(claims[first:], expected)]
        results += [(REJECTED, "no claim is expected here")] * (len(claims) - len(results))
        missing = [(REJECTED, "", *wanted[:2], "the claim is missing from the certificate") for wanted in expected[len(claims) - first:]]
        return [(outcome, c["verdict"], *name, why) for c, name, (outcome, why) in zip(claims, names, results)] + missing
    def judge(self, claim, name, quantity, suffix, *formulas):
        """A claim's outcome, and why; the bounds of its quantity are infinite where there is none, or the quantity is not defined."""
        lower, upper, threshold, verdict = [claim[x] for x in ("lower", "upper", "threshold", "verdict")]
        low, high = -inf if lower is None else lower, inf if upper is None else upper
        limit = self.limits.get(name + suffix) if isinstance(suffix, str) else suffix
        is_open = verdict == UNDECIDED and threshold is None and self.open_tube and any("tube_" in x for x in formulas)
        if (claim["name"], claim["quantity"]) != (name, quantity) or limit is None or threshold != limit and not is_open:
            return REJECTED, "expected the claim %s: %s with the problem's threshold %s" % (name, quantity, limit)
        holds, fails = (low >= limit, high < limit) if quantity.startswith("min") or limit == 2.0 else (high <= limit, low > limit)
        if verdict != (UNDECIDED if is_open else "HOLDS" if holds else "FAILS" if fails else UNDECIDED):
            return REJECTED, "the bounds and the threshold do not say " + verdict
        if lower is None and upper is None:
            return "EMPTY", "nothing is stated"
        least, most = [attempt(lambda: evaluate(x.replace("tube_", "run_") if fails or self.ended else x, self.seen)) for x in (formulas[0], formulas[-1])]
        at_least, at_most = Fraction(least.low, ONE) if least else -inf, Fraction(most.high, ONE) if most else inf
        shown = "the quantity is from %.12g to %.12g" % (at_least, at_most)
        if low <= at_least and at_most <= high:
            return "CONFIRMED", "in [%s, %s], threshold %s; %s" % (lower, upper, threshold, shown)
        return (REJECTED, shown) if at_most < low or at_least > high else (UNDECIDED, "only shown: " + shown)

# The claims in their order: name, quantity, threshold or the rest of its name, and the formula, of the largest values, of the lower bound, and of the upper
# one if that is another. Of what is FAILS, or where the run ended, run_ stands for tube_.
CLAIMS = [
    ("edge.reached", "max (2 - eta S(dagger_t))/eps^2", "", "below/epsilon^2"),
    ("condition.progressive_sharpening", "min alpha", 5e-324, "-tube_alpha", "-run_alpha"),
    ("condition.progressive_sharpening", "min gamma", ".gamma", "-tube_gamma", "-run_gamma"),
    ("condition.progressive_sharpening", "max alpha/min alpha", ".alpha_ratio", "alpha/-run_alpha"),
    ("condition.progressive_sharpening", "max beta/min beta", ".beta_ratio", "beta/-run_beta"),
    ("condition.eigengap", "max eta lambda_2", "", "eta*least_gap", "eta*tube_gap"),
    ("condition.smoothness", "max rho_4/(eta rho_3^2)", "", "fourth/(eta*third_norm^2)", "fourth_norm/(eta*slope^2)"),
    ("condition.non_worst_case", "max eta |H w|/(eps |w|)", ".curvature", "second*drift/epsilon"),
    ("condition.non_worst_case", "max |P D3L(w,w)|/(eps rho_3 |w|^2)", ".third_order", "third/epsilon"),
    ("condition.axis_distance", "min |x*|/delta", "", "-x/delta"), ("condition.small_start", "|v_0|/delta", "", "start/delta"),
    ("condition.memory", "max |beta_{s->t}|/sqrt(beta_s beta_t)", ".growth", "push"),
    ("condition.memory", "max -beta_{s->t}/sqrt(beta_s beta_t)", ".sign_change", "pull"),
    ("coupling.constant", "C_1", "", "deviation/(epsilon*delta)"), ("loss.constant", "C_L", "", "loss*eta/(epsilon*delta^2)"),
    ("sharpness.constant", "C_S", "", "sharpness*growth/epsilon^2"), ("implicit_bias.constant", "C_P", "", "missed/(epsilon^2*eta*gradient)"),
    ("descent.constant", "C_D", "", "shortfall/epsilon")]
NEVER = ("edge.reached", "max eta S(proj_M(theta_t))", 2.0, "none", "projected")
def read(path):
    """The certificate, and whether its digest is right."""
    def once(pairs): return dict(pairs) if len(dict(pairs)) == len(pairs) else require(False, "a name is given twice")
    try:
        with open(path, "rb") as file:
            content = file.read(LARGEST_FILE + 1)
        require(len(content) <= LARGEST_FILE, "the file is larger than %d bytes" % LARGEST_FILE)
        certificate = json.loads(content.decode(), object_pairs_hook=once, parse_int=lambda x: int(x) if len(x) < 20 else float(x))
    except (OSError, ValueError, RecursionError) as unreadable:
        raise Refusal(None, "it cannot be read: %s" % unreadable) from None
    return certificate, content[-77:] == b'"sha256":"' + hashlib.sha256(content[:-77]).hexdigest().encode() + b'"}\n'
def check(certificate, unchanged):
    """Lines about the problem, and of each claim its outcome, verdict, name, quantity, and why."""
    form, lines, run = certificate["format"], [], None
    require(re.fullmatch(r"selfstab certificate( of [a-z -]+)? 1", form), "no certificate of selfstab")
    if form != "selfstab certificate 1":
        return [], [(UNDECIDED, "", form, "all claims", "this checker reads certificates of runs of one unstable eigenvalue only")]
    certificate.pop("run", None)
    _, problem, approach, steps, end, claims, _ = fields(certificate, "format problem approach steps end claims sha256")
    set_precision(256 + 4 * len(steps) + len(approach) * min(4, len(problem["variables"])) // 5)
    for _, _, *limits, verdict in (fields(claim, "name quantity lower upper threshold verdict") for claim in claims):
        require(verdict in ("HOLDS", "FAILS", UNDECIDED) and all(x is None or numbers([x]) for x in limits), "a claim is none")
    try:
        require(unchanged, "the file was changed after it was written: its digest is another", REJECTED)
        lines = ["%s: %s" % (x, y) for x, y in problem.items() if x in ("title", "loss", "parameters", "optimizer", "start", "horizon", "steps")]
        run = Run(problem)
        results = run.judged(approach, steps, end, claims)
        lines += ["assumed: (a) dagger_t is the solution of the first-order conditions near the stated centre"] * bool(steps)
        lines += ["assumed: (b) t = 0 is the first iterate at the edge; not shown of %d before" % run.doubtful] * bool(steps and run.doubtful)
    except (Refusal, ArithmeticError) as refusal:
        outcome, reason = refusal.args if isinstance(refusal, Refusal) else (UNDECIDED, "not computed: %s" % refusal)
        require(outcome, reason)
        results = [(outcome, c["verdict"], c["name"], c["quantity"], ("t = %d: " % run.t if run and run.t >= 0 else "") + reason) for c in claims]
    return lines, results
def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("certificate", metavar="CERTIFICATE", help="a certificate.json that selfstab certify wrote")
    parser.add_argument("--seconds", type=float, default=600.0, help="how long it may take (600)")
    options, printable = parser.parse_args(), lambda text: "".join(x if x.isprintable() else "?" for x in str(text)[:2000])
    clock["deadline"] = time.monotonic() + options.seconds
    try:
        lines, results = check(*read(options.certificate))
    except (Refusal, AttributeError, KeyError, TypeError, ValueError) as none:  # what is not shaped like a certificate
        print(printable("%s: no certificate: %s" % (options.certificate, none.args[-1])), file=sys.stderr)
        return 2
    outcomes = [x[0] for x in results]
    sys.stdout.reconfigure(errors="backslashreplace")
    print("%d of %d claims confirmed" % (outcomes.count("CONFIRMED"), len(results)), *("  " + printable(line) for line in lines),
          *("  %-9s %-9s %s: %s\n      %s" % tuple(map(printable, result)) for result in results), sep="\n")
    return 1 if REJECTED in outcomes or not outcomes else 3 if UNDECIDED in outcomes or "CONFIRMED" not in outcomes else 0

if __name__ == "__main__":
    sys.exit(main())
