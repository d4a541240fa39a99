"""The constrained trajectory (10) of a two-layer tanh network on data, squared loss, as a user of NumPy would write it without matrices: Hessian-vector
products, Lanczos for S and u, conjugate gradients for the normal of u . grad L = 0. usage: network.py WIDTH POINTS STEPS

`write` makes the problem file, whose start lies a thousandth above the edge. The program prints as JSON the seconds of a step of the trajectory,
and the loss at each of its points."""

import json
import sys
import time

import numpy as np


class Network:
    """f(x) = sum_j a_j tanh(W_j . x + b_j) + c on n points; parameters in the order W, b, a, c, derivatives along two directions at once."""

    def __init__(self, width, x, y):
        self.width, self.x, self.y = width, x, y

    def gradient(self, theta, first=None, second=None):
        """The loss and its gradient; with directions the gradient's derivative along the first, and along both."""
        w, d, n = self.width, self.x.shape[1], len(self.y)
        letters = [theta] + [v for v in (first, second) if v is not None]
        W, b, a = ([v[: w * d].reshape(w, d) for v in letters], [v[w * d : w * d + w] for v in letters], [v[w * d + w : -1] for v in letters])
        z = [self.x @ W[i].T + b[i] for i in range(len(letters))]
        t = np.tanh(z[0])
        slope = 1 - t * t
        t = [t] + [slope * z[i] for i in range(1, len(letters))]
        if len(letters) == 3:
            t.append(-2 * t[0] * t[1] * z[2])
        a, c = a + [0 * a[0]] * (len(t) - len(a)), [v[-1] for v in letters] + [0.0]
        f = [sum(p @ q for p, q in pairs) for pairs in products(t, a)]
        r = [(f[i] + c[i] - (self.y if i == 0 else 0)) / n for i in range(len(t))]
        squares = [1 - t[0] * t[0]] + [-sum(p * q for p, q in pairs) for pairs in products(t, t)[1:]]
        back = [sum(np.outer(p, q) for p, q in pairs) for pairs in products(r, a)]
        e = [sum(p * q for p, q in pairs) for pairs in products(back, squares)][-1]
        of_a = sum(p @ q for p, q in products(r, t)[-1])
        return n * (r[0] @ r[0]) / 2, np.concatenate([(e.T @ self.x).ravel(), e.sum(axis=0), of_a, [r[-1].sum()]])


def products(p, q):
    """The pairs whose products add up to each part of the product of two numbers with nilpotent letters: 1; e; d, e d."""
    pairs = [[(0, 0)], [(0, 1), (1, 0)], [(0, 2), (2, 0)], [(0, 3), (3, 0), (1, 2), (2, 1)]][: len(p)]
    return [[(p[i], q[j]) for i, j in part] for part in pairs]


def top(network, theta, u, tolerance=1e-11):
    """S and u by Lanczos with full orthogonalisation, from u."""
    for _ in range(20):
        basis, diagonal, off = [u / np.linalg.norm(u)], [], []
        for _ in range(min(24, len(theta))):
            v = network.gradient(theta, basis[-1])[1]
            diagonal.append(v @ basis[-1])
            for q in basis + basis:
                v = v - (v @ q) * q
            off.append(np.linalg.norm(v))
            values, vectors = np.linalg.eigh(np.diag(diagonal) + np.diag(off[:-1], 1) + np.diag(off[:-1], -1))
            if off[-1] * abs(vectors[-1, -1]) <= tolerance * abs(values[-1]):
                break
            basis.append(v / off[-1])
        found = vectors[:, -1] @ np.array(basis[: len(diagonal)])
        found *= np.sign(found @ u)
        if off[-1] * abs(vectors[-1, -1]) <= tolerance * abs(values[-1]):
            return values[-1], found
        u = found
    sys.exit("no eigenvector after 20 rounds of Lanczos")


