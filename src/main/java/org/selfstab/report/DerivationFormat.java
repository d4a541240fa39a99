package org.selfstab.report;

import org.selfstab.claims.closedform.DerivationResult;
import org.selfstab.run.RunRecord;

/** The forms in which a derivation is shown. */
public enum DerivationFormat {
    TEXT {
        @Override
        public String write(RunRecord run, DerivationResult derivation) {
            return new DerivationText(derivation).write();
        }
    },
    JSON {
        @Override
        public String write(RunRecord run, DerivationResult derivation) {
            return Recorded.json("derivation", run, DerivationSummary.of(derivation));
        }
    },
    LATEX {
        @Override
        public String write(RunRecord run, DerivationResult derivation) {
            return Recorded.latex(run, new DerivationLatex(derivation).write());
        }
    };

    /** The derivation as text that ends with a line break. */
    public abstract String write(RunRecord run, DerivationResult derivation);
}
