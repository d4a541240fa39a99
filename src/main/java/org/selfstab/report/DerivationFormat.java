package org.selfstab.report;

import org.selfstab.claims.closedform.DerivationResult;

/** The forms in which a derivation is shown. */
public enum DerivationFormat {
    TEXT {
        @Override
        public String write(DerivationResult derivation) {
            return new DerivationText(derivation).write();
        }
    },
    JSON {
        @Override
        public String write(DerivationResult derivation) {
            return DerivationSummary.of(derivation).toJson();
        }
    },
    LATEX {
        @Override
        public String write(DerivationResult derivation) {
            return new DerivationLatex(derivation).write();
        }
    };

    /** The derivation as text that ends with a line break. */
    public abstract String write(DerivationResult derivation);
}
