package org.selfstab.claims.orbit;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.linear.MatrixUtils;

/**
 * The equations that an orbit, a parameter and what becomes critical there solve together, with a derivative that is regular: those of Moore and Spence for
 * flips and folds, of Moore for branch points, and the real form of the same for a pair of multipliers on the unit circle (W. Govaerts, <i>Numerical
 * Methods for Bifurcations of Dynamical Equilibria</i>, 2000). Along a manifold of orbits, the one is meant that has the anchor's coordinates there.
 *
 * @param <T> the numbers
 */
final class ExtendedSystem<T extends CalculusFieldElement<T>> {

    /** What becomes critical. */
    enum Kind {
        /** A multiplier -1. Unknowns: state, its eigenvector, the parameter. */
        FLIP,
        /** A multiplier 1 at which the parameter turns. Unknowns: as for a flip. */
        FOLD,
        /** A multiplier 1 at which branches cross. Unknowns: state, left eigenvector, the parameter, and a perturbation that is 0. */
        BRANCH,
        /** A pair of multipliers on the unit circle. Unknowns: state, real and imaginary eigenvector, cosine, sine, the parameter. */
        NEIMARK_SACKER
    }

    private static final double DIFFERENCE = 1e-6;

    private final StepMap<T> map;
    private final Field<T> field;
    private final Kind kind;
    private final int period;
    private final int size;
    private final FieldVector<T> normal;
    private final Anchor<T> anchor;

    /**
     * What fixes the place on a manifold of orbits; empty lists where orbits are isolated.
     *
     * @param state the state whose place it is
     * @param left what the equations leave out, d vectors
     * @param right the directions of the manifold, d vectors
     * @param <T> the numbers
     */
    record Anchor<T extends CalculusFieldElement<T>>(
            FieldVector<T> state, List<FieldVector<T>> left, List<FieldVector<T>> right) {

        /** What is added to the residual at a state. */
        FieldVector<T> at(FieldVector<T> other) {
            return along(other.subtract(state));
        }

        /** How that changes. */
        FieldVector<T> along(FieldVector<T> change) {
            FieldVector<T> sum = change.mapMultiply(change.getField().getZero());
            for (int i = 0; i < left.size(); i++) {
                sum = sum.add(left.get(i).mapMultiply(right.get(i).dotProduct(change)));
            }
            return sum;
        }

        /** The same in other numbers. */
        <S extends CalculusFieldElement<S>> Anchor<S> in(Field<S> other) {
            return new Anchor<>(
                    converted(state, other),
                    left.stream().map(vector -> converted(vector, other)).toList(),
                    right.stream().map(vector -> converted(vector, other)).toList());
        }
    }

    /**
     * A system.
     *
     * @param normal with which the eigenvector has the product 1
     */
    ExtendedSystem(StepMap<T> map, Kind kind, int period, FieldVector<T> normal, Anchor<T> anchor) {
        this.map = map;
        this.field = map.backend().field();
        this.kind = kind;
        this.period = period;
        this.size = map.dimension();
        this.normal = normal;
        this.anchor = anchor;
    }

    /** The number of unknowns. */
    int unknowns() {
        return switch (kind) {
            case FLIP, FOLD -> 2 * size + 1;
            case BRANCH -> 2 * size + 2;
            case NEIMARK_SACKER -> 3 * size + 3;
        };
    }

    /** The parameter among unknowns. */
    T parameter(FieldVector<T> unknowns) {
        return unknowns.getEntry(kind == Kind.BRANCH ? 2 * size : unknowns() - 1);
    }

    /** The state among unknowns. */
    FieldVector<T> state(FieldVector<T> unknowns) {
        return unknowns.getSubVector(0, size);
    }

    private OrbitPass<T> pass(FieldVector<T> unknowns) {
        return new OrbitPass<>(map, state(unknowns), parameter(unknowns), period);
    }

    private FieldVector<T> part(FieldVector<T> unknowns, int index) {
        return unknowns.getSubVector(index * size, size);
    }

