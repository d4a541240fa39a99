package org.selfstab.loss;

import java.util.function.Supplier;
import org.hipparchus.Field;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.selfstab.expression.Expression;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.loss.SweptDerivatives.SweepPlans;
import org.selfstab.numeric.DoubleVector;

/**
 * A loss in double precision, compiled to JVM bytecode: value and gradient always, the higher derivatives where they are not too long; those of
 * losses of many variables come from sweeps over the loss's instructions.
 *
 * <p>Immutable but for derivatives added when first asked for; several threads may use it at once. A
 * {@link LossAtPoint} belongs to one thread. Where a loop needs only gradients, a {@link GradientKernel} does without
 * the objects.
 */
public final class CompiledLoss implements Loss<Binary64> {

    /** From this work on for a matrix, n variables times n times the instructions of the loss, matrices come from sweeps. */
    private static final long MUCH = 50_000;

    /** A loss of more terms than these is not written out. */
    private static final long LONG = 5_000;

    /** Up to so many variables matrices that are derived beforehand are faster, however long the loss. */
    private static final int FEW = 10;

    /** With more variables {@code LinearAlgebra.MATRIX_FREE} asks for products with vectors only, which matrices derived beforehand waste work on. */
    private static final int MOST_WITH_MATRICES = 32;

    private final GradientKernel kernel;

    /** The one or the other; the other is null. */
    private final LossProgram<CompiledEvaluation> derived;

    private final SweepPlans swept;

    private CompiledLoss(LossDerivatives derivatives, LossCompiler compiler) {
        this.swept = swept(derivatives);
        this.derived = swept == null
                ? new LossProgram<>(derivatives, lowered -> evaluations(compiler.compile(lowered)))
                : null;
        this.kernel = swept != null && swept.program().hasArrays()
                ? GradientKernel.of(swept.program(), swept.data())
                : GradientKernel.of(derivatives, compiler);
    }

    /** How to sweep; null for a loss whose matrices are derived. */
    private static SweepPlans swept(LossDerivatives derivatives) {
        Expression loss = derivatives.withSums();
        boolean mustSweep = derivatives.value().hasSumsOverIndices();
        long n = derivatives.variables().size();
        if (n <= FEW && !loss.hasSumsOverIndices()) {
            return null;
        }
        ArrayProgram program = ArrayLowering.lower(derivatives.variables(), loss);
        boolean isMuch = n <= FEW ? program.terms() > LONG : n * n * program.terms() > MUCH;
        return mustSweep || isMuch || n > MOST_WITH_MATRICES ? new SweepPlans(program) : null;
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
        return derived == null ? new SweptDerivatives(this, swept) : new CompiledDerivatives(this, derived);
    }

    @Override
    public int dimension() {
        return kernel.dimension();
    }

    @Override
    public Field<Binary64> field() {
        return Binary64Field.getInstance();
    }

    @Override
    public LossAtPoint<Binary64> at(FieldVector<Binary64> theta) {
        return derived == null
                ? new SweptLossAtPoint(DoubleVector.copyOf(theta), derivativeKernel())
                : new LazyLossAtPoint<>(derived, DoubleVector.copyOf(theta));
    }
}
