package org.selfstab.claims;

import java.util.List;
import java.util.Optional;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import org.selfstab.Problems;
import org.selfstab.dynamics.DoubleArithmetic;
import org.selfstab.problem.Family;
import org.selfstab.problem.Problem;
import org.selfstab.symbolic.ExpressionParser;

class FamilyRunTest {
    @Test
    void show() {
        for (String z : List.of("0", "1/2", "1")) {
            show(Problems.valley(z, "1e-2"), RunOptions.defaults());
        }
        show(Problems.diskValley("1e-2"), RunOptions.defaults());
        show(
                Problems.valley("1", "1e-2"),
                new RunOptions(ProjectionMethod.LINEARISED, PredictedFrame.AMBIENT, Optional.empty()));
        show(
                Problems.valley("1", "1e-2"),
                new RunOptions(ProjectionMethod.LINEARISED, PredictedFrame.MOVING, Optional.empty()));
    }

    static void show(Problem p, RunOptions o) {
        var parser = new ExpressionParser(List.of());
        long t = System.nanoTime();
        Family family = new Family(
                "e",
                List.of("1e-2", "1e-3", "1e-4", "1e-5").stream()
                        .map(v -> parser.parse(v).expression())
                        .toList());
        FamilyResult r = new FamilyRun<Binary64>(p, family, DoubleArithmetic::new, o).run(2, s -> {});
        System.out.println(p.title() + " " + o + (System.nanoTime() - t) / 1e9);
        r.orders().forEach(x -> {
            System.out.println(x.statement() + " " + x.fit() + " " + x.verdict());
            x.points().forEach(q -> System.out.print("   " + q.constant()));
            System.out.println();
        });
        r.members().forEach(m -> System.out.println(m.averages()));
    }
}
