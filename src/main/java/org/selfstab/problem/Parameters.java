package org.selfstab.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.selfstab.expression.Domain;
import org.selfstab.expression.Expression;

/**
 * The parameters of a problem: each is defined by an expression of the others, in any order but without cycles, and has a
 * closed expression (without symbols) as its value. Immutable.
 */
public final class Parameters {

    private final Map<String, Expression> definitions;
    private final Map<String, Expression> values;

    /**
     * Parameters from their definitions.
     *
     * @param definitions an expression of the other parameters for each name, in the order to keep
     * @throws ParameterException if a definition uses an unknown name, leads back to itself, divides by zero or grows too
     *     large
     */
    public Parameters(Map<String, Expression> definitions) {
        this.definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
        this.values = Collections.unmodifiableMap(new ParameterResolution(this.definitions).values());
    }

    /** The names, in the file's order. */
    public Set<String> names() {
        return definitions.keySet();
    }

    /** The names, each after those that its definition uses. */
    public List<String> inOrder() {
        return new Dependencies(definitions).inOrder();
    }

    /** The defining expressions, in the file's order. */
    public Map<String, Expression> definitions() {
        return definitions;
    }

    /** The values: closed expressions, in the file's order. */
    public Map<String, Expression> values() {
        return values;
    }

    /**
     * The value of one parameter.
     *
     * @throws IllegalArgumentException if there is no such parameter
     */
    public Expression value(String name) {
        requireKnown(name);
        return values.get(name);
    }

    /**
     * The values of all parameters but one as expressions of that one, in the file's order.
     *
     * @throws IllegalArgumentException if there is no such parameter
     */
    public Map<String, Expression> valuesIn(String free) {
        requireKnown(free);
        Map<String, Expression> found = new LinkedHashMap<>();
        for (String name : inOrder()) {
            if (!name.equals(free)) {
                Expression definition = definitions.get(name);
                found.put(
                        name,
                        definition.symbolNames().isEmpty() ? values.get(name) : Domain.substituted(definition, found));
            }
        }
        return found;
    }

    /**
     * These parameters with one defined anew; those that depend on it follow.
     *
     * @throws ParameterException as the constructor
     * @throws IllegalArgumentException if there is no such parameter
     */
    public Parameters with(String name, Expression definition) {
        requireKnown(name);
        Map<String, Expression> changed = new LinkedHashMap<>(definitions);
        changed.put(name, definition);
        return new Parameters(changed);
    }

    private void requireKnown(String name) {
        if (!definitions.containsKey(name)) {
            throw new IllegalArgumentException("not a parameter: " + name);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Parameters that && definitions.equals(that.definitions);
    }

    @Override
    public int hashCode() {
        return definitions.hashCode();
    }

    /** The definitions, for people. */
    @Override
    public String toString() {
        return definitions.toString();
    }
}
