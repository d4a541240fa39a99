/* The exponential valley of examples/noise with noise, as a user of C would write it, with the program's generator: usage: noise MOMENTUM BATCH STEPS
   BATCH 4 is the whole batch. Prints the nanoseconds of processor time of one step and the last iterate. Build: gcc -O3 noise.c -lm */

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* xoshiro256++ by D. Blackman and S. Vigna, seeded by splitmix64 */
static uint64_t state[4];

static uint64_t rotate(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }

static uint64_t next(void)
{
    uint64_t result = rotate(state[0] + state[3], 23) + state[0], shifted = state[1] << 17;
    state[2] ^= state[0];
    state[3] ^= state[1];
    state[1] ^= state[2];
    state[0] ^= state[3];
    state[2] ^= shifted;
    state[3] = rotate(state[3], 45);
    return result;
}

static void seed(uint64_t seed)
{
    for (int i = 0; i < 4; i++) {
        uint64_t z = seed + (i + 1) * 0x9e3779b97f4a7c15u;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        state[i] = z ^ (z >> 31);
    }
}

static double unit(void) { return (next() >> 11) * 0x1p-53; }

/* D. Lemire, ACM Trans. Model. Comput. Simul. 29, 2019, 3 */
static uint32_t below(uint32_t bound)
{
    uint64_t product = (next() >> 32) * bound;
    uint32_t low = (uint32_t) product;
    if (low < bound) {
        uint32_t least = -bound % bound;
        while (low < least) {
            product = (next() >> 32) * bound;
            low = (uint32_t) product;
        }
    }
    return product >> 32;
}

/* The ziggurat of G. Marsaglia and W. W. Tsang in J. A. Doornik's form, of 128 blocks */
enum { BLOCKS = 128 };
static const double TAIL = 3.442619855899, AREA = 9.91256303526217e-3;
static double edges[BLOCKS + 1], ratios[BLOCKS];

static void ziggurat(void)
{
    double density = exp(-0.5 * TAIL * TAIL);
    edges[0] = AREA / density;
    edges[1] = TAIL;
    for (int i = 2; i < BLOCKS; i++) {
        edges[i] = sqrt(-2.0 * log(AREA / edges[i - 1] + density));
        density = exp(-0.5 * edges[i] * edges[i]);
    }
    for (int i = 0; i < BLOCKS; i++)
        ratios[i] = edges[i + 1] / edges[i];
}

static double gaussian(void)
{
    for (;;) {
        int64_t bits = next();
        int block = bits & (BLOCKS - 1);
        double u = (bits >> 10) * 0x1p-53, x = u * edges[block];
        if (fabs(u) < ratios[block])
            return x;
        if (block == 0) {
            double tail, y;
            do {
                tail = log(1.0 - unit()) / TAIL;
                y = log(1.0 - unit());
            } while (-2.0 * y < tail * tail);
            return u < 0 ? tail - TAIL : TAIL - tail;
        }
        double upper = exp(-0.5 * (edges[block] * edges[block] - x * x));
        double lower = exp(-0.5 * (edges[block + 1] * edges[block + 1] - x * x));
        if (lower + unit() * (upper - lower) < 1.0)
            return x;
    }
}

enum { ITEMS = 4 };
static const double CURVATURE[ITEMS] = {0.6, 0.8, 1.1, 1.5};
static int order[ITEMS] = {0, 1, 2, 3};
static const double ETA = 0.3, SLOPE = 1e-4, DEVIATION = 0.01;

static void batch_gradient(double x, double y, int size, double *gx, double *gy)
{
    *gx = *gy = 0;
    double stiff = exp(y), share = 1.0 / size;
    for (int i = 0; i < size; i++) {
        int other = i + below(ITEMS - i), item = order[other];
        order[other] = order[i];
        order[i] = item;
        double curvature = CURVATURE[item] * stiff;
        *gx += share * (curvature * x);
        *gy += share * (curvature * x * x / 2 - SLOPE);
    }
}

int main(int count, char **arguments)
{
    if (count != 4)
        return 2;
    double momentum = atof(arguments[1]), x = 0.001, y = 1.7, before_x = x, before_y = y;
    int size = atoi(arguments[2]);
    long steps = atol(arguments[3]);
    seed(1);
    ziggurat();
    clock_t begin = clock();
    if (size == ITEMS && momentum == 0)
        for (long step = 0; step < steps; step++) {
            double stiff = exp(y);
            double gx = stiff * x, gy = stiff * (x * x) / 2 - SLOPE;
            x -= ETA * (gx + DEVIATION * gaussian());
            y -= ETA * gy;
        }
    else
        for (long step = 0; step < steps; step++) {
            double gx, gy;
            if (size == ITEMS) {
                double stiff = exp(y);
                gx = stiff * x;
                gy = stiff * (x * x) / 2 - SLOPE;
            } else
                batch_gradient(x, y, size, &gx, &gy);
            double next_x = (1 + momentum) * x - momentum * before_x - ETA * (gx + DEVIATION * gaussian());
            double next_y = (1 + momentum) * y - momentum * before_y - ETA * gy;
            before_x = x;
            before_y = y;
            x = next_x;
            y = next_y;
        }
    double nanoseconds = (double) (clock() - begin) / CLOCKS_PER_SEC * 1e9;
    printf("%.3f %.17g %.17g\n", nanoseconds / steps, x, y);
    return 0;
}
