package org.selfstab.theory;

import java.util.Optional;
import org.selfstab.vocabulary.Verdict;

/**
 * What the examination of one check gave.
 *
 * @param check the check
 * @param verdict the decision
 * @param counterexample for a refuted equation where its sides differ
 */
public record CheckResult(Check check, Verdict verdict, Optional<Counterexample> counterexample) {}
