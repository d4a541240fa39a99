package org.selfstab.certify;

import java.util.Optional;

/** Is told what was proved, in the order of the steps. */
public interface CertificateListener {

    /**
     * A set that contains an exact iterate before t = 0: first the start, then each of its images but that at t = 0, or all
     * up to the step limit if no iterate is at the edge.
     *
     * @param reach a distance within which the stable set has a point of each member, and is not left; empty if none was proved
     */
    void approach(LohnerSet set, Optional<Double> reach);

    /** A step, from t = 0 on. */
    void step(StepCertificate step);

    /** Before all else, that the run follows k unstable eigenvalues, 2 at least. */
    default void several(int k) {}

    /** A step of a run of several unstable eigenvalues, from t = 0 on. */
    default void step(UnstableStepCertificate step) {}

    /** A listener that does not listen. */
    static CertificateListener none() {
        return new CertificateListener() {
            @Override
            public void approach(LohnerSet set, Optional<Double> reach) {}

            @Override
            public void step(StepCertificate step) {}
        };
    }
}
