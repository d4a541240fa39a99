package org.selfstab.report;

import org.selfstab.certify.CertificationResult;
import org.selfstab.certify.FamilyCertification;
import org.selfstab.document.Json;

/** The forms in which a certification is shown. */
public enum CertificationFormat {
    TEXT {
        @Override
        public String write(CertificationResult certification) {
            return new CertificationText(certification).write();
        }

        @Override
        public String write(FamilyCertification certification) {
            return new FamilyCertificationText(certification).write();
        }
    },
    JSON {
        @Override
        public String write(CertificationResult certification) {
            return Json.write(CertificationSummary.of(certification));
        }

        @Override
        public String write(FamilyCertification certification) {
            return Json.write(FamilyCertificationSummary.of(certification));
        }
    },
    LATEX {
        @Override
        public String write(CertificationResult certification) {
            return new CertificationLatex(certification).write();
        }

        @Override
        public String write(FamilyCertification certification) {
            return new FamilyCertificationLatex(certification).write();
        }
    };

    /** The certification as text that ends with a line break. */
    public abstract String write(CertificationResult certification);

    /** The certification of a family as text that ends with a line break. */
    public abstract String write(FamilyCertification certification);
}
