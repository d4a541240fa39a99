package org.selfstab.certify;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.selfstab.interval.Interval;

/** What can be claimed over a box; each is a quantity of theory.md section 1 at a point, independent of the sign of u. */
public enum BoxQuantity {
    ALPHA {
        @Override
        Interval value(BoxGeometry geometry, Interval eta) {
            return geometry.alpha();
        }
    },
    BETA {
        @Override
        Interval value(BoxGeometry geometry, Interval eta) {
            return geometry.beta();
        }
    },
    GAMMA {
        @Override
        Interval value(BoxGeometry geometry, Interval eta) {
            return geometry.gamma();
        }
    },
    SHARPNESS {
        @Override
        Interval value(BoxGeometry geometry, Interval eta) {
            return geometry.sharpness();
        }
    },
    ETA_SHARPNESS {
        @Override
        Interval value(BoxGeometry geometry, Interval eta) {
            return eta.multiply(geometry.sharpness());
        }
    },
    ETA_LAMBDA_2 {
        @Override
        Interval value(BoxGeometry geometry, Interval eta) {
            return eta.multiply(geometry.secondEigenvalue());
        }
    };

    /** Contains the quantity. */
    abstract Interval value(BoxGeometry geometry, Interval eta);

    /** The name in claims, for instance {@code eta_lambda_2}. */
    public String symbol() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The quantity of a name. */
    public static Optional<BoxQuantity> of(String symbol) {
        return Arrays.stream(values())
                .filter(quantity -> quantity.symbol().equals(symbol))
                .findFirst();
    }

    /** All names. */
    public static List<String> symbols() {
        return Arrays.stream(values()).map(BoxQuantity::symbol).toList();
    }
}
