package org.selfstab.symbolic;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.autodiff.ActivationDerivatives;

/**
 * The functions whose derivatives we define ourselves: to Symja they are names it knows nothing of, and what it returns
 * as their n-th derivative is put in closed form on the way back.
 *
 * <p>That is how softplus, sigmoid and logcosh come back in functions that neither overflow nor cancel. The exponential
 * is among them because Symja would merge {@code exp(x)^2} to {@code exp(2x)}, one more function to evaluate; the
 * absolute value because Symja differentiates it as a function of a complex variable.
 */
final class OpaqueFunctions implements FunctionMapping {

    private final Map<ElementaryFunction, ISymbol> heads = new EnumMap<>(ElementaryFunction.class);
    private final IdentityHashMap<IExpr, ElementaryFunction> functions = new IdentityHashMap<>();

    /** Opaque are exp, abs, softplus, sigmoid and logcosh: for derivatives. */
    static OpaqueFunctions forDerivatives() {
        return new OpaqueFunctions(
                ElementaryFunction.EXP,
                ElementaryFunction.ABS,
                ElementaryFunction.SOFTPLUS,
                ElementaryFunction.SIGMOID,
                ElementaryFunction.LOGCOSH);
    }

    /** Opaque are the activations only, which so keep their names: for simplification. */
    static OpaqueFunctions activations() {
        return new OpaqueFunctions(ElementaryFunction.SOFTPLUS, ElementaryFunction.SIGMOID, ElementaryFunction.LOGCOSH);
    }

    private OpaqueFunctions(ElementaryFunction... opaque) {
        SymjaEngine.load();
        Arrays.stream(opaque).forEach(function -> {
            ISymbol head = F.Dummy("f$" + function.functionName());
            heads.put(function, head);
            functions.put(head, function);
        });
    }

    @Override
    public IExpr apply(ElementaryFunction function, IExpr argument) {
        ISymbol head = heads.get(function);
        return head != null ? F.unaryAST1(head, argument) : FunctionMapping.byDefinition(function, argument);
    }

    /** The function behind a name that Symja was given, if it is one of these. */
    Optional<ElementaryFunction> functionOf(IExpr head) {
        return Optional.ofNullable(functions.get(head));
    }

    /**
     * The derivative of an opaque function at an argument.
     *
     * @param order at least 1; at most 4 for activations
     */
    static Expression derivative(ElementaryFunction function, int order, Expression x) {
        return switch (function) {
            case EXP -> Expression.apply(ElementaryFunction.EXP, x);
            case ABS -> order == 1 ? x.dividedBy(Expression.apply(ElementaryFunction.ABS, x)) : Expression.ZERO;
            case SOFTPLUS -> ActivationDerivatives.ofSigmoid(order - 1, x);
            case SIGMOID -> ActivationDerivatives.ofSigmoid(order, x);
            case LOGCOSH -> ActivationDerivatives.ofTanh(order - 1, x);
            default -> throw new IllegalArgumentException("not an opaque function: " + function);
        };
    }
}
