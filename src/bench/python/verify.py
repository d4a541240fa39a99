"""The whole verify of the sharp valley with SymPy and NumPy, as a user of Python would write it: derivatives by SymPy, lambdified;
gradient descent; the constrained trajectory by Newton's method on the Karush-Kuhn-Tucker equations; the prediction (11); the
conclusions (24) to (27) and the conditions of theory.md section 7, as selfstab verify assesses them. usage: verify.py EPSILON [ROUNDS]

Two unknowns of each constraint come in closed form, as in any loss of two variables: the top eigenvalue of a symmetric 2 by 2
matrix is an expression in its entries, so SymPy can differentiate S and u . grad L themselves."""

import json
import math
import sys
import time

import numpy as np
import sympy as sp


def derive(variables, loss):
    """All derivatives up to the third, and the constraints S and grad L . u with theirs up to the second."""
    x, y = variables
    gradient = [sp.diff(loss, v) for v in variables]
    hessian = [[sp.diff(g, v) for v in variables] for g in gradient]
    third = [[[sp.diff(h, v) for v in variables] for h in row] for row in hessian]
    a, b, d = hessian[0][0], hessian[0][1], hessian[1][1]
    sharpness = (a + d) / 2 + sp.sqrt(((a - d) / 2) ** 2 + b**2)
    # (S - d, b) is an eigenvector, and does not vanish where S > d
    along = (gradient[0] * (sharpness - d) + gradient[1] * b) / sp.sqrt((sharpness - d) ** 2 + b**2)
    constraints = []
    for c in (along, sharpness):
        slope = [sp.diff(c, v) for v in variables]
        constraints.append((c, slope, [[sp.diff(s, v) for v in variables] for s in slope]))
    return gradient, hessian, third, constraints


class EvenSample:
    """What stands at multiples of a stride that doubles whenever the sample is full."""

    def __init__(self, capacity):
        self.capacity, self.stride, self.elements = capacity, 1, []

    def offer(self, index, element):
        if index % self.stride != 0:
            return
        if len(self.elements) == self.capacity:
            del self.elements[1::2]
            self.stride *= 2
        if index % self.stride == 0:
            self.elements.append(element)


class Extremes(dict):
    def largest(self, name, value):
        if name not in self or value > self[name]:
            self[name] = value

    def smallest(self, name, value):
        if name not in self or value < self[name]:
            self[name] = value


class Averages:
    """(27) over whole periods of the phase of (log(X^2)/sqrt(2), Y), by trapezoids."""

    def __init__(self):
        self.previous, self.turned, self.periods, self.sums, self.latest = None, 0.0, 0, np.zeros(3), None

    def include(self, phase, values):
        if self.previous is not None:
            before = self.turned
            self.turned -= math.remainder(phase - self.previous[0], 2 * math.pi)
            wanted = 2 * math.pi * (self.periods + 1)
            if self.turned >= wanted:
                self.periods += 1
                part = (wanted - before) / (self.turned - before)
                self.latest = self.sums + part * (self.previous[1] + 0.5 * part * (values - self.previous[1]))
            self.sums = self.sums + 0.5 * (self.previous[1] + values)
        self.previous = phase, values


def norm_of_third(third):
    """max |D3L(v,v,v)| over the unit circle."""
    angles = np.linspace(0, math.pi, 2000)
    v = np.array([np.cos(angles), np.sin(angles)])
    return np.max(np.abs(np.einsum("ijk,ia,ja,ka->a", third, v, v, v)))


