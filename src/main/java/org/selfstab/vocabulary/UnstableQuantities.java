package org.selfstab.vocabulary;

import static org.selfstab.vocabulary.Notation.formula;

/** What conditions measure on a run of several unstable eigenvalues, theory.md section 11, where one unstable eigenvalue has another quantity. */
public final class UnstableQuantities {

    public static final Notation ALPHA_RATIO = formula(
            "max |eig alpha|/min |eig alpha|",
            "max |eig α|/min |eig α|",
            "\\max |\\mathrm{eig}\\,\\alpha|/\\min |\\mathrm{eig}\\,\\alpha|");

    public static final Notation START =
            formula("|v_0|/max sqrt(tr Sigma)", "|v₀|/max √(tr Σ)", "|v_0|/\\max \\sqrt{\\mathrm{tr}\\,\\Sigma}");

    public static final Notation SMALLEST_VARIANCE =
            formula("min tr Sigma", "min tr Σ", "\\min \\mathrm{tr}\\,\\Sigma");

    public static final Notation SMALLEST_OF_COVARIANCE =
            formula("min eig Sigma", "min eig Σ", "\\min \\mathrm{eig}\\,\\Sigma");

    private UnstableQuantities() {}

    /** The largest eigenvalue that is not followed, of k that are. */
    public static Notation next(int k) {
        int next = k + 1;
        return formula("max eta lambda_" + next, "max η λ_" + next, "\\max \\eta \\lambda_{" + next + "}");
    }
}
