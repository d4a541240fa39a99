package org.selfstab.claims.observation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.selfstab.claims.OrderStatement;
import org.selfstab.claims.RoundedNumber;
import org.selfstab.claims.RunConstants;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Extremum;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Quantity;

/** The numbers of a run that a statement can make a claim on, named as in {@code summary.json}. */
public enum RunReadings {
    EPSILON(
            "epsilon",
            Quantities.EPSILON,
            Notation.formula("max eta sqrt(alpha)", "max η √(α)", "\\max \\eta \\sqrt{\\alpha}")),
    DELTA(
            "delta",
            Quantities.DELTA,
            Notation.formula("max sqrt(2 alpha/beta)", "max √(2 α/β)", "\\max \\sqrt{2 \\alpha/\\beta}")),
    COUPLING(
            "C1",
            Quantities.COUPLING_CONSTANT,
            Notation.formula(
                            "max |v - v*| / (eps delta)", "max |v − v*| / (ε δ)", "\\max |v - v^*|/(\\epsilon \\delta)")
                    .then(", coupling (24)")),
    LOSS("CL", Quantities.LOSS_CONSTANT, inUnits(OrderStatement.LOSS)),
    SHARPNESS("CS", Quantities.SHARPNESS_CONSTANT, inUnits(OrderStatement.SHARPNESS)),
    SECOND_MOMENTS(
            "Cnu",
            Quantities.MOMENT_CONSTANT,
            Notation.formula(
                            "max |nu - N - m|/(N eps^2)",
                            "max |ν − N − m|/(N ε²)",
                            "\\max |\\nu - N - m|/(N \\epsilon^2)")
                    .then(", of adaptive optimizers (59)")),
    IMPLICIT_BIAS("CP", Quantities.IMPLICIT_BIAS_CONSTANT, inUnits(OrderStatement.IMPLICIT_BIAS)),
    DESCENT("CD", Quantities.DESCENT_CONSTANT, inUnits(OrderStatement.DESCENT)),
    AXIS_DISTANCE("min_x_over_delta", Quantities.AXIS_DISTANCE, Notation.words("distance from the axis")),
    SECOND_EIGENVALUE("max_eta_lambda2", Quantities.SECOND_EIGENVALUE, Notation.words("eigengap: below 2")),
    ALIGNMENT("min_gamma", Quantities.SMALLEST_ALIGNMENT, Notation.words("alignment: in (0, 1]"));

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // a record of strings and records, which never change
    private final Quantity quantity;

    @SuppressWarnings("ImmutableEnumChecker") // a record of strings and records, which never change
    private final Notation definition;

    RunReadings(String word, Quantity quantity, Notation definition) {
        this.word = word;
        this.quantity = quantity;
        this.definition = definition;
    }

    /** An error and the unit that its constant counts. */
    private static Notation inUnits(OrderStatement error) {
        return error.title().then(", in units of ").then(error.unit());
    }

    /** How it is written. */
    public Notation symbol() {
        return quantity.symbol();
    }

    /** What it is over the run. */
    public Notation definition() {
        return definition;
    }

    /** The name in statement files. */
    public String word() {
        return word;
    }

    /** What rounding leaves of the number, which is defined on a run. */
    public RoundedNumber rounded(RunConstants constants) {
        return switch (this) {
            case COUPLING -> constants.rounded(Claims.COUPLING).orElseThrow();
            case LOSS -> constants.rounded(Claims.LOSS).orElseThrow();
            case SHARPNESS -> constants.rounded(Claims.SHARPNESS).orElseThrow();
            case SECOND_MOMENTS -> constants.rounded(Claims.SECOND_MOMENTS).orElseThrow();
            case IMPLICIT_BIAS -> constants.rounded(Claims.IMPLICIT_BIAS).orElseThrow();
            case DESCENT -> constants.rounded(Claims.DESCENT).orElseThrow();
            case AXIS_DISTANCE -> constants.roundedMinX().orElseThrow();
            case EPSILON, DELTA, SECOND_EIGENVALUE, ALIGNMENT ->
                RoundedNumber.exact(of(constants).orElseThrow().value());
        };
    }

    /** The number among the constants of a run; empty if it is undefined there. */
    public Optional<Extremum> of(RunConstants constants) {
        return switch (this) {
            case EPSILON -> constants.epsilon();
            case DELTA -> constants.delta();
            case COUPLING -> constants.coupling();
            case LOSS -> constants.loss();
            case SHARPNESS -> constants.sharpness();
            case SECOND_MOMENTS -> constants.moments();
            case IMPLICIT_BIAS -> constants.following();
            case DESCENT -> constants.descent();
            case AXIS_DISTANCE -> constants.minX();
            case SECOND_EIGENVALUE -> constants.maxSecondEigenvalue();
            case ALIGNMENT -> constants.minAlignment();
        };
    }

    public static Optional<RunReadings> of(String word) {
        return Arrays.stream(values()).filter(q -> q.word.equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(RunReadings::word).toList();
    }
}
