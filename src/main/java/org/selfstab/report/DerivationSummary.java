package org.selfstab.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.selfstab.claims.DerivationResult;
import org.selfstab.claims.TopEigenspace;
import org.selfstab.expression.BranchCondition;
import org.selfstab.expression.ClosedForm;
import org.selfstab.expression.ClosedFormResult;
import org.selfstab.expression.Expression;
import org.selfstab.expression.NoClosedForm;
import org.selfstab.expression.TaylorTerm.Role;

/**
 * A derivation as JSON: closed forms in the syntax of problem files beside the numbers; the Hessian where u is undefined.
 *
 * @param taylor the third-order Taylor polynomial by parts: closed forms in x[u] along u and the components of w off u, coefficients
 *     in x along u and w2, w3, ... along the other eigenvectors
 * @param validWhere under which conditions the closed forms hold, as far as they are short enough to be shown
 * @param noClosedForm why there is no closed form
 */
record DerivationSummary(
        String summary,
        String problem,
        String title,
        Map<String, String> point,
        Map<String, Quantity> quantities,
        List<Term> taylor,
        @JsonProperty("valid_where") List<String> validWhere,
        @OrNull @JsonProperty("no_closed_form") String noClosedForm,
        @JsonProperty("largest_disagreement") Double disagreement,
        @OrNull String undefined,
        @OrNull List<List<Double>> hessian,
        @JsonInclude(JsonInclude.Include.NON_NULL) PlanesSummary blocks) {

    /** One quantity's components; null where it is undefined or has no closed form. */
    record Quantity(
            @OrNull @JsonProperty("closed_form") List<String> closedForm,
            @OrNull List<Double> value) {}

    /** A part of the Taylor polynomial; its coefficients by their monomials, null without numbers, empty where it vanishes. */
    record Term(
            String term,
            String formula,
            @OrNull @JsonProperty("closed_form") String closedForm,
            @OrNull Map<String, Double> coefficients) {}

    static DerivationSummary of(DerivationResult derivation, Optional<Map<Role, Map<String, Double>>> numbers) {
        Map<String, String> point = new LinkedHashMap<>();
        derivation
                .problem()
                .variables()
                .forEach(v ->
                        point.put(v.name(), derivation.point().get(v.name()).toString()));
        Map<String, Quantity> quantities = new LinkedHashMap<>();
        DerivedQuantity.of(derivation).forEach(q -> quantities.put(q.symbol().ascii(), quantity(q)));
        return new DerivationSummary(
                DerivationDocument.verdictLine(derivation),
                derivation.problem().name(),
                derivation.problem().title().exact(),
                point,
                quantities,
                taylor(derivation, numbers),
                derivation
                        .closedForm()
                        .form()
                        .map(DerivationSummary::conditions)
                        .orElse(List.of()),
                derivation.closedForm().accept(new Reason()).orElse(null),
                derivation.disagreement().isPresent()
                        ? derivation.disagreement().getAsDouble()
                        : null,
                derivation.undefined().orElse(null),
                derivation.eigenspace().map(TopEigenspace::hessian).orElse(null),
                derivation.planes().map(PlanesSummary::of).orElse(null));
    }

    private static Quantity quantity(DerivedQuantity quantity) {
        List<String> closed =
                quantity.closedForm().stream().map(Expression::toString).toList();
        return new Quantity(closed.isEmpty() ? null : closed, quantity.value().isEmpty() ? null : quantity.value());
    }

    private static List<Term> taylor(DerivationResult derivation, Optional<Map<Role, Map<String, Double>>> numbers) {
        Map<Role, Expression> closed = new EnumMap<>(Role.class);
        derivation
                .closedForm()
                .form()
                .map(ClosedForm::taylor)
                .orElse(List.of())
                .forEach(term -> closed.put(term.role(), term.expression()));
        return Arrays.stream(Role.values())
                .filter(role -> closed.containsKey(role)
                        || numbers.filter(n -> n.containsKey(role)).isPresent())
                .map(role -> new Term(
                        RoleText.of(role).name(),
                        RoleText.of(role).formula().ascii(),
                        Optional.ofNullable(closed.get(role))
                                .filter(LegibleForm::isLegible)
                                .map(Expression::toString)
                                .orElse(null),
                        numbers.map(n -> n.getOrDefault(role, Map.of())).orElse(null)))
                .toList();
    }

    private static List<String> conditions(ClosedForm form) {
        return DerivationDocument.conditionsByLegibility(form).get(true).stream()
                .map(BranchCondition::text)
                .distinct()
                .toList();
    }

    private static final class Reason implements ClosedFormResult.Visitor<Optional<String>> {

        @Override
        public Optional<String> visitClosedForm(ClosedForm form) {
            return Optional.empty();
        }

        @Override
        public Optional<String> visitNoClosedForm(NoClosedForm none) {
            return Optional.of(none.reason());
        }
    }
}
