package org.selfstab.claims.reading;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.claims.Conclusion;
import org.selfstab.claims.ConditionName;
import org.selfstab.claims.FarFromStableSet;
import org.selfstab.claims.PlainDescent;
import org.selfstab.claims.RunConstants;
import org.selfstab.claims.Verification;
import org.selfstab.claims.order.OrderStatement;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.problem.ExpectedQuantity;
import org.selfstab.problem.Problem;
import org.selfstab.problem.QuantityName;
import org.selfstab.run.RunEnd;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.SelfstabException;
import org.selfstab.vocabulary.Verdict;

/** Computes quantities of one problem, with no more work than they need. */
public final class QuantityReader {

    private final Observation observation;
    private final boolean withMembers;

    private QuantityReader(Observation observation, boolean withMembers) {
        this.observation = observation;
        this.withMembers = withMembers;
    }

    /**
     * A reader of a problem.
     *
     * @param derivatives its loss with the parameters' values put in
     * @param backend the numbers of its runs, which readers may share
     * @param options how its runs are done
     * @param wanted the quantities that will be asked for, or more
     */
    public static QuantityReader of(
            Problem problem,
            LossDerivatives derivatives,
            CompiledBackend backend,
            RunOptions options,
            Collection<ExpectedQuantity> wanted) {
        return new QuantityReader(new Observation(problem, derivatives, backend, options, conditionsOf(wanted)), false);
    }

    /** The same with conclusions judged on every member, too, of a problem that has a family. */
    public QuantityReader withMembers() {
        return new QuantityReader(observation, observation.problem().family().isPresent());
    }

