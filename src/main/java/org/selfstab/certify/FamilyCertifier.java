package org.selfstab.certify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import org.selfstab.expression.Expression;
import org.selfstab.problem.Family;
import org.selfstab.problem.Problem;

/** Certifies the members of a family one after the other, and from their bounds the conclusions on all of them. */
public final class FamilyCertifier {

    private final Problem problem;
    private final Family family;
    private final Optional<Integer> horizon;
    private final double tubeInDelta;

    /**
     * Prepares a certification.
     *
     * @param family the parameter swept, one of the problem's
     * @param horizon the number of steps of every member, where it is not left to the problem
     * @param tubeInDelta the tube's radius in units of the member's delta at t = 0, positive
     */
    public FamilyCertifier(Problem problem, Family family, Optional<Integer> horizon, double tubeInDelta) {
        this.problem = problem;
        this.family = family;
        this.horizon = horizon;
        this.tubeInDelta = tubeInDelta;
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
            CertificationResult certification = new Certifier(member, member.derivatives(), horizon, tubeInDelta)
                    .certify(step -> progress.accept(value, step), certificate.begin(value));
            certificate.end(certification);
            members.add(certification);
        }
        return new FamilyCertification(
                problem, family, members, new CertifiedFamilyClaims(problem, family, members).all());
    }
}
