package org.selfstab.theory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.selfstab.problem.toml.Located;
import org.selfstab.theory.StatementReader.LocatedStatement;
import org.selfstab.vocabulary.SelfstabException;
import org.selfstab.vocabulary.Suggestion;

/** Brings statements into an order in which each comes after those it rests on; without recursion. */
final class DependencyOrder {

    private final Map<String, LocatedStatement> statements;
    private final Map<String, List<String>> usedBy = new LinkedHashMap<>();

    /**
     * Collects the dependencies.
     *
     * @throws SelfstabException if one is unknown
     */
    DependencyOrder(Map<String, LocatedStatement> statements) {
        this.statements = statements;
        statements.keySet().forEach(id -> usedBy.put(id, new ArrayList<>()));
        statements.forEach((id, statement) -> statement.depends().forEach(used -> addUse(id, used)));
    }

    private void addUse(String id, Located<String> used) {
        if (!usedBy.containsKey(used.value())) {
            throw used.location()
                    .error(
                            "no statement " + Suggestion.shortened(used.value()) + " in the folder",
                            Suggestion.suggestion(used.value(), statements.keySet(), "the statements are"));
        }
        usedBy.get(used.value()).add(id);
    }

    /**
     * The statements in order.
     *
     * @throws SelfstabException if dependencies lead back to themselves
     */
    List<Statement> statements() {
        Map<String, Integer> open = new LinkedHashMap<>();
        Deque<String> ready = new ArrayDeque<>();
        statements.forEach((id, statement) -> {
            int count = statement.depends().size();
            open.put(id, count);
            if (count == 0) {
                ready.add(id);
            }
        });
        List<Statement> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            String id = ready.remove();
            order.add(statements.get(id).statement());
            open.remove(id);
            for (String user : usedBy.get(id)) {
                if (open.merge(user, -1, Integer::sum) == 0) {
                    ready.add(user);
                }
            }
        }
        if (!open.isEmpty()) {
            throw cycleAmong(open);
        }
        return order;
    }

    /** Every statement left rests on another one left, so that following them must come back. */
    private SelfstabException cycleAmong(Map<String, Integer> left) {
        LinkedHashSet<String> path = new LinkedHashSet<>();
        String id = left.keySet().iterator().next();
        while (path.add(id)) {
            id = openDependency(id, left).value();
        }
        List<String> all = new ArrayList<>(path);
        List<String> cycle = new ArrayList<>(all.subList(all.indexOf(id), all.size()));
        cycle.add(id);
        return openDependency(id, left)
                .location()
                .error(
                        Suggestion.shortened(id) + " rests on itself: "
                                + String.join(" -> ", cycle.stream().limit(12).toList()),
                        "remove one of these dependencies");
    }

    private Located<String> openDependency(String id, Map<String, Integer> left) {
        return statements.get(id).depends().stream()
                .filter(used -> left.containsKey(used.value()))
                .findFirst()
                .orElseThrow();
    }
}
