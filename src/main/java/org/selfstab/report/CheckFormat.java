package org.selfstab.report;

import java.util.stream.Collectors;
import org.selfstab.claims.VerificationResult;
import org.selfstab.run.RunRecord;

/** The forms in which the conditions on a run are shown. */
public enum CheckFormat {
    TEXT {
        @Override
        public String write(RunRecord run, VerificationResult verified) {
            return verified.problem().title() + ": " + VerdictLine.ofConditions(verified) + "\n  end: "
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
        public String write(RunRecord run, VerificationResult verified) {
            return Recorded.json("check", run, CheckSummary.of(verified));
        }
    },
    LATEX {
        @Override
        public String write(RunRecord run, VerificationResult verified) {
            return Recorded.latex(
                    run,
                    VerificationLatex.caption(verified, VerdictLine.ofConditions(verified))
                            + new AssessmentLatex(verified.assessment()).conditions());
        }
    };

    /** The conditions as text that ends with a line break. */
    public abstract String write(RunRecord run, VerificationResult verified);
}
