package org.selfstab.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import org.selfstab.ProblemBuilder;
import org.selfstab.Problems;
import org.selfstab.expression.FieldConstants;
import org.selfstab.loss.Backend;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.loss.DecimalBackend;
import org.selfstab.problem.Problem;

/** Exact iterates as the referee of the rounded ones. */
class ExactRationalDescentTest {

    private static final int MAX_BITS = 40_000;

    private static final DfpField DIGITS = new DfpField(100);

    private static final Problem VALLEY = ProblemBuilder.of(
                    "valley from a rational start, rational throughout", "(y + x)*x^2/2 + e*(-x - y)")
            .parameter("eta", "3/10")
            .parameter("e", "1/100")
            .start("x", "7/100")
            .start("y", "2/eta")
            .problem();

    @Test
    void stopsAtTheSizeLimit() {
        ExactRationalDescent exact = exact();
        while (exact.step()) {
            assertThat(largestBits(exact.iterate())).isLessThanOrEqualTo(MAX_BITS);
        }
        List<BigFraction> last = exact.iterate();

        assertThat(exact.steps()).isBetween(8, 16);
        assertThat(exact.step()).isFalse();
        assertThat(exact.iterate()).isSameAs(last);
    }

    @Test
    void theFirstStepByHand() {
        ExactRationalDescent exact = exact();

        assertThat(exact.step()).isTrue();

        // theta - eta (x y + 3/2 x^2 - e, x^2/2 - e) at x = 7/100, y = 20/3
        assertThat(exact.iterate())
                .containsExactly(new BigFraction(-13841, 200_000), new BigFraction(4_001_359, 600_000));
    }

    /**
     * Each step of double rounding adds a few units in the last place of |theta| and the step's derivative multiplies what is
     * there by at most {@code |1 - eta H|}, which is below 1.1 here; so k steps leave less than {@code 8 k 1.1^k ulp}.
     */
    @Test
    void doubleErrsByRoundingOnly() {
        ExactRationalDescent exact = exact();
        Descent<Binary64> rounded = descent(new CompiledBackend());
        double ulp = Math.ulp(20.0 / 3.0);
        for (int k = 0; k == 0 || exact.step(); k++) {
            if (k > 0) {
                rounded.step();
            }
            assertThat(error(rounded.iterate(), exact.iterate(), x -> DIGITS.newDfp(x.getReal())))
                    .as("step %d", k)
                    .isLessThanOrEqualTo((1 + 8 * k * Math.pow(1.1, k)) * ulp);
        }
        assertThat(exact.steps()).isGreaterThanOrEqualTo(8);
    }

    @Test
    void fiftyDigitsErrBeyondThem() {
        ExactRationalDescent exact = exact();
        Descent<Dfp> rounded = descent(new DecimalBackend(50));
        do {
            assertThat(error(rounded.iterate(), exact.iterate(), x -> DIGITS.newDfp(x.toString())))
                    .isLessThanOrEqualTo(1e-48);
            rounded.step();
        } while (exact.step());
        assertThat(exact.steps()).isGreaterThanOrEqualTo(8);
    }

    @Test
    void thereIsNoneFromAnIrrationalStartOrOfAnIrrationalLoss() {
        Problem irrationalStart = Problems.valley("1", "1e-3");
        Problem irrationalLoss = Problems.diskValley("1e-3");

        assertThat(ExactRationalDescent.of(irrationalStart, Problems.derivatives(irrationalStart), MAX_BITS))
                .isEmpty();
        assertThat(ExactRationalDescent.of(irrationalLoss, Problems.derivatives(irrationalLoss), MAX_BITS))
                .isEmpty();
    }

    private static ExactRationalDescent exact() {
        return ExactRationalDescent.of(VALLEY, Problems.derivatives(VALLEY), MAX_BITS)
                .orElseThrow();
    }

    private static <T extends CalculusFieldElement<T>> Descent<T> descent(Backend<T> backend) {
        Model<T> model = Model.of(VALLEY, Problems.derivatives(VALLEY), backend);
        return model.descent(model.start());
    }

    /** The largest error of a coordinate, found with 100 digits, in which a double of this size is exact. */
    private static <T extends CalculusFieldElement<T>> double error(
            FieldVector<T> rounded, List<BigFraction> exact, Function<T, Dfp> toDigits) {
        FieldConstants<Dfp> constants = new FieldConstants<>(DIGITS);
        double largest = 0;
        for (int i = 0; i < exact.size(); i++) {
            Dfp difference = constants.of(exact.get(i)).subtract(toDigits.apply(rounded.getEntry(i)));
            largest = Math.max(largest, difference.abs().getReal());
        }
        return largest;
    }

    private static int largestBits(List<BigFraction> point) {
        return point.stream()
                .mapToInt(c -> Math.max(
                        c.getNumerator().bitLength(), c.getDenominator().bitLength()))
                .max()
                .orElseThrow();
    }
}
