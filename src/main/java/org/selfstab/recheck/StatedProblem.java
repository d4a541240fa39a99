package org.selfstab.recheck;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.recheck.taylor.Formula;
import org.selfstab.recheck.taylor.FormulaException;
import org.selfstab.recheck.taylor.FormulaParser;

/**
 * A problem in the words of a certificate, expressions as text in the language of problem-files.md.
 *
 * @param name the name of the problem's file
 * @param title one line for people
 * @param variables their names, in order
 * @param loss the loss
 * @param parameters an expression for each, among them eta
 * @param optimizer the optimizer; absent where it is gradient descent with the step size eta
 * @param adaptive the optimizer, where it is an adaptive one with the step size eta: then there is no other; only certificates of orbits are about such problems
 * @param start an expression for each variable
 * @param atEdge whether the start is t = 0; otherwise the optimizer runs first, until the edge
 * @param kick {@code x_0} in units of delta, where the run of a reader's problem starts elsewhere than at an iterate; no certificate is about such a run
 * @param horizon the last step, rounded down; if absent three periods, theory.md section 7
 * @param maxSteps the largest number of steps of any kind
 * @param steps the number of steps, where it was asked for instead
 * @param unstable how many unstable eigenvalues the run follows, where more than one is stated
 * @param thresholds all, by their names
 * @param batches how gradients are random, of claims about that; else empty
 */
