package org.selfstab.claims.orbit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.claims.Estimate;
import org.selfstab.claims.Lyapunov;
import org.selfstab.numeric.GeneralMatrix;
import org.selfstab.numeric.Norm;
import org.selfstab.vocabulary.Interruption;

/** Finds Lyapunov exponents, on a periodic orbit or along iterates. */
final class LyapunovFinder {

    private LyapunovFinder() {}

    /** Of a periodic orbit: means over its period. */
    static Lyapunov of(StepMap<Binary64> map, PeriodicOrbit orbit) {
        int period = orbit.period();
        List<Estimate> exponents = orbit.multipliers().stream()
                .map(Complex::norm)
                .map(modulus -> new Estimate(Math.log(modulus) / period, 0))
                .toList();
        double[] logs = new double[map.dimension()];
        for (FieldVector<Binary64> state : orbit.states()) {
            add(
                    logs,
                    singularLogs(
                            map.local(state, new Binary64(orbit.parameter())).jacobian()));
        }
        List<Estimate> sharpness = Arrays.stream(logs)
                .mapToObj(sum -> new Estimate(sum / period, 0))
                .toList();
        return new Lyapunov(exponents, exact(exponents), sharpness, exact(sharpness), period);
    }

    private static Estimate exact(List<Estimate> exponents) {
        return new Estimate(
                dimension(exponents.stream().mapToDouble(Estimate::value).toArray()), 0);
    }

    /**
     * Along the iterates from a state on their attractor.
     *
     * @param steps how many, a multiple of {@link Lyapunov#BATCHES}
     * @param progress is told each step
     * @throws ArithmeticException if they stop being finite
     */
    static Lyapunov along(
            StepMap<Binary64> map, FieldVector<Binary64> start, Binary64 parameter, int steps, IntConsumer progress) {
        int size = map.dimension();
        double[][] frame = identity(size);
        FieldVector<Binary64> state = start;
        List<double[]> growth = new ArrayList<>();
        List<double[]> stretch = new ArrayList<>();
        for (int batch = 0; batch < Lyapunov.BATCHES; batch++) {
            double[] sums = new double[size];
            double[] logs = new double[size];
            for (int i = 0; i < steps / Lyapunov.BATCHES; i++) {
                Interruption.check();
                StepMap<Binary64>.Local here = map.local(state, parameter);
                FieldMatrix<Binary64> jacobian = here.jacobian();
                if (!Double.isFinite(Norm.frobenius(jacobian))) {
                    throw new ArithmeticException("the iterates are not finite");
                }
                add(logs, singularLogs(jacobian));
                frame = carried(jacobian, frame, sums);
                state = here.next();
                progress.accept(batch * (steps / Lyapunov.BATCHES) + i);
            }
            growth.add(scaled(sums, (double) Lyapunov.BATCHES / steps));
            stretch.add(scaled(logs, (double) Lyapunov.BATCHES / steps));
        }
        return new Lyapunov(
                means(growth),
                jackknifed(growth, LyapunovFinder::dimension),
                means(stretch),
                jackknifed(stretch, LyapunovFinder::dimension),
                steps);
    }

    private static double[][] identity(int size) {
        double[][] identity = new double[size][size];
        for (int i = 0; i < size; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    /** The frame's vectors, mapped and made orthonormal again, by modified Gram-Schmidt; the logarithms of their lengths are added. */
    private static double[][] carried(FieldMatrix<Binary64> jacobian, double[][] frame, double[] logs) {
        int size = frame.length;
        double[][] mapped = new double[size][size];
        for (int k = 0; k < size; k++) {
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    mapped[k][i] += jacobian.getEntry(i, j).getReal() * frame[k][j];
                }
            }
            for (int earlier = 0; earlier < k; earlier++) {
                double share = product(mapped[earlier], mapped[k]);
                for (int i = 0; i < size; i++) {
                    mapped[k][i] -= share * mapped[earlier][i];
                }
            }
            double length = Math.max(Math.sqrt(product(mapped[k], mapped[k])), Double.MIN_NORMAL);
            logs[k] += Math.log(length);
            for (int i = 0; i < size; i++) {
                mapped[k][i] /= length;
            }
        }
        return mapped;
    }

