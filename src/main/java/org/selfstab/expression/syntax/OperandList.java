package org.selfstab.expression.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.selfstab.expression.Constant;
import org.selfstab.expression.Domain;
import org.selfstab.expression.Expression;

/**
 * The operands of a chain of sums or of products. They are combined all at once, which keeps long chains linear; only
 * constants are folded as they come, so that an error names its own operator.
 */
final class OperandList {

    private final BinaryOperator<Expression> fold;
    private final Function<List<Expression>, Expression> combine;
    private final List<Expression> operands = new ArrayList<>();
    private Expression constant;
    private int lastOffset;

    private OperandList(
            Expression neutral, BinaryOperator<Expression> fold, Function<List<Expression>, Expression> combine) {
        this.constant = neutral;
        this.fold = fold;
        this.combine = combine;
    }

    static OperandList sum() {
        return new OperandList(Expression.ZERO, Expression::plus, Expression::sum);
    }

    static OperandList product() {
        return new OperandList(Expression.ONE, Expression::times, Expression::product);
    }

    void add(int offset, Expression operand) {
        if (operand instanceof Constant) {
            constant = Guard.at(offset, () -> fold.apply(constant, operand));
        } else {
            operands.add(operand);
            lastOffset = offset;
        }
    }

    Expression toExpression() {
        operands.add(constant);
        return Guard.at(lastOffset, () -> Domain.kept(operands, combine));
    }
}
