#!/usr/bin/env python3
"""Check a certificate of a run by a second program, by another route than `selfstab recheck`.

    python3 src/python/check_certificate.py CERTIFICATE [--seconds N]

It takes from a certificate the problem, the claims, and where to begin Newton's method, and computes the run anew from the exact start, in
intervals of 77 digits and more. What the certificate says of its steps has to contain what was computed. Each claim is CONFIRMED (its
quantity, of one in the tube the extreme there, lies within the stated bounds, and the verdict follows), REJECTED (it does not, or the file
was changed or is wrong elsewhere), UNDECIDED (this program did not manage, for the stated reason) or EMPTY (it states nothing). Assumed is,
and said where, (a) that dagger_t is the solution of the first-order conditions near the stated centre, unique as far as stated, and (b) where
gradient descent goes first, that t = 0 is the first iterate at the edge. Exit status: 0 if all that states something is confirmed, 1 if
anything is rejected or nothing claimed, 3 if one is undecided or all are empty, 2 if the file is no certificate. See certificates.md.
"""
import argparse
import ast
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

LARGEST_FILE, LONGEST_TEXT, MOST_BITS, MOST_TERMS, MOST_VARIABLES = 1 << 26, 100_000, 8192, 40_000, 12
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

class Number:
    """What intervals and polynomials share; rational numbers may stand on either side. Integers and halves are exact exponents, others take log."""
    __slots__ = ()
    def __radd__(self, b): return self + b
    def __rmul__(self, b): return self * b
    def __sub__(self, b): return self + -b
    def __rsub__(self, b): return -self + b
    def __truediv__(self, b): return self * b ** -1

    def __pow__(self, e):
        if e.__class__ is Interval and e.low == e.high and 2 * e.low % ONE == 0:
            e = Fraction(e.low, ONE)
        require(isinstance(e, Number) or abs(e) <= 1000, "an exponent is beyond 1000")
        return function("exp", e * function("log", self)) if isinstance(e, Number) else self.power(e)

