package org.selfstab.recheck;

import java.util.Optional;
import org.selfstab.vocabulary.Location;
import org.selfstab.vocabulary.SelfstabException;

/** A file that is no certificate; the message is one line {@code file:line:column: what is wrong; what would be right}. */
public final class CertificateException extends SelfstabException {

    private static final long serialVersionUID = 1L;

    CertificateException(Location where, String problem, String remedy) {
        super(Optional.of(where), problem, remedy);
    }
}
