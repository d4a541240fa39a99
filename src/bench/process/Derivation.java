import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.symbolic.ComputerAlgebra;
import org.selfstab.symbolic.SymbolicLossDerivatives;

/** All derivatives up to the third, each once, of a problem's loss, like derive.py. Arguments: PROBLEM ROUNDS. */
public final class Derivation {

    private Derivation() {}

    /**
     * Prints the seconds of the first derivation after Symja is loaded, the median of the last three, and the value of the sum of all at a
     * point with the seconds that it took. Each derivation starts from nothing.
     */
    public static void main(String[] arguments) {
        ComputerAlgebra.loadInBackground();
        Problem problem = ProblemReader.read(Path.of(arguments[0]), Map.of()).problem();
        Expression loss = problem.loss().substitute(problem.parameters().values());
        int rounds = Integer.parseInt(arguments[1]);
        SymbolicLossDerivatives.of(problem.variables(), loss);
        double[] seconds = new double[rounds];
        List<Expression> derived = List.of();
        for (int round = 0; round < rounds; round++) {
            long begin = System.nanoTime();
            derived = derive(SymbolicLossDerivatives.of(problem.variables(), loss));
            seconds[round] = (System.nanoTime() - begin) / 1e9;
        }
        double first = seconds[0];
        double[] last = Arrays.copyOfRange(seconds, Math.max(0, rounds - 3), rounds);
        Arrays.sort(last);
        double later = last[last.length / 2];
        long begin = System.nanoTime();
        Map<String, Expression> point = new HashMap<>();
        for (int i = 0; i < problem.variables().size(); i++) {
            point.put(problem.variables().get(i).name(), Expression.constant(new org.hipparchus.fraction.BigFraction(i + 1, 10)));
        }
        double sum = 0;
        for (Expression expression : derived) {
            Binary64 value = FieldInterpreter.evaluate(expression.substitute(point), Binary64Field.getInstance());
            sum += value.getReal();
        }
        double check = (System.nanoTime() - begin) / 1e9;
        System.out.println("{\"first\": " + first + ", \"later\": " + later + ", \"check\": " + check + ", \"sum\": " + sum + "}");
    }

    private static List<Expression> derive(LossDerivatives loss) {
        int n = loss.variables().size();
        List<Expression> derived = new ArrayList<>(List.of(loss.value()));
        for (int i = 0; i < n; i++) {
            derived.add(loss.gradient(i));
            for (int j = i; j < n; j++) {
                derived.add(loss.hessian(i, j));
                for (int k = j; k < n; k++) {
                    derived.add(loss.third(i, j, k));
                }
            }
        }
        return derived;
    }
}
