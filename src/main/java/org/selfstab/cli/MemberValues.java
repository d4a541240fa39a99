package org.selfstab.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.selfstab.expression.Expression;
import org.selfstab.expression.syntax.ExpressionParser;
import org.selfstab.expression.syntax.ExpressionSyntaxException;
import org.selfstab.problem.Family;
import org.selfstab.problem.Problem;
import org.selfstab.vocabulary.Location;
import org.selfstab.vocabulary.SelfstabException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The choice of {@code --sweep}: which parameter takes which values. */
final class MemberValues {

    private static final int MAX_VALUES = 100;

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    private String parameter;
    private List<Expression> values = List.of();

    @Option(
            names = "--sweep",
            paramLabel = "NAME=V1,V2,...",
            description =
                    "Sweep a parameter over exact values, for instance epsilon=1e-2,1e-3,1e-4; instead of the problem's"
                            + " [family].")
    void setSweep(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new picocli.CommandLine.ParameterException(
                    spec.commandLine(), "--sweep takes NAME=V1,V2,..., not '" + text + "'");
        }
        parameter = text.substring(0, equals);
        values = parsed(text.substring(equals + 1));
    }

    private List<Expression> parsed(String list) {
        ExpressionParser parser = new ExpressionParser(List.of());
        List<Expression> parsed = new ArrayList<>();
        for (String value : list.split(",", -1)) {
            try {
                parsed.add(parser.parse(value).expression());
            } catch (ExpressionSyntaxException wrong) {
                throw new picocli.CommandLine.ParameterException(
                        spec.commandLine(),
                        "--sweep " + parameter + ", value '" + value + "': " + wrong.getMessage(),
                        wrong);
            }
        }
        if (parsed.size() < 2 || parsed.size() > MAX_VALUES) {
            throw new picocli.CommandLine.ParameterException(
                    spec.commandLine(), "--sweep takes from 2 to " + MAX_VALUES + " values, not " + parsed.size());
        }
        Family.repeated(parsed).ifPresent(i -> {
            throw new picocli.CommandLine.ParameterException(
                    spec.commandLine(),
                    "--sweep " + parameter + " has the value " + parsed.get(i) + " twice; leave one of the two out");
        });
        return parsed;
    }

    /** Whether the option was given. */
    boolean isGiven() {
        return parameter != null;
    }

    /**
     * The family asked for: this one, or the problem's own.
     *
     * @param reading reads the problem with other parameters defined anew
     * @param file the problem's file, for messages
     * @param overrides what {@code --set} changed
     * @throws SelfstabException if there is neither, or if a value makes no valid problem
     */
    Family familyOf(Problem problem, Consumer<Map<String, String>> reading, Path file, Map<String, String> overrides) {
        if (parameter == null) {
            return problem.family().orElseThrow(() -> Location.startOf(file)
                    .error(
                            "the problem has no [family]",
                            "add one, as [family] with parameter = \"epsilon\" and values = [\"1/100\", \"1/1000\","
                                    + " \"1/10000\"], or use --sweep epsilon=1e-2,1e-3,1e-4"));
        }
        if (!problem.parameters().names().contains(parameter)) {
            throw new SelfstabException(
                    "--sweep " + parameter + ": not a parameter of the problem",
                    "the parameters are "
                            + String.join(", ", problem.parameters().names()));
        }
        if (overrides.containsKey(parameter)) {
            throw new SelfstabException("--sweep " + parameter + ": --set fixes this parameter", "give one of the two");
        }
        values.forEach(value -> check(value, reading, overrides));
        return new Family(parameter, values);
    }

    private void check(Expression value, Consumer<Map<String, String>> reading, Map<String, String> overrides) {
        Map<String, String> withValue = new LinkedHashMap<>(overrides);
        withValue.put(parameter, value.toString());
        try {
            reading.accept(withValue);
        } catch (SelfstabException invalid) {
            String place = invalid.where().map(where -> where + ": ").orElse("");
            throw invalid.within("--sweep with " + parameter + " = " + value + ": " + place);
        }
    }
}
