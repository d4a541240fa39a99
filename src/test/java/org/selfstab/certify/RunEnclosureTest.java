package org.selfstab.certify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import org.selfstab.Problems;
import org.selfstab.claims.RunOptions;
import org.selfstab.claims.Verifier;
import org.selfstab.dynamics.DoubleArithmetic;
import org.selfstab.problem.Problem;
import org.selfstab.symbolic.LossDerivatives;
import org.selfstab.symbolic.SymbolicLossDerivatives;

class RunEnclosureTest {

    @Test
    void scratch() {
        for (Problem problem : List.of(
                Problems.valley("0", "1e-2"),
                Problems.valley("1", "1e-2"),
                Problems.valley("1", "1e-3"),
                Problems.diskValley("1e-3"))) {
            long begin = System.nanoTime();
            LossDerivatives derivatives = SymbolicLossDerivatives.of(problem.variables(), problem.loss())
                    .substitute(problem.parameters().values());
            RunEnclosure enclosure = new RunEnclosure(derivatives, problem.stepSize());
            double[] worst = new double[4];
            LargestEnclosure dev = new LargestEnclosure();
            LargestEnclosure ls = new LargestEnclosure();
            LargestEnclosure sh = new LargestEnclosure();
            new Verifier<Binary64>(problem, derivatives, new DoubleArithmetic(), RunOptions.defaults())
                    .verify(List.of(step -> {
                        StepEnclosures e;
                        if (step.t() == 0) {
                            var start = Enclosed.valuesOf(problem.startPoint());
                            var centre = Boxes.at(Boxes.numbers(step.theta()));
                            e = enclosure.first(
                                    step,
                                    Parallelepiped.around(
                                            centre,
                                            Boxes.norm(start.subtract(centre)).upper()));
                        } else {
                            e = enclosure.next(step);
                        }
                        worst[0] = Math.max(worst[0], e.iterate().radius());
                        worst[1] = Math.max(worst[1], e.dagger().radius());
                        worst[2] = Math.max(worst[2], e.predicted().radius());
                        dev.include(e.deviation(), step.t());
                        ls.include(e.lossError(enclosure.eta()), step.t());
                        sh.include(e.sharpnessError(), step.t());
                    }));
            System.out.println(problem.name() + " " + worst[0] + " " + worst[1] + " " + worst[2] + " dev " + dev.get()
                    + " loss " + ls.get() + " S " + sh.get() + " " + (System.nanoTime() - begin) / 1e9);
        }
        assertThat(true).isTrue();
    }
}
