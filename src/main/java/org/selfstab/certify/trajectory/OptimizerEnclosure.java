package org.selfstab.certify.trajectory;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.certify.enclosure.Boxes;
import org.selfstab.certify.enclosure.IntervalBackend;
import org.selfstab.certify.enclosure.MatrixBounds;
import org.selfstab.certify.enclosure.Parallelepiped;
import org.selfstab.certify.enclosure.PointSet;
import org.selfstab.certify.enclosure.RoundUp;
import org.selfstab.dynamics.LinearMethod;
import org.selfstab.dynamics.Rates;
import org.selfstab.interval.Interval;
import org.selfstab.interval.IntervalField;
import org.selfstab.numeric.Norm;
import org.selfstab.optimizer.TransferFunction;
import org.selfstab.problem.Problem;

/**
 * An optimizer over intervals, theory.md section 10. Its states are the q copies of the parameters one below the other, qn numbers.
 *
 * @param name what people call it
 * @param isPlain whether it is gradient descent with the step size eta
 * @param method contains A, B and C
 * @param rates contain edge, growth and drift, and {@code 2/S_c}
 * @param flipMode contains the eigenvector r of {@code A + S_c B C} for -1 with {@code C r = 1}
 * @param flip contains {@code A + S_c B C}, q by q
 */
