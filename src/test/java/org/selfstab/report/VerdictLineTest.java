package org.selfstab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.selfstab.HandmadeSweep;
import org.selfstab.Problems;
import org.selfstab.certify.BoxClaim;
import org.selfstab.certify.BoxDecision;
import org.selfstab.certify.CertificationResult;
import org.selfstab.certify.CertifiedClaim;
import org.selfstab.certify.FamilyCertification;
import org.selfstab.certify.FamilyClaim;
import org.selfstab.certify.TwoCycleResult;
import org.selfstab.claims.Assessment;
import org.selfstab.claims.ConclusionResult;
import org.selfstab.claims.ConditionResult;
import org.selfstab.claims.DerivationResult;
import org.selfstab.claims.FamilyMember;
import org.selfstab.claims.FamilyOrder;
import org.selfstab.claims.FamilyResult;
import org.selfstab.claims.Measured;
import org.selfstab.claims.ObservedOrder;
import org.selfstab.claims.OdeComparison;
import org.selfstab.claims.OdeError;
import org.selfstab.claims.OdeFamilyResult;
import org.selfstab.claims.OdeMember;
import org.selfstab.claims.OdeOrder;
import org.selfstab.claims.OdeResult;
import org.selfstab.claims.OrderStatement;
import org.selfstab.claims.RoundingLevels;
import org.selfstab.claims.Verification;
import org.selfstab.claims.VerificationResult;
import org.selfstab.expression.Expression;
import org.selfstab.expression.NoClosedForm;
import org.selfstab.interval.Interval;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.problem.Family;
import org.selfstab.problem.Problem;
import org.selfstab.recheck.CertificateKind;
import org.selfstab.recheck.CheckedClaim;
import org.selfstab.recheck.RecheckResult;
import org.selfstab.run.PredictedFrame;
import org.selfstab.run.ProjectionMethod;
import org.selfstab.run.RunEnd;
import org.selfstab.run.RunOptions;
import org.selfstab.sweep.Spacing;
import org.selfstab.vocabulary.Claim;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Extremum;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Verdict;

/** Results made by hand: those that hold, that fail, that are undecided and that ended early. */
class VerdictLineTest {

    private static final Verdict.Status HOLDS = Verdict.Status.HOLDS;
    private static final Verdict.Status FAILS = Verdict.Status.FAILS;
    private static final Verdict.Status UNDECIDED = Verdict.Status.UNDECIDED;
    private static final Verdict.Status NOT_APPLICABLE = Verdict.Status.NOT_APPLICABLE;

    private static final List<Claim> CONDITIONS = Claims.conditions();
    private static final List<Claim> CONCLUSIONS = Claims.conclusions();

    private static final Problem PROBLEM = Problems.valley("1", "1e-2");
    private static final RunEnd COMPLETE = new RunEnd.ReachedHorizon(9);
    private static final RunEnd DIVERGED = new RunEnd.Diverged(7, 1.2345678901234567e300);

    private static Verification run(RunEnd end) {
        return new Verification(
                "doubles",
                "exact",
                "moving",
                false,
                Optional.of(0),
                Optional.empty(),
                end,
                Optional.empty(),
                Optional.empty());
    }

    private static Verdict verdict(Verdict.Status status) {
        return new Verdict(status, Verdict.Evidence.NUMERIC, Optional.empty(), Optional.empty(), "");
    }

    private static Assessment assessment(List<Verdict.Status> conclusions, List<Verdict.Status> conditions) {
        return new Assessment(
                IntStream.range(0, conditions.size())
                        .mapToObj(i -> new ConditionResult(
                                CONDITIONS.get(i),
                                List.of(new Measured(Notation.words("q"), verdict(conditions.get(i))))))
                        .toList(),
                IntStream.range(0, conclusions.size())
                        .mapToObj(i -> new ConclusionResult(
                                CONCLUSIONS.get(i),
                                List.of(new Measured(Notation.words("c"), verdict(conclusions.get(i))))))
                        .toList());
    }

    private static VerificationResult verified(
            RunEnd end, List<Verdict.Status> conclusions, List<Verdict.Status> conditions) {
        return new VerificationResult(
                PROBLEM, run(end), assessment(conclusions, conditions), Optional.empty(), Optional.empty());
    }

