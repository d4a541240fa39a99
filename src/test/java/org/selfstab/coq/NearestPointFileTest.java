package org.selfstab.coq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.selfstab.recheck.CertifiedIterates;
import org.selfstab.recheck.CertifiedIterates.Iterate;
import org.selfstab.recheck.CertifiedIterates.Nearest;
import org.selfstab.recheck.StatedProblem;

/** The sharp valley with a third variable that does not matter: at the edge 20/3 the two equations of the plane have one solution, by mpmath's findroot. */
class NearestPointFileTest {

    private static final double X = 0.0015003376139575337;
    private static final double Y = 6.666666329014723;

    private static final StatedProblem VALLEY = StatedExamples.floor("0.05");

    @TempDir
    private Path folder;

    private static RunFiles run(double y) {
        List<Double> radii = List.of(1e-13, 1e-13, 1e-13);
        return new RunFiles(new CertifiedIterates(
                VALLEY,
                0,
                List.of(new Iterate(List.of(0.05, y, 0.0), radii, Optional.empty())),
                List.of(new Nearest(List.of(0.0015, 20.0 / 3.0, 0.0), 1e-4, 0.01, true)),
                List.of()));
    }

    private static String text(double y) {
        return run(y).nearestPoint().orElseThrow().text().get();
    }

    private static double centre(String text, int index) {
        Matcher matcher = Pattern.compile("centres : list Z := \\[([^]]*)\\]").matcher(text);
        assertThat(matcher.find()).isTrue();
        BigInteger units = new BigInteger(matcher.group(1).split("; ", -1)[index]);
        return new BigDecimal(units)
                .divide(new BigDecimal(BigInteger.TWO.pow(120)))
                .doubleValue();
    }

    @Test
    void newtonFindsThePoint() {
        String text = text(6.68);
        assertThat(centre(text, 0)).isCloseTo(X, within(1e-15));
        assertThat(centre(text, 1)).isCloseTo(Y, within(1e-14));
        assertThat(text).contains("/\\ is_sharpness 3 (hessian x) (2 / eta).");
    }

    /** The point; then a cube elsewhere, an equation without a term, and a theta_0 inside of the stable set, where nu is negative. */
    @Tag("long")
    @Test
    void coqAcceptsThePointAndNoOther() throws IOException {
        Proofs.require();
        Proofs.COQC.wholeLibrary(folder);
        FormalFile base = run(6.68).base();
        assertThat(Proofs.compiled(folder, base.module(), base.text().get()).reason())
                .isEmpty();
        String text = text(6.68);
        assertThat(Proofs.compiled(folder, "accepted", text).reason()).isEmpty();
        assertRefused(
                "elsewhere", text.replaceFirst("centres : list Z := \\[\\d", "centres : list Z := [9"), "zero_shown");
        assertRefused("changed", text.replaceFirst("(Definition Z1 [^=]*=\\s*)v1", "$12 * v1"), "");
        assertRefused("inside", text(6.66), "forallb");
    }

    private void assertRefused(String module, String text, String reason) throws IOException {
        Coqc.Outcome outcome = Proofs.compiled(folder, module, text);
        assertThat(outcome.accepted()).as(module).isFalse();
        assertThat(outcome.reason()).as(module).contains(reason);
    }
}
