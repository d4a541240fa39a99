package org.selfstab.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.Problems;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;
import org.selfstab.problem.Problem;
import org.selfstab.run.PredictedFrame;
import org.selfstab.run.ProjectionMethod;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.Extremum;
import org.selfstab.vocabulary.Verdict;

/** Every constant is dimensionless: units of the loss and orthonormal coordinates do not matter (theory.md section 1). */
class InvarianceTest {

    private static final double TOLERANCE = 1e-7;

    @Property(tries = 12, seed = "20261124")
    void rescalingLossAndStepSizeLeavesAllConstantsUnchanged(
            @ForAll @IntRange(min = 0, max = 2) int twiceZ,
            @ForAll @IntRange(min = 1, max = 500) int numerator,
            @ForAll @IntRange(min = 1, max = 500) int denominator) {
        Problem problem = Problems.valley(twiceZ + "/2", "1e-3");
        assertSameConstants(problem, rescaled(problem, new BigFraction(numerator, denominator)));
    }

    /** L to c L with eta to eta/c, and theta to s theta with eta to s^2 eta: only powers of two are exact, so that rounding is the same. */
    @Property(tries = 24, seed = "20261128")
    void scalesOverTwentyFourOrdersLeaveAllConstantsUnchanged(
            @ForAll @IntRange(min = 0, max = 2) int twiceZ,
            @ForAll @IntRange(min = -40, max = 40) int ofLoss,
            @ForAll @IntRange(min = -40, max = 40) int ofTheta) {
        Problem problem = Problems.valley(twiceZ + "/2", "1e-3");
        Expression two = Expression.constant(2);
        Expression c = two.power(ofLoss);
        Expression s = two.power(ofTheta);
        Map<String, Expression> unscaled = new LinkedHashMap<>();
        problem.variables().forEach(variable -> unscaled.put(variable.name(), variable.dividedBy(s)));
        Problem rescaled = problem.withStart(problem.startPoint().stream()
                        .map(entry -> entry.times(s))
                        .toList())
                .withLoss(problem.lossOfVariables().times(c).substitute(unscaled))
                .with(Problem.STEP_SIZE, problem.stepSize().times(s).times(s).dividedBy(c));

        assertSameConstants(problem, rescaled);
    }

    @Property(tries = 12, seed = "20261124")
    void rotatingTheCoordinatesLeavesAllConstantsUnchanged(
            @ForAll @IntRange(min = 0, max = 2) int twiceZ, @ForAll @IntRange(min = -40, max = 40) int slope) {
        Problem problem = Problems.valley(twiceZ + "/2", "1e-3");
        assertSameConstants(problem, rotated(problem, new BigFraction(slope, 13)));
    }

    @Property(tries = 4, seed = "20261124")
    void rotatingTheDiskValleyLeavesAllConstantsUnchanged(@ForAll @IntRange(min = -40, max = 40) int slope) {
        Problem problem = Problems.diskValley("1e-3");
        assertSameConstants(problem, rotated(problem, new BigFraction(slope, 13)));
    }

    @Property(tries = 4, seed = "20261128")
    void rescalingTheDiskValleyLeavesAllConstantsUnchanged(
            @ForAll @IntRange(min = 1, max = 500) int numerator,
            @ForAll @IntRange(min = 1, max = 500) int denominator) {
        Problem problem = Problems.diskValley("1e-3");
        assertSameConstants(problem, rescaled(problem, new BigFraction(numerator, denominator)));
    }

    /** {@code L -> c L, eta -> eta/c}, from the same start. */
    private static Problem rescaled(Problem problem, BigFraction factor) {
        Expression c = Expression.constant(factor);
        return problem.withStart(problem.startPoint())
                .withLoss(problem.lossOfVariables().times(c))
                .with(Problem.STEP_SIZE, problem.stepSize().dividedBy(c));
    }

    /** The rotation of the first two variables with tangent of the half angle m, which is exactly rational. */
    private static Problem rotated(Problem problem, BigFraction m) {
        BigFraction square = m.multiply(m);
        BigFraction scale = square.add(BigFraction.ONE);
        Expression cosine = Expression.constant(BigFraction.ONE.subtract(square).divide(scale));
        Expression sine = Expression.constant(m.multiply(2).divide(scale));
        Symbol x = problem.variables().get(0);
        Symbol y = problem.variables().get(1);
        Map<String, Expression> back = Map.of(
                x.name(), cosine.times(x).minus(sine.times(y)),
                y.name(), sine.times(x).plus(cosine.times(y)));
        List<Expression> start = new ArrayList<>(problem.startPoint());
        Expression startX = start.get(0);
        Expression startY = start.get(1);
        start.set(0, cosine.times(startX).plus(sine.times(startY)));
        start.set(1, cosine.times(startY).minus(sine.times(startX)));
        return problem.withLoss(problem.lossOfVariables().substitute(back)).withStart(start);
    }

    private static void assertSameConstants(Problem problem, Problem transformed) {
        int steps = problem.horizonSteps().orElseThrow();
        RunOptions options = new RunOptions(ProjectionMethod.EXACT, PredictedFrame.MOVING, Optional.of(steps));
        RunConstants before = Problems.constants(problem, options);
        RunConstants after = Problems.constants(transformed, options);

        assertClose(after.epsilon(), before.epsilon());
        assertClose(after.coupling(), before.coupling());
        assertClose(after.loss(), before.loss());
        assertClose(after.sharpness(), before.sharpness());
        if (!before.implicitBias().isAtPoint()) {
            assertClose(after.following(), before.following());
            assertClose(after.descent(), before.descent());
        }
        assertClose(after.minX(), before.minX());
        assertClose(after.maxSecondEigenvalue(), before.maxSecondEigenvalue());
        assertClose(after.minAlignment(), before.minAlignment());
        assertSameVerdicts(Problems.assess(problem, options), Problems.assess(transformed, options));
    }

    /** Every measure of every condition and conclusion but alpha itself, which has a unit. */
    private static void assertSameVerdicts(Assessment before, Assessment after) {
        List<Measured> expected = measures(before);
        List<Measured> actual = measures(after);
        assertThat(actual)
                .extracting(Measured::quantity)
                .isEqualTo(expected.stream().map(Measured::quantity).toList());
        for (int i = 0; i < expected.size(); i++) {
            Verdict verdict = expected.get(i).verdict();
            assertThat(actual.get(i).verdict().status())
                    .as(expected.get(i).quantity().ascii())
                    .isEqualTo(verdict.status());
            if (verdict.bound().isPresent()
                    && !expected.get(i).quantity().ascii().equals("alpha_t > 0")) {
                double value = verdict.bound().orElseThrow().value();
                assertThat(actual.get(i).verdict().bound().orElseThrow().value())
                        .as(expected.get(i).quantity().ascii())
                        .isCloseTo(value, within(TOLERANCE * Math.max(1.0, Math.abs(value))));
            }
        }
    }

    private static List<Measured> measures(Assessment assessment) {
        List<Measured> measures = new ArrayList<>();
        assessment.conditions().forEach(c -> measures.addAll(c.measures()));
        assessment.conclusions().forEach(c -> measures.addAll(c.measures()));
        return measures;
    }

    private static void assertClose(Optional<Extremum> actual, Optional<Extremum> expected) {
        double value = expected.orElseThrow().value();
        assertThat(actual.orElseThrow().value()).isCloseTo(value, within(TOLERANCE * Math.max(1.0, Math.abs(value))));
    }
}
