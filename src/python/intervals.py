"""Interval arithmetic of its own for check_certificate.py: numbers, elementary functions, formulas, Taylor polynomials and small matrices.

Nothing but the standard library. An interval's ends are integers in units of 2^-256 (77 digits after the point), rounded outwards.
"""
import math
import re
import time
from fractions import Fraction

BITS = 256  # the ends of intervals are integers in units of 2^-BITS
ONE, TINY, HALF = 1 << BITS, 1 << 24, Fraction(1, 2)
LONGEST_TEXT, MOST_BITS, MOST_OPERATIONS, MOST_COEFFICIENTS, DEEPEST = 100_000, 8192, 40_000, 2_000_000, 120
clock = {"deadline": math.inf}  # until when formulas are evaluated, on time.monotonic

class NoCertificate(Exception):
    """The file is no certificate, or its problem none."""

class Rejected(Exception):
    """What is stated is certainly wrong."""

class Undecided(Exception):
    """This program cannot tell."""

def require(holds, otherwise, kind=NoCertificate):
    if not holds:
        raise kind(otherwise)

def attempt(value):
    try:
        return value()
    except (Undecided, Rejected, ArithmeticError):
        return None

class Interval:
    """All numbers from low to high; each operation rounds outwards. Factors and exponents may be rational numbers."""
    __slots__ = "low", "high"

    def __init__(self, low, high): self.low, self.high = low, high
    def __add__(self, b): return Interval(self.low + b.low, self.high + b.high)
    def __sub__(self, b): return Interval(self.low - b.high, self.high - b.low)
    def __neg__(self): return Interval(-self.high, -self.low)
    def __abs__(self): return Interval(max(0, self.low, -self.high), self.size())
    def __or__(self, b): return Interval(min(self.low, b.low), max(self.high, b.high))
    def __and__(self, b): return Interval(max(self.low, b.low), min(self.high, b.high))
    def size(self): return max(-self.low, self.high)
    def middle(self): return self.low + self.high >> 1

    def __mul__(self, b):
        if not isinstance(b, Interval):
            low, high = sorted((self.low * b.numerator, self.high * b.numerator))
            return Interval(low // b.denominator, -(-high // b.denominator))
        if self.low >= 0 and b.low >= 0:
            return Interval(self.low * b.low >> BITS, -(-self.high * b.high >> BITS))
        products = self.low * b.low, self.low * b.high, self.high * b.low, self.high * b.high
        return Interval(min(products) >> BITS, -(-max(products) >> BITS))

    def __truediv__(self, b):
        require(b.low > 0 or b.high < 0, "a quotient by a number that may be 0", Undecided if b.low < b.high else Rejected)
        quotients = [(x << BITS, y) for x in (self.low, self.high) for y in (b.low, b.high)]
        return Interval(min(x // y for x, y in quotients), max(-(-x // y) for x, y in quotients))

    def __pow__(self, e):
        """Of any number if e is natural, of others than 0 if e is an integer, else of those that are not negative."""
        if e.denominator > 1:
            require(self.low >= 0, "a root of a number that may be negative", Undecided if self.high >= 0 else Rejected)
            if e.denominator == 2:
                return Interval(math.isqrt(self.low << BITS), math.isqrt(self.high << BITS) + (self.high > 0)) ** e.numerator
            require(self.low > 0, "a root of a number that may be 0", Undecided)
            return exp(log(self) * e)
        if e < 0:
            return UNIT / self ** -e
        base, ends = abs(self) if e % 2 == 0 else self, []
        for end in (base.low, base.high):
            result, factor, left = UNIT, Interval(end, end), int(e)
            while left:
                result, left = (result * factor if left & 1 else result), left >> 1
                factor = (factor * factor).bounded() if left else factor
            ends.append(result.bounded())
        return ends[0] | ends[1]

    def bounded(self):
        require(max(self.low.bit_length(), self.high.bit_length()) <= MOST_BITS, "a number is too large", Undecided)
        return self

def of(number):
    p, q = Fraction(number).numerator, Fraction(number).denominator
    return Interval((p << BITS) // q, -((-p << BITS) // q))

def around(centre, radius): return Interval(centre - radius, centre + radius)
def largest(a, b): return Interval(max(a.low, b.low), max(a.high, b.high))

ZERO, UNIT = Interval(0, 0), Interval(ONE, ONE)

# Functions of a number, by sums in units of 2^-(BITS + GUARD): each operation is off by at most two of these, and what comes of all of
# them is far less than SLACK (the eight squarings of an exponential multiply it by at most 4^8).
GUARD, SLACK = 128, 1 << 64
FINE = BITS + GUARD

def coarse(total):
    return Interval(total - SLACK >> GUARD, -(-(total + SLACK) >> GUARD))

def inverse_tangent_series(q, sign):
    """arctan(1/q) for sign -1, artanh(1/q) for sign 1."""
    total, term, k = 0, (1 << FINE) // q, 0
    while term:
        total, term, k = total + sign**k * (term // (2 * k + 1)), term // (q * q), k + 1
    return total

LOG2, PI = 2 * inverse_tangent_series(3, 1), 16 * inverse_tangent_series(5, -1) - 4 * inverse_tangent_series(239, -1)

def exponential_series(x):
    """The sums of its terms of degree 0, 1, 2 and 3 modulo 4."""
    sums, term, k = [0, 0, 0, 0], 1 << FINE, 0
    while term:
        sums[k % 4], k = sums[k % 4] + term, k + 1
        term = (term * x >> FINE) // k
    return sums

def exp_at(x):
    require(x <= 2000 * ONE, "an exponential is too large", Undecided)
    if x < -2000 * ONE:
        return Interval(0, 1)
    twos, rest = divmod(x << GUARD, LOG2)
    total = sum(exponential_series(rest >> 8))
    for _ in range(8):
        total = total * total >> FINE
    low, high, shift = total - SLACK, total + SLACK, GUARD - twos
    return Interval(low >> shift, -(-high >> shift)) if shift >= 0 else Interval(low << -shift, high << -shift)

def log_at(y):
    """Of y = m 2^k, 1/2 <= m < 1, by Newton's method, then from m exp(-l) = 1 + d: log(1 + d) lies between d - d^2 and d, |d| < 1/2."""
    require(y > 0, "a logarithm of a number that may not be positive", Undecided)
    twos = y.bit_length() - BITS
    m = Interval(y << -twos, y << -twos) if twos <= 0 else Interval(y >> twos, (y >> twos) + 1)
    guess = int(math.log(m.low / ONE) * 2.0**64) << BITS - 64
    for _ in range(4):
        guess += (m.low * exp_at(-guess).middle() >> BITS) - ONE
    d = m * exp_at(-guess) - UNIT
    require(d.size() < ONE >> 1, "a logarithm is not enclosed", Undecided)
    return Interval(guess + d.low - (d * d).high, guess + d.high) + coarse(LOG2) * twos

def exp(x): return exp_at(x.low) | exp_at(x.high)

def log(x):
    require(x.high > 0, "a logarithm of a number that is not positive", Rejected)
    return log_at(x.low) | log_at(x.high)

def sine_cosine(x):
    """From those of the middle, with slopes of at most 1."""
    require(x.size() <= ONE << 16, "the argument of a sine is too large", Undecided)
    quarters, rest = divmod(x.middle() << GUARD, PI // 2)
    sums = exponential_series(rest)
    sine, cosine, away = sums[1] - sums[3], sums[0] - sums[2], x.high - x.middle()
    both = [(sine, cosine), (cosine, -sine), (-sine, -cosine), (-cosine, sine)][quarters % 4]
    return [coarse(value) + around(0, away) & around(0, ONE) for value in both]

def taylor(kind, x, m):
    """The Taylor coefficients of a function up to degree m, at all points of x."""
    if kind == "log":
        return [log(x)] + [x ** -k * Fraction((-1) ** (k + 1), k) for k in range(1, m + 1)]
    if kind == "abs":
        require(m == 0 or x.low > 0 or x.high < 0, "an absolute value of a number that may be 0", Undecided)
        return [abs(x), UNIT if x.low > 0 else -UNIT][: m + 1] + [ZERO] * (m - 1)
    require(kind in ("exp", "sin", "cos"), "this checker does not know the function " + kind, Undecided)
    s, c = (exp(x), exp(x)) if kind == "exp" else sine_cosine(x)
    terms = (s, c, -s, -c) if kind == "sin" else (c, -s, -c, s) if kind == "cos" else (s, s, s, s)
    return [terms[k % 4] * Fraction(1, math.factorial(k)) for k in range(m + 1)]

# Polynomials of degree m: for each degree a dictionary from the exponents, four bits each, to the coefficient; a missing one is 0.

def constant(value, m): return [{0: value} if value.low or value.high else {}] + [{} for _ in range(m)]
def plus(a, b): return [{key: part.get(key, ZERO) + more.get(key, ZERO) for key in {**part, **more}} for part, more in zip(a, b)]

def times(a, b):
    result = [{} for _ in a]
    for i, part in enumerate(a):
        for into, other in zip(result[i:], b):
            for key, x in part.items():
                for more, y in other.items():
                    into[key + more] = into[key + more] + x * y if key + more in into else x * y
    return result

def composed(series, inner):
    result = constant(series[-1], len(inner) - 1)
    for term in reversed(series[:-1]):
        result = times(result, [{}] + inner[1:])
        result[0] = constant(term, 0)[0]
    return result

TOKEN = re.compile(r"((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,4}(?!\d))?)|([A-Za-z]\w*)|([-+*/^(),[\]])|(\S)", re.ASCII)
MEANINGS = {"sqrt": "a^(1/2)", "tan": "sin(a)/cos(a)", "sinh": "(exp(a) - exp(-a))/2", "cosh": "(exp(a) + exp(-a))/2",
            "sigmoid": "1/(1 + exp(-a))", "tanh": "1 - 2*sigmoid(-2*a)", "softplus": "log(1 + exp(a))", "logcosh": "log(cosh(a))"}
BUILT_IN = {*MEANINGS, "exp", "log", "sin", "cos", "atan", "erf", "abs", "norm", "sum", "floor", "pi"}

class Formula:
    """A text of problem-files.md, read by recursive descent into operations on earlier ones; what is rational is computed exactly."""

    def __init__(self, text, names, floor=False):
        self.nodes, self.places, self.names, self.known, self.work = [], {}, set(names), {}, 0
        self.last = self.read(text, floor)
        self.mentioned = {node[1] for node in self.nodes if node[0] == "name"}

    def read(self, text, floor=False, **known):
        require(len(text) <= LONGEST_TEXT, "a formula is too long")
        kept = self.__dict__.get("tokens"), self.__dict__.get("at"), self.known
        self.tokens, self.known = [match.groups() for match in TOKEN.finditer(text)] + [(None,) * 4], known
        self.at = int(floor and self.tokens[0][1] == "floor" and self.tokens[1][2] == "(")
        place = self.operand(0) if self.at else self.sum(0)
        require(self.at == len(self.tokens) - 1, "a formula goes on where it should end: " + text)
        self.tokens, self.at, self.known = kept
        return place

    def node(self, *operation):
        self.work += 1
        require(self.work <= MOST_OPERATIONS, "a formula has too many operations")
        require(time.monotonic() < clock["deadline"], "its time is up; --seconds gives more", Undecided)
        if operation not in self.places:
            self.places[operation] = len(self.nodes)
            self.nodes.append(operation)
        return self.places[operation]

    def rational(self, p):
        p = Fraction(p)
        require(max(abs(p.numerator), p.denominator).bit_length() <= MOST_BITS, "a rational number is too long")
        return self.node("rational", p)

    def exact(self, place): return self.nodes[place][1] if self.nodes[place][0] == "rational" else None

    def both(self, kind, a, b):
        p, q = self.exact(a), self.exact(b)
        return self.node(kind, a, b) if p is None or q is None else self.rational(p + q if kind == "+" else p * q)

    def power(self, base, e):
        require(max(abs(e.numerator), e.denominator) <= 1000, "an exponent is beyond 1000")
        value = self.exact(base)
        if e == 0:  # 1 where the base is defined
            return self.node("+", self.rational(1), self.node("*", self.rational(0), base))
        bits = MOST_BITS if value is None else max(abs(value.numerator), value.denominator).bit_length()
        if e.denominator == 1 and bits * abs(e) < MOST_BITS and (value or e > 0):
            return self.rational(value**e.numerator)
        return base if e == 1 else self.node("power", base, e)

    def take(self, *symbols):
        found = self.tokens[self.at][2]
        self.at += found in symbols
        return found if found in symbols else None

    def expect(self, symbol): require(self.take(symbol), "a formula lacks " + symbol)

    def sum(self, depth):
        require(depth < DEEPEST, "a formula is nested too deeply")
        total = self.product(depth)
        while sign := self.take("+", "-"):
            term = self.product(depth)
            total = self.both("+", total, term if sign == "+" else self.both("*", self.rational(-1), term))
        return total

    def product(self, depth):
        product = self.signed(depth)
        while sign := self.take("*", "/"):
            factor = self.signed(depth)
            product = self.both("*", product, factor if sign == "*" else self.power(factor, Fraction(-1)))
        return product

    def signed(self, depth):
        require(depth < DEEPEST, "a formula is nested too deeply")
        if self.take("-"):
            return self.both("*", self.rational(-1), self.signed(depth + 1))
        base = self.operand(depth)
        if not self.take("^"):
            return base
        e = self.signed(depth + 1)
        return self.node("exp", self.both("*", e, self.node("log", base))) if self.exact(e) is None else self.power(base, self.exact(e))

    def integer(self, depth):
        value = self.exact(self.sum(depth + 1))
        require(value is not None and value.denominator == 1 and abs(value) < 2**31, "an index is no integer")
        return int(value)

    def operand(self, depth):
        number, name, symbol, _ = self.tokens[self.at]
        self.at += 1
        if number:
            require(len(number) <= 2500 and abs(int(re.split("[eE]", number + "e0")[1])) <= 2500, "a number is too long")
            return self.rational(number)
        if symbol == "(":
            inner = self.sum(depth + 1)
            self.expect(")")
            return inner
        require(name, "a formula has something else where a number, a name or ( should be")
        if name in BUILT_IN - {"pi", "floor"}:
            self.expect("(")
            inner = self.indexed(depth) if name == "sum" else self.sum(depth + 1)
            inner = self.power(inner, Fraction(2)) if name == "norm" else inner
            while name == "norm" and self.take(","):
                inner = self.both("+", inner, self.power(self.sum(depth + 1), Fraction(2)))
            self.expect(")")
            meaning = MEANINGS["sqrt"] if name == "norm" else MEANINGS.get(name)
            return self.read(meaning, a=inner) if meaning else inner if name == "sum" else self.node(name, inner)
        if self.take("["):
            name += str(self.integer(depth))
            self.expect("]")
        require(name in self.known or name in self.names or name == "pi", "a formula has the unknown name " + name)
        return self.known[name] if name in self.known else self.node("pi" if name == "pi" else "name", name)

    def indexed(self, depth):
        index, total = self.tokens[self.at][1], None
        require(index and index not in self.known and index not in self.names | BUILT_IN, "a sum has no index of its own")
        self.at += 1
        first, last = [(self.expect(","), self.integer(depth))[1] for _ in range(2)]
        self.expect(",")
        require(first <= last, "a sum has no terms")
        begin = self.at
        for i in range(first, last + 1):
            self.at, self.known[index] = begin, self.rational(i)
            term = self.sum(depth + 1)
            total = term if total is None else self.both("+", total, term)
            self.work += self.at - begin
        del self.known[index]
        return total

    def over(self, values, m):
        """The Taylor polynomial of degree m, names having those of values."""
        results, size = [], 0
        for kind, a, *b in self.nodes:
            require(time.monotonic() < clock["deadline"], "its time is up; --seconds gives more", Undecided)
            if kind in ("+", "*"):
                result = (plus if kind == "+" else times)(results[a], results[b[0]])
            elif kind in ("rational", "pi", "name"):
                result = values[a] if kind == "name" else constant(of(a) if kind == "rational" else coarse(PI), m)
            elif kind == "power":
                at, binomials = results[a][0].get(0, ZERO), [Fraction(1)]
                for k in range(m):
                    binomials.append(binomials[-1] * (b[0] - k) / (k + 1))
                result = composed([at ** (b[0] - k) * c if c else ZERO for k, c in enumerate(binomials)], results[a])
            else:
                result = composed(taylor(kind, results[a][0].get(0, ZERO), m), results[a])
            for part in result:
                size += len(part)
                for coefficient in part.values():
                    coefficient.bounded()
            require(size < MOST_COEFFICIENTS, "the loss is too large for this checker", Undecided)
            results.append(result)
        return results[self.last]

    def value(self, values): return self.over({name: constant(value, 0) for name, value in values.items()}, 0)[0].get(0, ZERO)

def dot(a, b): return sum((x * y for x, y in zip(a, b) if (x.low or x.high) and (y.low or y.high)), ZERO)
def apply(matrix, v): return [dot(row, v) for row in matrix]
def product(a, b): return [[dot(row, column) for column in zip(*b)] for row in a]
def each(f, *vectors): return [f(*entries) for entries in zip(*vectors)]
def minus(a, b): return [x - y for x, y in zip(a, b)]
def points(integers): return [Interval(x, x) for x in integers]
def identity(n, s=UNIT): return [[s if i == j else ZERO for j in range(n)] for i in range(n)]

def norm(v):
    low, high = sum(abs(x).low ** 2 for x in v), sum(x.size() ** 2 for x in v)
    return Interval(math.isqrt(low), math.isqrt(high) + (high > 0))

def ball(v):
    """A point and a radius round it."""
    centre = [x.middle() for x in v]
    return centre, norm(minus(v, points(centre))).high

def inverted(matrix):
    """About the inverse of a matrix's midpoint, as integers, by Gauss and Jordan."""
    n = len(matrix)
    rows = [[x.middle() for x in row] + [ONE * (i == j) for j in range(n)] for i, row in enumerate(matrix)]
    for i in range(n):
        best = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[best] = rows[best], rows[i]
        require(rows[i][i], "a matrix is singular", Undecided)
        rows[i] = [(x << BITS) // rows[i][i] for x in rows[i]]
        for r in range(n):
            if r != i and rows[r][i]:
                rows[r] = [x - (y * rows[r][i] >> BITS) for x, y in zip(rows[r], rows[i])]
    return [row[n:] for row in rows]

def spectral(matrix):
    """At least the largest singular value of an n by n matrix, an integer: of B_0 = M'M, |B_k|^2 = |B_k^2|, and |B_6| <= its Frobenius norm."""
    m, n = [[x.middle() for x in row] for row in matrix], len(matrix)
    error = math.isqrt(sum((x.high - x.low) ** 2 for row in matrix for x in row)) + n + 1
    shift = max(abs(x) for row in m for x in row).bit_length() - BITS
    power = list(zip(*[[x << -shift if shift < 0 else x >> shift for x in row] for row in m]))
    for _ in range(7):  # rows are columns, for all B_k are symmetric
        power = [[sum(x * y for x, y in zip(a, b)) >> BITS for b in power] for a in power]
    bound = math.isqrt(sum(x * x for row in power for x in row)) + 1
    for _ in range(7):  # each entry was rounded by less than one unit
        bound = math.isqrt(bound + n << BITS) + 1
    return (bound >> -shift if shift < 0 else bound + n << shift) + 1 + error

def eigenvectors(matrix):
    """About the eigenvalues, and eigenvectors as columns, by Jacobi's rotations in doubles: they only propose."""
    n, a = len(matrix), [[x.middle() / ONE for x in row] for row in matrix]
    v = [[float(i == j) for j in range(n)] for i in range(n)]
    for _, p, q in ((k, p, q) for k in range(12) for p in range(n) for q in range(p + 1, n)):
        if a[p][q]:
            angle = math.atan2(2 * a[p][q], a[q][q] - a[p][p]) / 2
            c, s = math.cos(angle), math.sin(angle)
            for row in a + v:
                row[p], row[q] = c * row[p] - s * row[q], s * row[p] + c * row[q]
            a[p], a[q] = [c * x - s * y for x, y in zip(a[p], a[q])], [s * x + c * y for x, y in zip(a[p], a[q])]
    require(all(math.isfinite(x) for row in a + v for x in row), "a matrix is too large", Undecided)
    return [a[i][i] for i in range(n)], v

def above(matrix, c, turned=True):
    """How many eigenvalues of all symmetric members are above c, the others being below, by Sylvester's law; None if that is not shown."""
    values, columns = eigenvectors(matrix)
    order = sorted(range(len(values)), key=lambda i: -abs(values[i] - c.middle() / ONE))
    v = [[of(row[i]) for i in order] for row in columns] if turned else identity(len(matrix))
    a, count = product(list(zip(*v)), product([minus(*rows) for rows in zip(matrix, identity(len(matrix), c))], v)), 0
    while a:
        pivot = a[0][0]
        if pivot.low <= 0 <= pivot.high:
            return None
        count += pivot.low > 0
        a = [[x - row[0] * y / pivot for x, y in zip(row[1:], a[0][1:])] for row in a[1:]]
    return count

def solve(equations, start, target=(), reach=0, loose=False):
    """By Newton's method and Krawczyk's test the zero of F - (s, 0) near start, for all s within reach of the target: its middle, radii, the
    Euclidean radius of its first entries, and the preconditioner."""
    z, n = list(start), len(target)
    for _ in range(14):
        require(time.monotonic() < clock["deadline"], "its time is up; --seconds gives more", Undecided)
        for x in points(z):
            x.bounded()
        residual, jacobian = equations(points(z))
        inverse = inverted(jacobian)
        y = [points(row) for row in inverse]
        change = apply(y, minus(residual, points(target)) + residual[n:])
        if max(abs(x.middle()) for x in change) < TINY:
            break
        z = [x - d.middle() for x, d in zip(z, change)]
    else:
        raise Undecided("Newton's method does not converge")
    fixed = [x.size() + (norm(row[:n]).high * reach >> BITS) + 2 for x, row in zip(change, y)]
    radii, passed = [4 * x + TINY for x in fixed], 0
    for _ in range(24):
        require(max(radii) < ONE << BITS, "Krawczyk's test does not pass", Undecided)
        deviation = zip(product(y, equations(each(around, z, radii))[1]), identity(len(z)))
        spread = [sum((x - e).size() * r for x, e, r in zip(row, unit, radii)) // ONE + 1 for row, unit in deviation]
        needed = [f + s for f, s in zip(fixed, spread)]
        passed += passed > 0 or all(x < r for x, r in zip(needed, radii))
        radii = needed if passed else [x + (x >> 4) + TINY for x in needed]
        if passed == (3 if loose else 1):
            first = spectral([row[:n] for row in y[:n]]) * reach >> BITS if reach else 0
            return z, radii, norm(change[:n]).high + first + norm(points(spread[:n])).high + 2, y
    raise Undecided("Krawczyk's test does not pass")

class Loss:
    """A loss with derivatives by Taylor coefficients, over boxes."""

    def __init__(self, formula, variables, parameters):
        self.formula, self.variables, self.parameters, self.kept = formula, variables, parameters, {}

    def over(self, box, m=4):
        """By intervals, and over a wide box by Taylor's formula about its middle too, the remainder of degree m over the box."""
        key = (m, *((x.low, x.high) for x in box))
        if key not in self.kept:
            parts, centre = self.taylor(box, m), points(x.middle() for x in box)
            if max(x.high - x.low for x in box) > ONE >> 120:
                moved = self.moved(self.taylor(centre, m)[:m] + parts[m:], minus(box, centre))
                parts = [{key: x & other[key] for key, x in part.items()} for part, other in zip(parts, moved)]
            while len(self.kept) > 8:
                del self.kept[next(iter(self.kept))]
            self.kept[key] = Local(parts, len(box))
        return self.kept[key]

    def taylor(self, box, m):
        values = {name: constant(value, m) for name, value in self.parameters.items()}
        values.update({name: constant(x, m)[:1] + [{1 << 4 * i: UNIT}] + constant(x, m)[2:] for i, (name, x) in enumerate(zip(self.variables, box))})
        return self.formula.over(values, m)

    @staticmethod
    def moved(parts, way):
        result = [{} for _ in parts]
        for key, x in ((key, x) for part in parts for key, x in part.items()):
            terms = [(0, 0, x)]
            for i, d in enumerate(way):
                e = key >> 4 * i & 15
                terms = [(k + (b << 4 * i), s + b, y * d ** (e - b) * math.comb(e, b) if b < e else y) for k, s, y in terms for b in range(e + 1)]
            for k, s, y in terms:
                result[s][k] = result[s].get(k, ZERO) + y
        return result

class Local:
    """The derivatives at all points of a box."""

    def __init__(self, parts, n):
        self.parts, self.n, self.value = parts, n, parts[0].get(0, ZERO)
        self.gradient, self.hessian = [parts[1].get(1 << 4 * i, ZERO) for i in range(n)], self.matrix(parts[2]) if len(parts) > 2 else None

    def matrix(self, part):
        return [[part.get((1 << 4 * i) + (1 << 4 * j), ZERO) * (1 + (i == j)) for j in range(self.n)] for i in range(self.n)]

    def along(self, part, a):
        result = {}
        for key, x in part.items():
            for i in range(self.n):
                if e := key >> 4 * i & 15:
                    result[key - (1 << 4 * i)] = result.get(key - (1 << 4 * i), ZERO) + x * a[i] * e
        return result

    def third(self, a): return self.matrix(self.along(self.parts[3], a))
    def fourth(self, a, b): return self.matrix(self.along(self.along(self.parts[4], a), b))

    def frobenius(self, m):
        """At least the operator norm of the m-th derivative, each entry of which stands there m!/(its exponents!) times."""
        repeats = {key: math.prod(math.factorial(key >> 4 * i & 15) for i in range(self.n)) for key in self.parts[m]}
        return sum(((x * repeats[key]) ** 2 * Fraction(math.factorial(m), repeats[key]) for key, x in self.parts[m].items()), ZERO) ** HALF
