package org.selfstab.theory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.selfstab.report.Format;
import org.selfstab.report.TheoryDocument;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.Bound;
import org.selfstab.vocabulary.Verdict;

/**
 * Every statement under {@code theory/} holds, every equation with a wrong sign, a wrong factor, a missing term or a wrong exponent on one side must be refuted, and
 * every claim on a number must fail once its bound is turned around.
 */
class StatementsOfTheoryTest {

    private static final Path FOLDER = TheoryOfTheProgram.FOLDER;
    private static final Theory THEORY = TheoryOfTheProgram.THEORY;
    /** With the runs of the examination, which the turned bounds are compared with too. */
    private static final Examiner EXAMINER = new Examiner();

    private static List<StatementResult> results;

    @BeforeAll
    static void examine() {
        results = new TheoryExamination(2, EXAMINER).examine(THEORY.statements(), result -> {});
    }

    /** And the page of the documentation says the same of each. */
    @Test
    void everyStatementHolds() throws IOException {
        assertThat(results).allSatisfy(result -> assertThat(result.verdict().status())
                .as(result.statement().id() + ": " + result.verdict().reason())
                .isEqualTo(Verdict.Status.HOLDS));
        assertThat(results).hasSizeGreaterThanOrEqualTo(25);
        RunRecord run = RunRecord.of("theory", List.of(FOLDER), Map.of());
        assertThat(Format.MARKDOWN.write(TheoryDocument.report(run, FOLDER, results)))
                .isEqualTo(Files.readString(Path.of("src/site/markdown/statements.md")));
    }

    @Test
    void statementsComeAfterThoseTheyRestOn() {
        Set<String> seen = new HashSet<>();
        for (Statement statement : THEORY.statements()) {
            assertThat(seen).as(statement.id()).containsAll(statement.depends());
            seen.add(statement.id());
        }
    }

    /** Every formula number of theory.md up to the conclusions is the source of some statement. */
    @Test
    void everyFormulaOfThePageHasAStatement() throws IOException {
        Set<Integer> stated = THEORY.statements().stream()
                .flatMap(statement -> numbersIn(statement.source().exact()))
                .collect(Collectors.toSet());
        Set<Integer> numbered = numbersIn(Files.readString(FOLDER.resolve("theory.md")))
                .filter(number -> number <= 27)
                .collect(Collectors.toSet());
        numbered.remove(10); // the recursion of the constrained trajectory, a definition that only runs can follow
        assertThat(stated).containsAll(numbered);
    }

    private static Stream<Integer> numbersIn(String text) {
        return Pattern.compile("\\((\\d+)\\)").matcher(text).results().map(match -> Integer.parseInt(match.group(1)));
    }

    static Stream<Arguments> identities() {
        return checks().filter(check -> check.get()[1] instanceof IdentityCheck);
    }

    static Stream<Arguments> runs() {
        return checks().filter(check ->
                !(check.get()[1] instanceof IdentityCheck) && !(check.get()[1] instanceof ObservableCheck));
    }

    private static Stream<Arguments> checks() {
        return THEORY.statements().stream().flatMap(statement -> statement.checks().stream()
                .map(check -> Arguments.of(statement.id() + ": " + check.claim(), check)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("identities")
    void mutantsAreRefutedWithACounterexample(String name, IdentityCheck check) {
        IdentityMutation mutation = new IdentityMutation(check);
        int refuted = 0;
        for (IdentityCheck mutant : mutation.mutants()) {
            CheckResult result = EXAMINER.visitIdentity(mutant);
            if (result.verdict().status() == Verdict.Status.HOLDS) {
                assertThat(mutation.isEquivalent(mutant)).as(name).isTrue();
                continue;
            }
            assertThat(result.verdict().status())
                    .as("%s%n  mutated to %s%n  equals     %s", name, mutant.left(), mutant.right())
                    .isEqualTo(Verdict.Status.FAILS);
            assertThat(result.counterexample()).isPresent();
            CheckResult.Counterexample counterexample = result.counterexample().orElseThrow();
            assertThat(counterexample.left()).isNotEqualTo(counterexample.right());
            refuted++;
        }
        assertThat(refuted).as(name + ": mutants refuted").isPositive();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("runs")
    void aBoundTurnedAroundFails(String name, Check check) {
        CheckResult result = check.accept(EXAMINER);
        Verdict verdict = result.verdict();
        assertThat(verdict.status()).as(name).isEqualTo(Verdict.Status.HOLDS);
        assertThat(CheckMutation.of(result).survivors())
                .as(name + ", bounds moved")
                .isEmpty();
        Verdict turned = check.accept(new TurnedAround(verdict.bound().orElseThrow()))
                .accept(EXAMINER)
                .verdict();
        assertThat(turned.status()).as(name + ", bound turned around").isEqualTo(Verdict.Status.FAILS);
        assertThat(turned.bound().orElseThrow().isMet()).isFalse();
    }

    /** The same claim with {@code at most} for {@code at least} and the other way round. */
    private static final class TurnedAround implements Check.Visitor<Check> {

        private final AcceptedRange range;

        TurnedAround(Bound bound) {
            this.range = bound.sense() == Bound.Sense.AT_LEAST
                    ? AcceptedRange.atMost(bound.threshold())
                    : AcceptedRange.atLeast(bound.threshold());
        }

        @Override
        public Check visitIdentity(IdentityCheck check) {
            throw new AssertionError("an equation has no bound");
        }

        @Override
        public Check visitObservable(ObservableCheck check) {
            throw new AssertionError("what a step does to an observable has no bound");
        }

        @Override
        public Check visitNumeric(NumericCheck check) {
            return new NumericCheck(check.claim(), check.problem(), check.options(), check.quantity(), range);
        }

        @Override
        public Check visitOrder(OrderCheck check) {
            return new OrderCheck(check.claim(), check.problem(), check.options(), check.quantity(), range);
        }

        @Override
        public Check visitOde(OdeCheck check) {
            return new OdeCheck(check.claim(), check.problem(), check.options(), check.quantity(), range);
        }

        @Override
        public Check visitOdeOrder(OdeOrderCheck check) {
            return new OdeOrderCheck(check.claim(), check.problem(), check.options(), check.error(), range);
        }
    }
}
