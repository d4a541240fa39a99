/* Gradient descent on two losses, as a user of C would write it: usage: descent valley|network STEPS
   Prints the nanoseconds of one step and the last iterate. Build: gcc -O3 descent.c -lm */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* (y + x) x^2/2 - (x + y)/100: examples/sharp-valley.toml */
static void valley_gradient(const double *theta, double *gradient)
{
    double x = theta[0], y = theta[1];
    gradient[0] = x * y + 1.5 * x * x - 0.01;
    gradient[1] = 0.5 * x * x - 0.01;
}

/* sum_i (sum_j a_j tanh(b_j X_i + c_j) - Y_i)^2/8: examples/tanh-network.toml */
enum { HIDDEN = 3, POINTS = 4 };
static const double X[POINTS] = {-1.5, -0.5, 0.5, 1.5};
static const double Y[POINTS] = {1.2, 0.2, -1.4, 0.6};

static void network_gradient(const double *theta, double *gradient)
{
    const double *a = theta, *b = theta + HIDDEN, *c = theta + 2 * HIDDEN;
    for (int k = 0; k < 3 * HIDDEN; k++)
        gradient[k] = 0.0;
    for (int i = 0; i < POINTS; i++) {
        double activation[HIDDEN], residual = -Y[i];
        for (int j = 0; j < HIDDEN; j++) {
            activation[j] = tanh(b[j] * X[i] + c[j]);
            residual += a[j] * activation[j];
        }
        residual /= 4.0;
        for (int j = 0; j < HIDDEN; j++) {
            double slope = residual * a[j] * (1.0 - activation[j] * activation[j]);
            gradient[j] += residual * activation[j];
            gradient[HIDDEN + j] += slope * X[i];
            gradient[2 * HIDDEN + j] += slope;
        }
    }
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e9 + time.tv_nsec;
}

int main(int count, char **arguments)
{
    if (count != 3)
        return 2;
    long steps = atol(arguments[2]);
    double theta[9] = {3.92, 0.84, 2.62, -0.41, -5.43, 2.52, 0.36, -0.77, -1.7}, gradient[9];
    int n = 9;
    double begin = now();
    if (strcmp(arguments[1], "valley") == 0) {
        double eta = 0.3;
        n = 2;
        theta[0] = sqrt(2 * 0.01) / 2;
        theta[1] = 2 / eta;
        for (long t = 0; t < steps; t++) {
            valley_gradient(theta, gradient);
            for (int k = 0; k < 2; k++)
                theta[k] -= eta * gradient[k];
        }
    } else {
        double eta = 0.125;
        for (long t = 0; t < steps; t++) {
            network_gradient(theta, gradient);
            for (int k = 0; k < 9; k++)
                theta[k] -= eta * gradient[k];
        }
    }
    printf("%.3f", (now() - begin) / steps);
    for (int k = 0; k < n; k++)
        printf(" %.17g", theta[k]);
    printf("\n");
    return 0;
}
