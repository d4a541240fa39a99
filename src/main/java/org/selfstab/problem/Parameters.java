package org.selfstab.problem;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.selfstab.expression.Domain;
import org.selfstab.expression.Expression;
import org.selfstab.expression.ExpressionExtent;
import org.selfstab.vocabulary.SelfstabException;

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

    /** Puts the values of parameters into the definitions that use them. */
    private static final class ParameterResolution {

        private static final long MAX_SIZE = 200_000;

        private final Map<String, Expression> definitions;
        private final Map<String, Expression> resolved = new HashMap<>();
        private final ExpressionExtent extent = new ExpressionExtent(MAX_SIZE);

        ParameterResolution(Map<String, Expression> definitions) {
            this.definitions = definitions;
        }

        /** The closed value of each definition, in their order. */
        Map<String, Expression> values() {
            Dependencies dependencies = new Dependencies(definitions);
            for (String name : dependencies.inOrder()) {
                Map<String, Expression> used = new HashMap<>();
                dependencies.usesOf(name).forEach(other -> used.put(other, resolved.get(other)));
                resolved.put(name, valueOf(name, used));
            }
            Map<String, Expression> inOrder = new LinkedHashMap<>();
            definitions.keySet().forEach(name -> inOrder.put(name, resolved.get(name)));
            return inOrder;
        }

        private Expression valueOf(String name, Map<String, Expression> used) {
            Expression value;
            try {
                value = ExactFolding.of("parameter " + name, () -> Domain.substituted(definitions.get(name), used));
            } catch (SelfstabException none) {
                throw new ParameterException(name, none.problem(), none.remedy());
            }
            if (extent.admits(value)) {
                return value;
            }
            throw new ParameterException(
                    name,
                    "the parameters grow beyond " + MAX_SIZE + " operations once they are put into each other",
                    "define " + name + " more simply");
        }
    }
}
