package org.selfstab.loss;

import java.util.Arrays;
import org.hipparchus.util.Binary64;
import org.selfstab.numeric.DoubleMatrix;
import org.selfstab.numeric.DoubleVector;

/** The derivatives of a loss by sweeps over its program. Belongs to one thread. */
final class SweptDerivatives implements DerivativeKernel {

    private static final int MAX_LETTERS = 3;

    /** More directions at once would not stay in the cache. */
    private static final int MOST_LANES = 64;

    private final CompiledLoss loss;
    private final SweepPlans plans;
    private final int n;
    private final double[][] pools;
    private final int[] blocks;
    private final double[] input;
    private final double[] gradient;
    private final Sweep atPoint;
    /** By the number of letters; null until needed. */
    private final Sweep[] products = new Sweep[MAX_LETTERS + 1];

    private final Sweep[] matrices = new Sweep[MAX_LETTERS + 1];
    private Sweep higher;

    private boolean isAtPoint;
    private boolean isHigherAtPoint;

    SweptDerivatives(CompiledLoss loss, SweepPlans plans) {
        this.loss = loss;
        this.plans = plans;
        this.n = plans.program().n;
        this.pools = Sweep.pools(plans.atPoint(), MAX_LETTERS);
        this.blocks = Sweep.blocks(plans.atPoint());
        this.input = pools[SweepMemory.INPUT];
        this.gradient = new double[n];
        this.atPoint = new Sweep(plans.atPoint(), pools, blocks);
    }

    @Override
    public int dimension() {
        return n;
    }

    @Override
    public void moveTo(double[] theta) {
        System.arraycopy(theta, 0, input, 0, n);
        isAtPoint = false;
        isHigherAtPoint = false;
    }

    private void stayAtPoint() {
        if (!isAtPoint) {
            Arrays.fill(gradient, 0.0);
            atPoint.output(gradient);
            atPoint.run(true, 0);
            isAtPoint = true;
        }
    }

    @Override
    public double value() {
        stayAtPoint();
        return atPoint.result();
    }

    @Override
    public void gradient(double[] result) {
        stayAtPoint();
        System.arraycopy(gradient, 0, result, 0, n);
    }

    @Override
    public void hessian(double[] a, double[] product) {
        along(1, a);
        sweepAlong(1, product);
    }

    private void along(int letter, double[] direction) {
        System.arraycopy(direction, 0, input, letter * n, n);
    }

    private void sweepAlong(int letters, double[] product) {
        prepare(letters);
        if (products[letters] == null) {
            products[letters] = sweep(plans.product(letters));
        }
        Arrays.fill(product, 0, n, 0.0);
        products[letters].output(product);
        products[letters].run(true, 0);
    }

    private Sweep sweep(SweepPlan plan) {
        return new Sweep(plan, pools.clone(), blocks.clone());
    }

    private void prepare(int letters) {
        stayAtPoint();
        if (letters > 1 && !isHigherAtPoint) {
            if (higher == null) {
                higher = new Sweep(plans.higher(), pools, blocks);
            }
            higher.run(false, 0);
            isHigherAtPoint = true;
        }
    }

    @Override
    public void third(double[] a, double[] b, double[] third) {
        along(1, a);
        along(2, b);
        sweepAlong(2, third);
    }

    @Override
    public void fourth(double[] a, double[] b, double[] c, double[] fourth) {
        along(1, a);
        along(2, b);
        along(3, c);
        sweepAlong(3, fourth);
    }

    @Override
    public void hessian(double[] hessian) {
        matrix(1, hessian);
    }

    @Override
    public void third(double[] a, double[] third) {
        along(1, a);
        matrix(2, third);
    }

    @Override
    public void fourth(double[] a, double[] b, double[] fourth) {
        along(1, a);
        along(2, b);
        matrix(3, fourth);
    }

    @Override
    public LossAtPoint<Binary64> snapshot() {
        double[] point = Arrays.copyOf(input, n);
        double[] hessian = new double[Math.multiplyExact(n, n)];
        hessian(hessian);
        return new LossSnapshot(
                loss, DoubleVector.of(point), value(), DoubleVector.of(gradient), DoubleMatrix.of(n, n, hessian));
    }

    private void matrix(int letters, double[] matrix) {
        prepare(letters);
        SweepPlan plan = plans.matrix(letters);
        if (matrices[letters] == null) {
            matrices[letters] = sweep(plan);
        }
        Arrays.fill(matrix, 0, n * n, 0.0);
        matrices[letters].output(matrix);
        for (int first = 0; first < n; first += plan.lanes) {
            matrices[letters].run(true, first);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                matrix[i * n + j] = matrix[j * n + i];
            }
        }
    }

    /** The plans of a loss, made when first needed; may be shared by threads. */
    static final class SweepPlans {

        private final ArrayProgram program;
        private final SweepData data;
        private final SweepPlan atPoint;
        private SweepPlan higher;
        private final SweepPlan[] products = new SweepPlan[MAX_LETTERS + 1];
        private final SweepPlan[] matrices = new SweepPlan[MAX_LETTERS + 1];

        SweepPlans(ArrayProgram program) {
            this.program = program;
            this.data = new SweepData(program);
            this.atPoint = SweepPlan.atPoint(program, data, true);
        }

        ArrayProgram program() {
            return program;
        }

        SweepData data() {
            return data;
        }

        SweepPlan atPoint() {
            return atPoint;
        }

        synchronized SweepPlan higher() {
            if (higher == null) {
                higher = SweepPlan.higher(atPoint);
            }
            return higher;
        }

        synchronized SweepPlan product(int letters) {
            if (products[letters] == null) {
                products[letters] = SweepPlan.along(atPoint, letters > 1 ? higher() : null, letters, 0);
            }
            return products[letters];
        }

        synchronized SweepPlan matrix(int letters) {
            if (matrices[letters] == null) {
                matrices[letters] = SweepPlan.along(atPoint, letters > 1 ? higher() : null, letters, lanes());
            }
            return matrices[letters];
        }

        private int lanes() {
            int blocks = (program.n + MOST_LANES - 1) / MOST_LANES;
            return (program.n + blocks - 1) / blocks;
        }
    }
}
