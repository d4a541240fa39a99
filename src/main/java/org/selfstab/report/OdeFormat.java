package org.selfstab.report;

import org.selfstab.claims.reduced.OdeFamilyResult;
import org.selfstab.claims.reduced.OdeResult;
import org.selfstab.run.RunRecord;

/** The forms in which a comparison with the reduced equation is shown. */
public enum OdeFormat {
    TEXT {
        @Override
        public String write(RunRecord run, OdeResult result) {
            return new OdeText(result).write();
        }

        @Override
        public String write(RunRecord run, OdeFamilyResult result) {
            return new OdeFamilyText(result).write();
        }
    },
    JSON {
        @Override
        public String write(RunRecord run, OdeResult result) {
            return Recorded.json("ode", run, OdeSummary.of(result));
        }

        @Override
        public String write(RunRecord run, OdeFamilyResult result) {
            return Recorded.json("ode-family", run, OdeFamilySummary.of(result));
        }
    },
    /** Tables for a page. */
    MARKDOWN {
        @Override
        public String write(RunRecord run, OdeResult result) {
            return new OdeMarkdown(result).write();
        }

        @Override
        public String write(RunRecord run, OdeFamilyResult result) {
            return new OdeFamilyMarkdown(result).write();
        }
    },
    LATEX {
        @Override
        public String write(RunRecord run, OdeResult result) {
            return Recorded.latex(run, new OdeLatex(result).write());
        }

        @Override
        public String write(RunRecord run, OdeFamilyResult result) {
            return Recorded.latex(run, new OdeFamilyLatex(result).write());
        }
    };

    /** The comparison as text that ends with a line break. */
    public abstract String write(RunRecord run, OdeResult result);

    /** The comparisons of a family as text that ends with a line break. */
    public abstract String write(RunRecord run, OdeFamilyResult result);
}
