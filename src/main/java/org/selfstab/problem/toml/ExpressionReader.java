package org.selfstab.problem.toml;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.syntax.ExpressionParser;
import org.selfstab.expression.syntax.ExpressionSyntaxException;
import org.selfstab.vocabulary.Location;

/** Reads expressions from TOML values and from options, with errors and warnings placed to the character. */
public final class ExpressionReader {

    private final BiConsumer<Location, String> warnings;

    /** Tells what is dubious, with its place, in one line. */
    public ExpressionReader(BiConsumer<Location, String> warnings) {
        this.warnings = warnings;
    }

    /** Reads a quoted expression or a bare number. */
    public Located<Expression> read(TomlItem item, Function<String, ExpressionParser.ParsedExpression> parser) {
        return new Located<>(parsed(item, parser).expression(), item.location());
    }

    /** Reads the entries of one array. Of floats without quotes the first is told of, with the number of the others. */
    public List<Expression> entries(List<TomlItem> items, Function<String, ExpressionParser.ParsedExpression> parser) {
        List<TomlItem> floats =
                items.stream().filter(item -> item.value() instanceof Double).toList();
        if (floats.size() > 1) {
            TomlItem first = floats.get(0);
            warnings.accept(
                    first.location(),
                    first.what() + " and " + (floats.size() - 1) + (floats.size() == 2 ? " other" : " others")
                            + " are floats without quotes and are taken as the doubles nearest to them"
                            + inQuotes(first));
        }
        return items.stream()
                .map(item -> floats.size() > 1 && item.value() instanceof Double number
                        ? binary(item, number)
                        : read(item, parser).value())
                .toList();
    }

    /** The same with all that the parser gives. */
    public ExpressionParser.ParsedExpression parsed(
            TomlItem item, Function<String, ExpressionParser.ParsedExpression> parser) {
        if (item.value() instanceof Long integer) {
            return ExpressionParser.ParsedExpression.of(Expression.constant(new BigFraction(integer)));
        }
        if (item.value() instanceof Double number) {
            Expression exact = binary(item, number);
            tellOfFloat(item, number);
            return ExpressionParser.ParsedExpression.of(exact);
        }
        if (item.value() instanceof String text) {
            return parsed(text, item.source().insideString(item.location(), text), parser);
        }
        throw item.wrongType("an expression in quotes, or an integer");
    }

    private static Expression binary(TomlItem item, double number) {
        requireFinite(item, number);
        return Expression.constant(new BigFraction(number));
    }

    private void tellOfFloat(TomlItem item, double number) {
        BigDecimal exact = new BigDecimal(number);
        boolean same = exact.compareTo(BigDecimal.valueOf(number)) == 0;
        warnings.accept(
                item.location(),
                item.what() + " is a float without quotes and is taken as the double "
                        + (same ? "it equals" : "nearest to it, " + shortened(exact)) + inQuotes(item));
    }

    private static String inQuotes(TomlItem item) {
        return "; write \"" + item.source().bareValueAt(item.location()) + "\" for the exact number";
    }

    /** Refuses a number that is not finite. */
    public static void requireFinite(TomlItem item, double number) {
        if (!Double.isFinite(number)) {
            throw item.location().error(item.what() + " is " + number, "it must be a finite number");
        }
    }

    private static String shortened(BigDecimal exact) {
        String text = exact.toString();
        return text.length() <= 30 ? text : text.substring(0, 30) + "...";
    }

    /** Reads a text whose characters have known places. */
    public Expression parse(
            String text, IntFunction<Location> places, Function<String, ExpressionParser.ParsedExpression> parser) {
        return parsed(text, places, parser).expression();
    }

    private ExpressionParser.ParsedExpression parsed(
            String text, IntFunction<Location> places, Function<String, ExpressionParser.ParsedExpression> parser) {
        try {
            ExpressionParser.ParsedExpression parsed = parser.apply(text);
            parsed.warnings().forEach(w -> warnings.accept(places.apply(w.offset()), w.message()));
            return parsed;
        } catch (ExpressionSyntaxException e) {
            throw e.at(places.apply(e.offset()));
        }
    }
}
