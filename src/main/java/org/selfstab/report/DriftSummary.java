package org.selfstab.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.selfstab.claims.DriftRates;
import org.selfstab.claims.DriftResult;
import org.selfstab.claims.DriftResult.Comparison;
import org.selfstab.claims.DriftResult.Start;
import org.selfstab.claims.SmallOscillations;

/**
 * What programs read of a slow drift. What there is none of is null.
 *
 * @param verdict {@code damped}, {@code sustained}, {@code growing}, {@code fails}, {@code undecided} or {@code not applicable}
 * @param reason what it rests on
 * @param steps the last step done
 * @param epsilon {@code sqrt(a b alpha)} at the start, with the alpha of (D1)
 * @param alphaSoft alpha of (D1) at the start
 * @param betaSoft beta of (D1) at the start
 * @param gamma Gamma at the start, and its mean from the first to the last whole period
 * @param terms what Gamma at the start is the sum of
 * @param floorQuartic {@code b F4/(6 a^2 beta)} at the start
 * @param logAreaPredicted predicted change of {@code log I} from the first to the last whole period compared
 * @param logAreaMeasured the same, measured
 * @param logJPredicted predicted change of {@code log J}
 * @param logJMeasured the same, measured
 * @param logJError the stated error of the prediction
 * @param ratio measured over predicted change of {@code log J}; null where the prediction is within its error
 * @param halvingSteps how many steps the energy takes to halve, or where it grows to double
 * @param halvingStepsMeasured how many it took
 * @param cycleEnergy the energy of the limit cycle, or of the orbit between growing and damped ones
 * @param cycleStable whether it is a limit cycle
 * @param periods how many whole periods were seen
 * @param firstEnergy the mean energy of the first
 * @param lastEnergy the mean energy of the last compared
 * @param directions the directions off u
 * @param margin the factor by which the closest direction is within the limit of its class, 0 where one is within neither; null where there is none
 * @param roots the roots of (D16)
 * @param smallOscillation the decisive root of (D16) where curvature is intermediate, predicted and measured
 * @param flowDistance of the central flow on the floor from the constrained trajectory, in units of delta, after so many steps
 * @param balanced the balanced oscillation (58); null but for scalar RMSProp
 */
