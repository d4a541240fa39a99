package org.selfstab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.util.Binary64;
import org.selfstab.dynamics.DerivedLoss;
import org.selfstab.dynamics.Model;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.vocabulary.SelfstabException;

/**
 * A problem as a stranger may write it, drawn from a seed: a valley with a curved floor, a small network, a product or factorisation, a polynomial or a
 * transcendental loss, in units from 1e-8 to 1e8, from a start anywhere: far below the edge, at it, above it.
 *
 * @param seed what it was drawn from
 * @param dimension the number of variables
 * @param toml the problem file
 */
public record SeededProblem(long seed, int dimension, String toml) {

    private static final List<String> ACTIVATIONS = List.of("tanh", "sigmoid", "softplus", "erf", "atan", "sin");

    /** The problem of a seed. */
    public static SeededProblem of(long seed) {
        return new Draw(seed, 1 + new Random(seed).nextInt(5)).problem();
    }

    /** Another problem of a seed, of two variables and with few steps to the edge, so that whatever it is it can be certified soon. */
    public static SeededProblem ofTwoVariables(long seed) {
        return new Draw(seed, 2).problem().withFewSteps();
    }

    /** The same with at most 20 steps to the edge. */
    public SeededProblem withFewSteps() {
        return new SeededProblem(seed, dimension, toml.replaceFirst("max_steps = \\d+", "max_steps = 20"));
    }

    /** What is drawn for one problem. */
    private static final class Draw {

        private final long seed;
        private final int dimension;
        private final Random random;
        private final List<String> units = new ArrayList<>();

        Draw(long seed, int dimension) {
            this.seed = seed;
            this.dimension = dimension;
            this.random = new Random(seed);
        }

        /** Losses that are not defined at their start, or flat there, are drawn anew: they are refused, and say why. */
        SeededProblem problem() {
            while (true) {
                boolean odd = random.nextInt(3) == 0;
                units.clear();
                IntStream.range(0, dimension).forEach(i -> units.add(odd ? power(-4, 4) : "1"));
                String loss = (odd ? power(-8, 8) + "*" : "") + "(" + family() + ")";
                List<String> start = IntStream.range(0, dimension)
                        .mapToObj(i -> number(startOf(i)) + "/" + units.get(i))
                        .toList();
                double sharpness = sharpness(drawn(loss, "1", start).toml());
                if (Double.isFinite(sharpness) && sharpness > 1e-200 && sharpness < 1e200) {
                    ProblemBuilder problem = drawn(loss, stepSize(sharpness), start);
                    drawRun(problem);
                    return new SeededProblem(seed, dimension, problem.toml());
                }
            }
        }

        private double startOf(int i) {
            return i == 0 && random.nextBoolean() ? 0.1 * random.nextGaussian() : 2 * random.nextGaussian();
        }

        /** Such that eta S at the start is far below 2, near it, exactly there but for rounding, or above it. */
        private String stepSize(double sharpness) {
            double level =
                    switch (random.nextInt(6)) {
                        case 0 -> 0.02 + 0.5 * random.nextDouble();
                        case 1, 2 -> 1.5 + random.nextDouble() / 2;
                        case 3 -> 2;
                        case 4 -> 2 + random.nextDouble() / 5;
                        default -> 0.1 + 3 * random.nextDouble();
                    };
            return String.format(Locale.ROOT, "%.6e", level / sharpness);
        }

        private void drawRun(ProblemBuilder problem) {
            if (random.nextBoolean()) {
                problem.atEdge();
            }
            problem.maxSteps(List.of(20, 100, 1000).get(random.nextInt(3)));
            if (random.nextInt(4) != 0) {
                problem.horizon(Integer.toString(1 + random.nextInt(60)));
            }
        }

        private ProblemBuilder drawn(String loss, String eta, List<String> start) {
            ProblemBuilder problem =
                    ProblemBuilder.of("Drawn from seed " + seed, loss).parameter("eta", eta);
            for (int i = 0; i < dimension; i++) {
                problem.start("x" + i, start.get(i));
            }
            return problem;
        }

        private String family() {
            return switch (random.nextInt(6)) {
                case 0, 1 -> valley();
                case 2 -> network();
                case 3 -> product();
                case 4 -> polynomial();
                default -> transcendental();
            };
        }

        /** A variable in its unit. */
        private String x(int i) {
            String unit = units.get(i);
            return unit.equals("1") ? "x" + i : "(" + unit + "*x" + i + ")";
        }

        /** Sharp across x_0, its sharpness a function of the others, down which the loss drives. */
        private String valley() {
            if (dimension == 1) {
                return positive() + "*" + x(0) + "^2/2 + " + number(random.nextGaussian()) + "*" + x(0) + "^3 + "
                        + positive() + "*" + x(0) + "^4";
            }
            StringBuilder loss = new StringBuilder("(" + height() + " + " + number(random.nextGaussian()) + "*" + x(0)
                    + ")*" + x(0) + "^2/2 - " + power(-4, -1) + "*" + x(1));
            for (int i = 2; i < dimension; i++) {
                loss.append(" + ").append(positive()).append("*").append(x(i)).append("^2/10");
            }
            return random.nextBoolean() ? loss.toString() : loss + " + " + positive() + "*" + x(0) + "^4/24";
        }

        private String height() {
            String y = x(1);
            String w = x(dimension - 1);
            return switch (random.nextInt(5)) {
                case 0 -> "4 + " + y + " + " + y + "*" + w + "/9";
                case 1 -> "sqrt(1 + " + y + "^2 + " + w + "^2)";
                case 2 -> "exp(" + y + "/2)";
                case 3 -> "3 + " + y + " + " + number(random.nextGaussian()) + "*" + w + "^2";
                default -> "2 + sin(" + w + ") + " + y + "^2";
            };
        }

