package org.selfstab;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;

/** Builds problem files of tests: what a test is about stands in its lines, and nothing else. The variables are those that have a start. */
public final class ProblemBuilder {

    private final String title;
    private final String loss;
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final Map<String, String> start = new LinkedHashMap<>();
    private final Map<String, String> run = new LinkedHashMap<>();
    private final Map<String, String> family = new LinkedHashMap<>();
    private final Map<String, String> observables = new LinkedHashMap<>();
    private final Map<String, String> thresholds = new LinkedHashMap<>();
    private final Map<String, String> expectations = new LinkedHashMap<>();

    private ProblemBuilder(String title, String loss) {
        this.title = title;
        this.loss = loss;
    }

    /** A problem of some title with some loss. */
    public static ProblemBuilder of(String title, String loss) {
        return new ProblemBuilder(title, loss);
    }

    public ProblemBuilder parameter(String name, String value) {
        parameters.put(name, quoted(value));
        return this;
    }

    /** The next variable and where it starts. */
    public ProblemBuilder start(String variable, String value) {
        start.put(variable, quoted(value));
        return this;
    }

    /** The start is t = 0. */
    public ProblemBuilder atEdge() {
        run.put("at_edge", "true");
        return this;
    }

    public ProblemBuilder horizon(String steps) {
        run.put("horizon", quoted(steps));
        return this;
    }

    /** How many eigenvalues are followed. */
    public ProblemBuilder unstable(int k) {
        run.put("unstable", Integer.toString(k));
        return this;
    }

    public ProblemBuilder maxSteps(int steps) {
        run.put("max_steps", Integer.toString(steps));
        return this;
    }

    public ProblemBuilder kick(String factor) {
        run.put("kick", quoted(factor));
        return this;
    }

    /** The members of the family over a parameter. */
    public ProblemBuilder family(String parameter, String... values) {
        family.put("parameter", quoted(parameter));
        family.put("values", Stream.of(values).map(ProblemBuilder::quoted).collect(Collectors.joining(", ", "[", "]")));
        return this;
    }

    public ProblemBuilder observe(String name, String value) {
        observables.put(name, quoted(value));
        return this;
    }

    public ProblemBuilder threshold(String key, String value) {
        thresholds.put(quoted(key), quoted(value));
        return this;
    }

    /**
     * One more line of {@code [expect]}.
     *
     * @param assertion in TOML
     */
    public ProblemBuilder expect(String key, String assertion) {
        expectations.put(quoted(key), assertion);
        return this;
    }

    /** The problem file. */
    public String toml() {
        return "title = " + quoted(title) + "\nvariables = "
                + start.keySet().stream().map(ProblemBuilder::quoted).collect(Collectors.joining(", ", "[", "]"))
                + "\nloss = " + quoted(loss) + "\n" + section("parameters", parameters) + section("start", start)
                + section("run", run) + section("family", family) + section("observe", observables)
                + section("thresholds", thresholds)
                + section("expect", expectations);
    }

    /** The problem. */
    public Problem problem() {
        return problem(Map.of());
    }

    /** The problem with other values of its parameters. */
    public Problem problem(Map<String, String> overrides) {
        return ProblemReader.read("built", toml(), overrides).problem();
    }

    private static String section(String name, Map<String, String> lines) {
        return lines.isEmpty()
                ? ""
                : "[" + name + "]\n"
                        + lines.entrySet().stream()
                                .map(line -> line.getKey() + " = " + line.getValue() + "\n")
                                .collect(Collectors.joining());
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
