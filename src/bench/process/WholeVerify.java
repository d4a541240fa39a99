import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hipparchus.util.Binary64;
import org.selfstab.claims.Verification;
import org.selfstab.claims.conditions.ConditionEvaluator;
import org.selfstab.claims.constants.Verifier;
import org.selfstab.dynamics.DerivedLoss;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.run.RunOptions;

/** The whole verify again and again in one process, from the problem file to the verdicts, like verify.py. Arguments: PROBLEM ROUNDS NAME=VALUE... */
public final class WholeVerify {

    private WholeVerify() {}

    /** Prints the seconds of the first and of the last round, and C_1 of it; each round's processor time on standard error. */
    public static void main(String[] arguments) {
        var processor = ManagementFactory.getThreadMXBean();
        double first = 0;
        double last = 0;
        double constant = 0;
        for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
            long begin = System.nanoTime();
            long work = processor.getCurrentThreadCpuTime();
            constant = verify(arguments);
            last = (System.nanoTime() - begin) / 1e9;
            first = round == 0 ? last : first;
            System.err.printf(Locale.ROOT, "%.4f %.4f%n", last, (processor.getCurrentThreadCpuTime() - work) / 1e9);
        }
        System.out.println("{\"first\": " + first + ", \"later\": " + last + ", \"C1\": " + constant + "}");
    }

    private static double verify(String[] arguments) {
        Map<String, String> overrides = new HashMap<>();
        for (String argument : List.of(arguments).subList(2, arguments.length)) {
            String[] parts = argument.split("=", 2);
            overrides.put(parts[0], parts[1]);
        }
        Problem problem = ProblemReader.read(Path.of(arguments[0]), overrides).problem();
        var derivatives = DerivedLoss.of(problem);
        Verifier<Binary64> verifier = new Verifier<>(problem, derivatives, new CompiledBackend(), RunOptions.defaults());
        ConditionEvaluator<Binary64> assessor = new ConditionEvaluator<>(verifier.model(), problem.thresholds());
        Verification verification = verifier.verify(List.of(assessor));
        if (assessor.assessment(verification).conclusions().isEmpty()) {
            throw new IllegalStateException("nothing was concluded");
        }
        return verification.constants().orElseThrow().coupling().orElseThrow().value();
    }
}
