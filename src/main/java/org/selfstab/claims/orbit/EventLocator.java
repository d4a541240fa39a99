package org.selfstab.claims.orbit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.complex.Complex;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.FieldLUDecomposition;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.selfstab.claims.BifurcationEvent;
import org.selfstab.numeric.DoubleVector;
import org.selfstab.numeric.GeneralMatrix;
import org.selfstab.numeric.Norm;

/** Finds the place of an event between two orbits of a branch: Newton's method on the extended system, in doubles and then in decimals. */
final class EventLocator {

    private static final int ITERATIONS = 12;
    private static final int DECIMAL_ITERATIONS = 6;
    /** Multipliers so near to 1 or -1 are real. */
    private static final double REAL = 1e-3;
    /** A second derivative below this, in units of the state's scale, is one that symmetry makes zero. */
    private static final double SYMMETRIC = 1e-5;
    /** A parameter below this, in units of the range, is zero. */
    private static final double ZERO = 1e-18;

    private final StepMap<Binary64> map;
    private final Supplier<StepMap<Dfp>> decimal;

    /**
     * A locator.
     *
     * @param decimal the same map in decimals of more than 20 digits
     */
    EventLocator(StepMap<Binary64> map, Supplier<StepMap<Dfp>> decimal) {
        this.map = map;
        this.decimal = decimal;
    }

    /**
     * An event.
     *
     * @param kind what happens
     * @param state the orbit's state
     * @param p the parameter
     * @param vector the direction in which orbits begin there
     * @param isPolished whether the extended system was solved in decimals
     * @param error of p
     */
    record Located(
            BifurcationEvent.Kind kind,
            FieldVector<Binary64> state,
            double p,
            FieldVector<Binary64> vector,
            boolean isPolished,
            double error) {}

    /**
     * A solution of the extended system.
     *
     * @param unknowns the solution
     * @param error the last change of the parameter
     */
    private record Solution<T>(T unknowns, double error) {}

    /**
     * The event between two orbits; empty if none of the known kinds is there. A branch that begins at another one turns where it does so, which is no fold:
     * there the equations of a fold are singular, and those of a branch point are not.
     *
     * @param turns whether the parameter turns between them
     */
    Optional<Located> locate(
            Continuation.Node inside,
            Continuation.Node outside,
            int period,
            boolean turns,
            double scale,
            double range) {
        Optional<Complex> critical = inside.transverse().stream()
                .min(Comparator.comparingDouble(multiplier -> Math.abs(multiplier.norm() - 1)));
        if (critical.isEmpty()) {
            return Optional.empty();
        }
        ExtendedSystem.Kind kind = kind(critical.get(), turns);
        Located first = located(kind, critical.get(), inside, outside, period, scale, range);
        if (kind != ExtendedSystem.Kind.FOLD || first.isPolished()) {
            return Optional.of(first);
        }
        Located second = located(ExtendedSystem.Kind.BRANCH, critical.get(), inside, outside, period, scale, range);
        return Optional.of(second.isPolished() ? second : first);
    }

