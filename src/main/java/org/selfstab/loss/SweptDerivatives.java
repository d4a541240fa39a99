package org.selfstab.loss;

import java.util.Arrays;
import java.util.BitSet;
import org.hipparchus.util.Binary64;
import org.selfstab.numeric.DoubleMatrix;
import org.selfstab.numeric.DoubleVector;

/**
 * The derivatives of a loss of many variables by sweeps over its instructions, forward and back, so that nothing is derived beforehand and the work for a
 * matrix is n times that for the loss.
 *
 * <p>{@code D^(m+2)L(a, b, e_i, e_j)} is the coefficient of {@code s t r} in the j-th entry of the gradient at {@code theta + s a + t b + r e_i} where the squares of
 * s, t and r are 0. A number with s and t (m of the two) is {@code 2^m} coefficients, indexed by the set of the letters, s = 1 and t = 2, which
 * one sweep computes for all i; the coefficients of r go in lanes, {@value #LANES} directions e_i at a time.
 */
final class SweptDerivatives implements DerivativeKernel {

    private static final int LANES = 8;

    private final CompiledLoss loss;
    private final SweptProgram program;
    private final int n;
    private final double[] point;
    private final double[] f = new double[5];
    private final BitSet reached;

    /** Coefficients, {@code 2^m} of each instruction: values, first and second derivatives of functions, adjoints, adjoints by second derivatives. */
    private double[] values = {};

    private double[] first = {};
    private double[] second = {};
    private double[] adjoints = {};
    private double[] bent = {};

    /** The same of values and adjoints for each lane. */
    private double[] tangents = {};

    private double[] adjointTangents = {};

    private int letters;

    private final double[] gradient;
    private final double[] hessian;
    private double value;
    private boolean atPoint;
    private boolean hessianAtHand;

    /** Derivatives of a loss by its program of one output. */
    SweptDerivatives(CompiledLoss loss, SweptProgram program) {
        this.loss = loss;
        this.program = program;
        this.n = program.n;
        this.point = new double[n];
        this.reached = new BitSet(program.size);
        this.gradient = new double[n];
        this.hessian = new double[n * n];
    }

    @Override
    public int dimension() {
        return n;
    }

    @Override
    public void moveTo(double[] theta) {
        System.arraycopy(theta, 0, point, 0, n);
        atPoint = false;
        hessianAtHand = false;
    }

    @Override
    public double value() {
        stayAtPoint();
        return value;
    }

    @Override
    public void gradient(double[] result) {
        stayAtPoint();
        System.arraycopy(gradient, 0, result, 0, n);
    }

    @Override
    public void hessian(double[] result) {
        if (!hessianAtHand) {
            along();
            keep();
            matrix(hessian);
            hessianAtHand = true;
        }
        System.arraycopy(hessian, 0, result, 0, n * n);
    }

    @Override
    public void third(double[] a, double[] third) {
        along(a);
        matrix(third);
    }

    @Override
    public void fourth(double[] a, double[] b, double[] fourth) {
        along(a, b);
        matrix(fourth);
    }

    @Override
    public LossAtPoint<Binary64> snapshot() {
        double[] ofPoint = new double[n * n];
        hessian(ofPoint);
        return new LossSnapshot(
                loss, DoubleVector.of(point), value(), DoubleVector.of(gradient), DoubleMatrix.of(n, n, ofPoint));
    }

    private void stayAtPoint() {
        if (!atPoint) {
            along();
            keep();
        }
    }

    private void keep() {
        value = values[program.result];
        System.arraycopy(adjoints, 0, gradient, 0, n);
        atPoint = true;
    }

    /** Values and adjoints at {@code theta + s a + t b}. */
    private void along(double[]... directions) {
        letters = directions.length;
        int c = 1 << letters;
        ensure(c);
        for (int i = 0; i < n; i++) {
            values[i * c] = point[i];
            for (int letter = 0; letter < letters; letter++) {
                values[i * c + (1 << letter)] = directions[letter][i];
            }
            if (letters == 2) {
                values[i * c + 3] = 0;
            }
        }
        for (int i = n; i < program.size; i++) {
            forward(i, c);
        }
        Arrays.fill(adjoints, 0, program.size * c, 0.0);
        adjoints[program.result * c] = 1;
        for (int i = program.size - 1; i >= n; i--) {
            back(i, c);
        }
    }

    private void ensure(int c) {
        int needed = program.size * c;
        if (values.length < needed) {
            values = new double[needed];
            first = new double[needed];
            second = new double[needed];
            adjoints = new double[needed];
            bent = new double[needed];
            tangents = new double[needed * LANES];
            adjointTangents = new double[needed * LANES];
        }
    }

