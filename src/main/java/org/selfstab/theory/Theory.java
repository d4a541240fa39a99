package org.selfstab.theory;

import java.util.List;

/**
 * Statements, each after those it rests on.
 *
 * @param statements the statements
 * @param warnings what their authors should know, one line each
 */
public record Theory(List<Statement> statements, List<String> warnings) {
    public Theory {
        statements = List.copyOf(statements);
        warnings = List.copyOf(warnings);
    }
}
