package org.selfstab.report.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.selfstab.claims.DriftFamilyResult;
import org.selfstab.claims.DriftFamilyResult.Member;
import org.selfstab.claims.ErrorOfMember;
import org.selfstab.document.chart.Axis;
import org.selfstab.document.chart.Figure;
import org.selfstab.document.chart.FigureSet;
import org.selfstab.document.chart.Points;
import org.selfstab.document.chart.Range;
import org.selfstab.document.chart.Role;
import org.selfstab.document.chart.Series;

/** The figures of a family's slow drift: the energy of its members over {@code eps^2 t}, and the law's error over eps. */
public final class DriftFamilyFigures {

    /** Of one member; more hide each other. */
    private static final int MOST_POINTS = 400;

    private static final List<Role> ROLES = List.of(
            Role.MEASURED, Role.MEASURED_SECOND, Role.MEASURED_THIRD, Role.MEASURED_FOURTH, Role.MEASURED_FIFTH);

    private DriftFamilyFigures() {}

    /** The figures. */
    public static FigureSet of(DriftFamilyResult result) {
        FigureSet.Collector set = new FigureSet.Collector();
        List<Member> seen = evenlySpaced(result.members().stream()
                .filter(member -> member.drift().changes().size() >= 2)
                .toList());
        set.addOrOmit(
                seen.isEmpty() ? Optional.empty() : Optional.of(energies(result, seen)),
                "Energy of the members",
                "of no member two whole periods were seen");
        set.addOrOmit(
                result.order().fit().map(fit -> errors(result.order().points())),
                "Error of the law",
                result.order().verdict().reason());
        return set.collected(Optional.empty(), List.of());
    }

    /** As many as there are roles. */
    private static List<Member> evenlySpaced(List<Member> members) {
        int count = Math.min(ROLES.size(), members.size());
        return IntStream.range(0, count)
                .mapToObj(i -> members.get(count == 1 ? 0 : i * (members.size() - 1) / (count - 1)))
                .toList();
    }

    private static Figure energies(DriftFamilyResult result, List<Member> members) {
        List<Series> series = IntStream.range(0, members.size())
                .mapToObj(i -> new Series(
                        result.family().parameter() + " = " + members.get(i).value(),
                        ROLES.get(i),
                        energies(members.get(i))))
                .toList();
        return new Figure(
                "drift-energies",
                "Energy of the members",
                "The mean of E over each whole period of the exact iterates.",
                Figure.Shape.COURSE,
                Axis.linear(
                        "ε² t",
                        "dimensionless",
                        Range.about(series.stream()
                                .flatMapToDouble(
                                        each -> Arrays.stream(each.points().xs())))),
                Axis.logarithmic(
                        "E",
                        "dimensionless",
                        Range.factor(series.stream()
                                .flatMapToDouble(
                                        each -> Arrays.stream(each.points().ys())))),
                series,
                List.of(),
                List.of());
    }

    private static Points energies(Member member) {
        double epsilon = member.drift().start().orElseThrow().rates().epsilon();
        return Points.of(
                member.drift().changes(),
                MOST_POINTS,
                change -> epsilon * epsilon * change.period().middle(),
                change -> change.period().energy());
    }

    private static Figure errors(List<ErrorOfMember> members) {
        double[] epsilons = members.stream().mapToDouble(ErrorOfMember::epsilon).toArray();
        double[] errors = members.stream().mapToDouble(ErrorOfMember::error).toArray();
        return new Figure(
                "drift-errors",
                "Error of the law",
                "By how much the measured change of log J differs from the predicted one, of each member.",
                Figure.Shape.COURSE,
                Axis.logarithmic("ε", "dimensionless", Range.factor(Arrays.stream(epsilons))),
                Axis.logarithmic("error of the change of log J", "dimensionless", Range.factor(Arrays.stream(errors))),
                List.of(new Series("members", Role.MEASURED, Points.of(epsilons, errors))),
                List.of(),
                List.of());
    }
}
