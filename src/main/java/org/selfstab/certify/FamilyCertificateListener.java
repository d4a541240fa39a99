package org.selfstab.certify;

import org.selfstab.expression.Expression;

/** Is told what was proved of a family, member by member. */
public interface FamilyCertificateListener {

    /**
     * A member begins.
     *
     * @param value the value of the swept parameter
     * @return is told what is proved of it
     */
    CertificateListener begin(Expression value);

    /** The member that began last ends. */
    void end(CertificationResult member);

    /** A listener that does not listen. */
    static FamilyCertificateListener none() {
        return new FamilyCertificateListener() {
            @Override
            public CertificateListener begin(Expression value) {
                return CertificateListener.none();
            }

            @Override
            public void end(CertificationResult member) {}
        };
    }
}
