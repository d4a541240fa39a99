"""The whole verify of the sharp valley with SymPy and NumPy, as a user of Python would write it: derivatives by SymPy, lambdified;
gradient descent; the constrained trajectory by Newton's method on the Karush-Kuhn-Tucker equations; the prediction (11); the
constants C_1, C_L and C_S of theory.md section 7. Follows theory.md alone. usage: verify.py EPSILON

Two unknowns of each constraint come in closed form, as in any loss of two variables: the top eigenvalue of a symmetric 2 by 2
matrix is an expression in its entries, so SymPy can differentiate S and u . grad L themselves."""

import json
import math
import sys

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


def main():
    epsilon = sp.Rational(sys.argv[1])
    eta_exact, zeta = sp.Rational(3, 10), 1
    x, y = variables = sp.symbols("x y", real=True)
    loss = (y + zeta * x) * x**2 / 2 - epsilon * (x + y)
    gradient, hessian, third, constraints = derive(variables, loss)
    # one function for everything at a point, with common subexpressions shared: the fast way
    at = sp.lambdify(variables, [loss, gradient, hessian, third], modules="math", cse=True)
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
        return value, g, h, values[1], u, kappa, perp, -(g @ perp), perp @ perp

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

    dagger = project(theta)
    here = geometry(dagger, None)
    predicted = theta - dagger
    largest = {"eps": 0.0, "delta": 0.0, "coupling": 0.0, "loss": 0.0, "sharpness": 0.0}

    def include(name, value):
        largest[name] = max(largest[name], value)

    for t in range(steps + 1):
        value, g, h, s, u, kappa, perp, alpha, beta = here
        xs, ys = u @ predicted, perp @ predicted
        loss_here, _, hessian_here, _ = at(theta[0], theta[1])
        include("eps", eta * math.sqrt(alpha))
        include("delta", math.sqrt(2 * alpha / beta))
        include("coupling", np.linalg.norm(theta - dagger - predicted))
        include("loss", abs(loss_here - value - xs**2 / eta))
        include("sharpness", abs(sharpness_at(hessian_here) - s - ys - kappa * xs))
        if t == steps:
            break
        theta = theta - eta * np.array(descent(theta[0], theta[1]))
        dagger = project(dagger - eta * g)
        following = geometry(dagger, u)
        u_next = following[4]
        off = predicted - u * xs
        moved = off - eta * (h @ off) + eta * perp * (2 * alpha / beta - xs**2) / 2
        predicted = moved - u_next * (u_next @ moved) - u_next * ((1 + eta * ys) * xs)
        here = following

    eps, delta = largest["eps"], largest["delta"]
    print(json.dumps({
        "steps": steps,
        "epsilon": eps,
        "delta": delta,
        "C1": largest["coupling"] / (eps * delta),
        "CL": largest["loss"] / (eps * delta**2 / eta),
        "CS": largest["sharpness"] / (eps**2 / eta),
        "theta": list(theta),
        "dagger": list(dagger),
        "predicted": list(predicted),
    }))


if __name__ == "__main__":
    main()
