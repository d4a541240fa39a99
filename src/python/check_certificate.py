#!/usr/bin/env python3
"""Check a certificate of a run, or of a mean-square edge, by a second program, by another route than `selfstab recheck`: all is computed anew, in intervals.

Each claim is CONFIRMED (its quantity, of one in the tube the extreme there, is within the stated bounds, and the verdict follows), REJECTED (it is not, or
the file is wrong elsewhere), UNDECIDED (not managed, for the stated reason) or EMPTY (it states nothing). Assumed is (a) that dagger_t is the solution of the
first-order conditions near its centre, and, where said, (b) that t = 0 is the first iterate at the edge. Exit status: 0 if all that states something is
confirmed, 1 if anything is rejected or nothing claimed, 3 if one is undecided or all are empty, 2 if the file is no certificate. See certificates.md."""
import argparse, decimal, functools, hashlib, itertools, json, math, operator, re, sys, time
from fractions import Fraction
LARGEST_FILE, LONGEST_TEXT, MOST_BITS, MOST_VARIABLES, MOST_COPIES = 1 << 26, 100_000, 8192, 12, 8
REJECTED, UNDECIDED, HALF, inf, OPTIONAL = "REJECTED", "UNDECIDED", Fraction(1, 2), math.inf, ("optimizer", "unstable")
clock = {"deadline": inf}  # until when it may compute, on time.monotonic
class Refusal(Exception): """The outcome of all claims, or None if the file is no certificate, and why."""
def require(holds, reason, outcome=None):
    if not holds: raise Refusal(outcome, reason)
def tried(value):  # CONFIRMED and a value, or the outcome where it is refused, and why
    try: return "CONFIRMED", value()
    except ArithmeticError as error: return UNDECIDED, "not computed: %s" % error
    except Refusal as refusal:
        if refusal.args[0] is None: raise
        return refusal.args
def attempt(value):
    try: return value()
    except (Refusal, ArithmeticError): return None

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
        return Interval(self.low + b.low, self.high + b.high) if b.__class__ is Interval else NotImplemented if b.__class__ is Taylor else self + of(b)
    def __mul__(self, b):
        if b.__class__ is not Interval: return NotImplemented if b.__class__ is Taylor else self * of(b)
        low, high = self.low * b.low, self.high * b.high
        if self.low < 0 or b.low < 0: low, high = min(ends := (low, high, self.low * b.high, self.high * b.low)), max(ends)
        result = Interval(low >> BITS, -(-high >> BITS))
        return result if -HUGE < result.low and result.high < HUGE else result.bounded()
    def __pow__(self, e):  # Integers and halves are exact exponents, others take log
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
    def bounded(self): return require(self.size() < HUGE, "a number is too large", UNDECIDED) or self
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
    def __init__(self, parts): self.parts = require(time.monotonic() < clock["deadline"], "its time is up; --seconds gives more", UNDECIDED) or parts
    def __neg__(self): return Taylor([{key: -x for key, x in part.items()} for part in self.parts])
    def constant(self, x): return Taylor([{0: x} if x.low or x.high else {}] + [{} for _ in self.parts[1:]])
    def __add__(self, b):
        both = zip(self.parts, (b if b.__class__ is Taylor else self.constant(ZERO + b)).parts)
        return Taylor([{**p, **{key: p[key] + x if key in p else x for key, x in q.items()}} for p, q in both])
    def __mul__(self, b):
        if b.__class__ is not Taylor: return Taylor([{key: x * b for key, x in part.items()} for part in self.parts])
        result = [{} for _ in self.parts]
        for into, part, other in ((result[i + j], p, q) for i, p in enumerate(self.parts) for j, q in enumerate(b.parts[:len(result) - i])):
            for (key, x), (by, y) in itertools.product(part.items(), other.items()): into[key + by] = into[key + by] + x * y if key + by in into else x * y
        return Taylor(result)
    def power(self, e): return self.applied(value(self) ** e, lambda a: a ** (e - 1) * e if e else a * ZERO)
    def applied(self, at, slope):  # A function of the polynomial, from that at its value, and the slope's Taylor coefficients there
        result, inner, m = self.constant(ZERO), Taylor([{}] + self.parts[1:]), len(self.parts) - 1
        slopes = slope(variable(0, value(self), m - 1)).parts if m else []
        for term in reversed([at, *(part.get(k, ZERO) * Fraction(1, k + 1) for k, part in enumerate(slopes))]): result = inner * result + term
        return result
def value(x): return x if x.__class__ is Interval else x.parts[0].get(0, ZERO)
def variable(i, x, m): return Taylor([{0: x}, {1 << 4 * i: UNIT}, *({} for _ in range(m - 1))][: m + 1])
def by_decimals(kind, x):  # exp or ln at a point; decimals have it with a relative error far below a unit
    units = int(DECIMAL.multiply(kind(DECIMAL.divide(x.low, ONE)), ONE))
    return around(units, (abs(units) >> BITS + 40) + 2)
def series(first, square, ratio):  # A sum in which each term is the one before times the square and a ratio at k; from the 200th on they fall by half at least
    terms = [*itertools.accumulate(range(200 + BITS), lambda term, k: term * square * ratio(k), initial=first)]
    return sum(terms, ZERO) + around(0, terms[-1].size())
def arctangent(x):  # From the series at an eighth of the angle, of which the tangent is below 1/5
    for _ in range(3): x = x / ((x**2 + 1) ** HALF + 1)
    return series(x, -(x**2), lambda k: Fraction(2 * k + 1, 2 * k + 3)) * 8
def error_function(x):  # By 2 exp(-x^2)/sqrt(pi) sum_k 2^k x^(2k+1)/(1 3 5 ... (2k+1)); beyond 9 it is nearly 1
    near = around(min(max(x.low, -9 * ONE), 9 * ONE), 0)
    small, rest = RISING["exp"](-(near**2)), series(near, near**2, lambda k: Fraction(2, 2 * k + 3))
    return (small * rest * 2 / PI**HALF + around(0, small.high * (x.size() > 9 * ONE))) & around(0, ONE)
