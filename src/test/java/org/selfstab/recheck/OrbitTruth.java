package org.selfstab.recheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.FieldLUDecomposition;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.selfstab.dynamics.Model;
import org.selfstab.loss.LossAtPoint;

/** Whether claims about an orbit of period two are true, by Newton's method with many digits from the stated point and from others near it. */
final class OrbitTruth {

    private static final int MOST_ITERATIONS = 40;
    private static final int STARTS = 6;
    private static final double CONVERGED = 1e-45;
    /** What Newton's method and conversion lose; orbits are stated to radii above it. */
    private static final double TOLERANCE = 1e-40;
    /** Of eigenvalues in doubles, which near double ones have half of the digits. */
    private static final double OF_EIGENVALUES = 1e-7;

    private final Map<String, List<FieldVector<Dfp>>> zeros = new HashMap<>();

    /** Holds an orbit of which claims were confirmed against the true one; whether that could be computed. */
    boolean isJudged(JsonNode certificate, List<CheckedClaim> claims, String what) {
        JsonNode orbit = certificate.get("orbit");
        Optional<Model<Dfp>> model = model(certificate.get("problem"), numbers(orbit.get("first")));
        if (model.isEmpty()) {
            return false;
        }
        Descent descent = new Descent(model.get());
        FieldVector<Dfp> first = descent.model.start();
        Optional<FieldVector<Dfp>> found = descent.zeroFrom(first);
        assertThat(found).as("%s: a zero near the first point", what).isPresent();
        FieldVector<Dfp> point = found.get();
        FieldVector<Dfp> second = descent.next(point);
        if (claims.get(0).confirmed()) {
            assertWithin(point, first, numbers(orbit.get("radii")), what + ": the first point");
            assertWithin(
                    second,
                    descent.vector(numbers(orbit.get("second"))),
                    numbers(orbit.get("secondRadii")),
                    what + ": the second point");
            assertThat(size(second.subtract(point)).getReal()).as(what).isGreaterThan(TOLERANCE);
        }
        if (claims.get(1).confirmed()) {
            assertUnique(certificate, descent, point, what);
        }
        if (claims.get(2).confirmed()) {
            double radius = spectralRadius(descent.derivative(second).multiply(descent.derivative(point)));
            if (orbit.get("stable").textValue().equals("HOLDS")) {
                assertThat(radius).as(what).isLessThan(1.0 + OF_EIGENVALUES);
            } else {
                assertThat(radius).as(what).isGreaterThan(1.0 - OF_EIGENVALUES);
            }
        }
        return true;
    }

    private static Optional<Model<Dfp>> model(JsonNode problem, List<BigDecimal> start) {
        Map<String, BigDecimal> point = new LinkedHashMap<>();
        for (int i = 0; i < start.size(); i++) {
            point.put(problem.get("variables").get(i).textValue(), start.get(i));
        }
        return RereadProblem.at(problem, point);
    }

    private static void assertWithin(
            FieldVector<Dfp> point, FieldVector<Dfp> centre, List<BigDecimal> radii, String what) {
        for (int i = 0; i < radii.size(); i++) {
            Dfp distance = point.getEntry(i).subtract(centre.getEntry(i)).abs();
            Dfp radius = distance.newInstance(radii.get(i).toString());
            Dfp rounding = centre.getEntry(i).abs().add(1.0).multiply(TOLERANCE);
            assertThat(distance.subtract(radius).lessThan(rounding))
                    .as("%s: %s from its centre, stated %s", what, distance, radius)
                    .isTrue();
        }
    }

    /** None of the zeros that were found from several points is another one as near as the orbit is said to be the only one. */
    private void assertUnique(JsonNode certificate, Descent descent, FieldVector<Dfp> point, String what) {
        JsonNode orbit = certificate.get("orbit");
        BigDecimal uniqueness = orbit.get("uniqueness").decimalValue();
        assertThat(uniqueness.signum()).as(what).isPositive();
        FieldVector<Dfp> first = descent.model.start();
        Dfp radius = descent.model.rates().step().newInstance(uniqueness.toString());
        List<FieldVector<Dfp>> others = new ArrayList<>(zeros.computeIfAbsent(
                certificate.get("problem").get("loss") + " " + certificate.at("/problem/parameters"),
                unseen -> descent.zerosAround(point, point.getEntry(0).newInstance(0.5))));
        others.addAll(descent.zerosAround(first, radius));
        for (FieldVector<Dfp> other : others) {
            boolean isNear =
                    size(other.subtract(first)).multiply(1.0 + OF_EIGENVALUES).lessThan(radius);
            boolean isSame = size(other.subtract(point)).getReal() < TOLERANCE;
            assertThat(isSame || !isNear).as("%s: another zero %s", what, other).isTrue();
        }
    }

