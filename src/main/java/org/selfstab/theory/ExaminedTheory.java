package org.selfstab.theory;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Statements that are examined when they are first asked for, and once. May be shared by threads. */
public final class ExaminedTheory {

    private final Map<Check, Supplier<CheckResult>> checks = new HashMap<>();
    private final Map<String, Supplier<StatementResult>> statements = new LinkedHashMap<>();

    /** Statements, each after those it rests on. */
    public ExaminedTheory(List<Statement> all) {
        Examiner examiner = new Examiner();
        for (Statement statement : all) {
            statement.checks().forEach(check -> checks.put(check, Suppliers.memoize(() -> check.accept(examiner))));
            statements.put(statement.id(), Suppliers.memoize(() -> examine(statement)));
        }
    }

    private StatementResult examine(Statement statement) {
        List<StatementResult> restsOn =
                statement.depends().stream().map(this::result).toList();
        List<CheckResult> results =
                statement.checks().stream().map(this::result).toList();
        return StatementResult.of(statement, results, restsOn);
    }

    /** The result of one of the statements' checks. */
    public CheckResult result(Check check) {
        return checks.get(check).get();
    }

    /** The result of a statement, with those it rests on. */
    public StatementResult result(String id) {
        return statements.get(id).get();
    }
}
