#!/usr/bin/env python3
"""Check a certificate of a run by a second program, by another route than `selfstab recheck`.

    python3 src/python/check_certificate.py CERTIFICATE [--seconds N]

For instance, after `selfstab certify examples/sharp-valley.toml --horizon 5 --out results`:

    python3 src/python/check_certificate.py results/sharp-valley/certificate.json

`selfstab recheck` verifies that each step follows from the one before. This program takes from a certificate the problem, the claims, and
where to begin Newton's method, and computes the run anew from the exact start, in intervals of 77 digits: the iterates as points in
Euclidean balls, dagger_t by Krawczyk's test, v*_t by theory.md (11), the memory of all pairs of steps, and in the tube Taylor expansions
with remainder (the arithmetic is in intervals.py beside it). What the certificate says of its steps has to contain what was computed.
Of each claim it says

    CONFIRMED  the quantity (of one in the tube its extreme there) lies within the stated bounds, and the verdict follows
    REJECTED   it does not, or the certificate was changed or is wrong elsewhere (then all claims are)
    UNDECIDED  this program did not manage, for the stated reason
    EMPTY      it states nothing

It assumes, and says where, (a) that dagger_t is the solution of the first-order conditions near the stated centre (that it is unique as
far as stated is verified), and (b) where plain gradient descent goes first, that t = 0 is the first iterate at the edge. Certificates of
boxes, cycles, families and other optimizers than gradient descent, default horizons of three periods and losses with atan or erf it leaves
UNDECIDED.

Exit status: 0 if all claims that state something are confirmed, 1 if one is rejected or there is none, 3 if none is rejected but one is
undecided or all are empty, 2 if the file is no certificate. Time (--seconds, else 600), numbers and texts are bounded; no other file is
read, and none is written.
"""
import argparse
import hashlib
import json
import math
import os
import re
import sys
import time
from fractions import Fraction

sys.dont_write_bytecode = True
from intervals import (BITS, BUILT_IN, HALF, ONE, UNIT, ZERO, Formula, Interval, Loss, NoCertificate, Rejected, Undecided, above,  # noqa: E402
                       apply, around, attempt, ball, clock, dot, each, eigenvectors, identity, inverted, largest, minus, norm, of, points,
                       product, require, solve, spectral)

LARGEST_FILE, MOST_VARIABLES = 1 << 26, 12

class Geometry:
    """Theory.md section 1 at all points of a box."""

    def __init__(self, local, u, s):
        self.local, self.u, self.s, self.grad_s = local, u, s, apply(local.third(u), u)
        self.kappa, self.across = dot(self.grad_s, u), self.off(self.grad_s)
        self.alpha, self.beta = -dot(local.gradient, self.across), sum((x**2 for x in self.across), ZERO)

    def off(self, v):
        along = dot(self.u, v)
        return [a - along * b for a, b in zip(v, self.u)]

    def gamma(self): return self.alpha / (norm(self.local.gradient) * norm(self.across))
    def delta(self): return (self.alpha * 2 / self.beta) ** HALF

def conditions(loss, edge, boundary, z):
    """What the nearest point q of the stable set satisfies (certificates.md), theta left out, and its Jacobian, in q, u, w, mu and nu or S."""
    n, local = (len(z) - 2) // 3, loss.over(z[:(len(z) - 2) // 3])
    q, u, w, mu, (nu, s) = z[:n], z[n:2 * n], z[2 * n:3 * n], z[3 * n], (z[-1], edge) if boundary else (ZERO, z[-1])
    h, tu, tw, fuw, fuu = local.hessian, local.third(u), local.third(w), local.fourth(u, w), local.fourth(u, u)
    along, one, by_s, none, rows = apply(tu, u), identity(n), identity(n, s), [ZERO] * n, []
    force = each(lambda a, b: s * a + b, u, apply(tu, w))
    f = each(lambda a, b, c: a + mu * b + nu * c, q, force, along) + each(lambda a, b: a - s * b, apply(h, u), u)
    f += each(lambda a, b, c: s * a - b - c, w, apply(h, w), local.gradient) + [dot(u, w), (dot(u, u) - UNIT) * HALF]
    for i in range(n):
        by_q, by_u = each(lambda e, a, b: e + mu * a + nu * b, one[i], fuw[i], fuu[i]), each(lambda e, a, b: mu * (e + a) + nu * b * 2, by_s[i], tw[i], tu[i])
        rows.append(by_q + by_u + [mu * x for x in tu[i]] + [force[i], along[i] if boundary else mu * u[i]])
    rows += [tu[i] + minus(h[i], by_s[i]) + none + [ZERO, ZERO if boundary else -u[i]] for i in range(n)]
    rows += [[-a - b for a, b in zip(tw[i], h[i])] + none + minus(by_s[i], h[i]) + [ZERO, ZERO if boundary else w[i]] for i in range(n)]
    return f, rows + [none + w + u + [ZERO, ZERO], none + u + none + [ZERO, ZERO]]

