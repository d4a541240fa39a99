package org.selfstab.report;

import org.selfstab.claims.order.FamilyResult;

/** The forms in which a family is shown. */
public enum FamilyFormat {
    TEXT {
        @Override
        public String write(FamilyResult result) {
            return new FamilyText(result).write();
        }
    },
    JSON {
        @Override
        public String write(FamilyResult result) {
            return FamilySummary.of(result).toJson();
        }
    },
    LATEX {
        @Override
        public String write(FamilyResult result) {
            return new FamilyLatex(result).write();
        }
    };

    /** The family as text that ends with a line break. */
    public abstract String write(FamilyResult result);
}
