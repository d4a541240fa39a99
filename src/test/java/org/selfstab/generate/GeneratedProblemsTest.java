package org.selfstab.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.selfstab.claims.Assessment;
import org.selfstab.claims.conditions.ConditionEvaluator;
import org.selfstab.claims.constants.Verifier;
import org.selfstab.dynamics.DerivedLoss;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.loss.DecimalBackend;
import org.selfstab.numeric.DoubleEigensolver;
import org.selfstab.numeric.JacobiEigensolver;
import org.selfstab.problem.Assertion;
import org.selfstab.problem.Expectation;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.problem.ReadProblem;
import org.selfstab.run.PredictedFrame;
import org.selfstab.run.ProjectionMethod;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.Claim;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Verdict;

/**
 * Generated problems, read back from their text, satisfy what they say of themselves: numeric geometry of the loss by automatic
 * differentiation, which knows nothing of normal forms, beside the prescribed closed forms, and the conditions on runs.
 */
class GeneratedProblemsTest {

    private static final JetBackend<Binary64> DOUBLE = new JetBackend<>(new CompiledBackend(), new DoubleEigensolver());
    private static final JetBackend<Dfp> DECIMAL = new JetBackend<>(new DecimalBackend(30), new JacobiEigensolver<>());

    @Property(tries = 60, seed = "20260901")
    void valuesAreAsPrescribed(@ForAll long seed) {
        Problem problem = read(random(seed));

        assertValues(problem, DOUBLE, Assertion.OfValue.DEFAULT_TOLERANCE);
    }

    /** The same of many more. */
    @Tag("long")
    @Property(tries = 2000, seed = "20260906")
    void valuesOfManyAreAsPrescribed(@ForAll long seed) {
        valuesAreAsPrescribed(seed);
    }

    /** What is left in double precision is rounding: with 30 digits it is gone. */
    @Property(tries = 4, seed = "20260902")
    void valuesAreExact(@ForAll long seed) {
        Problem problem = read(random(seed));

        assertValues(problem, DECIMAL, 1e-24);
    }

    /** The same of many more. */
    @Tag("long")
    @Property(tries = 100, seed = "20260907")
    void valuesOfManyAreExact(@ForAll long seed) {
        valuesAreExact(seed);
    }

    @Property(tries = 3, seed = "20260903")
    void conditionsAreAsStated(@ForAll long seed) {
        assertVerdicts(read(random(seed)));
    }

    /** The same of many more. */
    @Tag("long")
    @Property(tries = 60, seed = "20260908")
    void conditionsOfManyAreAsStated(@ForAll long seed) {
        conditionsAreAsStated(seed);
    }

    @ParameterizedTest
    @EnumSource(
            value = Violation.class,
            names = {"NEAREST_POINT"},
            mode = EnumSource.Mode.EXCLUDE)
    void everyTwinIsCaughtAndNothingElseBreaks(Violation violation) {
        assertTwin(read(coarse().violating(violation)), violation);
    }

    @Property(tries = 4, seed = "20260904")
    void randomTwinsAreCaught(@ForAll long seed) {
        Violation[] breakable = Arrays.stream(Violation.values())
                .filter(v -> v != Violation.NEAREST_POINT && v != Violation.SMALL_START)
                .toArray(Violation[]::new);
        Violation violation = breakable[Math.floorMod(seed, breakable.length)];

        assertTwin(read(withoutDimension(random(seed)).violating(violation)), violation);
    }

    /** The same of many more. */
    @Tag("long")
    @Property(tries = 80, seed = "20260909")
    void manyRandomTwinsAreCaught(@ForAll long seed) {
        randomTwinsAreCaught(seed);
    }

    private static void assertTwin(Problem problem, Violation violation) {
        Assessment assessment = assertVerdicts(problem);
        List<String> broken = assessment.violatedConditions().stream()
                .map(result -> result.name().key())
                .toList();
        assertThat(broken).containsExactly(violation.hypothesis().key());
    }

    /** Nearest point tests the projection: no loss breaks it, the linearised projection does. */
    @Test
    void theLinearisedProjectionBreaksNearestPoint() {
        Problem problem = read(Request.byDefault());
        RunOptions linearised = new RunOptions(ProjectionMethod.LINEARISED, PredictedFrame.AMBIENT, Optional.empty());

        assertThat(assess(problem, linearised).condition(Claims.NEAREST_POINT).status())
                .isEqualTo(Verdict.Status.FAILS);
    }

    @Property(tries = 50, seed = "20260905")
    void theSeedDecidesEverything(@ForAll long seed) {
        Request request = random(seed);

        assertThat(Generator.generate(request).text())
                .isEqualTo(Generator.generate(random(seed)).text());
    }

    @Test
    void otherSeedsGiveOtherDisguisesOfTheSameValues() {
        Problem one = read(withSeed(1));
        Problem other = read(withSeed(2));

        assertThat(one.loss()).isNotEqualTo(other.loss());
        assertThat(one.parameters().value("alpha")).isEqualTo(other.parameters().value("alpha"));
    }

