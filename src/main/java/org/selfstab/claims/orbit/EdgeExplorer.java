package org.selfstab.claims.orbit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.claims.DescentCourse;
import org.selfstab.claims.Exploration;
import org.selfstab.claims.Exploration.AtEdge;
import org.selfstab.claims.Exploration.Meeting;
import org.selfstab.claims.Exploration.NotMet;
import org.selfstab.claims.Exploration.StepSize;
import org.selfstab.claims.Exploration.UsesOfStepSize;
import org.selfstab.dynamics.DerivedLoss;
import org.selfstab.dynamics.Descent;
import org.selfstab.dynamics.EdgeSearch;
import org.selfstab.dynamics.LinearModel;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.PlainDescent;
import org.selfstab.dynamics.reduced.GradientFlow;
import org.selfstab.expression.Expression;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.expression.syntax.ExpressionParser;
import org.selfstab.expression.syntax.ExpressionSyntaxException;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.ProjectionException;
import org.selfstab.geometry.SharpnessEvaluator;
import org.selfstab.geometry.SignConvention;
import org.selfstab.geometry.StableSetProjection;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.numeric.EvenSample;
import org.selfstab.problem.Problem;
import org.selfstab.problem.RealValue;
import org.selfstab.run.DescentEnd;
import org.selfstab.run.FailedProjection;
import org.selfstab.run.GradientFlowPath;
import org.selfstab.run.ProjectionMethod;
import org.selfstab.run.RunEnd;
import org.selfstab.run.RunListener;
import org.selfstab.vocabulary.SelfstabException;

/**
 * Finds which step sizes bring a loss to the edge: follows gradient flow, chooses step sizes whose edge {@code 2/eta} lies where the sharpness rises,
 * and runs plain gradient descent with each. Loss and start stay as they are with the problem's own step size.
 */
public final class EdgeExplorer {

    /** Where between the start's sharpness and the largest the edges of step sizes lie. */
    private static final double[] LEVELS = {0.1, 0.3, 0.5, 0.7, 0.9};
    /** Step sizes beyond this factor take too many steps. */
    private static final double MOST_RISE = 16.0;
    /** A rise beyond this factor is divided evenly in logarithms. */
    private static final double LARGE_RISE = 4.0;

    private static final int FEWEST_DIGITS = 3;
    private static final int MOST_DIGITS = 15;
    /** How far beyond the edge gradient descent is shown. */
    private static final int BEYOND = 500;

    private static final int MOST_PROJECTED = 10_000;
    /** The work of one step size, in multiplications of eigenvalue problems: some seconds. */
    private static final double MOST_WORK = 4e9;

    private final Problem problem;
    private final LossDerivatives derivatives;
    private final CompiledBackend backend = new CompiledBackend();
    private final List<String> given;
    private final RunListener listener;

    /**
     * An explorer.
     *
     * @param given step sizes to be tried, exact expressions; empty for a choice of some
     */
    public EdgeExplorer(Problem problem, List<String> given, RunListener listener) {
        this.problem = problem;
        this.derivatives = DerivedLoss.of(problem);
        this.given = List.copyOf(given);
        this.listener = listener;
    }

    /**
     * Explores.
     *
     * @throws SelfstabException if a step size given is no positive number, or the loss or a derivative is not finite at the start
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public Exploration explore() {
        requireInverse();
        Map<Expression, String> sizes = new LinkedHashMap<>();
        sizes.put(
                problem.stepSize(),
                problem.parameters().definitions().get(Problem.STEP_SIZE).toString());
        given.forEach(text -> sizes.putIfAbsent(parsed(text), text));
        LinearModel<Binary64> model = LinearModel.of(problem, derivatives, backend);
        GradientFlow flow =
                new GradientFlow(model.geometry(), problem.run().maxSteps(), step -> listener.progress("flow", step));
        GradientFlowPath path = flow.from(model.start());
        int steps = stepsOf(problem);
        if (given.isEmpty()) {
            double time = steps * model.rates().drift().getReal() / RealValue.of(problem.stepSize());
            chosen(path, edgeTimesStepSize(), time).forEach(text -> sizes.putIfAbsent(parsed(text), text));
        }
        List<StepSize> tried = new ArrayList<>();
        sizes.forEach((eta, text) -> tried.add(tried(eta, text, flow, path, steps)));
        tried.subList(1, tried.size())
                .sort(Comparator.comparingDouble(StepSize::eta).reversed());
        return new Exploration(problem, path, tried, uses(), edgeTimesStepSize(), steps);
    }

    /** {@code S_c eta}: of gradient descent 2. */
    private double edgeTimesStepSize() {
        return problem.isPlainGradientDescent() ? 2 : edgeTimes(problem);
    }

    private static double edgeTimes(Problem problem) {
        return RealValue.of(problem.edge()) * RealValue.of(problem.stepSize());
    }

