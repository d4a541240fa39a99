package org.selfstab.report;

import java.util.stream.Collectors;
import org.selfstab.claims.VerificationResult;

/** The forms in which the conditions on a run are shown. */
public enum CheckFormat {
    TEXT {
        @Override
        public String write(VerificationResult verified) {
            return verified.problem().title() + "\n  end: "
                    + verified.verification().description() + "\n"
                    + verified.problem()
                            .kick()
                            .map(kick -> "  kick: x_0 = " + kick + " delta along u at dagger_0\n")
                            .orElse("")
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
        public String write(VerificationResult verified) {
            return CheckSummary.of(verified).toJson();
        }
    },
    LATEX {
        @Override
        public String write(VerificationResult verified) {
            return VerificationLatex.caption(verified) + new AssessmentLatex(verified.assessment()).conditions();
        }
    };

    /** The conditions as text that ends with a line break. */
    public abstract String write(VerificationResult verified);
}
