package org.selfstab.problem;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.selfstab.expression.syntax.ExpressionParser;
import org.selfstab.problem.toml.TomlItem;
import org.selfstab.problem.toml.TomlSection;
import org.selfstab.vocabulary.Suggestion;

/** Reads [thresholds]. */
final class ThresholdsReader {

    private final ExpressionReader expressions;
    private final ExpressionParser closed;

    ThresholdsReader(ExpressionReader expressions, DeclaredNames names) {
        this.expressions = expressions;
        this.closed = names.closed();
    }

    Thresholds read(TomlSection section) {
        Map<Threshold, Double> thresholds = new EnumMap<>(Threshold.class);
        section.items().forEach(item -> addThresholds(item.name(), item, thresholds));
        return new Thresholds(thresholds);
    }

    /** A dotted key without quotes is to TOML a table in a table; here it means the same. */
    private void addThresholds(String dottedName, TomlItem item, Map<Threshold, Double> thresholds) {
        Optional<Threshold> threshold = Threshold.of(dottedName);
        if (threshold.isPresent()) {
            thresholds.put(threshold.get(), value(threshold.get(), item));
        } else if (item.isTable() && isGroup(dottedName)) {
            TomlSection group = item.asTable("a table");
            group.items().forEach(inner -> addThresholds(dottedName + "." + inner.name(), inner, thresholds));
        } else {
            throw item.key()
                    .error(
                            "unknown threshold " + Suggestion.shortened(dottedName),
                            Suggestion.suggestion(dottedName, Threshold.dottedNames(), "known are"));
        }
    }

    private static boolean isGroup(String name) {
        return Threshold.dottedNames().stream().anyMatch(known -> known.startsWith(name + "."));
    }

    /** A bare number is taken as it is: thresholds are compared with rounded values anyway. */
    private double value(Threshold threshold, TomlItem item) {
        double value = item.value() instanceof Double number
                ? number
                : RealValue.of(expressions.read(item, closed::parse).value());
        if (!threshold.admits(value)) {
            throw item.location().error(threshold.dottedName() + " is " + value, "it must be " + threshold.range());
        }
        return value;
    }
}
