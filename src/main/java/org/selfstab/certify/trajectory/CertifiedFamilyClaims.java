package org.selfstab.certify.trajectory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.selfstab.certify.CertificationResult;
import org.selfstab.certify.CertifiedClaim;
import org.selfstab.certify.FamilyClaim;
import org.selfstab.claims.FamilyBound;
import org.selfstab.expression.Expression;
import org.selfstab.interval.Interval;
import org.selfstab.problem.Family;
import org.selfstab.problem.Problem;
import org.selfstab.vocabulary.Bound;
import org.selfstab.vocabulary.Claim;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Verdict;
import org.selfstab.vocabulary.Witness;

/**
 * Decides each conclusion on all members of a family: with the problem's threshold, and with the bounds that it states of the largest constant. The
 * largest constant is at least that of any member that is certified up to its horizon, and has an upper bound only if all are.
 */
final class CertifiedFamilyClaims {

    private final Problem problem;
    private final Family family;
    private final List<CertificationResult> members;

    CertifiedFamilyClaims(Problem problem, Family family, List<CertificationResult> members) {
        this.problem = problem;
        this.family = family;
        this.members = members;
    }

    List<FamilyClaim> all() {
        List<FamilyBound> bounds = FamilyBound.of(problem);
        List<FamilyClaim> claims = new ArrayList<>();
        for (Claim conclusion : Claims.conclusions()) {
            Largest largest = largest(conclusion);
            if (isAsserted(conclusion)) {
                claims.add(largest.decided(
                        conclusion.key(),
                        Bound.Sense.AT_MOST,
                        problem.thresholds().of(conclusion.measure())));
            }
            for (FamilyBound bound : bounds) {
                if (bound.conclusion().equals(conclusion)) {
                    claims.add(largest.decided(bound.name(), bound.sense(), bound.threshold(problem)));
                }
            }
        }
        return claims;
    }

    /** Averages are not certified; (27a) and (27b) say nothing where the constrained trajectory cannot move along the edge. */
    private boolean isAsserted(Claim conclusion) {
        return !conclusion.mayAssertNothing()
                || (!conclusion.equals(Claims.AVERAGE)
                        && problem.isGradientDescent()
                        && problem.variables().size() >= ConstrainedPair.FEWEST_VARIABLES);
    }

    private Largest largest(Claim conclusion) {
        String name = conclusion.measure().key();
        List<Optional<CertifiedClaim>> constants = members.stream()
                .map(member -> member.isOfTheWholeRun() ? member.claim(name) : Optional.<CertifiedClaim>empty())
                .toList();
        return new Largest(conclusion, constants);
    }

    /** The largest constant of a conclusion over the members; those of which it could not be bounded have none. */
    private final class Largest {

        private final Claim conclusion;
        private final List<Optional<CertifiedClaim>> constants;
        private final Interval value;

        Largest(Claim conclusion, List<Optional<CertifiedClaim>> constants) {
            this.conclusion = conclusion;
            this.constants = constants;
            double lower = values().mapToDouble(Interval::lower).max().orElse(Double.NEGATIVE_INFINITY);
            boolean isBounded = constants.stream().allMatch(Optional::isPresent);
            double upper = isBounded
                    ? values().mapToDouble(Interval::upper).max().orElse(Double.POSITIVE_INFINITY)
                    : Double.POSITIVE_INFINITY;
            this.value = new Interval(lower, upper);
        }

        private Stream<Interval> values() {
            return constants.stream().flatMap(Optional::stream).map(CertifiedClaim::value);
        }

        FamilyClaim decided(String name, Bound.Sense sense, double threshold) {
            Optional<Integer> place = IntStream.range(0, constants.size())
                    .boxed()
                    .filter(i -> constants.get(i).isPresent())
                    .max(Comparator.comparingDouble(
                            i -> constants.get(i).orElseThrow().value().lower()));
            Optional<Expression> member = place.map(i -> family.values().get(i));
            Optional<Witness> witness =
                    place.flatMap(i -> constants.get(i).orElseThrow().verdict().witness());
            Verdict decided = CertifiedVerdict.of(value, sense, threshold);
            Verdict verdict = new Verdict(
                    decided.status(),
                    decided.evidence(),
                    decided.bound().filter(bound -> !Double.isNaN(threshold)),
                    witness,
                    reason(decided.status(), member, threshold));
            return new FamilyClaim(
                    new CertifiedClaim(
                            name,
                            Notation.words("max ")
                                    .then(conclusion.measure().symbol())
                                    .then(" over the members"),
                            value,
                            verdict),
                    member);
        }

        private String reason(Verdict.Status status, Optional<Expression> member, double threshold) {
            String largest = member.map(value -> "the largest at " + family.parameter() + " = " + value)
                    .orElse("");
            if (status != Verdict.Status.UNDECIDED) {
                return "on the exact runs of all members, " + largest;
            }
            if (conclusion.equals(Claims.AVERAGE)) {
                return "averages over periods are not certified";
            }
            if (!isAsserted(conclusion)) {
                return "in fewer than " + ConstrainedPair.FEWEST_VARIABLES
                        + " variables the constrained trajectory cannot move along the edge: nothing is asserted";
            }
            if (Double.isNaN(threshold)) {
                return FamilyBound.NOT_CERTAIN;
            }
            return IntStream.range(0, constants.size())
                    .filter(i -> constants.get(i).isEmpty())
                    .mapToObj(i -> "the member " + family.parameter() + " = "
                            + family.values().get(i) + " is not certified up to its horizon")
                    .findFirst()
                    .orElseGet(() -> CertifiedVerdict.tooWide(value, threshold) + ", " + largest);
        }
    }
}
