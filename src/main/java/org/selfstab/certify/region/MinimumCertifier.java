package org.selfstab.certify.region;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntConsumer;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.FieldLUDecomposition;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.selfstab.certify.MinimumResult;
import org.selfstab.certify.enclosure.Boxes;
import org.selfstab.certify.enclosure.CriticalPointEnclosure;
import org.selfstab.certify.enclosure.EnclosureException;
import org.selfstab.certify.enclosure.IntervalBackend;
import org.selfstab.certify.enclosure.MatrixBounds;
import org.selfstab.certify.enclosure.SpectralRadius;
import org.selfstab.claims.Limit;
import org.selfstab.claims.orbit.LimitSearch;
import org.selfstab.claims.orbit.LowestPoint;
import org.selfstab.claims.orbit.PeriodicOrbit;
import org.selfstab.claims.orbit.StepMap;
import org.selfstab.dynamics.DerivedLoss;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.PlainDescent;
import org.selfstab.expression.Domain;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.expression.StraightLineProgram;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.interval.Interval;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.loss.DecimalBackend;
import org.selfstab.numeric.DoubleEigensolver;
import org.selfstab.numeric.DoubleVector;
import org.selfstab.numeric.Eigensystem;
import org.selfstab.numeric.Norm;
import org.selfstab.optimizer.Optimizer;
import org.selfstab.optimizer.StabilityEdge;
import org.selfstab.optimizer.TransferFunction;
import org.selfstab.problem.Problem;
import org.selfstab.vocabulary.SelfstabException;
import org.selfstab.vocabulary.Verdict;

/**
 * Finds the critical point near the end of descent, proves it by Krawczyk's test where its Hessian is regular, or across a manifold of minima where the loss is a {@link SumOfSquares}, and says what theory.md section 13 says of it.
 * Numbers that are not proved come of a point with 34 digits.
 */
public final class MinimumCertifier {

    private static final int MOST_NUMBERS = SpectralRadius.MOST_ROWS;
    private static final int DIGITS = 34;
    private static final int POLISHING = 8;
    /** Eigenvalues below this share of the largest are zero: such points form a manifold. */
    private static final double ZERO = 1e-9;

    private static final double[] MOMENTA = {0.5, 0.9};

    private final Problem problem;
    private final Model<Binary64> model;
    private final StepMap<Binary64> map;
    private final Binary64 eta;
    /** A step in intervals. */
    private final Supplier<StepMap<Interval>> boxes;

    /**
     * A certifier.
     *
     * @throws SelfstabException if the optimizer is not linear, or its state too large
     */
    public MinimumCertifier(Problem problem) {
        this.problem = problem;
        this.model = Model.of(problem, DerivedLoss.of(problem), new CompiledBackend());
        int numbers =
                problem.variables().size() * problem.requireLinear("minimum").copies();
        if (numbers > MOST_NUMBERS) {
            throw new SelfstabException(
                    "the optimizer's state has " + numbers + " numbers",
                    "minimum decides stability of at most " + MOST_NUMBERS);
        }
        this.map = StepMap.of(problem, Problem.STEP_SIZE, model.backend());
        this.eta = model.backend().valueOf(problem.stepSize());
        this.boxes = Suppliers.memoize(() -> StepMap.of(problem, Problem.STEP_SIZE, IntervalBackend.INSTANCE));
    }

    /**
     * Finds the point and decides.
     *
     * @param progress is told each step of descent
     */
    public MinimumResult certify(IntConsumer progress) {
        Optional<FieldVector<Binary64>> near = nearEnd(progress);
        if (near.isEmpty()) {
            return without("descent ends at no point, and descent with shorter steps comes to none");
        }
        try {
            return new MinimumResult(problem, Optional.of(at(near.get())), Optional.empty());
        } catch (MathRuntimeException | EnclosureException undefined) {
            return without("derivatives are not defined near " + near.get());
        }
    }

    private MinimumResult without(String why) {
        return new MinimumResult(problem, Optional.empty(), Optional.of(why));
    }

