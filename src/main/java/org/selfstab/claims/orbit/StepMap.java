package org.selfstab.claims.orbit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.linear.MatrixUtils;
import org.selfstab.expression.Domain;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.expression.StraightLineProgram;
import org.selfstab.expression.Symbol;
import org.selfstab.expression.autodiff.ExpressionDerivatives;
import org.selfstab.loss.Backend;
import org.selfstab.loss.Loss;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.optimizer.Optimizer;
import org.selfstab.problem.Problem;

/**
 * A step of a linear optimizer (theory.md (28)) as a map of its state and of one parameter, {@code F(s, p) = A s + B grad L(C s)}, in which the loss and
 * the entries of A, B and C may depend on p. The state is one vector of {@code N = q n} numbers, copy after copy. For one thread at a time.
 *
 * @param <T> the numbers
 */
public final class StepMap<T extends CalculusFieldElement<T>> {

    private final Backend<T> backend;
    private final Loss<T> loss;
    private final int n;
    private final int q;
    private final FieldInterpreter<T> entries;
    private Matrices<T> matrices;

    private StepMap(Backend<T> backend, Loss<T> loss, int copies, FieldInterpreter<T> entries) {
        this.backend = backend;
        this.loss = loss;
        this.n = loss.dimension() - 1;
        this.q = copies;
        this.entries = entries;
    }

    /**
     * The map of a problem.
     *
     * @param parameter the name of the parameter p; those defined by it follow
     * @throws IllegalArgumentException if the problem has no such parameter
     */
    public static <T extends CalculusFieldElement<T>> StepMap<T> of(
            Problem problem, String parameter, Backend<T> backend) {
        Map<String, Expression> values = problem.parameters().valuesIn(parameter);
        Symbol p = Expression.symbol(parameter);
        List<Symbol> variables = new ArrayList<>(problem.variables());
        variables.add(p);
        Loss<T> loss = backend.loss(ExpressionDerivatives.of(
                variables,
                Domain.substituted(problem.loss(), values),
                Domain.substituted(problem.lossWithSums(), values)));
        Optimizer.Linear optimizer =
                problem.requireLinear("the limit of iterates").with(values);
        List<Expression> entries = optimizer.entries().toList();
        List<Expression> all = new ArrayList<>(entries);
        for (Expression entry : entries) {
            all.add(ExpressionDerivatives.of(List.of(p), entry).gradient(0));
        }
        StraightLineProgram program = StraightLineProgram.of(List.of(p), List.of(all));
        return new StepMap<>(backend, loss, optimizer.copies(), new FieldInterpreter<>(program, backend.field()));
    }

    /** The number N of entries of a state. */
    public int dimension() {
        return n * q;
    }

    Backend<T> backend() {
        return backend;
    }

    /** The field of the numbers. */
    public Field<T> field() {
        return backend.field();
    }

    /** The state of which all copies stand at a point. */
    public FieldVector<T> standing(FieldVector<T> point) {
        FieldVector<T> state = backend.zero(dimension());
        for (int i = 0; i < q; i++) {
            state.setSubVector(i * n, point);
        }
        return state;
    }

    /** A state from its copies. */
    public FieldVector<T> state(List<FieldVector<T>> copies) {
        FieldVector<T> state = backend.zero(dimension());
        for (int i = 0; i < q; i++) {
            state.setSubVector(i * n, copies.get(i));
        }
        return state;
    }

    /** The point at which the loss is evaluated, {@code C s}. */
    public FieldVector<T> pointOf(FieldVector<T> state, T p) {
        return combined(at(p).c, state);
    }

    /** The map and its derivatives at a state. */
    public Local local(FieldVector<T> state, T p) {
        return new Local(at(p), state, p);
    }

    /**
     * A, B, C and their derivatives for one value of p.
     *
     * @param p the value
     */
    private record Matrices<T>(T p, List<List<T>> a, List<T> b, List<T> c, List<List<T>> da, List<T> db, List<T> dc) {}

    private Matrices<T> at(T p) {
        if (matrices == null || !matrices.p.equals(p)) {
            entries.setInput(0, p);
            entries.run(0);
            int size = q * (q + 2);
            matrices = new Matrices<>(
                    p, rows(0), row(q * q), row(q * (q + 1)), rows(size), row(size + q * q), row(size + q * (q + 1)));
        }
        return matrices;
    }

    private List<List<T>> rows(int first) {
        List<List<T>> rows = new ArrayList<>();
        for (int i = 0; i < q; i++) {
            rows.add(row(first + i * q));
        }
        return rows;
    }

    private List<T> row(int first) {
        List<T> row = new ArrayList<>();
        for (int j = 0; j < q; j++) {
            row.add(entries.output(0, first + j));
        }
        return row;
    }

    /** A sum of copies of a state, of dimension n. */
    private FieldVector<T> combined(List<T> weights, FieldVector<T> state) {
        FieldVector<T> sum = backend.zero(n);
        for (int i = 0; i < q; i++) {
            if (!weights.get(i).isZero()) {
                sum = sum.add(state.getSubVector(i * n, n).mapMultiply(weights.get(i)));
            }
        }
        return sum;
    }

