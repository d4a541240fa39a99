package org.selfstab.recheck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.recheck.CheckedClaim.Outcome;
import org.selfstab.recheck.taylor.LossEnclosure;
import org.selfstab.recheck.taylor.TaylorLoss;

/**
 * Verifies a stated mean-square edge, theory.md (60): a minimum of the mean of the items by Krawczyk's test, and, with the operator {@code M*(P) = E[T_B' P T_B]} of the second moment of
 * the optimizer's linearization about it, a step size at which P and {@code P - M*(P)} are positive definite, so that {@code P - M*(P) >= c P} and the second moment decays, and one at which
 * {@code P - M*(P)} is and P is not: if the second moment decayed, {@code P = sum over k of M*^k(P - M*(P))} would be.
 */
final class MeanSquareChecker {

    private static final String MINIMUM = "minimum.exists";
    private static final String STABLE = "mean_square.stable";
    private static final String UNSTABLE = "mean_square.unstable";
    private static final String EDGE = "mean_square_edge";

    private final Decimals decimals;
    private final StatedProblem stated;
    /** The problem with the step size left open, after the variables. */
    private final BoxedProblem atAnyStep;

    private final CertificateRecords.MeanSquareEdge edge;
    private final Part below;
    private final Part above;

    /**
     * A check.
     *
     * @throws org.selfstab.recheck.taylor.FormulaException if the text is no problem
     * @throws org.selfstab.recheck.taylor.UndefinedException if part of it that is constant is not certainly defined
     * @throws RejectedException if an item depends on eta, eta is not certainly positive, the optimizer not certainly one with an edge, or a parameter not certainly real
     */
    MeanSquareChecker(Decimals decimals, StatedProblem stated, CertificateRecords.MeanSquareEdge edge) {
        StatedProblem.require(stated.batches().isPresent(), "no batches are stated");
        stated.batches().orElseThrow().requireWellFormed();
        List<String> unknowns = new ArrayList<>(stated.variables());
        unknowns.add(StatedProblem.STEP_SIZE);
        this.atAnyStep = BoxedProblem.of(stated, unknowns, decimals);
        for (String item : stated.batches().orElseThrow().items()) {
            RejectedException.unless(
                    !atAnyStep.restsOn(item, StatedProblem.STEP_SIZE),
                    "an item depends on eta, so that the minimum moves with the step size");
        }
        this.decimals = decimals;
        this.stated = stated;
        this.edge = edge;
        this.below = new Part(decimals, stated, edge.minimum(), edge.below());
        this.above = new Part(decimals, stated, edge.minimum(), edge.above());
    }

    /** What is said where no edge is stated, or where something was rejected before. */
    static List<CheckedClaim> unverified(
            Optional<CertificateRecords.MeanSquareEdge> stated, Optional<String> objection) {
        Outcome outcome = objection.isPresent() ? Outcome.REJECTED : Outcome.EMPTY;
        String verdict = stated.isPresent() ? "HOLDS" : "UNDECIDED";
        return List.of(new CheckedClaim(
                EDGE,
                "the step size above which the second moment grows",
                verdict,
                outcome,
                objection.orElse("no edge is stated")));
    }

    /** Each claim, verified or not. */
    List<CheckedClaim> check() {
        Objections minimum = new Objections();
        minimum.attempt("", below::requireMinimum);
        minimum.attempt("", above::requireMinimum);
        Objections stable = minimum.copy();
        stable.attempt("", below::requireStable);
        Objections unstable = minimum.copy();
        unstable.attempt("", above::requireUnstable);
        Objections between = stable.copy();
        unstable.first().ifPresent(between::include);
        between.attempt(
                "",
                () -> RejectedException.unless(
                        edge.below().eta() < edge.above().eta(), "the step size below is not below that above"));
        between.attempt("", this::requireContinuous);
        return List.of(
                claim(
                        MINIMUM,
                        "a minimum of the mean of the items",
                        minimum,
                        minimum.first().isPresent() ? "" : "at " + below.shown()),
                claim(
                        STABLE,
                        "with eta = " + edge.below().eta() + " the second moment decays",
                        stable,
                        "by a form of Stein's equation"),
                claim(
                        UNSTABLE,
                        "with eta = " + edge.above().eta() + " the second moment does not decay",
                        unstable,
                        "by a form of Stein's equation"),
                claim(
                        EDGE,
                        "a step size at which its spectral radius is 1 lies in ["
                                + edge.below().eta() + ", " + edge.above().eta() + "]",
                        between,
                        between.first().isPresent() ? "" : uniqueness()));
    }

    private String uniqueness() {
        if (stated.optimizer().isEmpty()) {
            return "the only one: a form that serves one step size of gradient descent serves all smaller ones";
        }
        return isHeavyBall()
                ? "the only one: with heavy ball the noise's gain rises with the step size, theory.md (60a)"
                : "that none is below is not shown";
    }

