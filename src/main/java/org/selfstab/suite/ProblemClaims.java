package org.selfstab.suite;

import java.nio.file.Path;
import java.util.List;
import org.selfstab.Selfstab;
import org.selfstab.Study;
import org.selfstab.claims.QuantityReader;
import org.selfstab.problem.Expectation;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemWarning;
import org.selfstab.problem.toml.LeadingComment;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.FreeText;
import org.selfstab.vocabulary.Named;
import org.selfstab.vocabulary.SelfstabException;

/** Makes the claims of a problem's {@code [expect]}. */
public final class ProblemClaims {

    private ProblemClaims() {}

    /** The claims of a problem file; a file that cannot be read comes with its error. */
    static ClaimFile read(Path file, RunOptions options) {
        try {
            Study study = Selfstab.read(file);
            List<String> warnings =
                    study.warnings().stream().map(ProblemWarning::toString).toList();
            return ClaimFile.readable(
                    file,
                    ClaimFile.Kind.PROBLEM,
                    study.problem().title(),
                    LeadingComment.purposeOf(file).orElse(FreeText.NONE),
                    of(study, options),
                    warnings);
        } catch (SelfstabException bad) {
            return ClaimFile.broken(file, bad.getMessage());
        }
    }

    /** The claims of a problem, in the file's order, by runs as they are done by default; nothing is computed before one is judged. */
    public static List<StatedClaim> of(Study study) {
        return of(study, RunOptions.defaults());
    }

    private static List<StatedClaim> of(Study study, RunOptions options) {
        Problem problem = study.problem();
        List<Named> wanted =
                problem.expectations().stream().map(Expectation::quantity).toList();
        QuantityReader observer = study.quantities(options, wanted).withMembers();
        return problem.expectations().stream()
                .map(expectation -> of(problem, expectation, observer))
                .toList();
    }

    /** The claim of one of a problem's expectations, to be judged by what an observer of the problem computes. */
    public static StatedClaim of(Problem problem, Expectation expectation, QuantityReader observer) {
        Expected expected = expectation.asserted().accept(new ExpectationResolution(problem));
        return new ExpectationClaim(expectation, expected, observer);
    }
}
