package org.selfstab.report;

import org.selfstab.certify.Certification;

/** The forms in which a certification is shown. */
public enum CertificationFormat {
    TEXT {
        @Override
        public String write(Certification certification) {
            return new CertificationText(certification).write();
        }
    },
    JSON {
        @Override
        public String write(Certification certification) {
            return Json.write(CertificationSummary.of(certification));
        }
    },
    LATEX {
        @Override
        public String write(Certification certification) {
            return new CertificationLatex(certification).write();
        }
    };

    /** The certification as text that ends with a line break. */
    public abstract String write(Certification certification);
}