    private void forward(int i, int c) {
        int at = i * c;
        int x = program.left[i] * c;
        switch (program.operation[i]) {
            case SweptProgram.CONSTANT -> {
                Arrays.fill(values, at, at + c, 0.0);
                values[at] = program.number[i];
            }
            case SweptProgram.ADD -> {
                int y = program.right[i] * c;
                for (int k = 0; k < c; k++) {
                    values[at + k] = values[x + k] + values[y + k];
                }
            }
            case SweptProgram.SUBTRACT -> {
                int y = program.right[i] * c;
                for (int k = 0; k < c; k++) {
                    values[at + k] = values[x + k] - values[y + k];
                }
            }
            case SweptProgram.NEGATE -> {
                for (int k = 0; k < c; k++) {
                    values[at + k] = -values[x + k];
                }
            }
            case SweptProgram.MULTIPLY -> {
                Arrays.fill(values, at, at + c, 0.0);
                addProduct(values, at, values, x, values, program.right[i] * c, c);
            }
            default -> {
                program.function(i, values[x], f);
                compose(values, at, 0, x, c);
                compose(first, at, 1, x, c);
                compose(second, at, 2, x, c);
            }
        }
    }

    /** The coefficients of the k-th derivative of a function from those of its argument. */
    private void compose(double[] to, int at, int k, int x, int c) {
        to[at] = f[k];
        if (c > 1) {
            to[at + 1] = f[k + 1] * values[x + 1];
        }
        if (c > 2) {
            to[at + 2] = f[k + 1] * values[x + 2];
            to[at + 3] = f[k + 1] * values[x + 3] + f[k + 2] * values[x + 1] * values[x + 2];
        }
    }

    private void back(int i, int c) {
        int at = i * c;
        int x = program.left[i] * c;
        switch (program.operation[i]) {
            case SweptProgram.CONSTANT -> {}
            case SweptProgram.ADD -> {
                addTo(adjoints, x, adjoints, at, c, 1);
                addTo(adjoints, program.right[i] * c, adjoints, at, c, 1);
            }
            case SweptProgram.SUBTRACT -> {
                addTo(adjoints, x, adjoints, at, c, 1);
                addTo(adjoints, program.right[i] * c, adjoints, at, c, -1);
            }
            case SweptProgram.NEGATE -> addTo(adjoints, x, adjoints, at, c, -1);
            case SweptProgram.MULTIPLY -> {
                int y = program.right[i] * c;
                addProduct(adjoints, x, adjoints, at, values, y, c);
                addProduct(adjoints, y, adjoints, at, values, x, c);
            }
            default -> {
                addProduct(adjoints, x, adjoints, at, first, at, c);
                Arrays.fill(bent, at, at + c, 0.0);
                addProduct(bent, at, adjoints, at, second, at, c);
            }
        }
    }

    private static void addTo(double[] to, int at, double[] from, int x, int count, double factor) {
        for (int k = 0; k < count; k++) {
            to[at + k] += factor * from[x + k];
        }
    }

    /** The product of numbers with letters whose squares are 0: of disjoint sets of letters. */
    private static void addProduct(double[] to, int at, double[] p, int x, double[] q, int y, int c) {
        to[at] += p[x] * q[y];
        if (c > 1) {
            to[at + 1] += p[x] * q[y + 1] + p[x + 1] * q[y];
        }
        if (c > 2) {
            to[at + 2] += p[x] * q[y + 2] + p[x + 2] * q[y];
            to[at + 3] += p[x] * q[y + 3] + p[x + 3] * q[y] + p[x + 1] * q[y + 2] + p[x + 2] * q[y + 1];
        }
    }

    /** The matrix of the highest coefficient, symmetric to the bit. */
    private void matrix(double[] matrix) {
        int c = 1 << letters;
        for (int from = 0; from < n; from += LANES) {
            sweep(from, c);
            int to = Math.min(n, from + LANES);
            for (int i = from; i < to; i++) {
                for (int j = i; j < n; j++) {
                    double entry = adjointTangents[(j * c + c - 1) * LANES + i - from];
                    matrix[i * n + j] = entry;
                    matrix[j * n + i] = entry;
                }
            }
        }
    }

    /** The coefficients of r for the directions e_from, ...; instructions that none of them reaches have none. */
    private void sweep(int from, int c) {
        reached.clear();
        Arrays.fill(tangents, 0, n * c * LANES, 0.0);
        for (int i = from; i < Math.min(n, from + LANES); i++) {
            tangents[i * c * LANES + i - from] = 1;
            reached.set(i);
        }
        for (int i = n; i < program.size; i++) {
            forwardTangent(i, c);
        }
        Arrays.fill(adjointTangents, 0, program.size * c * LANES, 0.0);
        for (int i = program.size - 1; i >= n; i--) {
            backTangent(i, c);
        }
    }

