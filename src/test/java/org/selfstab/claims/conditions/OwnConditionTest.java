package org.selfstab.claims.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import org.selfstab.Problems;
import org.selfstab.claims.Assessment;
import org.selfstab.claims.ConclusionResult;
import org.selfstab.claims.ConditionResult;
import org.selfstab.claims.Measured;
import org.selfstab.claims.NumericVerdict;
import org.selfstab.claims.constants.Verifier;
import org.selfstab.dynamics.Model;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.problem.Problem;
import org.selfstab.problem.Thresholds;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.Bound;
import org.selfstab.vocabulary.Claim;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Quantity;
import org.selfstab.vocabulary.Quantity.Limit;
import org.selfstab.vocabulary.Verdict;
import org.selfstab.vocabulary.Verdict.Status;

/** A condition and a conclusion of one's own, each a line beside those of the theory: nothing else must know them. */
class OwnConditionTest {

    private static final Quantity LARGEST_ALIGNMENT = measure("max gamma", Bound.Sense.AT_MOST, 1);
    private static final Claim ALIGNED = claim(Claim.Kind.CONDITION, "aligned", LARGEST_ALIGNMENT);
    private static final Claim LONG_RUN =
            claim(Claim.Kind.CONCLUSION, "long run", measure("T", Bound.Sense.AT_LEAST, 10));

    private static final Conditions.Watched WATCHED = new Conditions.Watched(ALIGNED, OwnConditionTest::aligned);
    private static final Conclusions.Decided DECIDED = new Conclusions.Decided(
            LONG_RUN,
            (run, conclusion) -> List.of(new Measured(
                    conclusion.measure().symbol(),
                    NumericVerdict.notApplicable(run.verification().description()))));

    private static <T extends CalculusFieldElement<T>> Condition<T> aligned(Model<T> model, Thresholds thresholds) {
        return new ThresholdCondition<>(
                ALIGNED,
                thresholds,
                (step, extreme) -> extreme.include(step.geometry().gamma().getReal(), step),
                (gamma, scale) -> Optional.of(gamma),
                "largest alignment");
    }

    @Test
    void standsAmongTheTheorysInTheirOrder() {
        Assessment assessment = assess(new Thresholds(Map.of()));
        assertThat(assessment.conditions())
                .extracting(ConditionResult::name)
                .containsExactlyElementsOf(Stream.concat(Claims.conditions().stream(), Stream.of(ALIGNED))
                        .toList());
        assertThat(assessment.conclusions())
                .extracting(ConclusionResult::conclusion)
                .containsExactlyElementsOf(Stream.concat(Claims.conclusions().stream(), Stream.of(LONG_RUN))
                        .toList());
        assertThat(assessment.conclusion(LONG_RUN).status()).isEqualTo(Status.NOT_APPLICABLE);
    }

    @Test
    void isDecidedByItsLimitWithAWitness() {
        Verdict holds = verdict(new Thresholds(Map.of()));
        double gamma = holds.bound().orElseThrow().value();
        assertThat(holds.status()).isEqualTo(Status.HOLDS);
        assertThat(verdict(limit(gamma)).status()).isEqualTo(Status.UNDECIDED);
        assertThat(verdict(limit(0.9 * gamma)).status()).isEqualTo(Status.FAILS);
        assertThat(holds.witness()).isPresent();
    }

    private static Thresholds limit(double value) {
        return new Thresholds(Map.of(LARGEST_ALIGNMENT, value));
    }

    private static Verdict verdict(Thresholds thresholds) {
        return assess(thresholds).condition(ALIGNED).measures().get(0).verdict();
    }

    private static Assessment assess(Thresholds thresholds) {
        Problem problem = Problems.diskValley("1e-3");
        Verifier<Binary64> verifier =
                new Verifier<>(problem, Problems.derivatives(problem), new CompiledBackend(), RunOptions.defaults());
        ConditionEvaluator<Binary64> evaluator = new ConditionEvaluator<>(
                verifier.model(),
                thresholds,
                Stream.concat(Conditions.ALL.stream(), Stream.of(WATCHED)).toList(),
                Stream.concat(Conclusions.ALL.stream(), Stream.of(DECIDED)).toList());
        return evaluator.assessment(verifier.verify(List.of(evaluator)));
    }

    private static Quantity measure(String symbol, Bound.Sense sense, double limit) {
        return new Quantity(
                "condition." + symbol.replace(' ', '_'),
                Notation.words(symbol),
                symbol,
                "1",
                Optional.empty(),
                Quantity.Kind.MEASURE,
                Optional.of(new Limit(sense, limit, Double.MAX_VALUE)));
    }

    private static Claim claim(Claim.Kind kind, String title, Quantity measure) {
        return new Claim(
                "own." + title.replace(' ', '_'),
                kind,
                title,
                Notation.words(title),
                Optional.empty(),
                List.of(measure),
                true);
    }
}
