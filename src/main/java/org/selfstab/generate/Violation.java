package org.selfstab.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.Expression;
import org.selfstab.vocabulary.Claim;
import org.selfstab.vocabulary.Claims;

/** A hypothesis to break, all others kept: one for each condition of theory.md section 7 and for the edge. */
public enum Violation {
    /** By misalignment. A negative alpha would leave delta undefined, and with it every other condition. */
    PROGRESSIVE_SHARPENING(
            Claims.PROGRESSIVE_SHARPENING,
            "gamma = 1/20: -grad L is almost orthogonal to gradS_perp. (alpha <= 0 would leave delta and epsilon undefined, and"
                    + " no other condition would apply.)") {
        @Override
        Prescription violate(Prescription whole) {
            Directions directions = whole.directions();
            ClosedNumber gamma = whole.of(Prescribed.GAMMA);
            ClosedNumber misaligned = ClosedNumber.of(1, 20);
            Prescription broken = whole.with(Prescribed.GAMMA, gamma.isBelow(misaligned) ? gamma : misaligned);
            return whole.drifts() ? broken : broken.with(withFlatDrift(directions));
        }
    },
    /** A spectator close to the edge. */
    EIGENGAP(
            Claims.EIGENGAP,
            "eta lambda_2 = 39/20 or what was asked for beyond 19/10. (At 2 u would not be the top direction.)") {
        @Override
        Prescription violate(Prescription whole) {
            Directions directions = spectatorsOf(whole).directions();
            List<ClosedNumber> others = new ArrayList<>(directions.others());
            ClosedNumber close = ClosedNumber.of(39, 20);
            if (others.get(0).isBelow(ClosedNumber.of(19, 10))) {
                others.set(0, close);
            }
            return whole.with(directions.withOthers(others));
        }
    },
    /** A quartic across the trajectory: one along u would raise rho_3 around the trajectory with rho_4, unless epsilon is small. */
    SMOOTHNESS(
            Claims.SMOOTHNESS,
            "a quartic across the trajectory with rho_4 > 100 eta rho_3^2. (One along u raises rho_3 within 2 delta as well, and"
                    + " with epsilon > 1/566 stays below 100.)") {
        @Override
        Prescription violate(Prescription whole) {
            return spectatorsOf(whole).withQuartic(new ClosedNumber(quarticBeyond(whole)));
        }
    },
    /** The floor is curved along gradS_perp. */
    NON_WORST_CASE(
            Claims.NON_WORST_CASE, "eta lambda = 25 epsilon along gradS_perp, where the condition allows 10 epsilon.") {
        @Override
        Prescription violate(Prescription whole) {
            return whole.with(whole.directions().withSharpening(timesEpsilon(whole, 25, 1)));
        }
    },
    /** A wide orbit. */
    AXIS_DISTANCE(Claims.AXIS_DISTANCE, "the energy of the start is at least 5: X_min < 0.005 by (18).") {
        @Override
        Prescription violate(Prescription whole) {
            return withEnergyAtLeast(5, whole);
        }
    },
    /** A start far off, and an end before it comes near the axis. */
    SMALL_START(
            Claims.SMALL_START,
            "the start is 11 delta off. (On such an orbit X_min < 1e-50 by (18), so that over a whole period the distance from the"
                    + " axis would break with it; this run ends before, after tau = 1/4.)") {
        @Override
        Prescription violate(Prescription whole) {
            return withEnergyAtLeast(120, whole).with(new Prescription.RunPlan.AtEdge(ClosedNumber.of(1, 4)));
        }
    },
    /** The floor is concave along gradS_perp: early pushes grow, but not as far as to spoil the orbit. */
    MEMORY(
            Claims.MEMORY,
            "eta lambda = -3/5 epsilon along gradS_perp: beta_{s->t} grows by exp(3) over tau = 5. The start has an energy of at most"
                    + " 1/100, since the orbit grows as well and shall not come near the axis.") {
        @Override
        Prescription violate(Prescription whole) {
            ClosedNumber small = ClosedNumber.of(1, 100);
            ClosedNumber energy = whole.of(Prescribed.ENERGY);
            return whole.with(Prescribed.ENERGY, energy.isAbove(small) ? small : energy)
                    .with(whole.directions().withSharpening(timesEpsilon(whole, -3, 5)))
                    .with(new Prescription.RunPlan.AtEdge(ClosedNumber.of(5, 1)));
        }
    },
    /** No step is t = 0 then, so that nothing else is defined. */
    EDGE_REACHED(
            Claims.EDGE_REACHED,
            "the floor has its lowest point where eta S = 19/10, below the edge. (Then no step is t = 0: no other condition"
                    + " applies, so that none is asserted.)") {
        @Override
        Prescription violate(Prescription whole) {
            return whole.with(new Prescription.RunPlan.BelowEdge());
        }
    },
    /** Never. */
    NEAREST_POINT(Claims.NEAREST_POINT, "") {
        @Override
        Prescription violate(Prescription whole) {
            throw new ImpossibleRequestException(
                    "--violate nearest_point is impossible: the exact projection meets it on every"
                            + " loss, as it tests the projection",
                    "'selfstab check FILE --projection linearised' on any generated problem with"
                            + " kappa_3 not 0 breaks it");
        }
    };

