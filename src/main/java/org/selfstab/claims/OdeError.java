package org.selfstab.claims;

import java.util.Optional;
import org.selfstab.numeric.ArgMax;
import org.selfstab.vocabulary.Extremum;
import org.selfstab.vocabulary.Notation;

/**
 * The errors of the reduced equation and of the central flow, each of which is O(eps) by the theory. Differences of numbers, which may vanish by
 * chance where they change their sign, are taken together by kind, so that one that does so does not bend a fit.
 */
public enum OdeError {
    /** X and Y of the equation with alpha and beta of the run, from the exact iterates, over the horizon. */
    ALONG_RUN(
            new Notation(
                    "X, Y, equation along the run", "X, Y, equation along the run", "$X$, $Y$, equation along the run"),
            "along_run") {
        @Override
        Optional<Extremum> of(OdeMember member) {
            return member.horizon().map(c -> c.deviations().drivenFromIterates());
        }
    },
    /** X and Y of (15) at tau, from the exact iterates, over the horizon. */
    FROZEN(
            new Notation(
                    "X, Y, equation (15) at tau", "X, Y, equation (15) at τ", "$X$, $Y$, equation (15) at $\\tau$"),
            "frozen") {
        @Override
        Optional<Extremum> of(OdeMember member) {
            return member.horizon().map(c -> c.deviations().frozenFromIterates());
        }
    },
    /** The relative error of the period (19). */
    PERIOD(Notation.words("period (19)"), "period") {
        @Override
        Optional<Extremum> of(OdeMember member) {
            return largestOf(member, "period");
        }
    },
    /** The largest relative error of the extremes (18): of what the sharpness exceeds 2/eta by, and of the smallest and largest |x|. */
    EXTREMES(
            Notation.words("extremes of sharpness and ")
                    .then(Notation.formula("|x|", "|x|", "|x|"))
                    .then(" (18)"),
            "extremes") {
        @Override
        Optional<Extremum> of(OdeMember member) {
            return largestOf(member, SHARPNESS, "min_x", "max_x");
        }
    },
    /** The largest relative error of the means over whole periods (20): x^2 beside delta^2, loss elevation beside delta^2/eta. */
    MEANS(Notation.words("means of ").then(Notation.formula("x^2", "x²", "x^2")).then(" and loss (20)"), "means") {
        @Override
        Optional<Extremum> of(OdeMember member) {
            return largestOf(member, "mean_x2_over_delta2", "mean_loss_over_delta2_eta");
        }
    },
    /** The largest {@code |sigma^2/delta^2 - 1|} of the central flow over the longer run, where whole windows fit in. */
    SIGMA2(
            new Notation("sigma^2 beside delta^2 (22)", "σ² beside δ² (22)", "$\\sigma^2$ beside $\\delta^2$ (22)"),
            CentralFlowResult.VARIANCE) {
        @Override
        Optional<Extremum> of(OdeMember member) {
            return member.variance().map(CentralFlowResult.Ratio::error);
        }
    };

    private static final String SHARPNESS = "max_sharpness";

    /** The unit that all these errors are asserted to be O(.) of. */
    public static final String UNIT = "eps";

    @SuppressWarnings("ImmutableEnumChecker") // a record of strings and records, which never change
    private final Notation title;

    private final String word;

    OdeError(Notation title, String word) {
        this.title = title;
        this.word = word;
    }

    /** What it is about and its number in theory.md. */
    public Notation title() {
        return title;
    }

    /** Its name in JSON and in statement files. */
    public String word() {
        return word;
    }

    /** The error and its step; empty where it is undefined. */
    abstract Optional<Extremum> of(OdeMember member);

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

    /** The largest relative error of some quantities; its step is the last of the run over whole periods. */
    static Optional<Extremum> largestOf(OdeMember member, String... keys) {
        ArgMax largest = ArgMax.largest();
        for (String key : keys) {
            member.quantity(key)
                    .flatMap(quantity -> quantity.relativeError(key.equals(SHARPNESS) ? member.edge() : 0.0))
                    .ifPresent(error -> largest.include(
                            error, member.overPeriods().orElseThrow().points().size() - 1));
        }
        return largest.get();
    }
}
