package org.selfstab.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.FileSchema;
import org.selfstab.expression.syntax.ExpressionParser;
import org.selfstab.vocabulary.Behaviour;
import org.selfstab.vocabulary.Claim;
import org.selfstab.vocabulary.DriftVerdict;
import org.selfstab.vocabulary.Named;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Quantity;
import org.selfstab.vocabulary.SelfstabException;
import org.selfstab.vocabulary.Stage;
import org.selfstab.vocabulary.Verdict;

/** The schema of problem files says what their reader says, as far as a schema can. */
class ProblemSchemaTest {

    private static final String NAME = "[A-Za-z][A-Za-z0-9_]*";

    @TempDir
    private Path folder;

    private static ObjectNode made() {
        Map<String, ObjectNode> properties = new HashMap<>();
        properties.put("title", FileSchema.line("What people call the problem, one line."));
        properties.put("source", FileSchema.line("Where the problem comes from, one line."));
        ObjectNode variables = FileSchema.array(
                "The parameters theta of gradient descent, in order: [\"x\", \"y\"].",
                variable(),
                1,
                Integer.MAX_VALUE);
        properties.put("variables", variables.put("uniqueItems", true));
        properties.put(
                "loss",
                FileSchema.expression(
                        "The loss L, an expression of variables and parameters: + - * / ^, exp, log, sqrt, tanh, sum, ..."));
        properties.put("parameters", parameters());
        properties.put("data", data());
        properties.put("start", start());
        properties.put(
                "start_file",
                arrays(
                        "Files with the rows of arrays.",
                        FileSchema.line("A file beside the problem or in a folder below it.")));
        properties.put("start_random", startRandom());
        properties.put("optimizer", optimizer());
        properties.put("noise", noise());
        properties.put("observe", observe());
        properties.put("run", run());
        properties.put("family", family());
        properties.put("expect", expect());
        properties.put("thresholds", thresholds());
        ObjectNode table = FileSchema.table(
                "A loss, its parameters, a start and what is claimed of it.",
                ProblemAssembly.KEYS,
                properties,
                List.of("title", "variables", "parameters"));
        ArrayNode losses = table.putArray("oneOf");
        losses.addObject().putArray("required").add("loss");
        ObjectNode ofItems = losses.addObject();
        ofItems.putArray("required").add("noise");
        ofItems.putObject("properties").putObject("noise").putArray("required").add("items");
        ArrayNode starts = table.putArray("anyOf");
        List.of("start", "start_file", "start_random")
                .forEach(key -> starts.addObject().putArray("required").add(key));
        ObjectNode schema = FileSchema.whole("problem-file", "Problem file of selfstab", table);
        schema.putObject("definitions").set("number", number());
        return schema;
    }

    private static ObjectNode name(String description) {
        ObjectNode schema = FileSchema.string(description).put("pattern", "^" + NAME + "$");
        ArrayNode builtIn = schema.putObject("not").putArray("enum");
        ExpressionParser.builtInNames().stream().sorted().forEach(builtIn::add);
        return schema;
    }

    /** A name, or an array of one index or two. */
    private static ObjectNode variable() {
        ObjectNode schema = FileSchema.described("A variable, x, or an array of variables, W[1..8,1..3].");
        schema.putArray("anyOf")
                .add(name("A variable: letters, digits and _, a letter first."))
                .add(FileSchema.string("An array of variables.")
                        .put("pattern", "^" + DeclaredNames.ARRAY.pattern() + "$"));
        return schema;
    }

    private static ObjectNode arrays(String description, ObjectNode ofEach) {
        ObjectNode schema = FileSchema.described(description).put("type", "object");
        schema.set("propertyNames", name("The name of an array."));
        schema.set("additionalProperties", ofEach);
        return schema;
    }

    private static ObjectNode start() {
        ObjectNode schema = FileSchema.described(
                        "The first iterate: an expression of the parameters for each variable, or a rule for an array, \"W[i,j]\".")
                .put("type", "object");
        ArrayNode keys = schema.putObject("propertyNames").putArray("anyOf");
        keys.add(name("A variable."));
        keys.add(FileSchema.string("Entries of an array.").put("pattern", "^" + StartReader.ELEMENTS.pattern() + "$"));
        schema.set("additionalProperties", FileSchema.expression("A coordinate of the start."));
        return schema;
    }