@JsonPropertyOrder({"summary", "problem", "title", "evidence"})
record DriftSummary(
        String summary,
        String problem,
        String title,
        String evidence,
        String verdict,
        String reason,
        int steps,
        Double epsilon,
        @JsonProperty("alpha_soft") Double alphaSoft,
        @JsonProperty("beta_soft") Double betaSoft,
        Gamma gamma,
        @OrNull Terms terms,
        @JsonProperty("floor_quartic") Double floorQuartic,
        @JsonProperty("log_area_predicted") Double logAreaPredicted,
        @JsonProperty("log_area_measured") Double logAreaMeasured,
        @JsonProperty("log_j_predicted") Double logJPredicted,
        @JsonProperty("log_j_measured") Double logJMeasured,
        @JsonProperty("log_j_error") Double logJError,
        Double ratio,
        @JsonProperty("halving_steps") Double halvingSteps,
        @JsonProperty("halving_steps_measured") Double halvingStepsMeasured,
        @JsonProperty("cycle_energy") Double cycleEnergy,
        @JsonProperty("cycle_stable") boolean cycleStable,
        int periods,
        @JsonProperty("first_energy") Double firstEnergy,
        @JsonProperty("last_energy") Double lastEnergy,
        List<Direction> directions,
        Double margin,
        List<Root> roots,
        @OrNull @JsonProperty("small_oscillation") SmallOscillation smallOscillation,
        @OrNull @JsonProperty("flow_distance") FlowDistance flowDistance,
        @OrNull Balanced balanced) {

    /** Gamma at the start and its mean over the run; null where the law says nothing. */
    record Gamma(Double start, Double mean) {}

    /** The terms of (D5), and what a second moment adds, (58a). */
    record Terms(
            double optimizer,
            double flip,
            double floor,
            @JsonProperty("second_moment") double ofMoment) {}

    /**
     * The balanced oscillation of scalar RMSProp, (58): the shares of curvature and of the oscillation in nu, and {@code |mu|^2 - 1} by the formula and of the map.
     */
    record Balanced(
            double a,
            double h,
            @JsonProperty("mu_squared_minus_1") double growth,
            @JsonProperty("mu_squared_minus_1_of_map") double growthOfMap) {}

    /** A direction off u: its eigenvalue, {@code b lambda/eps}, and whether it is stiff, intermediate, soft or repelling. */
    record Direction(
            double eigenvalue, @JsonProperty("in_epsilon") double inEpsilon, String kind) {}

    /** A root, per step, and its real part in units of eps. */
    record Root(
            double real,
            double imaginary,
            @JsonProperty("real_over_epsilon") double realOverEpsilon) {}

    /**
     * The root of (D16) that decides.
     *
     * @param predicted the root
     * @param remaining what the terms of Gamma add to its real part
     * @param error of the real part, as stated
     * @param measured the same of the exact iterates; null where too little of a small oscillation was seen
     */
    record SmallOscillation(
            Root predicted,
            double remaining,
            double error,
            @OrNull Root measured) {}

    /** A distance in units of delta, and after how many steps. */
    record FlowDistance(double distance, int steps) {}

    static DriftSummary of(DriftResult result) {
        Optional<DriftRates> start = result.start().map(Start::rates);
        Optional<Comparison> comparison = result.comparison();
        return new DriftSummary(
                DriftDocument.verdictLine(result),
                result.problem().name(),
                result.problem().title().exact(),
                "numeric run",
                result.verdict().inWords(),
                result.reason(),
                result.steps(),
                start.map(DriftRates::epsilon).orElse(null),
                start.map(DriftRates::alpha).orElse(null),
                start.map(DriftRates::beta).orElse(null),
                new Gamma(
                        start.map(DriftRates::gamma).orElse(null),
                        comparison.map(Comparison::meanGamma).orElse(null)),
                start.map(rates -> new Terms(rates.optimizer(), rates.flip(), rates.floor(), rates.ofMoment()))
                        .orElse(null),
                start.map(DriftRates::quartic).orElse(null),
                comparison.map(Comparison::areaPredicted).orElse(null),
                comparison.map(Comparison::areaMeasured).orElse(null),
                comparison.map(Comparison::logJPredicted).orElse(null),
                comparison.map(Comparison::logJMeasured).orElse(null),
                comparison.map(Comparison::error).orElse(null),
                comparison.flatMap(Comparison::ratio).orElse(null),
                comparison
                        .flatMap(Comparison::halvingSteps)
                        .or(() -> result.smallOscillations().flatMap(SmallOscillations::halvingSteps))
                        .orElse(null),
                comparison.flatMap(Comparison::halvingMeasured).orElse(null),
                comparison.flatMap(Comparison::cycleEnergy).orElse(null),
                comparison
                        .filter(c -> c.cycleEnergy().isPresent() && c.isCycleStable())
                        .isPresent(),
                result.periodCount(),
                comparison.map(c -> c.first().energy()).orElse(null),
                comparison.map(c -> c.last().energy()).orElse(null),
                result.start().map(DriftSummary::directions).orElse(List.of()),
                result.start()
                        .map(known -> known.directions().margin(result.options().limits()))
                        .filter(Double::isFinite)
                        .orElse(null),
                result.start().map(DriftSummary::roots).orElse(List.of()),
                result.smallOscillations()
                        .flatMap(small -> result.start()
                                .map(known -> small(small, known.rates().epsilon())))
                        .orElse(null),
                result.start()
                        .filter(known -> known.comparedSteps() > 0)
                        .map(known -> new FlowDistance(known.fromConstrained(), known.comparedSteps()))
                        .orElse(null),
                result.start()
                        .flatMap(Start::balanced)
                        .map(found -> new Balanced(
                                found.curvatureShare(), found.momentShare(), found.growth(), found.growthOfMap()))
                        .orElse(null));
    }

    private static List<Direction> directions(Start start) {
        return start.directions().directions().stream()
                .map(direction -> new Direction(
                        direction.eigenvalue(),
                        direction.curvature(),
                        direction.kind().name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static List<Root> roots(Start start) {
        return start.roots().stream()
                .map(root -> root(root, start.rates().epsilon()))
                .toList();
    }

    private static Root root(SmallOscillations.Root root, double epsilon) {
        return new Root(root.real(), root.imaginary(), root.real() / epsilon);
    }

    private static SmallOscillation small(SmallOscillations small, double epsilon) {
        return new SmallOscillation(
                root(small.decisive(), epsilon),
                small.remaining(),
                small.error(),
                small.measured().map(seen -> root(seen, epsilon)).orElse(null));
    }
}
