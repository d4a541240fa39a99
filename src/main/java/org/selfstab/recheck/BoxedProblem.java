package org.selfstab.recheck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.recheck.taylor.Formula;
import org.selfstab.recheck.taylor.FormulaParser;
import org.selfstab.recheck.taylor.LossEnclosure;
import org.selfstab.recheck.taylor.TaylorLoss;

/**
 * A certificate's loss and step size as functions of the variables and of those parameters that a box leaves open; other parameters are
 * replaced by their definitions, which may rest on these.
 *
 * @param variables the number n of variables
 * @param unknowns the names of all unknowns, the variables first
 * @param loss the loss as a function of all unknowns, of which the variables come first
 * @param stepSize eta, likewise
 * @param optimizer the linear optimizer that is stated, if any
 * @param adaptive the adaptive optimizer that is stated, if any
 * @param entries what is stated of either by its text, likewise
 * @param parameters the parameters' definitions
 */
record BoxedProblem(
        int variables,
        List<String> unknowns,
        TaylorLoss loss,
        TaylorLoss stepSize,
        Optional<StatedOptimizer> optimizer,
        Optional<StatedAdaptive> adaptive,
        Map<String, TaylorLoss> entries,
        Map<String, Formula> parameters) {

    /** The smaller part of the golden section. */
    private static final double NO_SPECIAL_SHARE = 0.381966;

    private static final int HALVINGS_OF_PARAMETERS = 12;

    /**
     * A problem over a box.
     *
     * @param unknowns the box's names: the variables in order, then parameters
     * @throws org.selfstab.recheck.taylor.FormulaException if the text is no problem, or these are not such names
     * @throws org.selfstab.recheck.taylor.UndefinedException if part of the loss or of eta that is constant is not certainly defined
     */
    static BoxedProblem of(StatedProblem stated, List<String> unknowns, Decimals decimals) {
        stated.requireWellFormed();
        int n = stated.variables().size();
        StatedProblem.require(
                unknowns.size() >= n
                        && unknowns.subList(0, n).equals(stated.variables())
                        && stated.parameters().keySet().containsAll(unknowns.subList(n, unknowns.size()))
                        && new HashSet<>(unknowns).size() == unknowns.size(),
                "the box does not have each variable once, in order, and then parameters");
        List<String> names = new ArrayList<>(stated.variables());
        names.addAll(stated.parameters().keySet());
        List<String> parameters = List.copyOf(stated.parameters().keySet());
        Map<String, Formula> definitions = new HashMap<>();
        FormulaParser ofParameters = new FormulaParser(parameters);
        stated.parameters().forEach((name, text) -> definitions.put(name, ofParameters.parse(text)));
        EnclosedParameters.requireNoCycle(definitions, Set.copyOf(unknowns));
        FormulaParser parser = new FormulaParser(names);
        Map<String, TaylorLoss> entries = new HashMap<>();
        Stream.concat(
                        stated.optimizer().stream().flatMap(StatedOptimizer::entries),
                        stated.adaptive().stream().flatMap(StatedAdaptive::entries))
                .forEach(text -> entries.computeIfAbsent(
                        text,
                        entry -> loss(ofParameters.parse(entry).inlined(unknowns, definitions), unknowns, decimals)));
        return new BoxedProblem(
                n,
                List.copyOf(unknowns),
                loss(parser.parse(stated.loss()).inlined(unknowns, definitions), unknowns, decimals),
                loss(parser.parse(StatedProblem.STEP_SIZE).inlined(unknowns, definitions), unknowns, decimals),
                stated.optimizer(),
                stated.adaptive(),
                Map.copyOf(entries),
                Map.copyOf(definitions));
    }

    /**
     * Another function of the same unknowns.
     *
     * @param text an expression of variables and parameters
     * @throws org.selfstab.recheck.taylor.FormulaException if it is none
     */
    TaylorLoss function(String text, Decimals decimals) {
        return loss(inlined(text), unknowns, decimals);
    }

    /** Whether an expression mentions one of the unknowns, itself or by parameters. */
    boolean restsOn(String text, String unknown) {
        return inlined(text).mentioned().contains(unknown);
    }

    private Formula inlined(String text) {
        List<String> names = new ArrayList<>(unknowns.subList(0, variables));
        names.addAll(parameters.keySet());
        return new FormulaParser(names).parse(text).inlined(unknowns, parameters);
    }

    private static TaylorLoss loss(Formula formula, List<String> unknowns, Decimals decimals) {
        return new TaylorLoss(formula, unknowns, Map.of(), decimals.field());
    }

    /** Why loss and eta are not certainly defined and smooth on all of a box, all parameters real and eta positive; empty if they are. */
    Optional<String> obstacle(FieldVector<DecimalInterval> box) {
        return loss.obstacle(box)
                .or(() -> stepSize.obstacle(box))
                .map(reason -> "the loss is not certainly defined and smooth on the box: " + reason)
                .or(() -> obstacleOfParameters(box));
    }

    private Optional<String> obstacleOfParameters(FieldVector<DecimalInterval> box) {
        try {
            requireParameters(box);
            optimizer(box);
            return Optional.empty();
        } catch (RejectedException undefined) {
            return Optional.of(undefined.getMessage());
        }
    }

    /**
     * Requires that all parameters are real, also those that the loss does not mention.
     *
     * @param box of all unknowns
     * @throws RejectedException if one is not certainly real
     */
    void requireParameters(FieldVector<DecimalInterval> box) {
        Map<String, DecimalInterval> open = new HashMap<>();
        for (int i = variables; i < unknowns.size(); i++) {
            open.put(unknowns.get(i), box.getEntry(i));
        }
        new EnclosedParameters(parameters, open, loss.field()).values();
    }

    /** The loss and its derivatives by the variables alone, over a box of all unknowns. */
    LossEnclosure over(Decimals decimals, FieldVector<DecimalInterval> box) {
        return new OfVariables(decimals, CentredForm.over(decimals, loss, box), variables, box.getDimension());
    }

    /**
     * The optimizer over a box of all unknowns.
     *
     * @throws RejectedException if eta is not certainly positive, or the optimizer certainly one with an edge
     */
    EnclosedOptimizer optimizer(FieldVector<DecimalInterval> box) {
        DecimalInterval eta = stepSize.over(box).value();
        StatedProblem.requirePositive(eta);
        return EnclosedOptimizer.of(
                optimizer, eta, text -> entries.get(text).over(box).value(), loss.field());
    }

    /**
     * The step of the stated optimizer that orbits of a period are of, at a box of all unknowns.
     *
     * @param period those of period two are of gradient descent with the same edge, others of the whole state
     * @throws RejectedException if eta is not certainly positive, or the optimizer not certainly one
     */
    CheckedMap map(Decimals decimals, FieldVector<DecimalInterval> box, int period) {
        if (adaptive.isEmpty()) {
            EnclosedOptimizer linear = optimizer(box);
            linear.requireFlipFirst();
            return period == 2 || linear.copies() == 1
                    ? new CheckedDescent(decimals, unknowns, loss, linear)
                    : new CheckedStates(decimals, unknowns, loss, linear);
        }
        DecimalInterval eta = stepSize.over(box).value();
        StatedProblem.requirePositive(eta);
        return new CheckedAdaptive(
                decimals,
                unknowns,
                loss,
                adaptive.get(),
                eta,
                CheckedAdaptive.requireShare(
                        "beta1",
                        entries.get(adaptive.get().momentum()).over(box).value()),
                CheckedAdaptive.requireShare(
                        "beta2", entries.get(adaptive.get().decay()).over(box).value()));
    }

    /**
     * Requires that nothing leaves the unit disc before -1 at any parameters of a box, on parts of it; and that the rows of A and C add up to 1, of which wide
     * intervals say little, at parameters that are no special ones.
     *
     * @throws RejectedException if that is not shown
     */
    void requireFlipFirst(Decimals decimals, FieldVector<DecimalInterval> box) {
        FieldVector<DecimalInterval> ofParameters = box.copy();
        ofParameters.setSubVector(0, decimals.zeros(variables));
        optimizer(somewhere(ofParameters));
        new Bisection(decimals, ofParameters)
                .requireOnHalves(
                        HALVINGS_OF_PARAMETERS, part -> obstacleToFlip(part).isEmpty(), part -> obstacleToFlip(part)
                                .orElseThrow());
    }

    private FieldVector<DecimalInterval> somewhere(FieldVector<DecimalInterval> box) {
        FieldVector<DecimalInterval> point = box.copy();
        for (int i = 0; i < box.getDimension(); i++) {
            DecimalInterval lower = loss.field().of(box.getEntry(i).lower());
            DecimalInterval width = loss.field().of(box.getEntry(i).upper()).subtract(lower);
            point.setEntry(i, lower.add(width.multiply(NO_SPECIAL_SHARE)));
        }
        return point;
    }

    private Optional<String> obstacleToFlip(FieldVector<DecimalInterval> part) {
        try {
            optimizer(part).requireFlipFirst();
            return Optional.empty();
        } catch (RejectedException notShown) {
            return Optional.of(notShown.getMessage());
        }
    }

    /** The part of derivatives that belongs to the first n unknowns. */
    private record OfVariables(Decimals decimals, LossEnclosure all, int n, int unknowns) implements LossEnclosure {

        @Override
        public DecimalInterval value() {
            return all.value();
        }

        @Override
        public FieldVector<DecimalInterval> gradient() {
            return all.gradient().getSubVector(0, n);
        }

        @Override
        public FieldMatrix<DecimalInterval> hessian() {
            return block(all.hessian());
        }

        @Override
        public FieldMatrix<DecimalInterval> third(FieldVector<DecimalInterval> a) {
            return block(all.third(padded(a)));
        }

        @Override
        public FieldMatrix<DecimalInterval> fourth(FieldVector<DecimalInterval> a, FieldVector<DecimalInterval> b) {
            return block(all.fourth(padded(a), padded(b)));
        }

        private FieldMatrix<DecimalInterval> block(FieldMatrix<DecimalInterval> matrix) {
            return matrix.getSubMatrix(0, n - 1, 0, n - 1);
        }

        private FieldVector<DecimalInterval> padded(FieldVector<DecimalInterval> direction) {
            return direction.append(decimals.zeros(unknowns - n));
        }
    }
}
