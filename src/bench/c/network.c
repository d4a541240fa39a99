/* A two-layer tanh network on data, squared loss, as a user of C would write it: the gradient, and the gradient with a Hessian-vector product.
   usage: network WIDTH INPUTS BIAS POINTS. Prints the microseconds of both, best of many short rounds, and entries of the last gradient and product.
   Parameters are W (WIDTH x INPUTS), b, a and, with BIAS 1, c. Build: gcc -O3 network.c -lm */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int width, inputs, bias, points, size;
static double *x, *y, *active, *slope, *tangent;

static double gradient(const double *theta, double *g)
{
    const double *W = theta, *b = W + width * inputs, *a = b + width;
    double *gW = g, *gb = gW + width * inputs, *ga = gb + width, loss = 0.0;
    memset(g, 0, size * sizeof *g);
    for (int k = 0; k < points; k++) {
        const double *xk = x + k * inputs;
        double residual = (bias ? a[width] : 0.0) - y[k];
        for (int j = 0; j < width; j++) {
            double z = b[j];
            for (int i = 0; i < inputs; i++)
                z += W[j * inputs + i] * xk[i];
            active[j] = tanh(z);
            residual += a[j] * active[j];
        }
        loss += residual * residual;
        residual /= points;
        for (int j = 0; j < width; j++) {
            double d = residual * a[j] * (1.0 - active[j] * active[j]);
            ga[j] += residual * active[j];
            gb[j] += d;
            for (int i = 0; i < inputs; i++)
                gW[j * inputs + i] += d * xk[i];
        }
        if (bias)
            ga[width] += residual;
    }
    return loss / (2 * points);
}

/* The gradient and its derivative p along v in one go. */
static double both(const double *theta, const double *v, double *g, double *p)
{
    const double *W = theta, *b = W + width * inputs, *a = b + width;
    const double *vW = v, *vb = vW + width * inputs, *va = vb + width;
    double *gW = g, *gb = gW + width * inputs, *ga = gb + width;
    double *pW = p, *pb = pW + width * inputs, *pa = pb + width, loss = 0.0;
    memset(g, 0, size * sizeof *g);
    memset(p, 0, size * sizeof *p);
    for (int k = 0; k < points; k++) {
        const double *xk = x + k * inputs;
        double r = (bias ? a[width] : 0.0) - y[k], dr = bias ? va[width] : 0.0;
        for (int j = 0; j < width; j++) {
            double z = b[j], dz = vb[j];
            for (int i = 0; i < inputs; i++) {
                z += W[j * inputs + i] * xk[i];
                dz += vW[j * inputs + i] * xk[i];
            }
            active[j] = tanh(z);
            slope[j] = 1.0 - active[j] * active[j];
            tangent[j] = slope[j] * dz;
            r += a[j] * active[j];
            dr += va[j] * active[j] + a[j] * tangent[j];
        }
        loss += r * r;
        r /= points;
        dr /= points;
        for (int j = 0; j < width; j++) {
            double u = r * a[j], du = dr * a[j] + r * va[j];
            double d = u * slope[j], dd = du * slope[j] - 2.0 * u * active[j] * tangent[j];
            ga[j] += r * active[j];
            pa[j] += dr * active[j] + r * tangent[j];
            gb[j] += d;
            pb[j] += dd;
            for (int i = 0; i < inputs; i++) {
                gW[j * inputs + i] += d * xk[i];
                pW[j * inputs + i] += dd * xk[i];
            }
        }
        if (bias) {
            ga[width] += r;
            pa[width] += dr;
        }
    }
    return loss / (2 * points);
}

/* Decimals of two digits between -1 and 1. */
static double *decimals(int count, int factor)
{
    double *numbers = malloc(count * sizeof *numbers);
    for (int i = 0; i < count; i++)
        numbers[i] = ((i * factor + 11) % 201 - 100) / 100.0;
    return numbers;
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1e6 + t.tv_nsec * 1e-3;
}

int main(int argc, char **argv)
{
    if (argc != 5)
        return 2;
    width = atoi(argv[1]), inputs = atoi(argv[2]), bias = atoi(argv[3]), points = atoi(argv[4]);
    size = width * (inputs + 2) + bias;
    x = decimals(points * inputs, 37), y = decimals(points, 53);
    active = malloc(width * sizeof *active), slope = malloc(width * sizeof *slope), tangent = malloc(width * sizeof *tangent);
    double *theta = decimals(size, 71), *v = decimals(size, 29), *g = decimals(size, 1), *p = decimals(size, 1);
    double best[2] = {1e9, 1e9}, sum = 0.0;
    for (double end = now() + 3e6; now() < end;) {
        for (int which = 0; which < 2; which++) {
            double began = now(), took;
            int count = 0;
            do {
                sum += which ? both(theta, v, g, p) : gradient(theta, g);
                took = now() - began;
                count++;
            } while (took < 1e2);
            if (took / count < best[which])
                best[which] = took / count;
        }
    }
    printf("%.3f %.3f %.17g %.17g %.17g %.17g\n", best[0], best[1], g[0], g[size - 1], p[0], p[size - 1]);
    return isnan(sum);
}
