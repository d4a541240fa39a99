package org.selfstab.symbolic;

import java.util.List;
import org.selfstab.expression.BranchCondition;
import org.selfstab.expression.Expression;

/**
 * The top eigenvalue of a block in closed form and its unit eigenvector, whose component of largest magnitude is
 * positive.
 */
record TopEigenpair(Expression value, List<Expression> vector, List<BranchCondition> conditions) {

    TopEigenpair {
        vector = List.copyOf(vector);
        conditions = List.copyOf(conditions);
    }
}
