package org.selfstab.recheck;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What a certificate is about. */
public enum CertificateKind {
    /** The run of gradient descent, step by step. */
    RUN("selfstab certificate 1"),
    /** Such a run of several unstable eigenvalues, theory.md section 11. */
    SEVERAL("selfstab certificate of several eigenvalues 1"),
    /** The runs of a family's members. */
    FAMILY("selfstab certificate of a family 1"),
    /** An orbit of period two. */
    CYCLE("selfstab certificate of a cycle 1"),
    /** All points of a box. */
    BOX("selfstab certificate of a box 1"),
    /** The step size above which the second moment of stochastic gradients grows. */
    MEAN_SQUARE_EDGE("selfstab certificate of a mean-square edge 1");

    private final String format;

    CertificateKind(String format) {
        this.format = format;
    }

    /** The format's name and version, with which a certificate begins. */
    public String format() {
        return format;
    }

    static String formats() {
        return Arrays.stream(values()).map(kind -> '"' + kind.format + '"').collect(Collectors.joining(", "));
    }
}