def eigenpair(h):

    def equations(z):
        u, s = z[:-1], z[-1]
        rows = [minus(row, unit) + [-x] for row, unit, x in zip(h, identity(len(u), s), u)]
        return each(lambda a, b: a - s * b, apply(h, u), u) + [(dot(u, u) - UNIT) * HALF], rows + [u + [ZERO]]
    return equations

def top(hessian, s):
    if len(hessian) > 1:
        second = sorted(eigenvectors(hessian)[0])[-2]
        require(above(hessian, (s + of(second)) * HALF) == 1, "an eigenvalue may not be the top one, or not simple", Undecided)
    return s

def fields(item, *names):
    require(isinstance(item, dict) and list(item) == list(names), "expected the fields " + ", ".join(names))
    return list(item.values())

def number(x):
    require(isinstance(x, (int, float)) and not isinstance(x, bool), "expected a number")
    return x

def whole(x):
    require(isinstance(x, int) and not isinstance(x, bool), "expected an integer")
    return x

def numbers(items, size):
    require(isinstance(items, list) and len(items) == size, "a list has not %d items" % size)
    return [of(number(x)) for x in items]

def agrees(what, distance, radius):
    require(distance.low <= radius.high, what + " is not as the certificate says", Rejected)
    require(distance.high <= radius.low, what + " is not shown to be as the certificate says", Undecided)

def in_zero(what, zero, z, radii):
    centre, box, stated = [numbers(x, len(z)) for x in fields(zero, "centre", "box", "radii")]
    require(all(x.low > 0 for x in box), "a box has no inside", Rejected)
    for x, c, r, allowed in zip(z, centre, radii, stated):
        agrees(what, abs(around(x, r) - c), allowed)

def in_set(what, centre, frame, radii, point, reach):
    """Of z in frame z = w, z = Y w + (I - Y frame) z for any Y."""
    n = len(point)
    require(isinstance(frame, list) and len(frame) == n, "a frame is not square")
    q = [numbers(row, n) for row in frame]
    y = [points(row) for row in inverted(q)]
    z = [x + around(0, (norm(row).high * reach >> BITS) + 1) for x, row in zip(apply(y, minus(points(point), numbers(centre, n))), y)]
    away = max(sum((x - e).size() for x, e in zip(row, unit)) for row, unit in zip(product(y, q), identity(n)))
    require(away < ONE >> 1, "a frame is about singular", Undecided)
    more = away * 2 * max(x.size() for x in z) // ONE + 1 if away else 0
    for x, allowed in zip(z, numbers(radii, n)):
        agrees(what, abs(x) + around(0, more), allowed)

