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
import org.selfstab.claims.Verification;
import org.selfstab.claims.constants.Verifier;
import org.selfstab.dynamics.DerivedLoss;
import org.selfstab.dynamics.EdgeSearch;
import org.selfstab.dynamics.UnstableStep;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.interval.NoEnclosureException;
import org.selfstab.problem.Problem;

/**
 * Certifies a problem's run of several unstable eigenvalues, theory.md section 11, as {@link Certifier} does one of one: that in doubles proposes centres,
 * interval arithmetic encloses the exact run round them.
 */
public final class UnstableCertifier {

    private final Problem problem;
    private final LossDerivatives derivatives;
    private final Verifier<Binary64> verifier;

    /** Prepares a certification. */
    public UnstableCertifier(Problem problem, CertifyOptions options) {
        this(problem, DerivedLoss.of(problem), options);
    }

    /**
     * Prepares a certification.
     *
     * @param derivatives the problem's loss with the parameters' values put in
     */
    UnstableCertifier(Problem problem, LossDerivatives derivatives, CertifyOptions options) {
        this.problem = problem;
        this.derivatives = derivatives;
        this.verifier = Certifier.proposer(problem, derivatives, options);
    }

    /** How many unstable eigenvalues the run follows: as the problem says, or as a run in doubles finds. */
    public int unstable() {
        return problem.run().unstable().orElseGet(() -> verifier.verify(List.of())
                .unstable()
                .map(several -> several.k())
                .orElse(1));
    }

    /**
     * Certifies, once.
     *
     * @param k how many unstable eigenvalues the run follows, 2 at least
     * @param progress is told each step that is enclosed
     * @param certificate is told what was proved
     */
    public CertificationResult certify(int k, IntConsumer progress, CertificateListener certificate) {
        certificate.several(k);
        Pass pass = new Pass(k, progress, certificate);
        Verification verification =
                verifier.verify(List.of(), List.of(followed -> step -> pass.observe(followed, step)), step -> {});
        return pass.certification(verification);
    }

    /** One pass over the run. */
    private final class Pass {

        private final int k;
        private final IntConsumer progress;
        private final CertificateListener certificate;
        private final UnstableRunEnclosure enclosure;
        private final UnstableBounds bounds;
        private Optional<String> obstacle = Optional.empty();
        private int steps = -1;

        Pass(int k, IntConsumer progress, CertificateListener certificate) {
            this.k = k;
            this.progress = progress;
            this.certificate = certificate;
            this.enclosure = new UnstableRunEnclosure(problem, derivatives, k);
            this.bounds = new UnstableBounds(enclosure.optimizer());
        }

        /** Takes the steps of the run that follows k alone: where k is found, runs of fewer come before. */
        void observe(int followed, UnstableStep numeric) {
            if (followed != k || obstacle.isPresent()) {
                return;
            }
            if (numeric.space().k() != k) {
                obstacle = Optional.of("t = " + numeric.t() + ": of " + k + " eigenvalues "
                        + numeric.space().k()
                        + " are followed there; a run is enclosed where k is the same at all steps, as unstable = " + k
                        + " in [run] makes it");
                return;
            }
            try {
                UnstableStepEnclosures step = numeric.t() == 0
                        ? enclosure.first(numeric, approach().to(edgeStep()))
                        : enclosure.next(numeric);
                bounds.include(step);
                certificate.step(step.proof());
                steps = numeric.t();
                progress.accept(steps);
            } catch (EnclosureException | NoEnclosureException notProved) {
                obstacle = Optional.of("t = " + numeric.t() + ": " + notProved.getMessage());
            }
        }

        private int edgeStep() {
            return verifier.edge() instanceof EdgeSearch.Outcome.Reached<Binary64> reached ? reached.step() : 0;
        }

        private TransientEnclosure approach() {
            return TransientEnclosure.of(
                    problem, enclosure.loss(), enclosure.optimizer(), verifier.model(), certificate);
        }

        CertificationResult certification(Verification verification) {
            List<CertifiedClaim> claims = new ArrayList<>();
            obstacle.or(() -> verification.isComplete() ? Optional.empty() : Optional.of(verification.description()))
                    .ifPresent(reason -> claims.add(CertifiedClaims.notToItsHorizon(reason)));
            if (steps >= 0) {
                claims.addAll(new UnstableClaims(
                                bounds,
                                problem.thresholds(),
                                k,
                                enclosure.optimizer().copies() == 1,
                                steps)
                        .all());
            }
            return new CertificationResult(
                    problem,
                    verification,
                    steps,
                    Optional.empty(),
                    steps < 0 ? Optional.empty() : Optional.of(bounds.radii()),
                    claims);
        }
    }
}
