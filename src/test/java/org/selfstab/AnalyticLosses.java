package org.selfstab;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;
import org.selfstab.expression.autodiff.ExpressionDerivatives;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.expression.syntax.ExpressionParser;

/** Losses of the tests, derived from their text. */
public final class AnalyticLosses {

    private AnalyticLosses() {}

    /** A loss of the variables, without parameters. */
    public static LossDerivatives of(String loss, String... variables) {
        List<Symbol> symbols = Stream.of(variables).map(Expression::symbol).toList();
        return ExpressionDerivatives.of(symbols, parse(loss, Map.of(), variables));
    }

    /** The valley of theory.md section 9. */
    public static LossDerivatives valley(String z, String e) {
        Map<String, Expression> parameters = new TreeMap<>();
        parameters.put("z", parse(z, Map.of()));
        parameters.put("e", parse(e, Map.of()));
        List<Symbol> symbols = List.of(Expression.symbol("x"), Expression.symbol("y"));
        return ExpressionDerivatives.of(symbols, parse("(y + z*x)*x^2/2 + e*(-x - y)", parameters, "x", "y"));
    }

    /** The disk valley of theory.md section 9. */
    public static LossDerivatives diskValley(String e) {
        return of("(sqrt(y^2 + w^2) + 3*exp(x/2))*x^2/2 + (" + e + ")*(-x - y)", "x", "y", "w");
    }

    /** An expression of names, with some of them replaced by values. */
    public static Expression parse(String text, Map<String, Expression> parameters, String... variables) {
        List<String> names = Stream.concat(Stream.of(variables), parameters.keySet().stream())
                .toList();
        return new ExpressionParser(names).parse(text).expression().substitute(parameters);
    }
}
