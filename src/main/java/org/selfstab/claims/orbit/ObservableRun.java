package org.selfstab.claims.orbit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.claims.ObservedCourse;
import org.selfstab.dynamics.Descent;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.PlainDescent;
import org.selfstab.problem.Observable;
import org.selfstab.problem.Problem;
import org.selfstab.run.DescentEnd;

/** Takes down the values of a problem's observables along the optimizer alone. Used once. */
public final class ObservableRun implements PlainDescent.Visitor<Binary64> {

    /** Values beyond so many are not kept. */
    private static final int MOST_VALUES = 2_000_000;
    /** How many steps further a run is observed whose iterates return in every digit, to see all of their cycle. */
    private static final int REPEATED = LimitSearch.LONGEST_PERIOD;

    private static final int REPEATED_OF_MANY = 16;
    private static final int MANY_VARIABLES = 32;

    private final Problem problem;
    private final Model<Binary64> model;
    private final List<Watched> watched = new ArrayList<>();
    private List<FieldVector<Binary64>> state = List.of();

    /** A run. */
    public ObservableRun(Problem problem, Model<Binary64> model) {
        this.problem = problem;
        this.model = model;
        ObservableValues.AtIterates<Binary64> iterates =
                new ObservableValues.AtIterates<>(model, Observable.MOST_INSTANTS);
        for (Observable observable : problem.observables()) {
            watched.add(new Watched(observable, new ObservableValues<>(problem, observable, iterates)));
        }
    }

    /** The values of one observable so far, and the iterates that the next one is made of. */
    private static final class Watched {

        private final Observable observable;
        private final ObservableValues<Binary64> values;
        private final List<FieldVector<Binary64>> window = new ArrayList<>();
        private double[] kept = new double[256];
        private int count;
        private boolean isCut;

        Watched(Observable observable, ObservableValues<Binary64> values) {
            this.observable = observable;
            this.values = values;
        }

        void visit(FieldVector<Binary64> theta) {
            if (count == MOST_VALUES) {
                isCut = true;
                return;
            }
            window.add(theta);
            int wanted = values.last() - values.first() + 1;
            if (window.size() < wanted) {
                return;
            }
            if (count == kept.length) {
                kept = Arrays.copyOf(kept, 2 * count);
            }
            kept[count++] = values.at(window).getReal();
            window.remove(0);
        }
    }

    @Override
    public boolean visit(int step, FieldVector<Binary64> theta, Descent<Binary64> descent) {
        if (!watched.isEmpty()) {
            watched.forEach(each -> each.visit(theta));
            state = descent.state();
        }
        return true;
    }

    /**
     * What was seen, after the run.
     *
     * @param end how it ended
     */
    public List<ObservedCourse> courses(DescentEnd end) {
        List<int[]> seen = watched.stream()
                .map(each -> new int[] {each.count, each.isCut ? 1 : 0})
                .toList();
        if (end.isSettled() && !watched.isEmpty()) {
            repeat();
        }
        OneStep oneStep = new OneStep(problem, model);
        List<ObservedCourse> courses = new ArrayList<>();
        for (int i = 0; i < watched.size(); i++) {
            Watched each = watched.get(i);
            int count = seen.get(i)[0];
            courses.add(new ObservedCourse(
                    each.observable,
                    -each.values.first(),
                    Arrays.copyOf(each.kept, count),
                    Arrays.copyOfRange(each.kept, count, each.count),
                    end,
                    seen.get(i)[1] == 1,
                    oneStep::changes));
        }
        return courses;
    }

    private void repeat() {
        Descent<Binary64> descent = model.descent(state);
        int steps = problem.variables().size() > MANY_VARIABLES ? REPEATED_OF_MANY : REPEATED;
        for (int i = 0; i < steps; i++) {
            descent.step();
            FieldVector<Binary64> theta = descent.iterate();
            watched.forEach(each -> each.visit(theta));
        }
    }
}
