package org.selfstab.claims.observation;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.selfstab.claims.DriftResult;
import org.selfstab.claims.QuantityReader;
import org.selfstab.claims.Reading;
import org.selfstab.claims.RunConstants;
import org.selfstab.claims.Verification;
import org.selfstab.claims.constants.FarFromStableSet;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.problem.Problem;
import org.selfstab.problem.QuantityName;
import org.selfstab.run.RunEnd;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.Claim;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.Named;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Quantity;
import org.selfstab.vocabulary.SelfstabException;
import org.selfstab.vocabulary.Verdict;

/** Computes quantities of one problem, with no more work than they need. */
public final class ObservingReader implements QuantityReader {

    private static final Set<Quantity.Kind> OF_DOUBLES = Set.of(
            Quantity.Kind.COORDINATE,
            Quantity.Kind.STEPS_TO,
            Quantity.Kind.OBSERVABLE,
            Quantity.Kind.OBSERVED,
            Quantity.Kind.DRIFT);

    private final Observation<?> observation;
    private final boolean withMembers;

    private ObservingReader(Observation<?> observation, boolean withMembers) {
        this.observation = observation;
        this.withMembers = withMembers;
    }

    /**
     * A reader of a problem.
     *
     * @param derivatives its loss with the parameters' values put in
     * @param doubles the numbers of double precision, which readers may share
     * @param options how its runs are done, and in which numbers
     * @param wanted the quantities that will be asked for, or more
     */
    public static QuantityReader of(
            Problem problem,
            LossDerivatives derivatives,
            CompiledBackend doubles,
            RunOptions options,
            Collection<? extends Named> wanted) {
        return new ObservingReader(Observation.of(problem, derivatives, doubles, options, conditionsOf(wanted)), false);
    }

    @Override
    public QuantityReader withMembers() {
        return new ObservingReader(observation, observation.problem().family().isPresent());
    }

    /** The conditions that a run has to decide. */
    private static Set<Claim> conditionsOf(Collection<? extends Named> wanted) {
        return Claims.conditions().stream().filter(wanted::contains).collect(Collectors.toSet());
    }

    /** Whether a quantity or claim is one of the run from t = 0 to the horizon: neither one at t = 0 nor one of other runs. */
    public static boolean needsRun(Named name) {
        return name instanceof Claim claim ? !claim.equals(Claims.EDGE_ENTERED) : Readers.OF_RUN.containsKey(name);
    }

    /** Whether a quantity or claim is computed in double precision whatever the numbers of the runs: noise, drift, and where the optimizer ends. */
    public static boolean isOfDoubles(Named name) {
        return name.equals(Claims.CHAOTIC)
                || (name instanceof Quantity quantity
                        && (OF_DOUBLES.contains(quantity.kind())
                                || Readers.OF_NOISE.containsKey(quantity)
                                || Readers.OF_ENDING.containsKey(quantity)
                                || quantity.equals(Quantities.DRIFT_RATE)));
    }

    /** One at a time: what the parts of an observation are computed by must not be shared by threads. */
    @Override
    public synchronized Reading observe(QuantityName name) {
        if (observation.isInDigits() && isOfDoubles(name.quantity())) {
            return new Reading.Undecided("it is computed in double precision alone; leave --precision out");
        }
        return name.quantity() instanceof Claim claim ? verdict(claim) : value(name, (Quantity) name.quantity());
    }

    private Reading verdict(Claim claim) {
        return switch (claim.kind()) {
            case CONDITION ->
                claim.equals(Claims.EDGE_REACHED)
                        ? edgeReached()
                        : observation.run().condition(claim);
            case CONCLUSION -> conclusion(claim);
            case CONCLUSION_OF_ADAPTIVE -> observation.run().conclusion(claim);
            case OUTCOME -> outcome(claim);
        };
    }

    private Reading outcome(Claim claim) {
        if (claim.equals(Claims.EDGE_ENTERED)) {
            return observation.atEdge().entered();
        }
        return claim.equals(Claims.CHAOTIC) ? observation.ending().chaotic() : diverges();
    }

    /** At the edge at every t of the run. Where the run has no t, or no epsilon to measure by, t = 0 alone decides. */
    private Reading edgeReached() {
        Reading.OfVerdict entered = observation.atEdge().entered();
        if (entered.status() != Verdict.Status.HOLDS) {
            return entered;
        }
        Reading.OfVerdict everywhere = observation.run().condition(Claims.EDGE_REACHED);
        return everywhere.status() == Verdict.Status.NOT_APPLICABLE ? entered : everywhere;
    }

