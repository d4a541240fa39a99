package org.selfstab.suite;

import java.util.List;
import java.util.Optional;
import org.selfstab.vocabulary.Verdict;

/**
 * A file with the results of its claims.
 *
 * @param file the file
 * @param results in the order of its claims; those before the error, if there is one
 * @param error one line, if the file could not be read or not be worked with
 */
public record FileResult(ClaimFile file, List<ClaimResult> results, Optional<String> error) {

    public FileResult {
        results = List.copyOf(results);
    }

    /** Whether nothing is asserted in the file, which is not to be taken for a pass. */
    public boolean isWithoutClaims() {
        return error.isEmpty() && file.claims().isEmpty();
    }

    /** How many claims have a status. */
    public long count(Verdict.Status status) {
        return results.stream()
                .filter(result -> result.judgement().status() == status)
                .count();
    }

    /** How many mutants passed although they should not. */
    public long survivors() {
        return results.stream()
                .flatMap(result -> result.mutation().stream())
                .mapToLong(mutation -> mutation.survivors().size())
                .sum();
    }
}
