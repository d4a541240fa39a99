package org.selfstab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.claims.DerivationResult;
import org.selfstab.claims.NumericGeometry;
import org.selfstab.claims.OptimizerForms;
import org.selfstab.claims.TopEigenspace;
import org.selfstab.expression.ClosedForm;
import org.selfstab.expression.Expression;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.problem.Problem;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Quantities;

/**
 * One quantity of theory.md section 1 at a point.
 *
 * @param symbol its symbol
 * @param closedForm its components in closed form; empty if there is none, it is undefined, or too long to be shown
 * @param tooLong whether there is a closed form that is too long to be shown
 * @param value its components in numbers; empty if it is undefined
 * @param isFunction whether it is a function, which has no value
 */
record DerivedQuantity(
        Notation symbol, List<Expression> closedForm, boolean tooLong, List<Double> value, boolean isFunction) {

    DerivedQuantity {
        closedForm = List.copyOf(closedForm);
        value = List.copyOf(value);
    }

    /** A quantity with its closed form if that is legible. */
    private static DerivedQuantity legible(Notation symbol, List<Expression> closedForm, List<Double> value) {
        boolean legible = LegibleForm.isLegible(closedForm);
        return new DerivedQuantity(symbol, legible ? closedForm : List.of(), !legible, value, false);
    }

    /** All quantities of a derivation, in the order of the theory. */
    static List<DerivedQuantity> of(DerivationResult derivation) {
        List<DerivedQuantity> all = new ArrayList<>(ofLoss(derivation));
        all.addAll(ofOptimizer(derivation));
        return all;
    }

    /** Those that depend on the loss. */
    static List<DerivedQuantity> ofLoss(DerivationResult derivation) {
        return new Collector(derivation, derivation.closedForm().form()).ofLoss();
    }

    /** Those of the optimizer alone; none of gradient descent. */
    static List<DerivedQuantity> ofOptimizer(DerivationResult derivation) {
        return new Collector(derivation, derivation.closedForm().form()).ofOptimizer();
    }

    /** Components as {@code a} or {@code (a, b)}. */
    static String tuple(List<String> components) {
        return components.size() == 1 ? components.get(0) : "(" + String.join(", ", components) + ")";
    }

    private static final class Collector {

        private final Optional<ClosedForm> form;
        private final Optional<NumericGeometry> numeric;
        private final Optional<TopEigenspace> eigenspace;
        private final Problem problem;
        private final Optional<OptimizerForms> optimizer;
        private final List<DerivedQuantity> quantities = new ArrayList<>();

        Collector(DerivationResult derivation, Optional<ClosedForm> form) {
            this.form = form;
            this.numeric = derivation.numeric();
            this.eigenspace = derivation.eigenspace();
            this.problem = derivation.problem();
            this.optimizer = derivation.optimizer();
        }

        List<DerivedQuantity> ofLoss() {
            scalar(Quantities.SHARPNESS.symbol(), form.map(ClosedForm::sharpness), sharpness());
            vector(symbol("u", "u", "u"), form.map(ClosedForm::u), numeric.map(NumericGeometry::u));
            quantities.add(legible(
                    symbol("grad L", "∇L", "\\nabla L"),
                    form.map(ClosedForm::gradient).orElse(List.of()),
                    gradient()));
            vector(
                    symbol("grad S", "∇S", "\\nabla S"),
                    form.map(ClosedForm::sharpnessGradient),
                    numeric.map(NumericGeometry::gradS));
            scalar(Quantities.SKEWNESS.symbol(), form.map(ClosedForm::skewness), numeric.map(NumericGeometry::kappa3));
            vector(
                    symbol("gradS_perp", "∇S⊥", "\\nabla S^\\perp"),
                    form.map(ClosedForm::sharpnessGradientOffU),
                    numeric.map(NumericGeometry::gradSPerp));
            scalar(Quantities.ALPHA.symbol(), form.map(ClosedForm::alpha), numeric.map(NumericGeometry::alpha));
            scalar(Quantities.BETA.symbol(), form.map(ClosedForm::beta), numeric.map(NumericGeometry::beta));
            Optional<NumericGeometry> oscillating = numeric.filter(NumericGeometry::hasOscillation);
            double rate = rate();
            scalar(Quantities.DELTA.symbol(), form.flatMap(ClosedForm::delta), oscillating.map(NumericGeometry::delta));
            scalar(
                    symbol("epsilon", "ε", "\\epsilon"),
                    form.flatMap(ClosedForm::epsilon),
                    oscillating.map(geometry -> geometry.epsilon(rate)));
            scalar(
                    Quantities.ALIGNMENT.symbol(),
                    form.flatMap(ClosedForm::gamma),
                    oscillating.map(NumericGeometry::gamma));
            return quantities;
        }

        List<DerivedQuantity> ofOptimizer() {
            optimizer.ifPresent(this::add);
            return quantities;
        }

        private void add(OptimizerForms forms) {
            String transfer = "G(" + forms.argument() + ")";
            quantities.add(new DerivedQuantity(
                    symbol(transfer, transfer, transfer), List.of(forms.transfer()), false, List.of(), true));
            scalar(symbol("S_c", "S_c", "S_c"), Optional.of(forms.edge()), Optional.of(number(problem.edgeOfMethod())));
            scalar(symbol("a", "a", "a"), Optional.of(forms.growthRate()), Optional.of(number(problem.growthRate())));
            scalar(symbol("b", "b", "b"), Optional.of(forms.driftRate()), Optional.of(number(problem.driftRate())));
            scalar(
                    Quantities.OPTIMIZER_DRIFT,
                    Optional.of(forms.energyDrift()),
                    Optional.of(number(
                            forms.energyDrift().substitute(problem.parameters().values()))));
            if (!forms.exceptional().isEmpty()) {
                quantities.add(legible(
                        symbol("exceptional lambda", "exceptional λ", "\\mbox{exceptional } \\lambda"),
                        forms.exceptional(),
                        forms.exceptional().stream()
                                .map(closed -> number(
                                        closed.substitute(problem.parameters().values())))
                                .toList()));
            }
        }

        private static double number(Expression closed) {
            return new CompiledBackend().valueOf(closed).getReal();
        }

        /** {@code sqrt(a b)}. */
        private double rate() {
            return optimizer.isEmpty()
                    ? number(problem.stepSize())
                    : Math.sqrt(number(problem.growthRate()) * number(problem.driftRate()));
        }

        private static Notation symbol(String ascii, String unicode, String latex) {
            return Notation.formula(ascii, unicode, latex);
        }

        private Optional<Double> sharpness() {
            return numeric.map(NumericGeometry::sharpness).or(() -> eigenspace.map(TopEigenspace::sharpness));
        }

        private List<Double> gradient() {
            return numeric.map(NumericGeometry::gradient)
                    .map(Collector::entries)
                    .or(() -> eigenspace.map(TopEigenspace::gradient))
                    .orElse(List.of());
        }

        private void scalar(Notation symbol, Optional<Expression> closed, Optional<Double> value) {
            quantities.add(legible(
                    symbol,
                    closed.map(List::of).orElse(List.of()),
                    value.map(List::of).orElse(List.of())));
        }

        private void vector(Notation symbol, Optional<List<Expression>> closed, Optional<FieldVector<Binary64>> value) {
            quantities.add(legible(
                    symbol,
                    closed.orElse(List.of()),
                    value.map(Collector::entries).orElse(List.of())));
        }

        private static List<Double> entries(FieldVector<Binary64> vector) {
            return IntStream.range(0, vector.getDimension())
                    .mapToObj(i -> vector.getEntry(i).getReal())
                    .toList();
        }
    }
}
