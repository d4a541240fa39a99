package org.selfstab.report;

import org.selfstab.claims.OdeResult;

/** The forms in which a comparison with the reduced equation is shown. */
public enum OdeFormat {
    TEXT {
        @Override
        public String write(OdeResult result) {
            return new OdeText(result).write();
        }
    },
    JSON {
        @Override
        public String write(OdeResult result) {
            return Json.write(OdeSummary.of(result));
        }
    };

    /** The comparison as text that ends with a line break. */
    public abstract String write(OdeResult result);
}
