package org.selfstab.claims.constants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hipparchus.CalculusFieldElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.ProblemBuilder;
import org.selfstab.Problems;
import org.selfstab.claims.FamilyResult;
import org.selfstab.claims.OrderStatement;
import org.selfstab.claims.Verification;
import org.selfstab.claims.members.FamilyRun;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.expression.Expression;
import org.selfstab.loss.Backend;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.loss.DecimalBackend;
import org.selfstab.problem.Family;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.problem.ReadProblem;
import org.selfstab.run.RunEnd;
import org.selfstab.run.RunListener;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.SelfstabException;
import org.selfstab.vocabulary.Verdict;

/** A kicked start is {@code dagger_0 + kick delta u}, projected anew. */
class KickTest {

    /** alpha = e, beta = 1, delta = sqrt(2e) at (0, 2/eta), which is also where a run from below arrives without oscillation. */
    private static final String VALLEY = ProblemBuilder.of("Valley", "(y + z*x)*x^2/2 - e*y")
            .parameter("eta", "3/10")
            .parameter("e", "1/1000")
            .parameter("z", "0")
            .parameter("k", "1/2")
            .start("x", "0")
            .start("y", "2/eta")
            .atEdge()
            .toml();

    @ParameterizedTest
    @ValueSource(strings = {"1/2", "1/10", "2", "-1/2", "sqrt(2)", "0"})
    void xStartsAtTheKickInUnitsOfDelta(String kick) {
        Problem problem = problem(VALLEY + "kick = \"k\"\nhorizon = \"100\"\n", Map.of("k", kick));
        double value =
                new CompiledBackend().valueOf(problem.kick().orElseThrow()).getReal();
        CoupledStep<?> first = first(problem, new CompiledBackend());
        assertThat(first.x().getReal()).isCloseTo(value * Math.sqrt(2e-3), within(1e-15));
        assertThat(first.geometry().point().getEntry(1).getReal()).isCloseTo(20.0 / 3, within(1e-15));
    }

    /** With skewness the kicked point's nearest point is another one than dagger_0. */
    @Test
    void theKickedStartIsProjectedAnew() {
        String text = VALLEY + "kick = \"1/2\"\nhorizon = \"100\"\n";
        CoupledStep<?> first = first(problem(text, Map.of("z", "1")), new CompiledBackend());
        double moved = Math.sqrt(2e-3) / 2;
        assertThat(first.theta().getEntry(0).getReal()).isCloseTo(moved, within(1e-4));
        double y = first.geometry().sharpness().getReal();
        assertThat(y).isCloseTo(20.0 / 3, within(1e-12));
        assertThat(first.geometry().point().getEntry(0).getReal()).isNotZero();
    }

    /** The descent from below gets to the edge after some thirty steps, with x = 0. */
    @Test
    void aStartFoundByDescentAndOneInManyDigitsAreKickedAlike() {
        String text = VALLEY.replace("at_edge = true", "at_edge = false").replace("\"2/eta\"", "\"2/eta - 1/100\"")
                + "kick = \"1/2\"\nhorizon = \"20\"\n";
        Problem problem = problem(text, Map.of());
        for (Backend<?> backend : List.of(new CompiledBackend(), new DecimalBackend(40))) {
            CoupledStep<?> first = first(problem, backend);
            assertThat(first.x().getReal() / first.geometry().delta().getReal()).isCloseTo(0.5, within(1e-12));
        }
        assertThat(Problems.verify(problem, new CompiledBackend(), RunOptions.defaults(), List.of())
                        .edgeStep()
                        .orElseThrow())
                .isBetween(30, 35);
    }

    /** The kicked start's nearest point lies inside the edge by less than doubles, in which it is looked for from many starts, can tell. */
    @Test
    void aKickedStartJustInsideTheEdgeIsProjectedInManyDigits() {
        String text = ProblemBuilder.of("Valley", "(y + x/2)*x^2/2 - e*(x + y) + z^2/2*(1 + x/3)")
                .parameter("eta", "1/5")
                .parameter("e", "1/1000")
                .start("x", "sqrt(2*e)/2")
                .start("y", "2/eta")
                .start("z", "1/100000")
                .atEdge()
                .horizon("2")
                .toml();
        CoupledStep<?> first = first(problem(text + "kick = \"1/2\"\n", Map.of()), new DecimalBackend(20));
        assertThat(first.dagger().onBoundary()).isFalse();
        assertThat(first.geometry().sharpness().getReal()).isCloseTo(10.0, within(1e-9));
    }