    private static double product(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> one[i] * other[i])
                .sum();
    }

    private static void add(double[] sums, double[] terms) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += terms[i];
        }
    }

    private static double[] scaled(double[] sums, double factor) {
        return Arrays.stream(sums).map(sum -> sum * factor).toArray();
    }

    /** The logarithms of the singular values, largest first. */
    private static double[] singularLogs(FieldMatrix<Binary64> jacobian) {
        int size = jacobian.getRowDimension();
        if (size == 1) {
            return new double[] {
                Math.log(Math.max(
                        Double.MIN_NORMAL, Math.abs(jacobian.getEntry(0, 0).getReal())))
            };
        }
        if (size == 2) {
            double a = jacobian.getEntry(0, 0).getReal();
            double b = jacobian.getEntry(0, 1).getReal();
            double c = jacobian.getEntry(1, 0).getReal();
            double d = jacobian.getEntry(1, 1).getReal();
            double sum = Math.hypot(a + d, b - c) / 2;
            double difference = Math.hypot(a - d, b + c) / 2;
            double largest = sum + difference;
            double smallest = Math.abs(a * d - b * c) / Math.max(Double.MIN_NORMAL, largest);
            return new double[] {
                Math.log(Math.max(Double.MIN_NORMAL, largest)), Math.log(Math.max(Double.MIN_NORMAL, smallest))
            };
        }
        return GeneralMatrix.singularValues(jacobian).values().stream()
                .mapToDouble(value -> Math.log(Math.max(Double.MIN_NORMAL, value)))
                .toArray();
    }

    /** {@code j + (l_1 + .. + l_j)/|l_(j+1)|} with the largest j for which the sum is not negative; 0 if there is none. */
    static double dimension(double[] exponents) {
        double sum = 0;
        double before = 0;
        int largest = 0;
        for (int i = 0; i < exponents.length; i++) {
            sum += exponents[i];
            if (sum >= 0) {
                largest = i + 1;
                before = sum;
            }
        }
        return largest == 0 || largest == exponents.length ? largest : largest + before / Math.abs(exponents[largest]);
    }

    private static List<Estimate> means(List<double[]> batches) {
        List<Estimate> means = new ArrayList<>();
        for (int i = 0; i < batches.get(0).length; i++) {
            int index = i;
            double mean = batches.stream()
                    .mapToDouble(batch -> batch[index])
                    .average()
                    .orElseThrow();
            double squares = batches.stream()
                    .mapToDouble(batch -> Math.pow(batch[index] - mean, 2))
                    .sum();
            means.add(new Estimate(mean, Math.sqrt(squares / (Lyapunov.BATCHES - 1) / Lyapunov.BATCHES)));
        }
        return means;
    }

    private static Estimate jackknifed(List<double[]> batches, ToDoubleFunction<double[]> value) {
        double[] total = new double[batches.get(0).length];
        batches.forEach(batch -> add(total, batch));
        double[] without = batches.stream()
                .mapToDouble(batch -> {
                    double[] rest = total.clone();
                    for (int i = 0; i < rest.length; i++) {
                        rest[i] = (rest[i] - batch[i]) / (Lyapunov.BATCHES - 1);
                    }
                    return value.applyAsDouble(rest);
                })
                .toArray();
        double mean = Arrays.stream(without).average().orElseThrow();
        double squares =
                Arrays.stream(without).map(each -> Math.pow(each - mean, 2)).sum();
        return new Estimate(
                value.applyAsDouble(scaled(total, 1.0 / Lyapunov.BATCHES)),
                Math.sqrt((Lyapunov.BATCHES - 1.0) / Lyapunov.BATCHES * squares));
    }
}
