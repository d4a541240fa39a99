package org.selfstab.claims.orbit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.dynamics.DerivedLoss;
import org.selfstab.dynamics.Descent;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.PlainDescent;
import org.selfstab.loss.DecimalBackend;
import org.selfstab.problem.Observable;
import org.selfstab.problem.Problem;

/** By how much one step of the optimizer changes observables, in decimals, from the iterates of a run in doubles: what rounding hides of it there. */
final class OneStep {

    private static final int DIGITS = 50;
    /** Changes smaller than this, relatively to the values or absolutely, are rounding of decimals. */
    private static final double ROUNDING = 1e-30;

    private static final double LEAST = 1e-42;
    private static final int MOST_NUMBERS = 32;
    /** Loss and sharpness are kept of so many iterates: observables are mostly looked at on the same steps. */
    private static final int MOST_KEPT = 1000;

    private final Problem problem;
    private final Model<Binary64> model;
    private Optional<ObservableValues.AtIterates<Dfp>> decimals = Optional.empty();

    /** Steps of a run, whose observables share what is found in decimals. */
    OneStep(Problem problem, Model<Binary64> model) {
        this.problem = problem;
        this.model = model;
    }

    /**
     * The changes from some steps to the next ones, 0 where there is none to 30 digits.
     *
     * @param steps the steps
     * @return empty where decimals would take too long, or a value is not finite
     */
    Optional<Map<Integer, Double>> changes(Observable observable, Set<Integer> steps) {
        if (problem.variables().size() > MOST_NUMBERS || problem.adaptive().isPresent() || problem.hasFallingWeight()) {
            return Optional.empty();
        }
        ObservableValues.AtIterates<Dfp> iterates = decimals();
        Model<Dfp> exact = iterates.model();
        ObservableValues<Dfp> values = new ObservableValues<>(problem, observable, iterates);
        int last = steps.stream().mapToInt(Integer::intValue).max().orElse(0) + values.first();
        Map<Integer, Double> found = new TreeMap<>();
        new PlainDescent<>(model, Math.max(0, last), step -> {}).run((step, theta, descent) -> {
            if (steps.contains(step - values.first())) {
                found.put(step - values.first(), change(exact, values, descent.state()));
            }
            return true;
        });
        return found.values().stream().anyMatch(change -> change.isNaN()) ? Optional.empty() : Optional.of(found);
    }

    private ObservableValues.AtIterates<Dfp> decimals() {
        if (decimals.isEmpty()) {
            Model<Dfp> exact = Model.of(problem, DerivedLoss.of(problem), new DecimalBackend(DIGITS));
            decimals = Optional.of(new ObservableValues.AtIterates<>(exact, MOST_KEPT));
        }
        return decimals.get();
    }

    private static double change(Model<Dfp> exact, ObservableValues<Dfp> values, List<FieldVector<Binary64>> state) {
        Descent<Dfp> descent = exact.descent(
                state.stream().map(copy -> inDecimals(exact, copy)).toList());
        List<FieldVector<Dfp>> window = new ArrayList<>();
        for (int i = values.first(); i <= values.last() + 1; i++) {
            if (i > values.first()) {
                descent.step();
            }
            window.add(descent.iterate());
        }
        Dfp now = values.at(window);
        Dfp next = values.at(window.subList(1, window.size()));
        double change = next.subtract(now).getReal();
        double rounding = ROUNDING * Math.max(Math.abs(now.getReal()), Math.abs(next.getReal())) + LEAST;
        return Math.abs(change) <= rounding ? 0 : change;
    }

    private static FieldVector<Dfp> inDecimals(Model<Dfp> exact, FieldVector<Binary64> copy) {
        FieldVector<Dfp> decimals = exact.backend().zero(copy.getDimension());
        for (int i = 0; i < copy.getDimension(); i++) {
            decimals.setEntry(
                    i,
                    exact.backend()
                            .field()
                            .getZero()
                            .newInstance(copy.getEntry(i).getReal()));
        }
        return decimals;
    }
}
