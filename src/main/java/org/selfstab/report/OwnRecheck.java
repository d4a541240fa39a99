package org.selfstab.report;

import java.util.Optional;
import org.selfstab.document.Cell;
import org.selfstab.document.Document;
import org.selfstab.recheck.CheckedCertificate;

/** What the independent checker says of the certificate that was just written, as JSON; null is what there is not. */
record OwnRecheck(
        boolean confirmed,
        boolean rejected,
        String summary,
        @OrNull String objection) {

    /** Null where no certificate was written, or none was checked. */
    static OwnRecheck of(Optional<CheckedCertificate> check) {
        return check.map(checked -> new OwnRecheck(
                        checked.isConfirmed(),
                        checked.isRejected(),
                        checked.summary(),
                        checked.firstObjection().orElse(null)))
                .orElse(null);
    }

    /** Tells it in a document too. */
    static void tell(Optional<CheckedCertificate> check, Document.Builder document) {
        check.ifPresent(checked -> document.fact(
                "rechecked",
                Cell.words(checked.firstObjection()
                        .map(objection -> "not confirmed by the checker: " + objection)
                        .orElse(checked.summary()))));
    }
}