    private static ObjectNode optimizer() {
        ObjectNode row = FileSchema.array("One entry for each copy.", FileSchema.expression("A number."), 1, 8);
        ObjectNode method = FileSchema.string("What makes the next iterate; gradient_descent where there is none.");
        ArrayNode names = method.putArray("enum");
        OptimizerReader.METHODS.keySet().forEach(names::add);
        ObjectNode moments = FileSchema.array(
                "One positive number for each group.", FileSchema.expression("A second moment."), 1, 100_000);
        ObjectNode nu = FileSchema.expression(
                "The share of the momentum in a step, a parameter of this name; of rmsprop and adam the second moments in the first step, or \"at edge\".");
        nu.withArray("type").add("array");
        ObjectNode groups = FileSchema.array(
                "scalar, parameter, or lists of variables.",
                FileSchema.array("A group.", FileSchema.string("A variable."), 1, 100_000),
                1,
                100_000);
        groups.putArray("type").add("array").add("string");
        Map<String, ObjectNode> properties = Map.ofEntries(
                Map.entry("method", method),
                Map.entry("momentum", FileSchema.expression("The momentum m; a parameter of this name.")),
                Map.entry("nu", nu),
                Map.entry(
                        "beta",
                        FileSchema.expression(
                                "The share of the average in the point of schedule_free's gradient; a parameter of this name.")),
                Map.entry(
                        "weight",
                        FileSchema.expression(
                                "The weight of the newest point in schedule_free's average; a parameter of this name.")),
                Map.entry(
                        "weight_decay",
                        FileSchema.expression(
                                "lambda of lambda |theta|^2/2, which is added to the loss; a parameter of this name.")),
                Map.entry("beta1", FileSchema.expression("The momentum of adam; a parameter of this name.")),
                Map.entry(
                        "beta2", FileSchema.expression("How much of nu is kept in a step; a parameter of this name.")),
                Map.entry("groups", groups),
                Map.entry(
                        "nu_ratio",
                        moments.put("description", "Second moments, scaled such that the start is at the edge.")),
                Map.entry(
                        "decoupled",
                        FileSchema.described(
                                        "Whether weight decay shrinks the parameters apart from the gradient; false by default.")
                                .put("type", "boolean")),
                Map.entry(
                        "falling",
                        FileSchema.described(
                                        "Whether the weight of schedule_free's average falls, as weight/(1 + weight t); false by default.")
                                .put("type", "boolean")),
                Map.entry("A", FileSchema.array("The rows of A of a linear optimizer.", row, 1, 8)),
                Map.entry("B", row.deepCopy().put("description", "B of a linear optimizer.")),
                Map.entry("C", row.deepCopy().put("description", "C of a linear optimizer.")));
        return FileSchema.table(
                "The optimizer; without this table gradient descent.", OptimizerReader.KEYS, properties, List.of());
    }

    private static ObjectNode noise() {
        ObjectNode variances =
                FileSchema.array("One for each variable.", FileSchema.expression("A variance."), 1, Integer.MAX_VALUE);
        ObjectNode variance =
                FileSchema.described("Of what is added to a gradient: a number, one for each variable, or a matrix.");
        variance.putArray("anyOf")
                .add(FileSchema.expression("A variance."))
                .add(variances)
                .add(FileSchema.array("The rows of the covariance.", variances, 1, Integer.MAX_VALUE));
        ObjectNode kind = FileSchema.string("Normal noise, or gradients of mini-batches.");
        ArrayNode kinds = kind.putArray("enum");
        NoiseReader.KINDS.keySet().stream().sorted().forEach(kinds::add);
        Map<String, ObjectNode> properties = Map.of(
                "kind",
                kind,
                "variance",
                variance,
                "seed",
                FileSchema.described("The generator's seed.").put("type", "integer"),
                "batch",
                FileSchema.expression("How many items are drawn for a gradient; a parameter of this name."),
                "items",
                FileSchema.array(
                        "The items, whose mean is the loss.",
                        FileSchema.expression("An item."),
                        NoiseReader.FEWEST_ITEMS,
                        NoiseReader.MOST_ITEMS),
                "replacement",
                FileSchema.described("Whether an item may be drawn again for the same batch.")
                        .put("type", "boolean")
                        .put("default", false));
        return FileSchema.table("What makes gradients random.", NoiseReader.KEYS, properties, List.of("kind"));
    }

