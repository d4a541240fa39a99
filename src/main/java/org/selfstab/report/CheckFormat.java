package org.selfstab.report;

import java.util.stream.Collectors;
import org.selfstab.claims.VerifiedProblem;

/** The forms in which the conditions on a run are shown. */
public enum CheckFormat {
    TEXT {
        @Override
        public String write(VerifiedProblem verified) {
            return verified.problem().title() + "\n  end: "
                    + verified.verification().description() + "\n"
                    + verified.verification().remarks().stream()
                            .map(remark -> "  note: " + remark + "\n")
                            .collect(Collectors.joining())
                    + "\n"
                    + new AssessmentText(verified.assessment()).conditions()
                    + verified.crossCheck()
                            .map(check -> "\n  derivatives: " + check.description())
                            .orElse("")
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