class Interval(Number):
    """All numbers from low to high, which are integers in units of 2^-BITS; each operation rounds outwards."""
    __slots__ = "low", "high"
    def __init__(self, low, high): self.low, self.high = low, high
    def __neg__(self): return Interval(-self.high, -self.low)
    def __abs__(self): return Interval(max(0, self.low, -self.high), self.size())
    def __or__(self, b): return Interval(min(self.low, b.low), max(self.high, b.high))
    def __and__(self, b): return Interval(max(self.low, b.low), min(self.high, b.high))
    def size(self): return max(-self.low, self.high)
    def middle(self): return self.low + self.high >> 1
    def __float__(self): return self.middle() / ONE

    def __add__(self, b):
        if b.__class__ is not Interval:
            return NotImplemented if b.__class__ is Taylor else self + of(b)
        return Interval(self.low + b.low, self.high + b.high)

    def __mul__(self, b):
        if b.__class__ is not Interval:
            return NotImplemented if b.__class__ is Taylor else self * of(b)
        if self.low >= 0 and b.low >= 0:
            return Interval(self.low * b.low >> BITS, -(-self.high * b.high >> BITS))
        products = self.low * b.low, self.low * b.high, self.high * b.low, self.high * b.high
        return Interval(min(products) >> BITS, -(-max(products) >> BITS))

    def power(self, e):
        base, n, defined = self if e.numerator % 2 else abs(self), abs(e.numerator), e >= 0 or self.low > 0 or self.high < 0
        defined = defined and (self.low >= 0 or e.denominator == 1)
        require(defined, "a root of a number that may be negative, or a quotient by one that may be 0", UNDECIDED if self.low < self.high else REJECTED)
        if e.denominator == 2:
            base = Interval(math.isqrt(base.low << BITS), math.isqrt(base.high << BITS) + (base.high > 0))
        result = Interval(base.low**n >> BITS * (n - 1), -(-(base.high**n) >> BITS * (n - 1))).bounded() if n else UNIT
        return result if e >= 0 else Interval((1 << 2 * BITS) // result.high, -(-(1 << 2 * BITS) // result.low))

    def bounded(self):
        require(max(self.low.bit_length(), self.high.bit_length()) <= BITS + MOST_BITS, "a number is too large", UNDECIDED)
        return self

@functools.lru_cache(4096)
def of(number):
    p, q = (Fraction(number) if isinstance(number, str) else number).as_integer_ratio()
    return Interval((p << BITS) // q, -((-p << BITS) // q))

def around(centre, radius): return Interval(centre - radius, centre + radius)
def largest(a, b): return Interval(max(a.low, b.low), max(a.high, b.high))

def set_precision(bits):
    global BITS, ONE, TINY, ZERO, UNIT, DECIMAL, PI
    BITS, ONE, TINY = bits, 1 << bits, 1 << bits // 10
    of.cache_clear()
    ZERO, UNIT, DECIMAL = of(0), of(1), decimal.Context(prec=bits // 3 + 40, Emax=10**9, Emin=-10**9)
    PI = arctangent(UNIT) * 4

class Taylor(Number):
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
        result = [{} for _ in self.parts]
        for into, part, other in ((result[i + j], p, q) for i, p in enumerate(self.parts) for j, q in enumerate(b.parts[:len(result) - i])):
            for key, x in part.items():
                for more, y in other.items():
                    into[key + more] = into[key + more] + x * y if key + more in into else x * y
        return Taylor(result)

    def power(self, e):
        return self.composed([value(self) ** (e - k) * c if c else ZERO for k, c in enumerate(binomials(e, len(self.parts)))])

    def composed(self, series):
        """The function with these Taylor coefficients at the polynomial's value, of the polynomial."""
        result, inner = self.constant(series[-1]), Taylor([{}] + self.parts[1:])
        for term in reversed(series[:-1]):
            result = inner * result + term
        return result

@functools.lru_cache(256)
def binomials(e, m): return [math.prod(Fraction(e - j, j + 1) for j in range(k)) for k in range(m)]
def value(x): return x if x.__class__ is Interval else x.parts[0].get(0, ZERO)
def variable(i, x, m): return Taylor([{0: x}, {1 << 4 * i: UNIT}, *({} for _ in range(m - 1))][: m + 1])
def exponents(key): return [(i, e) for i in range(key.bit_length() + 3 >> 2) for e in [key >> 4 * i & 15] if e]
def factorial(key): return math.prod(math.factorial(e) for _, e in exponents(key))

def polynomial(parts, values):
    """The sum of these terms, of numbers of any kind."""
    powers = [[x**e for e in range(5)] for x in values]
    return sum((math.prod([powers[i][e] for i, e in exponents(key)], start=x) for part in parts for key, x in part.items()), ZERO)

def by_decimals(kind, x):
    """exp or ln at a point; decimals have it with a relative error far below a unit."""
    units = int(DECIMAL.multiply(kind(DECIMAL.divide(x.low, ONE)), ONE))
    return around(units, (abs(units) >> BITS + 40) + 2)

def exponential(x):
    require(x.high <= 2000 * ONE, "an exponential is too large", UNDECIDED)
    return largest(by_decimals(DECIMAL.exp, largest(x, of(-2000))), ZERO)

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
    small, rest = exponential(-(near**2)), series(near, near**2, lambda k: Fraction(2, 2 * k + 3))
    return (small * rest * 2 / PI**HALF + around(0, small.high * (x.size() > 9 * ONE))) & around(0, ONE)

def sine(x):
    """From the series at the middle less whole turns, with slopes of at most 1."""
    require(x.size() <= ONE << 64, "the argument of a sine is too large", UNDECIDED)
    angle = around(x.middle(), 0) - PI * 2 * (x.middle() // (2 * PI.low))
    of_middle = series(angle, -(angle**2), lambda k: Fraction(1, (2 * k + 2) * (2 * k + 3)))
    return of_middle + around(0, x.high - x.middle()) & around(0, ONE)

RISING = {"exp": exponential, "log": lambda x: by_decimals(DECIMAL.ln, x), "atan": arctangent, "erf": error_function}
OTHERS = {"sin": sine, "cos": lambda x: sine(x + PI * HALF), "abs": abs, "floor": lambda x: Interval(x.low >> BITS << BITS, x.high >> BITS << BITS)}
SLOPES = {"log": "1/a", "atan": "1/(1 + a^2)", "erf": "2*exp(-a^2)/sqrt(pi)", "exp": "exp(a)", "sin": "cos(a)", "cos": "-sin(a)"}
MEANINGS = {"sqrt": "a^(1/2)", "tan": "sin(a)/cos(a)", "sinh": "(exp(a) - exp(-a))/2", "cosh": "(exp(a) + exp(-a))/2",
            "sigmoid": "1/(1 + exp(-a))", "tanh": "1 - 2*sigmoid(-2*a)", "softplus": "log(1 + exp(a))", "logcosh": "log(cosh(a))"}
RESERVED = {*MEANINGS, *RISING, *OTHERS, "norm", "sum", "pi"}

@functools.lru_cache(64)
def enclosed(kind, low, high):
    """A function's values between two numbers of units: of one that rises from those at the ends."""
    require(kind != "log" or low > 0, "a logarithm of a number that may not be positive", UNDECIDED if high > 0 else REJECTED)
    return RISING[kind](around(low, 0)) | RISING[kind](around(high, 0)) if kind in RISING else OTHERS[kind](Interval(low, high))

def function(kind, x):
    """A function of a number; of a polynomial from its Taylor coefficients, found through its slope's."""
    at, parts = value(x), x.parts if x.__class__ is Taylor else []
    if kind == "abs" and parts:
        require(at.low > 0 or at.high < 0, "an absolute value of a number that may be 0", UNDECIDED)
        return x if at.low > 0 else -x
    slope = evaluate(SLOPES[kind], {"a": variable(0, at, len(parts) - 2)}).parts if len(parts) > 1 else []
    result = enclosed(kind, at.low, at.high)
    return x.composed([result, *(part.get(k, ZERO) * Fraction(1, k + 1) for k, part in enumerate(slope))]) if parts else result

TOKEN = re.compile(r"((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,4}(?!\d))?)|([A-Za-z]\w*)|(\^)|[-+*/(),[\]\s]|(.)", re.ASCII | re.DOTALL)
OPERATIONS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv, ast.Pow: operator.pow}

@functools.lru_cache(256)
def parsed(text):
    """The tree of a text of problem-files.md: that of Python, with ** for ^, numbers in quotes, and names that are no keywords."""
    def translated(match):
        number, name, power, other = match.groups()
        require(not other and len(number or "") <= 2500 and abs(int(re.split("[eE]", (number or "") + "e0")[1])) <= 2500, "a formula is none: " + text)
        return '("%s")' % number if number else name + "_" if name else "**" if power else match.group()
    require(len(text) <= LONGEST_TEXT, "a formula is too long")
    return ast.parse("(%s)" % TOKEN.sub(translated, text), mode="eval").body

def evaluate(text, values):
    """The value of a text where names have these, intervals or polynomials."""
    try:
        return at(parsed(text), values)
    except (SyntaxError, KeyError, ValueError, AttributeError, RecursionError, MemoryError):
        raise Refusal(None, "a formula has an unknown name, is none, or is nested too deeply: " + text) from None

def at(tree, values):
    require(time.monotonic() < clock["deadline"], "its time is up; --seconds gives more", UNDECIDED)
    if isinstance(tree, ast.BinOp):
        result = OPERATIONS[type(tree.op)](at(tree.left, values), at(tree.right, values))
    elif isinstance(tree, ast.UnaryOp):
        result = {ast.USub: operator.neg}[type(tree.op)](at(tree.operand, values))
    elif isinstance(tree, ast.Call):
        result = called(tree.func.id[:-1], tree.args + tree.keywords, values)
    elif isinstance(tree, ast.Subscript):
        result = values[tree.value.id[:-1] + str(integer(at(tree.slice, values)))]
    else:
        result = of(tree.value) if isinstance(tree, ast.Constant) else PI if tree.id == "pi_" else values[tree.id[:-1]]
    for x in [result] if result.__class__ is Interval else (x for part in result.parts for x in part.values()):
        x.bounded()
    return result

def called(kind, arguments, values):
    if kind == "sum":
        (index, *ends, term), indices = arguments, range(*[integer(at(x, values)) + k for k, x in enumerate(arguments[1:3])])
        require(0 < len(indices) <= MOST_TERMS and index.id[:-1] not in {*values, *RESERVED}, "a sum has no terms or too many, or no index of its own")
        return sum((at(term, {**values, index.id[:-1]: of(i)}) for i in indices), ZERO)
    operands = [at(x, values) for x in arguments]
    if kind == "norm":
        return sum((x**2 for x in operands), ZERO) ** HALF
    argument, = operands
    return evaluate(MEANINGS[kind], {"a": argument}) if kind in MEANINGS else function(kind, argument)

def integer(x):
    require(x.low == x.high and x.low % ONE == 0 and x.size() < 2**31 * ONE, "an index is no integer")
    return x.low >> BITS

def dot(a, b): return sum((x * y for x, y in zip(a, b) if x.__class__ is Taylor or x.low or x.high), ZERO)
def apply(matrix, v): return [dot(row, v) for row in matrix]
def transposed(matrix): return [list(column) for column in zip(*matrix)]
def product(a, b): return transposed([apply(a, column) for column in transposed(b)])
def each(f, *vectors): return [f(*entries) for entries in zip(*vectors)]
def minus(a, b): return [x - y for x, y in zip(a, b)]
def middles(v): return [around(x.middle(), 0) for x in v]
def identity(n, s): return [[s if i == j else ZERO for j in range(n)] for i in range(n)]
def grown(centre, radii): return [x + around(0, r) for x, r in zip(centre, radii)]
def is_eigenpair(h, u, s): return [*minus(apply(h, u), [s * x for x in u]), (dot(u, u) - 1) * HALF]

def norm(v):
    low, high = sum(abs(x).low ** 2 for x in v), sum(x.size() ** 2 for x in v)
    return Interval(math.isqrt(low), math.isqrt(high) + (high > 0))

def evaluated(f, box):
    """The values of f, and its derivatives by each variable."""
    results = f([variable(i, x, 1) for i, x in enumerate(box)])
    return each(value, results), [[y.parts[1].get(1 << 4 * i, ZERO) if y.__class__ is Taylor else ZERO for i in range(len(box))] for y in results]

def image(f, box):
    """A box round the image of a box, by the mean value theorem."""
    return each(operator.add, f(middles(box)), apply(evaluated(f, box)[1], minus(box, middles(box))))

def eliminated(rows, swapped=True):
    """Of [M | R] the pivots and M^-1 R, by Gauss and Jordan; also of doubles."""
    rows, pivots = list(rows), []
    for i in range(len(rows)):
        if swapped:
            best = max(range(i, len(rows)), key=lambda r: float(abs(rows[r][i])))
            rows[i], rows[best] = rows[best], rows[i]
        pivots.append(rows[i][i])
        rows[i] = [x / pivots[i] for x in rows[i]]
        rows = [row if r == i else [x - row[i] * y for x, y in zip(row, rows[i])] for r, row in enumerate(rows)]
    return pivots, [row[len(rows):] for row in rows]

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
    pairs = sorted((a[i][i], column) for i, column in enumerate(transposed(v)))
    return [of(x) for x, _ in pairs], [[of(x) for x in column] for _, column in pairs]

def above(matrix, c, turned=True):
    """How many eigenvalues of all symmetric members are above c, the others being below, by Sylvester's law; None if that is not shown."""
    pairs = sorted(zip(*eigenvectors(matrix)), key=lambda pair: -abs(pair[0] - c).low)
    v = [column for _, column in pairs] if turned else identity(len(matrix), UNIT)
    rows = product(v, product([minus(*rows) for rows in zip(matrix, identity(len(matrix), c))], transposed(v)))
    pivots = attempt(lambda: eliminated(rows, swapped=False)[0])
    return None if pivots is None else sum(x.low > 0 for x in pivots)

def contracted(y, jacobian, radii):
    """What I - Y J makes of a box with these half-widths."""
    return [sum((x - e).size() * r for x, e, r in zip(*rows, radii)) // ONE + 1 for rows in zip(product(y, jacobian), identity(len(y), UNIT))]

def solve(equations, start, times=1):
    """By Newton's method and Krawczyk's test, a box round the only zero near start, made narrower so many times; and the preconditioner."""
    z, y, size, passed = middles(start), None, ONE, 0
    for _ in range(30):
        if size > ONE >> 40:
            residual, jacobian = evaluated(equations, z)
            rows = [[*map(float, row)] + [float(i == j) for j in range(len(z))] for i, row in enumerate(jacobian)]
            y = [[of(x) for x in row] for row in eliminated(rows)[1]]
        change = apply(y, residual)
        size = max(abs(x.middle()) for x in change)
        if size < TINY:
            break
        z = [x.bounded() for x in middles(minus(z, change))]
        residual = equations(z)
    radii = [4 * x.size() + TINY for x in change]
    for _ in range(24):
        needed = [x.size() + r + 1 for x, r in zip(change, contracted(y, evaluated(equations, grown(z, radii))[1], radii))]
        passed += passed > 0 or all(x < r for x, r in zip(needed, radii))
        radii = needed if passed else [x + (x >> 4) + TINY for x in needed]
        if passed == times:
            return grown(z, radii), y
    raise Refusal(UNDECIDED, "Krawczyk's test does not pass")

class Local:
    """The derivatives of a loss up to the m-th at q, a point or box of intervals, or a point that moves as polynomials of degree 1 say."""

    def __init__(self, loss, q, m):
        box, self.way, self.n, self.entries = each(value, q), [Taylor([{}] + x.parts[1:]) for x in q if x.__class__ is Taylor], len(q), {}
        m += bool(self.way)
        self.parts = self.taylor(loss, box, m)
        if max(x.high - x.low for x in box) > ONE >> 120:  # by Taylor's formula about the middle too, the remainder over the box
            terms = self.taylor(loss, middles(box), m)[:m] + self.parts[m:]
            moved = polynomial(terms, [variable(i, x, m) for i, x in enumerate(minus(box, middles(box)))])
            self.parts = [{key: x & other[key] for key, x in part.items()} for part, other in zip(self.parts, moved.parts)]
        self.value, self.gradient = value(Taylor(self.parts)), [self.entry(i) for i in range(self.n)]
        self.hessian = [[self.entry(i, j) for j in range(self.n)] for i in range(self.n)] if m > 1 + bool(self.way) else None

    @staticmethod
    def taylor(loss, box, m):
        variables = zip(loss[1], (variable(i, x, m) for i, x in enumerate(box)))
        return (evaluate(loss[0], {**loss[2], **dict(variables)}) + variable(0, ZERO, m) * ZERO).parts

    def plain(self, key, m): return self.parts[m].get(key, ZERO) * factorial(key)

    def entry(self, *indices):
        """The derivative by these variables."""
        key, m = sum(1 << 4 * i for i in indices), len(indices)
        if key not in self.entries:
            self.entries[key] = sum((d * self.plain(key + (1 << 4 * i), m + 1) for i, d in enumerate(self.way)), self.plain(key, m))
        return self.entries[key]

    def third(self, a): return [[dot(a, [self.entry(i, j, k) for k in range(self.n)]) for j in range(self.n)] for i in range(self.n)]

    def frobenius(self, m):
        """At least the operator norm of the m-th derivative, each entry of which stands there m!/(its exponents!) times."""
        return sum((self.plain(key, m) ** 2 * (math.factorial(m) // factorial(key)) for key in self.parts[m]), ZERO) ** HALF

class Geometry:
    """Theory.md section 1 at all points of a box: the top eigenvalue, which has to be simple, u, and what follows from them."""

    def __init__(self, local, near, times=1):
        self.local, n = local, len(near) - 1
        pair = solve(lambda z: is_eigenpair(local.hessian, z[:n], z[n]), near, times)[0]
        self.u, self.s, second = pair[:n], pair[n], eigenvectors(local.hessian)[0][-2:-1]
        require(not second or above(local.hessian, (self.s + second[0]) * HALF) == 1, "an eigenvalue may not be the top one, or not simple", UNDECIDED)
        if len(local.parts) > 3:
            self.grad_s = apply(local.third(self.u), self.u)
            self.across = self.off(self.grad_s)
            self.alpha, self.beta = -dot(local.gradient, self.across), sum((x**2 for x in self.across), ZERO)

    def off(self, v):
        along = dot(self.u, v)
        return [a - along * b for a, b in zip(v, self.u)]

    def gamma(self): return self.alpha / (norm(self.local.gradient) * norm(self.across))
    def delta(self): return (self.alpha * 2 / self.beta) ** HALF

def fields(item, names):
    require(list(item) == names.split(), "expected the fields " + names)
    return list(item.values())

def numbers(items, size=1):
    require(isinstance(items, list) and len(items) == size and all(type(x) in (int, float) for x in items), "expected %d numbers" % size)
    return [of(x) for x in items]

def agree(what, exact, stated):
    for x, y in zip(exact, stated):
        require(x.low <= y.high, what + " is not as the certificate says", REJECTED)
        require(x.high <= y.low, what + " is not shown to be as the certificate says", UNDECIDED)

def in_zero(what, zero, z):
    centre, box, radii = [numbers(x, len(z)) for x in fields(zero, "centre box radii")]
    require(all(x.low > 0 for x in box), "a box has no inside", REJECTED)
    agree(what, map(abs, minus(z, centre)), radii)

def in_set(what, stated, point):
    centre, frame, radii, _ = fields({**stated, "reach": None}, "centre frame radii reach")
    rows = [numbers(row, len(point)) + [x] for row, x in zip(frame, minus(point, numbers(centre, len(point))))]
    agree(what, [abs(x) for x, in eliminated(rows)[1]], numbers(radii, len(rows)))

class Run:
    """The exact run of a problem, along what a certificate says of it."""

    def __init__(self, problem):
        _, title, variables, loss, parameters, start, self.at_edge, self.horizon, self.most_steps, self.asked, self.limits = fields(
            problem, "name title variables loss parameters start atEdge horizon maxSteps steps thresholds")
        self.n, self.values, names, waiting = len(variables), {}, [*variables, *parameters], {**parameters}
        self.shown = {"title": title, "loss": loss, **parameters, **{"start of " + x: text for x, text in start.items()}}
        sound = all(re.fullmatch(r"[A-Za-z]\w*", x, re.A) and x not in RESERVED for x in names) and len({*names}) == len(names) <= 500
        require(sound and self.n and list(start) == variables and "eta" in parameters, "names are none, missing, or there twice")
        while waiting:
            ready = [x for x in waiting if waiting.keys().isdisjoint(re.findall(r"[A-Za-z]\w*", waiting[x]))]
            require(ready, "a parameter is defined by itself")
            self.values.update({x: evaluate(waiting.pop(x), self.values) for x in ready})
        self.eta, self.loss = self.values["eta"], (loss, variables, self.values)
        require(self.n <= MOST_VARIABLES, "this checker takes at most %d variables" % MOST_VARIABLES, UNDECIDED)
        require(self.eta.low > 0, "the step size is not certainly positive", UNDECIDED if self.eta.high > 0 else REJECTED)
        self.edge, self.theta = of(2) / self.eta, [evaluate(text, self.values) for text in start.values()]
        self.seen, self.pushes, self.passed, self.first, self.old = {}, [], [], {}, None
        self.doubtful, self.before, self.t, self.ended, self.open_tube = 0, 0, -1, False, False

    def most(self, **values):
        """Takes in values of which the largest is sought; None if one is not bounded."""
        for name, x in values.items():
            old = self.seen.get(name, x)
            self.seen[name] = None if old is None or x is None else largest(old, x)

    def descend(self, q): return [x - self.eta * g for x, g in zip(q, Local(self.loss, q, 1).gradient)]

    def conditions(self, theta, boundary):
        """What the point of the stable set nearest to theta satisfies (certificates.md), in q, u, w, mu and nu or S."""
        def equations(z, n=self.n):
            q, u, w, mu, (nu, s) = z[:n], z[n:2 * n], z[2 * n:3 * n], z[3 * n], (z[-1], self.edge) if boundary else (ZERO, z[-1])
            local = Local(self.loss, q, 3)
            bend, twist = [apply(local.third(u), x) for x in (u, w)]
            return [*each(lambda x, t, a, b, c: x + mu * (s * a + c) + nu * b - t, q, theta, u, bend, twist), dot(u, w),
                    *each(lambda a, b, g: s * a - b - g, w, apply(local.hessian, w), local.gradient), *is_eigenpair(local.hessian, u, s)]
        return equations

    def approach(self, stated, bound):
        """An iterate before t = 0, and whether the nearest point of the stable set is shown to lie inside, or found on the boundary."""
        in_set("theta", stated, self.theta)
        require(not self.at_edge, "the problem has no iterates before t = 0", REJECTED)
        values, vectors = eigenvectors(Local(self.loss, middles(self.theta), 2).hessian)
        if not (bound and attempt(lambda: self.is_inside(bound, vectors[-1], values[-1]))):
            self.doubtful += 1
            nearest = bound and attempt(lambda: solve(self.conditions(self.theta, True), [*self.theta, *vectors[-1], *[ZERO] * (self.n + 2)])[0])
            require(not nearest or nearest[-1].low <= 0, "t = 0 may be later than the first iterate at the edge: step %d" % self.before, UNDECIDED)
        self.before, self.theta = self.before + 1, image(self.descend, self.theta)

    def is_inside(self, bound, along, s):
        """Whether the stable set has a point on the line along about u, so near that S is below the bound on all of the ball between."""
        def equations(z, n=self.n):
            local = Local(self.loss, [x + z[-1] * y for x, y in zip(self.theta, along)], 2)
            return [*is_eigenpair(local.hessian, z[:n], z[n]), dot(local.gradient, z[:n])]
        away = (abs(solve(equations, [*along, s, ZERO])[0][-1]) * norm(along)).high
        return above(Local(self.loss, grown(self.theta, [away] * self.n), 3).hessian, bound) == 0

    def dagger(self, nearest, target):
        """A box of the solutions that dagger_t may be, with the top eigenpair there, and whether it may be on the boundary."""
        boxes, certain, n = {}, len(nearest) == 2, self.n
        for piece, zero, distance, alone in (fields(x, "piece zero distance uniqueness") for x in nearest):
            require(piece in ("BOUNDARY", "INSIDE") and piece not in boxes, "a piece of the stable set is none, or stated twice", REJECTED)
            on_boundary, centre, (cube,) = piece == "BOUNDARY", numbers(zero["centre"], 3 * n + 2), numbers([alone])
            equations = self.conditions(target, on_boundary)
            z, y = solve(equations, centre)
            in_zero("dagger_t", zero, z)
            agree("dagger_t", [norm(minus(z[:n], centre))], numbers([distance]))
            jacobian, weights = evaluated(equations, grown(centre, [cube.high] * len(z)))[1], [ONE] * len(z)
            for _ in range(9):  # a power of bounds on I - Y F' below 1, so that Y F' is regular
                weights = contracted(y, jacobian, weights)
            require(max(weights) < ONE and alone > 0, "dagger_t is not shown to be unique as far as stated", UNDECIDED)
            values, _ = eigenvectors([[(y[i][j] + y[j][i]) * HALF for j in range(n)] for i in range(n)])
            require(values[0].high > -ONE >> 30, "dagger_t may be no local minimum of the distance", UNDECIDED)
            room = z[-1] if on_boundary else self.edge - z[-1]
            certain |= room.low > 0 if on_boundary else room.low >= 0
            boxes[piece] = [*z[:2 * n], self.edge if on_boundary else z[-1]] if room.high >= 0 else None
        require(certain, "dagger_t may lie on another piece of the stable set", UNDECIDED)
        require(any(boxes.values()), "no stated solution is on its piece of the stable set", REJECTED)
        return functools.reduce(lambda a, b: each(operator.or_, a, b), filter(None, boxes.values())), boxes.get("BOUNDARY")

    def include(self, item):
        """The next step: everything is computed, and compared with what the certificate says."""
        t, iterate, pair, nearest, radius, least, most, quartic, predicted, tube_radius, tube = fields(
            item, "t iterate iteratePair nearest daggerRadius secondAtLeast secondAtMost quartic predicted tubeRadius tube")
        self.t, n, old = self.t + 1, self.n, self.old
        require(t == self.t, "a step is missing", REJECTED)
        require(not self.ended, "a step after one at which alpha is not certainly positive", UNDECIDED)
        self.theta = image(self.descend, self.theta) if old else self.theta
        in_set("theta_t", iterate, self.theta)
        theta = Geometry(Local(self.loss, self.theta, 2), numbers(pair["centre"], n + 1))
        in_zero("the top eigenpair at theta_t", pair, [*theta.u, theta.s])
        z, on_boundary = self.dagger(nearest, image(self.descend, old.box) if old else self.theta)
        require(old or self.at_edge or on_boundary, "t = 0 is not at the edge: its projection lies inside", REJECTED)
        here, centre, (radius, tube_radius) = Geometry(Local(self.loss, z[:n], 4), z[n:]), nearest[0]["zero"]["centre"][:n], numbers([radius, tube_radius], 2)
        here.box, here.s = z[:n], z[-1]
        agree("dagger_t", [norm(minus(here.box, numbers(centre, n)))], [radius])
        require(not old or dot(old.u, here.u).low > 0, "u turns by a right angle or more", UNDECIDED)
        for stated, wanted in ((most, (1,)), (least, range(2, n + 1)))[: 0 if n == 1 else 1 if least is None else 2]:
            count = above(here.local.hessian, *numbers([stated]))
            require(count in (None, *wanted), "lambda_2 is not as the certificate says", REJECTED)
            require(count is not None, "lambda_2 is not shown to be as the certificate says", UNDECIDED)
        here.v = image(lambda v: self.predicted(old, here, v), old.v) if old else minus(self.theta, here.box)
        in_set("v*_t", predicted, here.v)
        self.old, self.ended = here, here.alpha.low <= 0
        self.most(least_alpha=-here.alpha)
        if not self.ended:
            self.first = self.first or {"delta": here.delta(), "alpha": here.alpha}
            require(tube_radius.low > 0, "the tube has no radius", REJECTED)
            self.measure(here, old, theta, numbers(quartic, n))
            self.tube(here, tube, grown(numbers(centre, n), [(tube_radius + radius).high] * n))

    def predicted(self, old, here, v):
        """Theory.md (11)."""
        x, off = dot(old.u, v), old.off(v)
        push = (old.alpha * 2 / old.beta - x**2) * HALF * self.eta
        moved = here.off([a - self.eta * b + push * c for a, b, c in zip(off, apply(old.local.hessian, off), old.across)])
        return [a - (self.eta * dot(old.across, v) + 1) * x * b for a, b in zip(moved, here.u)]

    def measure(self, here, old, theta, v):
        eta, local, projector, length = self.eta, here.local, [here.off(row) for row in identity(self.n, UNIT)], here.beta**HALF
        x, y, gradient = dot(here.u, here.v), dot(here.across, here.v), local.gradient
        self.most(alpha=here.alpha, beta=here.beta, least_beta=-here.beta, grad_s=norm(here.grad_s), x=-abs(x), epsilon=eta * here.alpha**HALF,
                  delta=here.delta(), below=2 - eta * here.s, least_gamma=attempt(lambda: -here.gamma()), start=ZERO if old else norm(here.v),
                  deviation=norm(minus(minus(self.theta, here.box), here.v)), loss=abs(theta.local.value - local.value - x**2 / eta),
                  sharpness=abs(theta.s - here.s - y - dot(here.grad_s, here.u) * x), gradient=norm(gradient),
                  fourth=attempt(lambda: abs(polynomial([local.parts[4]], v) * 24) / dot(v, v) ** 2))
        second, *slices = [product(product(projector, m), projector) for m in (local.hessian, *map(local.third, projector))]
        rho = Interval(norm(here.grad_s).low, local.frobenius(3).high)
        for w in (here.off(here.v), here.off(gradient), here.across):
            force, bend = [norm(here.off(apply(m, w))) for m in (local.hessian, local.third(w))]
            self.most(second=attempt(lambda: force / norm(w)) or norm(sum(second, [])) & around(0, 1 << 2 * BITS) | ZERO,
                      third=attempt(lambda: bend / (dot(w, w) * rho)) or attempt(lambda: norm(sum(sum(slices, []), [])) / norm(here.grad_s) | ZERO))
        if old:
            excess = largest(eta * old.alpha - largest(self.edge - old.s, ZERO), ZERO) / old.beta
            w = [eta * g + excess * b for g, b in zip(old.local.gradient, old.across)]
            self.most(projected=norm([a - b + c for a, b, c in zip(here.box, old.box, w)]),
                      shortfall=attempt(lambda: 1 - (old.local.value - local.value) * eta / dot(w, w)))
        for felt in (dot(here.across, push) / length for push in self.pushes):
            self.most(growth=abs(felt), sign=largest(-felt, ZERO))
        onward = [[p - eta * h for p, h in zip(*rows)] for rows in zip(projector, product(local.hessian, projector))]
        self.pushes = [apply(onward, push) for push in self.pushes] + [[x / length for x in here.across]]

    def tube(self, here, stated, box):
        """Extremes over the tube, as far as the loss is defined there and the top eigenpair enclosed."""
        local, near, self.open_tube = attempt(lambda: Local(self.loss, box, 4)), [*here.u, here.s], self.open_tube or not stated
        if stated is not None:
            in_zero("the top eigenpair", fields(stated, "pair secondAtMost")[0], near)
        tube = local and attempt(lambda: Geometry(local, near, 3))
        self.most(third_norm=local and local.frobenius(3), fourth_norm=local and local.frobenius(4), tube_alpha=tube and -tube.alpha,
                  tube_gamma=tube and attempt(lambda: -tube.gamma()))
        self.passed.append((here, local and local.hessian))

def is_second_below(here, hessian, bound):
    """Whether lambda_2 of a matrix is below the bound, or that of H - m u u' is, where the top eigenvalue lies as far below as it lay above."""
    deflated = [[x - (here.s - bound) * 2 * a * b for x, b in zip(row, here.u)] for row, a in zip(hessian, here.u)]
    return above(hessian, bound) in (0, 1) or above(deflated, bound, turned=False) == 0

# The claims in their order: name, quantity, rest of the name of the threshold, how it is computed (e: eta), and from which largest values: for the
# lower bound, and for the upper one if from others.
CLAIMS = [
    ("edge.reached", "max (2 - eta S(dagger_t))/eps^2", "", lambda e, b, eps: largest(b, ZERO) / eps**2, "below epsilon"),
    ("condition.progressive_sharpening", "min alpha", "", lambda e, a: -a, "tube_alpha", "least_alpha"),
    ("condition.progressive_sharpening", "min gamma", ".gamma", lambda e, a: -a, "tube_gamma", "least_gamma"),
    ("condition.progressive_sharpening", "max alpha/min alpha", ".alpha_ratio", lambda e, a, b: a / -b, "alpha least_alpha"),
    ("condition.progressive_sharpening", "max beta/min beta", ".beta_ratio", lambda e, a, b: a / -b, "beta least_beta"),
    ("condition.eigengap", "max eta lambda_2", "", None, ""),
    ("condition.smoothness", "max rho_4/(eta rho_3^2)", "", lambda e, a, b: a / (e * b**2), "fourth third_norm", "fourth_norm grad_s"),
    ("condition.non_worst_case", "max eta |H w|/(eps |w|)", ".curvature", lambda e, a, eps: a * e / eps, "second epsilon"),
    ("condition.non_worst_case", "max |P D3L(w,w)|/(eps rho_3 |w|^2)", ".third_order", lambda e, a, eps: a / eps, "third epsilon"),
    ("condition.axis_distance", "min |x*|/delta", "", lambda e, a, d: -a / d, "x delta"),
    ("condition.small_start", "|v_0|/delta", "", lambda e, a, d: a / d, "start delta"),
    ("condition.memory", "max |beta_{s->t}|/sqrt(beta_s beta_t)", ".growth", lambda e, a: a, "growth"),
    ("condition.memory", "max -beta_{s->t}/sqrt(beta_s beta_t)", ".sign_change", lambda e, a: a, "sign"),
    ("coupling.constant", "C_1", "", lambda e, a, eps, d: a / (eps * d), "deviation epsilon delta"),
    ("loss.constant", "C_L", "", lambda e, a, eps, d: a * e / (eps * d**2), "loss epsilon delta"),
    ("sharpness.constant", "C_S", "", lambda e, a, eps: a * e / eps**2, "sharpness epsilon"),
    ("implicit_bias.constant", "C_P", "", lambda e, a, eps, g: a / (eps**2 * e * g), "projected epsilon gradient"),
    ("descent.constant", "C_D", "", lambda e, a, eps: largest(a, ZERO) / eps, "shortfall epsilon")]
NEVER = ("edge.reached", "max eta S(proj_M(theta_t))", "", None, "")

def bounds(run, claim, made, *sources):
    """The bounds of a claim's quantity, infinite where there is none, or the quantity is not defined."""
    stated, fails = [claim["lower"], claim["upper"]], claim["verdict"] == "FAILS"
    if claim["quantity"] == NEVER[1]:
        return -inf, inf if run.doubtful or stated[1] is None else stated[1]
    if made is None:
        low, high = [x is not None and of(x) / run.eta for x in stated]
        def exceeds(bound): return bound and any(above(h.local.hessian, bound) not in (None, 0, 1) for h, _ in run.passed)
        is_high = high and all(m and is_second_below(h, m, high) for h, m in ((h, h.local.hessian if fails else tube) for h, tube in run.passed))
        return (math.nextafter(stated[1], inf) if not is_high and exceeds(high) else stated[0] if exceeds(low) else -inf), stated[1] if is_high else inf
    ends = []
    for source, end, none in ((sources[0].replace("tube_", "least_" if fails or run.ended else "tube_"), "low", -inf), (sources[-1], "high", inf)):
        values = [run.seen.get(name) for name in source.split()]
        found = None if None in values else attempt(lambda: made(run.eta, *values))
        ends.append(Fraction(getattr(found, end), ONE) if found else none)
    return ends

def judge(run, claim, name, quantity, suffix, *computed):
    lower, upper, threshold, verdict = [claim[x] for x in ("lower", "upper", "threshold", "verdict")]
    least = quantity.startswith("min") or quantity == NEVER[1]
    limit = 5e-324 if quantity == "min alpha" else 2.0 if quantity == NEVER[1] else run.limits.get(name + suffix)
    is_open = verdict == UNDECIDED and threshold is None and run.open_tube and quantity in ("min alpha", "min gamma", "max eta lambda_2")
    if (claim["name"], claim["quantity"]) != (name, quantity) or limit is None or threshold != limit and not is_open:
        return REJECTED, "expected the claim %s: %s with the problem's threshold %s" % (name, quantity, limit)
    low, high = -inf if lower is None else lower, inf if upper is None else upper
    holds, fails = (low >= limit, high < limit) if least else (high <= limit, low > limit)
    if verdict != (UNDECIDED if is_open else "HOLDS" if holds else "FAILS" if fails else UNDECIDED):
        return REJECTED, "the bounds and the threshold do not say " + verdict
    if lower is None and upper is None:
        return "EMPTY", "nothing is stated"
    at_least, at_most = bounds(run, claim, *computed)
    shown = "the quantity is from %.12g to %.12g" % (at_least, at_most)
    if at_most < low or at_least > high:
        return REJECTED, shown
    is_within = low <= at_least and at_most <= high
    return ("CONFIRMED", "in [%s, %s], threshold %s; %s" % (lower, upper, threshold, shown)) if is_within else (UNDECIDED, "only shown: " + shown)

def decide(run, approach, steps, end, claims):
    """The claims' outcomes and reasons, and which are missing."""
    stated = [(c["name"], c["quantity"]) for c in claims]
    empty = [c["verdict"] == UNDECIDED and c["lower"] is None and c["upper"] is None for c in claims]
    early = stated[:1] == [("run", "the run up to its horizon")] and empty[0]
    never = [of(c["upper"]) / run.eta for c in claims if (c["name"], c["quantity"]) == NEVER[:2] and c["upper"] is not None]
    for iterate in approach:
        run.approach(iterate, never[0] if never else run.edge if run.n <= 4 else None)
    for item in steps:
        run.include(item)
    require(all(x is None or numbers([x])[0].low >= 0 for x in fields(end, "iterate constrained predicted uniqueness")), "a radius is none")
    if steps and not early:
        require(run.asked is not None or isinstance(run.horizon, str), "this checker does not compute a horizon of three periods", UNDECIDED)
        horizon = evaluate(run.horizon, {**run.first, **run.values}) if run.asked is None else of(run.asked)
        require(horizon.low >> BITS <= run.t <= horizon.high >> BITS and run.t > 0, "the steps do not end at the horizon", REJECTED)
    first = early + (not steps and stated[early:early + 1] == [NEVER[:2]] and empty[early])
    expected = [NEVER] if run.before > run.most_steps else []
    if steps:
        expected = CLAIMS[1:2] if run.ended or early and stated[1:] == [CLAIMS[1][:2]] else CLAIMS[: 18 if run.n > 2 else 16]
    expected = [] if first > early else expected
    results = [("EMPTY", "nothing is stated")] * first + [judge(run, claim, *e) for claim, e in zip(claims[first:], expected)]
    return results + [(REJECTED, "no claim is expected here")] * (len(claims) - len(results)), [x[:2] for x in expected[len(claims) - first:]]

def read(path):
    """The certificate, and whether its digest is right."""
    def once(pairs):
        require(len(dict(pairs)) == len(pairs), "a name is given twice")
        return dict(pairs)
    def finite(text):
        require(len(text) <= 200 and math.isfinite(float(text)), "a number is too long or too large")
        return int(text) if text.isdecimal() else float(text)
    try:
        with open(path, "rb") as file:
            content = file.read(LARGEST_FILE + 1)
        require(len(content) <= LARGEST_FILE, "the file is larger than %d bytes" % LARGEST_FILE)
        certificate = json.loads(content.decode(), object_pairs_hook=once, parse_float=finite, parse_int=finite, parse_constant=finite)
    except (OSError, ValueError, RecursionError) as unreadable:
        raise Refusal(None, "it cannot be read: %s" % unreadable) from None
    return certificate, content[-77:] == b'"sha256":"' + hashlib.sha256(content[:-77]).hexdigest().encode() + b'"}\n'

def check(certificate, unchanged):
    """Lines about the problem, and of each claim its outcome, verdict, name, quantity, and why."""
    form = certificate["format"]
    require(re.fullmatch(r"selfstab certificate( of [a-z -]+)? 1", form), "no certificate of selfstab")
    if form != "selfstab certificate 1" or "optimizer" in certificate["problem"]:
        return [], [(UNDECIDED, "", form, "all claims", "this checker reads certificates of runs of one unstable eigenvalue only, under gradient descent")]
    certificate.pop("run", None)
    _, problem, approach, steps, end, claims, _ = fields(certificate, "format problem approach steps end claims sha256")
    lines, missing, run = [], [], None
    set_precision(256 + 4 * len(steps) + len(approach) * len(problem["variables"]) // 16)
    for name, quantity, *limits, verdict in (fields(claim, "name quantity lower upper threshold verdict") for claim in claims):
        require(verdict in ("HOLDS", "FAILS", UNDECIDED) and all(x is None or numbers([x]) for x in limits), "a claim is none")
    try:
        require(unchanged, "the file was changed after it was written: its digest is another", REJECTED)
        run = Run(problem)
        lines = ["%s: %s" % item for item in run.shown.items()] + ["horizon: %s" % (run.horizon if run.asked is None else run.asked)]
        results, missing = decide(run, approach, steps, end, claims)
        if steps:
            lines.append("assumed: (a) dagger_t is the solution of the first-order conditions near the stated centre")
            lines += ["assumed: (b) t = 0 is the first iterate at the edge; not shown of %d before" % run.doubtful] * bool(run.doubtful)
    except (Refusal, ArithmeticError) as refusal:
        outcome, reason = refusal.args if isinstance(refusal, Refusal) else (UNDECIDED, "not computed: %s" % refusal)
        require(outcome, reason)
        results = [(outcome, ("t = %d: " % run.t if run and run.t >= 0 else "") + reason)] * len(claims)
    shown = [(outcome, c["verdict"], c["name"], c["quantity"], why) for c, (outcome, why) in zip(claims, results)]
    return lines, shown + [(REJECTED, "", *claim, "the claim is missing from the certificate") for claim in missing]

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
    print("%d of %d claims confirmed" % (outcomes.count("CONFIRMED"), len(results)), *("  " + printable(line) for line in lines), sep="\n")
    for result in results:
        print("  %-9s %-9s %s: %s\n      %s" % tuple(printable(x) for x in result))
    return 1 if REJECTED in outcomes or not outcomes else 3 if UNDECIDED in outcomes or "CONFIRMED" not in outcomes else 0

if __name__ == "__main__":
    sys.exit(main())
