package org.selfstab.loss;

import java.util.function.Supplier;
import org.hipparchus.Field;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.numeric.DoubleVector;

/**
 * A loss in double precision, compiled to JVM bytecode.
 *
 * <p>Immutable but for derivatives added when first asked for; several threads may use it at once. A
 * {@link LossAtPoint} belongs to one thread. Where a loop needs only gradients, a {@link GradientKernel} does without
 * the objects.
 */
public final class CompiledLoss implements Loss<Binary64> {

    private final LossProgram<CompiledEvaluation> program;
    private final GradientKernel kernel;

    private CompiledLoss(LossDerivatives derivatives, LossCompiler compiler) {
        this.program = new LossProgram<>(derivatives, lowered -> evaluations(compiler.compile(lowered)));
        this.kernel = GradientKernel.of(derivatives, compiler);
    }

    /**
     * Compiles a loss.
     *
     * @param derivatives a loss without symbols other than its variables
     * @throws IllegalArgumentException if value, gradient or Hessian contain another symbol
     */
    public static CompiledLoss of(LossDerivatives derivatives) {
        return of(derivatives, LossCompiler.separate());
    }

    /** Compiles a loss by a compiler. */
    public static CompiledLoss of(LossDerivatives derivatives, LossCompiler compiler) {
        return new CompiledLoss(derivatives, compiler);
    }

    private static Supplier<CompiledEvaluation> evaluations(CompiledProgram code) {
        return () -> new CompiledEvaluation(code);
    }

    /** Value and gradient without objects, for hot loops; a fresh kernel for the calling thread. */
    public GradientKernel gradientKernel() {
        return kernel.forAnotherThread();
    }

    /** All derivatives up to the fourth without objects, for hot loops; a fresh kernel for the calling thread. */
    public DerivativeKernel derivativeKernel() {
        return new DerivativeKernel(this, program);
    }

    @Override
    public int dimension() {
        return program.dimension();
    }

    @Override
    public Field<Binary64> field() {
        return Binary64Field.getInstance();
    }

    @Override
    public LossAtPoint<Binary64> at(FieldVector<Binary64> theta) {
        return new LazyLossAtPoint<>(program, DoubleVector.copyOf(theta));
    }
}
