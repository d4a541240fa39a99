package org.selfstab.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.selfstab.claims.closedform.DerivationResult;
import org.selfstab.claims.closedform.TopEigenspace;
import org.selfstab.expression.Expression;

/** A derivation as JSON: closed forms in the syntax of problem files beside the numbers; the Hessian where u is undefined. */
record DerivationSummary(
        String summary,
        String problem,
        String title,
        Map<String, String> point,
        Map<String, Quantity> quantities,
        @JsonProperty("largest_disagreement") Double disagreement,
        @OrNull String undefined,
        @OrNull List<List<Double>> hessian) {

    /** One quantity's components; null where it is undefined or has no closed form. */
    record Quantity(
            @OrNull @JsonProperty("closed_form") List<String> closedForm,
            @OrNull List<Double> value) {}

    static DerivationSummary of(DerivationResult derivation) {
        Map<String, String> point = new LinkedHashMap<>();
        derivation
                .problem()
                .variables()
                .forEach(v ->
                        point.put(v.name(), derivation.point().get(v.name()).toString()));
        Map<String, Quantity> quantities = new LinkedHashMap<>();
        DerivedQuantity.of(derivation).forEach(q -> quantities.put(q.symbol().ascii(), quantity(q)));
        return new DerivationSummary(
                VerdictLine.of(derivation),
                derivation.problem().name(),
                derivation.problem().title().exact(),
                point,
                quantities,
                derivation.disagreement().isPresent()
                        ? derivation.disagreement().getAsDouble()
                        : null,
                derivation.undefined().orElse(null),
                derivation.eigenspace().map(TopEigenspace::hessian).orElse(null));
    }

    private static Quantity quantity(DerivedQuantity quantity) {
        List<String> closed =
                quantity.closedForm().stream().map(Expression::toString).toList();
        return new Quantity(closed.isEmpty() ? null : closed, quantity.value().isEmpty() ? null : quantity.value());
    }
}
