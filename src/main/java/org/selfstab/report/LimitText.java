package org.selfstab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hipparchus.complex.Complex;
import org.selfstab.claims.Limit;
import org.selfstab.document.Cell;
import org.selfstab.problem.Problem;

/** Where iterates come to, in words. */
final class LimitText {

    private static final int MOST_POINTS = 8;
    private static final int MOST_COORDINATES = 8;

    private final Problem problem;
    private final Limit limit;

    LimitText(Problem problem, Limit limit) {
        this.problem = problem;
        this.limit = limit;
    }

    /** In a few words, as a part of a sentence. */
    String brief() {
        return switch (limit.kind()) {
            case POINT ->
                "they come to a point with S = "
                        + number(limit.point().orElseThrow().sharpness());
            case CYCLE -> "they come to a cycle of period " + limit.orbit().size();
            case BOUNDED -> "they stay bounded and are not periodic";
            case DIVERGED -> "they diverge";
            case UNDECIDED -> "where they come to is undecided";
        };
    }

    /** One line each: where, and what that rests on. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(kind());
        limit.orbit().stream().limit(MOST_POINTS).map(this::point).forEach(lines::add);
        if (limit.orbit().size() > MOST_POINTS) {
            lines.add("and " + (limit.orbit().size() - MOST_POINTS) + " more, in the JSON");
        }
        limit.multiplier().ifPresent(multiplier -> lines.add(multiplier(multiplier)));
        lines.add(limit.evidence());
        return lines;
    }

    private String kind() {
        return switch (limit.kind()) {
            case POINT -> "a point" + manifold();
            case CYCLE -> "a cycle of period " + limit.orbit().size() + manifold();
            case BOUNDED -> "bounded, not periodic";
            case DIVERGED -> "diverged";
            case UNDECIDED -> "undecided";
        };
    }

    private String manifold() {
        return limit.neutral() == 0 ? "" : ", one of a manifold of dimension " + limit.neutral();
    }

    private String point(Limit.Point point) {
        List<String> coordinates = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_COORDINATES, point.at().size()); i++) {
            coordinates.add(problem.variables().get(i).name() + " = "
                    + number(point.at().get(i)));
        }
        if (point.at().size() > MOST_COORDINATES) {
            coordinates.add("...");
        }
        return coordinates.stream().collect(Collectors.joining(", ")) + ": L = " + number(point.loss()) + ", S = "
                + number(point.sharpness());
    }

    private String multiplier(Complex multiplier) {
        String steps =
                limit.orbit().size() == 1 ? "in a step" : "in " + limit.orbit().size() + " steps";
        String value = multiplier.getImaginary() == 0
                ? number(multiplier.getReal())
                : number(multiplier.getReal()) + " +- " + number(Math.abs(multiplier.getImaginary()))
                        + " i, of modulus " + number(multiplier.norm());
        return steps + " small distances are multiplied by " + value;
    }

    private static String number(double value) {
        return Cell.number(value).text();
    }
}
