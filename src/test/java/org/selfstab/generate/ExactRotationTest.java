package org.selfstab.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.fraction.BigFractionField;
import org.hipparchus.linear.FieldLUDecomposition;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.MatrixUtils;

/** Rotations are exact. */
class ExactRotationTest {

    @Property(tries = 200, seed = "20260910")
    void isOrthogonalOfDeterminantOneInRationals(@ForAll long seed, @ForAll @IntRange(min = 2, max = 8) int n) {
        FieldMatrix<BigFraction> q = ExactRotation.draw(new Random(seed), n).matrix();

        assertThat(q.multiply(q.transpose()))
                .isEqualTo(MatrixUtils.createFieldIdentityMatrix(BigFractionField.getInstance(), n));
        assertThat(new FieldLUDecomposition<>(q).getDeterminant()).isEqualTo(BigFraction.ONE);
    }

    /** Then the convention for the sign of u gives the first column, without a near tie. */
    @Property(tries = 200, seed = "20260911")
    void theFirstColumnHasOneLargestEntryAndItIsPositive(@ForAll long seed, @ForAll @IntRange(min = 2, max = 8) int n) {
        BigFraction[] u = ExactRotation.draw(new Random(seed), n).matrix().getColumn(0);

        BigFraction largest = u[0];
        for (BigFraction entry : u) {
            largest = entry.compareTo(largest) > 0 ? entry : largest;
        }
        int close = 0;
        for (BigFraction entry : u) {
            close += entry.abs().multiply(new BigFraction(21, 20)).compareTo(largest) > 0 ? 1 : 0;
        }
        assertThat(close).isEqualTo(1);
    }
}
