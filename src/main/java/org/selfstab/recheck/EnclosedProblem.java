package org.selfstab.recheck;

import static org.selfstab.recheck.EnclosedParameters.inPlace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.interval.DecimalIntervalField;
import org.selfstab.recheck.taylor.Formula;
import org.selfstab.recheck.taylor.FormulaException;
import org.selfstab.recheck.taylor.FormulaParser;
import org.selfstab.recheck.taylor.TaylorLoss;
import org.selfstab.vocabulary.Location;

/**
 * A certificate's problem over intervals.
 *
 * @param stated the problem as it is stated
 * @param parameters contain the parameters' values
 * @param eta contains the step size, positive
 * @param optimizer contains the optimizer
 * @param loss the loss as a function of the variables
 * @param start contains the start, of dimension n
 * @param statedHorizon the horizon as it is stated, not rounded
 */
record EnclosedProblem(
        StatedProblem stated,
        Map<String, DecimalInterval> parameters,
        DecimalInterval eta,
        EnclosedOptimizer optimizer,
        TaylorLoss loss,
        FieldVector<DecimalInterval> start,
        Optional<Formula> statedHorizon) {

    static final String DELTA = "delta";
    static final String ALPHA = "alpha";

    /**
     * Encloses a problem.
     *
     * @throws FormulaException if the text is no problem
     * @throws RejectedException if the problem is not certainly real-valued, eta not certainly positive, or -1 not certainly what leaves the unit disc first
     */
    static EnclosedProblem of(StatedProblem stated, DecimalIntervalField field) {
        return new Builder(stated, field).build();
    }

    /**
     * The same for what is read; empty, with an objection, if the problem is rejected.
     *
     * @param place where the problem is read
     * @throws CertificateException if the text is no problem
     */
    static Optional<EnclosedProblem> of(
            StatedProblem stated, DecimalIntervalField field, Location place, Objections objections) {
        try {
            return Optional.of(of(stated, field));
        } catch (FormulaException wrong) {
            throw new CertificateException(place, "the problem: " + wrong.problem(), wrong.remedy());
        } catch (RejectedException undefined) {
            objections.include(undefined.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Contains the stated horizon, not rounded.
     *
     * @param atStart contains delta and alpha at t = 0, which it may mention where no parameters have these names; empty without a step
     */
    Optional<DecimalInterval> horizon(Map<String, DecimalInterval> atStart) {
        Map<String, DecimalInterval> values = new HashMap<>(atStart);
        values.putAll(parameters);
        return statedHorizon.map(formula -> values.keySet().containsAll(formula.mentioned())
                ? inPlace("the horizon", () -> TaylorLoss.valueOf(formula, values, loss.field()))
                : loss.field().entire());
    }

    /**
     * Encloses the value of an expression of the parameters.
     *
     * @param what names it in messages
     * @throws FormulaException if the text is none
     * @throws RejectedException if it is not certainly a real number
     */
    DecimalInterval valueOf(String what, String text) {
        List<String> names = List.copyOf(stated.parameters().keySet());
        return inPlace(what, () -> TaylorLoss.valueOf(new FormulaParser(names).parse(text), parameters, loss.field()));
    }

    /** Encloses one problem. */
    private static final class Builder {

        private final StatedProblem stated;
        private final DecimalIntervalField field;
        private final Map<String, Formula> definitions;
        private final List<String> parameterNames;
        private final FormulaParser parser;
        private Map<String, DecimalInterval> parameters = Map.of();

        Builder(StatedProblem stated, DecimalIntervalField field) {
            this.stated = stated;
            this.field = field;
            this.parameterNames = List.copyOf(stated.parameters().keySet());
            this.parser = new FormulaParser(parameterNames);
            stated.requireWellFormed();
            this.definitions = new LinkedHashMap<>();
            stated.parameters().forEach((name, text) -> definitions.put(name, parsed("parameter " + name, text)));
        }

        EnclosedProblem build() {
            List<String> all = new ArrayList<>(stated.variables());
            all.addAll(parameterNames);
            Formula loss = inPlace("the loss", () -> new FormulaParser(all).parse(stated.loss()));
            FieldVector<DecimalInterval> start =
                    new ArrayFieldVector<>(field, stated.variables().size());
            Map<String, Formula> starts = new LinkedHashMap<>();
            stated.start().forEach((name, text) -> starts.put(name, parsed("start " + name, text)));
            Optional<Formula> horizon = stated.horizon().map(this::parsedHorizon);
            parameters = new EnclosedParameters(definitions, Map.of(), field).values();
            for (int i = 0; i < start.getDimension(); i++) {
                String name = stated.variables().get(i);
                start.setEntry(i, value("start " + name, starts.get(name)));
            }
            horizon.filter(formula -> parameters.keySet().containsAll(formula.mentioned()))
                    .ifPresent(formula -> value("the horizon", formula));
            DecimalInterval eta = parameters.get(StatedProblem.STEP_SIZE);
            StatedProblem.requirePositive(eta);
            EnclosedOptimizer optimizer = EnclosedOptimizer.of(
                    stated.optimizer(), eta, text -> value("the optimizer", parsed("the optimizer", text)), field);
            optimizer.requireFlipFirst();
            return new EnclosedProblem(
                    stated,
                    parameters,
                    eta,
                    optimizer,
                    inPlace("the loss", () -> new TaylorLoss(loss, stated.variables(), parameters, field)),
                    start,
                    horizon);
        }

        private Formula parsedHorizon(String text) {
            List<String> known = new ArrayList<>(parameterNames);
            Stream.of(DELTA, ALPHA).filter(name -> !known.contains(name)).forEach(known::add);
            return inPlace("the horizon", () -> new FormulaParser(known).parseRoundedDown(text));
        }

        private Formula parsed(String what, String text) {
            return inPlace(what, () -> parser.parse(text));
        }

        private DecimalInterval value(String what, Formula formula) {
            return inPlace(what, () -> TaylorLoss.valueOf(formula, parameters, field));
        }
    }
}
