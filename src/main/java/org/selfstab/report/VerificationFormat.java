package org.selfstab.report;

import org.selfstab.claims.VerificationResult;
import org.selfstab.run.RunRecord;

/** The forms in which a verification is shown. */
public enum VerificationFormat {
    TEXT {
        @Override
        public String write(RunRecord run, VerificationResult verified) {
            return new VerificationText(verified).write();
        }
    },
    JSON {
        @Override
        public String write(RunRecord run, VerificationResult verified) {
            return Recorded.json("verification", run, VerificationSummary.of(verified));
        }
    },
    LATEX {
        @Override
        public String write(RunRecord run, VerificationResult verified) {
            return Recorded.latex(run, new VerificationLatex(verified).write());
        }
    };

    /** The verification as text that ends with a line break. */
    public abstract String write(RunRecord run, VerificationResult verified);
}