    @Test
    void aSmoothApproachIsKicked() {
        String text = ProblemReader.textOf(Path.of("src/test/resources/cases/smooth-approach.toml"))
                + "[run]\nkick = \"1/2\"\nhorizon = \"60\"\n";
        Problem problem = problem(text, Map.of());
        CoupledStep<?> first = first(problem, new CompiledBackend());
        assertThat(Math.abs(first.x().getReal()) / first.geometry().delta().getReal())
                .isCloseTo(0.5, within(1e-3));
        assertThat(Problems.verify(problem, new CompiledBackend(), RunOptions.defaults(), List.of())
                        .remarks())
                .noneMatch(note -> note.contains("smoothly from below"));
    }

    @Test
    void everyMemberOfAFamilyIsKicked() {
        Problem problem =
                problem(VALLEY + "kick = \"1/2\"\nhorizon = \"floor(5/(eta*sqrt(e)))\"\n", Map.of("z", "1/2"));
        Family family = new Family("e", List.of(parse("1/100"), parse("1/1000"), parse("1/10000")));
        FamilyResult result = new FamilyRun<>(problem, family, CompiledBackend::new, RunOptions.defaults())
                .run(2, RunListener.none());
        assertThat(result.members().stream()
                        .map(member ->
                                member.verification().constants().orElseThrow().steps()))
                .containsExactly(166, 527, 1666);
        assertThat(result.order(OrderStatement.COUPLING).verdict().status()).isEqualTo(Verdict.Status.HOLDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"floor(5/(eta*sqrt(alpha)))", "5/(eta*sqrt(alpha))", "5*sqrt(2)/(eta*delta)"})
    void theHorizonMayUseWhatIsKnownAtTheStart(String horizon) {
        Problem problem = problem(VALLEY + "kick = \"1/2\"\nhorizon = \"" + horizon + "\"\n", Map.of());
        // delta = sqrt(2 alpha).
        assertThat(Problems.constants(problem, RunOptions.defaults()).steps()).isEqualTo(527);
        assertThat(problem.horizonSteps()).isEmpty();
    }

    @Test
    void aHorizonOutOfRangeIsToldWithItsValue() {
        Problem problem = problem(VALLEY + "horizon = \"alpha\"\n", Map.of());
        assertThat(Problems.verify(problem, new CompiledBackend(), RunOptions.defaults(), List.of())
                        .end())
                .isInstanceOf(RunEnd.HorizonOutOfRange.class);
    }

    @Test
    void aParameterOfThatNameWinsWithAWarning() {
        String text = VALLEY.replace("k = \"1/2\"", "alpha = \"40\"") + "horizon = \"alpha\"\n";
        ReadProblem read = ProblemReader.read("valley", text, Map.of());
        assertThat(read.problem().horizonSteps()).hasValue(40);
        assertThat(read.warnings()).anyMatch(warning -> warning.toString().contains("the parameter alpha"));
        ReadProblem asserted = ProblemReader.read("valley", text + "[expect]\n\"alpha\" = \"alpha\"\n", Map.of());
        assertThat(asserted.warnings()).isEmpty();
    }

    /** alpha that is not positive leaves nothing to measure a kick in. */
    @ParameterizedTest
    @CsvSource({"0, UNDECIDED", "-1/1000, FAILS"})
    void withoutProgressiveSharpeningThereIsNoKick(String slope, Verdict.Status sharpening) {
        Problem problem = problem(VALLEY + "kick = \"1/2\"\nhorizon = \"100\"\n", Map.of("e", slope));
        Verification verification = Problems.verify(problem, new CompiledBackend(), RunOptions.defaults(), List.of());
        assertThat(verification.end()).isInstanceOf(RunEnd.NotKicked.class);
        assertThat(Problems.assess(problem, RunOptions.defaults())
                        .conclusion(Claims.COUPLING)
                        .status())
                .isEqualTo(Verdict.Status.NOT_APPLICABLE);
        assertThat(Problems.assess(problem, RunOptions.defaults())
                        .condition(Claims.PROGRESSIVE_SHARPENING)
                        .status())
                .isEqualTo(sharpening);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kick = \"x\"", "kick = \"1/0\"", "kick = \"log(0)\"", "kick = true", "kick = \"delta\""})
    void aKickIsANumberOfTheParameters(String line) {
        String text = VALLEY + line + "\n";
        assertThatThrownBy(() -> problem(text, Map.of())).isInstanceOf(SelfstabException.class);
    }

    private static <T extends CalculusFieldElement<T>> CoupledStep<T> first(Problem problem, Backend<T> backend) {
        List<CoupledStep<T>> steps = new ArrayList<>();
        Problems.verify(problem, backend, RunOptions.defaults(), List.of(step -> {
            if (step.t() == 0) {
                steps.add(step);
            }
        }));
        return steps.get(0);
    }

    private static Expression parse(String fraction) {
        String[] parts = fraction.split("/", -1);
        return Expression.constant(Integer.parseInt(parts[0]))
                .dividedBy(Expression.constant(Integer.parseInt(parts[1])));
    }

    private static Problem problem(String text, Map<String, String> overrides) {
        return ProblemReader.read("valley", text, overrides).problem();
    }
}
