package org.selfstab.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.apache.commons.csv.CSVPrinter;
import org.selfstab.claims.ErrorOfMember;
import org.selfstab.claims.FamilyResult;
import org.selfstab.claims.OrderStatement;
import org.selfstab.claims.PeriodAverages;
import org.selfstab.run.RunRecord;

/** Writes a family's members as {@code family.csv}, one row for each; what is undefined is an empty field. */
public final class FamilyCsv {

    /** The file's name in a problem's folder. */
    public static final String FILE_NAME = "family.csv";

    private static final List<String> HEADER = List.of(
            "parameter",
            "value",
            "number",
            "steps",
            "epsilon",
            "delta",
            "max_deviation",
            "max_loss_error",
            "max_sharpness_error",
            "C1",
            "CL",
            "CS",
            "CP",
            "CD",
            "periods",
            "periods_duration",
            "average_x2_over_delta2",
            "average_loss_over_delta2_eta",
            "verdict_coupling",
            "verdict_loss",
            "verdict_sharpness",
            "verdict_average",
            "verdict_implicit_bias",
            "verdict_descent",
            "verdict",
            "end");

    private FamilyCsv() {}

    /**
     * Writes the file.
     *
     * @param folder the problem's folder
     * @throws IOException if the file cannot be written
     */
    public static void write(Path folder, RunRecord run, FamilyResult result) throws IOException {
        CsvTable.write(folder.resolve(FILE_NAME), "family-table", run, printer -> print(result, printer));
    }

    static void write(FamilyResult result, Appendable out) throws IOException {
        CsvTable.print(out, printer -> print(result, printer));
    }

    private static void print(FamilyResult result, CSVPrinter printer) throws IOException {
        printer.printRecord(HEADER);
        for (FamilyTable.Member member : FamilyTable.of(result).members()) {
            printer.printRecord(row(result.family().parameter(), member));
        }
    }

    private static List<String> row(String parameter, FamilyTable.Member member) {
        List<String> row = new ArrayList<>(List.of(parameter, member.value(), CsvTable.number(member.number())));
        row.add(member.steps().isPresent() ? Integer.toString(member.steps().getAsInt()) : "");
        row.add(number(member.epsilon()));
        row.add(number(member.delta()));
        for (int statement = 0; statement < 3; statement++) {
            row.add(number(member.errors().get(statement), ErrorOfMember::error));
        }
        for (int statement = 0; statement < 3; statement++) {
            row.add(number(member.errors().get(statement), ErrorOfMember::constant));
        }
        for (OrderStatement statement : List.of(OrderStatement.IMPLICIT_BIAS, OrderStatement.DESCENT)) {
            row.add(number(member.errorOf(statement), ErrorOfMember::constant));
        }
        Optional<PeriodAverages> averages = member.averages();
        row.add(averages.map(a -> Integer.toString(a.periods())).orElse(""));
        row.add(number(averages, PeriodAverages::duration));
        row.add(number(averages, PeriodAverages::oscillation));
        row.add(number(averages, PeriodAverages::lossElevation));
        row.addAll(member.verdicts());
        row.add(member.verdict());
        row.add(member.end());
        return row;
    }

    private static <T> String number(Optional<T> value, ToDoubleFunction<T> component) {
        return value.map(present -> CsvTable.number(component.applyAsDouble(present)))
                .orElse("");
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? CsvTable.number(value.getAsDouble()) : "";
    }
}
