package org.selfstab.theory;

import java.util.Optional;
import org.selfstab.problem.toml.TomlItem;
import org.selfstab.problem.toml.TomlSection;

/** Reads what values a check accepts: {@code at_least}, {@code at_most}, or {@code equals} with {@code tolerance}. */
final class RangeReader {

    private static final String HOW = "write at_least, at_most or both, or equals with tolerance";

    private final TomlSection section;

    RangeReader(TomlSection section) {
        this.section = section;
    }

    AcceptedRange read() {
        Optional<Double> atLeast = section.item("at_least").map(RangeReader::number);
        Optional<Double> atMost = section.item("at_most").map(RangeReader::number);
        Optional<TomlItem> equal = section.item("equals");
        if (equal.isPresent()) {
            return around(number(equal.get()), atLeast.isPresent() || atMost.isPresent());
        }
        section.item("tolerance").ifPresent(item -> {
            throw item.key().error("a tolerance without equals", HOW);
        });
        if (atLeast.isEmpty() && atMost.isEmpty()) {
            throw section.header().error(section.name() + " accepts every value", HOW);
        }
        double least = atLeast.orElse(Double.NEGATIVE_INFINITY);
        double most = atMost.orElse(Double.POSITIVE_INFINITY);
        if (least > most) {
            throw section.header().error("at_least is greater than at_most in " + section.name(), "exchange them");
        }
        return new AcceptedRange(least, most);
    }

    private AcceptedRange around(double value, boolean hasBounds) {
        if (hasBounds) {
            throw section.header().error(section.name() + " has equals and a bound", HOW);
        }
        TomlItem item = section.required("tolerance", "tolerance = ..., the largest difference accepted");
        double tolerance = number(item);
        if (tolerance < 0) {
            throw item.location().error("the tolerance is negative", "it must be 0 or more");
        }
        return AcceptedRange.around(value, tolerance);
    }

    private static double number(TomlItem item) {
        if (item.value() instanceof Long integer) {
            return integer;
        }
        if (item.value() instanceof Double number && Double.isFinite(number)) {
            return number;
        }
        throw item.wrongType("a finite number, without quotes");
    }
}
