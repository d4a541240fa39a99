package org.selfstab.loss;

import com.fasterxml.jackson.core.io.NumberOutput;
import org.hipparchus.Field;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.interval.CertainRounding;
import org.selfstab.numeric.DoubleVector;

/** IEEE double precision, on compiled losses. May be shared by threads. */
public final class CompiledBackend implements Backend<Binary64> {

    /** How outputs name it. */
    public static final String NAME = "double precision";

    private static final int DIGITS_BEFORE_ROUNDING = 40;

    private final LossCompiler compiler;

    /** Compiles each loss by itself. */
    public CompiledBackend() {
        this(LossCompiler.separate());
    }

    /** Compiles losses by a compiler. */
    public CompiledBackend(LossCompiler compiler) {
        this.compiler = compiler;
    }

    @Override
    public Field<Binary64> field() {
        return Binary64Field.getInstance();
    }

    @Override
    public String name() {
        return NAME;
    }

    /** The shortest decimal that reads back as the same double, which {@code Double.toString} misses before Java 19. */
    @Override
    public String write(Binary64 number) {
        return NumberOutput.toString(number.getReal(), true);
    }

    @Override
    public FieldVector<Binary64> zero(int dimension) {
        return DoubleVector.zero(dimension);
    }

    /** The double nearest to the expression's value, not the outcome of evaluating it in doubles. */
    @Override
    public Binary64 valueOf(Expression closed) {
        return new Binary64(CertainRounding.nearestDouble(closed).orElseGet(() -> precisely(closed)));
    }

    private static double precisely(Expression closed) {
        return FieldInterpreter.evaluate(closed, new DfpField(DIGITS_BEFORE_ROUNDING))
                .toDouble();
    }

    @Override
    public CompiledLoss loss(LossDerivatives derivatives) {
        return CompiledLoss.of(derivatives, compiler);
    }
}
