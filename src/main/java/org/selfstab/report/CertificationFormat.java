package org.selfstab.report;

import org.selfstab.certify.CertificationResult;
import org.selfstab.certify.FamilyCertification;
import org.selfstab.run.RunRecord;

/** The forms in which a certification is shown. */
public enum CertificationFormat {
    TEXT {
        @Override
        public String write(RunRecord run, CertificationResult certification) {
            return new CertificationText(certification).write();
        }

        @Override
        public String write(RunRecord run, FamilyCertification certification) {
            return new FamilyCertificationText(certification).write();
        }
    },
    JSON {
        @Override
        public String write(RunRecord run, CertificationResult certification) {
            return Recorded.json("certification", run, CertificationSummary.of(certification));
        }

        @Override
        public String write(RunRecord run, FamilyCertification certification) {
            return Recorded.json("family-certification", run, FamilyCertificationSummary.of(certification));
        }
    },
    LATEX {
        @Override
        public String write(RunRecord run, CertificationResult certification) {
            return Recorded.latex(run, new CertificationLatex(certification).write());
        }

        @Override
        public String write(RunRecord run, FamilyCertification certification) {
            return Recorded.latex(run, new FamilyCertificationLatex(certification).write());
        }
    };

    /** The certification as text that ends with a line break. */
    public abstract String write(RunRecord run, CertificationResult certification);

    /** The certification of a family as text that ends with a line break. */
    public abstract String write(RunRecord run, FamilyCertification certification);
}
