package org.selfstab.certify;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be claimed over a box; each is a quantity of theory.md section 1 at a point, independent of the sign of u. */
public enum BoxQuantity {
    ALPHA,
    BETA,
    GAMMA,
    SHARPNESS,
    ETA_SHARPNESS,
    ETA_LAMBDA_2,
    /** What stands in the place of the loss: an observable, or its change in a step. */
    VALUE;

    /** The name in claims, for instance {@code eta_lambda_2}. */
    public String symbol() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The quantity of a name. */
    public static Optional<BoxQuantity> of(String symbol) {
        return Arrays.stream(values())
                .filter(quantity -> quantity != VALUE)
                .filter(quantity -> quantity.symbol().equals(symbol))
                .findFirst();
    }

    /** All names. */
    public static List<String> symbols() {
        return Arrays.stream(values())
                .filter(quantity -> quantity != VALUE)
                .map(BoxQuantity::symbol)
                .toList();
    }
}