    private static Set<ConditionName> conditionsOf(Collection<ExpectedQuantity> wanted) {
        return wanted.stream()
                .map(QuantityReader::conditionOf)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    /** Whether a quantity is one of the run from t = 0 to the horizon: neither one at t = 0 nor one of other runs. */
    public static boolean needsRun(ExpectedQuantity quantity) {
        return switch (quantity) {
            case COUPLING_ORDER, LOSS_ORDER, SHARPNESS_ORDER, AVERAGE_ORDER -> false;
            case IMPLICIT_BIAS_ORDER, DESCENT_ORDER, TWO_CYCLE -> false;
            case FAMILY_COUPLING_CONSTANT, FAMILY_LOSS_CONSTANT -> false;
            case FAMILY_SHARPNESS_CONSTANT, FAMILY_AVERAGE_CONSTANT -> false;
            case FAMILY_IMPLICIT_BIAS_CONSTANT, FAMILY_DESCENT_CONSTANT -> false;
            case COUPLING_CONSTANT, LOSS_CONSTANT, SHARPNESS_CONSTANT, AVERAGE_CONSTANT -> true;
            case IMPLICIT_BIAS_CONSTANT, DESCENT_CONSTANT -> true;
            case COUPLING, LOSS, SHARPNESS_OF_ITERATES, AVERAGE, IMPLICIT_BIAS, DESCENT -> true;
            case DIVERGES, STEPS, STAGES, STAGES_PASSED, PERIOD -> true;
            default -> conditionOf(quantity).isPresent();
        };
    }

    /** The condition that a quantity is the verdict of, if it is one that a run has to decide. */
    static Optional<ConditionName> conditionOf(ExpectedQuantity quantity) {
        return Arrays.stream(ConditionName.values())
                .filter(name -> name != ConditionName.EDGE_REACHED)
                .filter(name -> name.dottedName().equals(quantity.dottedName()))
                .findFirst();
    }

    /** One at a time: what the parts of an observation are computed by must not be shared by threads. */
    public synchronized Reading observe(QuantityName name) {
        Optional<ConditionName> condition = conditionOf(name.quantity());
        return condition.isPresent() ? observation.run().condition(condition.get()) : observeOther(name);
    }

    /** The run from t = 0 to the horizon. */
    public synchronized Verification verification() {
        return observation.run().verification();
    }

    private Reading observeOther(QuantityName name) {
        return switch (name.quantity()) {
            case COUPLING_ORDER -> orders(OrderStatement.COUPLING);
            case LOSS_ORDER -> orders(OrderStatement.LOSS);
            case SHARPNESS_ORDER -> orders(OrderStatement.SHARPNESS);
            case AVERAGE_ORDER -> orders(OrderStatement.AVERAGE_OSCILLATION, OrderStatement.AVERAGE_LOSS);
            case IMPLICIT_BIAS_ORDER -> orders(OrderStatement.IMPLICIT_BIAS);
            case DESCENT_ORDER -> orders(OrderStatement.DESCENT);
            case FAMILY_COUPLING_CONSTANT -> largestConstant(Conclusion.COUPLING);
            case FAMILY_LOSS_CONSTANT -> largestConstant(Conclusion.LOSS);
            case FAMILY_SHARPNESS_CONSTANT -> largestConstant(Conclusion.SHARPNESS);
            case FAMILY_AVERAGE_CONSTANT -> largestConstant(Conclusion.AVERAGE);
            case FAMILY_IMPLICIT_BIAS_CONSTANT -> largestConstant(Conclusion.IMPLICIT_BIAS);
            case FAMILY_DESCENT_CONSTANT -> largestConstant(Conclusion.DESCENT);
            case COUPLING_CONSTANT -> observation.run().constant(Conclusion.COUPLING);
            case LOSS_CONSTANT -> observation.run().constant(Conclusion.LOSS);
            case SHARPNESS_CONSTANT -> observation.run().constant(Conclusion.SHARPNESS);
            case AVERAGE_CONSTANT -> observation.run().constant(Conclusion.AVERAGE);
            case IMPLICIT_BIAS_CONSTANT -> observation.run().constant(Conclusion.IMPLICIT_BIAS);
            case DESCENT_CONSTANT -> observation.run().constant(Conclusion.DESCENT);
            case COUPLING -> conclusion(Conclusion.COUPLING);
            case LOSS -> conclusion(Conclusion.LOSS);
            case SHARPNESS_OF_ITERATES -> conclusion(Conclusion.SHARPNESS);
            case AVERAGE -> conclusion(Conclusion.AVERAGE);
            case IMPLICIT_BIAS -> conclusion(Conclusion.IMPLICIT_BIAS);
            case DESCENT -> conclusion(Conclusion.DESCENT);
            case DIVERGES -> diverges();
            case STEPS -> observation.run().steps();
            case STAGES -> observation.run().stages();
            case STAGES_PASSED -> observation.run().stagesPassed();
            case PERIOD -> observation.run().period();
            case TWO_CYCLE -> twoCycle();
            default -> atStart(name);
        };
    }

    private Reading atStart(QuantityName name) {
        AtEdge start = observation.atEdge();
        Binary64 eta = start.model().eta();
        return switch (name.quantity()) {
            case EDGE_REACHED -> start.reached();
            case EDGE_STEP -> start.edgeStep();
            case ALPHA -> start.number(point -> point.geometry().alpha(), StartRounding::alpha);
            case BETA -> start.number(point -> point.geometry().beta(), StartRounding::beta);
            case SKEWNESS -> start.number(point -> point.geometry().kappa3(), StartRounding::skewness);
            case FOURTH_DERIVATIVE ->
                start.number(
                        point -> fourthAlongU(point)
                                .operate(point.geometry().u())
                                .dotProduct(point.geometry().u()),
                        rounding -> rounding.fourthDerivative(
                                fourthAlongU(start.point().orElseThrow())));
            case SHARPNESS -> start.number(point -> point.geometry().sharpness(), StartRounding::eigenvalue);
            case ETA_LAMBDA ->
                start.number(
                        point -> eta.multiply(
                                point.geometry().eigensystem().values().get(name.index() - 1)),
                        rounding -> eta.getReal() * rounding.eigenvalue());
            case DELTA -> start.ofOscillation(point -> point.geometry().delta(), StartRounding::delta);
            case EPSILON ->
                start.ofOscillation(point -> point.geometry().epsilon(eta), rounding -> rounding.epsilon(eta));
            case ALIGNMENT -> start.ofOscillation(point -> point.geometry().gamma(), StartRounding::alignment);
            case ENERGY -> start.energy();
            default -> throw new IllegalStateException("no such quantity: " + name.text());
        };
    }

    /** {@code D4L(u, u, ., .)}. */
    private FieldMatrix<Binary64> fourthAlongU(AtEdge.Point point) {
        FieldVector<Binary64> u = point.geometry().u();
        return observation.atEdge().model().loss().at(point.geometry().point()).fourth(u, u);
    }

    /** The smallest of several orders. */
    private Reading conclusion(Conclusion conclusion) {
        Reading ofRun = observation.run().conclusion(conclusion);
        return withMembers ? ObservedFamily.weaker(ofRun, family(found -> found.conclusion(conclusion))) : ofRun;
    }

    private Reading largestConstant(Conclusion conclusion) {
        return family(found -> found.largestConstant(conclusion));
    }

    private Reading family(Function<ObservedFamily, Reading> computed) {
        try {
            return computed.apply(new ObservedFamily(observation.family()));
        } catch (SelfstabException failure) {
            return new Reading.Undefined(failure.getMessage());
        }
    }

    private Reading orders(OrderStatement... statements) {
        return family(found -> found.orders(statements));
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
        PlainDescent<Binary64> descent = observation.descent();
        return descent.notFiniteAt()
                .<Reading>map(step -> new Reading.OfVerdict(
                        Verdict.Status.HOLDS, "plain gradient descent is not finite at step " + step))
                .orElseGet(() -> distance(descent.lastSharpness(), descent.farFor(), descent.steps()));
    }

    private static Reading distance(double etaS, int farFor, int steps) {
        return new Reading.OfVerdict(
                FarFromStableSet.verdict(steps, farFor),
                "eta S of the iterate is " + Digits.text(etaS) + " at step " + steps + "; the last " + farFor
                        + " iterates are far from the stable set, eta S > 4, of "
                        + FarFromStableSet.stretch(steps) + " that it takes");
    }

    private Reading twoCycle() {
        PlainDescent<Binary64> descent = observation.descent();
        return descent.twoCycle()
                .<Reading>map(amplitude -> new Reading.OfNumber(amplitude, "after " + descent.steps() + " steps"))
                .orElseGet(() ->
                        new Reading.Undefined("plain gradient descent does not alternate between two points after "
                                + descent.steps() + " steps"));
    }
}
