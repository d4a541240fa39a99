package org.selfstab.suite;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.selfstab.theory.Check;
import org.selfstab.theory.CheckMutation;
import org.selfstab.theory.CheckResult;
import org.selfstab.theory.ExaminedTheory;
import org.selfstab.theory.Statement;
import org.selfstab.theory.StatementResult;
import org.selfstab.theory.Theory;
import org.selfstab.theory.TheoryReader;
import org.selfstab.vocabulary.Bound;
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.FreeText;
import org.selfstab.vocabulary.Mutation;
import org.selfstab.vocabulary.SelfstabException;
import org.selfstab.vocabulary.Verdict;

/** Makes the claims of statement files: one for each check. */
final class StatementClaims {

    private StatementClaims() {}

    /**
     * The claims of some statements of one folder.
     *
     * @param all every statement file of the folder
     * @param wanted those whose claims are asked for
     * @return one entry for each wanted file; a single one with the error if the statements cannot be read
     */
    static List<ClaimFile> read(List<Path> all, List<Path> wanted) {
        Theory theory;
        try {
            theory = TheoryReader.read(all);
        } catch (SelfstabException bad) {
            Path file = bad.where().map(place -> Path.of(place.file())).orElse(all.get(0));
            return List.of(ClaimFile.broken(file, bad.getMessage()));
        }
        Map<String, Statement> statements = theory.statements().stream()
                .collect(Collectors.toMap(Statement::id, Function.identity(), (a, b) -> a, TreeMap::new));
        ExaminedTheory examined = new ExaminedTheory(theory.statements());
        List<String> warnings = theory.warnings();
        return wanted.stream()
                .map(file -> claimsOf(file, statements.get(idOf(file)), examined, warnings))
                .toList();
    }

    private static ClaimFile claimsOf(Path file, Statement statement, ExaminedTheory theory, List<String> warnings) {
        List<StatedClaim> claims = statement.checks().stream()
                .<StatedClaim>map(check -> new CheckClaim(statement, check, theory))
                .toList();
        List<String> own = warnings.stream()
                .filter(warning -> warning.startsWith(file + ":"))
                .toList();
        return ClaimFile.readable(file, ClaimFile.Kind.STATEMENT, statement.title(), FreeText.NONE, claims, own);
    }

    private static String idOf(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.toml$", "");
    }

    /** A check of a statement. */
    private static final class CheckClaim implements StatedClaim {

        private final Statement statement;
        private final Check check;
        private final ExaminedTheory theory;

        CheckClaim(Statement statement, Check check, ExaminedTheory theory) {
            this.statement = statement;
            this.check = check;
            this.theory = theory;
        }

        @Override
        public String name() {
            return check.claim();
        }

        @Override
        public String words() {
            return check.claim();
        }

        @Override
        public Optional<String> formula() {
            return Optional.empty();
        }

        /** A check that holds decides nothing where its statement rests on one that does not hold. */
        @Override
        public Judgement judge() {
            Verdict verdict = theory.result(check).verdict();
            StatementResult whole = theory.result(statement.id());
            if (verdict.status() == Verdict.Status.HOLDS && whole.verdict().status() == Verdict.Status.NOT_APPLICABLE) {
                return judgement(
                        Verdict.Status.UNDECIDED, verdict, whole.verdict().reason());
            }
            return judgement(verdict.status(), verdict, verdict.reason());
        }

        private static Judgement judgement(Verdict.Status status, Verdict verdict, String reason) {
            String found = verdict.bound()
                    .map(bound -> Digits.text(bound.value()))
                    .orElseGet(() -> verdict.status().inWords());
            String asserted = verdict.bound()
                    .map(bound -> (bound.sense() == Bound.Sense.AT_LEAST ? "at least " : "at most ")
                            + Digits.text(bound.threshold()))
                    .orElse("holds");
            return new Judgement(status, found, asserted, reason);
        }

        @Override
        public Verdict.Evidence evidence() {
            return theory.result(check).verdict().evidence();
        }

        @Override
        public Mutation mutate() {
            CheckResult result = theory.result(check);
            Mutation mutation = CheckMutation.of(result);
            return new Mutation(
                    mutation.mutants(),
                    mutation.survivors().stream()
                            .map(survivor -> "this check is loose: it still passes as " + survivor)
                            .toList());
        }
    }
}
