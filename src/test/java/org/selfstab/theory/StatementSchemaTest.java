package org.selfstab.theory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.selfstab.FileSchema;
import org.selfstab.claims.OdeError;
import org.selfstab.claims.OrderStatement;
import org.selfstab.claims.observation.OdeReadings;
import org.selfstab.claims.observation.RunReadings;
import org.selfstab.expression.syntax.ExpressionParser;
import org.selfstab.run.PredictedFrame;
import org.selfstab.run.ProjectionMethod;
import org.selfstab.symbolic.Calculus;

/** The schema of statement files says what their reader says, as far as a schema can. */
class StatementSchemaTest {

    private static final String EXPRESSION = "what an expression says, a schema does not read";
    private static final String AGREEMENT = "whether one key agrees with another, a schema does not see";
    private static final String OTHER_FILE = "what stands elsewhere, or the file's name, a schema does not see";

    private static final Map<String, String> ONLY_BY_READER = Map.ofEntries(
            Map.entry("bounds-exchanged", AGREEMENT),
            Map.entry("definition-is-symbol", AGREEMENT),
            Map.entry("definition-uses-later", EXPRESSION),
            Map.entry("definitions-explode", EXPRESSION),
            Map.entry("derivative-by-expression", EXPRESSION),
            Map.entry("derivative-too-often", EXPRESSION),
            Map.entry("derivative-without-variable", EXPRESSION),
            Map.entry("family-missing", OTHER_FILE),
            Map.entry("id-differs", OTHER_FILE),
            Map.entry("observable-positive-unknown", OTHER_FILE),
            Map.entry("observable-unknown", OTHER_FILE),
            Map.entry("ode-family-missing", OTHER_FILE),
            Map.entry("positive-unknown", AGREEMENT),
            Map.entry("problem-missing", OTHER_FILE),
            Map.entry("replacement-divides-by-zero", EXPRESSION),
            Map.entry("replacement-incomplete", EXPRESSION),
            Map.entry("replacement-twice", EXPRESSION),
            Map.entry("set-unknown", OTHER_FILE),
            Map.entry("undeclared-symbol", EXPRESSION));

    private static ObjectNode made() {
        Map<String, ObjectNode> properties = new HashMap<>();
        properties.put("id", FileSchema.line("The file's name without .toml."));
        properties.put("kind", FileSchema.oneOf("What it is in the theory.", StatementKind.words()));
        properties.put("title", FileSchema.line("A title, one line."));
        properties.put("statement", text("The statement in words."));
        properties.put("latex", text("The same as a formula in LaTeX, in single quotes."));
        properties.put("source", FileSchema.line("Where it is stated: theory.md (24)."));
        properties.put(
                "depends",
                FileSchema.array(
                                "The ids of the statements that it rests on.",
                                FileSchema.string("The id of another statement."),
                                0,
                                Integer.MAX_VALUE)
                        .put("uniqueItems", true));
        properties.put(
                "check", FileSchema.array("What is computed to test it.", check(), 1, StatementReader.MAX_CHECKS));
        return FileSchema.whole(
                "statement-file",
                "Statement file of selfstab",
                FileSchema.table(
                        "A statement of the theory with its checks.",
                        StatementReader.KEYS,
                        properties,
                        List.of("id", "kind", "title", "statement", "latex", "source", "check")));
    }

    private static ObjectNode text(String description) {
        return FileSchema.string(description).put("pattern", "\\S");
    }

    private static ObjectNode check() {
        ObjectNode schema = FileSchema.described("A check, by its type.").put("type", "object");
        Map<String, ObjectNode> types = Map.of(
                "identity", identity(),
                "observable", observable(),
                "numeric", run("numeric", RunCheckReader.NUMERIC_KEYS, RunReadings.words()),
                "family", run("family", RunCheckReader.RUN_KEYS, OrderStatement.words()),
                "ode", run("ode", RunCheckReader.ODE_KEYS, OdeReadings.words()),
                "ode-family",
                        run(
                                "ode-family",
                                RunCheckReader.RUN_KEYS,
                                Arrays.stream(OdeError.values())
                                        .map(OdeError::word)
                                        .toList()));
        assertThat(types.keySet()).containsExactlyInAnyOrderElementsOf(CheckReader.TYPES);
        ArrayNode each = schema.putArray("oneOf");
        CheckReader.TYPES.forEach(type -> each.add(types.get(type)));
        return schema;
    }

    private static ObjectNode symbol() {
        ObjectNode schema = FileSchema.string("A symbol.").put("pattern", "^[A-Za-z][A-Za-z0-9_]*$");
        ArrayNode taken = schema.putObject("not").putArray("enum");
        Stream.concat(ExpressionParser.builtInNames().stream(), Calculus.names().stream())
                .sorted()
                .forEach(taken::add);
        return schema;
    }

    private static ObjectNode type(String type) {
        return FileSchema.described("What is computed.").put("const", type);
    }

    private static ObjectNode identity() {
        ObjectNode definitions = FileSchema.described("Definitions, each of symbols and those above it.")
                .put("type", "object");
        definitions.set("additionalProperties", FileSchema.expression("A definition."));
        Map<String, ObjectNode> properties = Map.of(
                "type",
                type("identity"),
                "claim",
                FileSchema.line("What is checked, in words."),
                "symbols",
                FileSchema.array("The symbols of the equation.", symbol(), 0, Integer.MAX_VALUE)
                        .put("uniqueItems", true),
                "positive",
                FileSchema.array("Those that are positive.", FileSchema.string("A symbol."), 0, Integer.MAX_VALUE),
                "left",
                FileSchema.expression("The left side of the equation."),
                "right",
                FileSchema.expression("The right side."),
                "let",
                definitions);
        return FileSchema.table(
                "An equation, proved by computer algebra.",
                IdentityReader.KEYS,
                properties,
                List.of("type", "claim", "symbols", "left", "right"));
    }

