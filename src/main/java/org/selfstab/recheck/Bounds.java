package org.selfstab.recheck;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.selfstab.interval.DecimalInterval;

/**
 * Verified bounds of a quantity; one that is absent bounds nothing.
 *
 * @param lower at most the quantity
 * @param upper at least the quantity
 */
record Bounds(Optional<BigDecimal> lower, Optional<BigDecimal> upper) {

    /** Without either. */
    static final Bounds NONE = new Bounds(Optional.empty(), Optional.empty());

    static Bounds of(DecimalInterval interval) {
        return interval.isFinite() ? new Bounds(Optional.of(interval.lower()), Optional.of(interval.upper())) : NONE;
    }

    /** The bounds of the largest of several quantities, at least one: each is at most that, and only if each has an upper bound it has one. */
    static Bounds ofLargest(List<Bounds> several) {
        Optional<BigDecimal> lower =
                several.stream().flatMap(bounds -> bounds.lower().stream()).reduce(BigDecimal::max);
        boolean isBounded = several.stream().allMatch(bounds -> bounds.upper().isPresent());
        return new Bounds(
                lower,
                isBounded
                        ? several.stream()
                                .flatMap(bounds -> bounds.upper().stream())
                                .reduce(BigDecimal::max)
                        : Optional.empty());
    }

    /** Whether a claim states no more. */
    boolean areWithin(CertificateRecords.Claim claim) {
        boolean above = claim.lower().isEmpty()
                || (lower.isPresent() && new BigDecimal(claim.lower().get()).compareTo(lower.get()) <= 0);
        boolean below = claim.upper().isEmpty()
                || (upper.isPresent() && new BigDecimal(claim.upper().get()).compareTo(upper.get()) >= 0);
        return above && below;
    }

    Optional<Double> lowerNumber() {
        return lower.map(BigDecimal::doubleValue);
    }

    Optional<Double> upperNumber() {
        return upper.map(BigDecimal::doubleValue);
    }

    @Override
    public String toString() {
        return "[" + lowerNumber().map(String::valueOf).orElse("-oo") + ", "
                + upperNumber().map(String::valueOf).orElse("oo") + "]";
    }
}
