package org.selfstab;

import java.nio.file.Path;
import java.util.Optional;
import org.selfstab.recheck.CertificateKind;
import org.selfstab.recheck.FamilyRecheckReport;
import org.selfstab.recheck.FamilyRechecker;
import org.selfstab.recheck.RecheckResult;
import org.selfstab.recheck.Rechecker;
import org.selfstab.recheck.StatedFamily;
import org.selfstab.recheck.StatedProblem;
import org.selfstab.run.RunListener;
import org.selfstab.vocabulary.SelfstabException;

/** The door of the checker: a certificate to be verified, by code that knows no prover. */
public final class Checker {

    private Checker() {}

    /**
     * Verifies the certificate of a run, a box or a cycle by the separate checker.
     *
     * @throws SelfstabException if the file is not a certificate, or asks for more work than the checker does
     */
    public static RecheckResult recheck(Path certificate) {
        return recheck(certificate, Optional.empty(), RunListener.none());
    }

    /**
     * The same, told each step or the number of boxes that are verified.
     *
     * @param own the problem that the certificate must be about; otherwise all its claims are rejected with the difference
     * @throws SelfstabException if the file is not a certificate, or asks for more work than the checker does
     */
    public static RecheckResult recheck(Path certificate, Optional<StatedProblem> own, RunListener listener) {
        return Rechecker.check(certificate, own, step -> listener.progress("", step));
    }

    /**
     * Whether a file is the certificate of a family, for {@link #recheckFamily}.
     *
     * @throws SelfstabException if it is not a certificate
     */
    public static boolean isOfFamily(Path certificate) {
        return FamilyRechecker.isOfFamily(certificate);
    }

    /**
     * Whether a file is the certificate of a mean-square edge, whose problem is one with batches.
     *
     * @throws SelfstabException if it is not a certificate
     */
    public static boolean isOfMeanSquareEdge(Path certificate) {
        return Rechecker.kind(certificate) == CertificateKind.MEAN_SQUARE_EDGE;
    }

    /**
     * Verifies the certificate of a family by the separate checker, told each step that is verified with its member.
     *
     * @param own the family that the certificate must be about; otherwise all its claims are rejected with the difference
     * @throws SelfstabException if the file is not such a certificate, or asks for more work than the checker does
     */
    public static FamilyRecheckReport recheckFamily(
            Path certificate, Optional<StatedFamily> own, RunListener listener) {
        return FamilyRechecker.check(certificate, own, listener::progress);
    }
}
