package org.selfstab.claims.conditions;

import java.util.Collection;
import java.util.List;
import org.selfstab.claims.ConditionResult;
import org.selfstab.claims.NumericVerdict;
import org.selfstab.claims.RunConstants;
import org.selfstab.claims.UnstableEigenvalues;
import org.selfstab.claims.Verification;
import org.selfstab.problem.Thresholds;
import org.selfstab.vocabulary.Claim;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Extremum;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Quantity;
import org.selfstab.vocabulary.UnstableQuantities;
import org.selfstab.vocabulary.Verdict;
import org.selfstab.vocabulary.Witness;

/** The conditions of section 7 on a run of several unstable eigenvalues, as far as they are stated for them. */
final class UnstableConditions {

    private static final Notation LENGTHS = Notation.formula(
            "max |last step|/|dagger|", "max |last step|/|θ†|", "\\max |\\mbox{last step}|/|\\dagger|");
    private final Verification verification;
    private final UnstableEigenvalues several;
    private final RunConstants constants;
    private final Thresholds thresholds;

    UnstableConditions(Verification verification, UnstableEigenvalues several, Thresholds thresholds) {
        this.verification = verification;
        this.several = several;
        this.constants = verification.constants().orElseThrow();
        this.thresholds = thresholds;
    }

    List<ConditionResult> results(Collection<Claim> wanted) {
        return wanted.stream().map(this::result).toList();
    }

    private ConditionResult result(Claim condition) {
        if (condition.equals(Claims.EDGE_REACHED)) {
            return inUnits(condition, Quantities.BELOW_EDGE.symbol(), edgeReached());
        }
        if (condition.equals(Claims.NEAREST_POINT)) {
            return ConditionResult.of(
                    condition,
                    LENGTHS,
                    atMost(
                            Quantities.STATIONARITY,
                            several.residual(),
                            "where steps of the sequential linearisation shrink to nothing, the point is a strict local minimum of"
                                    + " the distance; nearer points are looked for from many starts at t = 0"));
        }
        if (condition.equals(Claims.PROGRESSIVE_SHARPENING)) {
            return ConditionResult.of(condition, UnstableQuantities.ALPHA_RATIO, progressiveSharpening());
        }
        if (condition.equals(Claims.EIGENGAP)) {
            String next = "lambda_" + (several.k() + 1);
            return ConditionResult.of(condition, UnstableQuantities.next(several.k()), eigengap(next));
        }
        if (condition.equals(Claims.SMALL_START)) {
            return inUnits(condition, UnstableQuantities.START, smallStart());
        }
        return ConditionResult.of(
                condition,
                Notation.words(condition.title()),
                NumericVerdict.notApplicable("it is stated for one unstable eigenvalue"));
    }

    /** Without eps and d there are no units. */
    private ConditionResult inUnits(Claim condition, Notation quantity, Verdict verdict) {
        return ConditionResult.of(
                condition,
                quantity,
                constants.epsilon().isPresent()
                        ? verdict
                        : NumericVerdict.notApplicable(
                                "no eigenvalue is held at the edge, so that the units are undefined"));
    }

    private Verdict edgeReached() {
        if (verification.failedBefore().isPresent()) {
            return NumericVerdict.undecided(
                    Witness.atStep(verification.failedBefore().get().step()),
                    verification.failedBefore().get().description());
        }
        double eps = constants.epsilon().map(Extremum::value).orElse(Double.NaN);
        return atMost(
                Quantities.BELOW_EDGE,
                several.belowEdge().dividedBy(eps * eps),
                "the largest eigenvalue at dagger_t; the others may have left the edge");
    }

    private Verdict progressiveSharpening() {
        return several.released()
                .map(step -> NumericVerdict.fails(
                        Witness.atStep(step), "Sigma is 0: no eigenvalue is held at the edge at t = " + step))
                .orElseGet(() -> atMost(
                        Quantities.ALPHA_RATIO,
                        several.growth(),
                        "Sigma is not 0 at any step, and alpha comparable over the run"));
    }

    private Verdict eigengap(String next) {
        return constants
                .maxSecondEigenvalue()
                .map(found -> atMost(
                        Quantities.SECOND_EIGENVALUE, found, next + " is the first eigenvalue that is not followed"))
                .orElseGet(() -> NumericVerdict.notApplicable("all eigenvalues are followed"));
    }

    private Verdict smallStart() {
        double d = constants.delta().map(Extremum::value).orElse(Double.NaN);
        return atMost(Quantities.START_DISTANCE, new Extremum(several.startDistance() / d, 0), "at t = 0");
    }

    private Verdict atMost(Quantity quantity, Extremum value, String reason) {
        return NumericVerdict.atMost(value.value(), thresholds.of(quantity), Witness.atStep(value.step()), reason);
    }
}
