package org.selfstab.recheck;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.FieldMatrix;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.interval.DecimalIntervalField;

/**
 * Whether of {@code M_h = A + h B C} all eigenvalues lie inside the unit disc for every curvature h between 0 and S_c, and at S_c all but a simple -1.
 *
 * <p>With {@code p(z) = det(z I - A)} and {@code r(z) = C adj(z I - A) B}, {@code G = r/p}, the characteristic polynomial is {@code p - h r}. All its roots
 * are inside halfway, by the criterion of Schur and Cohn, and none crosses the circle on the way: where {@code p = h r} at {@code z = exp(i w)},
 * {@code Im p r* = 0} and {@code Re p r* = h |r|^2}. The first divided by {@code sin w}, and the others, are sums of cosines, which are bounded on parts of
 * {@code [0, pi]} until on each the first is not 0, the second is not between 0 and {@code S_c |r|^2}, or {@code |p|^2} is above {@code S_c^2 |r|^2}. At {@code w = 0} this says that the eigenvalue 1 of A
 * is simple, and at {@code w = pi} that -1 is simple at the edge.
 */
final class FirstExitCheck {

    private static final double BEYOND_PI = 3.15;
    private static final int MOST_PARTS = 2_000;

    private final DecimalIntervalField field;
    private final DecimalInterval edge;
    /** Coefficients of p, from that of 1 on. */
    private final List<DecimalInterval> p;
    /** Those of r. */
    private final List<DecimalInterval> r;

    FirstExitCheck(EnclosedOptimizer optimizer) {
        this.field = optimizer.edge().getField();
        this.edge = optimizer.edge();
        int q = optimizer.copies();
        DecimalInterval[] ofP = new DecimalInterval[q + 1];
        DecimalInterval[] ofR = new DecimalInterval[q + 1];
        ofP[q] = field.getOne();
        ofR[q] = field.getZero();
        // Faddeev and LeVerrier: adj(z I - A) is the sum of z^(q - k) times the k-th of these matrices
        FieldMatrix<DecimalInterval> product = new Array2DRowFieldMatrix<>(field, q, q);
        for (int k = 1; k <= q; k++) {
            FieldMatrix<DecimalInterval> adjugate = product.copy();
            for (int i = 0; i < q; i++) {
                adjugate.addToEntry(i, i, ofP[q - k + 1]);
            }
            ofR[q - k] = optimizer.c().dotProduct(adjugate.operate(optimizer.b()));
            product = optimizer.a().multiply(adjugate);
            DecimalInterval trace = field.getZero();
            for (int i = 0; i < q; i++) {
                trace = trace.add(product.getEntry(i, i));
            }
            ofP[q - k] = trace.divide(field.of(-k));
        }
        this.p = List.of(ofP);
        this.r = List.of(ofR);
    }

    /** Whether it is shown. */
    boolean isShown() {
        return areInsideHalfway() && isCrossingExcluded();
    }

    /** Whether all roots of {@code p - (S_c/2) r} are inside: each step of Schur and Cohn takes one away. */
    private boolean areInsideHalfway() {
        DecimalInterval halfway = edge.multiply(0.5);
        List<DecimalInterval> left = new ArrayList<>();
        for (int k = 0; k < p.size(); k++) {
            left.add(p.get(k).subtract(halfway.multiply(r.get(k))));
        }
        while (left.size() > 1) {
            int degree = left.size() - 1;
            DecimalInterval first = left.get(0);
            DecimalInterval last = left.get(degree);
            if (!last.square().isAbove(first.square())) {
                return false;
            }
            List<DecimalInterval> next = new ArrayList<>();
            for (int k = 0; k < degree; k++) {
                next.add(last.multiply(left.get(k + 1)).subtract(first.multiply(left.get(degree - 1 - k))));
            }
            left = next;
        }
        return true;
    }

    /** Whether no eigenvalue reaches the circle but at 1 for h = 0, and at -1 for the edge. */
    private boolean isCrossingExcluded() {
        List<DecimalInterval> crossing = zeros();
        List<DecimalInterval> real = zeros();
        List<DecimalInterval> square = zeros();
        List<DecimalInterval> own = zeros();
        for (int j = 0; j < p.size(); j++) {
            for (int k = 0; k < p.size(); k++) {
                int order = Math.abs(j - k);
                DecimalInterval product = p.get(j).multiply(r.get(k));
                add(real, order, product);
                add(square, order, r.get(j).multiply(r.get(k)));
                add(own, order, p.get(j).multiply(p.get(k)));
                // sin(order w)/sin w is the sum of cos(m w) for m = order - 1, order - 3, ..., 1 - order
                for (int m = order - 1; m >= 1 - order; m -= 2) {
                    add(crossing, Math.abs(m), j > k ? product : product.negate());
                }
            }
        }
        return new Circle(crossing, real, square, own).isClear();
    }

    private List<DecimalInterval> zeros() {
        List<DecimalInterval> zeros = new ArrayList<>();
        p.forEach(coefficient -> zeros.add(field.getZero()));
        return zeros;
    }

    private static void add(List<DecimalInterval> coefficients, int order, DecimalInterval more) {
        coefficients.set(order, coefficients.get(order).add(more));
    }

    /** Coefficients of cosines of multiples of w: of {@code Im p r* / sin w}, {@code Re p r*}, {@code |r|^2} and {@code |p|^2} at {@code exp(i w)}. */
    private final class Circle {

        private final List<DecimalInterval> crossing;
        private final List<DecimalInterval> real;
        private final List<DecimalInterval> square;
        private final List<DecimalInterval> own;
        private int parts;

        Circle(
                List<DecimalInterval> crossing,
                List<DecimalInterval> real,
                List<DecimalInterval> square,
                List<DecimalInterval> own) {
            this.crossing = crossing;
            this.real = real;
            this.square = square;
            this.own = own;
        }

        boolean isClear() {
            return isClear(field.of(field.getZero().lower(), field.of(BEYOND_PI).upper()));
        }

        private boolean isClear(DecimalInterval w) {
            parts++;
            DecimalInterval zero = field.getZero();
            DecimalInterval imaginary = sum(crossing, w);
            if (imaginary.isPositive() || imaginary.negate().isPositive()) {
                return true;
            }
            DecimalInterval height = sum(real, w);
            DecimalInterval reach = edge.multiply(sum(square, w)).max(zero);
            // Where r vanishes on the circle, only the last says that p does not.
            if (zero.isAbove(height) || height.isAbove(reach) || sum(own, w).isAbove(edge.multiply(reach))) {
                return true;
            }
            if (parts >= MOST_PARTS) {
                return false;
            }
            DecimalInterval middle =
                    field.of(w.lower()).add(field.of(w.upper())).multiply(0.5);
            return isClear(field.of(w.lower(), middle.upper())) && isClear(field.of(middle.lower(), w.upper()));
        }

        private DecimalInterval sum(List<DecimalInterval> coefficients, DecimalInterval w) {
            DecimalInterval sum = coefficients.get(0);
            for (int m = 1; m < coefficients.size(); m++) {
                sum = sum.add(coefficients.get(m).multiply(w.multiply(m).cos()));
            }
            return sum;
        }
    }
}