    private static ObjectNode startRandom() {
        ObjectNode schema = arrays(
                "A random start for all variables that have no other.",
                FileSchema.expression("Another scale for an array."));
        Map<String, ObjectNode> properties = Map.of(
                "seed", FileSchema.described("The generator's seed.").put("type", "integer"),
                "scale", FileSchema.expression("The largest magnitude."));
        assertThat(properties.keySet()).containsExactlyInAnyOrderElementsOf(StartReader.KEYS_OF_RANDOM);
        ArrayNode required = schema.putArray("required");
        StartReader.KEYS_OF_RANDOM.forEach(required::add);
        ObjectNode all = schema.putObject("properties");
        StartReader.KEYS_OF_RANDOM.forEach(key -> all.set(key, properties.get(key)));
        return schema;
    }

    private static ObjectNode data() {
        ObjectNode row =
                FileSchema.array("A row for each point.", FileSchema.expression("A number."), 1, Integer.MAX_VALUE);
        ObjectNode entry = FileSchema.described("A number for each point, or a row.");
        entry.putArray("anyOf").add(FileSchema.expression("A number.")).add(row);
        Map<String, ObjectNode> properties = Map.of(
                "file",
                FileSchema.line(
                        "A CSV file beside the problem or in a folder below it; its first line names the columns."),
                "inline",
                arrays(
                                "The data, an array for each name with an entry for each point.",
                                FileSchema.array("An entry for each point.", entry, 1, Integer.MAX_VALUE))
                        .put("minProperties", 1));
        ObjectNode schema = FileSchema.table("The data that the loss runs over.", Data.KEYS, properties, List.of());
        schema.remove("required");
        ArrayNode both = schema.putObject("not").putArray("required");
        Data.KEYS.forEach(both::add);
        return schema;
    }

    private static ObjectNode named(String description, String ofEach) {
        ObjectNode schema = FileSchema.described(description).put("type", "object");
        schema.set("propertyNames", name("Letters, digits and _, a letter first."));
        schema.set("additionalProperties", FileSchema.expression(ofEach));
        return schema;
    }

    private static ObjectNode parameters() {
        ObjectNode schema = named(
                "Names with exact values, each an expression of other parameters.",
                "An exact value, in quotes: \"3/10\".");
        schema.putArray("required").add(Problem.STEP_SIZE);
        schema.putObject("properties")
                .set(
                        Problem.STEP_SIZE,
                        FileSchema.expression(
                                        "The step size, positive. The edge of stability is at sharpness 2/eta; selfstab explore shows which meet it.")
                                .put("exclusiveMinimum", 0));
        return schema;
    }

    private static ObjectNode run() {
        Map<String, ObjectNode> properties = Map.of(
                "at_edge",
                FileSchema.described("true: the start is t = 0. false: the optimizer alone goes first, until the edge.")
                        .put("type", "boolean")
                        .put("default", false),
                "horizon",
                FileSchema.expression(
                        "The last step, an expression of parameters and of delta and alpha at t = 0; by default three periods."),
                "kick",
                FileSchema.expression("x_0 in units of delta, for runs that come smoothly from below: \"1/2\"."),
                "max_steps",
                FileSchema.described("The largest number of steps of any kind.")
                        .put("type", "integer")
                        .put("default", RunSettings.DEFAULT_MAX_STEPS)
                        .put("minimum", 1)
                        .put("maximum", RunSettings.MAX_STEPS),
                "unstable",
                FileSchema.described(
                                "How many of the largest eigenvalues are followed, at most the number of variables; by default one, and more where they meet at the edge.")
                        .put("type", "integer")
                        .put("minimum", 1)
                        .put("maximum", RunSettings.MOST_UNSTABLE));
        return FileSchema.table("How long and from where to run.", RunReader.KEYS, properties, List.of());
    }

    private static ObjectNode family() {
        Map<String, ObjectNode> properties = Map.of(
                "parameter",
                FileSchema.string("The parameter that goes to 0, epsilon for instance.")
                        .put("pattern", "^" + NAME + "$"),
                "values",
                FileSchema.array(
                        "Its values, exact numbers.", FileSchema.expression("A value."), 2, FamilyReader.MAX_VALUES));
        return FileSchema.table(
                "The members over which the order of each error is fitted.",
                FamilyReader.KEYS,
                properties,
                List.of("parameter", "values"));
    }

