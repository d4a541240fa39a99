package org.selfstab.coq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.selfstab.recheck.CertifiedIterates;
import org.selfstab.recheck.CertifiedIterates.Ball;
import org.selfstab.recheck.CertifiedIterates.Iterate;
import org.selfstab.recheck.StatedProblem;

/** The first steps of the sharp valley, whose Hessian is ((y + 3 x, x), (x, 0)). */
class RunFilesTest {

    private static final StatedProblem VALLEY = StatedExamples.SHARP_VALLEY;

    @TempDir
    private Path folder;

    /** In doubles, with balls that hold the exact ones. */
    private final List<Iterate> iterates = new ArrayList<>();

    @BeforeEach
    void findIterates() {
        double x = Math.sqrt(0.02) / 2;
        double y = 20.0 / 3.0;
        for (int t = 0; t < 3; t++) {
            double a = y + 3 * x;
            double sharpness = a / 2 + Math.sqrt(a * a / 4 + x * x);
            iterates.add(new Iterate(List.of(x, y), List.of(1e-13, 1e-13), Optional.of(new Ball(sharpness, 1e-11))));
            double next = x - 0.3 * (y * x + 1.5 * x * x - 0.01);
            y -= 0.3 * (x * x / 2 - 0.01);
            x = next;
        }
    }

    private RunFiles files() {
        return new RunFiles(new CertifiedIterates(VALLEY, 0, iterates, List.of(), List.of()));
    }

    private Coqc.Outcome part() throws IOException {
        FormalFile part = files().parts().get(0);
        return Proofs.compiled(folder, part.module(), part.text().get());
    }

    @Test
    void aLongRunComesInParts() {
        Iterate first = iterates.get(0);
        iterates.clear();
        for (int t = 0; t <= 205; t++) {
            iterates.add(first);
        }
        assertThat(files().parts())
                .extracting(FormalFile::subject)
                .containsExactly(
                        "iterates 0 to 100 in their balls",
                        "iterates 100 to 200 in their balls, if iterate 100 is in its box",
                        "iterates 200 to 205 in their balls, if iterate 200 is in its box");
    }

    /** As a certificate may state it, whose numbers nobody has looked at. */
    private static StatedProblem valley(String eta, String x) {
        return new StatedProblem(
                VALLEY.name(),
                VALLEY.title(),
                VALLEY.variables(),
                VALLEY.loss(),
                Map.of("eta", eta, "zeta", "1", "epsilon", "1/100"),
                VALLEY.optimizer(),
                VALLEY.adaptive(),
                new TreeMap<>(Map.of("x", x, "y", "2/eta")),
                VALLEY.atEdge(),
                VALLEY.kick(),
                VALLEY.horizon(),
                VALLEY.maxSteps(),
                VALLEY.steps(),
                VALLEY.unstable(),
                VALLEY.thresholds(),
                VALLEY.batches());
    }

    private FormalFile base(String eta, String x) {
        return new RunFiles(new CertifiedIterates(valley(eta, x), 0, iterates, List.of(), List.of())).base();
    }

    /** In Coq the root of -1 is some number, with which such a start would be one. */
    @Test
    void whatIsNoNumberIsNoStart() {
        assertThatThrownBy(() -> base("3/10", "sqrt(2*epsilon)/2 + sqrt(-1)")).hasMessageContaining("nowhere defined");
        assertThatThrownBy(() -> base("3/10 + sqrt(1 - 2)", "1")).hasMessageContaining("nowhere defined");
        assertThat(base("3/10 + sqrt(exp(1) - 2)/100", "1").text().get())
                .contains("Lemma defined : 0 <= exp 1", "NotNegative");
        assertThat(base("exp(1) - 2", "1").text().get()).contains("0 < exp 1");
        assertThat(base("3/10", "sqrt(2*epsilon)/2").text().get()).doesNotContain("Lemma defined");
        assertThat(base("-3/10", "1").text().get()).contains("Lemma defined : 0 < - (3 / 10)");
    }

