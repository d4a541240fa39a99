package org.selfstab.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator.JumpableGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Random numbers beside Java's own generator of the same algorithm, and the distribution of normal ones. */
class Xoshiro256Test {

    /** The bytes of these are not negative: from others Java 17 makes another state than it says. */
    private static final long[] STATE = {
        0x0123456711223344L, 0x5566770112131415L, 0x2122232425262728L, 0x3132333435363738L
    };

    /** The first numbers from the seed 0, as other implementations of the authors' algorithm give them. */
    @Test
    void givesTheNumbersOfItsAlgorithm() {
        Xoshiro256 random = new Xoshiro256(0);
        long[] first = {
            5987356902031041503L, 7051070477665621255L, 6633766593972829180L, 211316841551650330L, 9136120204379184874L
        };

        for (long expected : first) {
            assertThat(random.nextLong()).isEqualTo(expected);
        }
    }

    /** Beside Java's own generator. */
    @Test
    void jumpsAsFarAsJavaDoes() {
        ByteBuffer seed = ByteBuffer.allocate(32);
        for (long word : STATE) {
            seed.putLong(word);
        }
        JumpableGenerator expected = (JumpableGenerator)
                RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(seed.array());
        Xoshiro256 random = new Xoshiro256(STATE[0], STATE[1], STATE[2], STATE[3]);
        assertThat(random.nextLong()).isEqualTo(expected.nextLong());
        expected.jump();
        random.jump();

        for (int i = 0; i < 100; i++) {
            assertThat(random.nextLong()).isEqualTo(expected.nextLong());
        }
        Xoshiro256 jumped = new Xoshiro256(0);
        jumped.jump();
        assertThat(Xoshiro256.ofStream(0, 1).nextLong()).isEqualTo(jumped.nextLong());
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
    void manyNormalNumbersAreSingleOnes() {
        Xoshiro256 together = new Xoshiro256(9);
        Xoshiro256 apart = new Xoshiro256(9);
        double[] values = new double[20_000];
        together.nextGaussians(values, values.length);

        for (double value : values) {
            assertThat(value).isEqualTo(apart.nextGaussian());
        }
        assertThat(together.nextLong()).isEqualTo(apart.nextLong());
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