    /** Where descent ends, or the minimum below where it goes round. */
    private Optional<FieldVector<Binary64>> nearEnd(IntConsumer progress) {
        LimitSearch search = new LimitSearch(problem, model);
        Optional<FieldVector<Binary64>> end = Optional.empty();
        boolean isPoint = false;
        try {
            Limit limit = search.limit(new PlainDescent<>(model, problem.run().maxSteps(), progress).run(search));
            isPoint = limit.kind() == Limit.Kind.POINT;
            end = limit.point()
                    .map(point -> DoubleVector.of(
                            point.at().stream().mapToDouble(Double::doubleValue).toArray()));
        } catch (UndefinedGeometryException atStart) {
            return Optional.empty();
        }
        FieldVector<Binary64> from = end.orElse(model.start());
        FieldVector<Binary64> lowest = isPoint ? from : LowestPoint.from(map, from, eta);
        double scale = Math.max(
                1e-3, Math.max(Norm.of(lowest).getReal(), Norm.of(model.start()).getReal()));
        return PeriodicOrbit.near(map, map.standing(lowest), eta, 1, scale)
                .map(orbit -> map.pointOf(orbit.first(), eta));
    }

    private MinimumResult.Critical at(FieldVector<Binary64> near) {
        StepMap<Dfp> decimals = StepMap.of(problem, Problem.STEP_SIZE, new DecimalBackend(DIGITS));
        Eigensystem<Binary64> rough =
                eigensystem(map.local(map.standing(near), eta).hessian());
        int zero = zeros(rough);
        FieldVector<Dfp> exact = zero == 0 ? polished(decimals, near) : decimal(decimals, near);
        Dfp exactEta = new DecimalBackend(DIGITS).valueOf(problem.stepSize());
        StepMap<Dfp>.Local here = decimals.local(decimals.standing(exact), exactEta);
        Eigensystem<Binary64> eigensystem = eigensystem(rounded(here.hessian()));
        double[] point = Boxes.numbers(exact);
        Optional<CriticalPointEnclosure> proof = zero == 0 ? proof(point) : onManifold(point, eigensystem, zero);
        double sharpness = eigensystem.top().getReal();
        return new MinimumResult.Critical(
                Arrays.stream(point).boxed().toList(),
                here.value().toDouble(),
                proof.map(CriticalPointEnclosure::radius),
                eigensystem.values().stream().map(Binary64::getReal).toList(),
                proof.map(proved -> enclosures(proved.box(), eigensystem, zero)).orElse(List.of()),
                zero,
                sharpness > 0 && eigensystem.isTopSimple()
                        ? Optional.of(flip(here, eigensystem, zero, point))
                        : Optional.empty(),
                zero > 0 && eigensystem.isTopSimple()
                        ? Optional.of(alongManifold(here, eigensystem, zero))
                        : Optional.empty(),
                stability(point, proof, zero),
                sharpness > 0
                                && eigensystem
                                                .values()
                                                .get(eigensystem.values().size() - 1)
                                                .getReal()
                                        >= -ZERO * sharpness
                        ? lost(sharpness)
                        : List.of());
    }

    private static Eigensystem<Binary64> eigensystem(FieldMatrix<Binary64> hessian) {
        return new DoubleEigensolver().solve(hessian);
    }

    private static int zeros(Eigensystem<Binary64> eigensystem) {
        double bound = ZERO * eigensystem.spectralNorm().getReal();
        return (int) eigensystem.values().stream()
                .filter(value -> Math.abs(value.getReal()) <= bound)
                .count();
    }

    private static FieldVector<Dfp> decimal(StepMap<Dfp> decimals, FieldVector<Binary64> vector) {
        FieldVector<Dfp> converted = new DecimalBackend(DIGITS).zero(vector.getDimension());
        Dfp zero = decimals.field().getZero();
        for (int i = 0; i < vector.getDimension(); i++) {
            converted.setEntry(i, zero.add(vector.getEntry(i).getReal()));
        }
        return converted;
    }