    private FieldVector<T> unit(int index) {
        FieldVector<T> unit = map.backend().zero(size);
        unit.setEntry(index, field.getOne());
        return unit;
    }

    /** The residual. */
    FieldVector<T> value(FieldVector<T> z) {
        OrbitPass<T> pass = pass(z);
        FieldVector<T> closed = pass.residual().add(anchor.at(state(z)));
        FieldVector<T> v = part(z, 1);
        T one = field.getOne();
        List<FieldVector<T>> parts = new ArrayList<>();
        switch (kind) {
            case FLIP ->
                parts.addAll(List.of(
                        closed,
                        pass.along(v).add(v),
                        scalar(normal.dotProduct(v).subtract(one))));
            case FOLD ->
                parts.addAll(List.of(
                        closed,
                        pass.along(v).subtract(v),
                        scalar(normal.dotProduct(v).subtract(one))));
            case BRANCH ->
                parts.addAll(List.of(
                        closed.add(v.mapMultiply(z.getEntry(2 * size + 1))),
                        pass.derivative().transpose().operate(v).subtract(v),
                        scalar(v.dotProduct(pass.alongParameter())),
                        scalar(v.dotProduct(v).subtract(one))));
            case NEIMARK_SACKER -> {
                FieldVector<T> w = part(z, 2);
                T c = z.getEntry(3 * size);
                T s = z.getEntry(3 * size + 1);
                parts.addAll(List.of(
                        closed,
                        pass.along(v).subtract(v.mapMultiply(c)).add(w.mapMultiply(s)),
                        pass.along(w).subtract(v.mapMultiply(s)).subtract(w.mapMultiply(c)),
                        scalar(c.multiply(c).add(s.multiply(s)).subtract(one)),
                        scalar(normal.dotProduct(v).subtract(one)),
                        scalar(normal.dotProduct(w))));
            }
        }
        return joined(parts);
    }

    private FieldVector<T> scalar(T value) {
        FieldVector<T> vector = new ArrayFieldVector<>(field, 1);
        vector.setEntry(0, value);
        return vector;
    }

    private FieldVector<T> joined(List<FieldVector<T>> parts) {
        FieldVector<T> joined = new ArrayFieldVector<>(field, unknowns());
        int position = 0;
        for (FieldVector<T> part : parts) {
            joined.setSubVector(position, part);
            position += part.getDimension();
        }
        return joined;
    }

    /** The derivative of the residual. */
    FieldMatrix<T> jacobian(FieldVector<T> z) {
        OrbitPass<T> pass = pass(z);
        FieldMatrix<T> jacobian = MatrixUtils.createFieldMatrix(field, unknowns(), unknowns());
        for (int j = 0; j < unknowns(); j++) {
            jacobian.setColumnVector(j, column(z, pass, j));
        }
        return jacobian;
    }

    private FieldVector<T> column(FieldVector<T> z, OrbitPass<T> pass, int j) {
        int p = kind == Kind.BRANCH ? 2 * size : unknowns() - 1;
        FieldVector<T> zero = map.backend().zero(size);
        if (j < size) {
            FieldVector<T> ds = unit(j);
            return byOrbit(
                    z, pass, ds, field.getZero(), pass.along(ds).subtract(ds).add(anchor.along(ds)));
        }
        if (j == p) {
            return byOrbit(z, pass, zero, field.getOne(), pass.alongParameter());
        }
        return kind == Kind.BRANCH ? byLeft(z, pass, j) : byEigenvectors(z, pass, j);
    }

    /** How all equations change with the state or the parameter. */
    private FieldVector<T> byOrbit(
            FieldVector<T> z, OrbitPass<T> pass, FieldVector<T> ds, T dp, FieldVector<T> closed) {
        FieldVector<T> v = part(z, 1);
        FieldVector<T> none = scalar(field.getZero());
        return switch (kind) {
            case FLIP, FOLD -> joined(List.of(closed, pass.second(ds, dp, v), none));
            case NEIMARK_SACKER ->
                joined(List.of(closed, pass.second(ds, dp, v), pass.second(ds, dp, part(z, 2)), none, none, none));
            case BRANCH -> {
                FieldVector<T> turned = map.backend().zero(size);
                for (int i = 0; i < size; i++) {
                    turned.setEntry(i, v.dotProduct(pass.second(ds, dp, unit(i))));
                }
                T ofParameter = dp.isZero()
                        ? v.dotProduct(pass.second(map.backend().zero(size), field.getOne(), ds))
                        : secondByParameter(z, v);
                yield joined(List.of(closed, turned, scalar(ofParameter), none));
            }
        };
    }

