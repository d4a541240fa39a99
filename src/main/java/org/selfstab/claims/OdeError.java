package org.selfstab.claims;

import java.util.Optional;

/** The errors of the reduced equation and of the central flow, each of which is O(eps) by the theory. */
public enum OdeError {
    /** X and Y of the equation with alpha and beta of the run, from the exact iterates, over the horizon. */
    ALONG_RUN("X, Y, equation along the run", "along_run") {
        @Override
        Optional<Extreme> of(OdeMember member) {
            return member.horizon().map(c -> c.deviations().drivenFromIterates());
        }
    },
    /** X and Y of (15) at tau, from the exact iterates, over the horizon. */
    FROZEN("X, Y, equation (15) at tau", "frozen") {
        @Override
        Optional<Extreme> of(OdeMember member) {
            return member.horizon().map(c -> c.deviations().frozenFromIterates());
        }
    },
    /** The relative error of the period (19). */
    PERIOD("period (19)", "period") {
        @Override
        Optional<Extreme> of(OdeMember member) {
            return relative(member, 0);
        }
    },
    /** The error of the largest sharpness (18), relative to what it exceeds 2/eta by. */
    MAX_SHARPNESS("largest sharpness (18)", "max_sharpness") {
        @Override
        Optional<Extreme> of(OdeMember member) {
            return relative(member, 2.0 / member.stepSize());
        }
    },
    /** The relative error of the smallest |x| (18). */
    MIN_X("smallest |x| (18)", "min_x") {
        @Override
        Optional<Extreme> of(OdeMember member) {
            return relative(member, 0);
        }
    },
    /** The relative error of the largest |x| (18). */
    MAX_X("largest |x| (18)", "max_x") {
        @Override
        Optional<Extreme> of(OdeMember member) {
            return relative(member, 0);
        }
    },
    /** Mean x^2 over whole periods beside delta^2 (20). */
    MEAN_X2("mean x^2 (20)", "mean_x2_over_delta2") {
        @Override
        Optional<Extreme> of(OdeMember member) {
            return relative(member, 0);
        }
    },
    /** The mean loss elevation over whole periods beside delta^2/eta (20). */
    MEAN_LOSS("mean loss elevation (20)", "mean_loss_over_delta2_eta") {
        @Override
        Optional<Extreme> of(OdeMember member) {
            return relative(member, 0);
        }
    },
    /** The largest {@code |sigma^2/delta^2 - 1|} of the central flow over the longer run, where whole windows fit in. */
    SIGMA2("sigma^2 beside delta^2 (22)", CentralFlowResult.VARIANCE) {
        @Override
        Optional<Extreme> of(OdeMember member) {
            return member.variance().map(CentralFlowResult.Ratio::error);
        }
    };

    /** The unit that all these errors are asserted to be O(.) of. */
    public static final String UNIT = "eps";

    private final String title;
    private final String word;

    OdeError(String title, String word) {
        this.title = title;
        this.word = word;
    }

    /** What it is about and its number in theory.md. */
    public String title() {
        return title;
    }

    /** Its name in JSON and in statement files. */
    public String word() {
        return word;
    }

    /** The error and its step; empty where it is undefined. */
    abstract Optional<Extreme> of(OdeMember member);

    /** The error as a point of a fit. */
    Optional<ErrorOfMember> error(OdeMember member) {
        return member.horizon().flatMap(comparison -> of(member)
                .map(extreme -> new ErrorOfMember(
                        member.value(),
                        comparison.epsilon(),
                        comparison.epsilon(),
                        extreme.value(),
                        extreme.step(),
                        member.rounding())));
    }

    /** Observed beside predicted, both counted from some origin; its step is the run's last. */
    Optional<Extreme> relative(OdeMember member, double origin) {
        return member.quantity(word)
                .flatMap(quantity -> quantity.observed()
                        .map(observed -> Math.abs((observed - origin) / (quantity.predicted() - origin) - 1.0)))
                .map(error -> new Extreme(
                        error, member.overPeriods().orElseThrow().points().size() - 1));
    }
}
