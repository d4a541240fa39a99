package org.selfstab.sweep;

import java.util.List;
import java.util.Locale;
import org.selfstab.expression.Expression;
import org.selfstab.expression.syntax.ExpressionParser;
import org.selfstab.expression.syntax.ExpressionSyntaxException;
import org.selfstab.vocabulary.SelfstabException;
import org.selfstab.vocabulary.Suggestion;

/**
 * The values that one parameter takes.
 *
 * @param parameter the parameter's name
 * @param spacing how they are spaced
 * @param values at least two, in increasing order
 */
public record GridAxis(String parameter, Spacing spacing, List<GridValue> values) {

    private static final String FORM = "it takes NAME=FROM:TO:N or NAME=FROM:TO:N:log, for instance zeta=0:1:5";

    public GridAxis {
        values = List.copyOf(values);
    }

    /**
     * An axis as it is written, {@code name=from:to:n} or {@code name=from:to:n:log}; from and to are exact expressions without names.
     *
     * @throws SelfstabException if it is none
     */
    public static GridAxis parse(String text) {
        int equals = text.indexOf('=');
        String[] parts = text.substring(equals + 1).split(":", -1);
        if (equals < 1 || parts.length < 3 || parts.length > 4) {
            throw new SelfstabException("--grid '" + Suggestion.shortened(text) + "' is no range of values", FORM);
        }
        return new Reading(text.strip(), text.substring(0, equals).strip()).axis(parts);
    }

    /** As it is written. */
    @Override
    public String toString() {
        String range = parameter + "=" + values.get(0).text() + ":"
                + values.get(values.size() - 1).text() + ":" + values.size();
        return spacing == Spacing.LINEAR ? range : range + ":" + spacing.name().toLowerCase(Locale.ROOT);
    }

    /** The reading of one axis, whose errors name it. */
    private record Reading(String text, String parameter) {

        GridAxis axis(String... parts) {
            Expression from = expression("FROM", parts[0]);
            Expression to = expression("TO", parts[1]);
            int points = points(parts[2].strip());
            Spacing spacing = parts.length == 3 ? Spacing.LINEAR : spacing(parts[3].strip());
            checkRange(GridValue.of(from), GridValue.of(to), spacing);
            List<GridValue> values =
                    spacing.values(from, to, points).stream().map(GridValue::of).toList();
            checkDistinct(values);
            return new GridAxis(parameter, spacing, values);
        }

        private Expression expression(String what, String written) {
            try {
                return new ExpressionParser(List.of()).parse(written).expression();
            } catch (ExpressionSyntaxException wrong) {
                throw error(what + " '" + Suggestion.shortened(written) + "': " + wrong.problem(), wrong.remedy());
            }
        }

        private int points(String written) {
            if (!written.matches("[0-9]{1,9}") || Integer.parseInt(written) > Grid.MAX_POINTS) {
                throw error(
                        "the number of points is '" + Suggestion.shortened(written) + "'",
                        "it must be from 2 to " + Grid.MAX_POINTS);
            }
            int points = Integer.parseInt(written);
            if (points < 2) {
                throw error("a grid has at least 2 points", "to fix a parameter use --set " + parameter + "=...");
            }
            return points;
        }

        private Spacing spacing(String word) {
            if (!word.equalsIgnoreCase("log")) {
                throw error(
                        "'" + Suggestion.shortened(word) + "' after the number of points", "only log may follow there");
            }
            return Spacing.LOG;
        }

        private void checkRange(GridValue from, GridValue to, Spacing spacing) {
            if (!Double.isFinite(from.number()) || !Double.isFinite(to.number())) {
                throw error("FROM and TO are not both finite", "give real numbers");
            }
            if (from.number() > to.number()) {
                throw error("FROM is greater than TO", "exchange them");
            }
            if (spacing == Spacing.LOG && from.number() <= 0) {
                throw error("log needs FROM greater than 0", "leave :log away, or begin with a small positive number");
            }
        }

        private void checkDistinct(List<GridValue> values) {
            for (int i = 1; i < values.size(); i++) {
                if (values.get(i - 1).number() >= values.get(i).number()) {
                    throw error(
                            "the points " + values.get(i - 1).text() + " and "
                                    + values.get(i).text()
                                    + " are the same number",
                            "take FROM and TO farther apart, or fewer points");
                }
            }
        }

        private SelfstabException error(String problem, String remedy) {
            return new SelfstabException("--grid " + Suggestion.shortened(text) + ": " + problem, remedy);
        }
    }
}
