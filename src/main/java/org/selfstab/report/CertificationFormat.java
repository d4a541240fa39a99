package org.selfstab.report;

import org.selfstab.certify.Certification;
import org.selfstab.certify.FamilyCertification;

/** The forms in which a certification is shown. */
public enum CertificationFormat {
    TEXT {
        @Override
        public String write(Certification certification) {
            return new CertificationText(certification).write();
        }

        @Override
        public String write(FamilyCertification certification) {
            return new FamilyCertificationText(certification).write();
        }
    },
    JSON {
        @Override
        public String write(Certification certification) {
            return Json.write(CertificationSummary.of(certification));
        }

        @Override
        public String write(FamilyCertification certification) {
            return Json.write(FamilyCertificationSummary.of(certification));
        }
    },
    LATEX {
        @Override
        public String write(Certification certification) {
            return new CertificationLatex(certification).write();
        }

        @Override
        public String write(FamilyCertification certification) {
            return new FamilyCertificationLatex(certification).write();
        }
    };

    /** The certification as text that ends with a line break. */
    public abstract String write(Certification certification);

    /** The certification of a family as text that ends with a line break. */
    public abstract String write(FamilyCertification certification);
}
