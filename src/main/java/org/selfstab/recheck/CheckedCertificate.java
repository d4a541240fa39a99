package org.selfstab.recheck;

import java.util.Optional;

/** What the checker says of a certificate, of a run, a cycle, a box or a family. */
public sealed interface CheckedCertificate permits RecheckResult, FamilyRecheckReport {

    /** Whether no claim was rejected, and something is shown. */
    boolean isConfirmed();

    /** Whether a claim was rejected, or there is none. */
    boolean isRejected();

    /** Why the first claim that was rejected was. */
    Optional<String> firstObjection();

    /** How many claims are confirmed, and of what. */
    String summary();
}
