package org.selfstab.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import org.selfstab.claims.ErrorOfMember;
import org.selfstab.claims.FamilyMember;
import org.selfstab.claims.FamilyOrder;
import org.selfstab.claims.FamilyResult;
import org.selfstab.claims.OrderFit;
import org.selfstab.claims.OrderStatement;
import org.selfstab.claims.PeriodAverages;
import org.selfstab.claims.RunConstants;
import org.selfstab.vocabulary.Extremum;
import org.selfstab.vocabulary.Notation;

/**
 * A family as rows: what JSON and CSV have in common.
 *
 * @param members one row for each member
 * @param orders one row for each error
 */
record FamilyTable(List<Member> members, List<Order> orders) {

    /**
     * One member; what is undefined is empty.
     *
     * @param value the swept parameter's value, exact
     * @param number the same as a number
     * @param errors error and constant for each of {@link OrderStatement}, in their order
     * @param verdicts on each of {@link org.selfstab.vocabulary.Claims#conclusions}, in their order
     * @param verdict the weakest of those that count
     * @param end why the run ended
     * @param note that its default horizon was cut
     */
    record Member(
            String value,
            double number,
            OptionalInt steps,
            OptionalDouble epsilon,
            OptionalDouble delta,
            List<Optional<ErrorOfMember>> errors,
            Optional<PeriodAverages> averages,
            List<String> verdicts,
            String verdict,
            String end,
            Optional<String> note,
            boolean complete) {

        /** Error and constant of one statement, if it is defined. */
        Optional<ErrorOfMember> errorOf(OrderStatement statement) {
            return errors.get(List.of(OrderStatement.values()).indexOf(statement));
        }
    }

    /**
     * One error's order.
     *
     * @param title what it is
     * @param unit the unit it is asserted to be O(.) of
     * @param limit the constants extrapolated to eps = 0
     */
    record Order(
            Notation title,
            Notation unit,
            OptionalDouble slope,
            OptionalDouble standardError,
            OptionalDouble margin,
            OptionalDouble finest,
            OptionalDouble slopeInEpsilon,
            OptionalDouble limit,
            OptionalDouble limitError,
            int members,
            String verdict,
            String reason) {}

    static FamilyTable of(FamilyResult result) {
        return new FamilyTable(
                result.members().stream().map(FamilyTable::row).toList(),
                result.orders().stream().map(FamilyTable::row).toList());
    }

    private static Member row(FamilyMember member) {
        Optional<RunConstants> constants = member.verification().constants();
        return new Member(
                member.value().toString(),
                member.number(),
                constants.map(c -> OptionalInt.of(c.steps())).orElse(OptionalInt.empty()),
                value(constants.flatMap(RunConstants::epsilon)),
                value(constants.flatMap(RunConstants::delta)),
                Arrays.stream(OrderStatement.values())
                        .map(statement -> statement.error(member))
                        .toList(),
                member.averages(),
                member.assessment().conclusions().stream()
                        .map(conclusion -> conclusion.status().word())
                        .toList(),
                member.assessment().ofConclusions().word(),
                member.verification().description(),
                member.verification().cutHorizon(),
                member.verification().isComplete());
    }

    private static Order row(FamilyOrder order) {
        return new Order(
                order.statement().title(),
                order.statement().unit(),
                of(order, OrderFit::slope),
                of(order, OrderFit::standardError),
                of(order, OrderFit::margin),
                of(order, OrderFit::finest),
                of(order, OrderFit::slopeInEpsilon),
                of(order, OrderFit::limit),
                of(order, OrderFit::limitError),
                order.fit().map(OrderFit::members).orElse(0),
                order.verdict().status().word(),
                order.verdict().reason());
    }

    private static OptionalDouble of(FamilyOrder order, ToDoubleFunction<OrderFit> component) {
        return order.fit()
                .map(fit -> OptionalDouble.of(component.applyAsDouble(fit)))
                .orElse(OptionalDouble.empty());
    }

    private static OptionalDouble value(Optional<Extremum> extreme) {
        return extreme.map(e -> OptionalDouble.of(e.value())).orElse(OptionalDouble.empty());
    }
}
