package org.selfstab.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.junit.jupiter.api.Test;
import org.selfstab.Problems;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.loss.Backend;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.loss.DecimalBackend;
import org.selfstab.problem.Problem;
import org.selfstab.run.RunOptions;

/** What moves in place, against the product of theory.md (13) with a new vector for each factor, along a run of the sharp valley. */
class ResponseTest {

    private static final Problem VALLEY = Problems.valley("1", "1e-2");

    private static <T extends CalculusFieldElement<T>> void assertSteps(Backend<T> backend) {
        Model<T> model = Model.of(VALLEY, Problems.derivatives(VALLEY), backend);
        List<LocalGeometry<T>> trajectory = new ArrayList<>();
        Problems.verify(VALLEY, backend, RunOptions.defaults(), List.of(step -> trajectory.add(step.geometry())));
        FieldVector<T> push = trajectory.get(0).gradSPerp();
        FieldVector<T> given = push.copy();
        FieldVector<T> expected = push;
        Response<T> response = model.response(push);
        for (LocalGeometry<T> here : trajectory.subList(1, 20)) {
            FieldVector<T> offU = here.orthogonalToU(expected);
            expected = offU.add(
                    here.hessian(offU).mapMultiply(model.rates().drift().negate()));
            response.step(here);
            assertThat(response.displacement()).isEqualTo(expected);
        }
        assertThat(push).isEqualTo(given);
        assertThat(response.displacement()).isNotEqualTo(given);
    }

    @Test
    void inDoublesItIsTheProduct() {
        assertSteps(new CompiledBackend());
    }

    @Test
    void inDecimalsItIsTheProduct() {
        assertSteps(new DecimalBackend(30));
    }
}