    /** {@code A s + B g}. */
    private FieldVector<T> moved(List<List<T>> a, FieldVector<T> state, List<T> b, FieldVector<T> gradient) {
        FieldVector<T> moved = backend.zero(dimension());
        for (int i = 0; i < q; i++) {
            moved.setSubVector(i * n, combined(a.get(i), state).add(gradient.mapMultiply(b.get(i))));
        }
        return moved;
    }

    /** The map at one state. */
    public final class Local {

        private final Matrices<T> method;
        private final FieldVector<T> state;
        private final LossAtPoint<T> here;

        private Local(Matrices<T> method, FieldVector<T> state, T p) {
            this.method = method;
            this.state = state;
            this.here = loss.at(withParameter(combined(method.c, state), p));
        }

        private FieldVector<T> withParameter(FieldVector<T> point, T last) {
            FieldVector<T> longer = backend.zero(n + 1);
            longer.setSubVector(0, point);
            longer.setEntry(n, last);
            return longer;
        }

        /** The loss. */
        public T value() {
            return here.value();
        }

        /** The gradient of the loss, of dimension n. */
        public FieldVector<T> gradient() {
            return here.gradient().getSubVector(0, n);
        }

        /** The Hessian of the loss, n by n. */
        public FieldMatrix<T> hessian() {
            return here.hessian().getSubMatrix(0, n - 1, 0, n - 1);
        }

        /** {@code D3L(a, b, .)}, of dimension n. */
        public FieldVector<T> third(FieldVector<T> a, FieldVector<T> b) {
            T zero = backend.field().getZero();
            return here.third(withParameter(a, zero), withParameter(b, zero)).getSubVector(0, n);
        }

        /** {@code D4L(a, b, c, .)}, of dimension n. */
        public FieldVector<T> fourth(FieldVector<T> a, FieldVector<T> b, FieldVector<T> c) {
            T zero = backend.field().getZero();
            return here.fourth(withParameter(a, zero), withParameter(b, zero), withParameter(c, zero))
                    .getSubVector(0, n);
        }

        /** The next state. */
        public FieldVector<T> next() {
            return moved(method.a, state, method.b, gradient());
        }

        /** {@code dF/ds}, N by N. */
        public FieldMatrix<T> jacobian() {
            FieldMatrix<T> hessian = here.hessian();
            FieldMatrix<T> jacobian = MatrixUtils.createFieldMatrix(backend.field(), dimension(), dimension());
            for (int i = 0; i < q; i++) {
                for (int j = 0; j < q; j++) {
                    T share = method.b.get(i).multiply(method.c.get(j));
                    for (int k = 0; k < n; k++) {
                        for (int l = 0; l < n; l++) {
                            T entry = hessian.getEntry(k, l).multiply(share);
                            jacobian.setEntry(
                                    i * n + k,
                                    j * n + l,
                                    k == l ? entry.add(method.a.get(i).get(j)) : entry);
                        }
                    }
                }
            }
            return jacobian;
        }

        /** {@code dF/ds v}. */
        public FieldVector<T> along(FieldVector<T> v) {
            return moved(
                    method.a,
                    v,
                    method.b,
                    curved(combined(method.c, v), backend.field().getZero()));
        }

        /** {@code dF/dp}. */
        public FieldVector<T> alongParameter() {
            FieldVector<T> own = moved(method.da, state, method.db, gradient());
            FieldVector<T> byPoint =
                    curved(combined(method.dc, state), backend.field().getOne());
            return own.add(pushed(byPoint));
        }

        /**
         * The derivative of {@code dF/ds v} as the state changes by ds and p by dp.
         *
         * @param v a change of state, of dimension N
         */
        public FieldVector<T> second(FieldVector<T> ds, T dp, FieldVector<T> v) {
            T zero = backend.field().getZero();
            FieldVector<T> read = combined(method.c, v);
            FieldVector<T> shift =
                    combined(method.c, ds).add(combined(method.dc, state).mapMultiply(dp));
            FieldVector<T> bent = here.third(withParameter(shift, dp), withParameter(read, zero))
                    .getSubVector(0, n);
            FieldVector<T> turned = curved(combined(method.dc, v), zero).mapMultiply(dp);
            return moved(method.da, v, method.db, curved(read, zero))
                    .mapMultiply(dp)
                    .add(pushed(bent.add(turned)));
        }

        /** How the gradient changes with the point and p. */
        private FieldVector<T> curved(FieldVector<T> dPoint, T dp) {
            return here.hessian(withParameter(dPoint, dp)).getSubVector(0, n);
        }

        /** {@code B g}. */
        private FieldVector<T> pushed(FieldVector<T> gradient) {
            FieldVector<T> pushed = new ArrayFieldVector<>(backend.field(), dimension());
            for (int i = 0; i < q; i++) {
                pushed.setSubVector(i * n, gradient.mapMultiply(method.b.get(i)));
            }
            return pushed;
        }
    }
}
