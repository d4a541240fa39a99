package org.selfstab.theory;

import java.util.List;
import java.util.Optional;
import org.selfstab.expression.Expression;
import org.selfstab.symbolic.Identity;
import org.selfstab.symbolic.IdentityProof;
import org.selfstab.symbolic.ValueAtPoint;
import org.selfstab.vocabulary.Verdict;

/** Decides equations by computer algebra and at random points. */
final class IdentityExaminer {

    /** Why nothing is said where conditions may be met nowhere. */
    static final String NOWHERE = "at none of the random points do all conditions of where hold and is all defined";

    private final List<Expression> where;

    /** Of equations that are claimed everywhere. */
    IdentityExaminer() {
        this(List.of());
    }

    /**
     * Of equations that are claimed at some points.
     *
     * @param where what is positive there
     */
    IdentityExaminer(List<Expression> where) {
        this.where = List.copyOf(where);
    }

    CheckResult examine(IdentityCheck check) {
        Identity identity = IdentityProof.thorough()
                .assumingPositive(check.positive())
                .where(where)
                .examine(check.left(), check.right());
        return switch (identity.status()) {
            case HOLDS ->
                result(check, Verdict.Status.HOLDS, "proved; both sides agree at " + points(identity.points()));
            case UNDECIDED, NOT_APPLICABLE -> result(check, Verdict.Status.UNDECIDED, whyUndecided(identity));
            case FAILS -> refuted(check, identity);
        };
    }

    private String whyUndecided(Identity identity) {
        if (identity.points() == 0 && !where.isEmpty()) {
            return NOWHERE;
        }
        return identity.points() == 0
                ? "not both sides are defined at any of the random points; restrict the symbols"
                : "not proved; both sides agree at " + points(identity.points());
    }

    private static String points(int count) {
        return count == 1 ? "the point tried" : count + " random points";
    }

    private static CheckResult result(IdentityCheck check, Verdict.Status status, String reason) {
        return new CheckResult(check, verdict(status, reason), Optional.empty());
    }

    private static Verdict verdict(Verdict.Status status, String reason) {
        return new Verdict(status, Verdict.Evidence.SYMBOLIC, Optional.empty(), Optional.empty(), reason);
    }

    private static CheckResult refuted(IdentityCheck check, Identity identity) {
        CheckResult.Counterexample counterexample = CheckResult.Counterexample.at(
                identity.witness(), check.left(), check.right(), ValueAtPoint.shortened(identity.value()));
        return new CheckResult(
                check,
                verdict(
                        Verdict.Status.FAILS,
                        "refuted: left " + counterexample.left() + ", right " + counterexample.right()),
                Optional.of(counterexample));
    }
}