    /** Whether the optimizer is heavy ball of a momentum from 0 to below 1, whatever the step size. */
    private boolean isHeavyBall() {
        if (stated.optimizer().filter(StatedOptimizer::isHeavyBall).isEmpty()
                || atAnyStep.restsOn(StatedOptimizer.MOMENTUM, StatedProblem.STEP_SIZE)) {
            return false;
        }
        DecimalInterval momentum = atAnyStep
                .function(StatedOptimizer.MOMENTUM, decimals)
                .over(stepSizesBetween())
                .value();
        return momentum.lower().signum() >= 0 && momentum.upper().compareTo(BigDecimal.ONE) < 0;
    }

    /** Between the two step sizes the optimizer is defined, so that the spectral radius does not jump over 1. */
    private void requireContinuous() {
        FieldVector<DecimalInterval> box = stepSizesBetween();
        EnclosedParameters.inPlace("the optimizer between the two step sizes", () -> atAnyStep.optimizer(box));
    }

    private FieldVector<DecimalInterval> stepSizesBetween() {
        FieldVector<DecimalInterval> box = decimals.zeros(stated.variables().size() + 1);
        box.setEntry(
                stated.variables().size(),
                decimals.field()
                        .of(
                                new BigDecimal(edge.below().eta()),
                                new BigDecimal(edge.above().eta())));
        return box;
    }

    private static CheckedClaim claim(String name, String quantity, Objections objections, String otherwise) {
        return objections
                .first()
                .map(objection -> new CheckedClaim(name, quantity, "HOLDS", Outcome.REJECTED, objection))
                .orElseGet(() -> new CheckedClaim(name, quantity, "HOLDS", Outcome.CONFIRMED, otherwise));
    }

    /** The problem with one step size. */
    private static final class Part {

        private final Decimals decimals;
        private final List<String> variables;
        private final StatedBatches batches;
        private final CertificateRecords.Zero minimum;
        private final CertificateRecords.SecondMoment stated;
        private final int n;
        private final TaylorLoss loss;
        private final List<TaylorLoss> items = new ArrayList<>();
        private final EnclosedOptimizer optimizer;
        private List<FieldMatrix<DecimalInterval>> hessians = List.of();

        Part(
                Decimals decimals,
                StatedProblem problem,
                CertificateRecords.Zero minimum,
                CertificateRecords.SecondMoment stated) {
            this.decimals = decimals;
            this.variables = problem.variables();
            this.batches = problem.batches().orElseThrow();
            this.minimum = minimum;
            this.stated = stated;
            this.n = variables.size();
            StatedProblem with = problem.with(StatedProblem.STEP_SIZE, new BigDecimal(stated.eta()).toPlainString());
            BoxedProblem boxed = BoxedProblem.of(with, variables, decimals);
            boxed.requireParameters(decimals.zeros(n));
            this.optimizer = boxed.optimizer(decimals.zeros(n));
            this.loss = boxed.loss();
            batches.items().forEach(item -> items.add(boxed.function(item, decimals)));
        }

        /** Where the gradient of the mean vanishes and its Hessian is positive definite. */
        void requireMinimum() {
            RejectedException.unless(
                    minimum.centre().size() == n
                            && minimum.box().size() == n
                            && minimum.radii().size() == n,
                    "the minimum has not the dimension " + n);
            FieldVector<DecimalInterval> centre = decimals.vector(minimum.centre());
            FieldVector<DecimalInterval> box = decimals.vector(minimum.box());
            FieldVector<DecimalInterval> radii = decimals.vector(minimum.radii());
            FieldVector<DecimalInterval> slope = decimals.zeros(n);
            for (TaylorLoss item : items) {
                slope = slope.add(item.over(centre).gradient());
            }
            FieldMatrix<DecimalInterval> curvature = sum(hessians(centre));
            requireMean(centre, slope, curvature);
            ZeroTest test = new ZeroTest(
                    decimals, centre, slope, curvature, 0, decimals.field().getZero());
            RejectedException.unless(
                    test.passes(test.contraction(sum(hessians(decimals.around(centre, box))), box), box, radii),
                    "Krawczyk's test of the gradient does not pass as stated");
            hessians = hessians(decimals.around(centre, radii));
            RejectedException.unless(
                    SymmetricBounds.arePositiveDefinite(sum(hessians)),
                    "the critical point is not shown to be a minimum");
        }

        /** Refuses items whose mean is certainly not the stated loss, by their values, gradients and Hessians at a point. */
        private void requireMean(
                FieldVector<DecimalInterval> point,
                FieldVector<DecimalInterval> slope,
                FieldMatrix<DecimalInterval> curvature) {
            LossEnclosure local = loss.over(point);
            DecimalInterval count = decimals.field().of(items.size());
            DecimalInterval value = local.value().multiply(count);
            for (TaylorLoss item : items) {
                value = value.subtract(item.over(point).value());
            }
            FieldVector<DecimalInterval> rest =
                    local.gradient().mapMultiply(count).subtract(slope).append(value);
            FieldMatrix<DecimalInterval> bend =
                    local.hessian().scalarMultiply(count).subtract(curvature);
            for (int i = 0; i < n; i++) {
                rest = rest.append(bend.getRowVector(i));
            }
            RejectedException.unless(
                    Arrays.stream(rest.toArray()).allMatch(entry -> entry.contains(BigDecimal.ZERO)),
                    "the loss is not the mean of the items");
        }

