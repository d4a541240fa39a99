package org.selfstab.recheck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.selfstab.interval.DecimalInterval;

/** Verifies a certificate of several unstable eigenvalues while it is read, theory.md section 11: the sets before t = 0, the steps, and the claims. */
final class UnstableVerification {

    /** {@code 3.15 * 2 pi/sqrt(2)} in units of {@code 1/epsilon}: the default horizon. */
    private static final int SMALL_OSCILLATIONS = 14;

    private static final String SIGMA = "sigma";

    /** The quantities; of those named least, minus the quantity is the largest. */
    private enum Quantity {
        BELOW_EDGE,
        ALPHA,
        LEAST_ALPHA,
        VARIANCE,
        LEAST_VARIANCE,
        LEAST_OF_COVARIANCE,
        DEVIATION,
        LOSS_ERROR,
        SHARPNESS_ERROR,
        START
    }

    private final Decimals decimals;
    private final StatedProblem stated;
    private final int k;
    private final SymmetricBounds bounds;
    private final Objections objections = new Objections();
    private final Map<Quantity, DecimalInterval> largest = new EnumMap<>(Quantity.class);
    private Optional<EnclosedProblem> problem = Optional.empty();
    private Optional<UnstableStepChecker> steps = Optional.empty();
    private Optional<BigDecimal> next = Optional.empty();
    private Optional<UnstableCheckedStep> start = Optional.empty();
    private Optional<RecheckResult.Range> doubtful = Optional.empty();
    private int approach;
    private int lastStep = -1;

    /**
     * Prepares a verification.
     *
     * @param k how many eigenvalues the run follows
     * @param objection what is objected already
     */
    UnstableVerification(Decimals decimals, StatedProblem stated, int k, Optional<String> objection) {
        this.decimals = decimals;
        this.stated = stated;
        this.k = k;
        this.bounds = new SymmetricBounds(decimals);
        objection.ifPresent(objections::include);
    }

    /**
     * Reads and verifies the run, once.
     *
     * @param progress is told each step that is verified
     * @throws CertificateException if what is read is no run, or its problem none
     */
    RecheckResult read(CertificateReader reader, IntConsumer progress) {
        problem = EnclosedProblem.of(stated, decimals.field(), reader.placeOfProblem(), objections);
        objections.attempt("", () -> steps = Optional.of(new UnstableStepChecker(decimals, problem.orElseThrow(), k)));
        reader.begin("approach");
        while (reader.more()) {
            CertificateRecords.Approach iterate = reader.approach();
            objections.attempt("before t = 0: ", () -> include(iterate));
            Objections.endIfInterrupted();
        }
        reader.begin("steps");
        while (reader.more()) {
            CertificateRecords.UnstableStep step = reader.unstableStep();
            objections.attempt(
                    "t = " + step.t() + ": ", () -> include(steps.orElseThrow().check(step)));
            if (objections.first().isEmpty()) {
                progress.accept(step.t());
            }
            Objections.endIfInterrupted();
        }
        List<CertificateRecords.Claim> claims = reader.claims();
        boolean endsEarly = ClaimChecker.endsEarly(claims);
        if (!endsEarly) {
            objections.attempt("", this::requireHorizon);
        }
        return new RecheckResult(
                CertificateKind.SEVERAL,
                stated,
                Map.of(),
                approach,
                doubtful,
                lastStep < 0 ? Optional.empty() : Optional.of(new RecheckResult.Range(0, lastStep)),
                lastStep,
                k,
                Optional.empty(),
                ExpectedClaim.judged(claims, objections, () -> check(claims, endsEarly)));
    }

    private void include(CertificateRecords.Approach iterate) {
        if (!steps.orElseThrow().approach(iterate)) {
            RecheckResult.Range here = new RecheckResult.Range(approach, approach);
            doubtful = Optional.of(doubtful.orElse(here).include(approach));
        }
        approach++;
    }

    private void include(UnstableCheckedStep step) {
        DecimalInterval size = size(step);
        if (start.isEmpty()) {
            start = Optional.of(step);
            include(Quantity.START, decimals.norm(step.predicted().box()));
        }
        EnclosedOptimizer optimizer = problem.orElseThrow().optimizer();
        include(
                Quantity.BELOW_EDGE,
                optimizer.edge().subtract(step.eigenvalues().get(0)).multiply(optimizer.step()));
        include(Quantity.ALPHA, size);
        include(Quantity.LEAST_ALPHA, size.negate());
        include(Quantity.VARIANCE, step.trace());
        include(Quantity.LEAST_VARIANCE, step.trace().negate());
        include(Quantity.LEAST_OF_COVARIANCE, leastOfCovariance(step).negate());
        include(Quantity.DEVIATION, step.deviation(decimals));
        include(Quantity.LOSS_ERROR, step.lossError(decimals));
        include(Quantity.SHARPNESS_ERROR, step.sharpnessError(bounds));
        BigDecimal bound = step.next().multiply(optimizer.step()).upper();
        next = Optional.of(next.map(bound::max).orElse(bound));
        lastStep = step.t();
    }

    /** {@code max |eig alpha|}. */
    private DecimalInterval size(UnstableCheckedStep step) {
        List<DecimalInterval> eigenvalues = bounds.eigenvalues(step.geometry().alpha());
        return eigenvalues.get(0).abs().max(eigenvalues.get(k - 1).abs());
    }

