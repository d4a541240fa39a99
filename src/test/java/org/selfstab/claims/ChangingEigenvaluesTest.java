package org.selfstab.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.selfstab.ProblemBuilder;
import org.selfstab.Problems;
import org.selfstab.Selfstab;
import org.selfstab.claims.UnstableEigenvalues.Event;
import org.selfstab.run.PredictedFrame;
import org.selfstab.run.ProjectionMethod;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.Extremum;
import org.selfstab.vocabulary.Verdict;

/** How many eigenvalues are followed changes along a run, theory.md section 11; the figures are those of a NumPy program by the same rule. */
class ChangingEigenvaluesTest {

    private static void assertFigures(Verification run, double coupling, double loss, double sharpness) {
        RunConstants constants = run.constants().orElseThrow();
        assertThat(constants.coupling().map(Extremum::value).orElseThrow()).isEqualTo(coupling, within(1e-7));
        assertThat(constants.loss().map(Extremum::value).orElseThrow()).isEqualTo(loss, within(1e-6));
        assertThat(constants.sharpness().map(Extremum::value).orElseThrow()).isEqualTo(sharpness, within(1e-6));
    }

    @Test
    void fewerAreFollowedOnceOneHasLeftTheEdgeForGood() {
        Verification run = Problems.blocks(
                        "((y1 + x1/2)*x1^2 + (y2 + x2/4)*x2^2 + 2*y3*x1*x2)/2 - e*(y1 - y2/2) - e*x1/2 + 2*v^2 - e*v",
                        "sqrt(2*e)/2",
                        "sqrt(3*e)/5",
                        "2/eta",
                        "2/eta")
                .start("v", "0")
                .parameter("e", "1/20")
                .horizon("400")
                .study()
                .run(RunOptions.defaults());
        UnstableEigenvalues several = run.unstable().orElseThrow();

        assertThat(several.k()).isEqualTo(2);
        assertThat(several.events()).containsExactly(new Event(1, 2, 1));
        assertThat(several.changes()).containsExactly(new Event(178, 2, 1));
        assertThat(several.meanSquare()).hasSize(2);
        assertFigures(run, 43.98272396245, 157.2984725372, 106.7187617160);
    }

    /** Its drive turns round: the eigenvalue falls away, and comes up from behind. */
    @Test
    void moreAreFollowedWhereOneComesUpFromBehind() {
        Verification run = ProblemBuilder.of(
                        "falls and comes back", "(y1*x1^2 + y2*x2^2)/2 + x1^3/8 - e*y1 - e*y2*s - e*s + e*x1*x2/9")
                .parameter("eta", "3/10")
                .parameter("e", "1/50")
                .start("x1", "sqrt(2*e)/2")
                .start("x2", "sqrt(3*e)/5")
                .start("y1", "2/eta")
                .start("y2", "2/eta")
                .start("s", "-6")
                .atEdge()
                .horizon("500")
                .study()
                .run(RunOptions.defaults());

        assertThat(run.isComplete()).isTrue();
        assertThat(run.unstable().orElseThrow().changes()).containsExactly(new Event(44, 2, 1), new Event(327, 1, 2));
        assertFigures(run, 60.08335422004, 206.8772822549, 62.1528257714);
    }

    @Test
    void anotherFrameSaysWhatFollowsSeveral() {
        Verification run = SeveralEigenvaluesTest.found("1/100", "1/2", "y1 + 3/2*y2")
                .run(new RunOptions(ProjectionMethod.EXACT, PredictedFrame.AMBIENT, Optional.of(3)));

        assertThat(run.unstable()).isEmpty();
        assertThat(run.remarks())
                .anyMatch(remark -> remark.contains("leave out --precision, --projection and --frame"));
    }

    /** The order of what is stated for one unstable eigenvalue is no part of what a family of several shows. */
    @Test
    void ordersOfWhatIsStatedForOneDoNotApply() {
        FamilyResult family = Selfstab.parse(
                        "coupled.toml",
                        Problems.twoBlocks("1/100", "1/2", "y1 + 3/2*y2")
                                .unstable(2)
                                .family("e", "1/100", "1/400", "1/1600")
                                .toml())
                .family(new RunOptions(ProjectionMethod.EXACT, PredictedFrame.MOVING, Optional.of(30)));

        for (OrderStatement ofOne : List.of(
                OrderStatement.AVERAGE_OSCILLATION,
                OrderStatement.AVERAGE_LOSS,
                OrderStatement.IMPLICIT_BIAS,
                OrderStatement.DESCENT)) {
            assertThat(family.order(ofOne).verdict().status()).isEqualTo(Verdict.Status.NOT_APPLICABLE);
            assertThat(family.order(ofOne).verdict().reason()).contains("stated for one unstable eigenvalue");
        }
    }
}
