package org.selfstab.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.selfstab.claims.ObservedOrder;
import org.selfstab.claims.OrderFit;
import org.selfstab.document.Cell;
import org.selfstab.document.Table;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Verdict;

/**
 * The order in eps of an error over a family.
 *
 * @param error which error
 * @param slope the fitted slope; null, as the next three, where the members allow no fit
 * @param standardError of the slope
 * @param margin of the slope, at 95 per cent
 * @param finest the slope between the two finest members
 * @param asserted the least order asserted; null if none is
 * @param verdict whether it is so; null if nothing is asserted
 * @param reason why
 */
record ErrorOrder(
        String error,
        Double slope,
        @JsonProperty("standard_error") Double standardError,
        Double margin,
        @JsonProperty("finest_slope") Double finest,
        @JsonProperty("asserted_at_least") Double asserted,
        @OrNull String verdict,
        @OrNull String reason) {

    /** One of which nothing is asserted. */
    static ErrorOrder shown(String error, ObservedOrder order) {
        return of(error, order, Optional.empty());
    }

    /** One that is asserted to be at least 1. */
    static ErrorOrder asserted(String error, ObservedOrder order) {
        return of(error, order, Optional.of(order.verdict()));
    }

    private static ErrorOrder of(String error, ObservedOrder order, Optional<Verdict> verdict) {
        return new ErrorOrder(
                error,
                order.fit().map(OrderFit::slope).orElse(null),
                order.fit().map(OrderFit::standardError).orElse(null),
                order.fit().map(OrderFit::margin).orElse(null),
                order.fit().map(OrderFit::finest).orElse(null),
                verdict.map(v -> ObservedOrder.ASSERTED).orElse(null),
                verdict.map(v -> v.status().word()).orElse(null),
                verdict.map(Verdict::reason).orElse(null));
    }

    static Table table(List<ErrorOrder> orders) {
        Table table = tableOf(orders.stream().map(ErrorOrder::row).toList());
        for (ErrorOrder order : orders) {
            table = order.reason() == null ? table : table.note(order.error() + ": " + order.reason());
        }
        return table;
    }

    /** With rows of an error, its fit and its verdict. */
    static Table tableOf(List<Table.Row> rows) {
        return Table.of(
                "The orders of the errors",
                List.of(
                        new Table.Column(
                                Cell.phrase(
                                        Notation.words("order of the error in ").then(Quantities.EPSILON.symbol())),
                                false),
                        Table.Column.numbers("slope"),
                        Table.Column.numbers("standard error"),
                        Table.Column.numbers("margin"),
                        Table.Column.numbers("finest"),
                        Table.Column.words("at least 1")),
                rows);
    }

    private Table.Row row() {
        return Table.row(
                Cell.words(error),
                Cell.slope(Optional.ofNullable(slope)),
                Cell.slope(Optional.ofNullable(standardError)),
                Cell.slope(Optional.ofNullable(margin)),
                Cell.slope(Optional.ofNullable(finest)),
                Cell.words(verdict == null ? "" : verdict));
    }
}