    @Tag("long")
    @Test
    void aStepSizeOfQuotientsIsTakenAsItIs() throws IOException {
        Proofs.require();
        Proofs.COQC.wholeLibrary(folder);
        FormalFile base = base("2/((1 - 2/(exp(1) + 1))^2 + 6)", "sqrt(2*epsilon)/2");
        assertThat(Proofs.compiled(folder, base.module(), base.text().get()).reason())
                .isEmpty();
    }

    private static String changed(String text, String pattern, String by) {
        String changed = text.replaceAll(pattern, by);
        assertThat(changed).isNotEqualTo(text);
        return changed;
    }

    private void assertRefused(String what, String lemma) throws IOException {
        Coqc.Outcome outcome = part();
        assertThat(outcome.accepted()).as(what).isFalse();
        Proofs.assertRefused(what, outcome.reason(), lemma);
    }

    private void assertRefused(String what, String text, String lemma) throws IOException {
        Coqc.Outcome outcome = Proofs.compiled(folder, "changed", text);
        assertThat(outcome.accepted()).as(what).isFalse();
        Proofs.assertRefused(what, outcome.reason(), lemma);
    }

    /**
     * The true run; then ones in which a ball, its radius alone, a sharpness, its radius alone, the order of the eigenvalues, or what is said of the loss were changed, and
     * one of which a step is missing.
     */
    @Tag("long")
    @Test
    void coqAcceptsTheRunAndNoneThatWasChanged() throws IOException {
        Proofs.require();
        Proofs.COQC.wholeLibrary(folder);
        FormalFile base = files().base();
        assertThat(Proofs.compiled(folder, base.module(), base.text().get()).reason())
                .isEmpty();
        assertThat(part().reason()).isEmpty();

        Iterate second = iterates.get(1);
        List<Double> moved =
                List.of(second.centre().get(0) + 1e-9, second.centre().get(1));
        iterates.set(1, new Iterate(moved, second.radii(), Optional.empty()));
        assertRefused("a moved ball", "bounded");
        iterates.set(1, new Iterate(second.centre(), List.of(1e-20, 1e-13), second.sharpness()));
        assertRefused("a radius", "bounded");
        iterates.set(1, new Iterate(second.centre(), second.radii(), Optional.of(new Ball(6.0, 1e-3))));
        assertRefused("another sharpness", "bounded");
        Ball sharpness = second.sharpness().orElseThrow();
        iterates.set(1, new Iterate(second.centre(), second.radii(), Optional.of(new Ball(sharpness.centre(), 1e-20))));
        assertRefused("a radius of the sharpness", "bounded");
        iterates.set(1, second);
        String text = files().parts().get(0).text().get();
        String eigenvalues = changed(text, "S2( .s1 1%Z. .s2 1%Z.) < S( .s1 1%Z. .s2 1%Z.)", "S$1 < S2$2");
        assertRefused("the sharpness below lambda_2, stated alone", eigenvalues, "proved");
        assertRefused(
                "the sharpness below lambda_2",
                changed(eigenvalues, "Below second_of sharpness_of", "Below sharpness_of second_of"),
                "bounded");
        String loss = changed(text, "(L .s1 1%Z. .s2 1%Z. - .*? / 2 \\^ \\d+. <= \\d+ / 2 \\^) \\d+", "$1 200");
        assertRefused("the loss within less, stated alone", loss, "proved");
        assertRefused(
                "the loss within less",
                changed(loss, "(loss_of .Opp .Mul .Int .-?\\d+.. .Inv .Pow .Int .2.. \\d+)(.*?) \\d+\\)", "$1$2 200)"),
                "bounded");
        assertRefused("a box left out", changed(text, "(others : list box := .)\\[.*?\\];\n", "$1"), "carried_on");
        iterates.remove(1);
        assertRefused("a step left out", "bounded");

        FormalFile uphill = base("-3/10", "1");
        Coqc.Outcome outcome = Proofs.compiled(folder, "uphill", uphill.text().get());
        Proofs.assertRefused("a negative step size", outcome.reason(), "defined");
    }
}
