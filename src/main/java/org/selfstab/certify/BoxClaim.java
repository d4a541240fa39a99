package org.selfstab.certify;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.interval.Interval;
import org.selfstab.problem.Observable;

/**
 * A claim about every point of a box.
 *
 * @param name the name of the quantity, as it is written
 * @param quantity the quantity; of observables and their changes {@link BoxQuantity#VALUE}
 * @param sense on which side of the bound it has to lie, strictly
 * @param bound the bound, exactly as it is written in decimals: 1.8 is 18/10 and not the double next to it
 */
public record BoxClaim(String name, BoxQuantity quantity, Sense sense, BigDecimal bound) {

    /** More would not be read from a certificate. */
    private static final int MOST_DIGITS = 180;

    /** Of the bound as a power of ten, about the range of doubles. */
    private static final int LARGEST_EXPONENT = 308;

    private static final Pattern FORM = Pattern.compile("\\s*([\\w.]+)\\s*([<>])\\s*([-+.0-9eE]+)\\s*");

    /** A side of a bound. */
    public enum Sense {
        ABOVE(">"),
        BELOW("<");

        private final String symbol;

        Sense(String symbol) {
            this.symbol = symbol;
        }

        /** The sign, for instance {@code >}. */
        public String symbol() {
            return symbol;
        }
    }

    /**
     * Reads a claim, for instance {@code alpha > 0}.
     *
     * @throws IllegalArgumentException if the text is no claim; the message says what would be one
     */
    public static BoxClaim parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text
                    + "' is not a claim; write QUANTITY > NUMBER or QUANTITY < NUMBER, for instance 'alpha > 0'");
        }
        String name = matcher.group(1);
        BoxQuantity quantity = Optional.of(BoxQuantity.VALUE)
                .filter(value -> name.startsWith(Observable.PREFIX))
                .or(() -> BoxQuantity.of(name))
                .orElseThrow(() -> new IllegalArgumentException("no quantity '" + name + "'; there are "
                        + String.join(", ", BoxQuantity.symbols())
                        + ", and observable.NAME and observable.NAME.change of a problem with [observe]"));
        Sense sense = matcher.group(2).equals(">") ? Sense.ABOVE : Sense.BELOW;
        return new BoxClaim(name, quantity, sense, bound(matcher.group(3)));
    }

    private static BigDecimal bound(String text) {
        try {
            BigDecimal bound = new BigDecimal(text);
            if (bound.signum() == 0) {
                return BigDecimal.ZERO;
            }
            if (bound.precision() > MOST_DIGITS
                    || Math.abs((long) bound.precision() - bound.scale()) > LARGEST_EXPONENT) {
                throw new IllegalArgumentException(
                        "'" + text + "' is too long, too large or too small; a bound has at most " + MOST_DIGITS
                                + " digits and is between 1e-" + LARGEST_EXPONENT + " and 1e" + LARGEST_EXPONENT);
            }
            return bound;
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException("'" + text + "' is not a number", noNumber);
        }
    }

    /** Whether it is about an observable. */
    public boolean isOfObservable() {
        return quantity == BoxQuantity.VALUE;
    }

    /** Whether it holds where the quantity is enclosed so. */
    public boolean isProvedBy(Interval value) {
        return value.isDefined() && (sense == Sense.ABOVE ? compared(value.lower()) > 0 : compared(value.upper()) < 0);
    }

    /** Whether it fails where the quantity is enclosed so. */
    public boolean isRefutedBy(Interval value) {
        return value.isDefined()
                && (sense == Sense.ABOVE ? compared(value.upper()) <= 0 : compared(value.lower()) >= 0);
    }

    /** Whether it holds where the quantity is enclosed so. */
    public boolean isProvedBy(DecimalInterval value) {
        return value.isFinite()
                && (sense == Sense.ABOVE
                        ? value.lower().compareTo(bound) > 0
                        : value.upper().compareTo(bound) < 0);
    }

    /** Whether it fails where the quantity is enclosed so. */
    public boolean isRefutedBy(DecimalInterval value) {
        return value.isFinite()
                && (sense == Sense.ABOVE
                        ? value.upper().compareTo(bound) <= 0
                        : value.lower().compareTo(bound) >= 0);
    }

    /** An endpoint's exact value compared with the bound. */
    private int compared(double endpoint) {
        return Double.isInfinite(endpoint) ? (int) Math.signum(endpoint) : new BigDecimal(endpoint).compareTo(bound);
    }

    @Override
    public String toString() {
        return name + " " + sense.symbol + " " + bound;
    }
}
