package org.selfstab.numeric;

/**
 * Random numbers that are the same on every machine: xoshiro256++ by D. Blackman and S. Vigna (ACM Trans. Math. Softw. 47, 2021, 36), its state
 * filled by splitmix64, with streams that lie 2^128 numbers apart. Normal numbers by the ziggurat of G. Marsaglia and W. W. Tsang in J. A. Doornik's
 * form with 128 blocks, its tables and tails by {@link StrictMath}.
 */
public final class Xoshiro256 {

    private static final long[] JUMP = {
        0x180ec6d33cfd0abaL, 0xd5a61266f0c9392cL, 0xa9582618e03fc9aaL, 0x39abdc4529b1661cL
    };
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final double UNIT = 0x1p-53;

    private static final int BLOCKS = 128;
    /** Where the tail begins. */
    private static final double TAIL = 3.442619855899;

    /** The area of each block. */
    private static final double AREA = 9.91256303526217e-3;

    private static final double[] EDGES = edges();
    private static final double[] RATIOS = ratios();

    private long s0;
    private long s1;
    private long s2;
    private long s3;

    /** The first stream of a seed. */
    public Xoshiro256(long seed) {
        this(mixed(seed, 1), mixed(seed, 2), mixed(seed, 3), mixed(seed, 4));
    }

    /** From a state, which must not be 0. */
    Xoshiro256(long s0, long s1, long s2, long s3) {
        this.s0 = s0;
        this.s1 = s1;
        this.s2 = s2;
        this.s3 = s3;
    }

    /** Another stream of a seed, 2^128 numbers after the one before it. */
    public static Xoshiro256 ofStream(long seed, int stream) {
        Xoshiro256 random = new Xoshiro256(seed);
        for (int i = 0; i < stream; i++) {
            random.jump();
        }
        return random;
    }

    private static long mixed(long seed, int turn) {
        long z = seed + turn * GOLDEN;
        long y = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        y = (y ^ (y >>> 27)) * 0x94d049bb133111ebL;
        return y ^ (y >>> 31);
    }

    /** Goes 2^128 numbers on. */
    void jump() {
        long j0 = 0;
        long j1 = 0;
        long j2 = 0;
        long j3 = 0;
        for (long word : JUMP) {
            for (int bit = 0; bit < Long.SIZE; bit++) {
                if ((word & (1L << bit)) != 0) {
                    j0 ^= s0;
                    j1 ^= s1;
                    j2 ^= s2;
                    j3 ^= s3;
                }
                nextLong();
            }
        }
        s0 = j0;
        s1 = j1;
        s2 = j2;
        s3 = j3;
    }

    /** 64 random bits. */
    public long nextLong() {
        long a = s0;
        long b = s1;
        long c = s2 ^ a;
        long d = s3 ^ b;
        long result = Long.rotateLeft(a + s3, 23) + a;
        s0 = a ^ d;
        s1 = b ^ c;
        s2 = c ^ (b << 17);
        s3 = Long.rotateLeft(d, 45);
        return result;
    }

    /** A number of [0, 1), a multiple of 2^-53. */
    public double nextDouble() {
        return (nextLong() >>> 11) * UNIT;
    }

    /** An integer of 0 to bound - 1, each as likely: D. Lemire, ACM Trans. Model. Comput. Simul. 29, 2019, 3. */
    public int nextInt(int bound) {
        long product = (nextLong() >>> 32) * bound;
        int low = (int) product;
        if (Integer.compareUnsigned(low, bound) < 0) {
            int least = Integer.remainderUnsigned(-bound, bound);
            while (Integer.compareUnsigned(low, least) < 0) {
                product = (nextLong() >>> 32) * bound;
                low = (int) product;
            }
        }
        return (int) (product >>> 32);
    }

    /** A number of the standard normal distribution. */
    public double nextGaussian() {
        while (true) {
            long bits = nextLong();
            int block = (int) bits & (BLOCKS - 1);
            double u = (bits >> 10) * UNIT;
            double x = u * EDGES[block];
            if (Math.abs(u) < RATIOS[block]) {
                return x;
            }
            if (block == 0) {
                return tail(u < 0);
            }
            double upper = StrictMath.exp(-0.5 * (EDGES[block] * EDGES[block] - x * x));
            double lower = StrictMath.exp(-0.5 * (EDGES[block + 1] * EDGES[block + 1] - x * x));
            if (lower + nextDouble() * (upper - lower) < 1.0) {
                return x;
            }
        }
    }

    /** The next numbers of the standard normal distribution, those of {@link #nextGaussian}: a loop whose state is in local variables. */
    public void nextGaussians(double[] values, int count) {
        long a = s0;
        long b = s1;
        long c = s2;
        long d = s3;
        for (int i = 0; i < count; i++) {
            long bits = Long.rotateLeft(a + d, 23) + a;
            int block = (int) bits & (BLOCKS - 1);
            double u = (bits >> 10) * UNIT;
            if (Math.abs(u) < RATIOS[block]) {
                long shifted = b << 17;
                c ^= a;
                d ^= b;
                b ^= c;
                a ^= d;
                c ^= shifted;
                d = Long.rotateLeft(d, 45);
                values[i] = u * EDGES[block];
            } else {
                s0 = a;
                s1 = b;
                s2 = c;
                s3 = d;
                values[i] = nextGaussian();
                a = s0;
                b = s1;
                c = s2;
                d = s3;
            }
        }
        s0 = a;
        s1 = b;
        s2 = c;
        s3 = d;
    }

    /** By G. Marsaglia, Technometrics 6, 1964, 101. */
    private double tail(boolean isNegative) {
        double x;
        double y;
        do {
            x = StrictMath.log(1.0 - nextDouble()) / TAIL;
            y = StrictMath.log(1.0 - nextDouble());
        } while (-2.0 * y < x * x);
        return isNegative ? x - TAIL : TAIL - x;
    }

    private static double[] edges() {
        double[] edges = new double[BLOCKS + 1];
        double density = StrictMath.exp(-0.5 * TAIL * TAIL);
        edges[0] = AREA / density;
        edges[1] = TAIL;
        for (int i = 2; i < BLOCKS; i++) {
            edges[i] = Math.sqrt(-2.0 * StrictMath.log(AREA / edges[i - 1] + density));
            density = StrictMath.exp(-0.5 * edges[i] * edges[i]);
        }
        return edges;
    }

    private static double[] ratios() {
        double[] ratios = new double[BLOCKS];
        for (int i = 0; i < BLOCKS; i++) {
            ratios[i] = EDGES[i + 1] / EDGES[i];
        }
        return ratios;
    }
}
