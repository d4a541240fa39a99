package org.selfstab.symbolic;

import java.util.Map;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;

/**
 * Expressions of parameters evaluated at the parameters' values.
 *
 * @param parameters closed expressions, by name
 */
record NumericValues(Map<String, Expression> parameters) {

    NumericValues {
        parameters = Map.copyOf(parameters);
    }

    double of(Expression expression) {
        Binary64 value = FieldInterpreter.evaluate(expression.substitute(parameters), Binary64Field.getInstance());
        return value.getReal();
    }
}