        private List<FieldMatrix<DecimalInterval>> hessians(FieldVector<DecimalInterval> box) {
            return items.stream()
                    .map(item -> {
                        Objections.endIfInterrupted();
                        return CentredForm.over(decimals, item, box).hessian();
                    })
                    .toList();
        }

        private FieldMatrix<DecimalInterval> sum(List<FieldMatrix<DecimalInterval>> matrices) {
            FieldMatrix<DecimalInterval> sum = decimals.zero(n);
            for (FieldMatrix<DecimalInterval> matrix : matrices) {
                sum = sum.add(matrix);
            }
            return sum;
        }

        void requireStable() {
            FieldMatrix<DecimalInterval> form = form();
            RejectedException.unless(
                    SymmetricBounds.arePositiveDefinite(form), "the form does not show that the second moment decays");
        }

        void requireUnstable() {
            FieldMatrix<DecimalInterval> form = form();
            FieldVector<DecimalInterval> x = decimals.vector(stated.direction().orElse(List.of()));
            RejectedException.unless(
                    x.getDimension() == form.getRowDimension()
                            && stated.direction().orElseThrow().stream().anyMatch(entry -> entry != 0)
                            && x.dotProduct(form.operate(x))
                                    .isAtMost(decimals.field().getZero()),
                    "the form does not show that the second moment does not decay");
        }

        /** P, where {@code P - M*(P)} is positive definite. */
        private FieldMatrix<DecimalInterval> form() {
            int size = optimizer.copies() * n;
            RejectedException.unless(
                    stated.form().size() == size && stated.form().stream().allMatch(row -> row.size() == size),
                    "the form for Stein's equation has not the dimension " + size);
            FieldMatrix<DecimalInterval> form = decimals.matrix(stated.form());
            RejectedException.unless(form.equals(form.transpose()), "the form for Stein's equation is not symmetric");
            DecimalInterval share =
                    decimals.field().getOne().divide(decimals.field().of(items.size()));
            FieldMatrix<DecimalInterval> mean = sum(hessians).scalarMultiply(share);
            FieldMatrix<DecimalInterval> step = optimizer.derivative(mean);
            FieldMatrix<DecimalInterval> spread = spread(form, mean).scalarMultiply(share.multiply(varianceFactor()));
            FieldMatrix<DecimalInterval> decrease = form.subtract(
                            step.transpose().multiply(form).multiply(step))
                    .subtract(optimizer.blocks(
                            n,
                            (i, j) -> spread.scalarMultiply(optimizer
                                    .c()
                                    .getEntry(i)
                                    .multiply(optimizer.c().getEntry(j)))));
            RejectedException.unless(
                    SymmetricBounds.arePositiveDefinite(decrease), "P - M*(P) is not certainly positive definite");
            return form;
        }

        /** The sum over the items of {@code (H_i - H) X (H_i - H)}, X what P is on gradients. */
        private FieldMatrix<DecimalInterval> spread(
                FieldMatrix<DecimalInterval> form, FieldMatrix<DecimalInterval> mean) {
            FieldMatrix<DecimalInterval> x = decimals.zero(n);
            for (int i = 0; i < optimizer.copies(); i++) {
                for (int j = 0; j < optimizer.copies(); j++) {
                    x = x.add(form.getSubMatrix(i * n, i * n + n - 1, j * n, j * n + n - 1)
                            .scalarMultiply(optimizer
                                    .b()
                                    .getEntry(i)
                                    .multiply(optimizer.b().getEntry(j))));
                }
            }
            FieldMatrix<DecimalInterval> spread = decimals.zero(n);
            for (FieldMatrix<DecimalInterval> hessian : hessians) {
                FieldMatrix<DecimalInterval> deviation = hessian.subtract(mean);
                spread = spread.add(deviation.multiply(x).multiply(deviation));
            }
            return spread;
        }

        /** The variance of a batch's mean over that of an item. */
        private DecimalInterval varianceFactor() {
            int count = items.size();
            if (count == 1) {
                return decimals.field().getZero();
            }
            return batches.isWithReplacement()
                    ? decimals.field().getOne().divide(decimals.field().of(batches.size()))
                    : decimals.field()
                            .of(count - batches.size())
                            .divide(decimals.field()
                                    .of(batches.size())
                                    .multiply(decimals.field().of(count - 1)));
        }

        String shown() {
            FieldVector<DecimalInterval> box =
                    decimals.around(decimals.vector(minimum.centre()), decimals.vector(minimum.radii()));
            return IntStream.range(0, Math.min(n, box.getDimension()))
                    .mapToObj(i -> variables.get(i) + " in " + Decimals.shown(box.getEntry(i)))
                    .collect(Collectors.joining(", ", "(", ")"));
        }
    }
}
