import java.nio.file.Path;
import java.util.Map;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.dynamics.DerivedLoss;
import org.selfstab.dynamics.Model;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;

/** Gradient descent as the program does it, timed within the process like descent.c. Arguments: PROBLEM STEPS ROUNDS. */
public final class Descent {

    private Descent() {}

    /** Prints the nanoseconds of one step in the last round, all rounds from the start, and the last iterate. */
    public static void main(String[] arguments) {
        Problem problem = ProblemReader.read(Path.of(arguments[0]), Map.of()).problem();
        var derivatives = DerivedLoss.of(problem);
        var model = Model.of(problem, derivatives, new CompiledBackend());
        int steps = Integer.parseInt(arguments[1]);
        double nanoseconds = 0;
        org.selfstab.dynamics.Descent<Binary64> descent = null;
        for (int round = 0; round < Integer.parseInt(arguments[2]); round++) {
            descent = model.descent(model.start());
            long begin = System.nanoTime();
            descent.steps(steps);
            nanoseconds = System.nanoTime() - begin;
            System.err.println(nanoseconds / steps);
        }
        StringBuilder line = new StringBuilder(String.format("%.3f", nanoseconds / steps));
        FieldVector<Binary64> last = descent.iterate();
        for (int i = 0; i < last.getDimension(); i++) {
            line.append(' ').append(last.getEntry(i).getReal());
        }
        System.out.println(line);
    }
}
