package org.selfstab.report;

import org.selfstab.claims.VerifiedProblem;

/** The forms in which the conditions on a run are shown. */
public enum CheckFormat {
    TEXT {
        @Override
        public String write(VerifiedProblem verified) {
            return verified.problem().title() + "\n  end: "
                    + verified.verification().description() + "\n\n"
                    + new AssessmentText(verified.assessment()).conditions()
                    + "\n  evidence: numeric run in " + verified.verification().arithmetic() + ", not a proof\n";
        }
    },
    JSON {
        @Override
        public String write(VerifiedProblem verified) {
            return CheckSummary.of(verified).toJson();
        }
    },
    LATEX {
        @Override
        public String write(VerifiedProblem verified) {
            return VerificationLatex.caption(verified) + new AssessmentLatex(verified.assessment()).conditions();
        }
    };

    /** The conditions as text that ends with a line break. */
    public abstract String write(VerifiedProblem verified);
}
