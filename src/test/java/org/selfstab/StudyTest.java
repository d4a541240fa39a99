package org.selfstab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import org.selfstab.certify.CertifyOptions;
import org.selfstab.claims.Reading;
import org.selfstab.claims.RunConstants;
import org.selfstab.claims.VerificationResult;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.RunObserver;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.loss.Backend;
import org.selfstab.run.RunListener;
import org.selfstab.run.RunOptions;
import org.selfstab.run.StepView;
import org.selfstab.vocabulary.SelfstabException;
import org.selfstab.vocabulary.Verdict;

class StudyTest {

    private static final RunOptions SHORT = RunOptions.defaults().withHorizon(30);

    private final Study valley = Selfstab.read(Path.of("examples/sharp-valley.toml"));

    private static double coupling(VerificationResult verified) {
        return verified.verification()
                .constants()
                .flatMap(RunConstants::coupling)
                .orElseThrow()
                .value();
    }

    @Test
    void aQuantityByItsNameIsThatOfTheRun() {
        Reading read = valley.read("coupling.constant");
        assertThat(read).isInstanceOfSatisfying(Reading.OfNumber.class, number -> assertThat(
                        number.number().value())
                .isEqualTo(coupling(valley.verify(RunOptions.defaults()))));
        assertThatThrownBy(() -> valley.read("coupling.constnat"))
                .isInstanceOf(SelfstabException.class)
                .hasMessage("unknown quantity coupling.constnat; did you mean coupling.constant?");
    }

    @Test
    void moreDigitsAreComparedWithDoubles() {
        VerificationResult inDouble = valley.verify(SHORT);
        VerificationResult precise = valley.verify(SHORT.withDigits(40));
        assertThat(inDouble.precision()).isEmpty();
        assertThat(precise.precision()).isPresent();
        assertThat(coupling(precise))
                .isCloseTo(coupling(inDouble), within(1e-9))
                .isNotEqualTo(coupling(inDouble));
    }

    @Test
    void aSiblingHasItsOwnParameters() {
        Study straight = valley.with(Map.of("zeta", "0"));
        assertThat(coupling(straight.verify(SHORT))).isNotEqualTo(coupling(valley.verify(SHORT)));
        assertThat(valley.problem().parameters().value("zeta")).hasToString("1");
        assertThatThrownBy(() -> valley.with(Map.of("zeta", "1/0")))
                .hasMessageStartingWith("--set zeta:1:2: division by exactly zero");
    }

    @Test
    void observersSeeEveryStepAndListenersHowFarItIs() {
        List<Integer> steps = new ArrayList<>();
        List<String> tasks = new ArrayList<>();
        List<Double> seen = new ArrayList<>();
        List<Double> shown = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void progress(String task, int done) {
                tasks.add(task);
            }

            @Override
            public void step(StepView step) {
                shown.addAll(numbers(step));
            }
        };
        valley.verify(SHORT, listener, new RunObserver() {
            @Override
            public <T extends CalculusFieldElement<T>> StepObserver<T> of(
                    Backend<T> backend, Model<Binary64> inDouble) {
                return step -> {
                    steps.add(step.t());
                    seen.addAll(numbers(step));
                };
            }
        });
        assertThat(steps).hasSize(31).isSorted();
        assertThat(shown).hasSize(31 * 9).isEqualTo(seen);
        assertThat(tasks).contains("derivatives", "", "conclusions and conditions");
    }

    private static List<Double> numbers(StepView step) {
        List<Double> numbers = new ArrayList<>(step.theta());
        numbers.addAll(step.dagger());
        numbers.addAll(List.of(step.loss(), step.sharpness(), step.alpha(), step.beta(), step.x()));
        return numbers;
    }

    private static <T extends CalculusFieldElement<T>> List<Double> numbers(CoupledStep<T> step) {
        return Stream.concat(
                        Stream.of(step.theta(), step.geometry().point())
                                .flatMap(point -> Stream.of(point.getEntry(0), point.getEntry(1))),
                        Stream.of(
                                step.loss(),
                                step.sharpness(),
                                step.geometry().alpha(),
                                step.geometry().beta(),
                                step.x()))
                .map(T::getReal)
                .toList();
    }

    @Test
    void familiesNeedOne() {
        assertThat(valley.family(SHORT).members()).hasSize(3);
        Study alone = Selfstab.read(Path.of("examples/log-cosh.toml"));
        assertThatThrownBy(() -> alone.family(SHORT))
                .isInstanceOf(SelfstabException.class)
                .hasMessage("the problem log-cosh has no [family]; add one, or give a family");
    }

    @Test
    void proofsAndClosedFormsAreOfTheSameProblem() {
        assertThat(valley.certify(CertifyOptions.defaults().withHorizon(2)).status())
                .isEqualTo(Verdict.Status.HOLDS);
        assertThat(valley.derive(Map.of()).isContradicted()).isFalse();
        assertThat(valley.ode(RunOptions.defaults()).isComplete()).isTrue();
    }

    @Test
    void aTextIsAProblemToo() {
        assertThatThrownBy(() -> Selfstab.parse("mine.toml", "title = 3"))
                .isInstanceOf(SelfstabException.class)
                .hasMessageStartingWith("mine.toml:1:9: title is");
    }
}
