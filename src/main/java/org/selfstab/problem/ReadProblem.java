package org.selfstab.problem;

import java.util.List;

/**
 * A problem as read from a file.
 *
 * @param problem the checked problem
 * @param warnings in the order in which the file was read
 */
public record ReadProblem(Problem problem, List<ProblemWarning> warnings) {
    public ReadProblem {
        warnings = List.copyOf(warnings);
    }
}
