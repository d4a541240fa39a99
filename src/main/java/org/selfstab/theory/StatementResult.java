package org.selfstab.theory;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.selfstab.vocabulary.Verdict;

/**
 * What is decided about a statement.
 *
 * @param statement the statement
 * @param verdict the weakest status and the weakest evidence of its checks; not applicable if it rests on a statement that does not hold
 * @param checks the result of each check, in the file's order
 */
public record StatementResult(Statement statement, Verdict verdict, List<CheckResult> checks) {

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
        Optional<StatementResult> shaky = restsOn.stream()
                .filter(other -> other.verdict().status() != Verdict.Status.HOLDS)
                .findFirst();
        Verdict verdict = weakest.status() == Verdict.Status.FAILS || shaky.isEmpty()
                ? verdict(
                        weakest.status(),
                        evidence,
                        weakest.status() == Verdict.Status.HOLDS ? summary(checks) : weakest.reason())
                : verdict(
                        Verdict.Status.NOT_APPLICABLE,
                        evidence,
                        "rests on " + shaky.get().statement().id() + ", which is "
                                + shaky.get().verdict().status().word());
        return new StatementResult(statement, verdict, checks);
    }

    private static Verdict verdict(Verdict.Status status, Verdict.Evidence evidence, String reason) {
        return new Verdict(status, evidence, Optional.empty(), Optional.empty(), reason);
    }

    /** The reason of a single check; of several how many there are of each evidence. */
    private static String summary(List<CheckResult> checks) {
        if (checks.size() == 1) {
            return checks.get(0).verdict().reason();
        }
        Map<Verdict.Evidence, Long> counts = checks.stream()
                .collect(Collectors.groupingBy(
                        check -> check.verdict().evidence(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> entry.getValue()
                        + (entry.getKey() == Verdict.Evidence.SYMBOLIC ? " proved" : " tested on runs"))
                .collect(Collectors.joining(", "));
    }
}
