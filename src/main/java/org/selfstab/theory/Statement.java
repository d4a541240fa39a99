package org.selfstab.theory;

import java.util.List;
import org.selfstab.vocabulary.FreeText;

/**
 * One statement of the theory with its machine checks.
 *
 * @param id its name, that of its file without the extension
 * @param kind what it is
 * @param title a few words
 * @param text the statement in words
 * @param latex the statement in LaTeX, without delimiters
 * @param source where it comes from, for instance {@code theory.md (1)}
 * @param depends the ids of the statements it rests on
 * @param checks at least one
 */
public record Statement(
        String id,
        StatementKind kind,
        FreeText title,
        FreeText text,
        FreeText latex,
        FreeText source,
        List<String> depends,
        List<Check> checks) {

    public Statement {
        depends = List.copyOf(depends);
        checks = List.copyOf(checks);
        if (checks.isEmpty()) {
            throw new IllegalArgumentException("a statement without a check: " + id);
        }
    }
}
