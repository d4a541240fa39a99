package org.selfstab.claims.closedform;

import com.google.common.collect.LinkedHashMultiset;
import com.google.common.collect.Multiset;
import com.google.common.primitives.Ints;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.expression.TaylorTerm.Role;
import org.selfstab.geometry.LocalGeometry;

/**
 * The third-order Taylor polynomial in numbers, in the eigenbasis: {@code x} along u, {@code w2, w3, ...} along the other
 * eigenvectors.
 */
final class NumericTaylor {

    private final LocalGeometry<Binary64> geometry;
    private final List<FieldVector<Binary64>> basis;

    NumericTaylor(LocalGeometry<Binary64> geometry) {
        this.geometry = geometry;
        this.basis = geometry.wholeEigensystem().vectors();
    }

    /** The polynomial's parts by role, each its coefficients by their monomials, as {@code x^2*w2} and 1; without those that vanish. */
    Map<Role, Map<String, Double>> terms() {
        Map<Role, Map<String, Double>> terms = new EnumMap<>(Role.class);
        terms.put(Role.CONSTANT, monomial(geometry.loss(), "1"));
        terms.put(Role.GRADIENT_ALONG_U, monomial(geometry.gradientAlongU(), "x"));
        terms.put(Role.GRADIENT_OFF_U, linear(geometry.gradient(), 1.0, ""));
        terms.put(Role.SHARPNESS, monomial(geometry.sharpness().multiply(0.5), "x^2"));
        terms.put(Role.HESSIAN_OFF_U, hessianOffU());
        terms.put(Role.SKEWNESS, monomial(geometry.kappa3().divide(6.0), "x^3"));
        terms.put(Role.SELF_STABILIZATION, linear(geometry.gradSPerp(), 0.5, "x^2"));
        terms.put(Role.THIRD_ALONG_U, thirdAlongU());
        terms.put(Role.THIRD_OFF_U, thirdOffU());
        terms.values().forEach(coefficients -> coefficients.values().removeIf(coefficient -> coefficient == 0));
        terms.values().removeIf(Map::isEmpty);
        return terms;
    }

    private static Map<String, Double> monomial(Binary64 coefficient, String variables) {
        Map<String, Double> coefficients = new LinkedHashMap<>();
        coefficients.put(variables, coefficient.getReal());
        return coefficients;
    }

    private Map<String, Double> linear(FieldVector<Binary64> form, double factor, String along) {
        Map<String, Double> coefficients = new LinkedHashMap<>();
        for (int j = 1; j < basis.size(); j++) {
            coefficients.put(
                    times(along, name(j)),
                    form.dotProduct(basis.get(j)).multiply(factor).getReal());
        }
        return coefficients;
    }

    /** Squares alone: the Hessian is diagonal in its eigenbasis, so products of numbers would only show their rounding. */
    private Map<String, Double> hessianOffU() {
        Map<String, Double> coefficients = new LinkedHashMap<>();
        for (int j = 1; j < basis.size(); j++) {
            coefficients.put(
                    product(j, j),
                    geometry.wholeEigensystem().values().get(j).multiply(0.5).getReal());
        }
        return coefficients;
    }

    private Map<String, Double> thirdAlongU() {
        FieldMatrix<Binary64> form = geometry.thirdAlongU();
        Map<String, Double> coefficients = new LinkedHashMap<>();
        for (int j = 1; j < basis.size(); j++) {
            for (int k = j; k < basis.size(); k++) {
                Binary64 entry = basis.get(j).dotProduct(form.operate(basis.get(k)));
                coefficients.put(times("x", product(j, k)), j == k ? entry.getReal() * 0.5 : entry.getReal());
            }
        }
        return coefficients;
    }

    private Map<String, Double> thirdOffU() {
        Map<String, Double> coefficients = new LinkedHashMap<>();
        for (int i = 1; i < basis.size(); i++) {
            FieldMatrix<Binary64> form = geometry.third(basis.get(i));
            for (int j = i; j < basis.size(); j++) {
                for (int k = j; k < basis.size(); k++) {
                    Binary64 entry = basis.get(j).dotProduct(form.operate(basis.get(k)));
                    double multiplicity = i == j && j == k ? 6.0 : i == j || j == k ? 2.0 : 1.0;
                    coefficients.put(product(i, j, k), entry.getReal() / multiplicity);
                }
            }
        }
        return coefficients;
    }

    /** The product of components off u, equal ones as a power; their indices ascend. */
    private static String product(int... components) {
        Multiset<Integer> powers = LinkedHashMultiset.create(Ints.asList(components));
        return powers.entrySet().stream()
                .map(power -> name(power.getElement()) + (power.getCount() == 1 ? "" : "^" + power.getCount()))
                .collect(Collectors.joining("*"));
    }

    private static String name(int j) {
        return "w" + (j + 1);
    }

    private static String times(String along, String off) {
        return along.isEmpty() ? off : along + "*" + off;
    }
}