    /** Parameters may be set anew: values, start and run follow. */
    @Test
    void valuesFollowParametersThatAreSet() {
        String text = Generator.generate(Request.byDefault()).text();
        Map<String, String> overrides = Map.of(
                "alpha", "1/3000", "beta", "3", "kappa_3", "-2/7", "gamma", "2/3", "energy", "0", "eta_lambda_2", "1");
        Problem problem = ProblemReader.read("set.toml", text, overrides).problem();

        assertValues(problem, DOUBLE, Assertion.OfValue.DEFAULT_TOLERANCE);
    }

    /** The default with fewer steps. */
    private static Request coarse() {
        Request d = Request.byDefault();
        Map<Prescribed, String> values = Map.of(Prescribed.ALPHA, "1/1024");
        return new Request(values, d.etaLambdas(), d.dimension(), d.seed(), d.form(), d.violated());
    }

    /** At the fixed point (1, 0) of the reduced equation v*_perp is rounding, also where dagger_t is the origin: no direction that matters. */
    @Test
    void roundingOffUIsNoDirectionThatMatters() {
        Map<Prescribed, String> values =
                Map.of(Prescribed.ALPHA, "1/1024", Prescribed.ENERGY, "0", Prescribed.GAMMA, "1");
        for (long seed = 1; seed <= 3; seed++) {
            assertVerdicts(read(new Request(
                    values,
                    Optional.of(List.of("1")),
                    OptionalInt.of(3),
                    seed,
                    Request.Form.DISGUISED,
                    Optional.empty())));
        }
    }

    private static Request withSeed(long seed) {
        Request d = Request.byDefault();
        return new Request(d.values(), d.etaLambdas(), d.dimension(), seed, d.form(), d.violated());
    }

    private static Request withoutDimension(Request r) {
        return new Request(r.values(), r.etaLambdas(), OptionalInt.empty(), r.seed(), r.form(), r.violated());
    }

    /** Every number random, some stated, in 2 to 5 variables; every third undisguised. */
    private static Request random(long seed) {
        Random random = new Random(seed);
        Map<Prescribed, String> values = new EnumMap<>(Prescribed.class);
        for (Prescribed kind : Prescribed.values()) {
            values.put(kind, Request.RANDOM);
        }
        if (random.nextInt(4) == 0) {
            values.put(Prescribed.ENERGY, "0");
        }
        if (random.nextInt(4) == 0) {
            values.put(Prescribed.GAMMA, "sqrt(2)/2");
        }
        if (random.nextInt(4) == 0) {
            values.put(Prescribed.KAPPA_3, "0");
        }
        List<String> curvatures = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            curvatures.add(random.nextInt(3) == 0 ? "sqrt(2)" : Request.RANDOM);
        }
        OptionalInt dimension = random.nextInt(3) == 0 ? OptionalInt.of(3 + curvatures.size()) : OptionalInt.empty();
        Request.Form form = random.nextInt(3) == 0 ? Request.Form.PLAIN : Request.Form.DISGUISED;
        return new Request(values, Optional.of(curvatures), dimension, seed, form, Optional.empty());
    }

    private static Problem read(Request request) {
        ReadProblem read =
                ProblemReader.read("generated.toml", Generator.generate(request).text(), Map.of());
        assertThat(read.warnings()).isEmpty();
        return read.problem();
    }

    private static <T extends CalculusFieldElement<T>> void assertValues(
            Problem problem, JetBackend<T> backend, double tolerance) {
        Map<String, T> found = AtStart.values(problem, backend);
        int compared = 0;
        for (Expectation expectation : problem.expectations()) {
            if (expectation.asserted() instanceof Assertion.OfValue asserted) {
                T expected = backend.valueOf(
                        asserted.value().substitute(problem.parameters().values()));
                T value = found.get(expectation.name());
                double size = expected.isZero() ? 1.0 : Math.abs(expected.getReal());
                assertThat(value.subtract(expected).getReal())
                        .as("%s of %s", expectation.name(), problem.source().orElseThrow())
                        .isCloseTo(0.0, within(tolerance * size));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(found.size());
    }

    private static Assessment assertVerdicts(Problem problem) {
        Assessment assessment = assess(problem, RunOptions.defaults());
        int compared = 0;
        for (Claim name : Claims.conditions()) {
            for (Expectation expectation : problem.expectations()) {
                if (expectation.name().equals(name.key())) {
                    assertThat(assessment.condition(name).status().name())
                            .as(
                                    "%s of %s",
                                    assessment.condition(name), problem.source().orElseThrow())
                            .isEqualTo(expectation.verdict().orElseThrow().name());
                    compared++;
                }
            }
        }
        assertThat(compared).isPositive();
        return assessment;
    }

    private static Assessment assess(Problem problem, RunOptions options) {
        Verifier<Binary64> verifier = new Verifier<>(problem, DerivedLoss.of(problem), DOUBLE, options);
        ConditionEvaluator<Binary64> assessor = new ConditionEvaluator<>(verifier.model(), problem.thresholds());
        return assessor.assessment(verifier.verify(List.of(assessor)));
    }
}
