package org.selfstab.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;

/**
 * The start at the edge, exact: a displacement {@code v_0 = a n + b grad S} with {@code n = grad(grad L . u)/S}, theory.md (9), and b at least 0 is one
 * whose nearest point of the stable set is the origin. It is chosen with {@code u . v_0 = delta} and
 * {@code gradS_perp . v_0 = sqrt(2 E alpha)}: then X = 1 and Y = sqrt(2E), which by (16) has the energy E.
 *
 * <p>With w = (x, y, z1, ...) and the change of variables' q = l^2, n is {@code 1 - slope G} along x and {@code -bend sum q_wv G_v} along another w, where
 * {@code G_y = (alpha/slope)/(S - lambda_y)} and {@code G_z1 = drift/(S - lambda_z1)}, and {@code slope G} is {@code G_y slope/S}. As q's derivatives by y,
 * y and by y, z1 are not negative, neither is b.
 */
final class Start {

    private static final Expression ETA = Names.of(Prescribed.ETA);
    private static final Expression ALPHA = Names.of(Prescribed.ALPHA);

    private final Prescription prescription;
    private final Spectrum spectrum;
    private final Optional<ChangeOfVariables> change;
    private final List<String> names;

    Start(Prescription prescription, Spectrum spectrum, Optional<ChangeOfVariables> change) {
        this.prescription = prescription;
        this.spectrum = spectrum;
        this.change = change;
        this.names = Coordinates.names(prescription.directions().dimension());
    }

    /** The parameters that the start is written with. */
    Map<String, Expression> parameters() {
        Map<String, Expression> parameters = new LinkedHashMap<>();
        if (prescription.run() instanceof Prescription.RunPlan.BelowEdge) {
            return parameters;
        }
        parameters.put(
                Names.DELTA.name(),
                Expression.TWO.times(ALPHA).dividedBy(Names.of(Prescribed.BETA)).sqrt());
        parameters.put(
                Names.OFFSET.name(),
                Expression.TWO.times(Names.of(Prescribed.ENERGY)).times(ALPHA).sqrt());
        List<Integer> displaced = displaced();
        if (!displaced.isEmpty()) {
            parameters.put(normal(-1).name(), Expression.ONE.minus(pull(0).times(Names.CURVATURE)));
            if (!prescription.of(Prescribed.KAPPA_3).isZero()) {
                parameters.put(normal(0).name(), normalOff(0));
            }
            displaced.forEach(index -> parameters.put(normal(index).name(), normalOff(index)));
            parameters.put(Names.ALONG_NORMAL.name(), alongNormal());
        }
        return parameters;
    }

    /** {@code v_0} in the order of the coordinates; below the edge a point where eta S is 9/10 of the edge's. */
    List<Expression> displacement() {
        List<Expression> v = new ArrayList<>();
        if (prescription.run() instanceof Prescription.RunPlan.BelowEdge) {
            v.add(Expression.ONE.dividedBy(Expression.constant(50).times(ETA).times(Names.SHARPNESS_GRADIENT)));
            v.add(Expression.MINUS_ONE.dividedBy(
                    Expression.constant(5).times(ETA).times(Names.SHARPNESS_GRADIENT)));
        } else {
            v.add(Names.DELTA);
            v.add(Names.OFFSET.dividedBy(Names.SHARPNESS_GRADIENT));
        }
        List<Integer> displaced = displaced();
        for (int index = 1; index <= prescription.directions().transverse().size(); index++) {
            v.add(displaced.contains(index) ? Names.ALONG_NORMAL.times(normal(index)) : Expression.ZERO);
        }
        return v;
    }

    /** The indices of the z along which the normal has a component. */
    private List<Integer> displaced() {
        List<Integer> displaced = new ArrayList<>();
        if (prescription.run() instanceof Prescription.RunPlan.BelowEdge) {
            return displaced;
        }
        for (int index = 1; index <= prescription.directions().transverse().size(); index++) {
            if (!normalOff(index).isZero()) {
                displaced.add(index);
            }
        }
        return displaced;
    }

    private Symbol normal(int index) {
        return Names.normal(names.get(index + 1));
    }

    /** G of a coordinate in which the gradient is not 0. */
    private Expression pull(int index) {
        Expression force = index == 0 ? ALPHA.dividedBy(Names.SHARPNESS_GRADIENT) : Names.DRIFT;
        Expression gap = Expression.TWO.minus(spectrum.etaLambda(index));
        return ETA.times(force).dividedBy(gap);
    }

    private Expression normalOff(int index) {
        Expression sum = second(index, 0).times(pull(0));
        if (prescription.drifts()) {
            sum = sum.plus(second(index, 1).times(pull(1)));
        }
        return Names.CURVATURE.times(sum).negate();
    }

    private Expression second(int a, int b) {
        return change.<Expression>map(c -> Expression.constant(c.secondDerivative(a, b)))
                .orElse(Expression.ZERO);
    }

    /** a from the two equations {@code a n_x + b kappa_3 = delta} and {@code a slope n_y + b beta = rise}. */
    private Expression alongNormal() {
        Expression beta = Names.of(Prescribed.BETA);
        Expression skewness =
                prescription.of(Prescribed.KAPPA_3).isZero() ? Expression.ZERO : Names.of(Prescribed.KAPPA_3);
        Expression numerator = Names.DELTA.times(beta).minus(skewness.times(Names.OFFSET));
        Expression determinant = normal(-1)
                .times(beta)
                .minus(skewness.times(Names.SHARPNESS_GRADIENT).times(normal(0)));
        return numerator.dividedBy(determinant);
    }
}
