package org.selfstab.claims.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.selfstab.claims.order.OrderStatement;

/** The errors whose order a statement can make a claim on (theory.md section 7). */
public enum ErrorQuantity {
    COUPLING(OrderStatement.COUPLING),
    LOSS(OrderStatement.LOSS),
    SHARPNESS(OrderStatement.SHARPNESS),
    AVERAGE(OrderStatement.AVERAGE_OSCILLATION),
    AVERAGE_LOSS(OrderStatement.AVERAGE_LOSS),
    IMPLICIT_BIAS(OrderStatement.IMPLICIT_BIAS),
    DESCENT(OrderStatement.DESCENT);

    private final OrderStatement order;

    ErrorQuantity(OrderStatement order) {
        this.order = order;
    }

    /** The name in statement files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The conclusion of the theory that bounds the error. */
    public OrderStatement order() {
        return order;
    }

    public static Optional<ErrorQuantity> of(String word) {
        return Arrays.stream(values()).filter(q -> q.word().equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(ErrorQuantity::word).toList();
    }
}
