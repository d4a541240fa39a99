package org.selfstab.recheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ejml.data.DMatrixRMaj;
import org.hipparchus.complex.Complex;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.interval.DecimalIntervalField;
import org.selfstab.numeric.GeneralMatrix;

/** The checker's proof that -1 leaves the unit disc first, beside eigenvalues in doubles along the way. */
class FirstExitCheckTest {

    private static final DecimalIntervalField FIELD = new DecimalIntervalField(40);
    private static final int CURVATURES = 400;

    private static EnclosedOptimizer optimizer(String a, String b, String c) {
        return EnclosedOptimizer.of(
                Optional.of(new StatedOptimizer(
                        "any",
                        Stream.of(a.split(";", -1))
                                .map(FirstExitCheckTest::entries)
                                .toList(),
                        entries(b),
                        entries(c))),
                FIELD.getOne(),
                text -> FIELD.of(new java.math.BigDecimal(text)),
                FIELD);
    }

    private static List<String> entries(String row) {
        return Arrays.stream(row.split(",", -1)).map(String::strip).toList();
    }

    /** By NumPy: the largest modulus of an eigenvalue for 2000 curvatures from 0 to the edge. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | -0.3 | 1 | true",
                "1.5, -0.5; 1, 0 | -0.3, 0 | 1, 0 | true",
                "1.5, -0.5; 1, 0 | -0.3, 0 | 1.5, -0.5 | true",
                "1.999, -0.999; 1, 0 | -0.3, 0 | 1, 0 | true",
                "1.5, -0.2, -0.3; 1, 0, 0; 0, 1, 0 | -0.3, 0, 0 | 1, 0.1, -0.1 | true",
                "0.8, 0.5, -0.3; 1, 0, 0; 0, 1, 0 | -0.5, 0, 0 | 1.1, -1.2, 1.1 | true",
                "1.5, -0.5; 1, 0 | -0.3, 0 | -0.5, 1.5 | false",
                "1, 0; 100, -99 | -0.3, 0 | 1, 0 | false",
                "1, 0, 0; 2.5, -0.5, -1; 0, 1, 0 | -0.3, 0, 0 | 1, 0, 0 | false"
            })
    void whatLeavesFirstIsDecided(String a, String b, String c, boolean flip) {
        EnclosedOptimizer optimizer;
        try {
            optimizer = optimizer(a, b, c);
        } catch (RejectedException noEdge) {
            assertThat(flip).isFalse();
            return;
        }
        assertThat(new FirstExitCheck(optimizer).isShown()).isEqualTo(flip);
        if (flip) {
            optimizer.requireFlipFirst();
        } else {
            assertThatThrownBy(optimizer::requireFlipFirst).hasMessageContaining("unit disc");
        }
    }

    /** Where nothing comes near the circle on the way, it is shown; where something is outside, it is not. */
    @Property(tries = 120, maxDiscardRatio = 100)
    void agreesWithEigenvalues(
            @ForAll @IntRange(min = -12, max = 12) int first,
            @ForAll @IntRange(min = -12, max = 12) int second,
            @ForAll @IntRange(min = -12, max = 12) int third,
            @ForAll @IntRange(min = -12, max = 12) int fourth) {
        double m = first / 10.0;
        double k = second / 10.0;
        double c1 = third / 10.0;
        double c2 = fourth / 10.0;
        String a = (1 + m - k) + ", " + -m + ", " + k + "; 1, 0, 0; 0, 1, 0";
        String c = (1 - c1 - c2) + ", " + c1 + ", " + c2;
        Optional<EnclosedOptimizer> optimizer = Optional.empty();
        try {
            optimizer = Optional.of(optimizer(a, "-0.5, 0, 0", c));
        } catch (RejectedException noEdge) {
            Assume.that(false);
        }
        double edge = optimizer.orElseThrow().edge().getReal();
        Assume.that(edge < 1e6);
        double largest = 0.0;
        for (int i = 1; i < CURVATURES; i++) {
            largest = Math.max(largest, moduli(optimizer.orElseThrow(), edge * i / CURVATURES)[2]);
        }
        // At the ends one is on the circle, 1 and -1, and nothing else may be.
        for (double end : new double[] {0, edge}) {
            largest = Math.max(largest, moduli(optimizer.orElseThrow(), end)[1]);
        }
        boolean shown = new FirstExitCheck(optimizer.orElseThrow()).isShown();
        if (largest > 1 + 1e-9) {
            assertThat(shown).as("%s, %s: %s", a, c, largest).isFalse();
        } else if (largest < 1 - 1e-9) {
            assertThat(shown).as("%s, %s: %s", a, c, largest).isTrue();
        }
    }

    /** Of the three eigenvalues, smallest first. */
    private static double[] moduli(EnclosedOptimizer optimizer, double curvature) {
        int q = optimizer.copies();
        DMatrixRMaj matrix = new DMatrixRMaj(q, q);
        for (int i = 0; i < q; i++) {
            for (int j = 0; j < q; j++) {
                DecimalInterval entry =
                        optimizer.a().getEntry(i, j).add(optimizer.pull(i, j).multiply(curvature));
                matrix.set(i, j, entry.getReal());
            }
        }
        return GeneralMatrix.eigenvalues(matrix).stream()
                .mapToDouble(Complex::norm)
                .sorted()
                .toArray();
    }
}
