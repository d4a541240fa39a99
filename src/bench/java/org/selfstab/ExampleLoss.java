package org.selfstab;

import org.selfstab.dynamics.DerivedLoss;
import java.nio.file.Path;
import java.util.Map;
import org.hipparchus.CalculusFieldElement;
import org.selfstab.dynamics.Model;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.loss.Backend;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;

/** An example problem for benchmarks: its setting in any numbers. */
public record ExampleLoss(Problem problem, LossDerivatives derivatives) {

    /** The example of a name, with {@code epsilon = 1e-6} in the sharp valley. */
    public static ExampleLoss of(String name) {
        Map<String, String> overrides = name.equals("sharp-valley") ? Map.of("epsilon", "1e-6") : Map.of();
        Problem problem = ProblemReader.read(Path.of("examples", name + ".toml"), overrides)
                .problem();
        LossDerivatives derivatives = DerivedLoss.of(problem);
        return new ExampleLoss(problem, derivatives);
    }

    /** The setting in some numbers. */
    public <T extends CalculusFieldElement<T>> Model<T> in(Backend<T> backend) {
        return Model.of(problem, derivatives, backend);
    }
}
