package org.selfstab.claims.orbit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.hipparchus.linear.FieldVector;
import org.selfstab.dynamics.Model;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.expression.StraightLineProgram;
import org.selfstab.expression.Symbol;
import org.selfstab.geometry.SharpnessEvaluator;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.problem.Observable;
import org.selfstab.problem.Observable.Instant;
import org.selfstab.problem.Problem;

/**
 * The value of an observable at successive iterates.
 *
 * @param <T> the numbers
 */
final class ObservableValues<T extends CalculusFieldElement<T>> {

    private final AtIterates<T> iterates;
    private final Map<String, Integer> variables = new HashMap<>();
    private final List<Instant> instants;
    private final FieldInterpreter<T> interpreter;
    private final int first;
    private final int last;

    /**
     * Values.
     *
     * @param iterates loss and sharpness, which observables of one run share
     */
    ObservableValues(Problem problem, Observable observable, AtIterates<T> iterates) {
        this.iterates = iterates;
        for (int i = 0; i < problem.variables().size(); i++) {
            variables.put(problem.variables().get(i).name(), i);
        }
        Set<String> parameters = new LinkedHashSet<>(problem.parameters().names());
        this.instants = observable.instants(parameters);
        List<Symbol> inputs = new ArrayList<>();
        instants.forEach(instant -> inputs.add((Symbol) instant.symbol()));
        Expression closed = problem.withValues(observable.value());
        this.interpreter =
                new FieldInterpreter<>(StraightLineProgram.of(inputs, List.of(List.of(closed))), iterates.field());
        this.first = Instant.first(instants);
        this.last = Math.max(0, instants.stream().mapToInt(Instant::shift).max().orElse(0));
    }

    /** The steps before the present iterate that it looks at, as a number that is not positive. */
    int first() {
        return first;
    }

    /** The steps after the present iterate that it looks at. */
    int last() {
        return last;
    }

    /**
     * The value.
     *
     * @param window the iterates from {@link #first} to {@link #last} about the present one
     * @return not a number where loss or sharpness is not defined
     */
    T at(List<FieldVector<T>> window) {
        for (int i = 0; i < instants.size(); i++) {
            Instant instant = instants.get(i);
            FieldVector<T> theta = window.get(instant.shift() - first);
            interpreter.setInput(
                    i,
                    switch (instant.name()) {
                        case Instant.OF_LOSS -> iterates.loss(theta);
                        case Instant.OF_SHARPNESS -> iterates.sharpness(theta);
                        default -> theta.getEntry(variables.get(instant.name()));
                    });
        }
        interpreter.run(0);
        return interpreter.output(0, 0);
    }

    /**
     * Loss and sharpness at the iterates seen last, each found once.
     *
     * @param <T> the numbers
     */
    static final class AtIterates<T extends CalculusFieldElement<T>> {

        private final Model<T> model;
        private final SharpnessEvaluator<T> evaluator;
        private final Map<FieldVector<T>, T> losses;
        private final Map<FieldVector<T>, T> sharpnesses;

        /**
         * At the iterates of a run.
         *
         * @param most of how many they are kept
         */
        AtIterates(Model<T> model, int most) {
            this.model = model;
            this.evaluator = model.sharpness();
            this.losses = new LastSeen<>(most);
            this.sharpnesses = new LastSeen<>(most);
        }

        Model<T> model() {
            return model;
        }

        private Field<T> field() {
            return model.backend().field();
        }

        private T loss(FieldVector<T> theta) {
            return losses.computeIfAbsent(theta, point -> model.loss().at(point).value());
        }

        /** Not a number where it is not defined. */
        private T sharpness(FieldVector<T> theta) {
            return sharpnesses.computeIfAbsent(theta, this::sharpnessAt);
        }

        private T sharpnessAt(FieldVector<T> theta) {
            try {
                evaluator.moveTo(theta);
                return evaluator.sharpness();
            } catch (UndefinedGeometryException undefined) {
                return field().getZero().newInstance(Double.NaN);
            }
        }
    }

    /** The values that were added last. */
    private static final class LastSeen<K, V> extends LinkedHashMap<K, V> {

        private static final long serialVersionUID = 1L;

        private final int most;

        LastSeen(int most) {
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
        }
    }
}