    private static ObjectNode thresholds() {
        Map<String, ObjectNode> leaves = new LinkedHashMap<>();
        for (Quantity threshold : Quantities.limited()) {
            Quantity.Limit limit = threshold.limit().orElseThrow();
            ObjectNode leaf = FileSchema.expression("What " + threshold.words() + " is held against, " + limit.range()
                            + "; by default " + limit.byDefault() + ".")
                    .put("exclusiveMinimum", 0);
            leaves.put(
                    threshold.key(), limit.largest() < Double.MAX_VALUE ? leaf.put("maximum", limit.largest()) : leaf);
        }
        return groups("What conditions and conclusions are held against.", leaves);
    }

    private static ObjectNode observe() {
        ObjectNode schema = FileSchema.described("What is watched along the iterates: a name for each expression.")
                .put("type", "object")
                .put("maxProperties", ObservablesReader.MOST);
        schema.set("propertyNames", name("The name of an observable."));
        schema.set(
                "additionalProperties",
                FileSchema.expression("An expression of variables, parameters, L, S, next(...) and previous(...)."));
        return schema;
    }

    private static ObjectNode behaviour() {
        ObjectNode table = FileSchema.table(
                "Bounds of all values, or what they are below in the end.",
                AssertionReader.KEYS_OF_BEHAVIOUR,
                Map.of(
                        AssertionReader.AT_LEAST, FileSchema.expression("The least value."),
                        AssertionReader.AT_MOST, FileSchema.expression("The largest value."),
                        AssertionReader.EVENTUALLY_BELOW, FileSchema.expression("What it is below in the end.")),
                List.of());
        table.remove("required");
        table.put("minProperties", 1);
        ObjectNode schema = FileSchema.described("What the observable does along the run.");
        schema.putArray("anyOf")
                .add(FileSchema.oneOf("What it does.", Behaviour.words()))
                .add(FileSchema.string("What it is below in the end.")
                        .put("pattern", "^" + Behaviour.EVENTUALLY_BELOW.inWords() + " "))
                .add(table);
        return schema;
    }

    private static ObjectNode expect() {
        Map<String, ObjectNode> leaves = new LinkedHashMap<>();
        QuantityNames names = new QuantityNames("expectation", List.of());
        for (String key : names.all()) {
            names.find(key).ifPresent(known -> leaves.put(key, assertion(known)));
        }
        ObjectNode schema = groups("What is claimed of the run, for selfstab test.", leaves);
        String variable = "[A-Za-z][A-Za-z0-9_]*$";
        ObjectNode coordinate = number(Quantities.LIMIT_COORDINATE);
        schema.putObject("patternProperties")
                .<ObjectNode>set("^" + Quantities.ETA_LAMBDA.key() + "[1-9][0-9]{0,5}$", number(Quantities.ETA_LAMBDA))
                .<ObjectNode>set("^limit\\." + variable, coordinate)
                .<ObjectNode>set("^observable\\." + variable, behaviour())
                .<ObjectNode>set(
                        "^observable\\.[A-Za-z][A-Za-z0-9_]*\\.("
                                + ObservedNumber.all().collect(Collectors.joining("|")) + ")$",
                        number(Quantities.OBSERVED))
                .set("^steps_to\\( ?loss ?< ?[0-9.eE/+-]+ ?\\)$", number(Quantities.STEPS_TO));
        ObjectNode observables =
                FileSchema.described("What observables do along the run.").put("type", "object");
        ((ObjectNode) schema.get("properties")).set("observable", observables);
        ((ObjectNode) schema.get("properties").get("limit"))
                .putObject("patternProperties")
                .set("^" + variable, coordinate);
        return schema;
    }

    private static ObjectNode assertion(Named named) {
        if (named instanceof Claim claim) {
            return FileSchema.oneOf(
                    "The verdict on " + claim.title() + ".",
                    AssertionReader.VERDICTS.stream()
                            .map(Verdict.Status::inWords)
                            .toList());
        }
        Quantity quantity = (Quantity) named;
        if (quantity.kind() == Quantity.Kind.DRIFT) {
            return FileSchema.oneOf("What becomes of the oscillation.", DriftVerdict.words());
        }
        return quantity.kind() == Quantity.Kind.STAGES
                ? FileSchema.array(
                        "The stages of the oscillation in their order.",
                        FileSchema.oneOf(
                                "A stage.",
                                Arrays.stream(Stage.values()).map(Stage::title).toList()),
                        1,
                        Integer.MAX_VALUE)
                : number(quantity);
    }

