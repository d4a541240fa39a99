import java.nio.file.Path;
import java.util.Map;
import org.selfstab.dynamics.DerivedLoss;
import org.selfstab.loss.CompiledLoss;
import org.selfstab.loss.DerivativeKernel;
import org.selfstab.loss.GradientKernel;
import org.selfstab.problem.ProblemReader;

/** Gradients and Hessian-vector products of a network as the program computes them, timed within the process like network.c. Argument: PROBLEM. */
public final class Network {

    private Network() {}

    /** Prints the microseconds of a gradient and of a gradient with a product, best of many short rounds, and entries of both. */
    public static void main(String[] arguments) {
        CompiledLoss loss = CompiledLoss.of(
                DerivedLoss.of(
                        ProblemReader.read(Path.of(arguments[0]), Map.of()).problem()));
        int n = loss.dimension();
        double[] theta = decimals(n, 71);
        double[] v = decimals(n, 29);
        double[] gradient = new double[n];
        double[] product = new double[n];
        GradientKernel gradients = loss.gradientKernel();
        DerivativeKernel derivatives = loss.derivativeKernel();
        double[] best = {1e9, 1e9};
        long end = System.nanoTime() + 4_000_000_000L;
        while (System.nanoTime() < end) {
            best[0] = Math.min(best[0], microseconds(() -> gradients.gradient(theta, gradient)));
            best[1] = Math.min(best[1], microseconds(() -> {
                derivatives.moveTo(theta);
                derivatives.gradient(gradient);
                derivatives.hessian(v, product);
            }));
        }
        System.out.printf(
                "%.3f %.3f %s %s %s %s%n",
                best[0], best[1], gradient[0], gradient[n - 1], product[0], product[n - 1]);
    }

    private static double microseconds(Runnable work) {
        long began = System.nanoTime();
        long took = 0;
        int count = 0;
        while (took < 100_000) {
            work.run();
            took = System.nanoTime() - began;
            count++;
        }
        return took * 1e-3 / count;
    }

    /** Decimals of two digits between -1 and 1. */
    private static double[] decimals(int count, int factor) {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = ((i * factor + 11) % 201 - 100) / 100.0;
        }
        return numbers;
    }
}
