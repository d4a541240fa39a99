package org.selfstab.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator.JumpableGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Random numbers beside Java's own generator of the same algorithm, and the distribution of normal ones. */
class Xoshiro256Test {

    /** The first numbers of splitmix64 from 0, as its authors give them. */
    private static final long[] STATE_OF_ZERO = {
        0xe220a8397b1dcdafL, 0x6e789e6aa1b965f4L, 0x06c45d188009454fL, 0xf88bb8a8724c81ecL
    };

    private static JumpableGenerator ofJava() {
        ByteBuffer seed = ByteBuffer.allocate(32);
        for (long word : STATE_OF_ZERO) {
            seed.putLong(word);
        }
        return (JumpableGenerator)
                RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(seed.array());
    }

    @Test
    void givesTheNumbersOfItsAlgorithm() {
        JumpableGenerator expected = ofJava();
        Xoshiro256 random = new Xoshiro256(0);

        for (int i = 0; i < 1000; i++) {
            assertThat(random.nextLong()).isEqualTo(expected.nextLong());
        }
    }

    @Test
    void streamsAreJumpsApart() {
        JumpableGenerator expected = ofJava();
        expected.jump();
        expected.jump();
        Xoshiro256 random = Xoshiro256.ofStream(0, 2);

        for (int i = 0; i < 100; i++) {
            assertThat(random.nextLong()).isEqualTo(expected.nextLong());
        }
    }

    /** Moments and shares beyond some points, the last of them in the tail of the ziggurat, within five standard errors. */
    @Test
    void normalNumbersAreNormal() {
        Xoshiro256 random = new Xoshiro256(3);
        int count = 2_000_000;
        double[] points = {0.25, 1, 2, 3, 3.6};
        double[] shares = {0.401293674317, 0.158655253931, 0.022750131948, 0.001349898032, 0.000159108590};
        int[] beyond = new int[points.length];
        int[] below = new int[points.length];
        double[] moments = new double[5];
        for (int i = 0; i < count; i++) {
            double x = random.nextGaussian();
            for (int k = 0; k < points.length; k++) {
                beyond[k] += x > points[k] ? 1 : 0;
                below[k] += x < -points[k] ? 1 : 0;
            }
            for (int k = 1; k < moments.length; k++) {
                moments[k] += Math.pow(x, k) / count;
            }
        }

        for (int k = 0; k < points.length; k++) {
            double error = Math.sqrt(shares[k] / count);
            assertThat(beyond[k] / (double) count).isEqualTo(shares[k], within(5 * error));
            assertThat(below[k] / (double) count).isEqualTo(shares[k], within(5 * error));
        }
        double unit = 5 / Math.sqrt(count);
        assertThat(moments[1]).isEqualTo(0, within(unit));
        assertThat(moments[2]).isEqualTo(1, within(Math.sqrt(2) * unit));
        assertThat(moments[3]).isEqualTo(0, within(Math.sqrt(15) * unit));
        assertThat(moments[4]).isEqualTo(3, within(Math.sqrt(96) * unit));
    }

    @Test
    void integersOfABoundAreAlikeLikely() {
        Xoshiro256 random = new Xoshiro256(5);
        int[] counts = new int[7];
        int count = 700_000;
        for (int i = 0; i < count; i++) {
            counts[random.nextInt(7)]++;
        }

        for (int times : counts) {
            assertThat((double) times).isEqualTo(100_000, within(5 * 300.0));
        }
    }
}
