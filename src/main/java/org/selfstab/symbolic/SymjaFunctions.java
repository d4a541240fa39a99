package org.selfstab.symbolic;

import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;

/** Symja's real functions of one argument in terms of ours. */
final class SymjaFunctions {

    private static final IdentityHashMap<IExpr, UnaryOperator<Expression>> FUNCTIONS = new IdentityHashMap<>();

    static {
        SymjaEngine.load();
        FUNCTIONS.put(S.Exp, elementary(ElementaryFunction.EXP));
        FUNCTIONS.put(S.Log, elementary(ElementaryFunction.LOG));
        FUNCTIONS.put(S.Sin, elementary(ElementaryFunction.SIN));
        FUNCTIONS.put(S.Cos, elementary(ElementaryFunction.COS));
        FUNCTIONS.put(S.Tan, elementary(ElementaryFunction.TAN));
        FUNCTIONS.put(S.Sinh, elementary(ElementaryFunction.SINH));
        FUNCTIONS.put(S.Cosh, elementary(ElementaryFunction.COSH));
        FUNCTIONS.put(S.Tanh, elementary(ElementaryFunction.TANH));
        FUNCTIONS.put(S.ArcTan, elementary(ElementaryFunction.ATAN));
        FUNCTIONS.put(S.Abs, elementary(ElementaryFunction.ABS));
        FUNCTIONS.put(S.RealAbs, elementary(ElementaryFunction.ABS));
        FUNCTIONS.put(S.Erf, elementary(ElementaryFunction.ERF));
        FUNCTIONS.put(S.LogisticSigmoid, elementary(ElementaryFunction.SIGMOID));
        FUNCTIONS.put(S.Sec, reciprocal(ElementaryFunction.COS));
        FUNCTIONS.put(S.Csc, reciprocal(ElementaryFunction.SIN));
        FUNCTIONS.put(S.Cot, reciprocal(ElementaryFunction.TAN));
        FUNCTIONS.put(S.Sech, reciprocal(ElementaryFunction.COSH));
        FUNCTIONS.put(S.Csch, reciprocal(ElementaryFunction.SINH));
        FUNCTIONS.put(S.Coth, reciprocal(ElementaryFunction.TANH));
        FUNCTIONS.put(S.Sign, SymjaFunctions::sign);
        FUNCTIONS.put(S.RealSign, SymjaFunctions::sign);
        FUNCTIONS.put(S.Erfc, x -> Expression.ONE.minus(Expression.apply(ElementaryFunction.ERF, x)));
    }

    private SymjaFunctions() {}

    /** The function of an argument, if Symja's head is one that we have. */
    static Optional<Expression> apply(IExpr head, Expression argument) {
        return Optional.ofNullable(FUNCTIONS.get(head)).map(function -> function.apply(argument));
    }

    private static UnaryOperator<Expression> elementary(ElementaryFunction function) {
        return x -> Expression.apply(function, x);
    }

    private static UnaryOperator<Expression> reciprocal(ElementaryFunction function) {
        return x -> Expression.apply(function, x).power(-1);
    }

    /** The sign as {@code x/|x|}: like the derivative of the absolute value, undefined at 0. */
    private static Expression sign(Expression x) {
        return x.dividedBy(Expression.apply(ElementaryFunction.ABS, x));
    }
}
