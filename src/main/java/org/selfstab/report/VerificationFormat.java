package org.selfstab.report;

import org.selfstab.claims.VerificationResult;

/** The forms in which a verification is shown. */
public enum VerificationFormat {
    TEXT {
        @Override
        public String write(VerificationResult verified) {
            return new VerificationText(verified).write();
        }
    },
    JSON {
        @Override
        public String write(VerificationResult verified) {
            return VerificationSummary.of(verified).toJson();
        }
    },
    LATEX {
        @Override
        public String write(VerificationResult verified) {
            return new VerificationLatex(verified).write();
        }
    };

    /** The verification as text that ends with a line break. */
    public abstract String write(VerificationResult verified);
}
