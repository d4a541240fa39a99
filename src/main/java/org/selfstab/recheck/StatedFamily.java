package org.selfstab.recheck;

import java.util.ArrayList;
import java.util.List;
import org.selfstab.recheck.taylor.FormulaParser;

/**
 * A family in the words of a certificate.
 *
 * @param problem the problem
 * @param parameter the parameter of it that is swept
 * @param values an expression without names for each member, in order
 * @param bounds what is stated of the largest constants over the members, beside the thresholds of the problem
 */
public record StatedFamily(StatedProblem problem, String parameter, List<String> values, List<Bound> bounds) {

    public StatedFamily {
        values = List.copyOf(values);
        bounds = List.copyOf(bounds);
    }

    /**
     * A bound of the largest constant with which a conclusion holds on the members.
     *
     * @param name as in {@code [expect]}, for instance {@code family.coupling.constant}
     * @param atMost whether the constant has to be at most the value; else at least
     * @param value an expression of the problem's parameters
     */
    public record Bound(String name, boolean atMost, String value) {

        private String words() {
            return name + (atMost ? " at most" : " at least");
        }
    }

    /** The problem of one member. */
    StatedProblem member(String value) {
        return problem.with(parameter, value);
    }

    /** One member, for people. */
    public String shown(String value) {
        return parameter + " = " + value;
    }

    /**
     * Where this and another family differ, each in a line; empty if nowhere.
     *
     * @param other the family that a reader has
     */
    public List<String> differences(StatedFamily other) {
        List<String> differences = new ArrayList<>(problem.differences(other.problem));
        StatedProblem.differ(differences, "the family's parameter", parameter, other.parameter);
        StatedProblem.differ(differences, "the number of members", values.size(), other.values.size());
        FormulaParser ofValues = new FormulaParser(List.of());
        for (int i = 0; i < Math.min(values.size(), other.values.size()); i++) {
            StatedProblem.formulasDiffer(
                    differences, "member " + (i + 1), ofValues, values.get(i), other.values.get(i));
        }
        FormulaParser ofBounds =
                new FormulaParser(List.copyOf(problem.parameters().keySet()));
        StatedProblem.differ(differences, "the number of bounds over the family", bounds.size(), other.bounds.size());
        for (int i = 0; i < Math.min(bounds.size(), other.bounds.size()); i++) {
            Bound here = bounds.get(i);
            Bound there = other.bounds.get(i);
            StatedProblem.differ(differences, "bound " + (i + 1), here.words(), there.words());
            StatedProblem.formulasDiffer(differences, here.words(), ofBounds, here.value(), there.value());
        }
        return differences;
    }
}