    /** {@code v . d^2F^k/dp^2}, by a difference: it only says how fast the iteration converges. */
    private T secondByParameter(FieldVector<T> z, FieldVector<T> v) {
        T p = parameter(z);
        T step = field.getOne().multiply(DIFFERENCE).multiply(p.abs().add(1.0));
        T ahead = v.dotProduct(new OrbitPass<>(map, state(z), p.add(step), period).alongParameter());
        T behind = v.dotProduct(new OrbitPass<>(map, state(z), p.subtract(step), period).alongParameter());
        return ahead.subtract(behind).divide(step.multiply(2.0));
    }

    private FieldVector<T> byLeft(FieldVector<T> z, OrbitPass<T> pass, int j) {
        FieldVector<T> v = part(z, 1);
        FieldVector<T> zero = map.backend().zero(size);
        FieldVector<T> none = scalar(field.getZero());
        if (j == 2 * size + 1) {
            return joined(List.of(v, zero, none, none));
        }
        FieldVector<T> dv = unit(j - size);
        return joined(List.of(
                dv.mapMultiply(z.getEntry(2 * size + 1)),
                pass.derivative().transpose().operate(dv).subtract(dv),
                scalar(dv.dotProduct(pass.alongParameter())),
                scalar(dv.dotProduct(v).multiply(2.0))));
    }

    private FieldVector<T> byEigenvectors(FieldVector<T> z, OrbitPass<T> pass, int j) {
        FieldVector<T> zero = map.backend().zero(size);
        FieldVector<T> none = scalar(field.getZero());
        if (kind != Kind.NEIMARK_SACKER) {
            FieldVector<T> dv = unit(j - size);
            FieldVector<T> mapped = pass.along(dv);
            return joined(List.of(
                    zero, kind == Kind.FLIP ? mapped.add(dv) : mapped.subtract(dv), scalar(normal.dotProduct(dv))));
        }
        FieldVector<T> v = part(z, 1);
        FieldVector<T> w = part(z, 2);
        T c = z.getEntry(3 * size);
        T s = z.getEntry(3 * size + 1);
        if (j < 2 * size) {
            FieldVector<T> dv = unit(j - size);
            return joined(List.of(
                    zero,
                    pass.along(dv).subtract(dv.mapMultiply(c)),
                    dv.mapMultiply(s.negate()),
                    none,
                    scalar(normal.dotProduct(dv)),
                    none));
        }
        if (j < 3 * size) {
            FieldVector<T> dw = unit(j - 2 * size);
            return joined(List.of(
                    zero,
                    dw.mapMultiply(s),
                    pass.along(dw).subtract(dw.mapMultiply(c)),
                    none,
                    none,
                    scalar(normal.dotProduct(dw))));
        }
        boolean isCosine = j == 3 * size;
        return joined(List.of(
                zero,
                isCosine ? v.mapMultiply(field.getOne().negate()) : w,
                (isCosine ? w : v).mapMultiply(field.getOne().negate()),
                scalar((isCosine ? c : s).multiply(2.0)),
                none,
                none));
    }

    /** A vector in other numbers. */
    static <T extends CalculusFieldElement<T>, S extends CalculusFieldElement<S>> FieldVector<S> converted(
            FieldVector<T> vector, Field<S> field) {
        FieldVector<S> converted = new ArrayFieldVector<>(field, vector.getDimension());
        for (int i = 0; i < vector.getDimension(); i++) {
            converted.setEntry(i, field.getZero().add(vector.getEntry(i).getReal()));
        }
        return converted;
    }
}
