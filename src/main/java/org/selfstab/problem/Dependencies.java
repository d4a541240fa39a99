package org.selfstab.problem;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.selfstab.expression.Expression;
import org.selfstab.vocabulary.Suggestion;

/** Which definition uses which; without recursion, so that a long chain of definitions does no harm. */
final class Dependencies {

    private final Map<String, Set<String>> uses = new LinkedHashMap<>();
    private final Map<String, List<String>> usedBy = new LinkedHashMap<>();

    Dependencies(Map<String, Expression> definitions) {
        definitions.keySet().forEach(name -> usedBy.put(name, new ArrayList<>()));
        definitions.forEach((name, definition) -> {
            uses.put(name, definition.symbolNames());
            definition.symbolNames().forEach(used -> addUse(name, used));
        });
    }

    private void addUse(String name, String used) {
        if (!usedBy.containsKey(used)) {
            throw new ParameterException(
                    name,
                    "parameter " + name + " uses " + used + ", which is not a parameter",
                    Suggestion.suggestion(used, usedBy.keySet(), "the parameters are"));
        }
        usedBy.get(used).add(name);
    }

    /** The names that a definition uses. */
    Set<String> usesOf(String name) {
        return uses.get(name);
    }

    /**
     * The names, each after those that it uses.
     *
     * @throws ParameterException if there is a cycle
     */
    List<String> inOrder() {
        Map<String, Integer> open = new LinkedHashMap<>();
        uses.forEach((name, used) -> open.put(name, used.size()));
        Deque<String> ready = new ArrayDeque<>();
        open.forEach((name, count) -> {
            if (count == 0) {
                ready.add(name);
            }
        });
        List<String> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            String name = ready.remove();
            order.add(name);
            open.remove(name);
            for (String user : usedBy.get(name)) {
                if (open.merge(user, -1, Integer::sum) == 0) {
                    ready.add(user);
                }
            }
        }
        if (!open.isEmpty()) {
            throw cycleAmong(open.keySet());
        }
        return order;
    }

    /** Every name left uses another one left, so that following them must come back. */
    private ParameterException cycleAmong(Set<String> left) {
        LinkedHashSet<String> path = new LinkedHashSet<>();
        String name = left.iterator().next();
        while (path.add(name)) {
            name = uses.get(name).stream().filter(left::contains).findFirst().orElseThrow();
        }
        List<String> cycle = new ArrayList<>(path).subList(new ArrayList<>(path).indexOf(name), path.size());
        return new ParameterException(
                name,
                "parameter " + name + " depends on itself: " + String.join(" -> ", shortened(cycle)) + " -> " + name,
                "define one of them by a number");
    }

    private static List<String> shortened(List<String> cycle) {
        if (cycle.size() <= 10) {
            return cycle;
        }
        List<String> shown = new ArrayList<>(cycle.subList(0, 9));
        shown.add("...");
        return shown;
    }
}
