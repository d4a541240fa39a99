package org.selfstab.loss;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.selfstab.expression.autodiff.LossDerivatives;

class GradientKernelTest {

    private static final FormalDerivatives NETWORK = TanhNetwork.derivatives(3, 4);

    @Test
    void isTheGradientOfTheCompiledLoss() {
        CompiledLoss loss = CompiledLoss.of(NETWORK);
        GradientKernel kernel = loss.gradientKernel();
        double[] theta = new Random(1).doubles(9, -2.0, 2.0).toArray();
        double[] gradient = new double[9];
        kernel.gradient(theta, gradient);
        LossAtPoint<Binary64> at = loss.at(vector(theta));
        assertThat(kernel.dimension()).isEqualTo(9);
        assertThat(kernel.value(theta)).isEqualTo(at.value().getReal());
        assertThat(gradient)
                .containsExactly(Stream.of(at.gradient().toArray())
                        .mapToDouble(Binary64::getReal)
                        .toArray());
    }

    @Test
    void kernelsOfOneLossDoNotDisturbOneAnother() {
        GradientKernel first = GradientKernel.of(TanhNetwork.derivatives(12, 40));
        GradientKernel second = first.forAnotherThread();
        double[] theta = new Random(2).doubles(36, -2.0, 2.0).toArray();
        double[] gradient = new double[36];
        double[] again = new double[36];
        first.gradient(theta, gradient);
        second.gradient(new double[36], again);
        first.gradient(theta, again);
        assertThat(again).containsExactly(gradient);
    }

    /** The last one's gradient is too long for one method. */
    static Stream<LossDerivatives> losses() {
        return Stream.of(
                SharpValley.of(BigFraction.ONE, new BigFraction(1, 100)), NETWORK, TanhNetwork.derivatives(12, 40));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void descentIsTheGradientTakenAwayStepByStepToTheLastBit(LossDerivatives loss) {
        GradientKernel kernel = GradientKernel.of(loss);
        double[] theta = new Random(3).doubles(kernel.dimension(), -0.5, 0.5).toArray();
        double[] expected = theta.clone();
        double[] gradient = new double[theta.length];
        for (int step = 0; step < 100; step++) {
            kernel.gradient(expected, gradient);
            for (int i = 0; i < theta.length; i++) {
                expected[i] -= 0.1 * gradient[i];
            }
        }

        kernel.descend(theta, 0.1, 60);
        kernel.descend(theta, 0.1, 0);
        kernel.descend(theta, 0.1, 40);

        assertThat(theta).containsExactly(expected);
    }

    @Test
    void millionStepsOfGradientDescentAllocateNothing() {
        GradientKernel kernel = CompiledLoss.of(SharpValley.of(BigFraction.ONE, new BigFraction(1, 100)))
                .gradientKernel();
        double[] theta = {0.07, 6.6};
        kernel.descend(theta, 0.3, 1000);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        kernel.descend(theta, 0.3, 1_000_000);
        long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertThat(allocated).isLessThan(10_000);
        assertThat(theta).doesNotContain(Double.NaN);
    }

    private static ArrayFieldVector<Binary64> vector(double[] entries) {
        ArrayFieldVector<Binary64> vector = new ArrayFieldVector<>(Binary64Field.getInstance(), entries.length);
        for (int i = 0; i < entries.length; i++) {
            vector.setEntry(i, new Binary64(entries[i]));
        }
        return vector;
    }
}
