package org.selfstab.theory;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.selfstab.claims.Extreme;
import org.selfstab.claims.RunConstants;

/** The numbers of a run that a statement can make a claim on, named as in {@code summary.json}. */
public enum RunQuantity {
    EPSILON("epsilon", RunConstants::epsilon),
    DELTA("delta", RunConstants::delta),
    COUPLING("C1", RunConstants::coupling),
    LOSS("CL", RunConstants::loss),
    SHARPNESS("CS", RunConstants::sharpness),
    AXIS_DISTANCE("min_x_over_delta", RunConstants::minX),
    SECOND_EIGENVALUE("max_eta_lambda2", RunConstants::maxSecondEigenvalue),
    ALIGNMENT("min_gamma", RunConstants::minAlignment);

    private final String word;
    private final Function<RunConstants, Optional<Extreme>> constant;

    RunQuantity(String word, Function<RunConstants, Optional<Extreme>> constant) {
        this.word = word;
        this.constant = constant;
    }

    /** The name in statement files. */
    public String word() {
        return word;
    }

    /** The number among the constants of a run; empty if it is undefined there. */
    public Optional<Extreme> of(RunConstants constants) {
        return constant.apply(constants);
    }

    static Optional<RunQuantity> of(String word) {
        return Arrays.stream(values()).filter(q -> q.word.equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(RunQuantity::word).toList();
    }
}
