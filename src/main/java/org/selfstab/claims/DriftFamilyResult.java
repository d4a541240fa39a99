package org.selfstab.claims;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.selfstab.expression.Expression;
import org.selfstab.problem.Family;
import org.selfstab.problem.Problem;
import org.selfstab.vocabulary.Verdict;

/**
 * The slow drift of a family's members, and the order of the law's error in eps; evidence: numeric runs in double precision.
 *
 * @param problem the problem
 * @param family the parameter swept
 * @param members in the order of the family's values
 */
public record DriftFamilyResult(Problem problem, Family family, List<Member> members) {

    /** Of a change of log J: what comes from the trajectory being stepped and interpolated. */
    private static final double ROUNDING = 1e-7;

    public DriftFamilyResult {
        members = List.copyOf(members);
    }

    /** A member's drift, and the parameter's value. */
    public record Member(Expression value, DriftResult drift) {

        /** By how much the measured change of log J differs from the predicted one; empty where none was compared. */
        public Optional<Double> error() {
            return drift.comparison().map(c -> Math.abs(c.logJMeasured() - c.logJPredicted()));
        }
    }

    /** The order in eps of the error of the change of log J: at least 1 by the law, 2 as far as is seen. */
    public ObservedOrder order() {
        List<ErrorOfMember> points = members.stream()
                .filter(member -> member.error().isPresent())
                .map(member -> {
                    double epsilon =
                            member.drift().start().orElseThrow().rates().epsilon();
                    return new ErrorOfMember(
                            member.value(),
                            epsilon,
                            epsilon,
                            member.error().orElseThrow(),
                            member.drift().steps(),
                            ROUNDING);
                })
                .toList();
        return new ObservedOrder("eps", points, members.size(), false);
    }

    /** The weakest of the members' verdicts and that on the order. */
    public Verdict.Status status() {
        return Verdict.Status.weakest(Stream.concat(
                members.stream().map(member -> member.drift().verdict().status()),
                Stream.of(order().verdict().status())));
    }
}
