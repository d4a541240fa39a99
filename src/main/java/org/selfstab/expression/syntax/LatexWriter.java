package org.selfstab.expression.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.Application;
import org.selfstab.expression.Constant;
import org.selfstab.expression.Element;
import org.selfstab.expression.Expression;
import org.selfstab.expression.ExpressionVisitor;
import org.selfstab.expression.Index;
import org.selfstab.expression.IndexCombination;
import org.selfstab.expression.Pi;
import org.selfstab.expression.Power;
import org.selfstab.expression.Product;
import org.selfstab.expression.Sum;
import org.selfstab.expression.SumOver;
import org.selfstab.expression.Symbol;
import org.selfstab.expression.Table;

/** Writes expressions as LaTeX, in math mode: terms of higher degree first, quotients as fractions. */
public final class LatexWriter {

    private LatexWriter() {}

    /** The LaTeX of an expression, without dollar signs. */
    public static String latex(Expression expression) {
        return expression.accept(new Writer()).text();
    }

    /** Text and how tightly its outermost operator binds. */
    private record Fragment(String text, int binding) {
        String within(int required) {
            return binding >= required ? text : "\\left(" + text + "\\right)";
        }
    }

    private static final int SUM = 0;
    private static final int PRODUCT = 1;
    private static final int POWER = 2;
    private static final int ATOM = 3;

    private static final class Writer implements ExpressionVisitor<Fragment> {

        @Override
        public Fragment visitConstant(Constant constant) {
            BigFraction value = constant.value();
            String magnitude = number(value.abs());
            return value.signum() < 0
                    ? new Fragment("-" + magnitude, SUM)
                    : new Fragment(magnitude, magnitude.startsWith("\\") ? PRODUCT : ATOM);
        }

        private static String number(BigFraction value) {
            String numerator = value.getNumerator().toString();
            return value.getDenominator().bitLength() == 1
                    ? numerator
                    : "\\frac{" + numerator + "}{" + value.getDenominator() + "}";
        }

        @Override
        public Fragment visitPi(Pi pi) {
            return new Fragment("\\pi", ATOM);
        }

        @Override
        public Fragment visitSymbol(Symbol symbol) {
            return new Fragment(LatexNames.of(symbol.name()), ATOM);
        }

