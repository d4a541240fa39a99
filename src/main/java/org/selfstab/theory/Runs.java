package org.selfstab.theory;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.selfstab.Study;
import org.selfstab.claims.Verification;
import org.selfstab.claims.order.FamilyResult;
import org.selfstab.claims.reduced.OdeFamilyResult;
import org.selfstab.claims.reduced.OdeResult;
import org.selfstab.problem.Problem;
import org.selfstab.run.RunOptions;

/** Runs of examples in double precision, each done once and kept, since several checks ask for the same. */
final class Runs {

    private record Key(Problem problem, RunOptions options) {}

    private final Map<Key, Verification> single = new ConcurrentHashMap<>();
    private final Map<Key, FamilyResult> families = new ConcurrentHashMap<>();

    private final Map<Key, OdeResult> odes = new ConcurrentHashMap<>();
    private final Map<Key, OdeFamilyResult> odeFamilies = new ConcurrentHashMap<>();

    /** The run of a problem beside the reduced equation. */
    OdeResult ode(Problem problem, RunOptions options) {
        return odes.computeIfAbsent(new Key(problem, options), Runs::runOde);
    }

    /** The runs of a problem's family, which it must have, beside the reduced equation. */
    OdeFamilyResult odeFamily(Problem problem, RunOptions options) {
        return odeFamilies.computeIfAbsent(new Key(problem, options), Runs::runOdeFamily);
    }

    /** The run of a problem. */
    Verification single(Problem problem, RunOptions options) {
        return single.computeIfAbsent(new Key(problem, options), Runs::run);
    }

    /** The runs of a problem's family, which it must have. */
    FamilyResult family(Problem problem, RunOptions options) {
        return families.computeIfAbsent(new Key(problem, options), Runs::runFamily);
    }

    private static Verification run(Key key) {
        return Study.of(key.problem()).run(key.options());
    }

    private static FamilyResult runFamily(Key key) {
        return Study.of(key.problem()).family(key.options());
    }

    private static OdeResult runOde(Key key) {
        return Study.of(key.problem()).ode(key.options());
    }

    private static OdeFamilyResult runOdeFamily(Key key) {
        return Study.of(key.problem()).odeFamily(key.options());
    }
}
