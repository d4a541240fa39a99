package org.selfstab.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.selfstab.claims.RunConstants;
import org.selfstab.claims.UnstableEigenvalues;
import org.selfstab.claims.Verification;
import org.selfstab.claims.VerificationResult;
import org.selfstab.expression.Expression;
import org.selfstab.problem.Problem;
import org.selfstab.problem.RealValue;
import org.selfstab.vocabulary.Extremum;
import org.selfstab.vocabulary.FreeText;

/**
 * A verification as {@code summary.json} states it: the constants of theory.md section 7 and the steps that attain them. An undefined
 * one is null, and so is one that overflows, since JSON has no infinity; its step is still there.
 */
@JsonPropertyOrder({"summary", "problem", "title", "source", "evidence"})
record VerificationSummary(
        String summary,
        String problem,
        String title,
        @OrNull String source,
        String evidence,
        String arithmetic,
        String projection,
        String frame,
        @JsonProperty("edge_step") Integer edgeStep,
        @OrNull String kick,
        String end,
        List<String> notes,
        boolean complete,
        Integer steps,
        @OrNull @JsonProperty("eta_sharpness") IteratesSummary etaSharpness,
        double edge,
        @JsonProperty("growth_rate") double growthRate,
        @JsonProperty("drift_rate") double driftRate,
        Integer unstable,
        @OrNull @JsonProperty("unstable_given") Boolean isUnstableGiven,
        @OrNull List<List<Double>> sigma,
        @OrNull @JsonProperty("sigma_rank") Integer sigmaRank,
        @OrNull @JsonProperty("sigma_eigenvalues") List<Double> sigmaEigenvalues,
        @OrNull @JsonProperty("sigma_trace") Double sigmaTrace,
        @OrNull @JsonProperty("sigma_unique") Boolean isSigmaUnique,
        @OrNull @JsonProperty("sigma_trace_unique") Boolean isSigmaTraceUnique,
        @OrNull @JsonProperty("mean_square") List<List<Double>> meanSquare,
        @OrNull @JsonProperty("mean_sigma") List<List<Double>> meanSigma,
        @OrNull List<EdgeEvent> events,
        @OrNull @JsonProperty("unstable_changes") List<EdgeEvent> unstableChanges,
        Double epsilon,
        Double delta,
        @JsonProperty("C1") Double coupling,
        @JsonProperty("C1_step") Integer couplingStep,
        @JsonProperty("CL") Double loss,
        @JsonProperty("CL_step") Integer lossStep,
        @JsonProperty("CS") Double sharpness,
        @JsonProperty("CS_step") Integer sharpnessStep,
        @OrNull @JsonProperty("Cnu") Double moments,
        @OrNull @JsonProperty("Cnu_step") Integer momentsStep,
        @JsonProperty("CP") Double following,
        @JsonProperty("CP_step") Integer followingStep,
        @JsonProperty("CD") Double descent,
        @JsonProperty("CD_step") Integer descentStep,
        @JsonProperty("min_x_over_delta") Double minX,
        @JsonProperty("max_x_over_delta") Double maxX,
        @JsonProperty("max_eta_lambda2") Double maxSecondEigenvalue,
        @JsonProperty("min_gamma") Double minAlignment,
        @JsonProperty("oscillation_undefined_at") Integer undefinedOscillationStep,
        @JsonProperty("double_drift") Double doubleDrift,
        @JsonProperty("double_drift_step") Integer doubleDriftStep,

        @JsonProperty("cross_check") @JsonInclude(JsonInclude.Include.NON_NULL)
        CrossCheckSummary crossCheck,

        @JsonInclude(JsonInclude.Include.NON_NULL) PlanesSummary blocks,

        @JsonInclude(JsonInclude.Include.NON_NULL) WeightDecaySummary decay,

        List<VerdictSummary.OfConclusion> conclusions,
        List<VerdictSummary.OfCondition> conditions) {

    static VerificationSummary of(VerificationResult verified) {
        Problem problem = verified.problem();
        Verification verification = verified.verification();
        Optional<Extremum> drift = verified.precision().flatMap(VerificationResult.PrecisionComparison::drift);
        Optional<RunConstants> constants = verification.constants();
        Optional<UnstableEigenvalues> several = verification.unstable();
        Optional<Extremum> coupling = constants.flatMap(RunConstants::coupling);
        Optional<Extremum> loss = constants.flatMap(RunConstants::loss);
        Optional<Extremum> sharpness = constants.flatMap(RunConstants::sharpness);
        Optional<Extremum> following = constants.flatMap(RunConstants::following);
        Optional<Extremum> descent = constants.flatMap(RunConstants::descent);
        return new VerificationSummary(
                VerificationDocument.verdictLine(verified),
                problem.name(),
                problem.title().exact(),
                problem.source().map(FreeText::exact).orElse(null),
                "numeric run",
                verification.arithmetic(),
                verification.projection(),
                verification.frame(),
                verification.edgeStep().orElse(null),
                problem.kick().map(Expression::toString).orElse(null),
                verified.wording().of(verification.description()),
                verification.remarks().stream().map(verified.wording()::of).toList(),
                verification.isComplete(),
                constants.map(RunConstants::steps).orElse(null),
                IteratesSummary.of(verified),
                RealValue.of(problem.edgeOfMethod()),
                RealValue.of(problem.growthRate()),
                RealValue.of(problem.driftRate()),
                constants
                        .map(run -> several.map(UnstableEigenvalues::k).orElse(1))
                        .orElse(null),
                of(several, UnstableEigenvalues::isGiven),
                of(several, found -> found.start().matrix()),
                of(several, found -> found.start().rank()),
                of(several, found -> found.start().eigenvalues()),
                of(several, found -> found.start().trace()),
                of(several, found -> found.start().isUnique()),
                of(several, found -> found.start().isTraceUnique()),
                of(several, UnstableEigenvalues::meanSquare),
                of(several, UnstableEigenvalues::meanCovariance),
                of(several, found -> events(found.events())),
                of(several, found -> events(found.changes())),
                value(constants.flatMap(RunConstants::epsilon)),
                value(constants.flatMap(RunConstants::delta)),
                value(coupling),
                step(coupling),
                value(loss),
                step(loss),
                value(sharpness),
                step(sharpness),
                value(constants.flatMap(RunConstants::moments)),
                step(constants.flatMap(RunConstants::moments)),
                value(following),
                step(following),
                value(descent),
                step(descent),
                value(constants.flatMap(RunConstants::minX)),
                value(constants.flatMap(RunConstants::maxX)),
                value(constants.flatMap(RunConstants::maxSecondEigenvalue)),
                value(constants.flatMap(RunConstants::minAlignment)),
                step(constants.flatMap(RunConstants::undefinedOscillation)),
                value(drift),
                step(drift),
                CrossCheckSummary.of(verified),
                PlanesSummary.of(verified.assessment()),
                WeightDecaySummary.of(verified),
                VerdictSummary.conclusions(verified.wording(), verified.assessment()),
                VerdictSummary.conditions(verified.wording(), verified.assessment()));
    }

    /** A change of how many eigenvalues are at the edge, or are followed. */
    record EdgeEvent(int step, int before, int after) {}

    private static List<EdgeEvent> events(List<UnstableEigenvalues.Event> events) {
        return events.stream()
                .map(event -> new EdgeEvent(event.step(), event.before(), event.after()))
                .toList();
    }

    private static <V> V of(Optional<UnstableEigenvalues> several, Function<UnstableEigenvalues, V> value) {
        return several.map(value).orElse(null);
    }

    private static Double value(Optional<Extremum> extreme) {
        return extreme.map(Extremum::value).filter(Double::isFinite).orElse(null);
    }

    private static Integer step(Optional<Extremum> extreme) {
        return extreme.map(Extremum::step).orElse(null);
    }
}