    @Test
    void ofARunThatHoldsFailsIsUndecidedOrEndedEarly() {
        assertThat(VerificationDocument.verdictLine(verified(COMPLETE, List.of(HOLDS, HOLDS, HOLDS), List.of(HOLDS))))
                .isEqualTo("all 3 conclusions hold, 1 condition holds");
        assertThat(VerificationDocument.verdictLine(
                        verified(COMPLETE, List.of(HOLDS, FAILS, UNDECIDED), List.of(HOLDS, HOLDS, NOT_APPLICABLE))))
                .isEqualTo("1 of 3 conclusions holds, 1 fails (loss), 1 is undecided (sharpness); "
                        + "2 conditions hold, 1 does not apply (progressive sharpening)");
        assertThat(VerificationDocument.verdictLine(verified(
                        DIVERGED, List.of(UNDECIDED, UNDECIDED), List.of(FAILS, HOLDS, HOLDS, HOLDS, HOLDS, FAILS))))
                .isEqualTo("ended early: the iterates diverged at step 7; "
                        + "none of 2 conclusions holds, 2 are undecided (coupling, loss); "
                        + "4 of 6 conditions hold, 2 fail (edge reached, non-worst-case)");
        assertThat(VerificationDocument.verdictLine(
                        verified(COMPLETE, List.of(NOT_APPLICABLE, NOT_APPLICABLE), List.of(UNDECIDED))))
                .isEqualTo("none of 2 conclusions applies; no condition holds, 1 is undecided (edge reached)");
    }

    @Test
    void ofConditionsAlone() {
        assertThat(VerificationDocument.conditionsLine(verified(COMPLETE, List.of(FAILS), List.of(HOLDS, HOLDS))))
                .isEqualTo("all 2 conditions hold");
        assertThat(VerificationDocument.conditionsLine(verified(COMPLETE, List.of(), List.of(NOT_APPLICABLE))))
                .isEqualTo("the condition does not apply");
    }

    /** A complete run has its constants, without which it shows no epsilon; that of a real one is rounded. */
    @Test
    void epsilonIsThatOfTheRunWithFewDigits() {
        RunOptions options = new RunOptions(ProjectionMethod.EXACT, PredictedFrame.MOVING, Optional.of(5));
        Verification run = Problems.verify(PROBLEM, new CompiledBackend(), options, List.of());
        VerificationResult verified = new VerificationResult(
                PROBLEM, run, assessment(List.of(HOLDS), List.of()), Optional.empty(), Optional.empty());
        assertThat(VerificationDocument.verdictLine(verified)).matches("1 conclusion holds; eps = 0\\.0\\d{4}");
    }

    @Test
    void ofSeveralProblems() {
        VerificationResult holds = verified(COMPLETE, List.of(HOLDS), List.of(HOLDS));
        assertThat(IndexDocument.verdictLine(List.of(holds, holds)))
                .isEqualTo("all 2 problems meet the theory's conclusions");
        assertThat(IndexDocument.verdictLine(List.of(holds, verified(COMPLETE, List.of(FAILS), List.of(HOLDS)))))
                .isEqualTo("1 of 2 problems meets the theory's conclusions, 1 fails (" + PROBLEM.name() + ")");
    }

    private static FamilyMember member(int value, RunEnd end, Verdict.Status status) {
        List<Verdict.Status> all = Claims.conclusions().stream()
                .map(conclusion -> conclusion.equals(Claims.LOSS) ? status : HOLDS)
                .toList();
        return new FamilyMember(
                Expression.constant(value),
                value,
                new FamilyMember.Rates(1, 1, 1),
                run(end),
                Optional.empty(),
                assessment(all, List.of()),
                new RoundingLevels(0, 0, 0));
    }

    private static FamilyResult family(FamilyMember... members) {
        List<FamilyOrder> orders = Arrays.stream(OrderStatement.values())
                .map(statement -> new FamilyOrder(
                        statement,
                        new ObservedOrder(statement.unit().ascii(), List.of(), members.length, false),
                        false,
                        statement == OrderStatement.DESCENT ? 1 : 0))
                .toList();
        return new FamilyResult(
                PROBLEM,
                new Family("e", Arrays.stream(members).map(FamilyMember::value).toList()),
                "doubles",
                new RunOptions(ProjectionMethod.EXACT, PredictedFrame.MOVING, Optional.empty()),
                List.of(members),
                orders);
    }

