package org.selfstab.problem;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.Expression;
import org.selfstab.symbolic.ExpressionParser;
import org.selfstab.symbolic.Spelling;
import org.tomlj.TomlTable;

/** Reads [expect]. */
final class ExpectationsReader {

    private static final String AT_LEAST = "at_least";
    private static final String AT_MOST = "at_most";
    private static final String BOUNDS = "a table of bounds: { at_least = ..., at_most = ... }";

    private final ExpressionReader expressions;
    private final ExpressionParser closed;

    ExpectationsReader(ExpressionReader expressions, DeclaredNames names) {
        this.expressions = expressions;
        this.closed = names.closed();
    }

    List<Expectation> read(TomlSection section) {
        List<Expectation> expectations = new ArrayList<>();
        section.items().forEach(item -> addExpectations(item.name(), item, expectations));
        return expectations;
    }

    /** A dotted key without quotes, {@code coupling.order}, is to TOML a table in a table; here it means the same. */
    private void addExpectations(String dottedName, TomlItem item, List<Expectation> expectations) {
        Optional<ExpectedQuantity> quantity = ExpectedQuantity.of(dottedName);
        if (quantity.isPresent()) {
            expectations.add(expectation(quantity.get(), item));
        } else if (item.value() instanceof TomlTable && isGroup(dottedName)) {
            TomlSection group = item.asTable("a table");
            group.items().forEach(inner -> addExpectations(dottedName + "." + inner.name(), inner, expectations));
        } else {
            throw item.key()
                    .error("unknown expectation " + Spelling.shortened(dottedName) + "; "
                            + Spelling.suggestion(dottedName, ExpectedQuantity.dottedNames(), "known are"));
        }
    }

    private static boolean isGroup(String name) {
        return ExpectedQuantity.dottedNames().stream().anyMatch(known -> known.startsWith(name + "."));
    }

    private Expectation expectation(ExpectedQuantity quantity, TomlItem item) {
        return switch (quantity.kind()) {
            case VERDICT -> Expectation.ofVerdict(quantity, verdict(item));
            case NUMBER -> bounds(quantity, item.asTable(BOUNDS));
        };
    }

    private static ExpectedVerdict verdict(TomlItem item) {
        if (!(item.value() instanceof String word)) {
            throw item.wrongType("one of " + quotedVerdicts());
        }
        return ExpectedVerdict.of(word).orElseThrow(() -> item.location()
                .error("unknown verdict " + Spelling.shortened(word) + "; it must be one of " + quotedVerdicts()));
    }

    private static String quotedVerdicts() {
        return "\"" + String.join("\", \"", ExpectedVerdict.words()) + "\"";
    }

    private Expectation bounds(ExpectedQuantity quantity, TomlSection section) {
        section.requireOnly(List.of(AT_LEAST, AT_MOST));
        Optional<Expression> atLeast = section.item(AT_LEAST).map(this::bound);
        Optional<Expression> atMost = section.item(AT_MOST).map(this::bound);
        if (atLeast.isEmpty() && atMost.isEmpty()) {
            throw section.header().error(quantity.dottedName() + " has no bound; write " + BOUNDS);
        }
        if (atLeast.isPresent() && atMost.isPresent() && RealValue.of(atLeast.get()) > RealValue.of(atMost.get())) {
            throw section.header()
                    .error("at_least is greater than at_most for " + quantity.dottedName() + "; exchange them");
        }
        return Expectation.ofBounds(quantity, atLeast, atMost);
    }

    /** A bare number is taken as the decimal that is written: bounds are compared with rounded values anyway. */
    private Expression bound(TomlItem item) {
        if (item.value() instanceof Double number) {
            ExpressionReader.requireFinite(item, number);
            return exactly(BigDecimal.valueOf(number));
        }
        Expression bound = expressions.read(item, closed::parse).value();
        if (!Double.isFinite(RealValue.of(bound))) {
            throw item.location().error(item.what() + " has no finite real value; it must be a number");
        }
        return bound;
    }

    private static Expression exactly(BigDecimal decimal) {
        return Expression.constant(new BigFraction(decimal.unscaledValue()))
                .times(Expression.constant(10).power(-decimal.scale()));
    }
}