    /** Newton's method for {@code grad L = 0} in decimals. */
    private FieldVector<Dfp> polished(StepMap<Dfp> decimals, FieldVector<Binary64> near) {
        FieldVector<Dfp> point = decimal(decimals, near);
        Dfp p = decimals.field().getZero().add(eta.getReal());
        for (int i = 0; i < POLISHING; i++) {
            StepMap<Dfp>.Local here = decimals.local(decimals.standing(point), p);
            point = point.subtract(
                    new FieldLUDecomposition<>(here.hessian()).getSolver().solve(here.gradient()));
        }
        return point;
    }

    private static FieldMatrix<Binary64> rounded(FieldMatrix<Dfp> matrix) {
        int n = matrix.getRowDimension();
        FieldMatrix<Binary64> rounded = MatrixUtils.createFieldMatrix(Binary64Field.getInstance(), n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                rounded.setEntry(i, j, new Binary64(matrix.getEntry(i, j).toDouble()));
            }
        }
        return rounded;
    }

    private static FieldVector<Binary64> rounded(FieldVector<Dfp> vector) {
        return DoubleVector.of(Boxes.numbers(vector));
    }

    private Optional<CriticalPointEnclosure> proof(double[] point) {
        return CriticalPointEnclosure.near(
                point, box -> over(box).gradient(), box -> over(box).hessian());
    }

    /** A minimum on a manifold of minima of a sum of squares. */
    private Optional<CriticalPointEnclosure> onManifold(double[] point, Eigensystem<Binary64> eigensystem, int zero) {
        List<FieldVector<Binary64>> normal = indicesAcross(eigensystem, zero).stream()
                .map(eigensystem.vectors()::get)
                .toList();
        return SumOfSquares.of(problem).flatMap(squares -> squares.minimum(point, normal));
    }

    /** A step of all points of a box. */
    private StepMap<Interval>.Local over(FieldVector<Interval> box) {
        StepMap<Interval> step = boxes.get();
        return step.local(step.standing(box), IntervalBackend.INSTANCE.valueOf(problem.stepSize()));
    }

    /**
     * Around each number one in which there is an eigenvalue of the Hessian at the point: it is no further off than the residual of a vector. Those along a manifold of
     * minima are 0.
     */
    private List<Interval> enclosures(FieldVector<Interval> box, Eigensystem<Binary64> eigensystem, int zero) {
        FieldMatrix<Interval> hessian = over(box).hessian();
        List<Integer> along = indicesAlong(eigensystem, zero);
        List<Interval> enclosures = new ArrayList<>();
        for (int i = 0; i < eigensystem.values().size(); i++) {
            if (along.contains(i)) {
                enclosures.add(Interval.of(0));
                continue;
            }
            FieldVector<Interval> v =
                    Boxes.at(Boxes.numbers(eigensystem.vectors().get(i)));
            Interval value = Interval.of(eigensystem.values().get(i).getReal());
            Interval distance =
                    Norm.of(hessian.operate(v).subtract(v.mapMultiply(value))).divide(Norm.of(v));
            enclosures.add(new Interval(
                    value.subtract(distance).lower(), value.add(distance).upper()));
        }
        return enclosures;
    }

    private MinimumResult.Flip flip(
            StepMap<Dfp>.Local here, Eigensystem<Binary64> eigensystem, int zero, double[] point) {
        FieldVector<Binary64> u = eigensystem.vectors().get(0);
        FieldVector<Dfp> direction = decimalLike(here.gradient(), u);
        FieldVector<Binary64> third = rounded(here.third(direction, direction));
        double fourth = rounded(here.fourth(direction, direction, direction))
                .dotProduct(u)
                .getReal();
        double sum = 0;
        for (int i : indicesAcross(eigensystem, zero)) {
            double along = eigensystem.vectors().get(i).dotProduct(third).getReal();
            sum += along * along / eigensystem.values().get(i).getReal();
        }
        double coefficient = 3 * sum - fourth;
        double edge = model.edge().getReal();
        double square = 6 * (eigensystem.top().getReal() - edge) / coefficient;
        Optional<Double> predicted = square > 0 ? Optional.of(Math.sqrt(square)) : Optional.empty();
        return new MinimumResult.Flip(
                coefficient, edge, predicted, predicted.flatMap(amplitude -> found(point, u, amplitude)));
    }

    private static FieldVector<Dfp> decimalLike(FieldVector<Dfp> like, FieldVector<Binary64> vector) {
        FieldVector<Dfp> converted = like.copy();
        for (int i = 0; i < vector.getDimension(); i++) {
            converted.setEntry(
                    i, like.getField().getZero().add(vector.getEntry(i).getReal()));
        }
        return converted;
    }

    /** Which eigenvectors lie along a manifold of critical points: those of the eigenvalues nearest to 0. */
    private static List<Integer> indicesAlong(Eigensystem<Binary64> eigensystem, int zero) {
        List<Integer> order = bySize(eigensystem);
        return order.subList(order.size() - zero, order.size());
    }

    /** Which lie across it. */
    private static List<Integer> indicesAcross(Eigensystem<Binary64> eigensystem, int zero) {
        List<Integer> order = bySize(eigensystem);
        return order.subList(0, order.size() - zero);
    }

    private static List<Integer> bySize(Eigensystem<Binary64> eigensystem) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < eigensystem.values().size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(
                        (Integer i) -> Math.abs(eigensystem.values().get(i).getReal()))
                .reversed());
        return order;
    }

    /** Half the distance of the points of the two-cycle that Newton's method finds from the predicted one. */
    private Optional<Double> found(double[] point, FieldVector<Binary64> u, double amplitude) {
        List<FieldVector<Binary64>> copies = new ArrayList<>();
        FieldVector<Binary64> centre = DoubleVector.of(point);
        List<Double> mode = flipMode();
        for (double share : mode) {
            copies.add(centre.add(u.mapMultiply(new Binary64(share * amplitude))));
        }
        double scale = Math.max(amplitude, Norm.of(centre).getReal());
        return PeriodicOrbit.near(map, map.state(copies), eta, 2, scale)
                .map(orbit -> Norm.of(map.pointOf(orbit.states().get(0), eta)
                                        .subtract(map.pointOf(orbit.states().get(1), eta)))
                                .getReal()
                        / 2);
    }

    private List<Double> flipMode() {
        return TransferFunction.of(problem.linear()).flipMode().stream()
                .map(entry -> model.backend()
                        .valueOf(Domain.substituted(entry, problem.parameters().values()))
                        .getReal())
                .toList();
    }

    private static double alongManifold(StepMap<Dfp>.Local here, Eigensystem<Binary64> eigensystem, int zero) {
        FieldVector<Dfp> direction =
                decimalLike(here.gradient(), eigensystem.vectors().get(0));
        FieldVector<Binary64> gradient = rounded(here.third(direction, direction));
        return Math.sqrt(indicesAlong(eigensystem, zero).stream()
                .mapToDouble(
                        i -> eigensystem.vectors().get(i).dotProduct(gradient).getReal())
                .map(along -> along * along)
                .sum());
    }

    private MinimumResult.Stability stability(double[] point, Optional<CriticalPointEnclosure> proof, int zero) {
        PeriodicOrbit orbit = PeriodicOrbit.near(
                        map,
                        map.standing(DoubleVector.of(point)),
                        eta,
                        1,
                        Math.max(1e-3, Norm.of(DoubleVector.of(point)).getReal()))
                .orElseThrow();
        double radius = orbit.spectralRadius();
        if (proof.isPresent()) {
            FieldVector<Interval> box = proof.get().box();
            Verdict.Status certain = zero > 0 ? acrossManifold(box) : nearPoint(box);
            boolean isProved = certain != Verdict.Status.UNDECIDED;
            if (isProved || zero == 0) {
                return new MinimumResult.Stability(certain, isProved, radius);
            }
        }
        Verdict.Status numeric = Verdict.Status.UNDECIDED;
        if (Math.abs(radius - 1) > ZERO) {
            numeric = radius < 1 ? Verdict.Status.HOLDS : Verdict.Status.FAILS;
        }
        return new MinimumResult.Stability(numeric, false, radius);
    }

    /** Whether the step contracts where the only critical point of a box is. */
    private Verdict.Status nearPoint(FieldVector<Interval> box) {
        return switch (SpectralRadius.of(over(box).jacobian()).place()) {
            case INSIDE -> Verdict.Status.HOLDS;
            case NOT_INSIDE -> Verdict.Status.FAILS;
            case UNDECIDED -> Verdict.Status.UNDECIDED;
        };
    }

    /**
     * Whether gradient descent contracts across a manifold of minima: the Hessian, positive definite across it, is below 2/eta. Not decided of optimizers with memory.
     */
    private Verdict.Status acrossManifold(FieldVector<Interval> box) {
        if (!problem.isPlainGradientDescent()) {
            return Verdict.Status.UNDECIDED;
        }
        FieldMatrix<Interval> room = Boxes.identity(box.getDimension())
                .scalarMultiply(IntervalBackend.INSTANCE.valueOf(problem.edge()))
                .subtract(over(box).hessian());
        if (MatrixBounds.isPositiveDefinite(room)) {
            return Verdict.Status.HOLDS;
        }
        FieldVector<Interval> lowest = Boxes.at(Boxes.numbers(
                new DoubleEigensolver().solve(Boxes.midpoints(room)).vectors().get(box.getDimension() - 1)));
        return lowest.dotProduct(room.operate(lowest)).upper() < 0 ? Verdict.Status.FAILS : Verdict.Status.UNDECIDED;
    }

    /** Of the problem's own optimizer, then of others. */
    private List<MinimumResult.StabilityLoss> lost(double sharpness) {
        List<MinimumResult.StabilityLoss> lost = new ArrayList<>();
        own(sharpness)
                .ifPresent(size -> lost.add(
                        new MinimumResult.StabilityLoss(problem.optimizer().name(), Optional.empty(), size)));
        if (!problem.isPlainGradientDescent()) {
            lost.add(new MinimumResult.StabilityLoss("gradient descent", Optional.empty(), 2 / sharpness));
        }
        for (double m : MOMENTA) {
            lost.add(new MinimumResult.StabilityLoss("heavy ball", Optional.of(m), 2 * (1 + m) / sharpness));
            lost.add(new MinimumResult.StabilityLoss(
                    "Nesterov", Optional.of(m), 2 * (1 + m) / ((1 + 2 * m) * sharpness)));
        }
        return lost;
    }

    /** The step size with {@code S_c = S}, by iterating {@code eta S_c(eta)/S}, which is exact at once where S_c is inverse to eta. */
    private Optional<Double> own(double sharpness) {
        Map<String, Expression> values = problem.parameters().valuesIn(Problem.STEP_SIZE);
        Optimizer.Linear optimizer = problem.linear();
        Expression edge = Domain.substituted(StabilityEdge.of(optimizer), values);
        FieldInterpreter<Binary64> interpreter = new FieldInterpreter<>(
                StraightLineProgram.of(List.of(Expression.symbol(Problem.STEP_SIZE)), List.of(List.of(edge))),
                Binary64Field.getInstance());
        DoubleUnaryOperator edgeAt = size -> {
            interpreter.setInput(0, new Binary64(size));
            interpreter.run(0);
            return interpreter.output(0, 0).getReal();
        };
        double size = eta.getReal();
        for (int i = 0; i < 200; i++) {
            double next = size * edgeAt.applyAsDouble(size) / sharpness;
            if (!(next > 0) || !Double.isFinite(next)) {
                return Optional.empty();
            }
            if (Math.abs(next - size) <= 2 * Math.ulp(size)) {
                return Optional.of(next);
            }
            size = next;
        }
        return Optional.empty();
    }
}
