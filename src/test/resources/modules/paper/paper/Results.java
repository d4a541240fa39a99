package paper;

import java.nio.file.Path;
import java.util.Map;
import org.selfstab.Checker;
import org.selfstab.Selfstab;
import org.selfstab.Study;
import org.selfstab.claims.DerivationResult;
import org.selfstab.claims.RunConstants;
import org.selfstab.claims.VerificationResult;
import org.selfstab.run.RunListener;
import org.selfstab.run.RunOptions;
import org.selfstab.run.StepView;

/** What a paper's program asks of the library; prints one line of each kind of result. */
public final class Results {

    private static int steps;

    private Results() {}

    public static void main(String[] certificate) {
        Study study = Selfstab.parse("valley.toml", """
                title     = "Valley"
                variables = ["x", "y"]
                loss      = "y*x^2/2 - epsilon*y"

                [parameters]
                eta     = "3/10"
                epsilon = "1/100"

                [start]
                x = "0"
                y = "2/eta"

                [run]
                kick    = "1/2"
                horizon = "20"
                """);
        RunListener counting = new RunListener() {
            @Override
            public void progress(String task, int done) {}

            @Override
            public void step(StepView step) {
                steps += step.beta() > 0 ? 1 : 0;
            }
        };
        VerificationResult verified = study.verify(RunOptions.defaults(), counting);
        System.out.println("steps " + steps);
        System.out.println("coupling "
                + verified.verification().constants().flatMap(RunConstants::coupling).isPresent());
        System.out.println("conclusions " + verified.assessment().ofConclusions());
        DerivationResult derived = study.derive(Map.of());
        System.out.println("sharpness " + derived.closedForm().form().orElseThrow().sharpness());
        System.out.println("confirmed " + Checker.recheck(Path.of(certificate[0])).isConfirmed());
    }
}