    @Test
    void ofAFamily() {
        assertThat(FamilyDocument.verdictLine(family(member(1, COMPLETE, HOLDS), member(2, COMPLETE, HOLDS))))
                .startsWith(
                        "on 2 members, all 6 conclusions hold; none of 7 orders of at least 1 holds, 6 are undecided"
                                + " (coupling, loss, sharpness, average x^2, average loss, implicit bias), 1 does not apply (descent)");
        assertThat(FamilyDocument.verdictLine(family(member(1, COMPLETE, FAILS), member(2, DIVERGED, UNDECIDED))))
                .startsWith("1 of 2 members is without a complete run (e = 2); "
                        + "on 2 members, 5 of 6 conclusions hold, 1 fails on some members (loss); ");
    }

    private static OdeResult ode(RunEnd end, Optional<OdeComparison> comparison, Optional<String> obstacle) {
        return new OdeResult(PROBLEM, run(end), comparison, obstacle, Optional.empty(), Optional.empty());
    }

    @Test
    void ofTheReducedEquation() {
        OdeComparison comparison = new OdeComparison(
                0.1,
                1,
                List.of(),
                new OdeComparison.Deviations(new Extremum(0.2, 3), new Extremum(0.4, 4), new Extremum(0.3, 5)),
                List.of(),
                List.of(),
                List.of());
        assertThat(OdeDocument.verdictLine(ode(COMPLETE, Optional.of(comparison), Optional.empty())))
                .isEqualTo(
                        "the equation along the run is within 2.000 eps of the iterates, frozen at t = 0 within 4.000 eps");
        assertThat(OdeDocument.verdictLine(ode(DIVERGED, Optional.empty(), Optional.of(DIVERGED.description()))))
                .isEqualTo("ended early: the iterates diverged at step 7; no comparison with the reduced equation");
    }

    @Test
    void ofAFamilyBesideTheReducedEquation() {
        OdeMember member =
                new OdeMember(Expression.constant(1), 1, 1, run(DIVERGED), Optional.empty(), Optional.empty(), 0);
        OdeFamilyResult result = new OdeFamilyResult(
                PROBLEM,
                new Family("e", List.of(Expression.constant(1))),
                "doubles",
                List.of(member),
                List.of(new OdeOrder(OdeError.PERIOD, new ObservedOrder(OdeError.UNIT, List.of(), 1, false))));
        assertThat(OdeFamilyDocument.verdictLine(result))
                .isEqualTo("1 of 1 member is without a complete run (e = 1); "
                        + "over 1 member, no order of at least 1 holds, 1 is undecided (period)");
    }

    private static CertifiedClaim claim(String name, Verdict.Status status) {
        return new CertifiedClaim(name, Notation.words("q"), new Interval(0, 1), verdict(status));
    }

    private static CertificationResult certification(int steps, CertifiedClaim... claims) {
        return new CertificationResult(
                PROBLEM, run(COMPLETE), steps, Optional.empty(), Optional.empty(), List.of(claims));
    }

    @Test
    void ofACertification() {
        assertThat(CertificationDocument.verdictLine(certification(166, claim("a", HOLDS), claim("b", HOLDS))))
                .isEqualTo("all 2 claims are certified to hold up to t = 166");
        assertThat(CertificationDocument.verdictLine(certification(
                        166, claim("a", HOLDS), claim("b", FAILS), claim("c", UNDECIDED), claim("c", UNDECIDED))))
                .isEqualTo("1 of 4 claims is certified to hold up to t = 166, 1 fails (b), 2 are undecided (c)");
        assertThat(CertificationDocument.verdictLine(certification(40, claim("run", UNDECIDED), claim("a", HOLDS))))
                .isEqualTo("the run is enclosed only up to t = 40; "
                        + "1 of 2 claims is certified to hold up to t = 40, 1 is undecided (run)");
        assertThat(CertificationDocument.verdictLine(certification(-1, claim("run", UNDECIDED))))
                .isEqualTo("nothing is enclosed; no claim is certified to hold, 1 is undecided (run)");
    }

    @Test
    void ofTheCertificationOfAFamily() {
        FamilyCertification certification = new FamilyCertification(
                PROBLEM,
                new Family("e", List.of(Expression.constant(1), Expression.constant(2))),
                List.of(
                        certification(5, claim("a", HOLDS)),
                        certification(2, claim("run", UNDECIDED), claim("a", FAILS))),
                List.of(new FamilyClaim(claim("a", FAILS), Optional.empty())));
        assertThat(FamilyCertificationDocument.verdictLine(certification))
                .isEqualTo("1 of 2 members is not enclosed up to the horizon (e = 2); "
                        + "on 2 members, 1 of 3 claims is certified to hold, 1 fails (a), 1 is undecided (run); "
                        + "no claim on all members is certified to hold, 1 fails (a)");
    }

