package org.selfstab.certify.trajectory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.selfstab.Problems;
import org.selfstab.certify.enclosure.Boxes;
import org.selfstab.certify.enclosure.Parallelepiped;
import org.selfstab.claims.constants.Verifier;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.interval.Interval;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.problem.Problem;
import org.selfstab.problem.Thresholds;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Verdict.Status;

/** Pushes in groups against each push by itself, and the verdicts on a long run. */
class PropagatorBoundsTest {

    private static final String GROWTH = "max |beta_{s->t}|/sqrt(beta_s beta_t)";
    /** Of the runs on which every pair of steps is looked at. */
    private static final int SHORT = 40;
    /** About sixteen pushes to a group. */
    private static final int LONG = 2100;
    /** Of a run in doubles. */
    private static final double ROUNDING = 1e-9;
    /** Of the start, a number of doubles. */
    private static final double START = 1e-15;

    private static final double TUBE = 1e-5;

    static Stream<Arguments> groupings() {
        return Stream.of(
                        Problems.valley("1", "1e-2"),
                        Problems.diskValley("1e-2"),
                        Problems.read("arched-floor.toml"),
                        Problems.read("curved-floor.toml"))
                .flatMap(problem -> Stream.of(1, 2, 7, SHORT - 1).map(most -> Arguments.of(problem, most)));
    }

    /** Groups lose sharpness and nothing else: their bounds contain those of each push by itself, and what all pairs give in doubles. */
    @ParameterizedTest
    @MethodSource("groupings")
    void groupsEncloseWhatAllPairsGive(Problem problem, int mostGroups) {
        Run run = new Run(problem);
        PropagatorBounds ofEach = new PropagatorBounds(run.enclosure.optimizer(), SHORT + 1);
        PropagatorBounds ofGroups = new PropagatorBounds(run.enclosure.optimizer(), mostGroups);
        AllPairs pairs = new AllPairs(run.eta().midpoint());
        run.follow(SHORT, pairs::include, List.of(ofEach::include, ofGroups::include));

        assertIsWithin(ofEach.growth().value(), ofGroups.growth().value());
        assertIsWithin(ofEach.signChange().value(), ofGroups.signChange().value());
        assertThat(Interval.around(ofEach.growth().value(), ROUNDING).contains(pairs.growth))
                .isTrue();
        assertThat(Interval.around(ofEach.signChange().value(), ROUNDING).contains(pairs.signChange))
                .isTrue();
    }

    private static void assertIsWithin(Interval narrow, Interval wide) {
        assertThat(narrow.lower()).isGreaterThanOrEqualTo(wide.lower());
        assertThat(narrow.upper()).isLessThanOrEqualTo(wide.upper());
        assertThat(wide.isFinite()).isTrue();
        assertThat(narrow.width()).isLessThan(ROUNDING);
    }

    /** On a run of over 2000 steps the memory grows to about exp(3), which groups bound well enough for each of the three verdicts. */
    @Test
    void aLongRunIsHeldUndecidedAndRefuted() {
        Run run = new Run(Problems.read("arched-floor.toml"));
        TrajectoryBounds bounds = new TrajectoryBounds(run.enclosure.optimizer());
        Tube tube = new Tube(run.enclosure.loss(), run.eta(), TUBE);
        run.follow(LONG, step -> {}, List.of(bounds::include, tube::include));

        Interval growth = bounds.memory().growth().value();
        assertThat(growth.lower())
                .isGreaterThan(Quantities.MEMORY_GROWTH.limit().orElseThrow().byDefault());
        // The earlier half of the balls holds about 2100/128 pushes each, at most twice as many, which differ by
        // exp(3/2100) a step.
        assertThat(growth.width()).isLessThan(0.05 * growth.lower());
        assertThat(status(run, bounds, tube, growth.upper())).isEqualTo(Status.HOLDS);
        assertThat(status(run, bounds, tube, growth.midpoint())).isEqualTo(Status.UNDECIDED);
        assertThat(status(run, bounds, tube, growth.lower())).isEqualTo(Status.UNDECIDED);
        assertThat(status(run, bounds, tube, Math.nextDown(growth.lower()))).isEqualTo(Status.FAILS);
    }

    private static Status status(Run run, TrajectoryBounds bounds, Tube tube, double threshold) {
        Thresholds thresholds = new Thresholds(Map.of(Quantities.MEMORY_GROWTH, threshold));
        return new CertifiedClaims(bounds, tube, run.eta(), thresholds, true, LONG)
                .all().stream()
                        .filter(claim -> claim.quantity().ascii().equals(GROWTH))
                        .findFirst()
                        .orElseThrow()
                        .verdict()
                        .status();
    }

    /** A problem's run, enclosed. */
    private static final class Run {

        private final Problem problem;
        private final RunEnclosure enclosure;

        Run(Problem problem) {
            this.problem = problem;
            this.enclosure = new RunEnclosure(problem, Problems.derivatives(problem));
        }

        Interval eta() {
            return enclosure.optimizer().rates().step();
        }

        void follow(int steps, Consumer<CoupledStep<Binary64>> numeric, List<Consumer<StepEnclosures>> observers) {
            RunOptions defaults = RunOptions.defaults();
            RunOptions options = new RunOptions(defaults.projection(), defaults.frame(), Optional.of(steps));
            new Verifier<>(problem, Problems.derivatives(problem), new CompiledBackend(), options)
                    .verify(List.of(step -> {
                        numeric.accept(step);
                        StepEnclosures enclosed = enclose(step);
                        observers.forEach(observer -> observer.accept(enclosed));
                    }));
        }

        private StepEnclosures enclose(CoupledStep<Binary64> step) {
            FieldVector<Interval> theta = Boxes.at(Boxes.numbers(step.theta()));
            return step.t() == 0 ? enclosure.first(step, Parallelepiped.around(theta, START)) : enclosure.next(step);
        }
    }

    /** The memory of all pairs of steps in doubles. */
    private static final class AllPairs {

        private final double eta;
        private final List<FieldVector<Binary64>> pushes = new ArrayList<>();
        private double growth;
        private double signChange;

        AllPairs(double eta) {
            this.eta = eta;
        }

        void include(CoupledStep<Binary64> step) {
            LocalGeometry<Binary64> geometry = step.geometry();
            double length = Math.sqrt(geometry.beta().getReal());
            for (FieldVector<Binary64> push : pushes) {
                double felt = geometry.gradSPerp().dotProduct(push).getReal() / length;
                growth = Math.max(growth, Math.abs(felt));
                signChange = Math.max(signChange, -felt);
            }
            pushes.replaceAll(push -> {
                FieldVector<Binary64> off = geometry.orthogonalToU(push);
                return off.subtract(geometry.hessian().operate(off).mapMultiply(new Binary64(eta)));
            });
            pushes.add(geometry.gradSPerp().mapDivide(new Binary64(length)));
        }
    }
}
