package org.selfstab.recheck.taylor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
}
