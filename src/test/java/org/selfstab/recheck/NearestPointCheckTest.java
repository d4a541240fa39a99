package org.selfstab.recheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.interval.DecimalIntervalField;
import org.selfstab.recheck.taylor.FormulaParser;
import org.selfstab.recheck.taylor.TaylorLoss;

/** That a stationary point is the nearest is shown where it is so, never where a nearer point exists, and else assumed. */
class NearestPointCheckTest {

    private static final Decimals DECIMALS = new Decimals(new DecimalIntervalField(Rechecker.DIGITS));

    @TempDir
    private Path folder;

    /** The last one starts where the nearest points of both pieces are the same. */
    @ParameterizedTest
    @ValueSource(strings = {"sharp-valley", "disk-valley", "exponential-valley"})
    void isShownAtEveryStep(String example) throws IOException {
        RecheckResult report = report(example, 3);
        assertThat(report.isConfirmed()).isTrue();
        assertThat(report.assumesNearest()).isFalse();
    }

    /** In four variables the boxes do not suffice at t = 0. */
    @Test
    void isAssumedWhereItIsNotDecided() throws IOException {
        RecheckResult report = report("two-neurons", 1);
        assertThat(report.isConfirmed()).isTrue();
        assertThat(report.assumesNearest()).isTrue();
        assertThat(report.doubtfulNearest()).contains(new RecheckResult.Range(0, 0));
    }

    private RecheckResult report(String example, int steps) throws IOException {
        Path file = Path.of("examples/" + example + ".toml");
        return Rechecker.check(Certificates.write(folder, file, Map.of(), Optional.of(steps)), step -> {});
    }

    /** With a double top eigenvalue u may be orthogonal to any direction, also to that of the gradient: nothing has a sign, not even with exact numbers. */
    @Test
    void hasNoSignWhereTheTopEigenvalueMayBeDouble() {
        TopDirection top = new TopDirection(DECIMALS, DECIMALS.vector(List.of(1.0, 0.0)));
        FieldVector<DecimalInterval> gradient = DECIMALS.vector(List.of(3.0, 0.0));
        DecimalInterval ofDouble = top.tangentOfAngle(DECIMALS.identity(2));
        assertThat(ofDouble.isFinite()).isFalse();
        assertThat(top.sign(gradient, ofDouble)).isZero();
        FieldMatrix<DecimalInterval> simple = DECIMALS.identity(2);
        simple.setEntry(0, 0, DECIMALS.field().of(2.0));
        assertThat(top.sign(gradient, top.tangentOfAngle(simple))).isOne();
    }

    /** The stable set of log cosh(x y) has two branches, (0, y) and (x, 0), with u orthogonal to each: the nearer one is that with the larger share. */
    @Test
    void isNotShownWhereANearerPointExists() {
        FieldVector<DecimalInterval> theta = DECIMALS.vector(List.of(0.75, 3.0));
        StationaryPoint near = stationary(List.of(0.0, 3.0), List.of(1.0, 0.0), 0.75 / 9.0, theta);
        StationaryPoint far = stationary(List.of(0.75, 0.0), List.of(0.0, 1.0), 3.0 / 0.5625, theta);
        assertThat(check().areNearest(List.of(far), true)).isFalse();
        assertThat(check().areNearest(List.of(near), true)).isTrue();
    }

    private static NearestPointCheck check() {
        List<String> variables = List.of("x", "y");
        TaylorLoss loss = new TaylorLoss(
                new FormulaParser(variables).parse("logcosh(x*y)"), variables, Map.of(), DECIMALS.field());
        return new NearestPointCheck(DECIMALS, loss, DECIMALS.field().of(16.0));
    }

    private static StationaryPoint stationary(
            List<Double> q, List<Double> u, double mu, FieldVector<DecimalInterval> theta) {
        DecimalInterval zero = DECIMALS.field().getZero();
        DecimalInterval about =
                DECIMALS.field().of(mu).add(DECIMALS.field().of(1e-12).symmetricHull());
        return new StationaryPoint(DECIMALS.vector(q), zero, DECIMALS.vector(u), about, zero, theta, zero);
    }
}