    private static ObjectNode number(Quantity quantity) {
        ObjectNode schema = FileSchema.described(
                quantity.description() + ": a value in quotes, { equals = ..., tolerance = ... } or bounds.");
        schema.putArray("allOf").addObject().put("$ref", "#/definitions/number");
        return schema;
    }

    private static ObjectNode number() {
        ObjectNode bounds = FileSchema.table(
                "Bounds, or a value with a tolerance.",
                AssertionReader.KEYS,
                Map.of(
                        AssertionReader.AT_LEAST, FileSchema.expression("The least value."),
                        AssertionReader.AT_MOST, FileSchema.expression("The largest value."),
                        AssertionReader.EQUALS, FileSchema.expression("The value."),
                        AssertionReader.TOLERANCE,
                                FileSchema.expression("How far it may be off, relatively.")
                                        .put("minimum", 0)
                                        .put("maximum", Assertion.OfValue.LARGEST_TOLERANCE)),
                List.of());
        bounds.remove("required");
        ArrayNode forms = bounds.putArray("oneOf");
        forms.addObject().putArray("required").add(AssertionReader.EQUALS);
        ObjectNode oneSide = forms.addObject();
        oneSide.putArray("anyOf").addObject().putArray("required").add(AssertionReader.AT_LEAST);
        oneSide.withArray("anyOf").addObject().putArray("required").add(AssertionReader.AT_MOST);
        oneSide.putObject("not").putArray("required").add(AssertionReader.TOLERANCE);
        ObjectNode schema = FileSchema.described("A value, a value with a tolerance, or bounds.");
        schema.putArray("anyOf").add(FileSchema.expression("The value.")).add(bounds);
        return schema;
    }

    /** Names with dots stand in quotes, or as tables in tables; a name that begins others may stand for both. */
    private static ObjectNode groups(String description, Map<String, ObjectNode> leaves) {
        ObjectNode schema = group(description, leaves, "");
        ObjectNode properties = (ObjectNode) schema.get("properties");
        leaves.forEach((key, leaf) -> {
            if (key.contains(".")) {
                properties.set(key, leaf);
            }
        });
        return schema;
    }

