package org.selfstab.expression.syntax;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.Expression;
import org.selfstab.vocabulary.Suggestion;

/** Decimal literals as exact rationals. */
final class NumberLiteral {

    /** Enough for every number within the expression package's own limit of 8192 bits. */
    private static final int MAX_DIGITS = 2500;

    private static final int MAX_DIGITS_OF_EXPONENT = 4;

    private NumberLiteral() {}

    /** The exact value of a number token. */
    static Expression parse(Token token) {
        String text = token.text().toLowerCase(Locale.ROOT);
        int e = text.indexOf('e');
        if (text.length() > MAX_DIGITS || (e >= 0 && isLarge(text.substring(e + 1)))) {
            throw new ExpressionSyntaxException(
                    token.offset(),
                    "the number " + Suggestion.shortened(text) + " is too long or too large",
                    "numbers have at most " + MAX_DIGITS + " digits and exponents up to " + MAX_DIGITS);
        }
        return Guard.at(token.offset(), () -> Expression.constant(exactly(new BigDecimal(text))));
    }

    private static boolean isLarge(String exponent) {
        String digits = exponent.replaceFirst("^[+-]?0*", "");
        return digits.length() > MAX_DIGITS_OF_EXPONENT || (!digits.isEmpty() && Integer.parseInt(digits) > MAX_DIGITS);
    }

    private static BigFraction exactly(BigDecimal decimal) {
        BigInteger power = BigInteger.TEN.pow(Math.abs(decimal.scale()));
        return decimal.scale() > 0
                ? new BigFraction(decimal.unscaledValue(), power)
                : new BigFraction(decimal.unscaledValue().multiply(power));
    }
}
