package org.selfstab.claims;

import java.util.List;
import java.util.Optional;
import org.selfstab.vocabulary.Claim;
import org.selfstab.vocabulary.Verdict;

/**
 * The theory's conditions and conclusions on one run, side by side: where a conclusion fails one sees which hypothesis broke.
 *
 * @param conditions every condition asked for, in the order of {@link org.selfstab.vocabulary.Claims#conditions}
 * @param conclusions every conclusion, in the order of {@link org.selfstab.vocabulary.Claims#conclusions}
 * @param planes the steps of an optimizer that remembers gradients, by planes; empty for gradient descent, and where they were not looked at
 */
public record Assessment(
        List<ConditionResult> conditions, List<ConclusionResult> conclusions, Optional<StepPlanes> planes) {

    public Assessment {
        conditions = List.copyOf(conditions);
        conclusions = List.copyOf(conclusions);
    }

    public Assessment(List<ConditionResult> conditions, List<ConclusionResult> conclusions) {
        this(conditions, conclusions, Optional.empty());
    }

    /** The result for one condition that was asked for. */
    public ConditionResult condition(Claim name) {
        return conditions.stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The result for one conclusion. */
    public ConclusionResult conclusion(Claim conclusion) {
        return conclusions.stream()
                .filter(c -> c.conclusion().equals(conclusion))
                .findFirst()
                .orElseThrow();
    }

    /** The conditions that fail, the hypotheses that broke. */
    public List<ConditionResult> violatedConditions() {
        return conditionsWith(Verdict.Status.FAILS);
    }

    /** The conditions of one status. */
    public List<ConditionResult> conditionsWith(Verdict.Status status) {
        return conditions.stream().filter(c -> c.status() == status).toList();
    }

    /** The weakest status of all conditions. */
    public Verdict.Status ofConditions() {
        return Verdict.weakest(conditions.stream()
                .flatMap(c -> c.measures().stream())
                .map(Measured::verdict)
                .toList());
    }

    /**
     * The weakest status of all conclusions. A conclusion that {@linkplain Claim#mayAssertNothing asserts nothing} on this run does not
     * count; where a hypothesis is not met, the other conclusions do not apply either.
     */
    public Verdict.Status ofConclusions() {
        return Verdict.weakest(conclusions.stream()
                .filter(c -> !c.conclusion().mayAssertNothing() || c.status() != Verdict.Status.NOT_APPLICABLE)
                .flatMap(c -> c.measures().stream())
                .map(Measured::verdict)
                .toList());
    }
}