        @Override
        public Fragment visitSum(Sum sum) {
            StringBuilder text = new StringBuilder();
            for (Expression term : readableOrder(sum.terms())) {
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

        /** Higher degree first; a positive term, if there is one, leads. */
        private static List<Expression> readableOrder(List<Expression> terms) {
            List<Expression> ordered = new ArrayList<>(terms);
            ordered.sort(Comparator.comparingDouble(LatexWriter::degree).reversed());
            ordered.stream().filter(term -> !term.hasNegativeSign()).findFirst().ifPresent(leading -> {
                ordered.remove(leading);
                ordered.add(0, leading);
            });
            return ordered;
        }

        @Override
        public Fragment visitProduct(Product product) {
            List<Expression> above = new ArrayList<>();
            List<Expression> below = new ArrayList<>();
            for (Expression factor : product.factors()) {
                if (factor instanceof Power power && power.exponent().signum() < 0) {
                    below.add(reciprocal(power));
                } else {
                    above.add(factor);
                }
            }
            BigFraction magnitude = product.coefficient().abs();
            Expression numerator = Expression.constant(new BigFraction(magnitude.getNumerator()));
            Expression denominator = Expression.constant(new BigFraction(magnitude.getDenominator()));
            String sign = product.coefficient().signum() < 0 ? "-" : "";
            String quotient = quotient(scaled(numerator, above), scaled(denominator, below));
            return new Fragment(sign + quotient, sign.isEmpty() ? PRODUCT : SUM);
        }

        private static Expression reciprocal(Power power) {
            return power.base().power(power.exponent().negate());
        }

        private static List<Expression> scaled(Expression coefficient, List<Expression> factors) {
            List<Expression> all = new ArrayList<>(factors);
            if (!coefficient.equals(Expression.ONE)) {
                all.add(0, coefficient);
            }
            return all;
        }

        private String quotient(List<Expression> above, List<Expression> below) {
            return below.isEmpty() ? factors(above) : "\\frac{" + factors(above) + "}{" + factors(below) + "}";
        }

        private String factors(List<Expression> factors) {
            if (factors.isEmpty()) {
                return "1";
            }
            if (factors.size() == 1) {
                return factors.get(0).accept(this).text();
            }
            StringBuilder text = new StringBuilder();
            for (Expression factor : factors) {
                String written = factor.accept(this).within(POWER);
                if (!text.isEmpty()) {
                    text.append(Character.isDigit(written.charAt(0)) ? " \\cdot " : " ");
                }
                text.append(written);
            }
            return text.toString();
        }

        @Override
        public Fragment visitPower(Power power) {
            BigFraction exponent = power.exponent();
            if (exponent.signum() < 0) {
                return new Fragment(
                        "\\frac{1}{" + reciprocal(power).accept(this).text() + "}", PRODUCT);
            }
            if (exponent.equals(BigFraction.ONE_HALF)) {
                return new Fragment("\\sqrt{" + power.base().accept(this).text() + "}", ATOM);
            }
            String raised = "^{" + slashed(exponent) + "}";
            return power.base() instanceof Application application
                    ? powerOfFunction(application, exponent, raised)
                    : new Fragment(power.base().accept(this).within(ATOM) + raised, POWER);
        }

        private static String slashed(BigFraction exponent) {
            return exponent.getDenominator().bitLength() == 1
                    ? exponent.getNumerator().toString()
                    : exponent.getNumerator() + "/" + exponent.getDenominator();
        }

        private Fragment powerOfFunction(Application application, BigFraction exponent, String raised) {
            return switch (application.function()) {
                case EXP -> exponential(Expression.constant(exponent).times(application.argument()));
                case ABS -> new Fragment(visitApplication(application).text() + raised, POWER);
                default -> new Fragment(named(application, raised), POWER);
            };
        }

        @Override
        public Fragment visitApplication(Application application) {
            return switch (application.function()) {
                case EXP -> exponential(application.argument());
                case ABS ->
                    new Fragment("\\left|" + application.argument().accept(this).text() + "\\right|", ATOM);
                default -> new Fragment(named(application, ""), POWER);
            };
        }

        private Fragment exponential(Expression exponent) {
            return new Fragment("e^{" + exponent.accept(this).text() + "}", POWER);
        }

        @Override
        public Fragment visitIndex(Index index) {
            return new Fragment(LatexNames.of(index.name()), ATOM);
        }

        @Override
        public Fragment visitElement(Element element) {
            Table table = element.table();
            List<Expression> subscripts = element.subscripts().stream()
                    .map(IndexCombination::toExpression)
                    .toList();
            boolean isArray = table.equated().isEmpty();
            String subscript = (isArray ? subscripts : table.equatedAt(subscripts))
                    .stream().map(part -> part.accept(this).text()).collect(Collectors.joining(","));
            return new Fragment((isArray ? LatexNames.of(table.name()) : "\\delta") + "_{" + subscript + "}", ATOM);
        }

        @Override
        public Fragment visitSumOver(SumOver sum) {
            Index index = sum.index();
            String range = "_{" + LatexNames.of(index.name()) + "=" + index.from() + "}^{" + index.to() + "} ";
            return new Fragment("\\sum" + range + sum.body().accept(this).within(PRODUCT), PRODUCT);
        }

        private String named(Application application, String raised) {
            String argument = application.argument().accept(this).text();
            return LatexNames.of(application.function()) + raised + "\\left(" + argument + "\\right)";
        }
    }

    /** The degree in all symbols together; functions count as constants. */
    private static double degree(Expression term) {
        if (term instanceof Symbol) {
            return 1.0;
        }
        if (term instanceof Power power) {
            return power.exponent().doubleValue() * degree(power.base());
        }
        if (term instanceof Product product) {
            return product.factors().stream().mapToDouble(LatexWriter::degree).sum();
        }
        if (term instanceof Sum sum) {
            return sum.terms().stream().mapToDouble(LatexWriter::degree).max().orElse(0.0);
        }
        return 0.0;
    }
}
