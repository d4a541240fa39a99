package org.selfstab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.selfstab.claims.order.OrderFit;
import org.selfstab.claims.reduced.CentralFlowResult;
import org.selfstab.claims.reduced.OdeComparison;
import org.selfstab.claims.reduced.OdeError;
import org.selfstab.claims.reduced.OdeFamilyResult;
import org.selfstab.claims.reduced.OdeMember;
import org.selfstab.claims.reduced.OdeOrder;
import org.selfstab.numeric.Extremum;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Quantities;

/**
 * A family beside the reduced equation as rows: what text and Markdown have in common.
 *
 * @param values the swept parameter's values, exact
 * @param rows one for each quantity, with a cell for each member
 * @param orders one for each error
 */
record OdeFamilyTable(List<String> values, List<Row> rows, List<Order> orders) {

    private static final String UNKNOWN = "-";

    /** A quantity: its name, and for each member what was computed beside what the theory says. */
    record Row(Notation quantity, List<Cell> cells) {}

    /** Computed on the exact iterates (or by the central flow), and by the theory; both to four digits or a dash. */
    record Cell(String computed, String theoretical) {

        /** Both in one, for instance {@code 157.3 / 156.0}. */
        String pair() {
            return theoretical.isEmpty() ? computed : computed + " / " + theoretical;
        }
    }

    /** One error's order. */
    record Order(
            Notation error,
            String slope,
            String standardError,
            String margin,
            String finest,
            String verdict,
            String reason) {}

    static OdeFamilyTable of(OdeFamilyResult result) {
        List<OdeMember> members = result.members();
        List<Row> rows = new ArrayList<>();
        rows.add(row(
                Quantities.EPSILON.symbol(),
                members,
                member -> alone(member.horizon().map(OdeComparison::epsilon))));
        rows.add(row(
                Notation.formula("E", "E", "E").then(" at the start"),
                members,
                member -> alone(member.horizon().map(OdeComparison::energy))));
        members.stream()
                .flatMap(member -> member.overPeriods().stream())
                .findFirst()
                .ifPresent(comparison -> comparison
                        .quantities()
                        .forEach(quantity -> rows.add(
                                row(quantity.name(), members, member -> cell(member.quantity(quantity.key()))))));
        rows.add(row(
                new Notation("mean sigma^2/delta^2 (22)", "mean σ²/δ² (22)", "mean $\\sigma^2$/$\\delta^2$ (22)"),
                members,
                member -> new Cell(digits(member.variance().map(CentralFlowResult.Ratio::mean)), "1.000")));
        rows.add(row(
                perEpsilon(OdeError.ALONG_RUN),
                members,
                member -> alone(constant(member, OdeComparison.Deviations::drivenFromIterates))));
        rows.add(row(
                perEpsilon(OdeError.FROZEN),
                members,
                member -> alone(constant(member, OdeComparison.Deviations::frozenFromIterates))));
        return new OdeFamilyTable(
                members.stream().map(member -> member.value().toString()).toList(),
                rows,
                result.orders().stream().map(OdeFamilyTable::order).toList());
    }

    private static Notation perEpsilon(OdeError error) {
        return error.title().then(": error/").then(Quantities.EPSILON.symbol());
    }

    private interface CellOf {
        Cell of(OdeMember member);
    }

    private interface DistanceOf {
        Extremum of(OdeComparison.Deviations deviations);
    }

    private static Row row(Notation name, List<OdeMember> members, CellOf cells) {
        return new Row(name, members.stream().map(cells::of).toList());
    }

    private static Optional<Double> constant(OdeMember member, DistanceOf distance) {
        return member.horizon()
                .map(comparison -> distance.of(comparison.deviations()).value() / comparison.epsilon());
    }

    private static Cell cell(Optional<OdeComparison.Quantity> quantity) {
        return new Cell(
                digits(quantity.flatMap(OdeComparison.Quantity::observed)),
                digits(quantity.map(OdeComparison.Quantity::predicted)));
    }

    private static Cell alone(Optional<Double> value) {
        return new Cell(digits(value), "");
    }

    private static String digits(Optional<Double> value) {
        return value.map(number -> String.format(Locale.ROOT, "%.4g", number)).orElse(UNKNOWN);
    }

    private static Order order(OdeOrder order) {
        return new Order(
                order.error().title(),
                decimals(order, OrderFit::slope),
                decimals(order, OrderFit::standardError),
                decimals(order, OrderFit::margin),
                decimals(order, OrderFit::finest),
                order.verdict().status().word(),
                order.verdict().reason());
    }

    private static String decimals(OdeOrder order, ToDoubleFunction<OrderFit> component) {
        return FamilyTable.decimals(order.fit()
                .map(fit -> OptionalDouble.of(component.applyAsDouble(fit)))
                .orElse(OptionalDouble.empty()));
    }
}
