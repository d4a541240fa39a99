package org.selfstab.problem;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.selfstab.expression.syntax.ArrayShape;
import org.selfstab.expression.syntax.ExpressionParser;
import org.selfstab.problem.toml.TomlItem;
import org.selfstab.problem.toml.TomlSection;
import org.selfstab.vocabulary.Location;
import org.selfstab.vocabulary.SelfstabException;
import org.selfstab.vocabulary.Suggestion;

/** The names of variables and parameters, each declared once and none of them built in. */
final class DeclaredNames {

    private static final int MAX_VARIABLES = 100_000;

    /** A name, or a name with one range or two, as {@code W[1..8,1..3]}. */
    static final Pattern ARRAY = Pattern.compile(
            "([A-Za-z][A-Za-z0-9_]*) *\\[ *([0-9]{1,6}) *\\.\\. *([0-9]{1,6}) *(?:, *([0-9]{1,6}) *\\.\\. *([0-9]{1,6}) *)?]");

    private final Set<String> variables = new LinkedHashSet<>();
    private final Map<String, ArrayShape> arrays = new LinkedHashMap<>();
    private final Set<String> parameters = new LinkedHashSet<>();
    private final Data data;

    private final Supplier<ExpressionParser> ofParameters = Suppliers.memoize(() -> withData(
            new ExpressionParser(parameters()).refusing(variables(), "a variable", "only parameters may occur here")));

    private final Supplier<ExpressionParser> closed = Suppliers.memoize(() -> {
        Set<String> all = new LinkedHashSet<>(variables());
        all.addAll(parameters());
        return new ExpressionParser(Set.of()).refusing(all, "a name", "only numbers may occur here");
    });

    private DeclaredNames(Data data) {
        this.data = data;
    }

    /**
     * Reads all names.
     *
     * @param others the items of [optimizer] and [noise] that define parameters
     */
    static DeclaredNames read(TomlItem variables, TomlSection parameters, List<TomlItem> others, Data data) {
        DeclaredNames names = new DeclaredNames(data);
        List<TomlItem> entries = variables.asArray();
        if (entries.isEmpty()) {
            throw variables.location().error("variables is empty", "a loss needs at least one, as in [\"x\", \"y\"]");
        }
        entries.forEach(entry -> names.declare(entry.asString(), entry.location()));
        parameters.items().forEach(item -> names.declareParameter(item.name(), item.key(), parameters.name()));
        others.forEach(item -> names.declareParameter(
                item.name(), item.key(), item.name().equals(NoiseReader.BATCH) ? "[noise]" : "[optimizer]"));
        return names;
    }

    /** A variable, or all elements of an array. */
    private void declare(String entry, Location place) {
        Matcher array = ARRAY.matcher(entry);
        if (!array.matches()) {
            if (entry.indexOf('[') > 0) {
                throw place.error(
                        Suggestion.shortened(entry) + " is no array",
                        "write ranges of one index or two, as W[1..8,1..3]");
            }
            declareVariable(entry, place);
            return;
        }
        List<ArrayShape.Range> ranges = new ArrayList<>();
        ranges.add(range(array.group(2), array.group(3), place));
        if (array.group(4) != null) {
            ranges.add(range(array.group(4), array.group(5), place));
        }
        long size = ranges.stream().mapToLong(ArrayShape.Range::size).reduce(1, (a, b) -> a * b);
        if (variables.size() + size > MAX_VARIABLES) {
            throw place.error("more than " + MAX_VARIABLES + " variables", "declare a smaller array");
        }
        String name = array.group(1);
        NameRules.requireUsable("variable", name, place);
        ArrayShape shape = new ArrayShape(ranges);
        if (arrays.put(name, shape) != null) {
            throw place.error("array " + name + " is declared twice", "remove one");
        }
        if (variables.contains(name)) {
            throw bothArrayAnd("variable", name, place);
        }
        requireNoData("variable", name, place);
        shape.indices().forEach(indices -> declareVariable(ArrayShape.element(name, indices), place));
    }

    private static ArrayShape.Range range(String from, String to, Location place) {
        if (Integer.parseInt(to) < Integer.parseInt(from)) {
            throw place.error("the range " + from + ".." + to + " is empty", "its end must not be the smaller");
        }
        return new ArrayShape.Range(Integer.parseInt(from), Integer.parseInt(to));
    }

    private void declareVariable(String name, Location place) {
        NameRules.requireUsable("variable", name, place);
        if (!variables.add(name)) {
            throw place.error("variable " + name + " is declared twice", "remove one");
        }
        if (arrays.containsKey(name)) {
            throw bothArrayAnd("variable", name, place);
        }
        requireNoData("variable", name, place);
    }

    /** In some arguments of functions a name alone is the whole array, so that it would mean two things. */
    private static SelfstabException bothArrayAnd(String kind, String name, Location place) {
        return place.error(name + " is both an array and a " + kind, "rename one");
    }

    private void requireNoData(String kind, String name, Location place) {
        if (data.constants().containsKey(name) || data.arrays().containsKey(name)) {
            throw place.error(name + " is a " + kind + " and in the data", "rename one");
        }
    }

    private void declareParameter(String name, Location place, String table) {
        NameRules.requireUsable("parameter", name, place);
        if (variables.contains(name)) {
            throw place.error(name + " is both a variable and a parameter", "rename one");
        }
        if (arrays.containsKey(name)) {
            throw bothArrayAnd("parameter", name, place);
        }
        requireNoData("parameter", name, place);
        if (!parameters.add(name)) {
            throw place.error(
                    table + " defines " + name + ", which is in [parameters], too", "leave it in " + table + " alone");
        }
    }

    Set<String> variables() {
        return variables;
    }

    /** The shapes of the arrays among the variables. */
    Map<String, ArrayShape> arrays() {
        return arrays;
    }

    Set<String> parameters() {
        return parameters;
    }

    /** The names of the arrays in the data. */
    Set<String> dataArrays() {
        return data.arrays().keySet();
    }

    /** How many points the data have; 0 without data. */
    int dataPoints() {
        return data.points();
    }

    /** For the loss. */
    ExpressionParser ofVariablesAndParameters() {
        Set<String> all = new LinkedHashSet<>(variables);
        all.addAll(parameters);
        Map<String, ArrayShape> shapes = new LinkedHashMap<>(arrays);
        shapes.putAll(data.arrays());
        return new ExpressionParser(all).withArrays(shapes, data.constants(), data.points());
    }

    /** A parser that knows the data, too. */
    private ExpressionParser withData(ExpressionParser parser) {
        return parser.withArrays(data.arrays(), data.constants(), data.points());
    }

    /** For horizons, which may use some quantities at t = 0; a parameter of such a name is meant before them. */
    ExpressionParser ofHorizon() {
        Set<String> all = new LinkedHashSet<>(parameters);
        Problem.AT_START.stream().filter(name -> !variables.contains(name)).forEach(all::add);
        return withData(new ExpressionParser(all)
                .refusing(variables, "a variable", "only parameters, delta and alpha may occur here"));
    }

    /** For parameters, starts and kicks. */
    ExpressionParser ofParameters() {
        return ofParameters.get();
    }

    /** For values of a family and bounds. */
    ExpressionParser closed() {
        return closed.get();
    }
}
