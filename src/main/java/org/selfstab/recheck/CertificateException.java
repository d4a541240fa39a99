package org.selfstab.recheck;

/** A file that is no certificate; the message is one line {@code file:line:column: what is wrong; what would be right}. */
public final class CertificateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CertificateException(String message) {
        super(message);
    }
}