    private static List<BigDecimal> numbers(JsonNode list) {
        List<BigDecimal> numbers = new ArrayList<>();
        list.forEach(number -> numbers.add(number.decimalValue()));
        return numbers;
    }

    /** The largest magnitude of an entry. */
    private static Dfp size(FieldVector<Dfp> vector) {
        Dfp largest = vector.getField().getZero();
        for (Dfp entry : vector.toArray()) {
            largest = entry.isNaN() || largest.lessThan(entry.abs()) ? entry.abs() : largest;
        }
        return largest;
    }

    private static double spectralRadius(FieldMatrix<Dfp> matrix) {
        RealMatrix doubles = MatrixUtils.createRealMatrix(matrix.getRowDimension(), matrix.getColumnDimension());
        for (int i = 0; i < matrix.getRowDimension(); i++) {
            for (int j = 0; j < matrix.getColumnDimension(); j++) {
                doubles.setEntry(i, j, matrix.getEntry(i, j).getReal());
            }
        }
        double radius = 0.0;
        for (var eigenvalue : new EigenDecompositionNonSymmetric(doubles).getEigenvalues()) {
            radius = Math.max(radius, Math.hypot(eigenvalue.getRealPart(), eigenvalue.getImaginaryPart()));
        }
        return radius;
    }

    /** Gradient descent of a problem. */
    private record Descent(Model<Dfp> model) {

        FieldVector<Dfp> vector(List<BigDecimal> numbers) {
            FieldVector<Dfp> vector =
                    new ArrayFieldVector<>(model.rates().step().getField(), numbers.size());
            for (int i = 0; i < numbers.size(); i++) {
                vector.setEntry(
                        i, model.rates().step().newInstance(numbers.get(i).toString()));
            }
            return vector;
        }

        FieldVector<Dfp> next(FieldVector<Dfp> point) {
            return point.subtract(
                    model.loss().at(point).gradient().mapMultiply(model.rates().step()));
        }

        FieldMatrix<Dfp> derivative(FieldVector<Dfp> point) {
            LossAtPoint<Dfp> local = model.loss().at(point);
            return MatrixUtils.createFieldIdentityMatrix(model.rates().step().getField(), point.getDimension())
                    .subtract(local.hessian().scalarMultiply(model.rates().step()));
        }

        /** Newton's method for {@code f(f(theta)) = theta}; empty where it does not converge. */
        Optional<FieldVector<Dfp>> zeroFrom(FieldVector<Dfp> start) {
            FieldVector<Dfp> point = start;
            FieldMatrix<Dfp> identity =
                    MatrixUtils.createFieldIdentityMatrix(model.rates().step().getField(), start.getDimension());
            try {
                for (int i = 0; i < MOST_ITERATIONS; i++) {
                    FieldVector<Dfp> image = next(point);
                    FieldMatrix<Dfp> jacobian =
                            derivative(image).multiply(derivative(point)).subtract(identity);
                    FieldVector<Dfp> step = new FieldLUDecomposition<>(jacobian)
                            .getSolver()
                            .solve(next(image).subtract(point));
                    point = point.subtract(step);
                    double length = size(step).getReal();
                    if (!(length < 1e9)) {
                        return Optional.empty();
                    }
                    if (length < CONVERGED * (1.0 + size(point).getReal())) {
                        return Optional.of(point);
                    }
                }
                return Optional.empty();
            } catch (MathRuntimeException singular) {
                return Optional.empty();
            }
        }

        List<FieldVector<Dfp>> zerosAround(FieldVector<Dfp> centre, Dfp radius) {
            Random random = new Random(centre.hashCode());
            List<FieldVector<Dfp>> found = new ArrayList<>();
            for (int i = 0; i < STARTS; i++) {
                FieldVector<Dfp> start = centre.copy();
                for (int j = 0; j < start.getDimension(); j++) {
                    start.setEntry(j, start.getEntry(j).add(radius.multiply(2.0 * random.nextDouble() - 1.0)));
                }
                zeroFrom(start).ifPresent(found::add);
            }
            return found;
        }
    }
}
