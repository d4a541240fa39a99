package org.selfstab.report;

import org.selfstab.claims.order.FamilyResult;
import org.selfstab.run.RunRecord;

/** The forms in which a family is shown. */
public enum FamilyFormat {
    TEXT {
        @Override
        public String write(RunRecord run, FamilyResult result) {
            return new FamilyText(result).write();
        }
    },
    JSON {
        @Override
        public String write(RunRecord run, FamilyResult result) {
            return Recorded.json("family", run, FamilySummary.of(result));
        }
    },
    LATEX {
        @Override
        public String write(RunRecord run, FamilyResult result) {
            return Recorded.latex(run, new FamilyLatex(result).write());
        }
    };

    /** The family as text that ends with a line break. */
    public abstract String write(RunRecord run, FamilyResult result);
}