        /** One hidden layer on two or three data points, as many weights as there are variables; the missing ones are constants. */
        private String network() {
            String activation = ACTIVATIONS.get(random.nextInt(ACTIVATIONS.size()));
            List<String> terms = new ArrayList<>();
            for (int data = 0; data < 2 + random.nextInt(2); data++) {
                StringBuilder output = new StringBuilder();
                for (int unit = 0; 2 * unit < dimension; unit++) {
                    String inner = 2 * unit + 1 < dimension ? x(2 * unit + 1) : "1";
                    output.append(unit == 0 ? "" : " + ")
                            .append(x(2 * unit))
                            .append("*")
                            .append(activation);
                    output.append("(")
                            .append(inner)
                            .append("*")
                            .append(number(random.nextGaussian()))
                            .append(")");
                }
                terms.add("(" + output + " - " + number(random.nextGaussian()) + ")^2/2");
            }
            return String.join(" + ", terms) + drift();
        }

        private String product() {
            String all = IntStream.range(0, dimension).mapToObj(this::x).collect(Collectors.joining("*"));
            if (dimension == 4 && random.nextBoolean()) {
                return "(" + x(0) + "*" + x(1) + " - 1)^2/2 + (" + x(0) + "*" + x(3) + " - 2)^2/2 + (" + x(2) + "*"
                        + x(1) + " + 1)^2/2 + (" + x(2) + "*" + x(3) + ")^2/2" + drift();
            }
            return "(" + all + " - " + number(random.nextGaussian()) + ")^2/2" + drift();
        }

        private String polynomial() {
            StringBuilder loss = new StringBuilder();
            for (int term = 0; term < 2 + dimension; term++) {
                loss.append(number(random.nextGaussian())).append("*").append(x(random.nextInt(dimension)));
                loss.append("^")
                        .append(1 + random.nextInt(3))
                        .append("*")
                        .append(x(random.nextInt(dimension)))
                        .append(" + ");
            }
            return loss
                    + IntStream.range(0, dimension)
                            .mapToObj(i -> positive() + "*" + x(i) + "^" + (random.nextInt(3) == 0 ? 6 : 4))
                            .collect(Collectors.joining(" + "));
        }

        private String transcendental() {
            List<String> terms = new ArrayList<>();
            for (int i = 0; i < dimension; i++) {
                String a = x(i);
                String b = x((i + 1) % dimension);
                terms.add(
                        switch (random.nextInt(8)) {
                            case 0 -> "exp(" + a + ") - " + number(random.nextGaussian()) + "*" + a;
                            case 1 -> "log(1 + " + a + "^2 + " + b + "^2)";
                            case 2 -> "sqrt(1 + " + a + "^2)*" + positive();
                            case 3 -> "sin(" + a + ")*cos(" + b + ") + " + a + "^2/4";
                            case 4 -> "atan(" + a + "*" + b + ")^2 + " + a + "^2/8";
                            case 5 -> "(1 + " + a + "^2)^(3/2)/3";
                            case 6 -> "logcosh(" + a + " - " + b + " + 1)*3";
                            default -> "(exp(" + a + "/3) - " + b + ")^2/2";
                        });
            }
            return String.join(" + ", terms) + drift();
        }

        private String drift() {
            return random.nextBoolean() ? "" : " - " + power(-5, -1) + "*" + x(random.nextInt(dimension));
        }

        private String power(int from, int to) {
            int exponent = from + random.nextInt(to - from + 1);
            return exponent == 0 ? "1" : "1e" + exponent;
        }

        private String positive() {
            return number(0.05 + 2 * random.nextDouble());
        }

        private static String number(double value) {
            return value < 0 ? String.format(Locale.ROOT, "(%.3f)", value) : String.format(Locale.ROOT, "%.3f", value);
        }
    }

    /** The largest eigenvalue of the Hessian at the start, to some digits; NaN where it is not defined. */
    private static double sharpness(String toml) {
        Problem problem;
        try {
            problem = ProblemReader.read("seeded.toml", toml, Map.of()).problem();
        } catch (SelfstabException notDefined) {
            return Double.NaN;
        }
        Model<Binary64> model = Model.of(problem, DerivedLoss.of(problem), new CompiledBackend());
        FieldMatrix<Binary64> matrix = model.loss().at(model.start()).hessian();
        int n = matrix.getRowDimension();
        double[][] hessian = new double[n][n];
        double norm = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                hessian[i][j] = matrix.getEntry(i, j).getReal();
                norm = Math.hypot(norm, hessian[i][j]);
            }
        }
        return largestEigenvalue(hessian, norm);
    }

    /** By power iteration on the matrix plus its norm. */
    private static double largestEigenvalue(double[][] matrix, double norm) {
        double[] vector = new double[matrix.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = 1 + 0.1 * i;
        }
        double length = 0;
        for (int iteration = 0; iteration < 300; iteration++) {
            double[] next = new double[vector.length];
            length = 0;
            for (int i = 0; i < vector.length; i++) {
                next[i] = norm * vector[i];
                for (int j = 0; j < vector.length; j++) {
                    next[i] += matrix[i][j] * vector[j];
                }
                length = Math.hypot(length, next[i]);
            }
            for (int i = 0; i < vector.length; i++) {
                vector[i] = next[i] / length;
            }
        }
        return length - norm;
    }
}
