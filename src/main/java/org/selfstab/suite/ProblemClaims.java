package org.selfstab.suite;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.selfstab.claims.ConditionName;
import org.selfstab.problem.Expectation;
import org.selfstab.problem.LeadingComment;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemFileException;
import org.selfstab.problem.ProblemReader;
import org.selfstab.problem.ProblemWarning;
import org.selfstab.problem.ReadProblem;

/** Makes the claims of a problem's {@code [expect]}. */
public final class ProblemClaims {

    private ProblemClaims() {}

    /** The claims of a problem file; a file that cannot be read comes with its error. */
    static ClaimFile read(Path file) {
        try {
            ReadProblem read = ProblemReader.read(file);
            List<String> warnings =
                    read.warnings().stream().map(ProblemWarning::toString).toList();
            return ClaimFile.readable(
                    file,
                    read.problem().title(),
                    LeadingComment.purposeOf(file).orElse(""),
                    of(read.problem()),
                    warnings);
        } catch (ProblemFileException bad) {
            return ClaimFile.broken(file, bad.getMessage());
        }
    }

    /** The claims of a problem, in the file's order; nothing is computed before one is judged. */
    public static List<Claim> of(Problem problem) {
        QuantityObserver observer = new QuantityObserver(new Observation(problem, conditionsOf(problem)));
        ExpectationResolution resolution = new ExpectationResolution(problem);
        return problem.expectations().stream()
                .<Claim>map(expectation ->
                        new ExpectationClaim(expectation, expectation.asserted().accept(resolution), observer))
                .toList();
    }

    private static Set<ConditionName> conditionsOf(Problem problem) {
        return problem.expectations().stream()
                .map(Expectation::quantity)
                .map(QuantityObserver::conditionOf)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }
}
