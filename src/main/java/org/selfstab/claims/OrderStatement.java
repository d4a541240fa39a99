package org.selfstab.claims;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.selfstab.vocabulary.Claim;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Extremum;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Quantity;

/** The conclusions (24)-(27b) of theory.md section 7 as statements about the order of an error: it is O(unit). */
public enum OrderStatement {
    /** (24): {@code max |v - v*|} is O(eps delta). */
    COUPLING(
            Notation.words("coupling (24)"),
            Notation.formula("eps delta", "ε δ", "\\epsilon \\delta"),
            Quantities.COUPLING_CONSTANT) {
        @Override
        public Optional<ErrorOfMember> error(FamilyMember member) {
            return fromWorstStep(member, Claims.COUPLING, epsilon(member) * delta(member));
        }
    },
    /** (25): the loss error is O(eps delta^2/eta). */
    LOSS(
            Notation.words("loss (25)"),
            Notation.formula("eps delta^2/eta", "ε δ²/η", "\\epsilon \\delta^2/\\eta"),
            Quantities.LOSS_CONSTANT) {
        @Override
        public Optional<ErrorOfMember> error(FamilyMember member) {
            return fromWorstStep(
                    member,
                    Claims.LOSS,
                    epsilon(member)
                            * delta(member)
                            * delta(member)
                            / member.rates().step());
        }
    },
    /** (26): the sharpness error is O(eps^2/eta). */
    SHARPNESS(
            Notation.words("sharpness (26)"),
            Notation.formula("eps^2/eta", "ε²/η", "\\epsilon^2/\\eta"),
            Quantities.SHARPNESS_CONSTANT) {
        @Override
        public Optional<ErrorOfMember> error(FamilyMember member) {
            return fromWorstStep(
                    member,
                    Claims.SHARPNESS,
                    epsilon(member) * epsilon(member) / member.rates().growth());
        }
    },
    /** (27): {@code |mean x^2 / mean delta^2 - 1|} over whole periods is O(eps). */
    AVERAGE_OSCILLATION(
            Notation.words("average ")
                    .then(Notation.formula("x^2", "x²", "x^2"))
                    .then(" (27)"),
            Quantities.EPSILON.symbol(),
            Quantities.AVERAGE_CONSTANT,
            Quantities.OSCILLATION_CONSTANT) {
        @Override
        public Optional<ErrorOfMember> error(FamilyMember member) {
            return fromAverage(
                    member,
                    member.averages().map(PeriodAverages::oscillation),
                    member.rounding().point() / delta(member));
        }

        @Override
        boolean assertsNothing(FamilyMember member) {
            return isOfSeveral(member);
        }
    },
    /** (27): {@code |mean loss elevation / (mean delta^2/eta) - 1|} over whole periods is O(eps). */
    AVERAGE_LOSS(
            Notation.words("average loss (27)"),
            Quantities.EPSILON.symbol(),
            Quantities.AVERAGE_CONSTANT,
            Quantities.ELEVATION_CONSTANT) {
        @Override
        public Optional<ErrorOfMember> error(FamilyMember member) {
            return fromAverage(
                    member,
                    member.averages().map(PeriodAverages::lossElevation),
                    member.rounding().loss() * member.rates().step() / (delta(member) * delta(member)));
        }

        @Override
        boolean assertsNothing(FamilyMember member) {
            return isOfSeveral(member);
        }
    },
    /** (27a): the distance of a step of the constrained trajectory from one of projected gradient descent is O(eps^2 eta |grad L|). */
    IMPLICIT_BIAS(
            Notation.words("implicit bias (27a)"),
            Notation.formula("eps^2 eta |grad L|", "ε² η |∇L|", "\\epsilon^2 \\eta |\\nabla L|"),
            Quantities.IMPLICIT_BIAS_CONSTANT) {
        @Override
        public Optional<ErrorOfMember> error(FamilyMember member) {
            return bias(member)
                    .flatMap(bias -> fromUncertain(
                            member,
                            bias.following(),
                            epsilon(member) * epsilon(member) * member.rates().drift() * bias.gradient()));
        }

        @Override
        boolean assertsNothing(FamilyMember member) {
            return isOfSeveral(member)
                    || bias(member).filter(ImplicitBiasConstants::isAtPoint).isPresent();
        }
    },
    /** (27b): what the fall of the constrained trajectory's loss lacks of {@code eta |Pi grad L|^2}, in units of that, is O(eps). */
    DESCENT(Notation.words("descent (27b)"), Quantities.EPSILON.symbol(), Quantities.DESCENT_CONSTANT) {
        @Override
        public Optional<ErrorOfMember> error(FamilyMember member) {
            return bias(member).flatMap(bias -> fromUncertain(member, bias.descent(), epsilon(member)));
        }

        @Override
        boolean assertsNothing(FamilyMember member) {
            return isOfSeveral(member)
                    || bias(member).filter(bias -> bias.descending() == 0).isPresent();
        }
    };

