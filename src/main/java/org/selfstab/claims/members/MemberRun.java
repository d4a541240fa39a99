package org.selfstab.claims.members;

import java.util.List;
import java.util.Optional;
import org.hipparchus.CalculusFieldElement;
import org.selfstab.claims.Assessment;
import org.selfstab.claims.FamilyMember;
import org.selfstab.claims.PeriodAverages;
import org.selfstab.claims.Verification;
import org.selfstab.claims.conditions.Conclusions;
import org.selfstab.claims.constants.MagnitudesOfRun;
import org.selfstab.claims.constants.PeriodAveragesAccumulator;
import org.selfstab.claims.constants.Verifier;
import org.selfstab.dynamics.DerivedLoss;
import org.selfstab.dynamics.EdgeSearch;
import org.selfstab.dynamics.Horizon;
import org.selfstab.dynamics.Rates;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.expression.Expression;
import org.selfstab.loss.Backend;
import org.selfstab.problem.Problem;
import org.selfstab.run.RunOptions;

/**
 * Runs one member of a family: up to its horizon for (24)-(26), then again from t = 0 for {@value #PERIOD_HORIZON} times as many steps
 * for the averages (27), since a horizon of some 1/eps steps, as the theorem has it, need not hold a whole one.
 *
 * @param <T> the numbers of the run
 */
public final class MemberRun<T extends CalculusFieldElement<T>> {

    /** About three periods for a horizon of {@code 5/eps}, nine for the default. */
    public static final int PERIOD_HORIZON = 3;

    private final Problem problem;
    private final Backend<T> backend;
    private final StepObserver<T> watcher;
    private final Verifier<T> verifier;

    /**
     * Prepares a member's run.
     *
     * @param problem the problem with the member's value put in
     * @param watcher sees every step of both runs
     */
    MemberRun(Problem problem, Backend<T> backend, RunOptions options, StepObserver<T> watcher) {
        this.problem = problem;
        this.backend = backend;
        this.watcher = watcher;
        this.verifier = new Verifier<>(problem, DerivedLoss.of(problem), backend, options);
    }

    FamilyMember run(Expression value) {
        MagnitudesOfRun<T> magnitudes = new MagnitudesOfRun<>();
        Verification verification = verifier.verify(List.of(watcher, magnitudes));
        Optional<PeriodAverages> averages =
                verification.isComplete() ? averages(stepsOf(verification)) : Optional.empty();
        return new FamilyMember(
                value,
                backend.valueOf(value).getReal(),
                rates(verifier.model().rates()),
                verification,
                averages,
                new Assessment(List.of(), new Conclusions(verification, averages, problem.thresholds()).results()),
                magnitudes.roundingLevels(backend.field().getOne().ulp().getReal()));
    }

    private static FamilyMember.Rates rates(Rates<?> rates) {
        return new FamilyMember.Rates(
                rates.step().getReal(), rates.growth().getReal(), rates.drift().getReal());
    }

    private static int stepsOf(Verification verification) {
        return verification.constants().orElseThrow().steps();
    }

    private Optional<PeriodAverages> averages(int steps) {
        EdgeSearch.Outcome.Reached<T> start = (EdgeSearch.Outcome.Reached<T>) verifier.edge();
        PeriodAveragesAccumulator<T> averages = new PeriodAveragesAccumulator<>(verifier.model());
        verifier.run(start, new Horizon.Fixed(PERIOD_HORIZON * steps), step -> {
            watcher.observe(step);
            averages.observe(step);
        });
        return averages.result();
    }
}