    private static ObjectNode observable() {
        Map<String, ObjectNode> properties = Map.of(
                "type",
                type("observable"),
                "claim",
                FileSchema.line("What is checked, in words."),
                "problem",
                problem(),
                "observable",
                FileSchema.string("The name of an observable of the problem."),
                "behaviour",
                FileSchema.oneOf("What steps do to it, at all points.", ObservableReader.BEHAVIOURS),
                "change",
                FileSchema.expression("What a step adds to it, of variables, parameters and observables."),
                "positive",
                FileSchema.array(
                        "Variables and parameters that are positive.",
                        FileSchema.string("A variable or parameter."),
                        0,
                        Integer.MAX_VALUE),
                "where",
                FileSchema.array(
                        "What is positive at the points that are claimed.",
                        FileSchema.expression("An expression of variables, parameters and observables."),
                        0,
                        ObservableReader.MOST_CONDITIONS));
        ObjectNode schema = FileSchema.table(
                "What one step of gradient descent does to an observable, at all points.",
                ObservableReader.KEYS,
                properties,
                List.of("type", "claim", "problem", "observable"));
        ArrayNode forms = schema.putArray("anyOf");
        forms.addObject().putArray("required").add("behaviour");
        forms.addObject().putArray("required").add("change");
        return schema;
    }

    private static ObjectNode problem() {
        return FileSchema.string(
                        "The problem file, from the folder that holds the statements' folder: examples/NAME.toml.")
                .put("pattern", "^" + RunCheckReader.PATH.pattern() + "$");
    }

    private static ObjectNode run(String type, Collection<String> keys, List<String> quantities) {
        Map<String, ObjectNode> properties = new HashMap<>();
        properties.put("type", type(type));
        properties.put("claim", FileSchema.line("What is checked, in words."));
        properties.put("problem", problem());
        ObjectNode set = FileSchema.described("Parameters defined anew: { zeta = \"1/2\" }.")
                .put("type", "object");
        set.set("additionalProperties", FileSchema.string("An exact expression."));
        properties.put("set", set);
        properties.put(
                "projection",
                FileSchema.oneOf(
                        "The projection onto the stable set.",
                        Arrays.stream(ProjectionMethod.values())
                                .map(ProjectionMethod::toString)
                                .toList()));
        properties.put(
                "frame",
                FileSchema.oneOf(
                        "The form of the predicted dynamics.",
                        Arrays.stream(PredictedFrame.values())
                                .map(PredictedFrame::toString)
                                .toList()));
        properties.put("quantity", FileSchema.oneOf("What is looked at.", quantities));
        properties.put("at_least", number("The least value accepted."));
        properties.put("at_most", number("The largest value accepted."));
        if (keys.contains("equals")) {
            properties.put("equals", number("The value accepted, within the tolerance."));
            properties.put(
                    "tolerance", number("The largest difference accepted.").put("minimum", 0));
        }
        if (keys.contains("horizon")) {
            properties.put(
                    "horizon",
                    FileSchema.described("The number of steps.")
                            .put("type", "integer")
                            .put("minimum", 1)
                            .put("maximum", RunCheckReader.MAX_HORIZON));
        }
        ObjectNode schema = FileSchema.table(
                "A run of a problem.", keys, properties, List.of("type", "claim", "problem", "quantity"));
        return keys.contains("equals") ? accepting(schema) : bounded(schema);
    }

    private static ObjectNode number(String description) {
        return FileSchema.described(description).put("type", "number");
    }

    /** {@code at_least}, {@code at_most} or both. */
    private static ObjectNode bounded(ObjectNode schema) {
        ArrayNode sides = schema.putArray("anyOf");
        sides.addObject().putArray("required").add("at_least");
        sides.addObject().putArray("required").add("at_most");
        return schema;
    }

    /** These, or {@code equals} with {@code tolerance}. */
    private static ObjectNode accepting(ObjectNode schema) {
        ArrayNode forms = schema.putArray("oneOf");
        forms.addObject().putArray("required").add("equals").add("tolerance");
        ObjectNode bounds = bounded(forms.addObject());
        bounds.putObject("not")
                .putArray("anyOf")
                .addObject()
                .putArray("required")
                .add("equals");
        bounds.withObject("/not")
                .withArray("anyOf")
                .addObject()
                .putArray("required")
                .add("tolerance");
        return schema;
    }

    private static JsonSchema schema() throws IOException {
        return FileSchema.requireCurrent("statement-file", made());
    }

    @Test
    void everyStatementIsValid() throws IOException {
        JsonSchema schema = schema();
        List<Path> files = new ArrayList<>(statements("theory"));
        files.addAll(statements("src/test/resources/statements"));
        assertThat(files).hasSizeGreaterThan(35);
        for (Path file : files) {
            assertThat(FileSchema.faults(file, schema)).as(file.toString()).isEmpty();
        }
    }

    private static List<Path> statements(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(".toml")).toList();
        }
    }

    @Test
    void whatHasTheWrongFormIsRefused() throws IOException {
        FileSchema.requireRefused("bad-statements", schema(), ONLY_BY_READER);
    }

    @Test
    void problemsAreNoStatements() throws IOException {
        assertThat(FileSchema.faults(Path.of("examples/sharp-valley.toml"), schema()))
                .isNotEmpty();
    }
}
