package org.selfstab.archfixture.suite;

import org.selfstab.certify.CertificateListener;
import org.selfstab.certify.CertificationResult;
import org.selfstab.certify.CertifyOptions;
import org.selfstab.certify.trajectory.Certifier;
import org.selfstab.problem.Problem;

/** Breaks the rule that what comes after the front door runs problems through it. */
final class RunsOnItsOwn {

    private RunsOnItsOwn() {}

    static CertificationResult certify(Problem problem, CertifyOptions options) {
        return new Certifier(problem, options).certify(step -> {}, CertificateListener.none());
    }
}