    private Located located(
            ExtendedSystem.Kind kind,
            Complex critical,
            Continuation.Node inside,
            Continuation.Node outside,
            int period,
            double scale,
            double range) {
        ExtendedSystem<Binary64> system;
        FieldVector<Binary64> guess;
        GeneralMatrix.SingularValues values;
        int size = map.dimension();
        FieldMatrix<Binary64> derivative = inside.pass().derivative();
        FieldVector<Binary64> vector;
        if (kind == ExtendedSystem.Kind.NEIMARK_SACKER) {
            FieldVector<Binary64> pair = pair(derivative, critical);
            vector = pair.getSubVector(0, size);
            FieldVector<Binary64> normal =
                    vector.mapMultiply(vector.dotProduct(vector).reciprocal());
            system = new ExtendedSystem<>(map, kind, period, normal, inside.anchor());
            guess = DoubleVector.zero(system.unknowns());
            guess.setSubVector(size, pair);
            guess.setEntry(3 * size, new Binary64(critical.getReal() / critical.norm()));
            guess.setEntry(3 * size + 1, new Binary64(critical.getImaginary() / critical.norm()));
        } else {
            values = GeneralMatrix.singularValues(
                    kind == ExtendedSystem.Kind.FLIP
                            ? plusIdentity(derivative)
                            : deflated(derivative, inside.anchor()));
            vector = values.right().get(size - 1);
            system = new ExtendedSystem<>(map, kind, period, vector, inside.anchor());
            guess = DoubleVector.zero(system.unknowns());
            guess.setSubVector(
                    size, kind == ExtendedSystem.Kind.BRANCH ? values.left().get(size - 1) : vector);
        }
        guess.setSubVector(0, inside.state());
        double middle = (inside.p() + outside.p()) / 2;
        guess.setEntry(kind == ExtendedSystem.Kind.BRANCH ? 2 * size : system.unknowns() - 1, new Binary64(middle));
        double room = 20 * Math.abs(inside.p() - outside.p()) + 1e-4 * range;
        Optional<Solution<FieldVector<Binary64>>> solved = solved(system, guess, ITERATIONS, 1e-14 * range)
                .filter(solution -> Math.abs(system.parameter(solution.unknowns).getReal() - middle) <= room
                        && Norm.of(system.state(solution.unknowns).subtract(inside.state()))
                                        .getReal()
                                <= 1e-2 * scale);
        if (solved.isEmpty()) {
            return new Located(
                    kindOf(kind, inside.pass(), inside.anchor(), scale),
                    inside.state(),
                    middle,
                    vector,
                    false,
                    Math.abs(inside.p() - outside.p()));
        }
        FieldVector<Binary64> unknowns = solved.get().unknowns;
        FieldVector<Binary64> state = system.state(unknowns);
        double p = system.parameter(unknowns).getReal();
        OrbitPass<Binary64> pass = new OrbitPass<>(map, state, new Binary64(p), period);
        FieldVector<Binary64> right = kind == ExtendedSystem.Kind.BRANCH ? vector : unknowns.getSubVector(size, size);
        return polished(kind, period, inside, unknowns, system.parameter(unknowns), vector)
                .map(solution -> new Located(
                        kindOf(kind, pass, inside.anchor(), scale),
                        state,
                        Math.abs(solution.unknowns) <= ZERO * range ? 0 : solution.unknowns,
                        right,
                        true,
                        Math.max(solution.error, Math.ulp(p))))
                .orElseGet(() -> new Located(
                        kindOf(kind, pass, inside.anchor(), scale),
                        state,
                        p,
                        right,
                        false,
                        Math.max(solved.get().error, 1e-12 * Math.abs(p))));
    }

    private static ExtendedSystem.Kind kind(Complex critical, boolean turns) {
        boolean isReal = critical.getImaginary() == 0;
        if (critical.add(1).norm() <= REAL || (isReal && critical.getReal() < 0)) {
            return ExtendedSystem.Kind.FLIP;
        }
        if (isReal || critical.subtract(1).norm() <= REAL) {
            return turns ? ExtendedSystem.Kind.FOLD : ExtendedSystem.Kind.BRANCH;
        }
        return ExtendedSystem.Kind.NEIMARK_SACKER;
    }

    private static BifurcationEvent.Kind kindOf(
            ExtendedSystem.Kind kind, OrbitPass<Binary64> pass, ExtendedSystem.Anchor<Binary64> anchor, double scale) {
        return switch (kind) {
            case FLIP -> BifurcationEvent.Kind.FLIP;
            case FOLD -> BifurcationEvent.Kind.FOLD;
            case NEIMARK_SACKER -> BifurcationEvent.Kind.NEIMARK_SACKER;
            case BRANCH -> {
                GeneralMatrix.SingularValues values = GeneralMatrix.singularValues(deflated(pass.derivative(), anchor));
                int last = values.left().size() - 1;
                DoubleVector critical = values.right().get(last);
                double bent = values.left()
                        .get(last)
                        .dotProduct(pass.second(critical, Binary64.ZERO, critical))
                        .getReal();
                yield Math.abs(bent) * scale <= SYMMETRIC
                        ? BifurcationEvent.Kind.PITCHFORK
                        : BifurcationEvent.Kind.TRANSCRITICAL;
            }
        };
    }

