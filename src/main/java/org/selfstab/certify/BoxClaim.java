package org.selfstab.certify;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.interval.Interval;

/**
 * A claim about every point of a box.
 *
 * @param quantity the quantity
 * @param sense on which side of the bound it has to lie, strictly
 * @param bound the bound
 */
public record BoxClaim(BoxQuantity quantity, Sense sense, double bound) {

    private static final Pattern FORM = Pattern.compile("\\s*(\\w+)\\s*([<>])\\s*([-+.0-9eE]+)\\s*");

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
                    + "' is no claim; write QUANTITY > NUMBER or QUANTITY < NUMBER, for instance 'alpha > 0'");
        }
        BoxQuantity quantity = BoxQuantity.of(matcher.group(1))
                .orElseThrow(() -> new IllegalArgumentException("no quantity '" + matcher.group(1) + "'; there are "
                        + String.join(", ", BoxQuantity.symbols())));
        Sense sense = matcher.group(2).equals(">") ? Sense.ABOVE : Sense.BELOW;
        try {
            return new BoxClaim(quantity, sense, Double.parseDouble(matcher.group(3)));
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException("'" + matcher.group(3) + "' is no number", noNumber);
        }
    }

    boolean isProvedBy(Interval value) {
        return value.isDefined() && (sense == Sense.ABOVE ? value.isAbove(bound) : value.isBelow(bound));
    }

    boolean isRefutedBy(Interval value) {
        return value.isDefined() && (sense == Sense.ABOVE ? value.upper() <= bound : value.lower() >= bound);
    }

    boolean isProvedBy(DecimalInterval value) {
        BigDecimal exact = new BigDecimal(bound);
        return value.isDefined()
                && value.isFinite()
                && (sense == Sense.ABOVE
                        ? value.lower().compareTo(exact) > 0
                        : value.upper().compareTo(exact) < 0);
    }

    boolean isRefutedBy(DecimalInterval value) {
        BigDecimal exact = new BigDecimal(bound);
        return value.isDefined()
                && value.isFinite()
                && (sense == Sense.ABOVE
                        ? value.upper().compareTo(exact) <= 0
                        : value.lower().compareTo(exact) >= 0);
    }

    @Override
    public String toString() {
        return quantity.symbol() + " " + sense.symbol + " " + bound;
    }
}
