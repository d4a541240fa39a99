package org.selfstab.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.numeric.ArrayVectors;
import org.selfstab.numeric.FrobeniusEstimate;

/**
 * The operator norms of the third and fourth derivatives at a point of many variables, from products with vectors, in double precision.
 *
 * <p>Lower bound: a power iteration on one argument after the other, the others held, which never lessens the form (De Lathauwer, De Moor and
 * Vandewalle, see {@link NormSearch}), from directions that are given, two generic ones and the best one of the point before. Upper
 * bound: the Frobenius norm, estimated from the form along random signs, and doubled for what the estimate may lack; it may be far above.
 *
 * @param <T> the field's elements
 */
public final class NormEstimates<T extends CalculusFieldElement<T>> {

    private static final int MOST_ROUNDS = 12;
    private static final double SMALLEST_GAIN = 1e-3;
    private static final int GENERIC = 2;
    private static final int SAMPLES = 6;
    private static final double SAFETY = 2.0;
    private static final long SEED = 20230501;

    private final Largest third = new Largest(2);
    private final Largest fourth = new Largest(3);

    /** A form with all arguments but one. */
    private interface Form {
        void contract(List<double[]> arguments, double[] result);
    }

    /**
     * Includes the norm of {@code D3L} at a point in a maximum.
     *
     * @param loss the loss there
     * @param directions to start from, each of dimension n
     * @throws UndefinedGeometryException if the derivative is not finite there
     */
    public void includeThird(LossAtPoint<T> loss, List<FieldVector<T>> directions) {
        RealPartDerivatives<T> derivatives = new RealPartDerivatives<>(loss);
        third.include(
                (arguments, result) -> derivatives.third(arguments.get(0), arguments.get(1), result),
                starts(derivatives.dimension(), directions),
                loss);
    }

    /**
     * Includes the norm of {@code D4L} at a point in a maximum.
     *
     * @param loss the loss there
     * @param directions to start from, each of dimension n
     * @return whether it has the largest lower bound so far
     * @throws UndefinedGeometryException if the derivative is not finite there
     */
    public boolean includeFourth(LossAtPoint<T> loss, List<FieldVector<T>> directions) {
        RealPartDerivatives<T> derivatives = new RealPartDerivatives<>(loss);
        return fourth.include(
                (arguments, result) -> derivatives.fourth(arguments.get(0), arguments.get(1), arguments.get(2), result),
                starts(derivatives.dimension(), directions),
                loss);
    }

    /** Bounds of the third derivative's norm over the points included, at least one. */
    public NormBounds third() {
        return third.bounds();
    }

    /** Bounds of the fourth derivative's norm over the points included, at least one. */
    public NormBounds fourth() {
        return fourth.bounds();
    }

    /** What is known of one derivative's norm. */
    private static final class Largest {

        private final int arguments;
        private List<double[]> best = List.of();
        private double lower = -1.0;
        private double upper;

        Largest(int arguments) {
            this.arguments = arguments;
        }

        boolean include(Form form, List<double[]> starts, LossAtPoint<?> loss) {
            int n = starts.get(0).length;
            double frobenius = frobenius(n, form, arguments);
            if (!Double.isFinite(frobenius)) {
                throw UndefinedGeometryException.notFinite(
                        arguments + 1,
                        Arrays.stream(loss.point().toArray()).mapToDouble(CalculusFieldElement::getReal));
            }
            upper = Math.max(upper, frobenius);
            Climb highest = new Climb(n, form, best.isEmpty() ? copies(starts.get(0), arguments) : best);
            for (double[] start : starts) {
                Climb climb = new Climb(n, form, copies(start, arguments));
                highest = climb.value > highest.value ? climb : highest;
            }
            if (!(highest.value > lower)) {
                return false;
            }
            lower = highest.value;
            best = highest.arguments;
            return true;
        }

        NormBounds bounds() {
            return new NormBounds(
                    lower,
                    Math.max(lower, SAFETY * upper),
                    Arrays.stream(best.get(0)).boxed().toList());
        }
    }

    private List<double[]> starts(int n, List<FieldVector<T>> directions) {
        List<double[]> starts = new ArrayList<>();
        for (FieldVector<T> direction : directions) {
            double[] start = new double[n];
            RealParts.copy(direction, start);
            starts.add(start);
        }
        Random random = new Random(SEED);
        for (int i = 0; i < GENERIC; i++) {
            starts.add(random.doubles(n, -1.0, 1.0).toArray());
        }
        starts.forEach(NormEstimates::normalise);
        return starts;
    }

    private static List<double[]> copies(double[] start, int count) {
        List<double[]> copies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            copies.add(start);
        }
        return copies;
    }

    /** From unit arguments to where the form gains no more; its value there and the arguments. */
    private static final class Climb {

        private final List<double[]> arguments;
        private double value;

        Climb(int n, Form form, List<double[]> from) {
            arguments = new ArrayList<>(from);
            double before = -1.0;
            for (int round = 0; round < MOST_ROUNDS && value > before * (1.0 + SMALLEST_GAIN); round++) {
                before = value;
                // The best unit vector for the free argument takes the place of the one that was held longest.
                for (int i = 0; i <= from.size(); i++) {
                    double[] free = new double[n];
                    form.contract(arguments, free);
                    double length = normalise(free);
                    if (!(length > 0) || !(length < Double.POSITIVE_INFINITY)) {
                        return;
                    }
                    value = Math.max(value, length);
                    arguments.remove(0);
                    arguments.add(free);
                }
            }
        }
    }

    private static double frobenius(int n, Form form, int arguments) {
        Random random = new Random(SEED);
        double[] result = new double[n];
        double squares = 0;
        for (int sample = 0; sample < SAMPLES; sample++) {
            List<double[]> signs = new ArrayList<>();
            for (int i = 0; i < arguments; i++) {
                signs.add(FrobeniusEstimate.signs(n, random));
            }
            form.contract(signs, result);
            for (double entry : result) {
                squares += entry * entry;
            }
        }
        return Math.sqrt(squares / SAMPLES);
    }

    private static double normalise(double[] vector) {
        double length = ArrayVectors.norm(vector);
        if (length > 0) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] /= length;
            }
        }
        return length;
    }
}
