package org.selfstab.theory;

import java.util.Comparator;
import java.util.List;
import org.selfstab.claims.Verdict;

/**
 * What is decided about a statement.
 *
 * @param statement the statement
 * @param status the weakest status of its checks; not applicable if it rests on a statement that does not hold
 * @param evidence the weakest evidence of its checks
 * @param reason one line
 * @param checks the result of each check, in the file's order
 */
public record StatementResult(
        Statement statement,
        Verdict.Status status,
        Verdict.Evidence evidence,
        String reason,
        List<CheckResult> checks) {

    public StatementResult {
        checks = List.copyOf(checks);
    }

    /** The result of checks, given the results of the statements rested on. */
    static StatementResult of(Statement statement, List<CheckResult> checks, List<StatementResult> restsOn) {
        Verdict weakest = checks.stream()
                .map(CheckResult::verdict)
                .max(Comparator.comparing(Verdict::status))
                .orElseThrow();
        Verdict.Evidence evidence = checks.stream()
                .map(check -> check.verdict().evidence())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<StatementResult> shaky = restsOn.stream()
                .filter(other -> other.status() != Verdict.Status.HOLDS)
                .toList();
        if (weakest.status() != Verdict.Status.FAILS && !shaky.isEmpty()) {
            StatementResult first = shaky.get(0);
            return new StatementResult(
                    statement,
                    Verdict.Status.NOT_APPLICABLE,
                    evidence,
                    "rests on " + first.statement().id() + ", which is "
                            + first.status().word(),
                    checks);
        }
        return new StatementResult(statement, weakest.status(), evidence, weakest.reason(), checks);
    }
}