    private static ObjectNode group(String description, Map<String, ObjectNode> leaves, String prefix) {
        ObjectNode schema =
                FileSchema.described(description).put("type", "object").put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        leaves.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()).split("\\.", 2)[0])
                .distinct()
                .forEach(word -> {
                    Optional<ObjectNode> leaf = Optional.ofNullable(leaves.get(prefix + word));
                    boolean isGroup = leaves.keySet().stream().anyMatch(key -> key.startsWith(prefix + word + "."));
                    ObjectNode inner = isGroup
                            ? group("What begins with " + prefix + word + ".", leaves, prefix + word + ".")
                            : null;
                    if (leaf.isPresent() && isGroup) {
                        ObjectNode both = properties.putObject(word);
                        both.putArray("anyOf").add(leaf.get().deepCopy()).add(inner);
                    } else {
                        properties.set(
                                word, isGroup ? inner : leaf.orElseThrow().deepCopy());
                    }
                });
        return schema;
    }

    private static JsonSchema schema() throws IOException {
        return FileSchema.requireCurrent("problem-file", made());
    }

    @Test
    void everyProblemOfTheExamplesIsValid() throws IOException {
        JsonSchema schema = schema();
        List<Path> files = Stream.of("examples", "src/main/resources/org/selfstab/cli/new", "src/test/resources/cases")
                .flatMap(place -> below(place).stream())
                // The sharp valley below two thousand comments, for which the library alone, without the reader, needs
                // a minute.
                .filter(file -> !file.endsWith("cubic-valid.toml"))
                .toList();
        assertThat(files).hasSizeGreaterThan(40);
        for (Path file : files) {
            List<String> faults = FileSchema.faults(file, schema);
            // Reading a large problem takes longer than its schema does.
            assertThat(faults.isEmpty() || !isProblem(file))
                    .as("%s: %s", file, faults)
                    .isTrue();
        }
    }

    private static boolean isProblem(Path file) {
        try {
            ProblemReader.read(file);
            return true;
        } catch (SelfstabException other) {
            return false;
        }
    }

    private static List<Path> below(String place) {
        try (Stream<Path> all = Files.walk(Path.of(place))) {
            return all.filter(file -> file.toString().endsWith(".toml")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void whatHasTheWrongFormIsRefused() throws IOException {
        FileSchema.requireRefused("bad-problems", schema(), ONLY_BY_READER);
    }

    /** A file in which every key of the reader occurs, each in both ways of writing dots. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true  | coupling.constant = { at_most = 3 }",
                "true  | \"coupling.constant\" = 3",
                "true  | \"coupling.constant\" = \"1/3\"",
                "true  | sharpness = \"2/eta\"",
                "true  | sharpness.constant = { at_most = \"3\" }",
                "true  | sharpness = { equals = 3, tolerance = 1e-3 }",
                "true  | eta_lambda_2 = 1",
                "true  | stages = [\"blow-up\"]",
                "true  | condition.eigengap = \"not applicable\"",
                "false | eta_lambda_0 = 1",
                "false | coupling.constnt = 3",
                "false | sharpness = { at_most = 3, tolerance = 1 }",
                "false | sharpness = { equals = 3, at_most = 3 }",
                "false | delta = { }",
                "false | condition.eigengap = \"hold\"",
                "false | sharpness = true"
            })
    void expectationsAreReadAndCheckedAlike(boolean good, String line) throws IOException {
        String text = Files.readString(Path.of("src/main/resources/org/selfstab/cli/new/valley.toml"));
        Path file = Files.writeString(
                folder.resolve("case.toml"), text.substring(0, text.indexOf("[expect]")) + "[expect]\n" + line + "\n");

        assertThat(FileSchema.faults(file, schema()).isEmpty()).isEqualTo(good);
        assertThat(isProblem(file)).isEqualTo(good);
    }

    private static final String EXPRESSION = "what an expression says, a schema does not read";
    private static final String AGREEMENT = "whether one key agrees with another, a schema does not see";
    private static final String NUMBER_IN_QUOTES = "a number in quotes is a string";

    private static final Map<String, String> ONLY_BY_READER = Map.ofEntries(
            Map.entry("adaptive-groups", AGREEMENT),
            Map.entry("adaptive-group-missing", AGREEMENT),
            Map.entry("adaptive-group-twice", AGREEMENT),
            Map.entry("adaptive-moments", AGREEMENT),
            Map.entry("adaptive-zero", EXPRESSION),
            Map.entry("adaptive-vanishing", EXPRESSION),
            Map.entry("adaptive-both", AGREEMENT),
            Map.entry("adaptive-beta", EXPRESSION),
            Map.entry("adaptive-word", EXPRESSION),
            Map.entry("adaptive-beta1", AGREEMENT),
            Map.entry("noise-asymmetric", AGREEMENT),
            Map.entry("observe-expectation", AGREEMENT),
            Map.entry("observe-far", EXPRESSION),
            Map.entry("observe-unknown", EXPRESSION),
            Map.entry("noise-batch", AGREEMENT),
            Map.entry("noise-entries", AGREEMENT),
            Map.entry("noise-foreign", AGREEMENT),
            Map.entry("noise-missing", AGREEMENT),
            Map.entry("noise-not-linear", EXPRESSION),
            Map.entry("noise-variance", NUMBER_IN_QUOTES),
            Map.entry("noise-without-data", EXPRESSION),
            Map.entry("optimizer-decay", EXPRESSION),
            Map.entry("optimizer-decoupled", AGREEMENT),
            Map.entry("optimizer-double-pole", EXPRESSION),
            Map.entry("optimizer-early-exit", EXPRESSION),
            Map.entry("optimizer-foreign", AGREEMENT),
            Map.entry("optimizer-missing", AGREEMENT),
            Map.entry("optimizer-momentum", EXPRESSION),
            Map.entry("optimizer-rows", AGREEMENT),
            Map.entry("optimizer-sum", EXPRESSION),
            Map.entry("optimizer-twice", AGREEMENT),
            Map.entry("optimizer-variable", EXPRESSION),
            Map.entry("array-and-data", AGREEMENT),
            Map.entry("array-and-parameter", AGREEMENT),
            Map.entry("array-and-variable", AGREEMENT),
            Map.entry("array-index-outside", EXPRESSION),
            Map.entry("array-rule-without-array", AGREEMENT),
            Map.entry("array-rule-of-no-element", AGREEMENT),
            Map.entry("array-start-twice", AGREEMENT),
            Map.entry("array-without-index", EXPRESSION),
            Map.entry("cross-entropy-class", EXPRESSION),
            Map.entry("data-and-variable", AGREEMENT),
            Map.entry("data-inline-lengths", AGREEMENT),
            Map.entry("data-missing", AGREEMENT),
            Map.entry("data-outside", "where a path leads, a schema does not see"),
            Map.entry("logistic-label-zero", EXPRESSION),
            Map.entry("logistic-of-one", EXPRESSION),
            Map.entry("mlp-unknown-activation", EXPRESSION),
            Map.entry("mlp-vector-as-number", EXPRESSION),
            Map.entry("mlp-weights-do-not-fit", EXPRESSION),
            Map.entry("bounds-exchanged", AGREEMENT),
            Map.entry("date", "editors hand a date to a schema as a string"),
            Map.entry("eta-negative", NUMBER_IN_QUOTES),
            Map.entry("eta-zero", NUMBER_IN_QUOTES),
            Map.entry("eta-zero-expected", NUMBER_IN_QUOTES),
            Map.entry("expectation-divided-by-zero", EXPRESSION),
            Map.entry("expectation-not-finite", EXPRESSION),
            Map.entry("expectation-of-missing-eigenvalue", AGREEMENT),
            Map.entry("expectation-of-nothing", "a group of quantities may be a table, and an empty one is none"),
            Map.entry("expectation-of-undeclared-name", AGREEMENT),
            Map.entry("expectation-of-variable", AGREEMENT),
            Map.entry("expectation-order-without-family", AGREEMENT),
            Map.entry("family-member-without-value", EXPRESSION),
            Map.entry("family-of-unknown-parameter", AGREEMENT),
            Map.entry("family-value-not-closed", EXPRESSION),
            Map.entry("family-value-twice", EXPRESSION),
            Map.entry("floor-in-loss", EXPRESSION),
            Map.entry("gradient-not-finite", EXPRESSION),
            Map.entry("horizon-divides-by-zero", EXPRESSION),
            Map.entry("horizon-not-real", EXPRESSION),
            Map.entry("horizon-too-large", NUMBER_IN_QUOTES),
            Map.entry("horizon-too-small", NUMBER_IN_QUOTES),
            Map.entry("horizon-with-inner-floor", EXPRESSION),
            Map.entry("loss-not-finite", EXPRESSION),
            Map.entry("not-an-expression", EXPRESSION),
            Map.entry("parameter-cancels-what-is-not-real", EXPRESSION),
            Map.entry("parameter-cycle", EXPRESSION),
            Map.entry("parameter-divided-by-zero", EXPRESSION),
            Map.entry("parameter-infinite", EXPRESSION),
            Map.entry("parameter-is-variable", AGREEMENT),
            Map.entry("parameter-not-real", EXPRESSION),
            Map.entry("parameter-uses-variable", EXPRESSION),
            Map.entry("start-divided-by-zero", EXPRESSION),
            Map.entry("start-missing-of-variable", AGREEMENT),
            Map.entry("start-not-real", EXPRESSION),
            Map.entry("start-of-undeclared", AGREEMENT),
            Map.entry("start-uses-variable", EXPRESSION),
            Map.entry("threshold-eigengap-too-large", NUMBER_IN_QUOTES),
            Map.entry("threshold-not-a-number", NUMBER_IN_QUOTES),
            Map.entry("undeclared-after-escape", EXPRESSION),
            Map.entry("undeclared-crlf", EXPRESSION),
            Map.entry("undeclared-in-literal-string", EXPRESSION),
            Map.entry("undeclared-in-loss", EXPRESSION),
            Map.entry("undeclared-in-multi-line-string", EXPRESSION),
            Map.entry("undeclared-in-multi-line-string-crlf", EXPRESSION),
            Map.entry("unstable-too-many", AGREEMENT),
            Map.entry("variable-and-array", AGREEMENT));
}