def resolvent(network, theta, S, u, g):
    """(S - H)^+ g by conjugate gradients."""
    project = lambda v: v - (v @ u) * u
    x, r = 0 * g, project(g)
    p, size = r, r @ r
    for _ in range(200):
        if size <= 1e-24 * (g @ g):
            return x
        q = project(S * p - network.gradient(theta, p)[1])
        step = size / (p @ q)
        x, r = x + step * p, r - step * q
        p, size = r + (r @ r) / size * p, r @ r
    sys.exit("no resolvent after 200 steps of conjugate gradients")


def nearest(network, source, theta, u, edge):
    """The nearest point to the source of S = edge, u . grad L = 0: the first-order iteration on its equations, with their 2 x 2 system."""
    for _ in range(50):
        S, u = top(network, theta, u)
        loss, g = network.gradient(theta)
        along = u @ g
        of_sharpness = network.gradient(theta, u, u)[1]
        of_along = S * u + network.gradient(theta, u, resolvent(network, theta, S, u, g))[1]
        normals = np.array([of_sharpness, of_along])
        right = normals @ (theta - source) - np.array([S - edge, along])
        moved = source + normals.T @ np.linalg.solve(normals @ normals.T, right)
        far = np.linalg.norm(moved - theta)
        theta = moved
        if far <= 1e-11 * np.linalg.norm(theta):
            return theta, u
    sys.exit("no nearest point after 50 steps")


def decimals(count, factor):
    """As in network.c and Network.java."""
    return np.array([((i * factor + 11) % 201 - 100) / 100 for i in range(count)])


def problem(width, points):
    """The network, a start to which 300 steps lead from random numbers, where sharpness rises, the top eigenvector there, and the step size that puts the
    start a thousandth above the edge."""
    network = Network(width, decimals(2 * points, 37).reshape(points, 2), decimals(points, 53))
    rng = np.random.default_rng(1)
    theta = rng.uniform(-1, 1, 4 * width + 1) / 2
    S, u = top(network, theta, rng.standard_normal(len(theta)))
    for _ in range(300):
        theta = theta - network.gradient(theta)[1] / S
    theta = np.round(theta, 6)
    S, u = top(network, theta, u)
    return network, theta, u, round(2.002 / S, 9)


def write(path, width, points):
    network, theta, _, eta = problem(width, points)
    W, rest = theta[: 2 * width].reshape(width, 2), theta[2 * width :]
    start = [f"W[{j + 1},{i + 1}] = {W[j, i]:.6f}" for j in range(width) for i in range(2)]
    start += [f"{name}[{j + 1}] = {rest[k * width + j]:.6f}" for k, name in enumerate("ba") for j in range(width)] + [f"c = {theta[-1]:.6f}"]
    quoted = "\n".join('"{}" = "{}"'.format(*line.split(" = ")) for line in start)
    with open(path, "w") as file:
        file.write(f"""title = "Two layers"
variables = ["W[1..{width},1..2]", "b[1..{width}]", "a[1..{width}]", "c"]
loss = 'mean(k, data, squared(mlp(x[k], "tanh", W, b, a, c), y[k]))'
[data.inline]
x = {network.x.tolist()}
y = {network.y.tolist()}
[parameters]
eta = "{eta:.9f}"
[run]
at_edge = true
[start]
{quoted}
""")


def main():
    width, points, steps = (int(word) for word in sys.argv[1:])
    network, theta, u, eta = problem(width, points)
    theta, u = nearest(network, theta, theta, u, 2 / eta)
    losses, began = [network.gradient(theta)[0]], time.perf_counter()
    for _ in range(steps):
        source = theta - eta * network.gradient(theta)[1]
        theta, u = nearest(network, source, source, u, 2 / eta)
        losses.append(network.gradient(theta)[0])
    print(json.dumps({"seconds": (time.perf_counter() - began) / steps, "losses": losses}))


if __name__ == "__main__":
    main()
