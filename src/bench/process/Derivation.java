import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.symbolic.LossDerivatives;
import org.selfstab.symbolic.SymbolicLossDerivatives;

/** All derivatives up to the third, each once, of a problem's loss, like derive.py. Arguments: PROBLEM ROUNDS. */
public final class Derivation {

    private Derivation() {}

    /** Prints the seconds of the first derivation, Symja's start included, of the last one, and the value of their sum at a point. */
    public static void main(String[] arguments) {
        Problem problem = ProblemReader.read(Path.of(arguments[0]), Map.of()).problem();
        Expression loss = problem.loss().substitute(problem.parameters().values());
        int rounds = Integer.parseInt(arguments[1]);
        double first = 0;
        double last = 0;
        List<Expression> derived = List.of();
        for (int round = 0; round < rounds; round++) {
            long begin = System.nanoTime();
            derived = derive(SymbolicLossDerivatives.of(problem.variables(), loss));
            last = (System.nanoTime() - begin) / 1e9;
            first = round == 0 ? last : first;
        }
        Map<String, Expression> point = new java.util.HashMap<>();
        for (int i = 0; i < problem.variables().size(); i++) {
            point.put(problem.variables().get(i).name(), Expression.constant(new org.hipparchus.fraction.BigFraction(i + 1, 10)));
        }
        double sum = 0;
        for (Expression expression : derived) {
            Binary64 value = FieldInterpreter.evaluate(expression.substitute(point), Binary64Field.getInstance());
            sum += value.getReal();
        }
        System.out.println("{\"first\": " + first + ", \"later\": " + last + ", \"sum\": " + sum + "}");
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