class Run:
    """The exact run of a problem, along what a certificate says of it."""

    def __init__(self, problem):
        (name, title, self.variables, loss, parameters, start, self.at_edge, self.horizon, self.most_steps, self.asked,
         self.limits) = fields(problem, "name", "title", "variables", "loss", "parameters", "start", "atEdge", "horizon", "maxSteps", "steps", "thresholds")
        require(all(isinstance(x, kind) for x, kind in zip((self.variables, parameters, start, self.at_edge, self.limits), (list, dict, dict, bool, dict))),
                "the problem is none")
        names, self.n, self.values = [*self.variables, *parameters], len(self.variables), {}
        self.shown = {"title": title, "loss": loss, **parameters, **{"start of " + str(x): text for x, text in start.items()}}
        require(all(isinstance(x, str) for x in [name, *names, *self.shown.values()]), "the problem is none")
        require(all(re.fullmatch(r"[A-Za-z]\w*", x, re.A) and x not in BUILT_IN for x in names), "a name is none")
        require(len(set(names)) == len(names) <= 500 and self.n and list(start) == self.variables, "names are missing, or there twice")
        require("eta" in parameters and whole(self.most_steps) > 0 and all(number(x) is not None for x in self.limits.values()), "the problem is none")
        waiting = {x: Formula(text, parameters) for x, text in parameters.items()}
        formula, starts = Formula(loss, names), [Formula(text, parameters) for text in start.values()]
        while waiting:
            ready = [x for x in waiting if waiting[x].mentioned <= self.values.keys()]
            require(ready, "a parameter is defined by itself")
            self.values.update({x: waiting.pop(x).value(self.values) for x in ready})
        self.eta = self.values["eta"]
        require(self.n <= MOST_VARIABLES, "this checker takes at most %d variables" % MOST_VARIABLES, Undecided)
        require(self.eta.low > 0, "the step size is not certainly positive", Undecided if self.eta.high > 0 else Rejected)
        self.edge, self.loss, self.theta = of(2) / self.eta, Loss(formula, self.variables, self.values), ball([x.value(self.values) for x in starts])
        self.seen, self.memory, self.hessians, self.doubtful, self.before, self.t = {}, [], [], 0, 0, -1
        self.old, self.first, self.ended, self.open_tube, self.on_line = None, None, False, False, None

    def most(self, name, value):
        """Takes in a value of which the largest is sought; None if it is not bounded."""
        old = self.seen.get(name, value)
        self.seen[name] = None if old is None or value is None else largest(old, value)

    def step(self, hessian): return [[e - self.eta * h for e, h in zip(*rows)] for rows in zip(identity(self.n), hessian)]

    def descend(self, point, reach):
        local, g = self.loss.over([around(x, reach) for x in point], 2), self.loss.over(points(point), 1).gradient
        moved, rounding = ball([x - self.eta * y for x, y in zip(points(point), g)])
        return moved, (spectral(self.step(local.hessian)) * reach >> BITS) + 1 + rounding

    def is_inside(self, bound):
        """Whether the stable set has a point on the line along about u, so near that S is below the bound on all of the ball between."""
        (theta, reach), n = self.theta, self.n
        values, columns = eigenvectors(self.loss.over(points(theta), 2).hessian)
        i = values.index(max(values))
        d = [of(row[i]) for row in columns]
        def equations(z):
            local = self.loss.over([t + z[-1] * x for t, x in zip(points(theta), d)], 3)
            f, rows = eigenpair(local.hessian)(z[:-1])
            rows = [row + [x] for row, x in zip(rows, apply(local.third(d), z[:n]) + [ZERO])]
            return f + [dot(local.gradient, z[:n])], rows + [local.gradient + [ZERO, dot(apply(local.hessian, d), z[:n])]]
        z, radii, _, _ = solve(equations, [*(x.middle() for x in d), of(values[i]).middle(), 0])
        away = ((abs(z[-1]) + radii[-1]) * norm(d).high >> BITS) + 1 + reach
        return above(self.loss.over([around(x, away + reach) for x in theta], 3).hessian, bound) == 0

    def on_boundary(self):
        """Whether there is a solution of the conditions on the boundary near the iterate."""
        (theta, reach), n = self.theta, self.n
        values, columns = eigenvectors(self.loss.over(points(theta), 2).hessian)
        begin = [*theta, *(of(row[values.index(max(values))]).low for row in columns), *[0] * (n + 2)]
        z, radii, _, _ = solve(lambda x: conditions(self.loss, self.edge, True, x), begin, theta, reach)
        return z[-1] > radii[-1]

    def approach(self, stated, bound):
        in_set("theta", *fields(stated, "centre", "frame", "radii", *["reach"] * ("reach" in stated))[:3], *self.theta)
        require(not self.at_edge, "the problem has no iterates before t = 0", Rejected)
        if bound is None or not attempt(lambda: self.is_inside(bound)):
            self.doubtful += 1
            at_edge = attempt(self.on_boundary) if bound is not None else False
            require(not at_edge, "t = 0 may not be the first iterate at the edge: the projection of that of step %d seems to be there" % self.before, Undecided)
        self.before += 1
        self.theta = self.descend(*self.theta)

    def dagger(self, nearest, target, reach):
        """The middle of dagger_t, its distance from there, u and S there, and whether it may be on the boundary."""
        require(isinstance(nearest, list) and 1 <= len(nearest) <= 2, "no nearest point is stated")
        likely, certain, n, pieces = [], len(nearest) == 2, self.n, set()
        for solution in nearest:
            piece, zero, distance, alone = fields(solution, "piece", "zero", "distance", "uniqueness")
            require(piece in ("BOUNDARY", "INSIDE") and piece not in pieces, "a piece of the stable set is none, or stated twice", Rejected)
            pieces.add(piece)
            def equations(z, boundary=piece == "BOUNDARY"):
                return conditions(self.loss, self.edge, boundary, z)
            centre = numbers(fields(zero, "centre", "box", "radii")[0], 3 * n + 2)
            z, radii, away, y = solve(equations, [x.middle() for x in centre], target, reach)
            in_zero("dagger_t", zero, z, radii)
            agrees("dagger_t", norm(minus(points(z[:n]), centre)) + around(0, away), of(number(distance)))
            cube = zip(product(y, equations([x + around(0, of(number(alone)).high) for x in centre])[1]), identity(len(z)))
            rows, weights = [[(x - e).size() for x, e in zip(row, unit)] for row, unit in cube], [ONE] * len(z)
            for _ in range(9):  # I - Y F' is a contraction in a norm with these weights
                needed = [sum(x * r for x, r in zip(row, weights)) // ONE + 1 for row in rows]
                unique = all(x < r for x, r in zip(needed, weights))
                weights = weights if unique else [x + (max(needed) >> 9) for x in needed]
            require(unique and alone > 0, "dagger_t is not shown to be unique as far as stated", Undecided)
            values = eigenvectors([[(y[i][j] + y[j][i]) * HALF for j in range(n)] for i in range(n)])[0]
            require(min(values) > -1e-9, "dagger_t may be no local minimum of the distance", Undecided)
            last = around(z[-1], radii[-1])
            room = last if piece == "BOUNDARY" else self.edge - last
            certain |= room.low > 0 if piece == "BOUNDARY" else room.low >= 0
            if room.high >= 0:
                likely.append((z[:n], away, [around(*x) for x in zip(z[n:2 * n], radii[n:])], self.edge if piece == "BOUNDARY" else last, piece))
        require(certain, "dagger_t may lie on another piece of the stable set", Undecided)
        require(likely, "no stated solution is on its piece of the stable set", Rejected)
        (middle, away, u, s, _), *others = likely
        for other in others:
            away = max(away, norm(minus(points(middle), points(other[0]))).high + other[1])
            u, s = [a | b for a, b in zip(u, other[2])], s | other[3]
        return middle, away, u, s, "BOUNDARY" in [x[4] for x in likely]

    def include(self, item):
        """The next step: everything is computed, and compared with what the certificate says."""
        (t, iterate, pair, nearest, radius, second_least, second_most, quartic, predicted, tube_radius, tube) = fields(item, "t", "iterate", "iteratePair",
            "nearest", "daggerRadius", "secondAtLeast", "secondAtMost", "quartic", "predicted", "tubeRadius", "tube")
        self.t, n, old = self.t + 1, self.n, self.old
        require(whole(t) == self.t, "a step is missing", Rejected)
        require(not self.ended, "a step after one at which alpha is not certainly positive", Undecided)
        self.theta = theta, reach = self.descend(*self.theta) if old else self.theta
        in_set("theta_t", *fields(iterate, "centre", "frame", "radii"), theta, reach)
        at_theta = self.loss.over([around(x, reach) for x in theta], 2)
        z, radii, _, _ = solve(eigenpair(at_theta.hessian), [x.middle() for x in numbers(fields(pair, "centre", "box", "radii")[0], n + 1)])
        in_zero("the top eigenpair at theta_t", pair, z, radii)
        sharpness = top(at_theta.hessian, around(z[n], radii[n]))
        middle, away, u, s, on_boundary = self.dagger(nearest, *(self.descend(old.middle, old.away) if old else self.theta))
        require(old or self.at_edge or on_boundary, "t = 0 is not at the edge: its projection lies inside", Rejected)
        centre = numbers(nearest[0]["zero"]["centre"][:n], n)
        agrees("dagger_t", norm(minus(points(middle), centre)) + around(0, away), of(number(radius)))
        here = Geometry(self.loss.over([around(x, away) for x in middle]), u, s)
        here.middle, here.away = middle, away
        require(not old or dot(old.u, here.u).low > 0, "u turns by a right angle or more", Undecided)
        if n > 1:
            count = above(here.local.hessian, of(number(second_most)))
            require(count is not None and s.low > of(second_most).high, "lambda_2 may exceed its bound", Undecided)
            require(count == 1, "lambda_2 exceeds its bound", Rejected)
            count = 2 if second_least is None else above(here.local.hessian, of(number(second_least)))
            require(count is not None, "lambda_2 may be below its bound", Undecided)
            require(count > 1, "lambda_2 is below its bound", Rejected)
        here.v, here.reach = self.predict(old, here) if old else ball(minus(points(theta), points(middle)))
        here.reach += 0 if old else reach + away
        in_set("v*_t", *fields(predicted, "centre", "frame", "radii"), here.v, here.reach)
        self.old, self.ended = here, here.alpha.low <= 0
        self.most("-alpha", -here.alpha)
        if not self.ended:
            self.first = self.first or {"delta": here.delta(), "alpha": here.alpha}
            require(of(number(tube_radius)).low > 0, "the tube has no radius", Rejected)
            self.measure(here, old, at_theta.value, sharpness, numbers(quartic, n))
            self.tube(here, tube, [x + around(0, (of(tube_radius) + of(radius)).high) for x in centre])

    def predict(self, old, here):
        """Theory.md (11) at a point, and its derivative over the ball round it."""
        eta, v, one = self.eta, points(old.v), identity(self.n)
        x, growth = dot(old.u, v), UNIT + self.eta * dot(old.across, v)
        push = (old.alpha * 2 / old.beta - x**2) * HALF * eta
        moved = here.off([a + push * b for a, b in zip(apply(self.step(old.local.hessian), old.off(v)), old.across)])
        value, rounding = ball([a - growth * x * b for a, b in zip(moved, here.u)])
        star = [around(c, old.reach) for c in old.v]
        x, growth = dot(old.u, star), UNIT + eta * dot(old.across, star)
        inner = product(self.step(old.local.hessian), [old.off(row) for row in one])
        inner = [[a - eta * x * c * b for a, b in zip(row, old.u)] for row, c in zip(inner, old.across)]
        along = [growth * a + eta * x * b for a, b in zip(old.u, old.across)]
        slope = [[a - c * b for a, b in zip(row, along)] for row, c in zip(product([here.off(row) for row in one], inner), here.u)]
        return value, (spectral(slope) * old.reach >> BITS) + 1 + rounding

    def measure(self, here, old, loss_at_theta, sharpness, v):
        eta, most, local, projector = self.eta, self.most, here.local, [here.off(row) for row in identity(self.n)]
        star, theta = [around(x, here.reach) for x in here.v], [around(x, self.theta[1]) for x in self.theta[0]]
        x, y, dagger, length = dot(here.u, star), dot(here.across, star), [around(c, here.away) for c in here.middle], here.beta ** HALF
        for name, value in (("alpha", here.alpha), ("beta", here.beta), ("-beta", -here.beta), ("grad_s", norm(here.grad_s)), ("-x", -abs(x)),
                            ("epsilon", eta * here.alpha ** HALF), ("delta", here.delta()), ("below", of(2) - eta * here.s),
                            ("-gamma", attempt(lambda: -here.gamma())), ("start", old and ZERO or norm(star)),
                            ("deviation", norm(minus(minus(theta, dagger), star))), ("loss", abs(loss_at_theta - local.value - x**2 / eta)),
                            ("sharpness", abs(sharpness - here.s - y - here.kappa * x)),
                            ("fourth", attempt(lambda: abs(dot(apply(local.fourth(v, v), v), v)) / dot(v, v) ** 2))):
            most(name, value)
        any_second = Interval(0, spectral(product(product(projector, local.hessian), projector)))
        slices = [x for p in projector for row in product(product(projector, local.third(p)), projector) for x in row]
        rho = Interval(norm(here.grad_s).low, local.frobenius(3).high)
        for w in (here.off(star), here.off(local.gradient), here.across):
            force, bend = norm(here.off(apply(local.hessian, w))), norm(here.off(apply(local.third(w), w)))
            most("second", attempt(lambda: force / norm(w)) or any_second)
            most("third", attempt(lambda: bend / (dot(w, w) * rho)) or attempt(lambda: Interval(0, (norm(slices) / norm(here.grad_s)).high)))
        if self.n > 2:
            most("gradient", norm(local.gradient))
        if self.n > 2 and old:
            excess = largest(eta * old.alpha - largest(self.edge - old.s, ZERO), ZERO) / old.beta
            w = [-eta * g - excess * b for g, b in zip(old.local.gradient, old.across)]
            most("projected", norm(minus(minus(dagger, [around(c, old.away) for c in old.middle]), w)))
            most("shortfall", attempt(lambda: UNIT - (old.local.value - local.value) * eta / dot(w, w)))
        onward, across = product(self.step(local.hessian), projector), norm(here.across).high
        factor = spectral(onward)
        for i, (push, radius) in enumerate(self.memory):
            felt = (dot(here.across, points(push)) + around(0, (across * radius >> BITS) + 1)) / length
            most("growth", abs(felt))
            most("sign", largest(-felt, ZERO))
            moved, rounding = ball(apply(onward, points(push)))
            self.memory[i] = moved, (factor * radius >> BITS) + 1 + rounding
        self.memory.append(ball([x / length for x in here.across]))

    def tube(self, here, stated, box):
        local, pair, centre = attempt(lambda: self.loss.over(box)), None, [x.middle() for x in [*here.u, here.s]]
        self.open_tube |= stated is None
        if stated is not None:
            in_zero("the top eigenpair", fields(stated, "pair", "secondAtMost")[0], centre, [x.high - x.low for x in [*here.u, here.s]])
        if local:
            def enclosed():
                z = each(around, *solve(eigenpair(local.hessian), centre, loose=True)[:2])
                return Geometry(local, z[:-1], top(local.hessian, z[-1]))
            pair = attempt(enclosed)
        self.most("tube third", local and local.frobenius(3))
        self.most("tube fourth", local and local.frobenius(4))
        self.most("-tube alpha", pair and -pair.alpha)
        self.most("-tube gamma", pair and attempt(lambda: -pair.gamma()))
        self.hessians.append((here, local and local.hessian))

    def is_below(self, here, hessian, bound):
        """Whether lambda_2 of a matrix is below the bound, or that of H - m u u' is, where the top eigenvalue lies as far below as it lay above."""
        m = (here.s - bound) * 2
        deflated = [[x - m * a * b for x, b in zip(row, here.u)] for row, a in zip(hessian, here.u)]
        return above(hessian, bound) in (0, 1) or above(deflated, bound, turned=False) == 0

# The claims in their order: name, quantity, threshold (if other than the name), from which largest values it is computed, and how (e: eta).
CLAIMS = [
    ("edge.reached", "max (2 - eta S(dagger_t))/eps^2", None, "below epsilon", lambda e, b, eps: largest(b, ZERO) / eps**2),
    ("condition.progressive_sharpening", "min alpha", None, "-alpha", lambda e, a: -a),
    ("condition.progressive_sharpening", "min gamma", ".gamma", "-gamma", lambda e, a: -a),
    ("condition.progressive_sharpening", "max alpha/min alpha", ".alpha_ratio", "alpha -alpha", lambda e, a, b: a / -b),
    ("condition.progressive_sharpening", "max beta/min beta", ".beta_ratio", "beta -beta", lambda e, a, b: a / -b),
    ("condition.eigengap", "max eta lambda_2", None, "", None),
    ("condition.smoothness", "max rho_4/(eta rho_3^2)", None, "", None),
    ("condition.non_worst_case", "max eta |H w|/(eps |w|)", ".curvature", "second epsilon", lambda e, a, eps: a * e / eps),
    ("condition.non_worst_case", "max |P D3L(w,w)|/(eps rho_3 |w|^2)", ".third_order", "third epsilon", lambda e, a, eps: a / eps),
    ("condition.axis_distance", "min |x*|/delta", None, "-x delta", lambda e, a, d: -a / d),
    ("condition.small_start", "|v_0|/delta", None, "start delta", lambda e, a, d: a / d),
    ("condition.memory", "max |beta_{s->t}|/sqrt(beta_s beta_t)", ".growth", "growth", lambda e, a: a),
    ("condition.memory", "max -beta_{s->t}/sqrt(beta_s beta_t)", ".sign_change", "sign", lambda e, a: a),
    ("coupling.constant", "C_1", None, "deviation epsilon delta", lambda e, a, eps, d: a / (eps * d)),
    ("loss.constant", "C_L", None, "loss epsilon delta", lambda e, a, eps, d: a * e / (eps * d**2)),
    ("sharpness.constant", "C_S", None, "sharpness epsilon", lambda e, a, eps: a * e / eps**2),
    ("implicit_bias.constant", "C_P", None, "projected epsilon gradient", lambda e, a, eps, g: a / (eps**2 * e * g)),
    ("descent.constant", "C_D", None, "shortfall epsilon", lambda e, a, eps: largest(a, ZERO) / eps)]
NEVER = ("edge.reached", "max eta S(proj_M(theta_t))")
TUBE = {"min alpha": "-tube alpha", "min gamma": "-tube gamma"}

def bounds(run, claim):
    """The bounds of a claim's quantity as rational numbers; None where there is none, or the quantity is not defined."""

    def ends(names, made):
        values = [run.seen.get(name) for name in names]
        value = attempt(lambda: made(run.eta, *values)) if None not in values else None
        return [Fraction(x, ONE) for x in (value.low, value.high)] if value else [None, None]
    quantity, below, fails = claim["quantity"], lambda h, t, x: run.is_below(h, t, x) if t else False, claim["verdict"] == "FAILS"
    if quantity == NEVER[1]:
        return [None, None if run.doubtful or claim["upper"] is None else Fraction(claim["upper"])]
    if quantity == "max eta lambda_2":
        low, high = [None if x is None else of(x) / run.eta for x in (claim["lower"], claim["upper"])]
        is_low = low is not None and any(above(h.local.hessian, low) not in (None, 0, 1) for h, _ in run.hessians)
        is_high = high is not None and all(below(h, h.local.hessian if fails else t, high) for h, t in run.hessians)
        return [Fraction(claim["lower"]) if is_low else None, Fraction(claim["upper"]) if is_high else None]
    if quantity == "max rho_4/(eta rho_3^2)":
        ratio = lambda e, a, b: a / (e * b**2)
        return [ends(("fourth", "tube third"), ratio)[0], ends(("tube fourth", "grad_s"), ratio)[1]]
    names, made = next((names.split(), made) for _, known, _, names, made in CLAIMS if known == quantity)
    low, high = ends(names, made)
    return [ends([TUBE[quantity]], made)[0] if quantity in TUBE and not fails and not run.ended else low, high]

def judge(run, claim, name, quantity, suffix):
    lower, upper, threshold, verdict = claim["lower"], claim["upper"], claim["threshold"], claim["verdict"]
    if (claim["name"], claim["quantity"]) != (name, quantity):
        return "REJECTED", "expected the claim %s: %s" % (name, quantity)
    limit = 5e-324 if quantity == "min alpha" else 2.0 if quantity == NEVER[1] else run.limits.get(name + (suffix or ""))
    least = quantity.startswith("min") or quantity == NEVER[1]
    is_open = verdict == "UNDECIDED" and threshold is None and run.open_tube and (quantity in TUBE or "lambda_2" in quantity)
    if limit is None or threshold != limit and not is_open:
        return "REJECTED", "the threshold is not the problem's"
    good, bad = (lower, upper) if least else (upper, lower)
    holds = good is not None and (good >= limit if least else good <= limit)
    fails = bad is not None and (bad < limit if least else bad > limit)
    if verdict != ("UNDECIDED" if is_open else "HOLDS" if holds else "FAILS" if fails else "UNDECIDED"):
        return "REJECTED", "the bounds and the threshold do not say " + verdict
    if lower is None and upper is None:
        return "EMPTY", "nothing is stated"
    low, high = bounds(run, claim)
    shown = "from %s to %s" % tuple("-" if x is None else "%.12g" % x for x in (low, high))
    if None not in (lower, high) and high < lower or None not in (upper, low) and low > upper:
        return "REJECTED", "the quantity is " + shown
    if (lower is None or low is not None and lower <= low) and (upper is None or high is not None and upper >= high):
        return "CONFIRMED", "in [%s, %s], threshold %s; computed: %s" % (lower, upper, threshold, shown)
    return "UNDECIDED", "this checker only shows that the quantity is " + shown

def decide(run, approach, steps, end, claims):
    """The claims' outcomes and reasons."""
    stated = [(c["name"], c["quantity"]) for c in claims]
    empty = [c["verdict"] == "UNDECIDED" and c["lower"] is None and c["upper"] is None for c in claims]
    early = stated[:1] == [("run", "the run up to its horizon")] and empty[0]
    never = [c["upper"] for c in claims if (c["name"], c["quantity"]) == NEVER and c["upper"] is not None]
    bound = of(number(never[0])) / run.eta if never else run.edge if run.n <= 4 else None
    for iterate in approach:
        run.approach(iterate, bound)
    for item in steps:
        run.include(item)
    require(all(x is None or number(x) >= 0 for x in fields(end, "iterate", "constrained", "predicted", "uniqueness")), "a radius is none")
    if steps and not early and run.asked is not None:
        require(run.t == whole(run.asked) > 0, "the steps do not end at the horizon", Rejected)
    elif steps and not early:
        require(isinstance(run.horizon, str), "this checker does not compute a horizon of three periods", Undecided)
        values = {**(run.first or {}), **run.values}
        value = Formula(run.horizon, values, True).value(values)
        require(value.low >> BITS <= run.t <= value.high >> BITS and run.t > 0, "the steps do not end at the horizon", Rejected)
    first = early + (not steps and stated[early:early + 1] == [NEVER] and empty[early])
    wanted = [] if first > early else CLAIMS[1:2] if run.ended or early and stated[1:] == [CLAIMS[1][:2]] else CLAIMS[: 18 if run.n > 2 else 16] if steps else [(*NEVER, None)]
    wanted = wanted if steps or run.before > run.most_steps else []
    results = [("EMPTY", "nothing is stated")] * first
    for i, claim in enumerate(claims[first:]):
        results.append(judge(run, claim, *wanted[i][:3]) if i < len(wanted) else ("REJECTED", "no claim is expected here"))
    return results, [x[:2] for x in wanted[len(claims) - first:]]

def read(path):
    """The certificate, and whether its digest is right."""

    def once(pairs):
        require(len(dict(pairs)) == len(pairs), "a name is given twice")
        return dict(pairs)

    def finite(text):
        require(len(text) <= 200 and math.isfinite(float(text)), "a number is too long or too large")
        return float(text)

    def integer(text):
        require(len(text) <= 12, "an integer is too large")
        return int(text)
    try:
        with open(path, "rb") as file:
            content = file.read(LARGEST_FILE + 1)
        require(len(content) <= LARGEST_FILE, "the file is larger than %d bytes" % LARGEST_FILE)
        text, depth = content.decode("utf-8"), 0
        for symbol in re.findall(r"[][{}]", re.sub(r'"(?:[^"\\]|\\.)*"', "", text)):
            depth += 1 if symbol in "[{" else -1
            require(depth <= 20, "lists and objects are nested too deeply")
        certificate = json.loads(text, object_pairs_hook=once, parse_float=finite, parse_int=integer, parse_constant=finite)
    except OSError as unreadable:
        raise NoCertificate("cannot be read: %s" % unreadable.strerror) from None
    except ValueError as malformed:
        raise NoCertificate("not JSON: %s" % malformed) from None
    last = b'"sha256":"' + hashlib.sha256(content[:-77]).hexdigest().encode() + b'"}\n'
    return certificate, content[-77:] == last

def check(certificate, unchanged):
    """Lines about the problem, and of each claim its outcome, verdict, name, quantity, and why."""
    form = certificate.get("format") if isinstance(certificate, dict) else None
    require(isinstance(form, str) and re.fullmatch(r"selfstab certificate( of (a (family|cycle|box)|several eigenvalues))? 1", form), "no certificate of selfstab")
    if form != "selfstab certificate 1":
        return [], [("UNDECIDED", "", form, "all claims", "this checker reads certificates of runs of one unstable eigenvalue only")]
    if isinstance(certificate.get("problem"), dict) and "optimizer" in certificate["problem"]:
        return [], [("UNDECIDED", "", form, "all claims", "this checker reads certificates of gradient descent only")]
    certificate.pop("run", None)
    _, problem, approach, steps, end, claims, _ = fields(certificate, "format", "problem", "approach", "steps", "end", "claims", "sha256")
    require(all(isinstance(x, list) for x in (approach, steps, claims)), "approach, steps and claims are lists")
    for claim in claims:
        texts, bound = fields(claim, "name", "quantity", "lower", "upper", "threshold", "verdict"), ("lower", "upper", "threshold")
        require(all(isinstance(claim[x], str) or x in bound and (claim[x] is None or number(claim[x]) is not None) for x in claim), "a claim is none")
        require(claim["verdict"] in ("HOLDS", "FAILS", "UNDECIDED") and not any(isinstance(claim[x], str) for x in bound), "a claim is none")
    lines, missing, run = [], [], None
    try:
        require(unchanged, "the file was changed after it was written: its digest is another", Rejected)
        run = Run(problem)
        lines = ["%s: %s" % item for item in run.shown.items()] + ["horizon: %s" % (run.horizon if run.asked is None else run.asked)]
        results, missing = decide(run, approach, steps, end, claims)
        if steps:
            lines.append("assumed: (a) dagger_t is the solution of the first-order conditions near the stated centre")
        if steps and run.doubtful:
            lines.append("assumed: (b) t = 0 is the first iterate at the edge; not shown of %d of the %d before" % (run.doubtful, run.before))
    except (Rejected, Undecided, ArithmeticError) as reason:
        where = "t = %d: " % run.t if run and run.t >= 0 else ""
        results = [("REJECTED" if isinstance(reason, Rejected) else "UNDECIDED", where + str(reason))] * len(claims)
    shown = [(outcome, c["verdict"], c["name"], c["quantity"], why) for c, (outcome, why) in zip(claims, results)]
    return lines, shown + [("REJECTED", "", *claim, "the claim is missing from the certificate") for claim in missing]

def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("certificate", metavar="CERTIFICATE", help="a certificate.json that selfstab certify wrote")
    parser.add_argument("--seconds", type=float, default=600.0, help="how long it may take (600)")
    options, printable = parser.parse_args(), lambda text: "".join(x if x.isprintable() else "?" for x in str(text)[:2000])
    clock["deadline"] = time.monotonic() + options.seconds
    try:
        lines, results = check(*read(options.certificate))
    except NoCertificate as none:
        print(printable("%s: %s" % (options.certificate, none)), file=sys.stderr)
        return 2
    outcomes = [x[0] for x in results]
    report = ["%d of %d claims confirmed" % (outcomes.count("CONFIRMED"), len(results)), *("  " + printable(line) for line in lines)]
    report += ["  %-9s %-9s %s: %s\n      %s" % tuple(printable(x) for x in result) for result in results]
    sys.stdout.reconfigure(errors="backslashreplace")
    try:
        print("\n".join(report), flush=True)
    except BrokenPipeError:  # whoever reads has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1 if "REJECTED" in outcomes or not outcomes else 3 if "UNDECIDED" in outcomes or "CONFIRMED" not in outcomes else 0

if __name__ == "__main__":
    sys.exit(main())
