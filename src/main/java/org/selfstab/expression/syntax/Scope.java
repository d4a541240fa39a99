package org.selfstab.expression.syntax;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.selfstab.expression.Expression;
import org.selfstab.vocabulary.Suggestion;

/** What names mean: the declared and the defined ones, the indices of the sums being read, and those refused for a reason. */
final class Scope {

    private final Set<String> declared;
    private final Map<String, String> refused;
    private final Map<String, Expression> defined;
    private final Map<String, Integer> indices = new LinkedHashMap<>();

    Scope(Set<String> declared, Map<String, String> refused, Map<String, Expression> defined) {
        this.declared = declared;
        this.refused = refused;
        this.defined = defined;
    }

    boolean isKnown(String name) {
        return declared.contains(name) || defined.containsKey(name) || indices.containsKey(name);
    }

    boolean hasIndices() {
        return !indices.isEmpty();
    }

    Expression resolve(String name, int offset) {
        if (indices.containsKey(name)) {
            return Expression.constant(indices.get(name));
        }
        if (declared.contains(name)) {
            return Expression.symbol(name);
        }
        if (defined.containsKey(name)) {
            return defined.get(name);
        }
        if (name.equals(BuiltIns.PI)) {
            return Expression.pi();
        }
        throw new ExpressionSyntaxException(offset, whyUnknown(name));
    }

    private String whyUnknown(String name) {
        if (BuiltIns.isFunction(name)) {
            return name + " is a function; write " + name + "(...)";
        }
        if (refused.containsKey(name)) {
            return name + " is " + refused.get(name);
        }
        Collection<String> known = new TreeSet<>(declared);
        known.addAll(defined.keySet());
        known.addAll(indices.keySet());
        String shown = Suggestion.shortened(name) + " is not declared; ";
        return Suggestion.nearest(name, known)
                .or(() -> Suggestion.nearest(name, BuiltIns.names()))
                .map(near -> shown + "did you mean " + near + "?")
                .orElseGet(() -> shown + "declared names: " + Suggestion.list(known));
    }

    void open(Token index) {
        String name = index.text();
        if (isKnown(name) || refused.containsKey(name) || BuiltIns.contains(name)) {
            throw new ExpressionSyntaxException(
                    index.offset(),
                    Suggestion.shortened(name) + " already means something else; choose another name for the index");
        }
    }

    void bind(Token index, int value) {
        indices.put(index.text(), value);
    }

    void close(Token index) {
        indices.remove(index.text());
    }
}
