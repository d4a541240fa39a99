package org.selfstab.report;

import com.google.common.collect.LinkedHashMultiset;
import com.google.common.collect.Multiset;
import com.google.common.primitives.Ints;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.document.Cell;
import org.selfstab.expression.closedform.TaylorTerm.Role;
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
        this.basis = geometry.eigensystem().vectors();
    }

    /** The polynomial's parts by role, without those that vanish. */
    Map<Role, String> terms() {
        Map<Role, String> terms = new LinkedHashMap<>();
        put(terms, Role.CONSTANT, List.of(monomial(geometry.loss(), "")));
        put(terms, Role.GRADIENT_ALONG_U, List.of(monomial(geometry.gradientAlongU(), "x")));
        put(terms, Role.GRADIENT_OFF_U, linear(geometry.gradient(), 1.0, ""));
        put(terms, Role.SHARPNESS, List.of(monomial(geometry.sharpness().multiply(0.5), "x^2")));
        put(terms, Role.HESSIAN_OFF_U, hessianOffU());
        put(terms, Role.SKEWNESS, List.of(monomial(geometry.kappa3().divide(6.0), "x^3")));
        put(terms, Role.SELF_STABILIZATION, linear(geometry.gradSPerp(), 0.5, "x^2"));
        put(terms, Role.THIRD_ALONG_U, thirdAlongU());
        put(terms, Role.THIRD_OFF_U, thirdOffU());
        return terms;
    }

    private static void put(Map<Role, String> terms, Role role, List<String> monomials) {
        List<String> present = monomials.stream().filter(m -> !m.isEmpty()).toList();
        if (!present.isEmpty()) {
            terms.put(role, String.join(" + ", present).replace("+ -", "- "));
        }
    }

    private List<String> linear(FieldVector<Binary64> form, double factor, String along) {
        List<String> monomials = new ArrayList<>();
        for (int j = 1; j < basis.size(); j++) {
            monomials.add(monomial(form.dotProduct(basis.get(j)).multiply(factor), times(along, name(j))));
        }
        return monomials;
    }

    /** Squares alone: the Hessian is diagonal in its eigenbasis, so products of numbers would only show their rounding. */
    private List<String> hessianOffU() {
        List<String> monomials = new ArrayList<>();
        for (int j = 1; j < basis.size(); j++) {
            monomials.add(monomial(geometry.eigensystem().values().get(j).multiply(0.5), product(j, j)));
        }
        return monomials;
    }

    private List<String> thirdAlongU() {
        FieldMatrix<Binary64> form = geometry.thirdAlongU();
        List<String> monomials = new ArrayList<>();
        for (int j = 1; j < basis.size(); j++) {
            for (int k = j; k < basis.size(); k++) {
                Binary64 entry = basis.get(j).dotProduct(form.operate(basis.get(k)));
                monomials.add(monomial(j == k ? entry.multiply(0.5) : entry, times("x", product(j, k))));
            }
        }
        return monomials;
    }

    private List<String> thirdOffU() {
        List<String> monomials = new ArrayList<>();
        for (int i = 1; i < basis.size(); i++) {
            FieldMatrix<Binary64> form = geometry.third(basis.get(i));
            for (int j = i; j < basis.size(); j++) {
                for (int k = j; k < basis.size(); k++) {
                    Binary64 entry = basis.get(j).dotProduct(form.operate(basis.get(k)));
                    double multiplicity = i == j && j == k ? 6.0 : i == j || j == k ? 2.0 : 1.0;
                    monomials.add(monomial(entry.divide(multiplicity), product(i, j, k)));
                }
            }
        }
        return monomials;
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

    private static String monomial(Binary64 coefficient, String variables) {
        if (coefficient.getReal() == 0) {
            return "";
        }
        String number = Cell.number(coefficient.getReal()).text();
        return variables.isEmpty() ? number : number + "*" + variables;
    }
}
