package org.selfstab.recheck;

import java.math.BigDecimal;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.interval.DecimalIntervalField;

/**
 * The horizon of a problem that states none, theory.md section 7: 3.15 periods (19) of the reduced dynamics from the energy (16) at t = 0.
 *
 * <p>With {@code p = log X^2} and {@code s = sign(p) sqrt(exp(p) - 1 - p) = sqrt(2E) sin(theta)} the period is
 * {@code T(E) = 2 int G dtheta} over {@code |theta| <= pi/2}, where {@code G = s/w} of {@code w = exp(p) - 1} falls as p grows, since
 * {@code G^2 = int_0^1 (1 - r)/(1 + r w)^2 dr}. So its values at the ends of each part of a grid in p bound the integral over that part.
 */
final class DefaultHorizon {

    private static final BigDecimal SMALL_ENERGY = new BigDecimal("0.01");
    private static final int SMALL_OSCILLATIONS = 14;
    private static final BigDecimal PERIODS = new BigDecimal("3.15");

    /** No run lasts less: 3.15 periods of small oscillations take {@code 6.3 pi/sqrt(2)}. */
    private static final int FEWEST = 13;

    /** With that many parts a period is known to about a per cent; odd, so that p = 0 is no end of one. */
    private static final int PARTS = 401;

    /** By how much the grid goes beyond the orbit, relative to E. */
    private static final double ROOM = 1e-9;

    private static final int BISECTIONS = 60;

    private final DecimalIntervalField field;

    DefaultHorizon(Decimals decimals) {
        this.field = decimals.field();
    }

    /** Contains the number of steps before it is rounded down, given t = 0, where alpha is positive. */
    DecimalInterval steps(CheckedStep start, EnclosedOptimizer optimizer, int maxSteps) {
        DecimalInterval epsilon =
                optimizer.rate().multiply(start.geometry().alpha().sqrt());
        BigDecimal limit = BigDecimal.valueOf(maxSteps);
        DecimalInterval ratio = start.x().square().divide(start.geometry().deltaSquared());
        if (!ratio.isPositive()) {
            DecimalInterval least = field.of(FEWEST).divide(epsilon);
            return least.isFinite() ? field.of(least.lower().min(limit), limit) : least;
        }
        DecimalInterval ofY = start.y()
                .square()
                .divide(start.geometry().alpha())
                .multiply(optimizer.growth())
                .divide(optimizer.drift());
        DecimalInterval energy =
                ofY.add(ratio).subtract(field.getOne()).subtract(ratio.log()).scalb(-1);
        DecimalInterval steps = tau(energy).divide(epsilon);
        return steps.isFinite()
                ? field.of(steps.lower().min(limit), steps.upper().min(limit))
                : steps;
    }

    /** The time that a run of an energy lasts in units of {@code 1/epsilon}. */
    DecimalInterval tau(DecimalInterval energy) {
        DecimalInterval small = field.of(SMALL_OSCILLATIONS);
        if (!energy.isFinite() || energy.upper().compareTo(SMALL_ENERGY) < 0) {
            return energy.isFinite() ? small : energy;
        }
        if (energy.lower().compareTo(SMALL_ENERGY) >= 0) {
            return period(energy).multiply(field.of(PERIODS));
        }
        DecimalInterval above = field.of(SMALL_ENERGY, energy.upper());
        return period(above).multiply(field.of(PERIODS)).hull(small);
    }

    /** T(E) of a positive energy. */
    private DecimalInterval period(DecimalInterval energy) {
        DecimalInterval amplitude = energy.scalb(1).sqrt();
        double largest = Math.sqrt(2 * energy.upper().doubleValue() * (1 + ROOM));
        Node before = new Node(-largest);
        Node last = new Node(largest);
        if (!last.s.isAbove(amplitude) || !before.s.negate().isAbove(amplitude)) {
            return field.entire();
        }
        DecimalInterval half = field.getZero();
        for (int i = 1; i <= PARTS; i++) {
            Node next = i == PARTS ? last : new Node(largest * Math.sin(Math.PI * (i - 0.5 * PARTS) / PARTS));
            DecimalInterval turned = next.angle(amplitude).subtract(before.angle(amplitude));
            half = half.add(turned.multiply(next.weight.hull(before.weight)));
            before = next;
        }
        return half.scalb(1);
    }

    /** An end of a part of the grid. */
    private final class Node {

        private final DecimalInterval s;
        private final DecimalInterval weight;

        /** The node near an s other than 0. */
        Node(double nearS) {
            DecimalInterval p = field.of(logSquareOfX(nearS));
            DecimalInterval w = p.expm1();
            DecimalInterval root = w.subtract(p).sqrt();
            this.s = nearS < 0 ? root.negate() : root;
            this.weight = s.divide(w);
        }

        /** {@code theta}, at the ends of the orbit that of its extreme. */
        DecimalInterval angle(DecimalInterval amplitude) {
            DecimalInterval sine = s.divide(amplitude);
            return field.of(arcSine(sine.lower()).lower(), arcSine(sine.upper()).upper());
        }

        private DecimalInterval arcSine(BigDecimal sine) {
            if (sine.abs().compareTo(BigDecimal.ONE) >= 0) {
                return field.getOne().getPi().scalb(-1).multiply(field.of(sine.signum()));
            }
            DecimalInterval cosine =
                    field.getOne().subtract(field.of(sine).square()).sqrt();
            return field.of(sine).divide(field.getOne().add(cosine)).atan().scalb(1);
        }
    }

    /** Nearly the p of an s; where it is does not matter to the bounds. */
    private static double logSquareOfX(double s) {
        // exp(p) - 1 - p is at least -1 - p everywhere, and at least p^2/2 above 0.
        double low = s < 0 ? -1 - s * s : 0.0;
        double high = s < 0 ? 0.0 : 1.5 * s;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = 0.5 * (low + high);
            boolean isBelow = Math.expm1(middle) - middle < s * s == s > 0;
            low = isBelow ? middle : low;
            high = isBelow ? high : middle;
        }
        return 0.5 * (low + high);
    }
}
