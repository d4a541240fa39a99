package org.selfstab.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;

/**
 * A smooth change of variables that keeps every quantity prescribed: the normal form is taken at
 *
 * <pre>{@code
 * X = x + bend l^2,   Y = sinh(k y)/k,   Z = z + c bend^2 x^2 y   (curved z only)
 * }</pre>
 *
 * with a linear form l of y and the flat z. In the origin {@code DL/DX = 0}, so {@code l^2} changes neither gradient nor Hessian; it is free of x, so
 * that {@code D3L(u,u)} and {@code D4L(u,u,u,u)} stay; sinh has no second derivative at 0; and {@code x^2 y} has no derivative below the third, nor
 * any along u alone. What changes is what D3L does off u, and the floor {@code grad L . u = 0}, which is curved, and with it the edge. The
 * coefficients of y and z1 in l have the same sign: so the start stays on the outer side of the edge, see {@link Start}.
 */
final class ChangeOfVariables {

    private static final int DENOMINATOR = 6;

    private final Map<Integer, BigFraction> linear = new LinkedHashMap<>();
    private final Map<Integer, BigFraction> twists = new LinkedHashMap<>();
    private final BigFraction stretch;

    /**
     * Draws the coefficients. The coordinates y, z1, z2, ... have the indices 0, 1, 2, ...
     *
     * @param bending the indices of the coordinates that l depends on
     * @param positive those of them that have a positive coefficient
     * @param twisted the indices of the coordinates that are twisted
     */
    ChangeOfVariables(Random random, List<Integer> bending, List<Integer> positive, List<Integer> twisted) {
        bending.forEach(index -> {
            BigFraction c = sixths(random);
            linear.put(index, positive.contains(index) ? c.abs() : c);
        });
        twisted.forEach(index -> twists.put(index, sixths(random)));
        this.stretch = new BigFraction(1 + random.nextInt(4), 2);
    }

    /** From 1/3 to 2/3, of either sign. */
    private static BigFraction sixths(Random random) {
        BigFraction magnitude = new BigFraction(2 + random.nextInt(3), DENOMINATOR);
        return random.nextBoolean() ? magnitude : magnitude.negate();
    }

    /**
     * X, Y, Z.
     *
     * @param form l, written in the same variables as w
     */
    Coordinates of(Coordinates w, Expression form) {
        Expression x = w.x().plus(Names.CURVATURE.times(form.power(2)));
        Expression k = Expression.constant(stretch).times(Names.CURVATURE);
        Expression y = Expression.apply(ElementaryFunction.SINH, k.times(w.y())).dividedBy(k);
        List<Expression> z = new ArrayList<>(w.z());
        twists.forEach((index, c) -> z.set(index - 1, z.get(index - 1).plus(twist(c, w))));
        return new Coordinates(x, y, z);
    }

    /** The coefficients of l in all coordinates, x with 0 first. */
    BigFraction[] form(int dimension) {
        BigFraction[] coefficients = new BigFraction[dimension];
        Arrays.fill(coefficients, BigFraction.ZERO);
        linear.forEach((index, c) -> coefficients[index + 1] = c);
        return coefficients;
    }

    private static Expression twist(BigFraction c, Coordinates w) {
        return Expression.constant(c)
                .times(Names.CURVATURE.power(2))
                .times(w.x().power(2))
                .times(w.y());
    }

    /** The second derivative of {@code l^2} along two coordinates. */
    BigFraction secondDerivative(int a, int b) {
        BigFraction ofA = linear.getOrDefault(a, BigFraction.ZERO);
        BigFraction ofB = linear.getOrDefault(b, BigFraction.ZERO);
        return ofA.multiply(ofB).multiply(2);
    }
}
