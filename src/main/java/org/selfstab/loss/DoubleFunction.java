package org.selfstab.loss;

import org.hipparchus.special.Erf;
import org.objectweb.asm.Type;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.HyperbolicTangent;
import org.selfstab.expression.StableActivations;

/**
 * The static method that is an elementary function in double precision, the same one as behind
 * {@link ElementaryFunction#value(double)}.
 *
 * @param owner internal name of its class
 * @param name its name
 */
record DoubleFunction(String owner, String name) {

    static final String MATH = Type.getInternalName(Math.class);
    static final String UNARY = "(D)D";
    static final String BINARY = "(DD)D";

    /** Internal name of {@link HyperbolicTangent}. */
    static final String HYPERBOLIC = Type.getInternalName(HyperbolicTangent.class);

    private static final String ACTIVATIONS = Type.getInternalName(StableActivations.class);

    static DoubleFunction of(ElementaryFunction function) {
        return switch (function) {
            case EXP, LOG, SIN, COS, TAN, SINH, COSH, ATAN, ABS -> new DoubleFunction(MATH, function.functionName());
            case TANH -> new DoubleFunction(HYPERBOLIC, "of");
            case SOFTPLUS, SIGMOID -> new DoubleFunction(ACTIVATIONS, function.functionName());
            case LOGCOSH -> new DoubleFunction(ACTIVATIONS, "logCosh");
            case ERF -> new DoubleFunction(Type.getInternalName(Erf.class), "erf");
        };
    }
}