record OptimizerEnclosure(
        String name,
        boolean isPlain,
        LinearMethod<Interval> method,
        Rates<Interval> rates,
        List<Interval> flipMode,
        FieldMatrix<Interval> flip) {

    static OptimizerEnclosure of(Problem problem) {
        IntervalBackend numbers = IntervalBackend.INSTANCE;
        LinearMethod<Interval> method = LinearMethod.of(problem.closedOptimizer(), numbers::valueOf);
        Interval edge = numbers.valueOf(problem.edge());
        int q = method.b().size();
        FieldMatrix<Interval> flip = new Array2DRowFieldMatrix<>(IntervalField.getInstance(), q, q);
        if (problem.isPlainGradientDescent()) {
            Interval eta = numbers.valueOf(problem.stepSize());
            flip.setEntry(0, 0, Interval.of(-1.0));
            return new OptimizerEnclosure(
                    problem.optimizer().name(),
                    true,
                    method,
                    new Rates<>(edge, eta, eta, eta),
                    List.of(Interval.of(1.0)),
                    flip);
        }
        for (int i = 0; i < q; i++) {
            for (int j = 0; j < q; j++) {
                flip.setEntry(i, j, method.a().get(i).get(j).add(edge.multiply(method.pull(i, j))));
            }
        }
        Rates<Interval> rates = new Rates<>(
                widened(edge),
                widened(numbers.valueOf(problem.stepSizeOfEdge())),
                widened(numbers.valueOf(problem.growthRate())),
                widened(numbers.valueOf(problem.driftRate())));
        List<Interval> flipMode = TransferFunction.of(problem.closedOptimizer()).flipMode().stream()
                .map(numbers::valueOf)
                .map(OptimizerEnclosure::widened)
                .toList();
        return new OptimizerEnclosure(problem.optimizer().name(), false, method, rates, flipMode, flip);
    }

    /** A little wider, for a checker that solves equations where here are formulas, whose values may be doubles. */
    private static Interval widened(Interval number) {
        return new Interval(Math.nextDown(number.lower()), Math.nextUp(number.upper()));
    }

    /** How many copies of the parameters its state holds. */
    int copies() {
        return flipMode.size();
    }

    /** The copies of a state. */
    List<FieldVector<Interval>> copies(FieldVector<Interval> state) {
        int n = state.getDimension() / copies();
        List<FieldVector<Interval>> copies = new ArrayList<>();
        for (int i = 0; i < copies(); i++) {
            copies.add(state.getSubVector(i * n, n));
        }
        return copies;
    }

    /** The state of some copies. */
    static FieldVector<Interval> state(List<FieldVector<Interval>> copies) {
        FieldVector<Interval> state = copies.get(0);
        for (FieldVector<Interval> copy : copies.subList(1, copies.size())) {
            state = state.append(copy);
        }
        return state;
    }

    /** The state whose copies all stand at one point. */
    FieldVector<Interval> standing(FieldVector<Interval> point) {
        List<FieldVector<Interval>> copies = new ArrayList<>();
        for (int i = 0; i < copies(); i++) {
            copies.add(point);
        }
        return state(copies);
    }

    /**
     * A set that contains the first predicted displacements, those of the state: {@code v*_0 = v_0 = theta_0 - dagger_0} of each copy.
     *
     * @param displacement that in doubles, at which the set is centred if there is one copy
     */
    Parallelepiped displacements(Parallelepiped state, PointSet dagger, double[] displacement) {
        if (copies() > 1) {
            return Parallelepiped.around(state.box().subtract(standing(dagger.box())));
        }
        FieldVector<Interval> point = Boxes.at(displacement);
        double offset = Norm.of(state.centre().subtract(dagger.centre()).subtract(point))
                .upper();
        double radius = RoundUp.add(offset, RoundUp.add(state.radius(), dagger.radius()));
        double scale = Math.max(
                Norm.of(state.centre()).upper(), Norm.of(dagger.centre()).upper());
        return Parallelepiped.around(point, RoundUp.withSlack(radius, scale));
    }

    /**
     * A set that contains the displacements after a step.
     *
     * @param derivative contains the derivatives of the step on the set
     * @param image contains what becomes of its centre
     * @param displacement the next displacement in doubles, at which the set is centred if there is one copy
     */
    Parallelepiped carried(
            Parallelepiped displacements,
            FieldMatrix<Interval> derivative,
            FieldVector<Interval> image,
            double[] displacement) {
        return displacements.image(derivative, image, Boxes.at(copies() == 1 ? displacement : Boxes.numbers(image)));
    }

    /** The points {@code C s} of all states in a set. */
    PointSet read(Parallelepiped states) {
        return isPlain ? states : readBy(method.c(), states);
    }

    /** The sums of the copies of all states in a set with some weights. */
    PointSet readBy(List<Interval> weights, Parallelepiped states) {
        FieldVector<Interval> middle = sum(weights, copies(states.centre()));
        int n = middle.getDimension();
        FieldMatrix<Interval> frame = new Array2DRowFieldMatrix<>(
                IntervalField.getInstance(), n, states.radii().getDimension());
        for (int j = 0; j < states.radii().getDimension(); j++) {
            frame.setColumnVector(j, sum(weights, copies(states.frame().getColumnVector(j))));
        }
        FieldVector<Interval> centre = Boxes.at(Boxes.numbers(middle));
        double rounding = Norm.of(middle.subtract(centre)).upper();
        double radius = RoundUp.multiply(
                MatrixBounds.norm(frame), Norm.of(states.radii()).upper());
        FieldVector<Interval> box = middle.add(
                frame.operate(Boxes.around(Boxes.zero(states.radii().getDimension()), Boxes.numbers(states.radii()))));
        return new ReadSet(centre, RoundUp.withSlack(RoundUp.add(radius, rounding), 0.0), box);
    }

    private record ReadSet(FieldVector<Interval> centre, double radius, FieldVector<Interval> box)
            implements PointSet {}

    /** The sum of some vectors with weights. */
    private static FieldVector<Interval> sum(List<Interval> weights, List<FieldVector<Interval>> vectors) {
        FieldVector<Interval> sum = Boxes.zero(vectors.get(0).getDimension());
        for (int i = 0; i < weights.size(); i++) {
            if (!weights.get(i).isZero()) {
                sum = sum.add(vectors.get(i).mapMultiply(weights.get(i)));
            }
        }
        return sum;
    }
}