    @SuppressWarnings("ImmutableEnumChecker") // a record of strings and records, which never change
    private final Claim hypothesis;

    private final String how;

    Violation(Claim hypothesis, String how) {
        this.hypothesis = hypothesis;
        this.how = how;
    }

    /** The hypothesis's name in problem files. */
    public Claim hypothesis() {
        return hypothesis;
    }

    /** How it is broken, for people. */
    String how() {
        return how;
    }

    /** The name on the command line: as in problem files, without {@code condition.}. */
    public String optionName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The violation of a name on the command line. */
    public static Optional<Violation> of(String optionName) {
        return Arrays.stream(values())
                .filter(v ->
                        v.optionName().equals(optionName) || v.hypothesis.key().equals(optionName))
                .findFirst();
    }

    /**
     * The prescription with this hypothesis broken.
     *
     * @throws ImpossibleRequestException if it cannot be broken alone
     */
    abstract Prescription violate(Prescription whole);

    private static ClosedNumber timesEpsilon(Prescription whole, int numerator, int denominator) {
        return new ClosedNumber(
                Expression.constant(new BigFraction(numerator, denominator)).times(whole.epsilon()));
    }

    private static Prescription withEnergyAtLeast(int least, Prescription whole) {
        ClosedNumber wide = ClosedNumber.of(least, 1);
        ClosedNumber energy = whole.of(Prescribed.ENERGY);
        ClosedNumber enough = energy.isBelow(wide) ? wide : energy;
        return whole.with(Prescribed.ENERGY, enough)
                .with(new Prescription.RunPlan.AtEdge(PrescriptionReader.wholePeriod(enough)));
    }

    /** A flat direction for the gradient's part off gradS_perp: one that is there, or one more. */
    private static Directions withFlatDrift(Directions directions) {
        List<ClosedNumber> others = new ArrayList<>(directions.others());
        int last = others.size() - 1;
        if (last >= 0 && others.get(last).isZero()) {
            others.remove(last);
        }
        return directions.withOthers(others).withDrift(ClosedNumber.ZERO);
    }

    /** The prescription with one direction more if there is none beside u, gradS_perp and the drift. */
    private static Prescription spectatorsOf(Prescription whole) {
        return whole.directions().others().isEmpty()
                ? whole.with(whole.directions().withOthers(List.of(ClosedNumber.ZERO)))
                : whole;
    }

    /**
     * {@code 400 eta ((|kappa_3| + 2 |f| delta)^2 + 8 beta)}: within 2 delta rho_3^2 is at most about the bracket, with the disguise's part in
     * it.
     */
    private static Expression quarticBeyond(Prescription whole) {
        Expression beta = whole.expression(Prescribed.BETA);
        Expression delta = Expression.TWO
                .times(whole.expression(Prescribed.ALPHA))
                .dividedBy(beta)
                .sqrt();
        Expression skewness = whole.of(Prescribed.KAPPA_3).abs().expression();
        Expression fourth = whole.of(Prescribed.FOURTH).abs().expression();
        Expression along = skewness.plus(Expression.TWO.times(fourth).times(delta));
        return Expression.constant(400)
                .times(whole.expression(Prescribed.ETA))
                .times(along.power(2).plus(Expression.constant(8).times(beta)));
    }
}