    private static BoxDecision box(String claim, Verdict.Status status) {
        return new BoxDecision(
                BoxClaim.parse(claim),
                status,
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty());
    }

    @Test
    void ofBoxesAndOrbits() {
        assertThat(BoxDocument.verdictLine(List.of(box("alpha > 0", HOLDS))))
                .isEqualTo("1 claim is proved on the whole box");
        assertThat(BoxDocument.verdictLine(
                        List.of(box("alpha > 0", HOLDS), box("beta > 0", FAILS), box("beta > 1", UNDECIDED))))
                .isEqualTo("1 of 3 claims is proved on the whole box, 1 fails (beta > 0), 1 is undecided (beta > 1)");
        assertThat(CycleDocument.verdictLine(new TwoCycleResult(PROBLEM, 2, Optional.empty(), Optional.of("none"))))
                .isEqualTo("undecided: no orbit of period two was proved");
        assertThat(orbit(HOLDS)).isEqualTo("an orbit of period two exists, and it is stable");
        assertThat(orbit(FAILS)).contains("not asymptotically stable");
        assertThat(orbit(UNDECIDED)).contains("whether it is stable is undecided");
    }

    private static String orbit(Verdict.Status stable) {
        TwoCycleResult.Orbit orbit =
                new TwoCycleResult.Orbit(List.of(), 1, stable, Optional.empty(), Optional.empty(), null);
        return CycleDocument.verdictLine(new TwoCycleResult(PROBLEM, 2, Optional.of(orbit), Optional.empty()));
    }

    private static DerivationResult derivation(Optional<String> undefined, OptionalDouble disagreement) {
        return new DerivationResult(
                PROBLEM,
                Map.of(),
                new NoClosedForm("none"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                undefined,
                Optional.empty(),
                disagreement);
    }

    @Test
    void ofADerivation() {
        assertThat(DerivationDocument.verdictLine(derivation(Optional.empty(), OptionalDouble.of(1.25e-12))))
                .isEqualTo("the closed forms agree with the numbers; largest relative difference 1.25000e-12");
        assertThat(DerivationDocument.verdictLine(derivation(Optional.empty(), OptionalDouble.of(0.5))))
                .startsWith("the closed forms contradict the numbers; ");
        assertThat(DerivationDocument.verdictLine(derivation(Optional.of("pole"), OptionalDouble.empty())))
                .isEqualTo("no closed form; the numbers are undefined at this point");
        assertThat(DerivationDocument.verdictLine(derivation(Optional.empty(), OptionalDouble.empty())))
                .isEqualTo("no closed form; numbers alone");
    }

    @Test
    void ofASweep() {
        assertThat(SweepDocument.verdictLine(HandmadeSweep.over(PROBLEM, HandmadeSweep.axis("e", Spacing.LINEAR, 5))))
                .isEqualTo("4 of 5 points complete, 1 diverged; "
                        + "size holds at 1 of 5, fails at 2, undecided at 1, does not apply at 1");
    }

    private static CheckedClaim checked(String name, String verdict, CheckedClaim.Outcome outcome) {
        return new CheckedClaim(name, "q", verdict, outcome, "");
    }

    private static String rechecked(CheckedClaim... claims) {
        return RecheckDocument.summary(new RecheckResult(
                CertificateKind.RUN,
                null,
                Map.of(),
                0,
                Optional.empty(),
                Optional.empty(),
                9,
                1,
                Optional.empty(),
                List.of(claims)));
    }

    /** What is confirmed need not be that a claim holds. */
    @Test
    void ofACertificateThatWasVerified() {
        assertThat(rechecked(checked("a", "HOLDS", CheckedClaim.Outcome.CONFIRMED)))
                .isEqualTo("1 of 1 claim confirmed over t = 0 to 9");
        assertThat(rechecked(
                        checked("a", "FAILS", CheckedClaim.Outcome.CONFIRMED),
                        checked("b", "HOLDS", CheckedClaim.Outcome.REJECTED),
                        checked("c", "UNDECIDED", CheckedClaim.Outcome.EMPTY)))
                .isEqualTo(
                        "1 of 3 claims confirmed, 1 empty over t = 0 to 9; 1 rejected (b); 1 confirmed as FAILS (a)");
        assertThat(rechecked()).startsWith("no claim is confirmed");
    }
}
