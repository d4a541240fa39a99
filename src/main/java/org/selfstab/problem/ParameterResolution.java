package org.selfstab.problem;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.selfstab.expression.Domain;
import org.selfstab.expression.Expression;
import org.selfstab.expression.ExpressionExtent;
import org.selfstab.vocabulary.SelfstabException;

/** Puts the values of parameters into the definitions that use them. */
final class ParameterResolution {

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