    private void forwardTangent(int i, int c) {
        byte operation = program.operation[i];
        if (operation == SweptProgram.CONSTANT) {
            return;
        }
        int x = program.left[i];
        int y = program.right[i];
        boolean isBinary = operation != SweptProgram.NEGATE && operation != SweptProgram.FUNCTION;
        boolean ofLeft = reached.get(x);
        boolean ofRight = isBinary && reached.get(y);
        if (!ofLeft && !ofRight) {
            return;
        }
        reached.set(i);
        int at = i * c * LANES;
        Arrays.fill(tangents, at, at + c * LANES, 0.0);
        switch (operation) {
            case SweptProgram.ADD, SweptProgram.SUBTRACT -> {
                if (ofLeft) {
                    addTo(tangents, at, tangents, x * c * LANES, c * LANES, 1);
                }
                if (ofRight) {
                    addTo(tangents, at, tangents, y * c * LANES, c * LANES, operation == SweptProgram.ADD ? 1 : -1);
                }
            }
            case SweptProgram.NEGATE -> addTo(tangents, at, tangents, x * c * LANES, c * LANES, -1);
            case SweptProgram.MULTIPLY -> {
                if (ofLeft) {
                    addProducts(tangents, at, tangents, x * c * LANES, values, y * c, c);
                }
                if (ofRight) {
                    addProducts(tangents, at, tangents, y * c * LANES, values, x * c, c);
                }
            }
            default -> addProducts(tangents, at, tangents, x * c * LANES, first, i * c, c);
        }
    }

    private void backTangent(int i, int c) {
        byte operation = program.operation[i];
        if (operation == SweptProgram.CONSTANT) {
            return;
        }
        int at = i * c * LANES;
        int x = program.left[i];
        int y = program.right[i];
        int atX = x * c * LANES;
        switch (operation) {
            case SweptProgram.ADD -> {
                addTo(adjointTangents, atX, adjointTangents, at, c * LANES, 1);
                addTo(adjointTangents, y * c * LANES, adjointTangents, at, c * LANES, 1);
            }
            case SweptProgram.SUBTRACT -> {
                addTo(adjointTangents, atX, adjointTangents, at, c * LANES, 1);
                addTo(adjointTangents, y * c * LANES, adjointTangents, at, c * LANES, -1);
            }
            case SweptProgram.NEGATE -> addTo(adjointTangents, atX, adjointTangents, at, c * LANES, -1);
            case SweptProgram.MULTIPLY -> {
                int atY = y * c * LANES;
                addProducts(adjointTangents, atX, adjointTangents, at, values, y * c, c);
                addProducts(adjointTangents, atY, adjointTangents, at, values, x * c, c);
                if (reached.get(y)) {
                    addProducts(adjointTangents, atX, tangents, atY, adjoints, i * c, c);
                }
                if (reached.get(x)) {
                    addProducts(adjointTangents, atY, tangents, atX, adjoints, i * c, c);
                }
            }
            default -> {
                addProducts(adjointTangents, atX, adjointTangents, at, first, i * c, c);
                if (reached.get(x)) {
                    addProducts(adjointTangents, atX, tangents, atX, bent, i * c, c);
                }
            }
        }
    }

    /** {@link #addProduct} in all lanes, of numbers in lanes and one that is the same in each. */
    private static void addProducts(double[] to, int at, double[] lanes, int x, double[] q, int y, int c) {
        addTo(to, at, lanes, x, LANES, q[y]);
        if (c > 1) {
            addTo(to, at + LANES, lanes, x, LANES, q[y + 1]);
            addTo(to, at + LANES, lanes, x + LANES, LANES, q[y]);
        }
        if (c > 2) {
            addTo(to, at + 2 * LANES, lanes, x, LANES, q[y + 2]);
            addTo(to, at + 2 * LANES, lanes, x + 2 * LANES, LANES, q[y]);
            addTo(to, at + 3 * LANES, lanes, x, LANES, q[y + 3]);
            addTo(to, at + 3 * LANES, lanes, x + 3 * LANES, LANES, q[y]);
            addTo(to, at + 3 * LANES, lanes, x + LANES, LANES, q[y + 2]);
            addTo(to, at + 3 * LANES, lanes, x + 2 * LANES, LANES, q[y + 1]);
        }
    }
}
