package org.selfstab.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.selfstab.suite.ClaimResult;
import org.selfstab.suite.FileResult;
import org.selfstab.vocabulary.Mutation;
import org.selfstab.vocabulary.Verdict;

/**
 * The results of all claims as JSON.
 *
 * @param summary what was found, in one sentence
 * @param passed how many claims passed
 * @param failed how many failed
 * @param undecided how many are undecided
 * @param files in the order in which they were found
 */
public record SuiteSummary(String summary, long passed, long failed, long undecided, List<File> files) {

    public SuiteSummary {
        files = List.copyOf(files);
    }

    /** The summary of results. */
    public static SuiteSummary of(List<FileResult> results) {
        return new SuiteSummary(
                SuiteDocument.verdictLine(results),
                count(results, Verdict.Status.HOLDS),
                count(results, Verdict.Status.FAILS),
                count(results, Verdict.Status.UNDECIDED),
                results.stream().map(SuiteSummary::file).toList());
    }

    private static long count(List<FileResult> results, Verdict.Status status) {
        return results.stream().mapToLong(file -> file.count(status)).sum();
    }

    private static File file(FileResult result) {
        return new File(
                result.file().file().toString(),
                result.file().title().exact(),
                result.results().stream().map(SuiteSummary::claim).toList(),
                result.error().orElse(null));
    }

    private static Claim claim(ClaimResult result) {
        return new Claim(
                result.claim().name(),
                SuiteWords.of(result.judgement().status()),
                result.judgement().computed(),
                result.judgement().expected(),
                result.judgement().reason(),
                result.mutation().map(Mutation::mutants).orElse(null),
                result.mutation().map(Mutation::survivors).orElse(null));
    }

    /** A file; without an error if there was none. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record File(String file, String title, List<Claim> claims, String error) {}

    /** A claim; without mutants if none were tried. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Claim(
            String name,
            String outcome,
            String computed,
            String expected,
            String reason,
            Integer mutants,
            List<String> survivors) {}
}
