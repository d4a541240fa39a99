package org.selfstab.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both real branches against their definition, near the branch point and far from it. */
class LambertWTest {

    private static final DfpField DIGITS = new DfpField(58);

    private static double relativeResidual(Dfp w, Dfp z) {
        return w.multiply(w.exp()).subtract(z).divide(z).abs().toDouble();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-0.3678", "-0.366", "-0.3", "-0.1", "-1e-3", "-1e-30", "1e-20", "0.01", "1", "2.7", "3", "50", "1e40"
            })
    void thePrincipalBranchSolvesItsEquationTo50Digits(String z) {
        Dfp at = DIGITS.newDfp(z);
        Dfp w = LambertW.principal(at);

        assertThat(relativeResidual(w, at)).isLessThan(1e-50);
        assertThat(w.toDouble()).isGreaterThan(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.3678", "-0.366", "-0.3", "-0.1", "-1e-3", "-1e-30", "-1e-300"})
    void theLowerBranchSolvesItsEquationTo50Digits(String z) {
        Dfp at = DIGITS.newDfp(z);
        Dfp w = LambertW.lower(at);

        assertThat(relativeResidual(w, at)).isLessThan(1e-50);
        assertThat(w.toDouble()).isLessThan(-1);
    }

    /** At z = -exp(-1 - c): {@code W + log(-W) = -1 - c}, from one side of the series' range to the other. */
    @ParameterizedTest
    @ValueSource(strings = {"1e-30", "1e-10", "1e-4", "4.99e-3", "5.02e-3", "0.1", "1", "20", "5000"})
    void bothBranchesOfAnExponentialKeepTheirDigitsNearTheBranchPoint(String c) {
        Dfp at = DIGITS.newDfp(c);
        for (Dfp excess : new Dfp[] {
            LambertW.onePlusLowerOfExponential(at), LambertW.onePlusPrincipalOfExponential(at),
        }) {
            if (excess.subtract(1.0).isZero()) {
                continue;
            }
            // log(1 - u) + u = -c with u = 1 + W, a difference of nearly equal numbers: more digits than W has.
            DfpField more = new DfpField(140);
            Dfp u = more.newDfp(excess.toString());
            Dfp residual = more.getOne().subtract(u).log().add(u).add(more.newDfp(c));
            assertThat(residual.divide(more.newDfp(c)).abs().toDouble()).isLessThan(1e-48);
        }
        Dfp principal = LambertW.principalOfExponential(at);
        assertThat(relativeResidual(principal, at.add(1.0).negate().exp().negate()))
                .isLessThan(1e-49);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-18, 1e-9, 1e-3, 0.0049, 0.0051, 0.02, 0.5, 3, 40, 700})
    void doublesAgreeWith50Digits(double c) {
        Binary64 rounded = new Binary64(c);
        Dfp precise = DIGITS.newDfp(c);

        assertRelative(LambertW.onePlusLowerOfExponential(rounded), LambertW.onePlusLowerOfExponential(precise), 2e-14);
        assertRelative(
                LambertW.onePlusPrincipalOfExponential(rounded),
                LambertW.onePlusPrincipalOfExponential(precise),
                2e-14);
        assertRelative(LambertW.principalOfExponential(rounded), LambertW.principalOfExponential(precise), 1e-12);
    }

    private static void assertRelative(Binary64 value, Dfp expected, double tolerance) {
        assertThat(value.getReal()).isCloseTo(expected.toDouble(), within(tolerance * Math.abs(expected.toDouble())));
    }

    @Test
    void knownValues() {
        assertThat(LambertW.principal(new Binary64(1)).getReal()).isCloseTo(0.5671432904097838, within(2e-16));
        assertThat(LambertW.principal(new Binary64(0)).getReal()).isZero();
        assertThat(LambertW.principal(new Binary64(Math.E)).getReal()).isCloseTo(1, within(2e-16));
        assertThat(LambertW.lower(new Binary64(-2 * Math.exp(-2))).getReal()).isCloseTo(-2, within(2e-15));
        assertThat(LambertW.principal(new Binary64(-Math.exp(-1))).getReal()).isCloseTo(-1, within(3e-8));
    }

    @Test
    void whereItIsNotRealIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> LambertW.principal(new Binary64(-0.368)));
        assertThatIllegalArgumentException().isThrownBy(() -> LambertW.lower(new Binary64(-0.368)));
        assertThatIllegalArgumentException().isThrownBy(() -> LambertW.lower(new Binary64(0)));
        assertThatIllegalArgumentException().isThrownBy(() -> LambertW.onePlusLowerOfExponential(new Binary64(-1e-9)));
    }
}
