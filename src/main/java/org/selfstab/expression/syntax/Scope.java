package org.selfstab.expression.syntax;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Table;
import org.selfstab.vocabulary.Suggestion;

/** What names mean: the declared and the defined ones, the indices of the sums being read, and those refused for a reason. */
final class Scope {

    private final Set<String> declared;
    private final Map<String, Refusal> refused;
    private final Map<String, Expression> defined;
    private final ExpressionParser.Arrays arrays;
    private final Map<String, Expression> indices = new LinkedHashMap<>();
    private final Map<String, Table> tables = new HashMap<>();

    Scope(
            Set<String> declared,
            Map<String, Refusal> refused,
            Map<String, Expression> defined,
            ExpressionParser.Arrays arrays) {
        this.declared = declared;
        this.refused = refused;
        this.defined = defined;
        this.arrays = arrays;
    }

    /** The shape of an array, or null if the name is none. */
    ArrayShape arrayOf(String name) {
        return arrays.shapes().get(name);
    }

    /** The elements of an array. */
    Table tableOf(String array, int offset) {
        Table table = tables.get(array);
        if (table == null) {
            table = table(array, arrays.shapes().get(array), offset);
            tables.put(array, table);
        }
        return table;
    }

    /** The elements of a shape, with an error at the offset where one of them is not known. */
    Table table(String array, ArrayShape shape, int offset) {
        return new Table(
                array,
                shape.ranges().stream().map(ArrayShape.Range::from).toList(),
                shape.ranges().stream().map(ArrayShape.Range::size).toList(),
                shape.indices().stream()
                        .map(element -> resolve(ArrayShape.element(array, element), offset))
                        .toList());
    }

    /** How many points the data have; 0 without data. */
    int points() {
        return arrays.points();
    }

    /** What a name is that exists and may not occur, and what may occur instead. */
    record Refusal(String what, String remedy) {}

    boolean isKnown(String name) {
        return declared.contains(name)
                || defined.containsKey(name)
                || arrays.constants().containsKey(name)
                || indices.containsKey(name);
    }

    /** Whether a name means nothing, so that an index may have it. */
    boolean isFree(String name) {
        return !isKnown(name)
                && !arrays.shapes().containsKey(name)
                && !refused.containsKey(name)
                && !BuiltIns.contains(name);
    }

    boolean hasIndices() {
        return !indices.isEmpty();
    }

    Expression resolve(String name, int offset) {
        if (indices.containsKey(name)) {
            return indices.get(name);
        }
        if (declared.contains(name)) {
            return Expression.symbol(name);
        }
        if (defined.containsKey(name)) {
            return defined.get(name);
        }
        if (arrays.constants().containsKey(name)) {
            return arrays.constants().get(name);
        }
        if (name.equals(BuiltIns.PI)) {
            return Expression.pi();
        }
        if (arrays.shapes().containsKey(name)) {
            throw new ExpressionSyntaxException(
                    offset,
                    name + " is an array, " + name + arrays.shapes().get(name),
                    "write its indices in brackets");
        }
        throw unknown(name, offset);
    }

    /** {@code w[2]}: an element of an array, or the name w2. */
    Expression element(Token array, List<Integer> indices) {
        String name = ArrayShape.element(array.text(), indices);
        boolean isUnknown = arrayOf(array.text()) == null && !isKnown(name) && !refused.containsKey(name);
        if (isUnknown
                && points() > 0
                && declared.stream().noneMatch(other -> other.matches(array.text() + "[0-9_]+"))) {
            throw new ExpressionSyntaxException(
                    array.offset(),
                    "the data have no column " + Suggestion.shortened(array.text()) + ", and "
                            + Suggestion.shortened(name) + " is not declared",
                    Suggestion.suggestion(
                            array.text(), new TreeSet<>(arrays.shapes().keySet()), "the arrays are"));
        }
        return resolve(name, array.offset());
    }

    private ExpressionSyntaxException unknown(String name, int offset) {
        if (BuiltIns.isFunction(name)) {
            return new ExpressionSyntaxException(offset, name + " is a function", "write " + name + "(...)");
        }
        if (refused.containsKey(name)) {
            Refusal refusal = refused.get(name);
            return new ExpressionSyntaxException(offset, name + " is " + refusal.what(), refusal.remedy());
        }
        Collection<String> known = new TreeSet<>(declared);
        known.addAll(defined.keySet());
        known.addAll(indices.keySet());
        known.addAll(arrays.constants().keySet());
        known.addAll(arrays.shapes().keySet());
        String meant = Suggestion.nearest(name, known)
                .or(() -> Suggestion.nearest(name, BuiltIns.names()))
                .map(near -> "did you mean " + near + "?")
                .orElseGet(() -> "declared names: " + Suggestion.list(known));
        return new ExpressionSyntaxException(offset, Suggestion.shortened(name) + " is not declared", meant);
    }

    void open(Token index) {
        String name = index.text();
        if (!isFree(name)) {
            throw new ExpressionSyntaxException(
                    index.offset(),
                    Suggestion.shortened(name) + " already means something else",
                    "choose another name for the index");
        }
    }

    /** Gives an index its meaning: an integer, or the index of a sum that is not written out. */
    void bind(Token index, Expression value) {
        indices.put(index.text(), value);
    }

    void close(Token index) {
        indices.remove(index.text());
    }
}
