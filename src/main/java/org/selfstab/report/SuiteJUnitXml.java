package org.selfstab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.selfstab.report.JUnitXml.Case;
import org.selfstab.report.JUnitXml.Problem;
import org.selfstab.report.JUnitXml.Suite;
import org.selfstab.suite.ClaimResult;
import org.selfstab.suite.FileResult;
import org.selfstab.suite.Judgement;
import org.selfstab.vocabulary.Mutation;

/**
 * What {@code test} found, for continuous integration. A claim that is undecided is skipped, so is a file that asserts nothing; a file that cannot be used is an
 * error; a mutant that passes is a failure of a test case of its own.
 */
public final class SuiteJUnitXml {

    private SuiteJUnitXml() {}

    /** The document. */
    public static String write(List<FileResult> results) {
        return JUnitXml.write(results.stream().map(SuiteJUnitXml::suite).toList());
    }

    private static Suite suite(FileResult file) {
        List<Case> cases = new ArrayList<>();
        for (ClaimResult result : file.results()) {
            cases.add(judged(result));
            result.mutation().ifPresent(mutation -> cases.add(mutated(result, mutation)));
        }
        if (file.isWithoutClaims()) {
            cases.add(new Case("[expect]", 0, "", Optional.of(Problem.skipped("no [expect]: nothing is asserted"))));
        }
        file.error().ifPresent(error -> cases.add(new Case("reads", 0, "", Optional.of(Problem.error(error)))));
        return new Suite(file.file().file().toString(), cases);
    }

    private static Case judged(ClaimResult result) {
        Judgement judgement = result.judgement();
        String numbers = "computed " + judgement.computed() + ", expected " + judgement.expected();
        String all = judgement.reason().isEmpty() ? numbers : numbers + "; " + judgement.reason();
        Optional<Problem> problem =
                switch (judgement.status()) {
                    case HOLDS -> Optional.empty();
                    case FAILS -> Optional.of(Problem.failure(numbers, all));
                    case UNDECIDED, NOT_APPLICABLE -> Optional.of(Problem.skipped("undecided: " + all));
                };
        return new Case(
                result.claim().words(),
                result.seconds(),
                result.claim().evidence().name(),
                problem);
    }

    private static Case mutated(ClaimResult result, Mutation mutation) {
        Optional<Problem> problem = mutation.survivors().isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.failure(mutation.survivors().get(0), String.join("\n", mutation.survivors())));
        return new Case("can fail: " + result.claim().words(), 0, "", problem);
    }
}