    @SuppressWarnings("ImmutableEnumChecker") // a record of strings and records, which never change
    private final Notation title;

    @SuppressWarnings("ImmutableEnumChecker") // a record of strings and records, which never change
    private final Notation unit;

    @SuppressWarnings("ImmutableEnumChecker") // a record of strings and records, which never change
    private final Quantity constant;

    @SuppressWarnings("ImmutableEnumChecker") // a record of strings and records, which never change
    private final Notation symbol;

    OrderStatement(Notation title, Notation unit, Quantity constant) {
        this(title, unit, constant, constant.symbol());
    }

    OrderStatement(Notation title, Notation unit, Quantity constant, Notation symbol) {
        this.title = title;
        this.unit = unit;
        this.constant = constant;
        this.symbol = symbol;
    }

    /** What it is about and its number in theory.md, for instance {@code coupling (24)}. */
    public Notation title() {
        return title;
    }

    /** The name in statement files: of the average of x^2 without its end. */
    public String word() {
        return this == AVERAGE_OSCILLATION ? "average" : name().toLowerCase(Locale.ROOT);
    }

    /** The error of a name in statement files. */
    public static Optional<OrderStatement> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /** All such names. */
    public static List<String> words() {
        return Arrays.stream(values()).map(OrderStatement::word).toList();
    }

    /** The unit that the error is asserted to be O(.) of. */
    public Notation unit() {
        return unit;
    }

    /** The constant of a run that a problem states a threshold of: error over unit, of the averages the larger of two. */
    public Quantity constant() {
        return constant;
    }

    /** The symbol of error over unit. */
    public Notation symbol() {
        return symbol;
    }

    /** A member's error; empty where it is undefined. */
    public abstract Optional<ErrorOfMember> error(FamilyMember member);

    /** Whether several unstable eigenvalues are followed, of which only (41) is stated. */
    static boolean isOfSeveral(FamilyMember member) {
        return member.verification().unstable().isPresent();
    }

    /**
     * Whether the member's run is within the theory but nothing is asserted of it, since it does not move along the stable set or the statement is of one
     * unstable eigenvalue.
     */
    boolean assertsNothing(FamilyMember member) {
        return false;
    }

    private static Optional<ImplicitBiasConstants> bias(FamilyMember member) {
        return member.comparableConstants().map(RunConstants::implicitBias);
    }

    private static Optional<ErrorOfMember> fromUncertain(
            FamilyMember member, Optional<UncertainExtreme> constant, double unit) {
        return constant.map(c -> error(member, c.value(), unit, c.rounding() * unit));
    }

    /** An error of the iterates: it is rounding, too, where rounding may have moved it by as much as it is. */
    private static Optional<ErrorOfMember> fromWorstStep(FamilyMember member, Claim conclusion, double unit) {
        return member.comparableConstants()
                .flatMap(constants -> constants.ofWorstStep(conclusion).map(extreme -> {
                    double drift = constants.accuracy().drift(conclusion, extreme.step()) * unit;
                    double level = member.rounding().of(conclusion, extreme.step());
                    return error(member, extreme, unit, Math.max(level, drift));
                }));
    }

    private static ErrorOfMember error(FamilyMember member, Extremum extreme, double unit, double rounding) {
        return new ErrorOfMember(
                member.value(), epsilon(member), unit, extreme.value() * unit, extreme.step(), rounding);
    }

    private static Optional<ErrorOfMember> fromAverage(FamilyMember member, Optional<Double> ratio, double rounding) {
        return member.comparableConstants()
                .flatMap(constants -> ratio.map(mean -> new ErrorOfMember(
                        member.value(),
                        epsilon(member),
                        epsilon(member),
                        Math.abs(mean - 1.0),
                        (int) member.averages().orElseThrow().duration(),
                        member.averages().orElseThrow().isNoise() ? Double.POSITIVE_INFINITY : rounding)));
    }

    private static double epsilon(FamilyMember member) {
        return valueOf(member.comparableConstants().flatMap(RunConstants::epsilon));
    }

    private static double delta(FamilyMember member) {
        return valueOf(member.comparableConstants().flatMap(RunConstants::delta));
    }

    private static double valueOf(Optional<Extremum> extreme) {
        return extreme.map(Extremum::value).orElse(Double.NaN);
    }
}
