package org.selfstab.coq;

import java.nio.file.Path;
import java.util.Optional;
import org.selfstab.ProblemBuilder;
import org.selfstab.Selfstab;
import org.selfstab.problem.Problem;
import org.selfstab.recheck.StatedProblem;
import org.selfstab.report.StatedProblems;

/** The problems of the tests of files for Coq, as certificates state them. */
final class StatedExamples {

    /** Two variables, with the Hessian ((y + 3 x, x), (x, 0)). */
    static final StatedProblem SHARP_VALLEY =
            stated(Selfstab.read(Path.of("examples/sharp-valley.toml")).problem());

    /** Three variables, with the Hessian ((4, 1, 0), (1, 3, z), (0, z, 1 + y)). */
    static final StatedProblem BOWL = stated(ProblemBuilder.of("t", "2*x^2 + x*y + 3*y^2/2 + y*z^2/2 + z^2/2")
            .parameter("eta", "1/2")
            .start("x", "1")
            .start("y", "0")
            .start("z", "0"));

    private StatedExamples() {}

    /** A valley in x along y, with a floor across z: its Hessian at x = z = 0 is diag(y, 0, 1). */
    static StatedProblem floor(String x) {
        return floor("x^2*y/2 + z^2/2 - (x + y)/100", x);
    }

    /** Another loss from the same start. */
    static StatedProblem floor(String loss, String x) {
        return stated(ProblemBuilder.of("t", loss)
                .parameter("eta", "3/10")
                .start("x", x)
                .start("y", "20/3")
                .start("z", "0"));
    }

    static StatedProblem stated(ProblemBuilder builder) {
        return stated(builder.problem());
    }

    private static StatedProblem stated(Problem problem) {
        return StatedProblems.of(problem, Optional.empty());
    }
}
