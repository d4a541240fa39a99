package org.selfstab.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.selfstab.Selfstab;
import org.selfstab.Study;
import org.selfstab.claims.QuantityReader;
import org.selfstab.claims.Verification;
import org.selfstab.claims.observation.ObservingReader;
import org.selfstab.expression.ExpressionLimitException;
import org.selfstab.problem.Problem;
import org.selfstab.problem.QuantityName;
import org.selfstab.vocabulary.Named;
import org.selfstab.vocabulary.SelfstabException;

/**
 * A problem that is run at the points of a grid. Its file is read once, and its loss is compiled once as far as only constants differ.
 * Each point is the problem that {@code --set} with the point's values makes. May be shared by threads.
 */
public final class SweptProblem {

    private final SweepJob job;
    private final Grid grid;
    private final Study study;
    private final Problem problem;
    private final List<QuantityName> quantities;
    private final List<SweptClaim> claims;
    private final List<Named> wanted;
    private final boolean needsRun;

    /**
     * Prepares the points of a sweep; nothing is computed yet.
     *
     * @throws SelfstabException if the problem is invalid
     * @throws SelfstabException if the grid, a quantity or a claim is
     */
    public SweptProblem(SweepJob job) {
        this.job = job;
        this.grid = Grid.parse(job.grid());
        this.study = Selfstab.parse(job.file(), job.text(), job.data(), job.fixed());
        this.problem = study.problem();
        grid.requireParameters(problem.parameters().names(), job.fixed().keySet());
        SweptNames names = new SweptNames(problem, grid);
        this.quantities = job.quantities().stream().map(names::quantity).toList();
        this.claims = job.claims().stream().map(names::claim).toList();
        List<QuantityName> asked = Stream.concat(
                        quantities.stream(), claims.stream().map(SweptClaim::name))
                .toList();
        requireNumbers(job, asked);
        this.wanted = asked.stream().map(QuantityName::quantity).toList();
        this.needsRun = wanted.stream().anyMatch(ObservingReader::needsRun);
    }

    /** What is computed in double precision alone says so at once, not at every point. */
    private static void requireNumbers(SweepJob job, List<QuantityName> asked) {
        if (job.digits() == 0) {
            return;
        }
        asked.stream()
                .filter(name -> ObservingReader.isOfDoubles(name.quantity()))
                .findFirst()
                .ifPresent(name -> {
                    throw new SelfstabException(
                            "--precision: " + name.text() + " is computed in double precision alone",
                            "leave --precision out, or sweep it by itself");
                });
    }

    /** The problem without the grid's values. */
    public Problem problem() {
        return problem;
    }

    /** The grid. */
    public Grid grid() {
        return grid;
    }

    /** Runs a point; whatever goes wrong there is told by its status. */
    public PointResult run(int index) {
        try {
            return run(index, at(index));
        } catch (ExpressionLimitException tooLarge) {
            return without(index, PointStatus.TOO_LARGE, tooLarge.getMessage());
        } catch (SelfstabException invalid) {
            return without(index, PointStatus.INVALID, invalid.getMessage());
        } catch (RuntimeException | StackOverflowError bug) {
            return without(index, PointStatus.ERROR, "internal error; please report it: " + bug);
        }
    }

    private PointResult without(int index, PointStatus status, String reason) {
        return PointResult.without(index, status, reason, quantities.size());
    }

    private Study at(int index) {
        Map<String, String> overrides = new LinkedHashMap<>(job.fixed());
        grid.point(index).forEach((name, value) -> overrides.put(name, value.text()));
        return study.with(overrides);
    }

    private PointResult run(int index, Study point) {
        QuantityReader observer = point.quantities(job.options(), wanted);
        PointRecord record = new PointRecord();
        if (needsRun) {
            Verification verification = observer.verification();
            record.run(verification, verification.wording(point.problem()));
        }
        quantities.forEach(name -> record.value(name.text(), observer.observe(name)));
        claims.forEach(claim -> claim.judge(point.problem(), observer, record));
        return record.result(index);
    }
}
