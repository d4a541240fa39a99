package org.selfstab.geometry;

import org.ejml.data.DMatrixRMaj;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.loss.CompiledLoss;
import org.selfstab.loss.DerivativeKernel;
import org.selfstab.numeric.DoubleVector;

/** Finds loss and sharpness in compiled doubles, in arrays that are used again. */
public final class CompiledSharpnessEvaluator implements SharpnessEvaluator<Binary64> {

    private final DerivativeKernel kernel;
    private final Finder finder;
    private final DMatrixRMaj point;

    /** Goes to a point, of which it keeps the sharpness. */
    private interface Finder {
        void moveTo(DMatrixRMaj theta);

        double sharpness();
    }

    /** An evaluator by the faster algebra. */
    public CompiledSharpnessEvaluator(CompiledLoss loss) {
        this(loss, LinearAlgebra.of(loss.dimension()));
    }

    /** An evaluator. */
    public CompiledSharpnessEvaluator(CompiledLoss loss, LinearAlgebra algebra) {
        this.kernel = loss.derivativeKernel();
        this.point = new DMatrixRMaj(loss.dimension(), 1);
        this.finder = algebra == LinearAlgebra.DENSE ? dense() : matrixFree();
    }

    private Finder dense() {
        ArrayEigensystem eigensystem = new ArrayEigensystem(kernel);
        return new Finder() {
            @Override
            public void moveTo(DMatrixRMaj theta) {
                eigensystem.moveTo(theta.data);
            }

            @Override
            public double sharpness() {
                return eigensystem.value(0);
            }
        };
    }

    private Finder matrixFree() {
        MatrixFreeGeometry geometry = new MatrixFreeGeometry(kernel, new KrylovMemory(kernel.dimension()));
        return new Finder() {
            @Override
            public void moveTo(DMatrixRMaj theta) {
                geometry.moveToSharpness(theta);
            }

            @Override
            public double sharpness() {
                return geometry.sharpness();
            }
        };
    }

    @Override
    public void moveTo(FieldVector<Binary64> theta) {
        DoubleVector.copy(theta, point.data, 0);
        finder.moveTo(point);
    }

    @Override
    public Binary64 loss() {
        return new Binary64(kernel.value());
    }

    @Override
    public Binary64 sharpness() {
        return new Binary64(finder.sharpness());
    }
}
