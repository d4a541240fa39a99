package org.selfstab.certify.trajectory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;
import org.selfstab.certify.CertificationResult;
import org.selfstab.certify.CertifyOptions;
import org.selfstab.certify.FamilyCertificateListener;
import org.selfstab.certify.FamilyCertification;
import org.selfstab.expression.Expression;
import org.selfstab.problem.Family;
import org.selfstab.problem.Problem;

/** Certifies the members of a family one after the other, and from their bounds the conclusions on all of them. */
public final class FamilyCertifier {

    private final Problem problem;
    private final Family family;
    private final CertifyOptions options;

    /**
     * Prepares a certification.
     *
     * @param family the parameter swept, one of the problem's
     * @param options as for each member
     */
    public FamilyCertifier(Problem problem, Family family, CertifyOptions options) {
        this.problem = problem;
        this.family = family;
        this.options = options;
    }

    /**
     * Certifies.
     *
     * @param progress is told each step that is enclosed, with its member
     * @param certificate is told what was proved
     */
    public FamilyCertification certify(ObjIntConsumer<Expression> progress, FamilyCertificateListener certificate) {
        List<CertificationResult> members = new ArrayList<>();
        for (Expression value : family.values()) {
            Problem member = problem.with(family.parameter(), value);
            CertificationResult certification = new Certifier(member, options)
                    .certify(step -> progress.accept(value, step), certificate.begin(value));
            certificate.end(certification);
            members.add(certification);
        }
        return new FamilyCertification(
                problem, family, members, new CertifiedFamilyClaims(problem, family, members).all());
    }
}
