package org.selfstab.certify.trajectory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.hipparchus.util.Binary64;
import org.selfstab.certify.CertificateListener;
import org.selfstab.certify.CertificationResult;
import org.selfstab.certify.CertifiedClaim;
import org.selfstab.certify.CertifyOptions;
import org.selfstab.certify.enclosure.EnclosureException;
import org.selfstab.certify.enclosure.TopEigenpair;
import org.selfstab.claims.Verification;
import org.selfstab.claims.constants.Verifier;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.DerivedLoss;
import org.selfstab.dynamics.EdgeSearch;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.interval.Interval;
import org.selfstab.interval.NoEnclosureException;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.problem.Problem;
import org.selfstab.run.RunEnd;
import org.selfstab.run.RunOptions;

/**
 * Certifies a problem's run: a run in doubles proposes centres, interval arithmetic encloses the exact run round them and decides
 * conditions and conclusions. The projection is the exact one and the prediction that of the moving frame.
 */
public final class Certifier {

    private final Problem problem;
    private final double tubeInDelta;
    private final Verifier<Binary64> verifier;
    private final RunEnclosure enclosure;

    /** Prepares a certification. */
    public Certifier(Problem problem, CertifyOptions options) {
        this(problem, DerivedLoss.of(problem), options);
    }

    private Certifier(Problem problem, LossDerivatives derivatives, CertifyOptions options) {
        this.problem = problem;
        this.tubeInDelta = options.tube();
        this.verifier = proposer(problem, derivatives, options);
        this.enclosure = new RunEnclosure(problem, derivatives);
    }

    /**
     * The run in doubles that proposes.
     *
     * @param derivatives the problem's loss with the parameters' values put in
     */
    static Verifier<Binary64> proposer(Problem problem, LossDerivatives derivatives, CertifyOptions options) {
        RunOptions defaults = RunOptions.defaults();
        return new Verifier<>(
                problem,
                derivatives,
                new CompiledBackend(),
                options.horizon().map(defaults::withHorizon).orElse(defaults));
    }

    /**
     * Certifies a run of as many unstable eigenvalues as it follows.
     *
     * @param progress is told each step that is enclosed
     * @param certificate is told what was proved
     */
    public static CertificationResult certify(
            Problem problem, CertifyOptions options, IntConsumer progress, CertificateListener certificate) {
        LossDerivatives derivatives = DerivedLoss.of(problem);
        UnstableCertifier ofSeveral = new UnstableCertifier(problem, derivatives, options);
        int k = ofSeveral.unstable();
        return k > 1
                ? ofSeveral.certify(k, progress, certificate)
                : new Certifier(problem, derivatives, options).certify(progress, certificate);
    }

    /**
     * Certifies, once.
     *
     * @param progress is told each step that is enclosed
     */
    public CertificationResult certify(IntConsumer progress) {
        return certify(progress, CertificateListener.none());
    }

    /**
     * Certifies, once.
     *
     * @param progress is told each step that is enclosed
     * @param certificate is told what was proved
     */
    public CertificationResult certify(IntConsumer progress, CertificateListener certificate) {
        int edgeStep = verifier.edge() instanceof EdgeSearch.Outcome.Reached<Binary64> reached ? reached.step() : 0;
        Pass pass = new Pass(edgeStep, progress, certificate);
        if (verifier.edge() instanceof EdgeSearch.Outcome.NotReached<Binary64> not
                && not.end() instanceof RunEnd.EdgeNeverReached never) {
            pass.encloseApproach(never.steps());
        }
        Verification verification = verifier.verifyOne(List.of(pass::observe));
        return pass.certification(verification);
    }

    /** One pass over the run. */
    private final class Pass {

        private final int edgeStep;
        private final IntConsumer progress;
        private final CertificateListener certificate;
        private final TrajectoryBounds bounds = new TrajectoryBounds(enclosure.optimizer());
        private Optional<Tube> tube = Optional.empty();
        private Optional<String> obstacle = Optional.empty();
        private Optional<CertifiedClaim> edge = Optional.empty();
        private Optional<EnclosedExtreme> alphaNotPositive = Optional.empty();
        private int steps = -1;

        Pass(int edgeStep, IntConsumer progress, CertificateListener certificate) {
            this.edgeStep = edgeStep;
            this.certificate = certificate;
            this.progress = progress;
        }

        void observe(CoupledStep<Binary64> numeric) {
            if (obstacle.isPresent()) {
                return;
            }
            try {
                enclose(numeric);
            } catch (EnclosureException | NoEnclosureException notProved) {
                obstacle = Optional.of("t = " + numeric.t() + ": " + notProved.getMessage());
            }
        }

        private void enclose(CoupledStep<Binary64> numeric) {
            StepEnclosures step =
                    numeric.t() == 0 ? enclosure.first(numeric, approach().to(edgeStep)) : enclosure.next(numeric);
            Interval alpha = step.geometry().alpha();
            if (!alpha.isAbove(0.0)) {
                alphaNotPositive = Optional.of(EnclosedExtreme.at(step, alpha));
                certificate.step(step.proof(0.0, Optional.empty()));
                throw new EnclosureException("alpha is not certainly positive: " + alpha);
            }
            if (tube.isEmpty()) {
                double radius = tubeInDelta * step.geometry().delta().midpoint();
                tube = Optional.of(
                        new Tube(enclosure.loss(), enclosure.optimizer().rates().step(), radius));
            }
            bounds.include(step);
            Optional<TopEigenpair> pair = tube.get().include(step);
            certificate.step(step.proof(tube.get().radius(), pair));
            steps = numeric.t();
            progress.accept(steps);
        }

        /** Encloses the plain optimizer that does not get to the edge. */
        void encloseApproach(int steps) {
            try {
                EnclosedExtreme sharpness = approach().largestProjectedSharpness(steps);
                edge = Optional.of(CertifiedClaims.edgeNeverReached(
                        sharpness, problem.optimizer().name(), problem.run().maxSteps()));
            } catch (EnclosureException | NoEnclosureException notProved) {
                obstacle = Optional.of("before t = 0: " + notProved.getMessage());
                edge = Optional.of(CertifiedClaims.edgeUndecided(notProved.getMessage()));
            }
        }

        private TransientEnclosure approach() {
            return TransientEnclosure.of(
                    problem, enclosure.loss(), enclosure.optimizer(), verifier.model(), certificate);
        }

        CertificationResult certification(Verification verification) {
            List<CertifiedClaim> claims = new ArrayList<>();
            obstacle.or(() -> ending(verification))
                    .ifPresent(reason -> claims.add(CertifiedClaims.notToItsHorizon(reason)));
            edge.ifPresent(claims::add);
            alphaNotPositive.ifPresent(alpha -> claims.add(CertifiedClaims.positiveAlpha(alpha)));
            if (steps >= 0 && alphaNotPositive.isEmpty()) {
                claims.addAll(new CertifiedClaims(
                                bounds,
                                tube.orElseThrow(),
                                enclosure.optimizer().rates().step(),
                                problem.thresholds(),
                                enclosure.optimizer().copies() == 1,
                                steps)
                        .all());
            }
            return new CertificationResult(
                    problem,
                    verification,
                    steps,
                    tube.filter(enclosed -> steps >= 0).map(Tube::norms),
                    steps < 0 ? Optional.empty() : Optional.of(bounds.radii()),
                    claims);
        }

        private Optional<String> ending(Verification verification) {
            return verification.isComplete() ? Optional.empty() : Optional.of(verification.description());
        }
    }
}
