package org.selfstab.symbolic;

import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
import org.selfstab.expression.ElementaryFunction;

/** How our functions look to Symja. */
interface FunctionMapping {

    /** The Symja expression for a function of an argument. */
    IExpr apply(ElementaryFunction function, IExpr argument);

    /** Every function by Symja's own, or by its definition where Symja has none: for simplification and proofs. */
    static IExpr byDefinition(ElementaryFunction function, IExpr x) {
        return switch (function) {
            case EXP -> F.Exp(x);
            case LOG -> F.Log(x);
            case SIN -> F.Sin(x);
            case COS -> F.Cos(x);
            case TAN -> F.Tan(x);
            case SINH -> F.Sinh(x);
            case COSH -> F.Cosh(x);
            case TANH -> F.Tanh(x);
            case ATAN -> F.ArcTan(x);
            case ABS -> F.Abs(x);
            case ERF -> F.Erf(x);
            case SOFTPLUS -> F.Log(F.Plus(F.C1, F.Exp(x)));
            case SIGMOID -> F.Power(F.Plus(F.C1, F.Exp(F.Negate(x))), F.CN1);
            case LOGCOSH -> F.Log(F.Cosh(x));
        };
    }
}
