package org.selfstab.expression;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;

/** Writes an expression in the syntax that problem files use, with no more parentheses than needed. */
final class InfixWriter implements ExpressionVisitor<InfixWriter.Fragment> {

    private static final int SUM = 0;
    private static final int PRODUCT = 1;
    private static final int POWER = 2;
    private static final int ATOM = 3;

    /** Text and how tightly its outermost operator binds. */
    record Fragment(String text, int binding) {
        String within(int required) {
            return binding >= required ? text : "(" + text + ")";
        }
    }

    @Override
    public Fragment visitConstant(Constant constant) {
        return number(constant.value());
    }

    private static Fragment number(BigFraction value) {
        boolean integer = Rationals.isInteger(value);
        String text = integer ? value.getNumerator().toString() : value.getNumerator() + "/" + value.getDenominator();
        boolean negative = value.signum() < 0;
        return new Fragment(text, negative ? SUM : integer ? ATOM : PRODUCT);
    }

    @Override
    public Fragment visitPi(Pi pi) {
        return new Fragment("pi", ATOM);
    }

    @Override
    public Fragment visitSymbol(Symbol symbol) {
        return new Fragment(symbol.name(), ATOM);
    }

    @Override
    public Fragment visitSum(Sum sum) {
        StringBuilder text = new StringBuilder();
        for (Expression term : positiveTermFirst(sum.terms())) {
            String written = term.accept(this).text();
            if (text.isEmpty()) {
                text.append(written);
            } else if (written.startsWith("-")) {
                text.append(" - ").append(written, 1, written.length());
            } else {
                text.append(" + ").append(written);
            }
        }
        return new Fragment(text.toString(), SUM);
    }

    private static List<Expression> positiveTermFirst(List<Expression> terms) {
        List<Expression> ordered = new ArrayList<>(terms);
        terms.stream().filter(term -> !term.hasNegativeSign()).findFirst().ifPresent(leading -> {
            ordered.remove(leading);
            ordered.add(0, leading);
        });
        return ordered;
    }

    @Override
    public Fragment visitProduct(Product product) {
        List<String> above = new ArrayList<>();
        List<String> below = new ArrayList<>();
        BigFraction magnitude = product.coefficient().abs();
        addUnlessOne(above, magnitude.getNumerator());
        for (Expression factor : product.factors()) {
            if (factor instanceof Power power && power.exponent().signum() < 0) {
                below.add(power.base()
                        .power(power.exponent().negate())
                        .accept(this)
                        .within(POWER));
            } else {
                above.add(factor.accept(this).within(POWER));
            }
        }
        addUnlessOne(below, magnitude.getDenominator());
        boolean negative = product.coefficient().signum() < 0;
        return new Fragment((negative ? "-" : "") + quotient(above, below), negative ? SUM : PRODUCT);
    }

    private static void addUnlessOne(List<String> factors, BigInteger number) {
        if (!number.equals(BigInteger.ONE)) {
            factors.add(number.toString());
        }
    }

    private static String quotient(List<String> above, List<String> below) {
        String numerator = above.isEmpty() ? "1" : String.join("*", above);
        if (below.isEmpty()) {
            return numerator;
        }
        String denominator = String.join("*", below);
        return numerator + "/" + (below.size() == 1 ? denominator : "(" + denominator + ")");
    }

    @Override
    public Fragment visitPower(Power power) {
        if (power.exponent().equals(BigFraction.ONE_HALF)) {
            return call("sqrt", power.base());
        }
        if (power.exponent().signum() < 0) {
            String denominator =
                    power.base().power(power.exponent().negate()).accept(this).within(POWER);
            return new Fragment("1/" + denominator, PRODUCT);
        }
        String exponent = number(power.exponent()).within(ATOM);
        return new Fragment(power.base().accept(this).within(ATOM) + "^" + exponent, POWER);
    }

    @Override
    public Fragment visitApplication(Application application) {
        return call(application.function().functionName(), application.argument());
    }

    private Fragment call(String name, Expression argument) {
        return new Fragment(name + "(" + argument.accept(this).text() + ")", ATOM);
    }

    @Override
    public Fragment visitIndex(Index index) {
        return new Fragment(index.name(), ATOM);
    }

    @Override
    public Fragment visitElement(Element element) {
        Table table = element.table();
        List<Expression> subscripts = element.subscripts().stream()
                .map(IndexCombination::toExpression)
                .toList();
        if (table.equated().isEmpty()) {
            return new Fragment(table.name() + "[" + list(subscripts) + "]", ATOM);
        }
        return new Fragment("kronecker(" + list(table.equatedAt(subscripts)) + ")", ATOM);
    }

    private String list(List<Expression> expressions) {
        return expressions.stream()
                .map(expression -> expression.accept(this).text())
                .collect(Collectors.joining(", "));
    }

    @Override
    public Fragment visitSumOver(SumOver sum) {
        Index index = sum.index();
        String range = index.name() + ", " + index.from() + ", " + index.to() + ", ";
        return new Fragment("sum(" + range + sum.body().accept(this).text() + ")", ATOM);
    }
}
