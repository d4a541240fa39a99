package org.selfstab.expression;

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
        boolean integer = Power.isInteger(value);
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
        for (Expression term : sum.terms()) {
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

    @Override
    public Fragment visitProduct(Product product) {
        BigFraction magnitude = product.coefficient().abs();
        StringBuilder text = new StringBuilder(product.coefficient().signum() < 0 ? "-" : "");
        String separator = "";
        if (!magnitude.equals(BigFraction.ONE)) {
            text.append(number(magnitude).text());
            separator = "*";
        }
        for (Expression factor : product.factors()) {
            text.append(separator).append(factor.accept(this).within(POWER));
            separator = "*";
        }
        return new Fragment(text.toString(), product.coefficient().signum() < 0 ? SUM : PRODUCT);
    }

    @Override
    public Fragment visitPower(Power power) {
        if (power.exponent().equals(BigFraction.ONE_HALF)) {
            return call("sqrt", power.base());
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
}
