package org.selfstab.suite;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.selfstab.Selfstab;
import org.selfstab.Study;
import org.selfstab.claims.QuantityReader;
import org.selfstab.claims.Reading;
import org.selfstab.expression.Expression;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.problem.Assertion;
import org.selfstab.problem.Expectation;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemWarning;
import org.selfstab.problem.toml.LeadingComment;
import org.selfstab.run.RunOptions;
import org.selfstab.theory.AcceptedRange;
import org.selfstab.vocabulary.FreeText;
import org.selfstab.vocabulary.Mutation;
import org.selfstab.vocabulary.Named;
import org.selfstab.vocabulary.SelfstabException;
import org.selfstab.vocabulary.Verdict;

/** Makes the claims of a problem's {@code [expect]}. */
public final class ProblemClaims {

    private ProblemClaims() {}

    /** The claims of a problem file; a file that cannot be read comes with its error. */
    static ClaimFile read(Path file, RunOptions options) {
        try {
            Study study = Selfstab.read(file);
            List<String> warnings =
                    study.warnings().stream().map(ProblemWarning::toString).toList();
            return ClaimFile.readable(
                    file,
                    ClaimFile.Kind.PROBLEM,
                    study.problem().title(),
                    LeadingComment.purposeOf(file).orElse(FreeText.NONE),
                    of(study, options),
                    warnings);
        } catch (SelfstabException bad) {
            return ClaimFile.broken(file, bad.getMessage());
        }
    }

    /** The claims of a problem, in the file's order, by runs as they are done by default; nothing is computed before one is judged. */
    public static List<StatedClaim> of(Study study) {
        return of(study, RunOptions.defaults());
    }

    private static List<StatedClaim> of(Study study, RunOptions options) {
        Problem problem = study.problem();
        List<Named> wanted =
                problem.expectations().stream().map(Expectation::quantity).toList();
        QuantityReader observer = study.quantities(options, wanted).withMembers();
        return problem.expectations().stream()
                .map(expectation -> of(problem, expectation, observer))
                .toList();
    }

    /** The claim of one of a problem's expectations, to be judged by what an observer of the problem computes. */
    public static StatedClaim of(Problem problem, Expectation expectation, QuantityReader observer) {
        Expected expected = expectation.asserted().accept(new ExpectationResolution(problem));
        return new ExpectationClaim(expectation, expected, observer);
    }

    /** An entry of a problem's {@code [expect]}. */
    private static final class ExpectationClaim implements StatedClaim {

        private final String name;
        private final Optional<String> formula;
        private final Expected expected;
        private final Supplier<Reading> computed;

        ExpectationClaim(Expectation expectation, Expected expected, QuantityReader observer) {
            this.name = expectation.name();
            this.formula = expectation.formula().map(Expression::toString);
            this.expected = expected;
            this.computed = Suppliers.memoize(() -> observer.observe(expectation.named()));
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String words() {
            return name + ": " + expected.text();
        }

        @Override
        public Optional<String> formula() {
            return formula;
        }

        @Override
        public Judgement judge() {
            return expected.against(computed.get());
        }

        /** Values of expectations are computed in floating-point numbers. */
        @Override
        public Verdict.Evidence evidence() {
            return Verdict.Evidence.NUMERIC;
        }

        @Override
        public Mutation mutate() {
            List<Expected> mutants = expected.mutants();
            return new Mutation(
                    mutants.size(),
                    mutants.stream()
                            .filter(mutant -> mutant.against(computed.get()).passes())
                            .map(expected::survival)
                            .toList());
        }
    }

    /** Puts the values of a problem's parameters into its assertions. */
    private static final class ExpectationResolution implements Assertion.Visitor<Expected> {

        private final Problem problem;
        private final CompiledBackend backend = new CompiledBackend();

        ExpectationResolution(Problem problem) {
            this.problem = problem;
        }

        @Override
        public Expected visitVerdict(Assertion.OfVerdict asserted) {
            return new ExpectedStatus(asserted.verdict());
        }

        @Override
        public Expected visitBounds(Assertion.OfBounds asserted) {
            return ExpectedNumber.in(new AcceptedRange(
                    bound(asserted.atLeast(), Double.NEGATIVE_INFINITY),
                    bound(asserted.atMost(), Double.POSITIVE_INFINITY)));
        }

        @Override
        public Expected visitValue(Assertion.OfValue asserted) {
            return ExpectedNumber.equal(valueOf(asserted.value()), asserted.tolerance());
        }

        @Override
        public Expected visitStages(Assertion.OfStages asserted) {
            return new ExpectedStages(asserted.stages());
        }

        @Override
        public Expected visitDrift(Assertion.OfDrift asserted) {
            return new ExpectedDrift(asserted.verdict());
        }

        @Override
        public Expected visitBehaviour(Assertion.OfBehaviour asserted) {
            return new ExpectedBehaviour(
                    asserted.behaviour(),
                    bound(asserted.atLeast(), Double.NEGATIVE_INFINITY),
                    bound(asserted.atMost(), Double.POSITIVE_INFINITY));
        }

        private double bound(Optional<Expression> asserted, double otherwise) {
            return asserted.map(this::valueOf).orElse(otherwise);
        }

        private double valueOf(Expression ofParameters) {
            return backend.valueOf(ofParameters.substitute(problem.parameters().values()))
                    .getReal();
        }
    }
}
