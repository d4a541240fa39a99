"use strict";
/**
 * A linear optimizer, such as gradient descent, beside the constrained trajectory and the predicted dynamics, in double precision: the numbers in parentheses are the
 * formulas of theory.md. It is no proof, and its nearest points come from a first-order iteration: verdicts are for `selfstab verify`.
 */
const selfstabSimulation = (() => {
  const ULP = 2 ** -52;
  const ROOT_OF_ULP = 2 ** -26;
  /** Products of a few coordinates of this size overflow, and so does the exponential of one. */
  const LARGE = 700;

  // What JavaScript's Math does not have, by the same formulas as in Java.

  const F = {
    tanh(x) {
      const magnitude = Math.abs(x);
      const decay = Math.exp(-2 * magnitude);
      const value = magnitude < 0.8 ? magnitude - magnitude * tanhShortfall(magnitude * magnitude) : 1 - 2 * decay / (1 + decay);
      return x < 0 || Object.is(x, -0) ? -value : value;
    },
    sechSquared(x) {
      const decay = Math.exp(-2 * Math.abs(x));
      const sum = 1 + decay;
      return 4 * decay / (sum * sum);
    },
    softplus: x => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
    sigmoid(x) {
      if (x >= 0) { return 1 / (1 + Math.exp(-x)); }
      const e = Math.exp(x);
      return e / (1 + e);
    },
    logcosh(x) {
      const magnitude = Math.abs(x);
      if (magnitude < 1) {
        const s = Math.sinh(0.5 * magnitude);
        return Math.log1p(2 * s * s);
      }
      return magnitude + Math.log1p(Math.exp(-2 * magnitude)) - Math.LN2;
    },
    /** Kummer's series, all of whose terms are positive: 2x/sqrt(pi) exp(-x^2) (1 + 2x^2/3 + (2x^2)^2/(3 5) + ...). */
    erf(x) {
      const magnitude = Math.abs(x);
      if (!(magnitude < 6)) { return Number.isNaN(x) ? NaN : Math.sign(x); }
      let term = 1;
      let sum = 1;
      for (let k = 1; term > sum * 0.25 * ULP; k++) {
        term *= 2 * x * x / (2 * k + 1);
        sum += term;
      }
      return 2 / Math.sqrt(Math.PI) * x * Math.exp(-x * x) * sum;
    },
  };

  /** 1 - tanh(x)/x for z = x^2 below 0.64: Lambert's continued fraction. */
  function tanhShortfall(z) {
    const numerator = z * (11486475 + z * (810810 + z * (12870 + z * 44)));
    const denominator = 34459425 + z * (16216200 + z * (945945 + z * (13860 + z * 45)));
    return numerator / denominator;
  }

  // Vectors and symmetric matrices, the latter row by row.

  function dot(a, b) {
    let sum = 0;
    for (let i = 0; i < a.length; i++) { sum += a[i] * b[i]; }
    return sum;
  }

  const norm = a => Math.sqrt(dot(a, a));

  function distance(a, b) {
    let squares = 0;
    for (let i = 0; i < a.length; i++) { squares += (a[i] - b[i]) ** 2; }
    return Math.sqrt(squares);
  }

  /** sum += factor * a. */
  function add(sum, factor, a) {
    for (let i = 0; i < a.length; i++) { sum[i] += factor * a[i]; }
  }

  function multiply(matrix, a, product) {
    const n = a.length;
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let j = 0; j < n; j++) { sum += matrix[i * n + j] * a[j]; }
      product[i] = sum;
    }
  }

  function isFinite(a) {
    for (let i = 0; i < a.length; i++) {
      if (!Number.isFinite(a[i])) { return false; }
    }
    return true;
  }

  /** A symmetric matrix from its upper triangle. */
  function unfold(n, triangle, matrix) {
    let k = 0;
    for (let i = 0; i < n; i++) {
      for (let j = i; j < n; j++) {
        matrix[i * n + j] = triangle[k];
        matrix[j * n + i] = triangle[k++];
      }
    }
  }

  /** Symmetric eigenproblems of up to some ten rows by cyclic Jacobi rotations; largest eigenvalue first. */
  class Eigensystem {
    constructor(n) {
      this.n = n;
      this.values = new Float64Array(n);
      this.vectors = Array.from({length: n}, () => new Float64Array(n));
      this.matrix = new Float64Array(n * n);
    }

    solve(matrix) {
      const n = this.n;
      this.matrix.set(matrix);
      this.vectors.forEach((vector, j) => { vector.fill(0); vector[j] = 1; });
      let rotated = n > 1;
      for (let sweep = 0; sweep < 60 && rotated; sweep++) {
        rotated = false;
        for (let p = 0; p < n; p++) {
          for (let q = p + 1; q < n; q++) { rotated = this.rotateAway(p, q) || rotated; }
        }
        rotated = rotated && n > 2;
      }
      for (let j = 0; j < n; j++) { this.values[j] = this.matrix[j * n + j]; }
      this.sort();
    }

    /** Rotates in a plane so that its entry off the diagonal vanishes; says whether that was not negligible. */
    rotateAway(p, q) {
      const {n, matrix: a} = this;
      const off = a[p * n + q];
      if (off === 0) { return false; }
      const first = a[p * n + p];
      const second = a[q * n + q];
      const cotangent = 0.5 * ((second - first) / off);
      const magnitude = Math.abs(cotangent);
      const root = magnitude < 2 ** 27 ? Math.sqrt(1 + magnitude * magnitude) : magnitude;
      const tangent = (cotangent < 0 || Object.is(cotangent, -0) ? -1 : 1) / (magnitude + root);
      const cosine = 1 / Math.sqrt(1 + tangent * tangent);
      const sine = tangent * cosine;
      const half = sine / (1 + cosine);
      a[p * n + p] = first - tangent * off;
      a[q * n + q] = second + tangent * off;
      a[p * n + q] = 0;
      a[q * n + p] = 0;
      for (let k = 0; k < n; k++) {
        if (k !== p && k !== q) {
          const x = a[p * n + k];
          const y = a[q * n + k];
          a[k * n + p] = a[p * n + k] = x - sine * (y + half * x);
          a[k * n + q] = a[q * n + k] = y + sine * (x - half * y);
        }
      }
      const v = this.vectors[p];
      const w = this.vectors[q];
      for (let k = 0; k < n; k++) {
        const x = v[k];
        const y = w[k];
        v[k] = x - sine * (y + half * x);
        w[k] = y + sine * (x - half * y);
      }
      return Math.abs(off) > 2 ** -56 * (Math.abs(first) + Math.abs(second));
    }

    sort() {
      const {n, values, vectors} = this;
      for (let j = 0; j < n; j++) {
        let largest = j;
        for (let k = j + 1; k < n; k++) { largest = values[k] > values[largest] ? k : largest; }
        const value = values[largest];
        values[largest] = values[j];
        values[j] = value;
        const vector = vectors[largest];
        vectors[largest] = vectors[j];
        vectors[j] = vector;
      }
    }
  }

  /** A quantity is undefined at a point, or no nearest point is found. */
  class Undefined extends Error {
    constructor(message, topNotSimple = false) {
      super(message);
      this.topNotSimple = topNotSimple;
    }
  }

  const DERIVATIVES = ["the loss", "the gradient of the loss", "the Hessian of the loss", "a third derivative of the loss"];

  function notFinite(order, theta) {
    const shown = Array.from(theta.subarray(0, 8), written).join(", ") + (theta.length > 8 ? ", ..." : "");
    return new Undefined(`${DERIVATIVES[order]} is not finite at theta = (${shown})`);
  }

  const written = number => String(Number(number.toPrecision(6)));

  /** A loss with some values of its parameters, by its generated program. */
  class Loss {
    constructor(program, n, parameters) {
      this.program = program;
      this.n = n;
      this.inputs = new Float64Array(program.inputs);
      this.inputs.set(parameters, n);
      this.scratch = new Float64Array(program.scratch);
      this.outputs = program.outputs.map(count => new Float64Array(count));
    }

    run(section) {
      const functions = this.program.sections[section];
      for (let k = 0; k < functions.length; k++) { functions[k](this.inputs, this.scratch, this.outputs[section]); }
      return this.outputs[section];
    }

    /** Goes to a point; the gradient there. */
    gradientAt(theta) {
      this.inputs.set(theta);
      this.run(0);
      return this.run(1);
    }

    /** The upper triangle of the Hessian at the point. */
    hessian() { return this.run(2); }

    /** What third derivatives take of the point alone. */
    prepareThird() { this.run(3); }

    /** The upper triangle of D3L(a, ., .) at the point. */
    third(a) {
      this.inputs.set(a, this.inputs.length - this.n);
      return this.run(4);
    }
  }

  /** Everything of section 1 at a point, in arrays that are used again at the next. */
  class Geometry {
    constructor(makeLoss) {
      this.kernel = makeLoss();
      const n = this.n = this.kernel.n;
      const vector = () => new Float64Array(n);
      this.point = vector();
      this.gradient = vector();
      this.hessian = new Float64Array(n * n);
      this.eigensystem = new Eigensystem(n);
      this.thirdAlongU = new Float64Array(n * n);
      this.gradS = vector();
      this.gradSPerp = vector();
      this.resolved = vector();
      this.gradientOfGradientAlongU = vector();
    }

    /** Loss, gradient, Hessian and its eigensystem. */
    moveTo(theta) {
      const n = this.n;
      this.point.set(theta);
      this.gradient.set(this.kernel.gradientAt(theta));
      this.loss = this.kernel.outputs[0][0];
      if (!Number.isFinite(this.loss)) { throw notFinite(0, theta); }
      if (!isFinite(this.gradient)) { throw notFinite(1, theta); }
      const triangle = this.kernel.hessian();
      if (!isFinite(triangle)) { throw notFinite(2, theta); }
      unfold(n, triangle, this.hessian);
      this.eigensystem.solve(this.hessian);
      this.sharpness = this.eigensystem.values[0];
      this.spectralNorm = Math.max(Math.abs(this.sharpness), Math.abs(this.eigensystem.values[n - 1]));
      this.secondEigenvalue = n > 1 ? this.eigensystem.values[1] : -Infinity;
    }

    get u() { return this.eigensystem.vectors[0]; }

    requireSimpleTop() {
      if (this.n > 1 && !(this.sharpness - this.secondEigenvalue > ROOT_OF_ULP * this.spectralNorm)) {
        throw new Undefined(`the top eigenvalue is not simple: lambda_1 = ${written(this.sharpness)}, lambda_1 - lambda_2 = `
          + `${written(this.sharpness - this.secondEigenvalue)}; u, grad S, alpha, beta and delta are undefined`, true);
      }
    }

    /** grad S, (1), and grad(grad L . u), (9), too. */
    evaluate(theta) {
      this.moveTo(theta);
      this.requireSimpleTop();
      this.kernel.prepareThird();
      this.third();
      const {n, u} = this;
      this.resolved.fill(0);
      for (let j = 1; j < n; j++) {
        const e = this.eigensystem.vectors[j];
        add(this.resolved, dot(e, this.gradient) / (this.sharpness - this.eigensystem.values[j]), e);
      }
      multiply(this.thirdAlongU, this.resolved, this.gradientOfGradientAlongU);
      add(this.gradientOfGradientAlongU, this.sharpness, u);
      this.gradientAlongU = dot(this.gradient, u);
    }

    third() {
      const triangle = this.kernel.third(this.u);
      if (!isFinite(triangle)) { throw notFinite(3, this.point); }
      unfold(this.n, triangle, this.thirdAlongU);
      multiply(this.thirdAlongU, this.u, this.gradS);
    }

    /** Turns u round if its angle with a direction is obtuse, or, without one, if its largest component is negative. */
    orient(previous) {
      const {u} = this;
      let sign = previous ? dot(u, previous) : 0;
      if (!previous) {
        let largest = 0;
        for (let i = 1; i < this.n; i++) { largest = Math.abs(u[i]) > Math.abs(u[largest]) ? i : largest; }
        sign = u[largest];
      }
      if (sign < 0) {
        for (let i = 0; i < this.n; i++) { u[i] = -u[i]; }
        this.third();
      }
    }

    /** kappa_3, gradS_perp, alpha, beta: (3) to (7). */
    complete() {
      this.kappa3 = dot(this.gradS, this.u);
      this.gradSPerp.set(this.gradS);
      add(this.gradSPerp, -this.kappa3, this.u);
      this.alpha = 0 - dot(this.gradient, this.gradSPerp);
      this.beta = dot(this.gradSPerp, this.gradSPerp);
      this.deltaSquared = 2 * this.alpha / this.beta;
      this.hasOscillation = this.beta > 0 && this.alpha > this.alphaRounding();
    }

    /** The magnitude up to which alpha is rounding. */
    alphaRounding() {
      let cancelled = 0;
      for (let i = 0; i < this.n; i++) {
        let ofRow = 0;
        for (let j = 0; j < this.n; j++) { ofRow += Math.abs(this.hessian[i * this.n + j] * this.point[j]); }
        cancelled += Math.abs(this.gradSPerp[i]) * ofRow;
      }
      return 16 * ULP * (cancelled + norm(this.gradient) * norm(this.gradS));
    }
  }

  /**
   * Nearest points of M = {S <= S_c, grad L . u = 0}, (8). The iteration goes to the point nearest to theta of the constraints linearised at
   * the present one, by third derivatives alone; where it converges, the point is a strict local minimum of the distance.
   */
  class Projector {
    constructor(makeLoss, {edge, edgeName}) {
      this.edgeName = edgeName;
      this.geometry = new Geometry(makeLoss);
      this.kernel = makeLoss();
      this.n = this.geometry.n;
      this.edge = edge;
      const vector = () => new Float64Array(this.n);
      this.solution = vector();
      this.q = vector();
      this.step = vector();
      this.previous = vector();
      this.first = vector();
      this.second = vector();
      this.best = vector();
    }

    rounding(theta) { return 4096 * ULP * norm(theta); }

    /** Searches from a point, on the boundary S = S_c or inside; null where it finds none, else the distance from theta. */
    search(theta, from, onBoundary, patience) {
      const {n, geometry, q, step, previous, first, second} = this;
      const size = norm(theta);
      q.set(from);
      previous.fill(0);
      let damping = 1;
      let before = Infinity;
      let least = Infinity;
      let idle = 0;
      let reach = Infinity;
      for (let k = 0; k < patience; k++) {
        geometry.evaluate(q);
        const value = geometry.gradientAlongU;
        first.set(geometry.gradientOfGradientAlongU);
        const slope = norm(first);
        if (!(slope > 0)) { return this.fail("a constraint of the stable set does not change there"); }
        for (let i = 0; i < n; i++) {
          first[i] /= slope;
          step[i] = theta[i] - q[i];
        }
        let multiplier = 0;
        const along = value / slope + dot(first, step);
        let across = 0;
        if (onBoundary) {
          second.set(geometry.gradS);
          const whole = norm(second);
          const common = dot(first, second);
          add(second, -common, first);
          const rest = norm(second);
          if (!(rest > ROOT_OF_ULP * whole)) { return this.fail("the two constraints' gradients are parallel"); }
          for (let i = 0; i < n; i++) { second[i] /= rest; }
          across = (geometry.sharpness - this.edge - common * (value / slope)) / rest + dot(second, step);
          multiplier = across / rest * whole;
        }
        add(step, -along, first);
        if (onBoundary) { add(step, -across, second); }
        const length = norm(step);
        const negligible = 16 * ULP * (size + (onBoundary ? geometry.spectralNorm / norm(geometry.gradS) : 0));
        reach = k === 0 ? 8 * (length + distance(theta, from)) : reach;
        if (!(length < Infinity) || distance(theta, q) > reach + negligible) { return this.fail("the iteration leaves the neighbourhood"); }
        idle = length < least ? 0 : idle + 1;
        if (idle > 80) { return this.fail("the iteration does not converge"); }
        least = Math.min(least, length);
        if (length <= negligible || (idle >= 8 && least <= ROOT_OF_ULP * size)) {
          add(q, 1, step);
          return this.accept(theta, q, onBoundary, multiplier);
        }
        // Where the constraints bend away from theta the iteration overshoots to and fro: shorter steps.
        if (dot(step, previous) < 0 && length > 0.5 * before) {
          damping = Math.max(1 / 256, damping / (1 + length / before));
        }
        previous.set(step);
        before = length;
        add(q, damping, step);
      }
      return this.fail("the iteration does not converge");
    }

    fail(problem) {
      this.problem = problem;
      return null;
    }

    /** The active-set test, up to rounding. */
    accept(theta, q, onBoundary, multiplier) {
      const {geometry} = this;
      this.excess = geometry.sharpness - this.edge;
      this.slope = norm(geometry.gradS);
      if (onBoundary && multiplier < -this.rounding(theta)) { return this.fail("the multiplier of the sharpness is negative"); }
      if (!onBoundary && this.excess > 64 * ULP * (geometry.spectralNorm + this.slope * norm(geometry.point))) {
        return this.fail(`S exceeds ${this.edgeName}`);
      }
      this.solution.set(q);
      return distance(theta, q);
    }

    /** As search, where what is undefined on the way is no point found. */
    trySearch(theta, from, onBoundary, patience) {
      try {
        return this.search(theta, from, onBoundary, patience);
      } catch (undefined_) {
        if (!(undefined_ instanceof Undefined)) { throw undefined_; }
        return this.fail(undefined_.message);
      }
    }

    /**
     * The nearest point from one start, the likely active set first: whether it is on the boundary; null where there is none. At a point inside
     * from which the boundary may be as near, that is tried too.
     */
    fromOne(theta, from, likely) {
      const patience = 60;
      let onBoundary = likely;
      let found = this.trySearch(theta, from, likely, patience);
      if (found === null) {
        const problem = this.problem;
        onBoundary = !likely;
        found = this.trySearch(theta, from, onBoundary, patience);
        if (found === null) { return this.fail(`${problem}; ${this.problem}`); }
      }
      if (!onBoundary && this.excess + 2 * found * this.slope >= 0) {
        this.best.set(this.solution);
        const other = this.trySearch(theta, from, true, patience);
        if (other !== null && other <= found + this.rounding(theta)) {
          this.distance = other;
          return true;
        }
        this.solution.set(this.best);
      }
      this.distance = found;
      return onBoundary;
    }

    /** The nearest point where one is known at a distance; null where it takes many starts. */
    near(theta, from, likely, known) {
      for (const start of [from, theta]) {
        const onBoundary = this.fromOne(theta, start, likely);
        if (onBoundary !== null && this.distance <= known * (1 + 1e-6) + this.rounding(theta)) { return onBoundary; }
      }
      return null;
    }

    /**
     * The nearest point that is found from many starts; null where there is none. It is no proof that there is no other. A generator, as it may
     * take long: yields what it is given.
     */
    * fromMany(theta, pause) {
      const {n} = this;
      const found = {distance: Infinity, onBoundary: null, point: new Float64Array(n)};
      let problem = "";
      const attempt = from => {
        for (const onBoundary of [true, false]) {
          const reached = this.trySearch(theta, from, onBoundary, 2000);
          problem = problem || this.problem;
          if (reached !== null && reached < found.distance * (1 - 1e-9) - (found.distance < Infinity ? this.rounding(theta) : 0)) {
            found.distance = reached;
            found.onBoundary = onBoundary;
            found.point.set(this.solution);
          }
        }
      };
      attempt(theta);
      const scale = Math.max(norm(theta), this.alongFlow(theta, attempt));
      yield pause;
      this.alongU(theta, attempt, found);
      const samples = n <= 3 ? 32 : 16;
      const random = generator(20261128);
      for (let i = 0; i < samples; i++) {
        const radius = found.onBoundary === null ? scale * 2 ** (-10 + 12 * (i + 0.5) / samples)
          : found.distance * Math.sqrt((i + 0.5) / samples);
        if (radius <= this.rounding(theta)) { break; }
        attempt(offset(theta, radius, direction(n, random)));
        yield pause;
      }
      if (found.onBoundary === null) { return this.fail(problem); }
      this.solution.set(found.point);
      this.distance = found.distance;
      return found.onBoundary;
    }

    /** From two points of a short gradient flow; its length. */
    alongFlow(theta, attempt) {
      const q = Float64Array.from(theta);
      let length = 0;
      for (let i = 1; i <= 64; i++) {
        const gradient = Float64Array.from(this.kernel.gradientAt(q));
        const hessian = new Float64Array(this.n * this.n);
        unfold(this.n, this.kernel.hessian(), hessian);
        const step = 0.25 / norm(hessian);
        const slope = norm(gradient);
        if (!(step * slope < Infinity)) { break; }
        add(q, -step, gradient);
        length += step * slope;
        if (i === 16 || i === 64) { attempt(q); }
      }
      return length;
    }

    /** From where the linearised projection goes, and from both sides along u. */
    alongU(theta, attempt, found) {
      const {geometry} = this;
      try {
        geometry.evaluate(theta);
      } catch (undefined_) {
        if (!(undefined_ instanceof Undefined)) { throw undefined_; }
        return;
      }
      const u = Float64Array.from(geometry.u);
      const step = geometry.gradientAlongU / geometry.sharpness;
      const linearised = offset(theta, -step, u);
      const slope = norm(geometry.gradS);
      if (slope > 0) {
        add(linearised, (this.edge - geometry.sharpness) / (slope * slope), geometry.gradS);
        attempt(linearised);
      }
      const length = found.onBoundary === null ? Math.abs(step) : found.distance;
      for (const part of [0.25, 0.5, 1]) {
        attempt(offset(theta, part * length, u));
        attempt(offset(theta, -part * length, u));
      }
    }
  }

  function offset(theta, length, unit) {
    const sum = Float64Array.from(theta);
    add(sum, length, unit);
    return sum;
  }

  /** Numbers in [0, 1), the same every time (Marsaglia's xorshift). */
  function generator(seed) {
    let state = seed | 0;
    return () => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return (state >>> 0) / 2 ** 32;
    };
  }

  /** A uniform direction, from normal deviates (Box and Muller). */
  function direction(n, random) {
    const sample = Float64Array.from({length: n}, () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()));
    const length = norm(sample);
    return sample.map(entry => entry / length);
  }

  // The optimizer, theory.md section 10.

  /** `s' = A s + B grad L(C s)` of q copies of n coordinates, with its edge, growth rate, drift rate and the mode r in which copies oscillate. */
  class Optimizer {
    constructor({name, a, b, c, edge, growth, drift, flip, isPlain}, n) {
      Object.assign(this, {name, a, b, c, edge, growth, drift, flip, isPlain, n});
      this.q = b.length;
      this.edgeName = isPlain ? "2/eta" : "S_c";
      this.step = isPlain ? drift : 2 / edge;
      this.rate = growth === drift ? growth : Math.sqrt(growth * drift);
      this.reach = dot(c, b);
    }

    /** Why it is none; null if it is one. As the curvature grows from 0 nothing may leave the unit disc before -1 does at the edge. */
    get fault() {
      const {isPlain, drift, edge, growth, q} = this;
      if (isPlain) { return drift > 0 && drift < Infinity ? null : "eta is not a positive number"; }
      for (const [what, value] of [["edge", edge], ["growth rate", growth], ["drift rate", drift]]) {
        if (!(value > 0 && value < Infinity)) { return `${this.name} has no positive ${what} with these parameters`; }
      }
      const parts = 64;
      for (let k = 1; k < parts && q > 1; k++) {
        if (!(this.multiplier(edge * k / parts) < 1)) {
          return `${this.name} with these parameters has no edge of stability: the first eigenvalue that leaves the unit disc is not -1`;
        }
      }
      return null;
    }

    /** The largest modulus of an eigenvalue of A + curvature B C; of more than two copies by squaring (Gelfand). */
    multiplier(curvature) {
      const {a, b, c, q} = this;
      if (q === 1) { return Math.abs(a[0][0] + curvature * b[0] * c[0]); }
      let matrix = a.map((row, i) => row.map((entry, j) => entry + curvature * b[i] * c[j]));
      if (q === 2) {
        const [[m11, m12], [m21, m22]] = matrix;
        const square = (m11 - m22) ** 2 / 4 + m12 * m21;
        return square < 0 ? Math.sqrt(m11 * m22 - m12 * m21) : Math.abs(m11 + m22) / 2 + Math.sqrt(square);
      }
      let logarithm = 0;
      const squarings = 36;
      for (let k = 0; k < squarings; k++) {
        const size = Math.sqrt(matrix.reduce((sum, row) => sum + dot(row, row), 0));
        if (!(size > 0 && size < Infinity)) { return size; }
        logarithm = 2 * (logarithm + Math.log(size));
        const scaled = matrix.map(row => row.map(entry => entry / size));
        matrix = scaled.map(row => row.map((_, j) => row.reduce((sum, entry, k2) => sum + entry * scaled[k2][j], 0)));
      }
      return Math.exp(logarithm / 2 ** squarings);
    }

    /** The state whose copies all stand at a point. */
    resting(point) { return this.b.map(() => Float64Array.from(point)); }

    /** 1 (psi - x u) + r x u, in which the part along u oscillates. */
    oscillating(psi, {point, u}) {
      if (this.q === 1) { return [Float64Array.from(psi)]; }
      let x = 0;
      for (let i = 0; i < psi.length; i++) { x += u[i] * (psi[i] - point[i]); }
      return this.flip.map(share => Float64Array.from(psi, (entry, i) => entry - x * u[i] + x * u[i] * share));
    }

    /** C s into a vector. */
    read(state, target) { return this.sum(this.c, state, target); }

    sum(weights, state, target) {
      target.fill(0);
      for (let i = 0; i < weights.length; i++) {
        if (weights[i] !== 0) { add(target, weights[i], state[i]); }
      }
      return target;
    }

    /** A s + B g, as new copies. */
    next(state, gradient) {
      return this.a.map((row, i) => {
        const copy = this.sum(row, state, new Float64Array(this.n));
        if (this.b[i] !== 0) { add(copy, this.b[i], gradient); }
        return copy;
      });
    }

    /** What was led to by a gradient, led on so that C s is the given point. */
    led(moved, point) {
      if (this.q === 1) { return [Float64Array.from(point)]; }
      const force = this.read(moved, new Float64Array(this.n));
      for (let i = 0; i < point.length; i++) { force[i] = (point[i] - force[i]) / this.reach; }
      moved.forEach((copy, i) => add(copy, this.b[i], force));
      return moved;
    }
  }

  // The run.

  /** The largest or smallest value of a run and the step that attains it. */
  class Extreme {
    constructor(sign) {
      this.sign = sign;
      this.value = NaN;
      this.t = null;
    }

    include(value, t) {
      if (this.t === null || this.sign * value > this.sign * this.value) {
        this.value = value;
        this.t = t;
      }
    }
  }

  /** What a run gave so far; arrays are over the steps t = 0, 1, ..., `steps` of them are filled. */
  class Run {
    constructor(n, optimizer) {
      this.n = n;
      this.optimizer = optimizer;
      this.edge = optimizer.edge;
      this.approach = [];
      this.edgeStep = null;
      this.failedBefore = null;
      this.horizon = 0;
      this.steps = 0;
      this.end = null;
      this.isComplete = false;
      this.predictionEnd = null;
      this.undefinedOscillation = null;
      /** What rounding may have driven the iterates along u by: now, and where it doubled. */
      this.noise = 0;
      this.noiseRecords = [];
      this.approachLargest = new Extreme(1);
      this.extremes = Object.fromEntries([["epsilon", 1], ["delta", 1], ["deviation", 1], ["lossError", 1], ["sharpnessError", 1],
        ["smallestX", -1], ["etaSecond", 1], ["gamma", -1], ["etaSharpness", 1]].map(([name, sign]) => [name, new Extreme(sign)]));
    }

    allocate(horizon) {
      const column = width => new Float64Array((horizon + 1) * width);
      this.horizon = horizon;
      this.theta = column(this.n);
      this.dagger = column(this.n);
      for (const name of ["x", "y", "predictedX", "predictedY", "sharpness", "predictedSharpness", "daggerSharpness", "deviation",
        "delta", "alpha"]) {
        this[name] = column(1);
      }
    }

    /** The smallest constants that make (24), (25) and (26) true on the run; NaN where they are undefined. */
    constants() {
      const {epsilon, delta, deviation, lossError, sharpnessError, smallestX, etaSecond, gamma, etaSharpness} = this.extremes;
      const defined = this.undefinedOscillation === null && this.steps > 0;
      const eps = defined ? epsilon.value : NaN;
      const size = defined ? delta.value : NaN;
      const of = (extreme, unit) => ({value: extreme.value / unit, t: extreme.t});
      return {
        eps: of(epsilon, defined ? 1 : NaN),
        delta: of(delta, defined ? 1 : NaN),
        C1: of(deviation, eps * size),
        CL: of(lossError, eps * size * size / this.optimizer.step),
        CS: of(sharpnessError, eps * eps / this.optimizer.growth),
        smallestX: of(smallestX, size),
        gamma: of(gamma, defined ? 1 : NaN),
        etaSecond: of(etaSecond, 1),
        etaSharpness: of(etaSharpness, 1),
        start: {value: this.startDistance / size, t: 0},
      };
    }

    /** Each step multiplies what is there along u by |1 - eta S|, or what the optimizer has for it, and adds the rounding of the coordinates. */
    includeNoise(theta, u, sharpness, t) {
      let along = 0;
      for (let i = 0; i < theta.length; i++) { along += Math.abs(u[i] * theta[i]); }
      this.noise += ULP * along;
      const {noiseRecords} = this;
      if (noiseRecords.length === 0 || this.noise > 2 * noiseRecords[noiseRecords.length - 1].value) { noiseRecords.push({value: this.noise, t}); }
      this.noise *= this.optimizer.multiplier(sharpness);
    }

    /** Since when the iterates are rounding noise, in units of a length, and what it has grown to; null where they are none. */
    noiseBeyond(length) {
      const first = this.noiseRecords.find(({value}) => value > length);
      return first === undefined ? null : {t: first.t, value: this.noiseRecords[this.noiseRecords.length - 1].value / length};
    }
  }

  /**
   * A run, a bit at a time: the generator yields now and then what there is of it, and returns it when it is over.
   *
   * program: the loss's. setting: optimizer: what makes one; parameters, start: arrays; atEdge: whether the start is t = 0; kick: x_0 in units of delta, or
   * null; horizon: a function of delta and alpha at t = 0, or null for three periods; maxSteps; longest: the most steps that are shown.
   */
  function* simulate(program, setting) {
    const {parameters, start} = setting;
    const n = start.length;
    const makeLoss = () => new Loss(program, n, parameters);
    const optimizer = new Optimizer(setting.optimizer, n);
    const run = new Run(n, optimizer);
    const culprit = optimizer.fault || (isFinite(start) && isFinite(parameters) ? null : "a parameter or a start has no finite value");
    if (culprit !== null) { return finished(run, `no run: ${culprit}`); }
    const projector = new Projector(makeLoss, optimizer);
    const iterate = new Geometry(makeLoss);
    let first = Float64Array.from(start);
    let state = null;
    if (!setting.atEdge) {
      state = yield* searchEdge(run, setting, makeLoss(), projector, iterate);
      if (state === null) { return run; }
      optimizer.read(state, first);
    } else {
      run.edgeStep = 0;
    }
    const dagger = new Geometry(makeLoss);
    const ahead = new Geometry(makeLoss);
    try {
      if (!goTo(run, projector, yield* projector.fromMany(first, run), dagger, null, 0)) { return run; }
      if (setting.kick !== null) {
        if (!dagger.hasOscillation) {
          return finished(run, `the start cannot be kicked: alpha is ${written(dagger.alpha)}, not positive beyond rounding, so that delta, `
            + "the kick's unit, is undefined");
        }
        first = offset(dagger.point, setting.kick * Math.sqrt(dagger.deltaSquared), dagger.u);
        state = null;
        if (!goTo(run, projector, yield* projector.fromMany(first, run), dagger, null, 0)) { return run; }
      }
    } catch (undefined_) {
      return geometryUndefined(run, 0, undefined_);
    }
    yield run;
    const horizon = horizonOf(run, setting, dagger, first);
    if (horizon === null) { return run; }
    run.allocate(horizon);
    yield* coupled(run, makeLoss(), projector, iterate, dagger, ahead, state || optimizer.oscillating(first, dagger));
    return run;
  }

  function finished(run, end, isComplete = false) {
    run.end = end;
    run.isComplete = isComplete;
    return run;
  }

  function geometryUndefined(run, step, undefined_) {
    if (!(undefined_ instanceof Undefined)) { throw undefined_; }
    return finished(run, `the constrained trajectory's geometry is undefined at step ${step}: ${undefined_.message}`);
  }

  /** Takes the projector's point as dagger, the sign of u continuous from a direction before; ends the run where there is none. */
  function goTo(run, projector, onBoundary, geometry, previousU, step) {
    if (onBoundary === null) {
      finished(run, `no nearest point of the stable set was found at step ${step}: ${projector.problem}`);
      return false;
    }
    geometry.evaluate(projector.solution);
    geometry.orient(previousU);
    geometry.complete();
    geometry.onBoundary = onBoundary;
    return true;
  }

  /** Ends a run at an iterate at which the loss or a derivative is not finite. */
  function iterateUndefined(run, step, theta, previousNorm, undefined_) {
    if (!(undefined_ instanceof Undefined)) { throw undefined_; }
    const size = norm(theta);
    return size < LARGE
      ? finished(run, `${run.optimizer.name} left the domain of the loss at step ${step}: ${undefined_.message}`)
      : diverged(run, step, previousNorm);
  }

  function diverged(run, step, previousNorm) {
    return finished(run, `${run.optimizer.name} diverged: not finite at step ${step}`
      + (step === 0 ? "" : `, |theta| = ${written(previousNorm)} the step before`));
  }

  /** The plain optimizer until the first iterate whose projection lies on the boundary (section 3); its state there, or null where there is none. */
  function* searchEdge(run, setting, descent, projector, iterate) {
    const {optimizer} = run;
    const theta = Float64Array.from(setting.start);
    let state = optimizer.resting(theta);
    optimizer.read(state, theta);
    const last = new Float64Array(theta.length);
    let known = false;
    let failures = 0;
    let restsAt = null;
    let previousNorm = NaN;
    for (let step = 0; step <= setting.maxSteps; step++) {
      if (step % 8 === 7) { yield run; }
      try {
        iterate.moveTo(theta);
      } catch (undefined_) {
        iterateUndefined(run, step, theta, previousNorm, undefined_);
        return null;
      }
      run.approach.push(iterate.sharpness);
      run.approachLargest.include(iterate.sharpness, step);
      let onBoundary = null;
      if (known) {
        onBoundary = projector.near(theta, last, false, distance(theta, last));
        if (onBoundary !== false) { onBoundary = yield* projector.fromMany(theta, run); }
      } else if ((failures & (failures - 1)) === 0) {
        onBoundary = yield* projector.fromMany(theta, run);
      } else {
        onBoundary = projector.fromOne(theta, theta, iterate.sharpness > run.edge);
      }
      if (onBoundary === true) {
        run.edgeStep = step;
        return state;
      }
      known = onBoundary === false;
      failures = known ? 0 : failures + 1;
      if (!known && run.failedBefore === null) { run.failedBefore = {step, problem: projector.problem}; }
      last.set(projector.solution);
      previousNorm = norm(theta);
      const before = state;
      state = optimizer.next(state, descent.gradientAt(theta));
      optimizer.read(state, theta);
      if (state.every((copy, k) => copy.every((entry, i) => entry === before[k][i]))) {
        restsAt = step;
        break;
      }
    }
    const {value, t} = run.approachLargest;
    const steps = restsAt === null ? run.approach.length - 1 : setting.maxSteps;
    finished(run, (value < run.edge ? `the edge of stability was not reached in ${steps} steps`
      : `no iterate of ${steps} steps has its projection on the boundary S = ${optimizer.edgeName}`)
      + `: the largest sharpness seen is ${written(value)} at step ${t}, ${optimizer.edgeName} is ${written(run.edge)}`
      + (restsAt === null ? "" : `; ${optimizer.name} does not move any more from step ${restsAt} on`));
    return null;
  }

  /** How many steps the run does; null, with the run ended, where that is not known. */
  function horizonOf(run, setting, dagger, first) {
    const displacement = Float64Array.from(first, (entry, i) => entry - dagger.point[i]);
    let steps;
    if (setting.horizon !== null) {
      steps = roundedDown(setting.horizon(dagger.hasOscillation ? Math.sqrt(dagger.deltaSquared) : NaN, dagger.hasOscillation ? dagger.alpha : NaN));
    } else if (dagger.hasOscillation) {
      const x = dot(dagger.u, displacement);
      const y = dot(dagger.gradSPerp, displacement);
      const {growth, drift, rate} = run.optimizer;
      const reduced = growth === drift ? y : y * Math.sqrt(growth / drift);
      steps = Math.floor(threePeriods(energy(x, reduced, dagger)) / (rate * Math.sqrt(dagger.alpha)));
    } else {
      steps = NaN;
    }
    if (!(steps >= 1)) {
      finished(run, dagger.hasOscillation ? `the horizon is ${written(steps)} steps; it must be at least 1`
        : `no progressive sharpening at t = 0 (alpha = ${written(dagger.alpha)}, zero to rounding or negative), so that the horizon is `
          + "undefined: choose the number of steps");
      return null;
    }
    run.uncut = steps;
    return Math.min(steps, setting.longest);
  }

  /** A value that rounding has left just below an integer is that integer. */
  function roundedDown(value) {
    const nearest = Math.round(value);
    return Math.abs(value - nearest) <= 1e-12 * Math.abs(nearest) ? nearest : Math.floor(value);
  }

  /** The energy (16). */
  function energy(x, y, {alpha, beta}) {
    const twiceLog = 2 * Math.log(Math.abs(x) / Math.sqrt(2 * alpha / beta));
    return 0.5 * (y * y / alpha + Math.expm1(twiceLog) - twiceLog);
  }

  /** Three periods (19) and a twentieth more, in tau; of small oscillations at low energies. */
  function threePeriods(level) {
    return level >= 0.01 && level < Infinity ? 3.15 * period(level) : 14;
  }

  /** The period (19): by the angle in which V(log X) = E sin^2, dtau = sqrt(2E) sin/(X^2 - 1), the trapezoidal rule converges exponentially. */
  function period(level) {
    let before = NaN;
    for (let points = 64; points <= 1 << 16; points *= 2) {
      let sum = 0;
      for (let i = 0; i < points; i++) { sum += periodWeight(level, Math.sin(2 * Math.PI * (i + 0.5) / points)); }
      const refined = sum * 2 * Math.PI / points;
      if (Math.abs(refined - before) <= 1e-13 * refined) { return refined; }
      before = refined;
    }
    return before;
  }

  function periodWeight(level, sine) {
    // w = log X^2 solves exp(w) - 1 - w = c, of the sign of the sine: Newton's method from beyond the root.
    const c = 2 * level * sine * sine;
    let w = sine > 0 ? Math.min(Math.sqrt(2 * c), Math.log1p(c) + 2) : -c - Math.sqrt(2 * c);
    for (let k = 0; k < 100; k++) {
      const excess = Math.expm1(w);
      const step = (excess - w - c) / excess;
      w -= step;
      if (!(Math.abs(step) > 2 * ULP * Math.abs(w))) { break; }
    }
    return Math.sqrt(2 * level) * sine / Math.expm1(w);
  }

  /** Iterates, constrained trajectory (10), (33) and prediction (11), (34), step by step. */
  function* coupled(run, descent, projector, iterate, firstDagger, spare, first) {
    const {n, optimizer, horizon} = run;
    let state = first;
    const theta = optimizer.read(state, new Float64Array(n));
    const predicted = new Float64Array(n);
    const v = new Float64Array(n);
    const next = new Float64Array(n);
    const from = new Float64Array(n);
    let dagger = firstDagger;
    let ahead = spare;
    let isPredicted = true;
    let previousNorm = NaN;
    let constrained = optimizer.resting(dagger.point);
    let displacements = state.map(copy => copy.map((entry, i) => entry - dagger.point[i]));
    optimizer.read(displacements, predicted);
    run.startDistance = distance(theta, dagger.point);
    from.set(dagger.point);
    for (let t = 0; ; t++) {
      if (t % 16 === 15) { yield run; }
      if (dagger.beta === 0) { return finished(run, `no self-stabilization at step ${t}: beta = |gradS_perp|^2 is 0, so delta is undefined`); }
      try {
        iterate.moveTo(theta);
      } catch (undefined_) {
        return iterateUndefined(run, t, theta, previousNorm, undefined_);
      }
      previousNorm = norm(theta);
      if (!Number.isFinite(previousNorm)) { return diverged(run, t, previousNorm); }
      for (let i = 0; i < n; i++) { v[i] = theta[i] - dagger.point[i]; }
      observe(run, t, theta, v, iterate, dagger, predicted, isPredicted);
      if (t === horizon) { return finished(run, `reached the horizon of ${horizon} steps`, run.uncut === horizon); }
      state = optimizer.next(state, descent.gradientAt(theta));
      optimizer.read(state, theta);
      try {
        const moved = optimizer.next(constrained, dagger.gradient);
        optimizer.read(moved, next);
        let onBoundary = projector.near(next, from, dagger.onBoundary, distance(next, dagger.point));
        if (onBoundary === null) { onBoundary = yield* projector.fromMany(next, run); }
        if (!goTo(run, projector, onBoundary, ahead, dagger.u, t + 1)) { return run; }
        constrained = optimizer.led(moved, ahead.point);
      } catch (undefined_) {
        return geometryUndefined(run, t + 1, undefined_);
      }
      if (isPredicted) {
        displacements = predict(optimizer, displacements, predicted, dagger, ahead);
        optimizer.read(displacements, predicted);
        isPredicted = isFinite(predicted);
      }
      for (let i = 0; i < n; i++) { from[i] = 2 * ahead.point[i] - dagger.point[i]; }
      [dagger, ahead] = [ahead, dagger];
    }
  }

  /** The moving frame (11), (34): the displacements of all copies after a step by the force at `v = C V`, carried on as u turns. */
  function predict(optimizer, displacements, v, here, ahead) {
    const {u, gradSPerp, hessian, n} = here;
    const x = dot(u, v);
    const y = dot(gradSPerp, v);
    const off = Float64Array.from(v);
    add(off, -x, u);
    const force = new Float64Array(n);
    multiply(hessian, off, force);
    add(force, optimizer.edge * x, u);
    add(force, (x * x - here.deltaSquared) * 0.5, gradSPerp);
    add(force, x * y, u);
    const moved = optimizer.next(displacements, force);
    moved.forEach(copy => {
      const along = dot(u, copy);
      add(copy, -along, u);
      add(copy, along - dot(ahead.u, copy), ahead.u);
    });
    return moved;
  }

  function observe(run, t, theta, v, iterate, dagger, predicted, isPredicted) {
    const {optimizer, n, extremes} = run;
    run.theta.set(theta, t * n);
    run.dagger.set(dagger.point, t * n);
    run.x[t] = dot(dagger.u, v);
    run.y[t] = dot(dagger.gradSPerp, v);
    const x = isPredicted ? dot(dagger.u, predicted) : NaN;
    const y = isPredicted ? dot(dagger.gradSPerp, predicted) : NaN;
    run.predictedX[t] = x;
    run.predictedY[t] = y;
    run.sharpness[t] = iterate.sharpness;
    run.daggerSharpness[t] = dagger.sharpness;
    run.predictedSharpness[t] = dagger.sharpness + y + dagger.kappa3 * x;
    run.deviation[t] = isPredicted ? distance(v, predicted) : NaN;
    run.alpha[t] = dagger.alpha;
    run.delta[t] = dagger.hasOscillation ? Math.sqrt(dagger.deltaSquared) : NaN;
    run.steps = t + 1;
    run.includeNoise(theta, dagger.u, iterate.sharpness, t);
    extremes.etaSharpness.include(optimizer.step * iterate.sharpness, t);
    if (n > 1) { extremes.etaSecond.include(optimizer.step * dagger.secondEigenvalue, t); }
    if (dagger.hasOscillation) {
      extremes.epsilon.include(optimizer.rate * Math.sqrt(dagger.alpha), t);
      extremes.delta.include(run.delta[t], t);
      extremes.gamma.include(dagger.alpha / (norm(dagger.gradient) * Math.sqrt(dagger.beta)), t);
    } else if (run.undefinedOscillation === null) {
      run.undefinedOscillation = {t, alpha: dagger.alpha};
    }
    if (isPredicted) {
      extremes.deviation.include(run.deviation[t], t);
      extremes.lossError.include(Math.abs(iterate.loss - dagger.loss - x * x / optimizer.step), t);
      extremes.sharpnessError.include(Math.abs(iterate.sharpness - run.predictedSharpness[t]), t);
      extremes.smallestX.include(Math.abs(x), t);
    } else if (run.predictionEnd === null) {
      run.predictionEnd = t;
      ["deviation", "lossError", "sharpnessError"].forEach(name => extremes[name].include(Infinity, t));
    }
  }

  /** The value of a program of one output. */
  function valueOf(program, inputs) {
    const output = new Float64Array(1);
    const scratch = new Float64Array(program.scratch);
    program.sections[0].forEach(part => part(inputs, scratch, output));
    return output[0];
  }

  return {F, simulate, valueOf, period};
})();