def verify(epsilon):
    eta_exact, zeta = sp.Rational(3, 10), 1
    x, y = variables = sp.symbols("x y", real=True)
    loss = (y + zeta * x) * x**2 / 2 - epsilon * (x + y)
    gradient, hessian, third, constraints = derive(variables, loss)
    fourth = [sp.diff(t, v) for rows in third for row in rows for t in row for v in variables]
    # one function for everything at a point, with common subexpressions shared: the fast way
    at = sp.lambdify(variables, [loss, gradient, hessian, third], modules="math", cse=True)
    fourth_at = sp.lambdify(variables, fourth, modules="math", cse=True)
    descent = sp.lambdify(variables, gradient, modules="math", cse=True)
    constraints_at = sp.lambdify(variables, constraints, modules="math", cse=True)

    eta = float(eta_exact)
    bound = 2 / eta
    steps = int(math.floor(5 / (eta * math.sqrt(float(epsilon)))))
    theta = np.array([float(sp.sqrt(2 * epsilon) / 2), bound])

    def geometry(q, previous_u):
        value, g, h, t = at(q[0], q[1])
        g, h, t = np.array(g), np.array(h), np.array(t)
        values, vectors = np.linalg.eigh(h)
        u = vectors[:, 1]
        if previous_u is None:
            u = u if u[np.argmax(np.abs(u))] > 0 else -u
        elif u @ previous_u < 0:
            u = -u
        grad_s = t @ u @ u
        kappa = grad_s @ u
        perp = grad_s - kappa * u
        return q, value, g, h, t, values, u, kappa, grad_s, perp, -(g @ perp), perp @ perp

    def project(p):
        """Newton's method on q - p + sum_i m_i grad c_i = 0, c = 0: first with S = 2/eta, without it if its multiplier is negative."""
        for active in (2, 1):
            z = np.concatenate([p, np.zeros(active)])
            for _ in range(50):
                q, m = z[:2], z[2:]
                system = np.zeros((2 + active, 2 + active))
                residual = np.zeros(2 + active)
                system[:2, :2] = np.eye(2)
                residual[:2] = q - p
                for i, (c, slope, curvature) in enumerate(constraints_at(q[0], q[1])[:active]):
                    slope = np.array(slope)
                    residual[:2] += m[i] * slope
                    residual[2 + i] = c - (bound if i == 1 else 0)
                    system[:2, :2] += m[i] * np.array(curvature)
                    system[:2, 2 + i] = system[2 + i, :2] = slope
                step = np.linalg.solve(system, -residual)
                z = z + step
                if np.linalg.norm(step[:2]) <= 1e-12 * np.linalg.norm(p):
                    break
            if active == 1 or z[3] >= 0:
                return z[:2]

    def sharpness_at(h):
        return np.linalg.eigvalsh(np.array(h))[1]

    def residual_of_nearest_point(here, source):
        """What is left of the way from the point that was projected, off the normals, and the distance from the stable set."""
        q, g, values, u, grad_s = here[0], here[2], here[5], here[6], here[8]
        first = constraints_at(q[0], q[1])[0][1]
        first = np.array(first) / math.hypot(*first)
        second = grad_s - first * (first @ grad_s)
        second = second / math.sqrt(second @ second)
        off = q - source
        off = off - first * (first @ off)
        off = off - second * (second @ off)
        above = max(0.0, values[1] - bound)
        return math.sqrt(off @ off) + abs(g @ u) / values[1] + above / math.sqrt(grad_s @ grad_s)

    def directions(here, predicted):
        g, u, perp = here[2], here[6], here[9]
        for w in (predicted - u * (u @ predicted), g - u * (u @ g), perp):
            length = math.sqrt(w @ w)
            if length > 1e-13 * (1 + math.sqrt(predicted @ predicted)):
                yield w / length

    dagger = project(theta)
    here = geometry(dagger, None)
    predicted = theta - dagger
    source = theta
    found = Extremes()
    averages = Averages()
    sampled, shorter_sample, sources = EvenSample(32), EvenSample(16), EvenSample(8)
    start = np.linalg.norm(predicted)

    for t in range(steps + 1):
        q, value, g, h, d3, values, u, kappa, grad_s, perp, alpha, beta = here
        s = values[1]
        xs, ys = u @ predicted, perp @ predicted
        loss_here, _, hessian_here, _ = at(theta[0], theta[1])
        sharpness = sharpness_at(hessian_here)
        found.largest("eps", eta * math.sqrt(alpha))
        found.largest("delta", math.sqrt(2 * alpha / beta))
        v = theta - dagger
        found.largest("coupling", np.linalg.norm(v - predicted))
        found.largest("loss", abs(loss_here - value - xs**2 / eta))
        found.largest("sharpness", abs(sharpness - s - ys - kappa * xs))
        found.smallest("x", abs(xs))
        found.largest("lambda2", eta * values[0])
        found.smallest("gamma", alpha / math.sqrt((g @ g) * beta))
        found.largest("eta S", eta * sharpness)
        found.largest("edge", 2 - eta * s)
        found.smallest("min alpha", alpha)
        found.largest("max alpha", alpha)
        found.smallest("min beta", beta)
        found.largest("max beta", beta)
        found.largest("nearest", residual_of_nearest_point(here, source))
        for w in directions(here, predicted):
            force = h @ w
            force = force - u * (u @ force)
            found.largest("curvature", eta * math.sqrt(force @ force))
        for push in sources.elements:
            moved, beta_of_source = push
            felt = (perp @ moved) / math.sqrt(beta_of_source * beta)
            found.largest("growth", abs(felt))
            found.largest("sign", -felt)
            off = moved - u * (u @ moved)
            push[0] = off - eta * (h @ off)
        sources.offer(t, [perp, beta])
        sampled.offer(t, (here, predicted))
        shorter_sample.offer(t, here)
        x_exact = u @ v
        log_x2 = math.log(x_exact * x_exact / (2 * alpha / beta))
        averages.include(
            math.atan2((perp @ v) / math.sqrt(alpha), log_x2 / math.sqrt(2)),
            np.array([x_exact * x_exact, (loss_here - value) * eta, 2 * alpha / beta]))
        if t == steps:
            break
        theta = theta - eta * np.array(descent(theta[0], theta[1]))
        source = dagger - eta * g
        dagger = project(source)
        following = geometry(dagger, u)
        u_next = following[6]
        off = predicted - u * xs
        moved = off - eta * (h @ off) + eta * perp * (2 * alpha / beta - xs**2) / 2
        predicted = moved - u_next * (u_next @ moved) - u_next * ((1 + eta * ys) * xs)
        here = following

    third_order = 0.0
    for here, at_that_step in sampled.elements:
        rho3, u, d3 = norm_of_third(here[4]), here[6], here[4]
        for w in directions(here, at_that_step):
            force = d3 @ w @ w
            force = force - u * (u @ force)
            third_order = max(third_order, math.sqrt(force @ force) / rho3)
    rho3 = rho4 = 0.0
    for here in shorter_sample.elements:
        q, u, perp, alpha, beta = here[0], here[6], here[9], here[10], here[11]
        size = math.sqrt(2 * alpha / beta)
        for way in (u, perp / math.sqrt(beta)):
            for multiple in (-2, -1, 0, 1, 2):
                place = q + multiple * size * way
                rho3 = max(rho3, norm_of_third(np.array(at(place[0], place[1])[3])))
                # the norm as a vector bounds the operator norm
                rho4 = max(rho4, np.linalg.norm(fourth_at(place[0], place[1])))

    eps, delta = found["eps"], found["delta"]
    oscillation, elevation, delta_squared = averages.latest
    return {
        "steps": steps,
        "epsilon": eps,
        "delta": delta,
        "C1": found["coupling"] / (eps * delta),
        "CL": found["loss"] / (eps * delta**2 / eta),
        "CS": found["sharpness"] / (eps**2 / eta),
        "min_x_over_delta": found["x"] / delta,
        "min_gamma": found["gamma"],
        "theta": list(theta),
        "dagger": list(dagger),
        "predicted": list(predicted),
        "means": {
            "|mean x^2/delta^2 - 1|/eps": abs(oscillation / delta_squared - 1) / eps,
            "|mean elevation/(delta^2/eta) - 1|/eps": abs(elevation / delta_squared - 1) / eps,
        },
        "measures": {
            "max alpha/min alpha": found["max alpha"] / found["min alpha"],
            "max beta/min beta": found["max beta"] / found["min beta"],
            "|v_0|/delta": start / delta,
            "max |beta_{s->t}|/sqrt(beta_s beta_t)": found["growth"],
        },
        "small": {
            "max (2 - eta S(dagger_t))/eps^2": found["edge"] / eps**2,
            "max |stationarity residual|/delta": found["nearest"] / delta,
            "max eta lambda_2": found["lambda2"],
            "max eta |H w|/(eps |w|)": found["curvature"] / eps,
            "max |P D3L(w,w)|/(eps rho_3 |w|^2)": third_order / eps,
            "max rho_4/(eta rho_3^2)": rho4 / (eta * rho3**2),
            "max -beta_{s->t}/sqrt(beta_s beta_t)": max(0.0, found["sign"]),
        },
    }


def main():
    seconds = []
    for _ in range(int(sys.argv[2]) if len(sys.argv) > 2 else 1):
        began = time.perf_counter()
        verified = verify(sp.Rational(sys.argv[1]))
        seconds.append(time.perf_counter() - began)
    print(json.dumps({**verified, "seconds": min(seconds)}))


if __name__ == "__main__":
    main()