    private Reading value(QuantityName name, Quantity quantity) {
        if (quantity.kind() == Quantity.Kind.EIGENVALUE) {
            return severalAtEdge()
                    .map(start -> start.etaLambda(name.index()))
                    .orElseGet(() -> observation.atEdge().etaLambda(name.index()));
        }
        if (quantity.kind() == Quantity.Kind.COORDINATE) {
            return observation.ending().coordinate(name.index() - 1);
        }
        if (quantity.kind() == Quantity.Kind.STEPS_TO) {
            return observation.ending().stepsTo(name.lossBelow());
        }
        if (quantity.kind() == Quantity.Kind.OBSERVABLE) {
            return observation.ending().observable(name.index() - 1);
        }
        if (quantity.kind() == Quantity.Kind.OBSERVED) {
            return observation.ending().observed(name.index() - 1, name.observedNumber());
        }
        if (Readers.OF_NOISE.containsKey(quantity)) {
            return Readers.OF_NOISE.get(quantity).apply(observation.noise());
        }
        if (Readers.OF_ENDING.containsKey(quantity)) {
            return Readers.OF_ENDING.get(quantity).apply(observation.ending());
        }
        if (quantity.kind() == Quantity.Kind.OVER_FAMILY) {
            return family(Readers.OVER_FAMILY.get(quantity));
        }
        if (quantity.equals(Quantities.TWO_CYCLE)) {
            return twoCycle();
        }
        if (quantity.equals(Quantities.DRIFT_RATE)) {
            return drift(() -> rate(observation.driftAtStart()));
        }
        if (quantity.equals(Quantities.DRIFT_VERDICT)) {
            return drift(() -> new Reading.OfDrift(
                    observation.drift().verdict(), observation.drift().reason()));
        }
        return Readers.OF_RUN.containsKey(quantity)
                ? Readers.OF_RUN.get(quantity).apply(observation.run())
                : severalAtEdge()
                        .map(start -> start.of(quantity))
                        .orElseGet(() -> Readers.AT_EDGE.get(quantity).apply(observation.atEdge()));
    }

    /** Where several eigenvalues are followed as the problem says, or no single one is the largest at t = 0. */
    private Optional<SeveralAtEdge> severalAtEdge() {
        boolean isOfOne = observation.problem().run().unstable().orElse(1) == 1
                && observation.atEdge().point().isPresent();
        return isOfOne
                ? Optional.empty()
                : verification()
                        .unstable()
                        .map(several -> new SeveralAtEdge(
                                verification(),
                                several,
                                observation.atEdge().model().rates()));
    }

    @Override
    public synchronized Verification verification() {
        return observation.run().verification();
    }

    /** The smallest of several orders. */
    private Reading conclusion(Claim conclusion) {
        Reading ofRun = observation.run().conclusion(conclusion);
        return withMembers ? ObservedFamily.weaker(ofRun, family(found -> found.conclusion(conclusion))) : ofRun;
    }

    private Reading family(Function<ObservedFamily, Reading> computed) {
        try {
            return computed.apply(new ObservedFamily(observation.family()));
        } catch (SelfstabException failure) {
            return new Reading.Undefined(failure.getMessage());
        }
    }

    /** Where the constrained trajectory ends early, plain gradient descent tells where the iterates go. */
    private Reading diverges() {
        RunEnd end = observation.run().verification().end();
        if (end instanceof RunEnd.Diverged || end instanceof RunEnd.LeftDomain) {
            return new Reading.OfVerdict(Verdict.Status.HOLDS, end.description());
        }
        if (end instanceof RunEnd.ReachedHorizon) {
            RunConstants constants =
                    observation.run().verification().constants().orElseThrow();
            return distance(
                    constants.iterates().last().value(), constants.iterates().farFor(), constants.steps());
        }
        PlainDescent<?> descent = observation.descent();
        return descent.notFiniteAt()
                .<Reading>map(step -> new Reading.OfVerdict(
                        Verdict.Status.HOLDS, "the optimizer alone is not finite at step " + step))
                .orElseGet(() -> distance(descent.lastSharpness(), descent.farFor(), descent.steps()));
    }

    private Reading distance(double etaS, int farFor, int steps) {
        String inUnits = observation.problem().wording().of("eta S");
        return new Reading.OfVerdict(
                FarFromStableSet.verdict(steps, farFor),
                inUnits + " of the iterate is " + Digits.text(etaS) + " at step " + steps + "; the last " + farFor
                        + " iterates are far from the stable set, " + inUnits + " > 4, of "
                        + FarFromStableSet.stretch(steps) + " that it takes");
    }

    /** Empty of optimizers and of problems so large that there is no such law. */
    private static Reading drift(Supplier<Reading> reading) {
        try {
            return reading.get();
        } catch (SelfstabException failure) {
            return new Reading.Undefined(failure.getMessage());
        }
    }

    private static Reading rate(DriftResult found) {
        return found.start()
                .<Reading>map(start -> new Reading.OfNumber(start.rates().gamma(), ""))
                .orElseGet(() -> new Reading.Undefined(found.reason()));
    }

    private Reading twoCycle() {
        PlainDescent<?> descent = observation.descent();
        return descent.twoCycle()
                .<Reading>map(amplitude -> new Reading.OfNumber(amplitude, "after " + descent.steps() + " steps"))
                .orElseGet(
                        () -> new Reading.Undefined("the optimizer alone does not alternate between two points after "
                                + descent.steps() + " steps"));
    }
}
