package org.selfstab.geometry;

import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.loss.CompiledLoss;
import org.selfstab.loss.DerivativeKernel;
import org.selfstab.numeric.DoubleVector;

/** Finds loss and sharpness in compiled doubles, in arrays that are used again. */
public final class CompiledSharpnessEvaluator implements SharpnessEvaluator<Binary64> {

    private final DerivativeKernel kernel;
    private final ArrayEigensystem eigensystem;
    private final double[] point;

    public CompiledSharpnessEvaluator(CompiledLoss loss) {
        this.kernel = loss.derivativeKernel();
        this.eigensystem = new ArrayEigensystem(kernel);
        this.point = new double[loss.dimension()];
    }

    @Override
    public void moveTo(FieldVector<Binary64> theta) {
        DoubleVector.copy(theta, point, 0);
        eigensystem.moveTo(point);
    }

    @Override
    public Binary64 loss() {
        return new Binary64(kernel.value());
    }

    @Override
    public Binary64 sharpness() {
        return new Binary64(eigensystem.value(0));
    }
}
