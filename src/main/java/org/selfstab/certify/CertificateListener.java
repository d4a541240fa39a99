package org.selfstab.certify;

/** Is told what was proved, in the order of the steps. */
public interface CertificateListener {

    /**
     * A set that contains an exact iterate before t = 0: first the start, then each of its images but that at t = 0, or all
     * up to the step limit if no iterate is at the edge.
     */
    void approach(CarriedSet set);

    /** A step, from t = 0 on. */
    void step(StepCertificate step);

    /** A listener that does not listen. */
    static CertificateListener none() {
        return new CertificateListener() {
            @Override
            public void approach(CarriedSet set) {}

            @Override
            public void step(StepCertificate step) {}
        };
    }
}
