package org.selfstab.recheck.taylor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A formula as a straight line of operations, each on results before it and none twice; the last is the formula. Two formulas are equal if
 * their texts are, but for blanks, parentheses without effect and how rational numbers are written.
 *
 * @param names the names that may occur, to which {@link Operation.Name} points
 * @param operations at least one
 */
public record Formula(List<String> names, List<Operation> operations) {

    public Formula {
        names = List.copyOf(names);
        operations = List.copyOf(operations);
    }

    /** The operations that one of them rests on, and this last. */
    static Formula of(List<String> names, List<Operation> operations, int result) {
        boolean[] needed = new boolean[operations.size()];
        needed[result] = true;
        for (int i = result; i >= 0; i--) {
            for (int operand : operations.get(i).operands()) {
                needed[operand] |= needed[i];
            }
        }
        int[] places = new int[operations.size()];
        List<Operation> kept = new ArrayList<>();
        for (int i = 0; i <= result; i++) {
            places[i] = kept.size();
            if (needed[i]) {
                kept.add(operations.get(i).withOperands(operand -> places[operand]));
            }
        }
        return new Formula(names, kept);
    }

    /** The names that occur. */
    public Set<String> mentioned() {
        Set<String> mentioned = new LinkedHashSet<>();
        for (Operation operation : operations) {
            if (operation instanceof Operation.Name name) {
                mentioned.add(names.get(name.index()));
            }
        }
        return mentioned;
    }

    /**
     * This formula with names replaced by formulas, down to names that are kept.
     *
     * @param kept the names that may occur in the result
     * @param definitions what the other names stand for
     * @throws FormulaException if a name is defined by itself, or the result has too many operations
     */
    public Formula inlined(List<String> kept, Map<String, Formula> definitions) {
        Inlining inlining = new Inlining(kept, definitions);
        int result = inlining.place(this);
        return of(kept, List.copyOf(inlining.operations.keySet()), result);
    }

    /** Formulas that are put into one straight line. */
    private static final class Inlining {

        private final List<String> kept;
        private final Map<String, Formula> definitions;
        private final Map<Operation, Integer> operations = new LinkedHashMap<>();
        private final Map<String, Integer> defined = new HashMap<>();
        private final Set<String> underWay = new LinkedHashSet<>();

        Inlining(List<String> kept, Map<String, Formula> definitions) {
            this.kept = kept;
            this.definitions = definitions;
        }

        int place(Formula formula) {
            int[] places = new int[formula.operations.size()];
            for (int i = 0; i < places.length; i++) {
                Operation operation = formula.operations.get(i);
                places[i] = operation instanceof Operation.Name name
                        ? named(formula.names.get(name.index()))
                        : included(operation.withOperands(operand -> places[operand]));
            }
            return places[places.length - 1];
        }

        private int named(String name) {
            int index = kept.indexOf(name);
            if (index >= 0) {
                return included(new Operation.Name(index));
            }
            Integer known = defined.get(name);
            if (known == null) {
                if (!underWay.add(name)) {
                    throw new FormulaException("the parameter " + name + " is defined by itself");
                }
                known = place(definitions.get(name));
                defined.put(name, known);
            }
            return known;
        }

        private int included(Operation operation) {
            Integer known = operations.putIfAbsent(operation, operations.size());
            if (operations.size() > FormulaParser.MOST_OPERATIONS) {
                throw new FormulaException("more than " + FormulaParser.MOST_OPERATIONS + " operations");
            }
            return known == null ? operations.size() - 1 : known;
        }
    }
}