public record StatedProblem(
        String name,
        String title,
        List<String> variables,
        String loss,
        Map<String, String> parameters,
        Optional<StatedOptimizer> optimizer,
        Optional<StatedAdaptive> adaptive,
        Map<String, String> start,
        boolean atEdge,
        Optional<String> kick,
        Optional<String> horizon,
        int maxSteps,
        Optional<Integer> steps,
        Optional<Integer> unstable,
        Map<String, Double> thresholds,
        Optional<StatedBatches> batches) {

    /** The parameter that is the step size. */
    static final String STEP_SIZE = "eta";

    private static final int MOST_NAMES = 1_000;
    private static final int MOST_STEPS = 100_000_000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*+");

    /**
     * Refuses names and limits that are none.
     *
     * @throws FormulaException if variables, parameters and start do not fit together, or there is no step
     */
    void requireWellFormed() {
        List<String> names = new ArrayList<>(variables);
        names.addAll(parameters.keySet());
        require(names.size() <= MOST_NAMES, "more than " + MOST_NAMES + " variables and parameters");
        require(
                new HashSet<>(names).size() == names.size() && !variables.isEmpty(),
                "variables and parameters need names, each its own");
        require(
                names.stream().allMatch(name -> NAME.matcher(name).matches()),
                "a name is letters, digits and _, a letter first");
        require(
                names.stream().noneMatch(FormulaParser::isBuiltIn),
                "a variable or parameter has the name of a function or of pi");
        require(List.copyOf(start.keySet()).equals(variables), "start does not have each variable once, in order");
        require(parameters.containsKey(STEP_SIZE), "no parameter " + STEP_SIZE);
        optimizer.ifPresent(StatedOptimizer::requireWellFormed);
        require(optimizer.isEmpty() || adaptive.isEmpty(), "two optimizers");
        adaptive.ifPresent(each -> each.requireWellFormed(variables.size()));
        require(
                0 < maxSteps && maxSteps <= MOST_STEPS,
                "max_steps is " + maxSteps + "; it must be from 1 to " + MOST_STEPS);
    }

    /**
     * Refuses what is no problem, for those who read its expressions.
     *
     * @throws FormulaException if variables, parameters and start do not fit together, or parameters are defined by one another
     */
    public void requireReadable() {
        requireWellFormed();
        FormulaParser parser = new FormulaParser(List.copyOf(parameters.keySet()));
        Map<String, Formula> definitions = new LinkedHashMap<>();
        parameters.forEach((name, text) -> definitions.put(name, parser.parse(text)));
        EnclosedParameters.requireNoCycle(definitions, Set.of());
    }

    /**
     * Refuses a step size that is none.
     *
     * @param eta contains it
     * @throws RejectedException if it is not certainly positive
     */
    static void requirePositive(DecimalInterval eta) {
        RejectedException.unless(
                eta.isPositive(),
                "the problem: the step size eta lies in " + Decimals.shown(eta) + "; it must be positive");
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new FormulaException(otherwise);
        }
    }

    /**
     * Where this and another problem differ in what claims about points are about, whatever the run: variables, loss, parameters and optimizer.
     *
     * @param other the problem that a reader has
     * @param free parameters whose values do not count
     */
    List<String> differencesInLoss(StatedProblem other, Set<String> free) {
        List<String> differences = new ArrayList<>();
        addDifferencesInLoss(differences, other, free);
        return differences;
    }

    private void addDifferencesInLoss(List<String> differences, StatedProblem other, Set<String> free) {
        differ(differences, "variables", String.join(", ", variables), String.join(", ", other.variables));
        List<String> names = new ArrayList<>(variables);
        names.addAll(parameters.keySet());
        formulasDiffer(differences, "loss", new FormulaParser(names), loss, other.loss);
        mapsDiffer(differences, "parameter ", without(parameters, free), without(other.parameters, free));
        FormulaParser parser = new FormulaParser(List.copyOf(parameters.keySet()));
        StatedOptimizer.differ(differences, optimizer, other.optimizer, parser);
        StatedAdaptive.differ(differences, adaptive, other.adaptive, parser);
    }

    private static Map<String, String> without(Map<String, String> definitions, Set<String> names) {
        Map<String, String> left = new LinkedHashMap<>(definitions);
        left.keySet().removeAll(names);
        return left;
    }

    /**
     * Where this and another problem differ in what claims are about, each in a line; empty if nowhere. Names and titles do not count.
     *
     * @param other the problem that a reader has
     */
    public List<String> differences(StatedProblem other) {
        List<String> differences = new ArrayList<>();
        addDifferencesInLoss(differences, other, Set.of());
        mapsDiffer(differences, "start ", start, other.start);
        differ(differences, "at_edge", atEdge, other.atEdge);
        differ(differences, "kick", kick.orElse(null), other.kick.orElse(null));
        horizonsDiffer(differences, other);
        differ(differences, "max_steps", maxSteps, other.maxSteps);
        differ(differences, "unstable", unstable.orElse(null), other.unstable.orElse(null));
        for (String threshold : union(thresholds, other.thresholds)) {
            differ(differences, "threshold " + threshold, thresholds.get(threshold), other.thresholds.get(threshold));
        }
        return differences;
    }

    private void horizonsDiffer(List<String> differences, StatedProblem other) {
        if (shownHorizon().equals(other.shownHorizon())) {
            return;
        }
        String wayOut = steps.map(asked -> "; --horizon " + asked + " compares with a run of as many steps")
                .orElse(other.steps.isPresent() ? "; without --horizon the problem's own counts" : "");
        differences.add("horizon is " + shownHorizon() + (steps.isPresent() ? "," : "") + " in the certificate and "
                + other.shownHorizon() + (other.steps.isPresent() ? "," : "") + " in the problem" + wayOut);
    }

    /** The same with one parameter defined anew; all that depends on it follows. */
    StatedProblem with(String parameter, String definition) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        changed.put(parameter, definition);
        return new StatedProblem(
                name,
                title,
                variables,
                loss,
                changed,
                optimizer,
                adaptive,
                start,
                atEdge,
                kick,
                horizon,
                maxSteps,
                steps,
                unstable,
                thresholds,
                batches);
    }

    /** This and another problem may differ in their batches, too. */
    void addDifferencesInBatches(List<String> differences, StatedProblem other) {
        List<String> names = new ArrayList<>(variables);
        names.addAll(parameters.keySet());
        StatedBatches.differ(differences, batches, other.batches, new FormulaParser(names));
    }

    /** The horizon as it is stated. */
    public String shownHorizon() {
        return steps.map(asked -> asked + " steps, as asked for")
                .or(() -> horizon)
                .orElseGet(() -> "three periods, at most " + maxSteps + " steps");
    }

    private static String shown(Object value) {
        return value == null ? "none" : value.toString();
    }

    private void mapsDiffer(
            List<String> differences, String what, Map<String, String> here, Map<String, String> there) {
        FormulaParser parser = new FormulaParser(List.copyOf(parameters.keySet()));
        for (String name : union(here, there)) {
            if (here.containsKey(name) && there.containsKey(name)) {
                formulasDiffer(differences, what + name, parser, here.get(name), there.get(name));
            } else {
                differ(differences, what + name, here.get(name), there.get(name));
            }
        }
    }

    private static TreeSet<String> union(Map<String, ?> a, Map<String, ?> b) {
        TreeSet<String> names = new TreeSet<>(a.keySet());
        names.addAll(b.keySet());
        return names;
    }

    /** Equal formulas may be written differently; a text that is no formula is only equal to itself. */
    static void formulasDiffer(List<String> differences, String what, FormulaParser parser, String here, String there) {
        if (here.equals(there)) {
            return;
        }
        Optional<Formula> formula = parsed(parser, here);
        if (formula.isEmpty() || !formula.equals(parsed(parser, there))) {
            differ(differences, what, here, there);
        }
    }

    private static Optional<Formula> parsed(FormulaParser parser, String text) {
        try {
            return Optional.of(parser.parse(text));
        } catch (FormulaException none) {
            return Optional.empty();
        }
    }

    static void differ(List<String> differences, String what, Object here, Object there) {
        if (!Objects.equals(here, there)) {
            differences.add(
                    what + " is " + shown(here) + " in the certificate and " + shown(there) + " in the problem");
        }
    }
}