    /** The parameter in decimals. */
    private Optional<Solution<Double>> polished(
            ExtendedSystem.Kind kind,
            int period,
            Continuation.Node inside,
            FieldVector<Binary64> unknowns,
            Binary64 p,
            FieldVector<Binary64> normal) {
        StepMap<Dfp> precise = decimal.get();
        FieldVector<Binary64> normalised = kind == ExtendedSystem.Kind.NEIMARK_SACKER
                ? normal.mapMultiply(normal.dotProduct(normal).reciprocal())
                : normal;
        ExtendedSystem<Dfp> system = new ExtendedSystem<>(
                precise,
                kind,
                period,
                ExtendedSystem.converted(normalised, precise.backend().field()),
                inside.anchor().in(precise.backend().field()));
        FieldVector<Dfp> guess =
                ExtendedSystem.converted(unknowns, precise.backend().field());
        return solved(system, guess, DECIMAL_ITERATIONS, 1e-22 * Math.max(1e-3, Math.abs(p.getReal())))
                .map(solution ->
                        new Solution<>(system.parameter(solution.unknowns).toDouble(), solution.error))
                .filter(solution ->
                        Math.abs(solution.unknowns - p.getReal()) <= 1e-6 * Math.max(1e-3, Math.abs(p.getReal())));
    }

    private static <T extends CalculusFieldElement<T>> Optional<Solution<FieldVector<T>>> solved(
            ExtendedSystem<T> system, FieldVector<T> guess, int iterations, double tolerance) {
        FieldVector<T> unknowns = guess;
        double change = Double.POSITIVE_INFINITY;
        try {
            for (int i = 0; i < iterations; i++) {
                FieldVector<T> step = new FieldLUDecomposition<>(system.jacobian(unknowns))
                        .getSolver()
                        .solve(system.value(unknowns));
                unknowns = unknowns.subtract(step);
                double before = change;
                change = Math.abs(system.parameter(step).getReal());
                if (!Double.isFinite(Norm.of(unknowns).getReal())) {
                    return Optional.empty();
                }
                if ((change <= tolerance && i > 0) || (i > 3 && change >= before && change <= 1e3 * tolerance)) {
                    return Optional.of(new Solution<>(unknowns, change));
                }
            }
        } catch (MathRuntimeException singular) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** Real and imaginary part of an eigenvector, orthogonal to each other. */
    private FieldVector<Binary64> pair(FieldMatrix<Binary64> derivative, Complex eigenvalue) {
        int size = map.dimension();
        FieldMatrix<Binary64> doubled = MatrixUtils.createFieldMatrix(Binary64Field.getInstance(), 2 * size, 2 * size);
        doubled.setSubMatrix(derivative.getData(), 0, 0);
        doubled.setSubMatrix(derivative.getData(), size, size);
        for (int i = 0; i < size; i++) {
            doubled.addToEntry(i, i, new Binary64(-eigenvalue.getReal()));
            doubled.addToEntry(size + i, size + i, new Binary64(-eigenvalue.getReal()));
            doubled.setEntry(i, size + i, new Binary64(eigenvalue.getImaginary()));
            doubled.setEntry(size + i, i, new Binary64(-eigenvalue.getImaginary()));
        }
        List<DoubleVector> right = GeneralMatrix.singularValues(doubled).right();
        DoubleVector vector = right.get(2 * size - 1);
        DoubleVector v = vector.getSubVector(0, size);
        DoubleVector w = vector.getSubVector(size, size);
        double product = v.dotProduct(w).getReal();
        double difference = v.dotProduct(v).getReal() - w.dotProduct(w).getReal();
        double angle = Math.atan2(-2 * product, difference) / 2;
        Binary64 cosine = new Binary64(Math.cos(angle));
        Binary64 sine = new Binary64(Math.sin(angle));
        DoubleVector rotated = DoubleVector.zero(2 * size);
        DoubleVector first = v.mapMultiply(cosine).subtract(w.mapMultiply(sine));
        Binary64 length = Norm.of(first).reciprocal();
        rotated.setSubVector(0, first.mapMultiply(length));
        rotated.setSubVector(
                size, v.mapMultiply(sine).add(w.mapMultiply(cosine)).mapMultiply(length));
        return rotated;
    }

    private static FieldMatrix<Binary64> plusIdentity(FieldMatrix<Binary64> matrix) {
        FieldMatrix<Binary64> sum = matrix.copy();
        for (int i = 0; i < matrix.getRowDimension(); i++) {
            sum.addToEntry(i, i, Binary64.ONE);
        }
        return sum;
    }

    private static FieldMatrix<Binary64> deflated(
            FieldMatrix<Binary64> derivative, ExtendedSystem.Anchor<Binary64> anchor) {
        FieldMatrix<Binary64> matrix = PeriodicOrbit.minusIdentity(derivative);
        for (int i = 0; i < anchor.left().size(); i++) {
            matrix = matrix.add(anchor.left().get(i).outerProduct(anchor.right().get(i)));
        }
        return matrix;
    }
}