def sine(x):  # From the series at the middle less whole turns, with slopes of at most 1
    require(x.size() <= ONE << 64, "the argument of a sine is too large", UNDECIDED)
    angle = around(x.middle(), 0) - PI * 2 * (x.middle() // (2 * PI.low))
    return series(angle, -(angle**2), lambda k: Fraction(1, (2 * k + 2) * (2 * k + 3))) + around(0, x.high - x.middle()) & around(0, ONE)
RISING = {"exp": lambda x: largest(by_decimals(DECIMAL.exp, x), ZERO), "log": lambda x: by_decimals(DECIMAL.ln, x), "atan": arctangent, "erf": error_function}
OTHERS = {"sin": sine, "cos": lambda x: sine(x + PI * HALF), "abs": abs}
SLOPES = {"log": "1/a", "atan": "1/(1 + a^2)", "erf": "2*exp(-a^2)/sqrt(pi)", "exp": "exp(a)", "sin": "cos(a)", "cos": "-sin(a)", "abs": "a/abs(a)"}
MEANINGS = {"sqrt": "a^(1/2)", "tan": "sin(a)/cos(a)", "sinh": "(exp(a) - exp(-a))/2", "cosh": "(exp(a) + exp(-a))/2",
            "sigmoid": "1/(1 + exp(-a))", "tanh": "1 - 2*sigmoid(-2*a)", "softplus": "log(1 + exp(a))", "logcosh": "log(cosh(a))"}
RESERVED = {*MEANINGS, *RISING, *OTHERS, "norm", "sum", "floor", "pi"}
@functools.lru_cache(64)
def enclosed(kind, low, high):  # A function's values between two numbers of units: of one that rises from those at the ends
    require(kind in RISING or kind in OTHERS, "this checker has no function " + kind, UNDECIDED)
    require(kind != "log" or low > 0, "a logarithm of a number that may not be positive", UNDECIDED if high > 0 else REJECTED)
    return (RISING[kind](around(low, 0)) | RISING[kind](around(high, 0)) if kind in RISING else OTHERS[kind](Interval(low, high))).bounded()
def function(kind, x):  # A function of a number; of a polynomial from its Taylor coefficients, found through its slope's
    if kind in MEANINGS: return evaluate(MEANINGS[kind], {"a": x})
    result = enclosed(kind, value(x).low, value(x).high)
    return result if x.__class__ is Interval else x.applied(result, lambda a: evaluate(SLOPES[kind], {"a": a}))
TOKEN = re.compile(r"((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,4}(?!\d))?)|([A-Za-z]\w*)(\s*\()?|(\^)|[-+*/(),\s]|(.)", re.ASCII | re.DOTALL)
@functools.lru_cache(256)
def compiled(text):  # A text of problem-files.md as Python's, of nothing but numbers, names, calls of functions, and operations
    def translated(match):
        number, name, call, power, other = match.groups()
        require(not other and len(number or "") <= 2500 and abs(int(re.split("[eE]", (number or "") + "e0")[1])) <= 2500, "a formula is none: " + text)
        return 'of("%s")' % number if number else ('function("%s",' if call else 'names["%s"]') % name if name else "**" if power else match.group()
    require(len(text) <= LONGEST_TEXT, "a formula is too long")
    return compile("(%s)" % TOKEN.sub(translated, text), "formula", "eval")
def names_in(text): return {*re.findall(r"[A-Za-z]\w*", text)}
def evaluate(text, names):  # The value of a text where names have these, intervals or polynomials
    try: return eval(compiled(text), {"__builtins__": {}, "of": of, "function": function, "names": {"pi": PI, **names}})
    except (SyntaxError, KeyError, ValueError, TypeError, AttributeError, RecursionError, MemoryError):
        raise Refusal(None, "a formula has an unknown name, is none, or is nested too deeply: " + text) from None

class Tensor(list):
    """A vector of numbers, a matrix as its rows, and so on; @ sums over the last index of one and the first of the other."""
    __add__, __sub__, __or__, __and__ = (functools.partialmethod(lambda self, f, b: Tensor(map(f, self, b)), f)
                                         for f in (operator.add, operator.sub, operator.or_, operator.and_))
    def __mul__(self, x): return Tensor(y * x for y in self)
    def __matmul__(self, b):
        if self[0].__class__ is Tensor: return Tensor(row @ b for row in self)
        if b[0].__class__ is Tensor: return Tensor(self @ column for column in zip(*b))
        return sum((x * y for x, y in zip(self, b) if x.__class__ is Taylor or x.low or x.high), ZERO)
def outer(a, b): return Tensor(Tensor(b) * x for x in a)
def flat(rows): return Tensor(x for row in rows for x in row)
def rows_of(z, n): return Tensor(Tensor(z[i:i + n]) for i in range(0, len(z), n))
def transposed(matrix): return rows_of(flat(zip(*matrix)), len(matrix))
def identity(n): return Tensor(Tensor(UNIT if i == j else ZERO for j in range(n)) for i in range(n))
def kronecker(a, b): return Tensor(Tensor(x * y for x in row for y in other) for row in a for other in b)
def mean(tensors): return functools.reduce(operator.add, tensors) * Fraction(1, len(tensors))
def middles(v): return Tensor(around(x.middle(), 0) for x in v)
def grown(centre, radii): return Tensor(x + around(0, r) for x, r in zip(centre, radii))
def norm(v):  # Euclidean, of matrices and tensors that of Frobenius, which is at least the operator norm
    v = [norm(x) if x.__class__ is Tensor else x for x in v]
    low, high = sum(abs(x).low ** 2 for x in v), sum(x.size() ** 2 for x in v)
    return Interval(math.isqrt(low), math.isqrt(high) + (high > 0))
def evaluated(f, box):  # The values of f, and its derivatives by each variable
    results = f([variable(i, x, 1) for i, x in enumerate(box)])
    slopes = [y.parts[1] if y.__class__ is Taylor else {} for y in results]
    return Tensor(map(value, results)), Tensor(Tensor(row.get(1 << 4 * i, ZERO) for i in range(len(box))) for row in slopes)
def image(f, box): return f(middles(box)) + evaluated(f, box)[1] @ (box - middles(box))  # in a box, by the mean value theorem
def eliminated(rows, swapped=True):  # Of [M | R] the pivots and M^-1 R, by Gauss and Jordan; also of doubles
    rows, pivots = [*map(Tensor, rows)], []
    for i in range(len(rows)):
        best = max(range(i, len(rows)), key=lambda r: float(abs(rows[r][i]))) if swapped else i
        rows[i], rows[best] = rows[best], rows[i]
        pivots.append(rows[i][i])
        rows[i] = rows[i] * pivots[i] ** -1
        rows = [row if r == i else row - rows[i] * row[i] for r, row in enumerate(rows)]
    return pivots, [row[len(rows):] for row in rows]
def solved(matrix, v): return Tensor(x for x, in eliminated([*row, x] for row, x in zip(matrix, v))[1])
def eigenvectors(matrix):  # About the eigenvalues, rising, and eigenvectors, by Jacobi's rotations in doubles: they only propose
    (a, v), n = ([[*map(float, row)] for row in m] for m in (matrix, identity(len(matrix)))), len(matrix)
    for _, p, q in ((k, p, q) for k in range(12) for p in range(n) for q in range(p + 1, n)):
        angle = math.atan2(2 * a[p][q], a[q][q] - a[p][p]) / 2 if a[p][q] else 0.0
        c, s = math.cos(angle), math.sin(angle)
        for row in a + v: row[p], row[q] = c * row[p] - s * row[q], s * row[p] + c * row[q]
        a[p], a[q] = [c * x - s * y for x, y in zip(a[p], a[q])], [s * x + c * y for x, y in zip(a[p], a[q])]
    require(all(math.isfinite(x) for row in a + v for x in row), "a matrix is too large", UNDECIDED)
    pairs = sorted((a[i][i], column) for i, column in enumerate(zip(*v)))
    return [of(x) for x, _ in pairs], Tensor(Tensor(map(of, column)) for _, column in pairs)
def above(matrix, c, turned=True):  # How many eigenvalues of all symmetric members are above c, by Sylvester's law, the others being below; or None
    v = Tensor(column for _, column in sorted(zip(*eigenvectors(matrix)), key=lambda pair: -abs(pair[0] - c).low)) if turned else identity(len(matrix))
    pivots = attempt(lambda: eliminated(v @ (matrix - identity(len(matrix)) * c) @ transposed(v), swapped=False)[0])
    return None if pivots is None else sum(x.low > 0 for x in pivots)
def eigenvalues(matrix):  # Bounds on the eigenvalues of all symmetric members, rising
    def bounded(i, x, n=len(matrix)):
        def fits(r): return above(matrix, around(x.middle() + r, 0)) in range(n - i) and above(matrix, around(x.middle() - r, 0)) in range(n - i, n + 1)
        radius = next(filter(fits, (norm(matrix).high >> k for k in range(50, -1, -5))), None)
        return require(radius, "an eigenvalue is not bounded", UNDECIDED) or around(x.middle(), radius)
    return matrix[0] if len(matrix) == 1 else [bounded(i, x) for i, x in enumerate(eigenvectors(matrix)[0])]
def pairs_of(k): return [(i, j) for i in range(k) for j in range(i, k)]
def symmetric(k, entries, sign=1):  # From those above the diagonal; with a sign of -1 skew, from those off it
    of_pair = dict(zip((x for x in pairs_of(k) if sign > 0 or x[0] < x[1]), entries))
    return Tensor(Tensor(of_pair.get((i, j), of_pair.get((j, i), ZERO) * sign) for j in range(k)) for i in range(k))
def contracted(y, jacobian, radii): return [sum(x.size() * r for x, r in zip(row, radii)) // ONE + 1 for row in y @ jacobian - identity(len(y))]
def solve(equations, start, times=1, close=0):  # By Newton and Krawczyk's test a box round the only zero near start, narrowed so often; the preconditioner
    z, y, size, passed = middles(start), None, ONE, 0
    for left in reversed(range(30)):
        if size > ONE >> 40:
            residual, jacobian = evaluated(equations, z)
            y = Tensor(Tensor(map(of, row)) for row in eliminated([*map(float, [*row, *unit])] for row, unit in zip(jacobian, identity(len(z))))[1])
        change = y @ residual
        size = max(abs(x.middle()) for x in change)
        if size < TINY + close or not left: break
        residual = equations(z := Tensor(x.bounded() for x in middles(z - change)))
    radii = [4 * x.size() + TINY for x in change]
    for _ in range(24):
        needed = [x.size() + r + 1 for x, r in zip(change, contracted(y, evaluated(equations, grown(z, radii))[1], radii))]
        passed += passed > 0 or all(x < r for x, r in zip(needed, radii))
        radii = needed if passed else [x + (x >> 4) + TINY for x in needed]
        if passed == times: return grown(z, radii), y
    raise Refusal(UNDECIDED, "Krawczyk's test does not pass")
def derivatives(loss, q, m):  # The loss and its derivatives up to the m-th at q: a point or box of intervals, or a point that moves, of Taylor
    box, way, text, names, values = Tensor(map(value, q)), Tensor(Taylor([{}] + x.parts[1:]) for x in q if x.__class__ is Taylor), *loss
    def of_place(place, m=m + bool(way)):
        taylor = evaluate(text, {**values, **{name: variable(i, x, m) for i, (name, x) in enumerate(zip(names, place))}}) + variable(0, ZERO, m) * ZERO
        plain = {key: x * math.prod(math.factorial(key >> 4 * i & 15) for i in range(len(q))) for part in taylor.parts for key, x in part.items()}
        def tensor(k, key): return Tensor(tensor(k - 1, key + (1 << 4 * i)) for i in range(len(q))) if k else plain.get(key, ZERO)
        return [tensor(k, 0) for k in range(m + 1)]
    results = of_place(box)
    if max(x.high - x.low for x in box) > ONE >> 120:  # by the mean value theorem too
        for k, x in reversed([*enumerate(of_place(middles(box)))][:-1]): results[k] = results[k] & x + results[k + 1] @ (box - middles(box))
    return [x + y @ way for x, y in zip(results, results[1:])] if way else results

class Space:
    """Theory.md sections 1 and 11 in a box of derivatives d, where the rows of u are U' and a is A: D3L(u_i, u_j, .), dA_ij, alpha; and those of one u."""
    def __init__(self, d, u, a, box=None):
        self.d, self.rows, self.a, self.box, self.u, self.s = d, u, a, box, u[0], a[0][0]
        self.third = Tensor(Tensor(d[3] @ x @ y if len(d) > 3 else x * ZERO for x in u) for y in u)
        self.turns = Tensor(Tensor(map(self.off, row)) for row in self.third)
        self.alphas, self.grad_s, self.across = self.turns @ d[1] * -1, self.third[0][0], self.turns[0][0]
        self.alpha, self.beta = self.alphas[0][0], norm(self.across) ** 2
    def on(self, v): return self.rows @ v @ self.rows
    def off(self, v): return v - self.on(v)
    def gamma(self): return self.alpha / (norm(self.d[1]) * norm(self.across))
def of_top(d, near, times=1):  # Of the top eigenvalue of all Hessians, which has to be simple
    def equations(z): return [*(d[2] @ z[:-1] - Tensor(z[:-1]) * z[-1]), (Tensor(z[:-1]) @ z[:-1] - 1) * HALF]
    (*u, s), second = solve(equations, near, times)[0], eigenvectors(d[2])[0][-2:-1]
    require(all((s - x).low > 0 and above(d[2], (s + x) * HALF) == 1 for x in second), "an eigenvalue may not be the top one, or not simple", UNDECIDED)
    return Space(d, Tensor([Tensor(u)]), Tensor([Tensor([s])]))
def fields(item, names): return require(list(item) == names.split(), "expected the fields " + names) or list(item.values())
def numbers(items, size=1):
    require(isinstance(items, list) and len(items) == size and all(type(x) in (int, float) and math.isfinite(x) for x in items), "expected %d numbers" % size)
    return Tensor(map(of, items))
def decided(what, holds, fails):
    require(holds, "%s is not %sas the certificate says" % (what, "" if fails else "shown to be "), REJECTED if fails else UNDECIDED)
def agree(what, exact, stated): return [decided(what, x.high <= y.low, x.low > y.high) for x, y in zip(exact, stated)]
def in_set(what, stated, point, shape="frame"):  # Whether a set, or with the shape of a box a zero, of the certificate contains a point
    centre, frame, radii = fields(stated, "centre %s radii" % shape)
    require(len(frame) == len(point) if shape == "frame" else all(x.low > 0 for x in numbers(frame, len(point))), "a set is no box, or no frame", REJECTED)
    way = point - numbers(centre, len(point))
    agree(what, map(abs, solved([numbers(row, len(way)) for row in frame], way) if shape == "frame" else way), numbers(radii, len(way)))

class Optimizer:
    """Theory.md (28) to (31): A, B, C, the edge S_c, eta = 2/S_c, the rates of growth and drift, and the shape in which the copies oscillate."""
    def __init__(self, stated, values):
        *a, self.b, self.c = [Tensor(evaluate(text, values) for text in row) for row in [*stated["A"], stated["B"], stated["C"]]]
        self.a, one, share, reach = Tensor(a), identity(len(a)), of(Fraction(1, len(a))), self.c @ self.b
        require(all(len(row) == len(a) <= MOST_COPIES for row in [*a, self.b, self.c]), "A, B, C do not fit, or have over %d copies" % MOST_COPIES, UNDECIDED)
        require(all(x.low <= ONE <= x.high for x in (sum(row, ZERO) for row in [*a, self.c])), "a row of the optimizer's A, or C, does not add to 1", REJECTED)
        shape = solved(self.a + one, self.b)
        at_flip, slope = -(self.c @ shape), -(self.c @ solved(self.a + one, shape))  # of C (z I - A)^-1 B at -1
        weights = solved([[x + share for x in row] for row in transposed(one - self.a)], [share] * len(a))  # w A = w, w 1 = 1
        self.eta, self.edge, self.growth, self.drift = at_flip * 2, UNIT / at_flip, at_flip**2 / slope, -(weights @ self.b)
        require(min(x.low for x in (self.eta, self.growth, self.drift)) > 0, "a rate of the optimizer is not certainly positive", UNDECIDED)
        require(attempt(self.flips_first), "it is not shown that -1 is the first eigenvalue to leave the unit disc", UNDECIDED)
        self.kept, self.left = self.a - outer(self.b, self.c @ self.a) * reach**-1, [1 - x / reach for x in self.b]
        self.swing = [-x / at_flip - 1 for x in shape]
    def flips_first(self):
        """Between h = 0 and S_c all eigenvalues of A + h B C are inside: halfway, and no two have the product 1, one of its 2 by 2 minors, linear in h."""
        pairs, update = [(i, j) for i in range(len(self.a)) for j in range(i)], outer(self.b, self.c) * self.edge
        def less(m): return identity(len(pairs)) - Tensor(Tensor(m[i][k] * m[j][l] - m[i][l] * m[j][k] for k, l in pairs) for i, j in pairs)
        start, change, power = less(self.a), less(self.a + update) - less(self.a), self.a + update * HALF
        for k in range(64): eliminated(start + change * (of(k) | of(k + 1)) * of(Fraction(1, 64)))
        for _ in range(30): power = power @ power
        return norm(power).high < ONE
    def next(self, s, force): return self.a @ s + outer(self.b, force)

class Problem:
    """A problem as it is stated, but for values of parameters that are given instead."""
    def __init__(self, stated, **values):
        optimizer = stated.get("optimizer", {"A": [["1"]], "B": ["-eta"], "C": ["1"]})
        _, _, variables, loss, parameters, self.start, self.at_edge, self.horizon, self.most_steps, self.asked, self.limits = fields(
            {x: y for x, y in stated.items() if x not in OPTIONAL}, "name title variables loss parameters start atEdge horizon maxSteps steps thresholds")
        self.n, names, types = len(variables), [*variables, *parameters], [*map(type, (self.at_edge, self.most_steps, self.asked or 0))]
        sound = all(re.fullmatch(r"[A-Za-z]\w*", x, re.A) and x not in RESERVED for x in names) and len({*names}) == len(names) <= 500
        require(sound and types == [bool, int, int] and self.n and list(self.start) == variables and "eta" in parameters,
                "names, atEdge, maxSteps or steps are none, missing, or there twice")
        require(self.n <= MOST_VARIABLES, "this checker takes at most %d variables" % MOST_VARIABLES, UNDECIDED)
        while ready := [x for x, y in parameters.items() if x not in values and names_in(y) & parameters.keys() <= values.keys()]:
            values.update({x: evaluate(parameters[x], values) for x in ready})
        require(parameters.keys() <= values.keys(), "a parameter is defined by itself")
        self.values, self.loss, self.optimizer = values, (loss, variables, values), Optimizer(optimizer, values)

class Run(Problem):
    """The exact run of a problem that follows k eigenvalues, along what a certificate says of it; states of an optimizer have a row for each copy."""
    def __init__(self, stated, k):
        super().__init__(stated)
        require(type(k) is int and 1 <= k < self.n + (k == 1) and stated.get("unstable", k) == k, "so many eigenvalues are not followed", REJECTED)
        self.k, self.eta, self.edge, self.c = k, self.optimizer.eta, self.optimizer.edge, self.optimizer.c
        self.state = Tensor([Tensor(evaluate(text, self.values) for text in self.start.values())] * len(self.c))
        self.memory, self.pushes, self.first, self.begun, self.old, self.known, self.radius = self.state * ZERO, [], {}, None, None, None, ONE
        self.doubtful, self.before, self.t, self.ended, self.open_tube, self.seen = 0, 0, -1, False, False, {**vars(self.optimizer)}
    def most(self, **values):  # Takes in values of which the largest is sought; None if one is not bounded
        self.seen.update({name: x and self.seen.get(name, x) and largest(self.seen.get(name, x), x) for name, x in values.items()})
    def at(self, q, m): return derivatives(self.loss, q, m)
    def image(self, f, s): return rows_of(image(lambda z: flat(f(rows_of(z, self.n))), flat(s)), self.n)
    def descend(self, s): return self.optimizer.next(s, self.at(self.c @ s, 1)[1])
    def opened(self, piece, left):  # mu, A, Z and K of what is left of a solution
        k, held, upper = self.k, identity(self.k) * self.edge, self.k * (self.k + 1) // 2
        free, turn = symmetric(k, left[k:k + upper]), symmetric(k, left[k + upper:], -1)
        if piece == "ONE": return left[:k], held - outer([-left[3], left[2]], [-left[3], left[2]]) * left[4], outer(left[2:4], left[2:4]), turn
        return left[:k], *((free, held * ZERO) if piece == "NONE" else (held, free)), turn
    def conditions(self, theta, piece, reference, z):  # Of the point nearest to theta, see certificates.md: in q, U, W (of one u over mu), mu, A or Z, K
        n, k = self.n, self.k
        (q, *rows), (mu, a, multiplier, turn) = rows_of(z[:n + 2 * n * k], n), self.opened(piece, Tensor(z[n + 2 * n * k:]))
        u, w, (_, gradient, hessian, third), (scale, pull) = Tensor(rows[:k]), Tensor(rows[k:]), self.at(q, 3), (UNIT, mu) if k > 1 else (mu[0], [UNIT])
        point = functools.reduce(operator.add, (third @ x @ y for x, y in zip(u, w * scale + multiplier @ u)), q + a @ mu @ u - theta)
        space, resolvent = u @ hessian - (a - turn) @ u, a @ w - w @ hessian + w @ transposed(u) @ u * self.edge - outer(pull, gradient)
        turned = [reference[i] @ u[j] - reference[j] @ u[i] for i, j in pairs_of(k) if i < j]
        return Tensor([*point, *flat(space), *flat(resolvent), *(u @ gradient), *(u[i] @ u[j] - (i == j) for i, j in pairs_of(k)), *turned])
    def near(self, theta, piece):
        values, vectors = eigenvectors(self.at(middles(theta), 2)[2])
        start = [*theta, *vectors[-1], *[ZERO] * (self.n + 1), values[-1] if piece == "NONE" else ZERO]
        return solve(functools.partial(self.conditions, theta, piece, None), start, 1, ONE >> 90)[0]
    def approach(self, stated, bound):  # Before t = 0: is eta S at the nearest point of the stable set below the bound, or is that on the boundary?
        in_set("theta", {name: x for name, x in stated.items() if name != "reach"}, flat(self.state))
        require(not self.at_edge, "the problem has no iterates before t = 0", REJECTED)
        is_inside = bound and attempt(lambda: self.is_inside(self.c @ self.state, bound))
        edge = bound and not is_inside and attempt(lambda: self.near(self.c @ self.state, "ALL"))
        require(not edge or edge[-1].low <= 0, "t = 0 may be later than the first iterate at the edge: step %d" % self.before, UNDECIDED)
        self.most(projected=bound if is_inside else None)
        self.before, self.doubtful, self.state = self.before + 1, self.doubtful + (not is_inside), self.image(self.descend, self.state)
    def is_inside(self, theta, bound):  # Is S below in a ball, of an earlier theta if it is, that holds the nearest point, no farther than q, one of the set?
        if self.known and sum(norm(theta - x).high for x in self.known) <= self.radius: return True
        z, n = self.near(theta, "NONE"), self.n
        q, away, top = Tensor(z[:n]), norm(theta - z[:n]).high, of_top(self.at(z[:n], 2), [*z[n:2 * n], z[-1]])
        balls = [*((q, self.radius * 2 >> k) for k in range(64) if self.radius * 2 >> k > 2 * away), (theta, away)]
        below = (ball for ball in balls if attempt(lambda: above(self.at(grown(ball[0], [ball[1]] * n), 3)[2], bound / self.eta)) == 0)
        centre, self.radius = next(below, (None, away))
        self.known = centre and (centre, q)
        return self.known
    def dagger(self, nearest, target):  # What holds in a box of the solutions that dagger_t may be
        boxes, n, k, end = {}, self.n, self.k, self.n * (1 + 2 * self.k)
        for stated in nearest:
            fields(stated, "piece zero distance uniqueness" if k == 1 else "piece reference zero distance")
            piece, zero, distance, alone, rows = map(stated.get, ("piece", "zero", "distance", "uniqueness", "reference"))
            piece, reference = {"BOUNDARY": "ALL", "INSIDE": "NONE"}.get(piece) if k == 1 else piece, [numbers(row, n) for row in rows or []]
            fits = piece in ("ALL", "NONE", "ONE")[: 2 + (k == 2)] and (k == 1 or len(reference) == k and rows == nearest[0]["reference"])
            require(fits and piece not in boxes, "a piece of the stable set is none, or stated twice, or U has no reference, or two", REJECTED)
            equations, centre = functools.partial(self.conditions, target, piece, reference), numbers(zero["centre"], end + k + k * k)
            z, y = solve(equations, centre)
            in_set("dagger_t", zero, z, "box")
            agree("dagger_t", [norm((z - centre)[:n])], numbers([distance]))
            if k == 1:  # a power of bounds on I - Y F' below 1, so that Y F' is regular
                jacobian, weights = evaluated(equations, grown(centre, [numbers([alone])[0].high] * len(z)))[1], [ONE] * len(z)
                for _ in range(9): weights = contracted(y, jacobian, weights)
                require(max(weights) < ONE and alone > 0, "dagger_t is not shown to be unique as far as stated", UNDECIDED)
            lowest = eigenvectors([[y[i][j] + y[j][i] for j in range(n)] for i in range(n)])[0][0]
            require(lowest.high > -ONE >> 30, "dagger_t may be no local minimum of the distance", UNDECIDED)
            _, a, multiplier, _ = self.opened(piece, Tensor(z[end:]))
            room = {"ALL": multiplier, "NONE": identity(k) * self.edge - a, "ONE": Tensor([Tensor([z[-2]])])}[piece]  # positive on the piece, negative beyond
            size, positive = sum((multiplier[i][i] for i in range(k)), ZERO), above(room, 0)
            require(piece != "ONE" or size.low > 0 < (self.edge - z[-2] * size).low, "which eigenvalue is held is not shown", UNDECIDED)
            boxes[piece] = positive in (None, len(room)) and Tensor([*z[:n + n * k], *flat(a)]), positive == len(room)
        require({*boxes} == {"ALL", "NONE" if k == 1 else "ONE"} or any(sure for _, sure in boxes.values()), "dagger_t may lie on another piece", UNDECIDED)
        found = {piece: box for piece, (box, _) in boxes.items() if box}
        require(found, "no stated solution is on its piece of the stable set", REJECTED)
        require(self.old or self.at_edge or {*found} != {"NONE"}, "t = 0 is not at the edge: its projection lies inside", REJECTED)
        z = functools.reduce(operator.or_, found.values())
        return Space(self.at(z[:n], 3 + (k == 1)), rows_of(z[n:-k * k], n), rows_of(z[-k * k:], k), Tensor(z[:n]))
    def include(self, item):  # The next step: everything is computed, and compared with what the certificate says
        memory, least, n, k, old, optimizer, self.t = item.pop("memory", None), None, self.n, self.k, self.old, self.optimizer, self.t + 1
        if k > 1: t, iterate, nearest, radius, most, covariance, predicted = fields(item, "t iterate nearest daggerRadius nextAtMost sigma predicted")
        else: t, iterate, pair, nearest, radius, least, most, quartic, predicted, tube_radius, tube = fields(
            item, "t iterate iteratePair nearest daggerRadius secondAtLeast secondAtMost quartic predicted tubeRadius tube")
        require(t == self.t and (memory is None) == (len(self.c) == 1), "a step is missing, or has a memory where the optimizer has none", REJECTED)
        require(not self.ended, "a step after one at which alpha is not certainly positive", UNDECIDED)
        here = self.dagger(nearest, self.c @ self.state if not old else self.c @ optimizer.a @ self.memory + image(
            lambda q: q + self.at(q, 1)[1] * (self.c @ optimizer.b), old.box))
        agree("dagger_t", [norm(here.box - numbers(nearest[0]["zero"]["centre"][:n], n))], numbers([radius]))
        if old:
            require(k > 1 or (old.u @ here.u).low > 0, "u turns by a right angle or more", UNDECIDED)
            self.memory = optimizer.kept @ self.memory + outer(optimizer.left, old.box - here.box)
            self.state, here.v = self.image(self.descend, self.state), self.image(lambda v: self.predicted(old, here, v), old.v)
        else:
            self.state = self.state + outer(optimizer.swing, here.on(self.c @ self.state - here.box) * int(self.at_edge))
            here.v = Tensor(row - here.box for row in self.state)
        sets = ("theta_t", iterate, self.state), ("v*_t", predicted, here.v), ("the memory", memory, self.memory)
        for what, stated, exact in sets[: 2 if memory is None else 3]: in_set(what, stated, flat(exact))
        for name, stated, wanted in [("run_gap", most, (k,))] * (n > k) + [("least_gap", least, range(2, n + 1))] * (least is not None):
            count = above(here.d[2], numbers([stated])[0])
            decided("lambda_%d" % (k + 1), count in wanted and (name != "run_gap" or above(here.a, of(stated)) == k), count not in (None, *wanted))
            self.most(**{name: of(stated)})
        theta, self.old, self.ended = self.at(self.c @ self.state, 2), here, k == 1 and here.alpha.low <= 0
        if k == 1:
            self.most(run_alpha=-here.alpha)
            top = of_top(theta, numbers(pair["centre"], n + 1))
            in_set("the top eigenpair at theta_t", pair, Tensor([*top.u, top.s]), "box")
        if not self.ended: self.conclude(here, old, theta[0], [top.s] if k == 1 else eigenvalues(theta[2])[-k:], covariance if k > 1 else None)
        if k == 1 and not self.ended: self.measure(here, old, numbers(quartic, n), tube, *numbers([tube_radius]))
    def predicted(self, old, here, v):  # Theory.md (39) with (34); of one eigenvalue the basis does not turn
        w, carried = self.c @ v, (here.rows @ transposed(old.rows) if self.k > 1 else identity(1)) @ old.rows
        x = old.rows @ w
        force = old.d[2] @ old.off(w) + flat(outer(x, x) - old.sigma) @ flat(old.turns) * HALF + (old.held + old.turns @ w) @ x @ old.rows
        return Tensor(here.off(old.off(row)) + carried @ row @ here.rows for row in self.optimizer.next(v, force))
    def conclude(self, here, old, loss, tops, stated):  # What conclusions are about; of one eigenvalue S is taken to be at the edge, and delta^2 for Sigma
        one, sizes, w = self.k == 1, eigenvalues(here.alphas), self.c @ here.v
        size, x = largest(abs(sizes[0]), abs(sizes[-1])), here.rows @ w
        here.held, (here.sigma, least) = (identity(1) * self.edge, (here.alphas * 2 * here.beta**-1, None)) if one else (here.a, self.covariance(here, stated))
        trace = sum((here.sigma[i][i] for i in range(self.k)), ZERO)
        self.first, self.begun = self.first or {"delta": trace**HALF, "alpha": size}, self.begun or (here, w)
        self.most(alpha=size, run_alpha=-size, delta=trace**HALF, run_trace=-trace, run_sigma=least and -least,
                  below=largest(2 - self.eta * eigenvalues(here.a)[-1], ZERO), epsilon=(self.optimizer.growth * self.optimizer.drift * size) ** HALF,
                  start=ZERO if old else norm(w), sharpness=functools.reduce(largest, (abs(x - y) for x, y in zip(tops, eigenvalues(here.a + here.third @ w)))),
                  deviation=norm(self.c @ self.state - here.box - w), loss=abs(loss - here.d[0] - x @ here.held @ x * HALF))
    def covariance(self, here, stated):  # Sigma of (38), the only one as B is: positive definite, or r r' with a rest of tau s s', tau not negative, s across r
        (rank, zero), k, upper = fields(stated, "rank zero"), self.k, pairs_of(self.k)
        twice, rest = Tensor(here.turns[i][j] * (1 + (i < j)) for i, j in upper), (identity(k) * self.edge - here.a) * self.optimizer.drift**-1 - here.alphas
        known = (rank == k or (rank, k) == (1, 2)) and above(twice @ transposed(twice), 0) == len(upper)
        require(known, "this checker has no Sigma of rank %s, or B may not be positive definite" % rank, UNDECIDED)
        def sigma(z): return symmetric(k, z) if rank == k else outer(z[:2], z[:2])
        def equations(z):
            left = rest + here.turns @ (flat(sigma(z)) @ flat(here.turns)) * HALF - (rest * ZERO if rank == k else outer([-z[1], z[0]], [-z[1], z[0]]) * z[2])
            return Tensor(left[i][j] for i, j in upper)
        z = solve(equations, numbers(zero["centre"], len(upper)))[0]
        in_set("Sigma", zero, z, "box")
        require(above(sigma(z), 0) == k if rank == k else z[2].low >= 0 < norm(z[:2]).low, "Sigma may be of another rank", UNDECIDED)
        return sigma(z), eigenvalues(sigma(z))[0] if rank == k else ZERO
    def by_default(self):  # 3.15 periods (19), 2 int s/(exp(p) - 1) dtheta each, which falls, of s = sqrt(2 E) sin(theta), s^2 = exp(p) - 1 - p
        (here, w), by = self.begun or require(False, "alpha is not certainly positive at t = 0", UNDECIDED), self.optimizer
        e2 = attempt(lambda r=(here.u @ w) ** 2 / here.sigma[0][0]: (here.across @ w) ** 2 * by.growth / (by.drift * here.alpha) + r - 1 - function("log", r))
        require(self.k == 1 and e2 and e2.low >= ONE // 50, "this checker does not know how long a run of that energy lasts", UNDECIDED)
        sines = [e2**HALF * sine(PI * Fraction(k, 202)) for k in range(-101, 102, 2)]
        ends = [solve(lambda z: [function("exp", z[0]) - z[0] - 1 - s**2], [s * Fraction(3, 2) if s.low > 0 else -(s**2) - 1])[0][0] for s in sines]
        g = [s / (function("exp", p) - 1) for s, p in zip(sines, ends)]
        return -largest(sum(map(operator.or_, g, g[1:]), ZERO) * PI * Fraction(-63, 1010) / (by.growth * by.drift * here.alpha) ** HALF, of(-self.most_steps))
    def measure(self, here, old, v, stated, radius):  # What conditions on one eigenvalue are about, in the tube as far as it is defined there
        (value, gradient, hessian, third, fourth), w, eta, optimizer = here.d, self.c @ here.v, self.eta, self.optimizer
        require(radius.low > 0, "the tube has no radius", REJECTED)
        slope, length, projector = norm(here.grad_s), norm(here.across), Tensor(map(here.off, identity(self.n)))
        self.most(beta=here.beta, run_beta=-here.beta, slope=slope, x=-abs(here.u @ w), run_gamma=attempt(lambda: -here.gamma()), gradient=norm(gradient),
                  fourth=attempt(lambda: abs(fourth @ v @ v @ v @ v) / (v @ v) ** 2))
        rho, bends = Interval(slope.low, norm(third).high), Tensor(projector @ m for m in projector @ third @ projector)
        for w in (here.off(w), here.off(gradient), here.across):
            force, bend = norm(here.off(hessian @ w)), norm(here.off(third @ w @ w))
            self.most(second=attempt(lambda: force / norm(w)) or norm(projector @ hessian @ projector) | ZERO,
                      third=attempt(lambda: bend / (w @ w * rho)) or attempt(lambda: norm(bends) / slope | ZERO))
        if old:
            w = old.d[1] * eta + old.across * (largest(eta * old.alpha - largest(self.edge - old.s, ZERO), ZERO) / old.beta)
            self.most(missed=norm(here.box - old.box + w), shortfall=attempt(lambda: largest(1 - (old.d[0] - value) * eta / (w @ w), ZERO)))
        for felt in (here.across @ (self.c @ push) / length for push in self.pushes): self.most(push=abs(felt), pull=largest(-felt, ZERO))
        self.pushes = [optimizer.next(push, hessian @ (self.c @ push)) for push in (push @ projector for push in self.pushes)]
        self.pushes.append(outer(optimizer.b, here.across * (-UNIT / (length * optimizer.drift))))
        d, near, self.open_tube = attempt(lambda: self.at(grown(here.box, [radius.high] * self.n), 4)), Tensor([*here.u, here.s]), self.open_tube or not stated
        tube, (pair, bound) = d and attempt(lambda: of_top(d, near, 3)), fields(stated, "pair secondAtMost") if stated is not None else (None, None)
        if stated is not None: in_set("the top eigenpair", pair, near, "box")
        gap = bound is not None and d and numbers([bound])[0]  # above lambda_2, or the largest of H - m u u', where the top one lies as far below as above
        gap = gap if gap and (above(d[2], gap) in (0, 1) or above(d[2] - outer(here.u, here.u) * ((here.s - gap) * 2), gap, turned=False) == 0) else None
        self.most(third_norm=d and norm(d[3]), fourth_norm=d and norm(d[4]), tube_gap=gap,
                  tube_alpha=tube and -tube.alpha, tube_gamma=tube and attempt(lambda: -tube.gamma()))
    def judged(self, approach, steps, end, claims):  # Of each claim, and of each that is missing, the outcome, verdict, name, quantity, and why
        names = [(c["name"], c["quantity"]) for c in claims]
        is_open = [(c["verdict"], c["lower"], c["upper"]) == (UNDECIDED, None, None) for c in claims]
        early = names[:1] == [("run", "the run up to its horizon")] and is_open[0]
        first = early + (not steps and names[early:early + 1] == [NEVER[:2]] and is_open[early])
        never = [of(min(c["upper"], 2)) for c, name in zip(claims, names) if name == NEVER[:2] and c["upper"] is not None]
        for iterate in approach: self.approach(iterate, None if self.k > 1 else never[0] if never else of(2) if self.n <= 4 else None)
        for item in steps: self.include(item)
        require(self.k > 1 or all(x is None or numbers([x])[0].low >= 0 for x in fields(end, "iterate constrained predicted uniqueness")), "a radius is none")
        if steps and not early:
            horizon = of(self.asked) if self.asked is not None else self.by_default() if self.horizon is None else evaluate(
                self.horizon, {**self.first, **self.values})
            require(horizon.low >> BITS <= self.t <= horizon.high >> BITS and self.t > 0, "the steps do not end at the horizon", REJECTED)
        alone, expected = self.k == 1 and (self.ended or early and names[1:] == [CLAIMS[1][:2]]), [NEVER] * (self.before > self.most_steps and first == early)
        if steps:
            expected = SEVERAL if self.k > 1 else CLAIMS[1:2] if alone else CLAIMS[: 18 if self.n > 2 and len(self.c) == 1 else 16]
            expected = [(x, y.replace("_2", "_%d" % (self.k + 1)), *more) for x, y, *more in expected if len(self.c) == 1 or x != "condition.eigengap"]
        results = [("EMPTY", "nothing is stated")] * first + [self.judge(claim, *wanted) for claim, wanted in zip(claims[first:], expected)]
        results += [(REJECTED, "no claim is expected here")] * (len(claims) - len(results))
        missing = [(REJECTED, "", *wanted[:2], "the claim is missing from the certificate") for wanted in expected[len(claims) - first:]]
        return [(outcome, c["verdict"], *name, why) for c, name, (outcome, why) in zip(claims, names, results)] + missing
    def judge(self, claim, name, quantity, suffix, *formulas):  # Outcome, and why; bounds are infinite if there is none, or the quantity is undefined
        lower, upper, threshold, verdict = [claim[x] for x in ("lower", "upper", "threshold", "verdict")]
        low, high = -inf if lower is None else lower, inf if upper is None else upper
        limit = self.limits.get(name + suffix) if isinstance(suffix, str) else suffix
        is_open = verdict == UNDECIDED and threshold is None and self.open_tube and any("tube_" in x for x in formulas)
        if (claim["name"], claim["quantity"]) != (name, quantity) or limit is None or threshold != limit and not is_open:
            return REJECTED, "expected the claim %s: %s with the problem's threshold %s" % (name, quantity, limit)
        holds, fails = (low >= limit, high < limit) if quantity.startswith("min") or suffix == NEVER[2] else (high <= limit, low > limit)
        if verdict != (UNDECIDED if is_open else "HOLDS" if holds else "FAILS" if fails else UNDECIDED): return REJECTED, "the bounds do not say " + verdict
        if lower is None and upper is None: return "EMPTY", "nothing is stated"
        least, most = [attempt(lambda: evaluate(x.replace("tube_", "run_") if fails or self.ended else x, self.seen)) for x in (formulas[0], formulas[-1])]
        at_least, at_most = Fraction(least.low, ONE) if least else -inf, Fraction(most.high, ONE) if most else inf
        shown = "the quantity is from %.12g to %.12g" % (at_least, at_most)
        if low <= at_least and at_most <= high: return "CONFIRMED", "in [%s, %s], threshold %s; %s" % (lower, upper, threshold, shown)
        return (REJECTED, shown) if at_most < low or at_least > high else (UNDECIDED, "only shown: " + shown)
# Name, quantity, threshold or the rest of its name, formula of the lower bound, and of the upper if that is another; of what FAILS run_ stands for tube_.
SHARPENING, CASE, MEMORY = "condition.progressive_sharpening", "condition.non_worst_case", "condition.memory"
CLAIMS = [("edge.reached", "max (2 - eta S(dagger_t))/eps^2", "", "below/epsilon^2"), (SHARPENING, "min alpha", 5e-324, "-tube_alpha", "-run_alpha"),
          (SHARPENING, "min gamma", ".gamma", "-tube_gamma", "-run_gamma"), (SHARPENING, "max alpha/min alpha", ".alpha_ratio", "alpha/-run_alpha"),
          (SHARPENING, "max beta/min beta", ".beta_ratio", "beta/-run_beta"), ("condition.eigengap", "max eta lambda_2", "", "eta*least_gap", "eta*tube_gap"),
          ("condition.smoothness", "max rho_4/(eta rho_3^2)", "", "fourth/(eta*third_norm^2)", "fourth_norm/(eta*slope^2)"),
          (CASE, "max eta |H w|/(eps |w|)", ".curvature", "second*drift/epsilon"),
          (CASE, "max |P D3L(w,w)|/(eps rho_3 |w|^2)", ".third_order", "third/epsilon"), ("condition.axis_distance", "min |x*|/delta", "", "-x/delta"),
          ("condition.small_start", "|v_0|/delta", "", "start/delta"), (MEMORY, "max |beta_{s->t}|/sqrt(beta_s beta_t)", ".growth", "push"),
          (MEMORY, "max -beta_{s->t}/sqrt(beta_s beta_t)", ".sign_change", "pull"), ("coupling.constant", "C_1", "", "deviation/(epsilon*delta)"),
          ("loss.constant", "C_L", "", "loss*eta/(epsilon*delta^2)"), ("sharpness.constant", "C_S", "", "sharpness*growth/epsilon^2"),
          ("implicit_bias.constant", "C_P", "", "missed/(epsilon^2*eta*gradient)"), ("descent.constant", "C_D", "", "shortfall/epsilon")]
SEVERAL = [CLAIMS[0], ("sigma", "min tr Sigma", 5e-324, "-run_trace"), ("sigma", "min eig Sigma", 0.0, "-run_sigma"),
           (SHARPENING, "max |eig alpha|/min |eig alpha|", ".alpha_ratio", "alpha/-run_alpha"), (*CLAIMS[5][:3], "none", "eta*run_gap"),
           ("condition.small_start", "|v_0|/max sqrt(tr Sigma)", "", "start/delta"), *CLAIMS[13:16]]
NEVER = ("edge.reached", "max eta S(proj_M(theta_t))", 2.0, "none", "projected")
def mean_square(stated, edge):  # (60), by the X of X - E[T X T'] = I, T steps with random batches, which is positive if and only if moments decay
    require(edge, "no edge is stated", "EMPTY")
    (items, size, replacement), (_, minimum, *sides) = fields(stated.pop("batches"), "items size replacement"), fields(edge, "digits minimum below above")
    (low, *_), (high, *_), count, hessians, moving = *(fields(side, "eta form direction") for side in sides), len(items), [], {"eta"}
    require(type(size) is int and type(replacement) is bool and 0 < size and count and (replacement or size <= count), "no such batches can be drawn")
    require(0 < numbers([low, high], 2)[0].low and low < high, "the step size below is not below that above", REJECTED)
    while more := {x for x, text in stated["parameters"].items() if x not in moving and not moving.isdisjoint(names_in(text))}: moving |= more
    require(moving.isdisjoint(names_in(" ".join(items))), "an item depends on eta", REJECTED)
    here, share = Problem(stated, eta=of(low)), Fraction(1, size) if replacement else Fraction(count - size, size * max(1, count - 1))
    def of_items(z, m): return [derivatives((text, *here.loss[1:]), z, m) for text in items]
    def exists():
        z, _ = solve(lambda q: mean([d[1] for d in of_items(q, 1)]), numbers(minimum["centre"], here.n))
        in_set("the minimum", minimum, z, "box")
        own, *others = (Tensor([d[0], *d[1], *flat(d[2])]) for d in [derivatives(here.loss, z, 2), *of_items(z, 2)])
        require(all(x.low <= 0 <= x.high for x in own - mean(others)), "the loss is not the mean of the items", REJECTED)
        hessians.extend(d[2] for d in of_items(z, 2))
        require(above(mean(hessians), 0) == here.n, "the critical point is not shown to be a minimum", UNDECIDED)
        return "at " + ", ".join("%s = %.12g" % pair for pair in zip(here.loss[1], z))
    def moments(eta, decays):
        of_eta, n = Problem(stated, eta=of(eta)).optimizer, here.n * len(here.optimizer.c)
        require(n <= MOST_VARIABLES and n**4 * count <= 10**7, "of all copies and items these are too many variables for this checker", UNDECIDED)
        def step(h): return kronecker(of_eta.a, identity(here.n)) + kronecker(outer(of_eta.b, of_eta.c), h)
        fixed, *random = (kronecker(t, t) for t in map(step, [mean(hessians), *hessians]))
        positive = attempt(lambda: above(rows_of(solved(identity(n * n) - fixed * (1 - share) - mean(random) * share, flat(identity(n))), n), 0))
        decided("whether X is positive definite", positive is not None and (positive == n) == decays, positive is not None and (positive == n) != decays)
        return "X is%s positive definite" % ("" if decays else " not")
    found = [tried(exists)]
    found += [tried(lambda: moments(low, True)), tried(lambda: moments(high, False))] if found[0][0] == "CONFIRMED" else found * 2
    found += [x for x in found if x[0] != "CONFIRMED"][:1] or [tried(lambda: Problem(stated, eta=of(low) | of(high)) and "the optimizer is defined between")]
    quantities = ("minimum.exists", "a minimum of the mean of the items"), ("mean_square.stable", "with eta = %s the second moment decays" % low), (
        "mean_square.unstable", "with eta = %s the second moment does not decay" % high), (
        "mean_square_edge", "a step size at which its spectral radius is 1 lies in [%s, %s]" % (low, high))
    return [(outcome, "HOLDS", *quantity, why) for (outcome, why), quantity in zip(found, quantities)]
def read(path):  # The certificate, and whether its digest is right
    def once(pairs): return dict(pairs) if len(dict(pairs)) == len(pairs) else require(False, "a name is given twice")
    try:
        with open(path, "rb") as file: content = file.read(LARGEST_FILE)  # what is larger is cut off, and no JSON
        certificate = json.loads(content.decode(), object_pairs_hook=once, parse_int=lambda x: int(x) if len(x) < 20 else float(x))
    except (OSError, ValueError, RecursionError) as unreadable: raise Refusal(None, "it cannot be read: %s" % unreadable) from None
    return certificate, content[-77:] == b'"sha256":"' + hashlib.sha256(content[:-77]).hexdigest().encode() + b'"}\n'
def check(certificate, unchanged):  # Lines about the problem, and of each claim its outcome, verdict, name, quantity, and why
    form, runs, steps = certificate["format"], [], []
    require(re.fullmatch(r"selfstab certificate( of [a-z -]+)? 1", form), "no certificate of selfstab")
    certificate.pop("run", None)
    if form == "selfstab certificate of a mean-square edge 1":
        _, problem, edge, _ = fields(certificate, "format problem edge sha256")
        claims = [{"verdict": "HOLDS" if edge else UNDECIDED, "name": "mean_square_edge", "quantity": "the step size above which the second moment grows"}]
        set_precision(1280)  # beyond the smallest doubles
    elif form in ("selfstab certificate 1", "selfstab certificate of several eigenvalues 1"):
        k, end = certificate.pop("unstable", 1), certificate.pop("end", None)
        _, problem, approach, steps, claims, _ = fields(certificate, "format problem approach steps claims sha256")
        set_precision(min(256 + 4 * len(steps) + len(approach) * min(4, len(problem["variables"])) // 5, MOST_BITS))
        for _, _, *limits, verdict in (fields(claim, "name quantity lower upper threshold verdict") for claim in claims):
            require(verdict in ("HOLDS", "FAILS", UNDECIDED) and all(x is None or numbers([x]) for x in limits), "a claim is none")
    else: return [], [(UNDECIDED, "", form, "all claims", "this checker reads certificates of runs and of mean-square edges only")]
    lines = ["%s: %s" % (x, y) for x, y in problem.items() if x in ("title", "loss", "parameters", "optimizer", "batches", "start", "horizon", "steps")]
    def judged(): return mean_square(problem, edge) if "edge" in form else runs.append(Run(problem, k)) or runs[0].judged(approach, steps, end, claims)
    outcome, results = tried(lambda: require(unchanged, "the file was changed after it was written: its digest is another", REJECTED) or judged())
    when = "t = %d: " % runs[0].t if runs and runs[0].t >= 0 else ""
    if outcome != "CONFIRMED": return lines, [(outcome, c["verdict"], c["name"], c["quantity"], when + results) for c in claims]
    if steps: lines += ["assumed: (a) dagger_t is the solution of the first-order conditions near the stated centre", *(
        ["assumed: (b) t = 0 is the first iterate at the edge; not shown of %d before" % runs[0].doubtful] if runs[0].doubtful else [])]
    return lines, results
def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("certificate", metavar="CERTIFICATE", help="a certificate.json that selfstab certify wrote")
    parser.add_argument("--seconds", type=float, default=600.0, help="how long it may take (600)")
    options, printable = parser.parse_args(), lambda text: "".join(x if x.isprintable() else "?" for x in str(text)[:2000])
    clock["deadline"] = time.monotonic() + options.seconds
    try: lines, results = check(*read(options.certificate))
    except (Refusal, AttributeError, LookupError, RecursionError, TypeError, ValueError) as none:  # what is not shaped like a certificate
        return print(printable("%s: no certificate: %s" % (options.certificate, none.args[-1])), file=sys.stderr) or 2
    outcomes = [x[0] for x in results]
    sys.stdout.reconfigure(errors="backslashreplace")
    print("%d of %d claims confirmed" % (outcomes.count("CONFIRMED"), len(results)), *("  " + printable(line) for line in lines),
          *("  %-9s %-9s %s: %s\n      %s" % tuple(map(printable, result)) for result in results), sep="\n")
    return 1 if REJECTED in outcomes or not outcomes else 3 if UNDECIDED in outcomes or "CONFIRMED" not in outcomes else 0
if __name__ == "__main__": sys.exit(main())
