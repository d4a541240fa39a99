package org.selfstab.generate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.Binary64;
import org.selfstab.dynamics.ReducedLevel;
import org.selfstab.expression.Expression;
import org.selfstab.vocabulary.Quantities;

/** Reads a request: puts in defaults, draws what is random, and refuses what no loss can meet. */
final class PrescriptionReader {

    static final int MAX_DIMENSION = 12;

    private static final String ETA_LAMBDA = "--eta-lambda";
    private static final ClosedNumber EIGENGAP =
            decimal(Quantities.SECOND_EIGENVALUE.limit().orElseThrow().byDefault());
    private static final ClosedNumber TWO = ClosedNumber.of(2, 1);
    /** How much longer than a period of the reduced equation a run is. */
    private static final double PERIODS = 1.25;

    private static final double SMALLEST_PERIOD = Math.sqrt(2.0) * Math.PI;
    /** The fixed point to rounding, where the period is that of small oscillations. */
    private static final double NO_ENERGY = 1e-9;

    private final Request request;
    private final Random random;
    private final Map<Prescribed, ClosedNumber> numbers = new EnumMap<>(Prescribed.class);

    private PrescriptionReader(Request request) {
        this.request = request;
        this.random = new Random(request.seed());
    }

    /**
     * The prescription that a request asks for, with its hypothesis not yet broken.
     *
     * @throws ImpossibleRequestException if it cannot be met
     */
    static Prescription read(Request request) {
        return new PrescriptionReader(request).prescription();
    }

    private Prescription prescription() {
        for (Prescribed kind : Prescribed.values()) {
            numbers.put(kind, number(kind));
        }
        requireRanges();
        return new Prescription(
                numbers, directions(), Optional.empty(), new Prescription.RunPlan.AtEdge(wholePeriod()));
    }

    private ClosedNumber number(Prescribed kind) {
        String text = request.values().getOrDefault(kind, kind.byDefault());
        return text.equals(Request.RANDOM)
                ? new ClosedNumber(
                        kind.draw(random, earlier -> numbers.get(earlier).expression()))
                : ClosedNumber.parse(kind.option(), text);
    }

    private void requireRanges() {
        requirePositive(Prescribed.ETA, "a step size is positive");
        requirePositive(
                Prescribed.BETA, "beta = |gradS_perp|^2 is positive wherever gradient descent stabilizes itself");
        requirePositive(
                Prescribed.ALPHA,
                "without progressive sharpening, alpha > 0, delta and epsilon are undefined and no condition applies");
        requirePositive(Prescribed.GAMMA, "gamma has the sign of alpha, which is positive");
        if (numbers.get(Prescribed.GAMMA).isAbove(ClosedNumber.ONE)) {
            throw refusal(Prescribed.GAMMA, "a cosine is at most 1");
        }
        if (numbers.get(Prescribed.ENERGY).sign() < 0) {
            throw refusal(Prescribed.ENERGY, "the energy (16) is at least 0, and 0 only at the fixed point");
        }
    }

    private void requirePositive(Prescribed kind, String why) {
        if (numbers.get(kind).sign() <= 0) {
            throw refusal(kind, why);
        }
    }

    private ImpossibleRequestException refusal(Prescribed kind, String why) {
        return new ImpossibleRequestException(
                kind.option() + " " + numbers.get(kind) + " is impossible: " + why, "give " + kind.meaning());
    }

    private Directions directions() {
        boolean drifts = numbers.get(Prescribed.GAMMA).isBelow(ClosedNumber.ONE);
        List<ClosedNumber> curvatures = curvatures();
        int needed = 1 + (drifts ? 1 : 0);
        int dimension = request.dimension().orElse(1 + curvatures.size() + needed);
        requireDimension(dimension, needed, curvatures.size());
        while (curvatures.size() < dimension - 1) {
            curvatures.add(ClosedNumber.ZERO);
        }
        return Directions.of(curvatures, drifts);
    }

    private void requireDimension(int dimension, int needed, int curvatures) {
        if (dimension < 1 + needed) {
            throw new ImpossibleRequestException(
                    "--dimension " + dimension + " is too small: u and gradS_perp need 2"
                            + (needed > 1 ? ", and gamma < 1 a direction orthogonal to both, 3 in all" : ""),
                    "give at least " + (1 + needed));
        }
        if (curvatures > dimension - 1) {
            throw new ImpossibleRequestException(
                    "--dimension " + dimension + " is too small for " + curvatures + " " + ETA_LAMBDA
                            + ": beside u there are " + (dimension - 1) + " directions",
                    "give at least " + (curvatures + 1));
        }
        if (dimension > MAX_DIMENSION) {
            throw new ImpossibleRequestException(
                    "the dimension is " + dimension,
                    "at most " + MAX_DIMENSION + " variables are generated, give fewer");
        }
    }

    private List<ClosedNumber> curvatures() {
        List<ClosedNumber> curvatures = new ArrayList<>();
        for (String text : request.etaLambdas().orElse(defaultEtaLambdas())) {
            ClosedNumber curvature = text.equals(Request.RANDOM)
                    ? new ClosedNumber(Expression.constant(new BigFraction(random.nextInt(18), 10)))
                    : ClosedNumber.parse(ETA_LAMBDA, text);
            requireBelowEdge(curvature);
            curvatures.add(curvature);
        }
        return curvatures;
    }

    /** In fewer dimensions than the default needs there is none. */
    private List<String> defaultEtaLambdas() {
        int needed = numbers.get(Prescribed.GAMMA).isBelow(ClosedNumber.ONE) ? 3 : 2;
        boolean hasRoom = request.dimension().orElse(MAX_DIMENSION) > needed;
        return hasRoom ? Request.DEFAULT_ETA_LAMBDAS : List.of();
    }

    private void requireBelowEdge(ClosedNumber curvature) {
        if (!curvature.isBelow(TWO)) {
            throw new ImpossibleRequestException(
                    ETA_LAMBDA + " " + curvature
                            + " is impossible: at 2 this direction is at the edge as u is, beyond it is the top one itself",
                    "give less than " + (breaksEigengap() ? "2" : EIGENGAP));
        }
        if (!breaksEigengap() && !curvature.isBelow(EIGENGAP)) {
            throw new ImpossibleRequestException(
                    ETA_LAMBDA + " " + curvature + " breaks the eigengap, which is " + EIGENGAP,
                    "give less, or ask for it with --violate " + Violation.EIGENGAP.optionName());
        }
    }

    private boolean breaksEigengap() {
        return request.violated().filter(Violation.EIGENGAP::equals).isPresent();
    }

    private ClosedNumber wholePeriod() {
        return wholePeriod(numbers.get(Prescribed.ENERGY));
    }

    /** A time of the reduced dynamics, rounded up, that holds a whole period. */
    static ClosedNumber wholePeriod(ClosedNumber energy) {
        double e = energy.real();
        double period = e < NO_ENERGY
                ? SMALLEST_PERIOD
                : new ReducedLevel<>(new Binary64(e)).period().getReal();
        return ClosedNumber.of((int) Math.ceil(PERIODS * period), 1);
    }

    private static ClosedNumber decimal(double shortDecimal) {
        return ClosedNumber.parse("", Double.toString(shortDecimal));
    }
}
