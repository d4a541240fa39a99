package org.selfstab.claims;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.interval.DecimalIntervalField;
import org.selfstab.problem.Assertion;
import org.selfstab.problem.Expectation;
import org.selfstab.problem.Problem;
import org.selfstab.vocabulary.Bound;
import org.selfstab.vocabulary.Claim;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Quantities;

/**
 * What {@code [expect]} states of the largest constant with which a conclusion holds on the members of a family.
 *
 * @param conclusion the conclusion
 * @param sense on which side of the value the constant has to be
 * @param value an expression of the problem's parameters
 */
public record FamilyBound(Claim conclusion, Bound.Sense sense, Expression value) {

    /** Why nothing is decided where the {@link #threshold} is not a number. */
    public static final String NOT_CERTAIN =
            "the bound cannot be enclosed tightly enough to say between which doubles it lies";

    private static final int DIGITS = 40;
    private static final DecimalIntervalField DECIMALS = new DecimalIntervalField(DIGITS);

    /** The bounds that a problem states, by conclusion; a value with a tolerance is two bounds. */
    public static List<FamilyBound> of(Problem problem) {
        List<FamilyBound> bounds = new ArrayList<>();
        for (Claim conclusion : Claims.conclusions()) {
            for (Expectation expectation : problem.expectations()) {
                if (expectation.name().equals(name(conclusion))) {
                    atMost(expectation.asserted(), problem)
                            .ifPresent(value -> bounds.add(new FamilyBound(conclusion, Bound.Sense.AT_MOST, value)));
                    atLeast(expectation.asserted(), problem)
                            .ifPresent(value -> bounds.add(new FamilyBound(conclusion, Bound.Sense.AT_LEAST, value)));
                }
            }
        }
        return bounds;
    }

    private static String name(Claim conclusion) {
        return Quantities.largestOf(conclusion.measure()).key();
    }

    private static Optional<Expression> atMost(Assertion asserted, Problem problem) {
        return asserted instanceof Assertion.OfValue equal
                ? Optional.of(equal.value().plus(tolerated(equal, problem)))
                : asserted instanceof Assertion.OfBounds bounds ? bounds.atMost() : Optional.empty();
    }

    private static Optional<Expression> atLeast(Assertion asserted, Problem problem) {
        return asserted instanceof Assertion.OfValue equal
                ? Optional.of(equal.value().minus(tolerated(equal, problem)))
                : asserted instanceof Assertion.OfBounds bounds ? bounds.atLeast() : Optional.empty();
    }

    /** The largest difference from a value that is accepted: relative, of 0 absolute. */
    private static Expression tolerated(Assertion.OfValue equal, Problem problem) {
        Expression tolerance = exactly(equal.tolerance());
        DecimalInterval value = enclosure(equal.value(), problem);
        boolean isZero =
                value.isFinite() && value.lower().signum() == 0 && value.upper().signum() == 0;
        Expression relative = equal.value().times(tolerance);
        return isZero ? tolerance : value.getReal() < 0 ? relative.negate() : relative;
    }

    /** As the shortest decimal that is read as the double. */
    private static Expression exactly(double number) {
        BigDecimal decimal = BigDecimal.valueOf(number);
        return Expression.constant(new BigFraction(decimal.unscaledValue()))
                .times(Expression.constant(10).power(-decimal.scale()));
    }

    private static DecimalInterval enclosure(Expression ofParameters, Problem problem) {
        return FieldInterpreter.evaluate(
                ofParameters.substitute(problem.parameters().values()), DECIMALS);
    }

    /** The name in problem files, for instance {@code family.coupling.constant}. */
    public String name() {
        return name(conclusion);
    }

    /**
     * The double next to the value on its stricter side: a double is on the same side of both. Not a number where no enclosure tells which double
     * that is.
     *
     * @param problem whose parameters the value is of
     */
    public double threshold(Problem problem) {
        DecimalInterval enclosure = enclosure(value, problem);
        if (!enclosure.isFinite()) {
            return Double.NaN;
        }
        boolean atMost = sense == Bound.Sense.AT_MOST;
        double threshold = atMost ? enclosure.doubleBelow() : enclosure.doubleAbove();
        DecimalInterval next = DECIMALS.of(atMost ? Math.nextUp(threshold) : Math.nextDown(threshold));
        boolean isCertain = atMost ? next.isAbove(enclosure) : enclosure.isAbove(next);
        return isCertain ? threshold : Double.NaN;
    }
}
