package org.selfstab.claims.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.selfstab.claims.RoundedNumber;
import org.selfstab.claims.RunConstants;
import org.selfstab.numeric.Extremum;
import org.selfstab.vocabulary.Claims;

/** The numbers of a run that a statement can make a claim on, named as in {@code summary.json}. */
public enum RunReadings {
    EPSILON("epsilon"),
    DELTA("delta"),
    COUPLING("C1"),
    LOSS("CL"),
    SHARPNESS("CS"),
    IMPLICIT_BIAS("CP"),
    DESCENT("CD"),
    AXIS_DISTANCE("min_x_over_delta"),
    SECOND_EIGENVALUE("max_eta_lambda2"),
    ALIGNMENT("min_gamma");

    private final String word;

    RunReadings(String word) {
        this.word = word;
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