    /** Step sizes are chosen by their edges, which are inverse to them unless an optimizer is made otherwise. */
    private void requireInverse() {
        double product = edgeTimes(problem);
        double ofTwice =
                edgeTimes(problem.with(Problem.STEP_SIZE, problem.stepSize().times(Expression.TWO)));
        if (!(Math.abs(ofTwice - product) <= 1e-9 * product)) {
            throw new SelfstabException(
                    "explore tries step sizes, and the edge of "
                            + problem.optimizer().name() + " is not proportional to 1/eta",
                    "leave out decoupled, or write B of a linear optimizer as a multiple of eta, and A and C without it");
        }
    }

    private static Expression parsed(String text) {
        Expression eta;
        try {
            eta = new ExpressionParser(List.of()).parse(text).expression();
        } catch (ExpressionSyntaxException wrong) {
            throw new SelfstabException(
                    "the step size '" + text + "': " + wrong.getMessage(), "give a number such as 1/10");
        }
        double value = RealValue.of(eta);
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new SelfstabException("the step size " + text + " is not a positive number", "give one such as 1/10");
        }
        return eta;
    }

    /** The file's limit, or what the work for so many variables allows. */
    private static int stepsOf(Problem problem) {
        double n = problem.variables().size();
        return (int) Math.min(problem.run().maxSteps(), Math.max(1000.0, MOST_WORK / (20.0 * n * n * n + 2e4)));
    }

    private UsesOfStepSize uses() {
        return new UsesOfStepSize(
                usesStepSize(problem.loss().symbolNames()),
                problem.start().values().stream().anyMatch(value -> usesStepSize(value.symbolNames())));
    }

    /** Whether a name is eta, or a parameter whose definition uses it. */
    private boolean usesStepSize(Collection<String> names) {
        Map<String, Expression> definitions = problem.parameters().definitions();
        Set<String> used = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(names);
        while (!open.isEmpty()) {
            String name = open.remove();
            if (used.add(name) && definitions.containsKey(name)) {
                open.addAll(definitions.get(name).symbolNames());
            }
        }
        return used.contains(Problem.STEP_SIZE);
    }

    /**
     * Step sizes of few digits, from the largest on.
     *
     * @param time how far all steps together go along the flow, in units of eta
     */
    private static List<String> chosen(GradientFlowPath flow, double product, double time) {
        List<String> chosen = new ArrayList<>();
        Optional<GradientFlowPath.Rise> largest =
                flow.rises().stream().filter(rise -> rise.high() > 0).findFirst();
        if (largest.isPresent()) {
            double low = Math.max(0, largest.get().low());
            double reached = Math.min(largest.get().high(), reached(flow, product * time, low));
            double high = low > 0 ? Math.min(MOST_RISE * low, reached) : reached;
            for (double level : LEVELS) {
                double edge = low > 0 && high / low > LARGE_RISE
                        ? low * Math.pow(high / low, level)
                        : low + level * (high - low);
                chosen.add(rounded(product / edge, product, low, high));
            }
        }
        return chosen;
    }

    /** The largest sharpness to which gradient descent comes with the step size whose edge it is: sharper places ask for shorter steps. */
    private static double reached(GradientFlowPath flow, double timeTimesEdge, double low) {
        return flow.samples().stream()
                .filter(sample -> sample.time() * sample.sharpness() <= timeTimesEdge)
                .mapToDouble(GradientFlowPath.Sample::sharpness)
                .filter(sharpness -> sharpness > low)
                .max()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** Rounded as far as its edge stays between two sharpnesses. */
    private static String rounded(double eta, double product, double low, double high) {
        BigDecimal decimal = new BigDecimal(eta);
        for (int digits = FEWEST_DIGITS; digits <= MOST_DIGITS; digits++) {
            BigDecimal shorter = decimal.round(new MathContext(digits)).stripTrailingZeros();
            double edge = product / shorter.doubleValue();
            if (low < edge && edge < high) {
                return written(shorter);
            }
        }
        return written(decimal.round(MathContext.DECIMAL64));
    }

    private static String written(BigDecimal decimal) {
        String plain = decimal.toPlainString();
        return plain.length() <= MOST_DIGITS ? plain : decimal.toString().toLowerCase(Locale.ROOT);
    }

    private StepSize tried(Expression eta, String text, GradientFlow flow, GradientFlowPath path, int steps) {
        LinearModel<Binary64> model = LinearModel.of(withStepSize(eta), derivatives, backend);
        double edge = model.edge().getReal();
        IntConsumer progress = step -> listener.progress(Problem.STEP_SIZE + " = " + text, step);
        Optional<GradientFlowPath.Sample> onFlow = flow.firstAt(path, edge);
        DescentCourse descent = SharpnessWatch.along(model, steps, progress);
        Meeting meeting = meeting(model, descent, steps, progress);
        DescentCourse shown = meeting instanceof AtEdge met
                ? SharpnessWatch.along(model, (int) Math.min(steps, met.step() + (long) BEYOND), progress)
                : descent;
        return new StepSize(
                text,
                problem.isPlainGradientDescent() ? model.rates().step().getReal() : RealValue.of(eta),
                edge,
                model.rates().step().getReal(),
                model.rates().drift().getReal(),
                onFlow,
                shown,
                meeting);
    }

    /** The problem with another step size and the same start. */
    private Problem withStepSize(Expression eta) {
        return problem.withStart(problem.startPoint()).with(Problem.STEP_SIZE, eta);
    }

    private static Meeting meeting(
            LinearModel<Binary64> model, DescentCourse descent, int steps, IntConsumer progress) {
        if (descent.firstAtEdge().isEmpty()) {
            return new NotMet(belowThroughout(model, descent, steps));
        }
        StableSetProjection<Binary64> projection = model.projection(ProjectionMethod.EXACT);
        EdgeSearch.Outcome<Binary64> outcome =
                new EdgeSearch<>(model, projection, searched(descent, steps), progress).search();
        if (outcome instanceof EdgeSearch.Outcome.Reached<Binary64> reached) {
            return reached(model, projection, reached);
        }
        RunEnd end = ((EdgeSearch.Outcome.NotReached<Binary64>) outcome).end();
        return new NotMet(outcome.failure()
                .map(FailedProjection::description)
                .orElseGet(
                        () -> end instanceof RunEnd.EdgeNeverReached never ? never.whatWasSeen() : end.description()));
    }

    /** Iterates are projected until a while after the last that rises over the edge, and not without end where each oscillation does. */
    private static int searched(DescentCourse descent, int steps) {
        long longest = descent.firstAtEdge().orElseThrow().step() + (long) MOST_PROJECTED;
        return (int) Math.min(steps, Math.min(longest, descent.lastRise() + (long) BEYOND));
    }

    private static String belowThroughout(LinearModel<Binary64> model, DescentCourse descent, int steps) {
        if (descent.failure().isPresent()) {
            return descent.failure().get().description();
        }
        return "S stays below the edge, " + model.edge().getReal() + ": at most "
                + descent.largest().sharpness() + ", at step "
                + descent.largest().step()
                + (descent.isSettled()
                        ? "; gradient descent has come to rest"
                        : " of " + steps + "; a larger max_steps in [run] goes on");
    }

    private static Meeting reached(
            LinearModel<Binary64> model,
            StableSetProjection<Binary64> projection,
            EdgeSearch.Outcome.Reached<Binary64> reached) {
        try {
            LocalGeometry<Binary64> dagger = projection
                    .project(reached.iterate(), SignConvention.largestComponentPositive())
                    .geometry();
            return new AtEdge(
                    reached.step(),
                    reached.step() > 0,
                    Arrays.stream(dagger.point().toArray())
                            .map(Binary64::getReal)
                            .toList(),
                    dagger.alpha().getReal(),
                    dagger.alphaRounding(),
                    dagger.beta().getReal(),
                    dagger.hasOscillation() ? Optional.of(dagger.delta().getReal()) : Optional.empty(),
                    dagger.epsilon(model.rates().rate()).getReal());
        } catch (ProjectionException | UndefinedGeometryException undefined) {
            return new NotMet("at step " + reached.step() + " the edge is reached, but " + undefined.getMessage());
        }
    }

    /** Watches the sharpness along plain gradient descent, and when it comes to the edge. Used once. */
    private static final class SharpnessWatch implements PlainDescent.Visitor<Binary64> {

        private static final int MOST_POINTS = 2000;

        private final SharpnessEvaluator<Binary64> evaluator;
        private final double edge;
        private final EvenSample<DescentCourse.Point> points = new EvenSample<>(MOST_POINTS);
        private Optional<DescentCourse.Point> first = Optional.empty();
        private DescentCourse.Point largest = new DescentCourse.Point(0, Double.NEGATIVE_INFINITY);
        private int lastRise;
        private boolean wasOver;

        SharpnessWatch(Model<Binary64> model) {
            this.evaluator = model.sharpness();
            this.edge = model.edge().getReal();
        }

        /**
         * Runs plain gradient descent.
         *
         * @param model the problem
         * @param maxSteps the last step, positive
         * @param progress is told each step
         * @throws UndefinedGeometryException if the loss or a derivative is not finite at the start
         * @throws java.util.concurrent.CancellationException if the thread is interrupted
         */
        static DescentCourse along(Model<Binary64> model, int maxSteps, IntConsumer progress) {
            SharpnessWatch watch = new SharpnessWatch(model);
            DescentEnd end = new PlainDescent<>(model, maxSteps, progress).run(watch);
            return new DescentCourse(
                    watch.points.elements(),
                    watch.first,
                    watch.lastRise,
                    watch.largest,
                    end.steps(),
                    end.failure(),
                    end.isSettled());
        }

        @Override
        public boolean visit(int step, FieldVector<Binary64> theta, Descent<Binary64> descent) {
            evaluator.moveTo(theta);
            DescentCourse.Point point =
                    new DescentCourse.Point(step, evaluator.sharpness().getReal());
            largest = point.sharpness() > largest.sharpness() ? point : largest;
            boolean isOver = point.sharpness() >= edge;
            first = first.isEmpty() && isOver ? Optional.of(point) : first;
            lastRise = isOver && !wasOver ? step : lastRise;
            wasOver = isOver;
            points.offer(step, point);
            return true;
        }
    }
}
