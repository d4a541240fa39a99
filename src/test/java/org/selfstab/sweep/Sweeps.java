package org.selfstab.sweep;

import java.util.List;
import java.util.Map;
import org.selfstab.ProblemBuilder;
import org.selfstab.run.PredictedFrame;
import org.selfstab.run.ProjectionMethod;

/** Sweeps for tests. */
final class Sweeps {

    /** alpha = epsilon; short runs. */
    static final String BARE_VALLEY = ProblemBuilder.of("Bare valley", "y*x^2/2 - epsilon*y")
            .parameter("eta", "3/10")
            .parameter("epsilon", "1/100")
            .start("x", "sqrt(2*abs(epsilon))/2")
            .start("y", "2/eta")
            .atEdge()
            .horizon("40")
            .expect("alpha", "{ at_most = \"1/50\" }")
            .toml();

    private Sweeps() {}

    static SweepJob job(String text, List<String> grid, List<String> quantities, List<String> claims) {
        return new SweepJob(
                "1",
                "valley.toml",
                text,
                Map.of(),
                Map.of(),
                grid,
                quantities,
                claims,
                ProjectionMethod.EXACT,
                PredictedFrame.MOVING,
                0,
                0);
    }

    /** Eleven points in all, cheap ones. */
    static SweepJob cheap() {
        return job(BARE_VALLEY, List.of("epsilon=1e-3:1e-2:11"), List.of("alpha", "steps"), List.of("alpha"));
    }
}
