package org.selfstab.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.selfstab.certify.BoxClaim;
import org.selfstab.certify.region.BoxSide;
import org.selfstab.expression.Symbol;
import org.selfstab.interval.Interval;
import org.selfstab.problem.Problem;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** A box and the claims about all its points. */
final class BoxOptions {

    @Option(
            names = "--box",
            required = true,
            paramLabel = "NAME=FROM:TO",
            description =
                    "The numbers that a variable or parameter takes; once for every variable, and for parameters that vary too.")
    private List<String> sides;

    @Option(names = "--claim", required = true, paramLabel = "CLAIM", description = "What is to be proved. Repeatable.")
    private List<String> claims;

    @Option(
            names = "--budget",
            paramLabel = "N",
            defaultValue = "100000",
            description = "How many parts of the box to look at for each claim; default ${DEFAULT-VALUE}.")
    private int budget;

    /** The claims, in the order given. */
    List<BoxClaim> claims(CommandSpec spec) {
        return parsed(claims, BoxClaim::parse, spec);
    }

    /** How many parts to look at for each claim. */
    int budget(CommandSpec spec) {
        if (budget < 1) {
            throw refused("the budget must be at least 1, not " + budget, spec);
        }
        return budget;
    }

    /** The variables' sides in the problem's order, then the parameters' as given. */
    Map<String, Interval> box(Problem problem, CommandSpec spec) {
        Map<String, Interval> given = new LinkedHashMap<>();
        for (BoxSide side : parsed(sides, BoxSide::parse, spec)) {
            if (given.put(side.name(), side.interval()) != null) {
                throw refused("--box states " + side.name() + " twice; state it once", spec);
            }
        }
        Map<String, Interval> ordered = new LinkedHashMap<>();
        for (Symbol variable : problem.variables()) {
            Interval side = given.remove(variable.name());
            if (side == null) {
                throw refused(
                        "--box must state the variable " + variable.name() + "; add --box " + variable.name()
                                + "=FROM:TO",
                        spec);
            }
            ordered.put(variable.name(), side);
        }
        given.forEach((name, side) -> {
            if (!problem.parameters().names().contains(name)) {
                throw refused(
                        "the problem has no variable or parameter " + name + "; it has "
                                + String.join(", ", ordered.keySet()) + ", "
                                + String.join(", ", problem.parameters().names()),
                        spec);
            }
            ordered.put(name, side);
        });
        return ordered;
    }

    private static <R> List<R> parsed(List<String> texts, Function<String, R> parse, CommandSpec spec) {
        try {
            return texts.stream().map(parse).toList();
        } catch (IllegalArgumentException wrong) {
            throw refused(wrong.getMessage(), spec);
        }
    }

    private static ParameterException refused(String message, CommandSpec spec) {
        return new ParameterException(spec.commandLine(), message);
    }
}
