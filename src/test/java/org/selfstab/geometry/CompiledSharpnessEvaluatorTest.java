package org.selfstab.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import org.selfstab.AnalyticLosses;
import org.selfstab.loss.CompiledLoss;
import org.selfstab.numeric.DoubleEigensolver;

/** Loss and sharpness in compiled doubles beside those over any field. */
class CompiledSharpnessEvaluatorTest {

    @Test
    void bothFindTheSameNumbers() {
        CompiledLoss loss = CompiledLoss.of(AnalyticLosses.diskValley("1/100"));
        var anyField = new FieldSharpnessEvaluator<>(new GeometryEvaluator<>(loss, new DoubleEigensolver()));
        var compiled = new CompiledSharpnessEvaluator(loss);
        List<FieldVector<Binary64>> points = List.of(
                DecimalVectors.binary64(0.1, 2.2, 2.8),
                DecimalVectors.binary64(-0.7, 3.5, 0.1),
                DecimalVectors.binary64(0, 1, -1));

        for (FieldVector<Binary64> point : points) {
            anyField.moveTo(point);
            compiled.moveTo(point);

            assertThat(compiled.loss()).isEqualTo(anyField.loss());
            assertThat(compiled.sharpness()).isEqualTo(anyField.sharpness());
        }
    }

    @Test
    void aPointOutsideTheDomainIsRefused() {
        var compiled = new CompiledSharpnessEvaluator(CompiledLoss.of(AnalyticLosses.of("log(x) + y^2", "x", "y")));

        assertThatThrownBy(() -> compiled.moveTo(DecimalVectors.binary64(-1, 1)))
                .isInstanceOf(UndefinedGeometryException.class)
                .hasMessageContaining("not finite");
    }
}
