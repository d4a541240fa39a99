package org.selfstab.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.syntax.ArrayShape;
import org.selfstab.expression.syntax.ExpressionParser;
import org.selfstab.problem.toml.ExpressionReader;
import org.selfstab.problem.toml.Located;
import org.selfstab.problem.toml.TomlItem;
import org.selfstab.problem.toml.TomlSection;
import org.selfstab.vocabulary.SelfstabException;
import org.selfstab.vocabulary.Suggestion;

/**
 * Reads [start], [start_file] and [start_random]: of each variable its own entry in [start], else the rule of its array there, else its array's
 * file, else a random number.
 */
final class StartReader {

    /** {@code W[i,j]}, {@code W[1,j]} or {@code W[1,2]}. */
    static final Pattern ELEMENTS =
            Pattern.compile("([A-Za-z][A-Za-z0-9_]*) *\\[ *(\\w{1,20}) *(?:, *(\\w{1,20}) *)?]");

    /** Those of [start_random] besides names of arrays. */
    static final List<String> KEYS_OF_RANDOM = List.of("seed", "scale");

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,6}");

    private final ExpressionReader expressions;
    private final DeclaredNames names;
    private final DataFiles files;

    StartReader(ExpressionReader expressions, DeclaredNames names, DataFiles files) {
        this.expressions = expressions;
        this.names = names;
        this.files = files;
    }

    /** The start of each variable, in the order of the variables. */
    Map<String, Located<Expression>> read(
            TomlSection section, Optional<TomlSection> fromFiles, Optional<TomlSection> random) {
        Map<String, Located<Expression>> found = new LinkedHashMap<>();
        random.map(RandomNumbers::new).ifPresent(numbers -> found.putAll(numbers.starts()));
        fromFiles.ifPresent(table -> table.items().forEach(item -> found.putAll(ofFile(item))));
        found.putAll(stated(section));
        Map<String, Located<Expression>> start = new LinkedHashMap<>();
        for (String variable : names.variables()) {
            start.put(variable, Optional.ofNullable(found.get(variable)).orElseThrow(() -> section.header()
                    .error(
                            "the start of variable " + variable + " is missing",
                            "add " + variable + " = \"...\" to [start]")));
        }
        return start;
    }

    /** Rules of arrays, the more general first, then single variables, so that what is more special stays. */
    private Map<String, Located<Expression>> stated(TomlSection section) {
        List<Rule> rules = new ArrayList<>();
        List<Map.Entry<TomlItem, String>> variables = new ArrayList<>();
        for (TomlItem item : section.items()) {
            variable(item).ifPresentOrElse(name -> variables.add(Map.entry(item, name)), () -> rules.add(rule(item)));
        }
        Map<String, Located<Expression>> start = new LinkedHashMap<>();
        for (int fixed = 0; fixed < ArrayShape.MAX_RANK; fixed++) {
            Map<String, Located<Expression>> ofRules = new LinkedHashMap<>();
            for (Rule rule : rules) {
                if (rule.fixed() == fixed) {
                    rule.starts()
                            .forEach((variable, value) ->
                                    requireOnce(ofRules.put(variable, value), variable, rule.item));
                }
            }
            start.putAll(ofRules);
        }
        ExpressionParser parser = names.ofParameters();
        Map<String, Located<Expression>> single = new LinkedHashMap<>();
        for (Map.Entry<TomlItem, String> stated : variables) {
            TomlItem item = stated.getKey();
            requireOnce(single.put(stated.getValue(), expressions.read(item, parser::parse)), stated.getValue(), item);
        }
        start.putAll(single);
        return start;
    }

    private static void requireOnce(Located<Expression> before, String variable, TomlItem item) {
        if (before != null) {
            throw item.key().error("the start of " + variable + " is stated twice", "remove one");
        }
    }

    /** The variable that a key names, as {@code W1_2} or {@code W[1,2]}; empty for a rule. */
    private Optional<String> variable(TomlItem item) {
        if (names.variables().contains(item.name())) {
            return Optional.of(item.name());
        }
        Matcher elements = ELEMENTS.matcher(item.name());
        if (!elements.matches() || !names.arrays().containsKey(elements.group(1))) {
            throw notAVariable(item);
        }
        List<String> indices = indices(elements);
        if (!indices.stream().allMatch(index -> DIGITS.matcher(index).matches())) {
            return Optional.empty();
        }
        String name = ArrayShape.element(
                elements.group(1), indices.stream().map(Integer::valueOf).toList());
        if (!names.variables().contains(name)) {
            throw notAVariable(item);
        }
        return Optional.of(name);
    }

    private SelfstabException notAVariable(TomlItem item) {
        List<String> known = new ArrayList<>(names.arrays().keySet().stream()
                .map(array -> array + names.arrays().get(array))
                .toList());
        known.addAll(names.variables());
        return item.key()
                .error(
                        Suggestion.shortened(item.name()) + " in [start] is not a variable",
                        Suggestion.suggestion(item.name(), known, "the variables are"));
    }

    private static List<String> indices(Matcher elements) {
        return elements.group(3) == null ? List.of(elements.group(2)) : List.of(elements.group(2), elements.group(3));
    }

    /** The rule that a key states which names no {@linkplain #variable variable}: elements with names for indices. */
    private Rule rule(TomlItem item) {
        Matcher elements = ELEMENTS.matcher(item.name());
        if (!elements.matches()) {
            throw notAVariable(item);
        }
        Rule rule = new Rule(item, elements.group(1), indices(elements));
        rule.requireUsable();
        return rule;
    }

    /** An expression in the indices of an array's elements, some of which may be fixed. */
    private final class Rule {

        private final TomlItem item;
        private final String array;
        private final List<String> indices;

        Rule(TomlItem item, String array, List<String> indices) {
            this.item = item;
            this.array = array;
            this.indices = indices;
        }

        private boolean isFixed(int position) {
            return DIGITS.matcher(indices.get(position)).matches();
        }

        int fixed() {
            return (int) indices.stream()
                    .filter(index -> DIGITS.matcher(index).matches())
                    .count();
        }

        void requireUsable() {
            if (indices.size() != names.arrays().get(array).rank()
                    || indices.stream().distinct().count() < indices.size()) {
                throw item.key()
                        .error(
                                item.name() + " does not fit " + array
                                        + names.arrays().get(array),
                                "write a name of its own for each index");
            }
            for (int i = 0; i < indices.size(); i++) {
                if (!isFixed(i)) {
                    NameRules.requireUsable("index", indices.get(i), item.key());
                    if (names.parameters().contains(indices.get(i))) {
                        throw item.key().error("index " + indices.get(i) + " is a parameter", "choose another name");
                    }
                }
            }
        }

        Map<String, Located<Expression>> starts() {
            Map<String, Located<Expression>> starts = new LinkedHashMap<>();
            ExpressionParser parser = names.ofParameters();
            for (List<Integer> element : names.arrays().get(array).indices()) {
                ExpressionParser ofElement = parser;
                boolean isMeant = true;
                for (int i = 0; i < indices.size(); i++) {
                    if (isFixed(i)) {
                        isMeant &= Integer.parseInt(indices.get(i)) == element.get(i);
                    } else {
                        ofElement = ofElement.defining(indices.get(i), Expression.constant(element.get(i)));
                    }
                }
                if (isMeant) {
                    starts.put(ArrayShape.element(array, element), expressions.read(item, ofElement::parse));
                }
            }
            if (starts.isEmpty()) {
                throw item.key()
                        .error(
                                item.name() + " names no element of " + array
                                        + names.arrays().get(array),
                                "take an index in its range");
            }
            return starts;
        }
    }

    /** An array's numbers, a row of the file for each first index; a vector's may be one row. */
    private Map<String, Located<Expression>> ofFile(TomlItem item) {
        ArrayShape shape = arrayOf(item);
        String file = DataFiles.shownName(item);
        List<List<Expression>> rows =
                NumberTable.read(file, files.text(item), false).rows();
        int columns = shape.rank() == 1 ? 1 : shape.ranges().get(1).size();
        int count = shape.ranges().get(0).size();
        boolean isRow = shape.rank() == 1 && rows.size() == 1 && rows.get(0).size() == count;
        if (!isRow && (rows.size() != count || rows.get(0).size() != columns)) {
            throw item.location()
                    .error(
                            file + " has " + rows.size() + " rows of "
                                    + rows.get(0).size() + ", and " + item.name() + shape + " needs " + count + " of "
                                    + columns,
                            "write the rows of the array");
        }
        List<Expression> numbers = rows.stream().flatMap(List::stream).toList();
        List<List<Integer>> elements = shape.indices();
        Map<String, Located<Expression>> starts = new LinkedHashMap<>();
        for (int i = 0; i < elements.size(); i++) {
            starts.put(
                    ArrayShape.element(item.name(), elements.get(i)), new Located<>(numbers.get(i), item.location()));
        }
        return starts;
    }

    private ArrayShape arrayOf(TomlItem item) {
        ArrayShape shape = names.arrays().get(item.name());
        if (shape == null) {
            throw item.key()
                    .error(
                            item.what() + " is not an array of variables",
                            Suggestion.suggestion(item.name(), names.arrays().keySet(), "the arrays are"));
        }
        return shape;
    }

    /**
     * Numbers for all variables, drawn in their order: {@code scale * k/10^6} with k from -999999 to 999999, by the generator of {@link Random}, whose
     * numbers its documentation fixes for every Java: {@code new Random(seed)}, {@code k = nextInt(1999999) - 999999}.
     */
    private final class RandomNumbers {

        private static final int UNITS = 1_000_000;

        private final TomlSection table;
        private final Random generator;

        RandomNumbers(TomlSection table) {
            List<String> known = new ArrayList<>(KEYS_OF_RANDOM);
            known.addAll(names.arrays().keySet());
            table.requireOnly(known);
            this.table = table;
            this.generator = new Random(table.required("seed", "seed = 7").asInteger());
        }

        Map<String, Located<Expression>> starts() {
            ExpressionParser parser = names.ofParameters();
            Located<Expression> scale = expressions.read(table.required("scale", "scale = \"1/10\""), parser::parse);
            Map<String, Located<Expression>> scales = new LinkedHashMap<>();
            names.arrays().forEach((array, shape) -> table.item(array).ifPresent(item -> {
                Located<Expression> own = expressions.read(item, parser::parse);
                shape.indices().forEach(indices -> scales.put(ArrayShape.element(array, indices), own));
            }));
            Map<String, Located<Expression>> starts = new LinkedHashMap<>();
            for (String variable : names.variables()) {
                Located<Expression> own = scales.getOrDefault(variable, scale);
                starts.put(variable, new Located<>(own.value().times(drawn()), own.location()));
            }
            return starts;
        }

        private Expression drawn() {
            return Expression.constant(new BigFraction(generator.nextInt(2 * UNITS - 1) - (UNITS - 1), UNITS));
        }
    }
}
