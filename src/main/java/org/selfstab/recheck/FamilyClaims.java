package org.selfstab.recheck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.interval.DecimalIntervalField;
import org.selfstab.recheck.taylor.FormulaException;

/** The claims on all members of a family: each conclusion with the problem's threshold, then the bounds that are stated of its constant. */
final class FamilyClaims {

    /** A conclusion and the names of its constant. */
    private enum Conclusion {
        COUPLING("coupling", "C_1"),
        LOSS("loss", "C_L"),
        SHARPNESS("sharpness", "C_S"),
        /** Averages over periods are not certified. */
        AVERAGE("average", "C_x, C_loss"),
        IMPLICIT_BIAS("implicit_bias", "C_P"),
        DESCENT("descent", "C_D");

        private final String word;
        private final String symbol;

        Conclusion(String word, String symbol) {
            this.word = word;
            this.symbol = symbol;
        }

        /** (27a) and (27b) say nothing where the constrained trajectory cannot move along the edge, or the optimizer remembers gradients. */
        boolean isAsserted(int variables, int copies) {
            return this != AVERAGE
                    && ((copies == 1 && variables >= ProjectedStep.FEWEST_VARIABLES)
                            || (this != IMPLICIT_BIAS && this != DESCENT));
        }
    }

    private final StatedFamily stated;
    private final EnclosedProblem problem;
    private final Function<String, Bounds> bounds;

    /**
     * Prepares the claims.
     *
     * @param bounds those of the largest constant of a name over the members
     * @throws RejectedException if the family's problem is not certainly real-valued
     */
    FamilyClaims(StatedFamily stated, DecimalIntervalField field, Function<String, Bounds> bounds) {
        this.stated = stated;
        this.problem = enclosed(stated.problem(), field);
        this.bounds = bounds;
    }

    private static EnclosedProblem enclosed(StatedProblem stated, DecimalIntervalField field) {
        try {
            return EnclosedProblem.of(stated, field);
        } catch (FormulaException wrong) {
            throw new RejectedException("the problem: " + wrong.getMessage());
        }
    }

    List<ExpectedClaim> expected() {
        List<ExpectedClaim> expected = new ArrayList<>();
        int variables = stated.problem().variables().size();
        int used = 0;
        for (Conclusion conclusion : Conclusion.values()) {
            String constant = conclusion.word + ".constant";
            String quantity = "max " + conclusion.symbol + " over the members";
            Bounds largest = bounds.apply(constant);
            if (conclusion.isAsserted(variables, problem.optimizer().copies())) {
                expected.add(ExpectedClaim.onRun(
                        "conclusion." + conclusion.word, quantity, threshold(constant), true, largest));
            }
            for (StatedFamily.Bound bound : stated.bounds()) {
                if (bound.name().equals("family." + constant)) {
                    expected.add(value(bound)
                            .map(value -> ExpectedClaim.onRun(bound.name(), quantity, value, bound.atMost(), largest))
                            .orElseGet(() -> ExpectedClaim.leftOpen(bound.name(), quantity, bound.atMost(), largest)));
                    used++;
                }
            }
        }
        RejectedException.unless(
                used == stated.bounds().size(), "a bound over the family is of no conclusion's constant");
        return expected;
    }

    private double threshold(String name) {
        Double threshold = stated.problem().thresholds().get(name);
        RejectedException.unless(threshold != null, "the problem has no threshold " + name);
        return threshold;
    }

    /** The double next to the bound on its stricter side: bounds that are doubles are on the same side of both. Empty where no enclosure tells which. */
    private Optional<Double> value(StatedFamily.Bound bound) {
        DecimalInterval value;
        try {
            value = problem.valueOf(bound.name(), bound.value());
        } catch (FormulaException wrong) {
            throw new RejectedException(wrong.getMessage());
        } catch (RejectedException undefined) {
            return Optional.empty();
        }
        if (!value.isFinite()) {
            return Optional.empty();
        }
        double threshold = bound.atMost() ? value.doubleBelow() : value.doubleAbove();
        boolean isCertain = bound.atMost()
                ? compare(Math.nextUp(threshold), value.upper()) > 0
                : compare(Math.nextDown(threshold), value.lower()) < 0;
        return Double.isFinite(threshold) && isCertain ? Optional.of(threshold) : Optional.empty();
    }

    private static int compare(double number, BigDecimal other) {
        return Double.isFinite(number) ? new BigDecimal(number).compareTo(other) : Double.compare(number, 0.0);
    }
}
