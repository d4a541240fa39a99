package org.selfstab.coq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.selfstab.recheck.CertifiedIterates;
import org.selfstab.recheck.CertifiedIterates.Claim;
import org.selfstab.recheck.CertifiedIterates.Iterate;
import org.selfstab.recheck.CertifiedIterates.Nearest;
import org.selfstab.recheck.StatedProblem;
import org.selfstab.run.RunListener;

/**
 * The first three steps of the sharp valley at the edge. By mpmath with 40 digits, from the formulas of theory.md alone: the point of the boundary is (0.00150084454828686, 6.66216379514165), C_1 =
 * 0.508242442590, C_L = 0.389303403188, C_S = 1.89484055959, min |x*|/delta = 0.489256793362.
 */
class CouplingFilesTest {

    private static final StatedProblem VALLEY = StatedExamples.SHARP_VALLEY;
    private static final double X = 0.00150084454828686;
    private static final double Y = 6.66216379514165;
    private static final List<Claim> TRUE = List.of(
            constant("coupling.constant", "C_1", 0.50824245),
            constant("loss.constant", "C_L", 0.38930341),
            constant("sharpness.constant", "C_S", 1.8948406),
            new Claim("condition.axis_distance", "min |x*|/delta", Optional.of(0.48925679), Optional.of(1.0), "HOLDS"));

    @TempDir
    private Path folder;

    private static Claim constant(String name, String quantity, double upper) {
        return new Claim(name, quantity, Optional.of(0.0), Optional.of(upper), "HOLDS");
    }

    private static CertifiedIterates certificate(boolean onBoundary, double x, double radius, List<Claim> claims) {
        List<Iterate> iterates = new ArrayList<>();
        List<Nearest> nearest = new ArrayList<>();
        for (int t = 0; t < 3; t++) {
            iterates.add(new Iterate(List.of(0.0, 6.0), List.of(1.0, 1.0), Optional.empty()));
            nearest.add(new Nearest(List.of(x, Y), radius, 0.01, onBoundary));
        }
        return new CertifiedIterates(VALLEY, 0, iterates, nearest, claims);
    }

    private static CouplingFiles files(CertifiedIterates certificate) {
        return new CouplingFiles(certificate, new RunFiles(certificate));
    }

    private static CouplingFiles files(boolean onBoundary, double x, List<Claim> claims) {
        return files(certificate(onBoundary, x, 1e-13, claims));
    }

    @Test
    void whatIsProvedIsNamedByTheClaims() {
        assertThat(files(true, X, TRUE).proved())
                .containsExactly(
                        "coupling.constant C_1",
                        "loss.constant C_L",
                        "sharpness.constant C_S",
                        "condition.axis_distance min |x*|/delta");
        assertThatThrownBy(() -> files(false, X, TRUE)).hasMessageContaining("may lie inside of the stable set");
        assertThatThrownBy(() -> files(true, X, List.of()))
                .hasMessageContaining("claims nothing of the deviation that holds");
    }

    /** The true claims; then one of a constant that is just below the value, each with its own part; and balls that do not hold the point, one of which is moved and one too small. */
    @Tag("long")
    @Test
    void coqAcceptsTheConclusionsAndNoneWithASmallerConstant() throws IOException {
        Proofs.require();
        CertifiedIterates certificate = certificate(true, X, 1e-13, TRUE);
        RunFiles run = new RunFiles(certificate);
        CouplingFiles coupling = new CouplingFiles(certificate, run);
        List<FormalFile> common = new ArrayList<>(List.of(run.base()));
        common.addAll(coupling.common());
        List<FormalFile> files = new ArrayList<>(coupling.parts());
        for (Claim wrong : List.of(
                constant("coupling.constant", "C_1", 0.50824243),
                constant("loss.constant", "C_L", 0.3893034),
                constant("sharpness.constant", "C_S", 1.8948405),
                new Claim(
                        "condition.axis_distance",
                        "min |x*|/delta",
                        Optional.of(0.4892568),
                        Optional.of(1.0),
                        "HOLDS"))) {
            FormalFile part = files(true, X, List.of(wrong)).parts().get(0);
            files.add(new FormalFile("wrong", "wrong_" + files.size(), part.text()));
        }
        FormalFile elsewhere = files(true, X + 1e-9, TRUE).common().get(0);
        files.add(new FormalFile("elsewhere", "elsewhere", elsewhere.text()));
        FormalFile narrow = files(certificate(true, X, 1e-18, TRUE)).common().get(0);
        files.add(new FormalFile("narrow", "narrow", narrow.text()));
        List<FormalResult> results =
                FormalFile.check(Proofs.COQC, folder, common, files, List.of(coupling.all()), RunListener.none());
        assertThat(results)
                .extracting(FormalResult::accepted)
                .as("%s", results)
                .containsExactly(true, true, true, false, false, false, false, false, false, true);
        for (FormalResult wrong : results.subList(3, 7)) {
            Proofs.assertRefused(wrong.file(), wrong.reason(), "bounded");
        }
        for (FormalResult wrong : results.subList(7, 9)) {
            Proofs.assertRefused(wrong.file(), wrong.reason(), "in_balls");
        }

        assertThat(results.get(9).proved()).isEqualTo(coupling.proved());
        assertThat(results.get(9).axioms())
                .containsAll(Coqc.AXIOMS_OF_REALS)
                .filteredOn(axiom -> !Coqc.AXIOMS_OF_REALS.contains(axiom))
                .allMatch(axiom -> axiom.startsWith("PrimInt63.") || axiom.startsWith("Uint63."));
    }
}
