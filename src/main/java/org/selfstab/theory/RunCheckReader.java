package org.selfstab.theory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.selfstab.Selfstab;
import org.selfstab.Study;
import org.selfstab.claims.OdeError;
import org.selfstab.claims.OrderStatement;
import org.selfstab.claims.observation.OdeReadings;
import org.selfstab.claims.observation.RunReadings;
import org.selfstab.problem.Problem;
import org.selfstab.problem.toml.TomlItem;
import org.selfstab.problem.toml.TomlSection;
import org.selfstab.run.PredictedFrame;
import org.selfstab.run.ProjectionMethod;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.Location;
import org.selfstab.vocabulary.SelfstabException;
import org.selfstab.vocabulary.Suggestion;

/** Reads the checks that run an example: of the types numeric, family, ode and ode-family. */
final class RunCheckReader {

    static final List<String> RUN_KEYS =
            List.of("type", "claim", "problem", "set", "projection", "frame", "quantity", "at_least", "at_most");

    static final List<String> NUMERIC_KEYS = with("equals", "tolerance");
    static final List<String> ODE_KEYS = with("equals", "tolerance", "horizon");
    /** A statement's run is done in seconds. */
    static final int MAX_HORIZON = 1_000_000;

    static final Pattern PATH = Pattern.compile("(?!.*\\.\\.)[A-Za-z0-9_][A-Za-z0-9_./-]*\\.toml");

    private final Path file;
    private final List<String> warnings;

    RunCheckReader(Path file, List<String> warnings) {
        this.file = file;
        this.warnings = warnings;
    }

    NumericCheck readNumeric(TomlSection section) {
        section.requireOnly(NUMERIC_KEYS);
        return new NumericCheck(
                claim(section),
                problem(section),
                options(section),
                quantity(section, RunReadings::of, RunReadings.words()),
                new RangeReader(section).read());
    }

    OrderCheck readOrder(TomlSection section) {
        section.requireOnly(RUN_KEYS);
        return new OrderCheck(
                claim(section),
                problemWithFamily(section),
                options(section),
                quantity(section, OrderStatement::of, OrderStatement.words()),
                new RangeReader(section).read());
    }

    OdeCheck readOde(TomlSection section) {
        section.requireOnly(ODE_KEYS);
        RunOptions options = options(section);
        return new OdeCheck(
                claim(section),
                problem(section),
                new RunOptions(
                        options.projection(),
                        options.frame(),
                        section.item("horizon").map(RunCheckReader::steps)),
                quantity(section, OdeReadings::of, OdeReadings.words()),
                new RangeReader(section).read());
    }

    OdeOrderCheck readOdeOrder(TomlSection section) {
        section.requireOnly(RUN_KEYS);
        List<String> words =
                Arrays.stream(OdeError.values()).map(OdeError::word).toList();
        return new OdeOrderCheck(
                claim(section),
                problemWithFamily(section),
                options(section),
                quantity(
                        section,
                        word -> Arrays.stream(OdeError.values())
                                .filter(error -> error.word().equals(word))
                                .findFirst(),
                        words),
                new RangeReader(section).read());
    }

    private static List<String> with(String... more) {
        List<String> keys = new ArrayList<>(RUN_KEYS);
        keys.addAll(List.of(more));
        return List.copyOf(keys);
    }

    private static int steps(TomlItem item) {
        if (!(item.value() instanceof Long steps)) {
            throw item.wrongType("a whole number of steps, without quotes");
        }
        if (steps < 1 || steps > MAX_HORIZON) {
            throw item.location().error("the horizon is " + steps, "it must be from 1 to " + MAX_HORIZON + " steps");
        }
        return steps.intValue();
    }

    private Problem problemWithFamily(TomlSection section) {
        Problem problem = problem(section);
        if (problem.family().isEmpty()) {
            throw problemItem(section).location().error("the problem has no family", "name one with a table [family]");
        }
        return problem;
    }

    private static String claim(TomlSection section) {
        return section.required("claim", "claim = \"...\", what is checked in words")
                .asLine()
                .toString();
    }

    private static TomlItem problemItem(TomlSection section) {
        return section.required("problem", "problem = \"examples/NAME.toml\"");
    }

    /** The example lies below the folder that holds the statements' folder, so a statement cannot read elsewhere. */
    Problem problem(TomlSection section) {
        TomlItem item = problemItem(section);
        String path = item.asString();
        if (!PATH.matcher(path).matches()) {
            throw item.location()
                    .error(
                            "the problem " + Suggestion.shortened(path)
                                    + " is not a plain path to a .toml file beside the statements' folder",
                            "write for instance" + " examples/NAME.toml");
        }
        Path statements = file.toAbsolutePath().normalize().getParent();
        Path home = Optional.ofNullable(statements.getParent()).orElse(statements);
        try {
            Study study = Selfstab.read(home.resolve(path), settings(section));
            study.warnings().forEach(warning -> warnings.add(warning.toString()));
            return study.problem();
        } catch (SelfstabException e) {
            int line = e.where().map(Location::line).orElse(1);
            throw e.within("the problem cannot be used: " + path + ":" + line + ": ")
                    .at(item.location());
        }
    }

    private static Map<String, String> settings(TomlSection section) {
        Map<String, String> settings = new LinkedHashMap<>();
        section.item("set")
                .map(item -> item.asTable("a table: { NAME = \"...\" }"))
                .ifPresent(table -> table.items().forEach(item -> settings.put(item.name(), item.asString())));
        return settings;
    }

    private static RunOptions options(TomlSection section) {
        RunOptions standard = RunOptions.defaults();
        return new RunOptions(
                section.item("projection")
                        .map(item -> named(item, ProjectionMethod.values(), ProjectionMethod::toString))
                        .orElse(standard.projection()),
                section.item("frame")
                        .map(item -> named(item, PredictedFrame.values(), PredictedFrame::toString))
                        .orElse(standard.frame()),
                standard.horizon());
    }

    private static <E> E named(TomlItem item, E[] values, Function<E, String> nameOf) {
        String word = item.asString();
        return Arrays.stream(values)
                .filter(value -> nameOf.apply(value).equals(word))
                .findFirst()
                .orElseThrow(() ->
                        unknown(item, word, Arrays.stream(values).map(nameOf).toList()));
    }

    private static <Q> Q quantity(TomlSection section, Function<String, Optional<Q>> known, List<String> words) {
        TomlItem item = section.required("quantity", "quantity = \"" + words.get(0) + "\"");
        String word = item.asString();
        return known.apply(word).orElseThrow(() -> unknown(item, word, words));
    }

    private static SelfstabException unknown(TomlItem item, String word, List<String> words) {
        return item.location()
                .error(
                        "unknown " + item.name() + " " + Suggestion.shortened(word),
                        Suggestion.suggestion(word, words, "known are"));
    }
}
