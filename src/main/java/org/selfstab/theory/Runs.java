package org.selfstab.theory;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.selfstab.Study;
import org.selfstab.claims.FamilyResult;
import org.selfstab.claims.OdeFamilyResult;
import org.selfstab.claims.OdeResult;
import org.selfstab.claims.Verification;
import org.selfstab.problem.Problem;
import org.selfstab.run.RunOptions;

/** Runs of examples in double precision, each done once and kept, since several checks ask for the same. */
final class Runs {

    private record Key(Problem problem, RunOptions options) {}

    private final Map<Problem, Study> studies = new ConcurrentHashMap<>();
    private final Map<Key, Verification> single = new ConcurrentHashMap<>();
    private final Map<Key, FamilyResult> families = new ConcurrentHashMap<>();
    private final Map<Key, OdeResult> odes = new ConcurrentHashMap<>();
    private final Map<Key, OdeFamilyResult> odeFamilies = new ConcurrentHashMap<>();

    /** The run of a problem beside the reduced equation. */
    OdeResult ode(Problem problem, RunOptions options) {
        return odes.computeIfAbsent(
                new Key(problem, options), key -> studyOf(problem).ode(options));
    }

    /** The runs of a problem's family, which it must have, beside the reduced equation. */
    OdeFamilyResult odeFamily(Problem problem, RunOptions options) {
        return odeFamilies.computeIfAbsent(
                new Key(problem, options), key -> studyOf(problem).odeFamily(options));
    }

    /** The run of a problem. */
    Verification single(Problem problem, RunOptions options) {
        return single.computeIfAbsent(
                new Key(problem, options), key -> studyOf(problem).run(options));
    }

    /** The runs of a problem's family, which it must have. */
    FamilyResult family(Problem problem, RunOptions options) {
        return families.computeIfAbsent(
                new Key(problem, options), key -> studyOf(problem).family(options));
    }

    private Study studyOf(Problem problem) {
        return studies.computeIfAbsent(problem, Study::of);
    }
}
