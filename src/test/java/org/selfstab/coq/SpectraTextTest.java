package org.selfstab.coq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.selfstab.recheck.CertifiedIterates;
import org.selfstab.recheck.CertifiedIterates.Ball;
import org.selfstab.recheck.CertifiedIterates.Iterate;
import org.selfstab.recheck.StatedProblem;

/**
 * A bowl in three variables, whose Hessian is ((4, 1, 0), (1, 3, z), (0, z, 1 + y)), from (1, 0, 0) to (-1, -1/2, 0) in a step of 1/2: at both the eigenvalues are (7 + sqrt 5)/2,
 * (7 - sqrt 5)/2 and 1 + y.
 */
class SpectraTextTest {

    private static final double SHARPNESS = 3.5 + Math.sqrt(5.0) / 2.0;

    private static final StatedProblem BOWL = StatedExamples.BOWL;

    @TempDir
    private Path folder;

    private static RunFiles files(Ball last) {
        List<Double> radii = List.of(1e-13, 1e-13, 1e-13);
        return new RunFiles(new CertifiedIterates(
                BOWL,
                0,
                List.of(
                        new Iterate(List.of(1.0, 0.0, 0.0), radii, Optional.of(new Ball(SHARPNESS, 1e-12))),
                        new Iterate(List.of(-1.0, -0.5, 0.0), radii, Optional.of(last))),
                List.of(),
                List.of()));
    }

    private Coqc.Outcome part(double low, double high) throws IOException {
        FormalFile part =
                files(new Ball(0.5 * (low + high), 0.5 * (high - low))).parts().get(0);
        return Proofs.compiled(folder, part.module(), part.text().get());
    }

    @Test
    void theSharpnessIsOneOfTheClaims() {
        String text = files(new Ball(4.75, 0.25)).parts().get(0).text().get();
        assertThat(text).contains("/\\ simple_sharpness 3 (A (s1 1%Z) (s2 1%Z) (s3 1%Z)) (9 / 2) (5)");
    }

    /** What the pivots decide: not a ball below the sharpness, nor one above it, nor one that has the second eigenvalue, 2.38, in it, too. */
    @Tag("long")
    @Test
    void coqAcceptsTheSharpnessAboveTheSecondEigenvalue() throws IOException {
        Proofs.require();
        Proofs.COQC.wholeLibrary(folder);
        FormalFile base = files(new Ball(SHARPNESS, 1e-12)).base();
        assertThat(Proofs.compiled(folder, base.module(), base.text().get()).reason())
                .isEmpty();
        assertThat(part(SHARPNESS - 1e-12, SHARPNESS + 1e-12).reason()).isEmpty();
        assertThat(part(2.4, 4.7).reason()).isEmpty();
        assertThat(part(4.5, 4.618).reason()).as("a ball below").contains("tops_shown");
        assertThat(part(4.6181, 4.7).reason()).as("a ball above").contains("tops_shown");
        assertThat(part(2.38, 4.7).reason())
                .as("the second eigenvalue in the ball")
                .contains("tops_shown");
    }
}
