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
import org.selfstab.dynamics.Model;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.SignConvention;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.numeric.Eigensystem;

/** Whether claims about a box are true, as far as some points of it tell: its quantities there, by derivatives of expressions and Jacobi's eigensolver. */
final class BoxTruth {

    private static final int POINTS = 12;
    /** Of the quantity and of its bound, far more than the digits lose and far less than changes of doubles. */
    private static final double TOLERANCE = 1e-30;

    private final Map<String, List<Sample>> samples = new HashMap<>();

    /** Holds a claim that was confirmed against points of its box, and a refutation against its own point; whether there it could be computed. */
    boolean isJudged(JsonNode certificate, JsonNode claim, String what) {
        int direction = claim.get("sense").textValue().equals(">") ? 1 : -1;
        String quantity = claim.get("quantity").textValue();
        BigDecimal bound = claim.get("bound").decimalValue();
        boolean holds = claim.get("verdict").textValue().equals("HOLDS");
        List<Sample> around = samples(certificate);
        for (Sample sample : around) {
            assertThat(sample.isDefined())
                    .as("%s: the loss at %s", what, sample.point)
                    .isTrue();
            if (holds) {
                assertThat(sample.exceeds(quantity, bound, direction))
                        .as("%s: at %s", what, sample.point)
                        .isTrue();
            }
        }
        if (holds) {
            return !around.isEmpty();
        }
        Optional<Sample> refutation =
                Sample.at(certificate.get("problem"), witness(certificate.get("box"), claim.get("witness"), what));
        refutation.ifPresent(sample ->
                assertThat(sample.exceeds(quantity, bound, -direction)).as(what).isTrue());
        return refutation.isPresent();
    }

    private static Map<String, BigDecimal> witness(JsonNode box, JsonNode stated, String what) {
        Map<String, BigDecimal> witness = new LinkedHashMap<>();
        for (int i = 0; i < box.size(); i++) {
            JsonNode side = box.get(i);
            double there = stated.get(i).doubleValue();
            assertThat(there)
                    .as(what)
                    .isBetween(side.get("from").doubleValue(), side.get("to").doubleValue());
            witness.put(side.get("name").textValue(), new BigDecimal(there));
        }
        return witness;
    }

    private List<Sample> samples(JsonNode certificate) {
        JsonNode problem = certificate.get("problem");
        JsonNode box = certificate.get("box");
        String key = problem.get("variables") + " " + problem.get("loss") + " " + problem.get("parameters") + " " + box;
        return samples.computeIfAbsent(key, unseen -> {
            Random random = new Random(key.hashCode());
            List<Sample> points = new ArrayList<>();
            for (int i = 0; i < POINTS; i++) {
                Map<String, BigDecimal> point = new LinkedHashMap<>();
                boolean isCorner = i < POINTS / 2;
                for (JsonNode side : box) {
                    double from = side.get("from").doubleValue();
                    double to = side.get("to").doubleValue();
                    double share = isCorner ? random.nextInt(2) : random.nextDouble();
                    double value = from * (1.0 - share) + to * share;
                    point.put(side.get("name").textValue(), new BigDecimal(Math.max(from, Math.min(value, to))));
                }
                Sample.at(problem, point).ifPresent(points::add);
            }
            return points;
        });
    }

    /** A point of a box, and what the quantities are there. */
    private static final class Sample {

        private final Map<String, BigDecimal> point;
        private final Model<Dfp> model;
        private final Map<String, Dfp> known = new HashMap<>();

        private Sample(Map<String, BigDecimal> point, Model<Dfp> model) {
            this.point = point;
            this.model = model;
        }

        static Optional<Sample> at(JsonNode problem, Map<String, BigDecimal> point) {
            return RereadProblem.at(problem, point).map(model -> new Sample(point, model));
        }

        boolean isDefined() {
            LossAtPoint<Dfp> local = model.loss().at(model.start());
            return local.value().isFinite()
                    && model.rates().step().isFinite()
                    && model.rates().step().strictlyPositive();
        }

        /** Whether a quantity is beyond a bound, upwards or downwards, or closer to it than rounding. */
        boolean exceeds(String quantity, BigDecimal bound, int direction) {
            Dfp value = known.computeIfAbsent(quantity, this::value);
            Dfp limit = value.newInstance(bound.toString());
            Dfp difference = value.subtract(limit).multiply(direction);
            Dfp rounding = value.isFinite()
                    ? value.abs().add(limit.abs()).multiply(TOLERANCE).add(TOLERANCE)
                    : value.getZero();
            return !value.isNaN() && !difference.lessThan(rounding.negate());
        }

        private Dfp value(String quantity) {
            if (quantity.endsWith("sharpness") || quantity.equals("eta_lambda_2")) {
                Eigensystem<Dfp> eigensystem =
                        model.geometry().eigensystem(model.loss().at(model.start()));
                return switch (quantity) {
                    case "sharpness" -> eigensystem.top();
                    case "eta_sharpness" ->
                        eigensystem.top().multiply(model.rates().step());
                    default -> second(eigensystem).multiply(model.rates().step());
                };
            }
            LocalGeometry<Dfp> geometry =
                    model.geometry().evaluate(model.start(), SignConvention.largestComponentPositive());
            return switch (quantity) {
                case "alpha" -> geometry.alpha();
                case "beta" -> geometry.beta();
                case "gamma" -> geometry.gamma();
                default -> throw new AssertionError(quantity);
            };
        }

        /** Of one variable there is none; it counts as below every number. */
        private static Dfp second(Eigensystem<Dfp> eigensystem) {
            return eigensystem.values().size() > 1
                    ? eigensystem.values().get(1)
                    : eigensystem.top().newInstance(Double.NEGATIVE_INFINITY);
        }
    }
}
