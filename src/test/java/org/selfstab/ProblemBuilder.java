package org.selfstab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;

/** Builds problem files of tests: what a test is about stands in its lines, and nothing else. A value is an expression or a word, or TOML where it begins with a bracket. */
public final class ProblemBuilder {

    private final String title;
    private final String loss;
    private final List<String> variables = new ArrayList<>();
    private final Map<String, String> data = new LinkedHashMap<>();
    private final Map<String, String> inlineData = new LinkedHashMap<>();
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final Map<String, String> optimizer = new LinkedHashMap<>();
    private final Map<String, String> noise = new LinkedHashMap<>();
    private final Map<String, String> start = new LinkedHashMap<>();
    private final Map<String, String> randomStart = new LinkedHashMap<>();
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
        return new ProblemBuilder(title, "loss = " + quoted(loss) + "\n");
    }

    /** A problem whose loss is the mean of items, of which each step draws a batch. */
    public static ProblemBuilder ofItems(String title, String batch, List<String> items) {
        return new ProblemBuilder(title, "").noise("minibatch", "batch", batch, "items", array(items));
    }

    /** An array in TOML. */
    public static String array(Collection<String> values) {
        return values.stream().map(ProblemBuilder::written).collect(Collectors.joining(", ", "[", "]"));
    }

    public ProblemBuilder parameter(String name, String value) {
        parameters.put(name, quoted(value));
        return this;
    }

    /** The next variable, where the start is random. */
    public ProblemBuilder variable(String declaration) {
        variables.add(declaration);
        return this;
    }

    /** The next variable and where it starts, or another start of a variable. */
    public ProblemBuilder start(String variable, String value) {
        return start(variable, variable, value);
    }

    /** The next array of variables and where its entries start. */
    public ProblemBuilder start(String declaration, String entry, String value) {
        if (start.put(key(entry), quoted(value)) == null) {
            variables.add(declaration);
        }
        return this;
    }

    public ProblemBuilder randomStart(int seed, String scale) {
        randomStart.put("seed", Integer.toString(seed));
        randomStart.put("scale", quoted(scale));
        return this;
    }

    /** A column of data. */
    public ProblemBuilder data(String column, Collection<String> rows) {
        inlineData.put(column, array(rows));
        return this;
    }

    public ProblemBuilder dataFile(String file) {
        data.put("file", quoted(file));
        return this;
    }

    /**
     * The optimizer, where it is not gradient descent.
     *
     * @param settings names and values in turn
     */
    public ProblemBuilder optimizer(String method, String... settings) {
        optimizer.put("method", quoted(method));
        return put(optimizer, settings);
    }

    /** A linear optimizer of several copies, by its matrices in TOML. */
    public ProblemBuilder linear(String a, String b, String c) {
        return optimizer("linear", "A", a, "B", b, "C", c);
    }

    /** More settings of the optimizer, names and values in turn. */
    public ProblemBuilder settings(String... settings) {
        return put(optimizer, settings);
    }

    /**
     * The noise of the gradients.
     *
     * @param settings names and values in turn
     */
    public ProblemBuilder noise(String kind, String... settings) {
        noise.put("kind", quoted(kind));
        return put(noise, settings);
    }

    private ProblemBuilder put(Map<String, String> section, String... settings) {
        for (int i = 0; i < settings.length; i += 2) {
            section.put(settings[i], written(settings[i + 1]));
        }
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
        family.put("values", array(List.of(values)));
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
        return "title = " + quoted(title) + "\nvariables = " + array(variables) + "\n" + loss + section("data", data)
                + section("data.inline", inlineData) + section("parameters", parameters)
                + section("optimizer", optimizer) + section("noise", noise) + section("start", start)
                + section("start_random", randomStart) + section("run", run) + section("family", family)
                + section("observe", observables) + section("thresholds", thresholds)
                + section("expect", expectations);
    }

    /** Writes the problem file, and gives it back. */
    public Path write(Path file) throws IOException {
        return Files.writeString(file, toml());
    }

    /** The problem as the library's door takes it. */
    public Study study() {
        return Selfstab.parse("built", toml());
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
        return lines.isEmpty() ? "" : "[" + name + "]\n" + lines(lines);
    }

    private static String lines(Map<String, String> lines) {
        return lines.entrySet().stream()
                .map(line -> line.getKey() + " = " + line.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static String key(String name) {
        return name.contains("[") ? quoted(name) : name;
    }

    private static String written(String value) {
        return value.startsWith("[") || value.equals("true") ? value : quoted(value);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
