package org.selfstab.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.selfstab.claims.VerificationResult;
import org.selfstab.document.Json;
import org.selfstab.problem.Problem;
import org.selfstab.problem.RealValue;
import org.selfstab.problem.WeightDecay;

/**
 * Weight decay as JSON: edge and sharpness of the iterates for the bare loss and for the one with the penalty {@code mu |theta|^2/2}.
 *
 * @param penalty mu
 */
record WeightDecaySummary(
        @JsonProperty("weight_decay") double strength,
        boolean decoupled,
        double penalty,
        OfLoss bare,
        OfLoss penalised) {

    /** Of one of the losses; the sharpness is null where no step is known. */
    record OfLoss(double edge, Double first, Double largest, Double last) {}

    /** Null without weight decay. */
    static WeightDecaySummary of(VerificationResult verified) {
        Problem problem = verified.problem();
        return problem.decay().map(decay -> of(decay, verified)).orElse(null);
    }

    private static WeightDecaySummary of(WeightDecay decay, VerificationResult verified) {
        Problem problem = verified.problem();
        double penalty = RealValue.of(problem.penalty().orElseThrow());
        return new WeightDecaySummary(
                RealValue.of(problem.parameters().value(decay.strength().name())),
                decay.decoupled().isPresent(),
                penalty,
                ofLoss(verified, RealValue.of(problem.bareEdge()), penalty),
                ofLoss(verified, RealValue.of(problem.edge()), 0));
    }

    private static OfLoss ofLoss(VerificationResult verified, double edge, double below) {
        double unit = 0.5 * RealValue.of(verified.problem().edge());
        return verified.verification()
                .constants()
                .map(constants -> constants.iterates())
                .map(iterates -> new OfLoss(
                        edge,
                        Json.finite(unit * iterates.first() - below),
                        Json.finite(unit * iterates.largest().value() - below),
                        Json.finite(unit * iterates.last().value() - below)))
                .orElseGet(() -> new OfLoss(edge, null, null, null));
    }
}
