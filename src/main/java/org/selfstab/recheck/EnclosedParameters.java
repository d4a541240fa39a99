package org.selfstab.recheck;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.interval.DecimalIntervalField;
import org.selfstab.recheck.taylor.Formula;
import org.selfstab.recheck.taylor.FormulaException;
import org.selfstab.recheck.taylor.TaylorLoss;
import org.selfstab.recheck.taylor.UndefinedException;

/** The values of a problem's parameters, each computed after those that it mentions. */
final class EnclosedParameters {

    private final Map<String, Formula> definitions;
    private final DecimalIntervalField field;
    private final Map<String, DecimalInterval> values;

    /**
     * Prepares the values.
     *
     * @param definitions of every parameter
     * @param given the values of some parameters, whose definitions do not count
     */
    EnclosedParameters(
            Map<String, Formula> definitions, Map<String, DecimalInterval> given, DecimalIntervalField field) {
        this.definitions = definitions;
        this.values = new HashMap<>(given);
        this.field = field;
    }

    /**
     * Contains the value of each parameter.
     *
     * @throws FormulaException if one is defined by itself
     * @throws RejectedException if one is not certainly a real number
     */
    Map<String, DecimalInterval> values() {
        inOrder(definitions, Set.copyOf(values.keySet())).forEach(this::compute);
        return Map.copyOf(values);
    }

    private void compute(String name) {
        Formula formula = definitions.get(name);
        values.put(name, inPlace("parameter " + name, () -> TaylorLoss.valueOf(formula, values, field)));
    }

    /**
     * Refuses parameters that are defined by themselves.
     *
     * @param given whose definitions do not count
     * @throws FormulaException if one is defined by itself
     */
    static void requireNoCycle(Map<String, Formula> definitions, Set<String> given) {
        inOrder(definitions, given);
    }

    /** The names that are not given, each after those that it mentions. */
    private static Set<String> inOrder(Map<String, Formula> definitions, Set<String> given) {
        Set<String> ordered = new LinkedHashSet<>();
        Set<String> underWay = new HashSet<>();
        definitions.keySet().forEach(name -> include(name, definitions, given, ordered, underWay));
        return ordered;
    }

    private static void include(
            String name,
            Map<String, Formula> definitions,
            Set<String> given,
            Set<String> ordered,
            Set<String> underWay) {
        if (!given.contains(name) && !ordered.contains(name)) {
            StatedProblem.require(underWay.add(name), "the parameter " + name + " is defined by itself");
            definitions
                    .get(name)
                    .mentioned()
                    .forEach(mentioned -> include(mentioned, definitions, given, ordered, underWay));
            ordered.add(name);
        }
    }

    /** Says which part of a problem is wrong or undefined. */
    static <V> V inPlace(String what, Supplier<V> part) {
        try {
            return part.get();
        } catch (FormulaException wrong) {
            throw new FormulaException(what + ": " + wrong.getMessage());
        } catch (UndefinedException undefined) {
            throw new RejectedException(
                    "the problem is not certainly real-valued: " + what + " has " + undefined.getMessage());
        }
    }
}
