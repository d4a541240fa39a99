package org.selfstab.expression.autodiff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.selfstab.expression.Expression;

/** The order in which a graph is differentiated, found without recursion: derivatives of deep graphs are deeper still. */
final class GraphOrder {

    private GraphOrder() {}

    /**
     * The nodes of a graph, each once and after all nodes below it.
     *
     * @param known nodes to leave out, with all that is below them
     */
    static List<Expression> childrenFirst(Expression root, Predicate<Expression> known) {
        List<Expression> order = new ArrayList<>();
        Set<Expression> entered = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Expression> left = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Expression> stack = new ArrayDeque<>();
        stack.push(root);
        while (!stack.isEmpty()) {
            Expression node = stack.peek();
            if (known.test(node) || !entered.add(node)) {
                stack.pop();
                if (entered.contains(node) && left.add(node)) {
                    order.add(node);
                }
            } else {
                node.children().stream()
                        .filter(child -> !entered.contains(child) && !known.test(child))
                        .forEach(stack::push);
            }
        }
        return order;
    }
}