    /** Exactly 0 where Sigma is of lower rank. */
    private DecimalInterval leastOfCovariance(UnstableCheckedStep step) {
        return step.isOfFullRank()
                ? bounds.eigenvalues(step.covariance()).get(k - 1)
                : decimals.field().getZero();
    }

    private void include(Quantity quantity, DecimalInterval value) {
        largest.merge(quantity, value, DecimalInterval::max);
    }

    private DecimalInterval of(Quantity quantity) {
        return largest.getOrDefault(quantity, decimals.field().entire());
    }

    /** A run that does not say that it ended early has to reach its horizon. */
    private void requireHorizon() {
        boolean reached = stated.steps().isPresent()
                ? lastStep >= 1 && lastStep == stated.steps().get()
                : Decimals.isRoundedDown(horizon(), lastStep);
        RejectedException.unless(reached, "the steps end at t = " + lastStep + ", which is not the horizon");
    }

    private DecimalInterval horizon() {
        Map<String, DecimalInterval> atStart = new HashMap<>();
        start.ifPresent(first -> {
            atStart.put(EnclosedProblem.DELTA, first.trace().sqrt());
            atStart.put(EnclosedProblem.ALPHA, size(first));
        });
        return problem.orElseThrow()
                .horizon(atStart)
                .or(() -> start.map(this::defaultHorizon))
                .orElse(decimals.field().entire());
    }

    private DecimalInterval defaultHorizon(UnstableCheckedStep first) {
        DecimalInterval steps = decimals.field()
                .of(SMALL_OSCILLATIONS)
                .divide(problem.orElseThrow()
                        .optimizer()
                        .rate()
                        .multiply(size(first).sqrt()));
        BigDecimal limit = BigDecimal.valueOf(stated.maxSteps());
        return steps.isFinite()
                ? decimals.field().of(steps.lower().min(limit), steps.upper().min(limit))
                : steps;
    }

    private List<CheckedClaim> check(List<CertificateRecords.Claim> claims, boolean endsEarly) {
        int first = endsEarly ? 1 : 0;
        List<CheckedClaim> checked = new ArrayList<>();
        claims.subList(0, first).forEach(claim -> checked.add(ExpectedClaim.empty(claim)));
        checked.addAll(
                ExpectedClaim.check(claims.subList(first, claims.size()), lastStep < 0 ? List.of() : expected()));
        return checked;
    }

    private List<ExpectedClaim> expected() {
        EnclosedOptimizer optimizer = problem.orElseThrow().optimizer();
        DecimalInterval epsilon = optimizer.rate().multiply(of(Quantity.ALPHA).sqrt());
        DecimalInterval variance = of(Quantity.VARIANCE);
        DecimalInterval d = variance.sqrt();
        DecimalInterval belowEdge = of(Quantity.BELOW_EDGE).max(decimals.field().getZero());
        List<ExpectedClaim> expected = new ArrayList<>(List.of(
                atMost("edge.reached", "max (2 - eta S(dagger_t))/eps^2", belowEdge.divide(epsilon.square())),
                atLeast("min tr Sigma", Double.MIN_VALUE, of(Quantity.LEAST_VARIANCE)),
                atLeast("min eig Sigma", 0.0, of(Quantity.LEAST_OF_COVARIANCE)),
                ExpectedClaim.onRun(
                        "condition.progressive_sharpening",
                        "max |eig alpha|/min |eig alpha|",
                        threshold("condition.progressive_sharpening.alpha_ratio"),
                        true,
                        Bounds.of(of(Quantity.ALPHA)
                                .divide(of(Quantity.LEAST_ALPHA).negate())))));
        if (optimizer.copies() == 1) {
            expected.add(ExpectedClaim.onRun(
                    "condition.eigengap",
                    "max eta lambda_" + (k + 1),
                    threshold("condition.eigengap"),
                    true,
                    new Bounds(Optional.empty(), next)));
        }
        expected.addAll(List.of(
                atMost(
                        "condition.small_start",
                        "|v_0|/max sqrt(tr Sigma)",
                        of(Quantity.START).divide(d)),
                atMost("coupling.constant", "C_1", of(Quantity.DEVIATION).divide(epsilon.multiply(d))),
                atMost(
                        "loss.constant",
                        "C_L",
                        of(Quantity.LOSS_ERROR)
                                .divide(epsilon.multiply(variance).divide(optimizer.step()))),
                atMost(
                        "sharpness.constant",
                        "C_S",
                        of(Quantity.SHARPNESS_ERROR).divide(epsilon.square().divide(optimizer.growth())))));
        return expected;
    }

    private ExpectedClaim atMost(String name, String quantity, DecimalInterval value) {
        return ExpectedClaim.onRun(name, quantity, threshold(name), true, Bounds.of(value));
    }

    private static ExpectedClaim atLeast(String quantity, double threshold, DecimalInterval negated) {
        return ExpectedClaim.onRun(SIGMA, quantity, threshold, false, Bounds.of(negated.negate()));
    }

    private double threshold(String name) {
        Double threshold = stated.thresholds().get(name);
        RejectedException.unless(threshold != null, "the problem has no threshold " + name);
        return threshold;
    }
}
