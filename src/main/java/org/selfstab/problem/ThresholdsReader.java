package org.selfstab.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.selfstab.expression.syntax.ExpressionParser;
import org.selfstab.problem.toml.ExpressionReader;
import org.selfstab.problem.toml.TomlItem;
import org.selfstab.problem.toml.TomlSection;
import org.selfstab.vocabulary.Location;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Quantity;
import org.selfstab.vocabulary.Suggestion;

/** Reads [thresholds]. */
final class ThresholdsReader {

    private final ExpressionReader expressions;
    private final ExpressionParser closed;
    private final Map<Quantity, Location> places = new LinkedHashMap<>();

    ThresholdsReader(ExpressionReader expressions, DeclaredNames names) {
        this.expressions = expressions;
        this.closed = names.closed();
    }

    Thresholds read(TomlSection section) {
        Map<Quantity, Double> thresholds = new LinkedHashMap<>();
        section.items().forEach(item -> addThresholds(item.name(), item, thresholds));
        return new Thresholds(thresholds);
    }

    /** Where a threshold that was read is stated. */
    Optional<Location> place(Quantity threshold) {
        return Optional.ofNullable(places.get(threshold));
    }

    /** A dotted key without quotes is to TOML a table in a table; here it means the same. */
    private void addThresholds(String dottedName, TomlItem item, Map<Quantity, Double> thresholds) {
        Optional<Quantity> threshold =
                Quantities.find(dottedName).filter(found -> found.limit().isPresent());
        if (item.isTable() && isGroup(dottedName)) {
            TomlSection group = item.asTable("a table");
            group.items().forEach(inner -> addThresholds(dottedName + "." + inner.name(), inner, thresholds));
        } else if (threshold.isPresent()) {
            thresholds.put(threshold.get(), value(threshold.get(), item));
            places.put(threshold.get(), item.key());
        } else {
            throw item.key()
                    .error(
                            "unknown threshold " + Suggestion.shortened(dottedName),
                            Suggestion.suggestion(dottedName, names(), "known are"));
        }
    }

    private static List<String> names() {
        return Quantities.limited().stream().map(Quantity::key).toList();
    }

    private static boolean isGroup(String name) {
        return names().stream().anyMatch(known -> known.startsWith(name + "."));
    }

    /** A bare number is taken as it is: thresholds are compared with rounded values anyway. */
    private double value(Quantity threshold, TomlItem item) {
        double value = item.value() instanceof Double number
                ? number
                : RealValue.of(expressions.read(item, closed::parse).value());
        Quantity.Limit limit = threshold.limit().orElseThrow();
        if (!limit.admits(value)) {
            throw item.location().error(threshold.key() + " is " + value, "it must be " + limit.range());
        }
        return value;
    }
}
