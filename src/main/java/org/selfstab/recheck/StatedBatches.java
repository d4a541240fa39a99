package org.selfstab.recheck;

import java.util.List;
import java.util.Optional;
import org.selfstab.recheck.taylor.FormulaParser;

/**
 * How a problem's gradients are random, in the words of a certificate: those of the mean of a few items, drawn independently for each step.
 *
 * @param items expressions of variables and parameters, whose mean is the loss
 * @param size how many are drawn
 * @param isWithReplacement whether an item may be drawn again for the same batch
 */
public record StatedBatches(List<String> items, int size, boolean isWithReplacement) {

    public StatedBatches {
        items = List.copyOf(items);
    }

    /**
     * Refuses batches that cannot be drawn.
     *
     * @throws org.selfstab.recheck.taylor.FormulaException if they cannot
     */
    void requireWellFormed() {
        StatedProblem.require(!items.isEmpty() && size > 0, "batches are drawn from one item at least");
        StatedProblem.require(isWithReplacement || size <= items.size(), "a batch has more items than there are");
    }

    /** What is drawn, in a line for people. */
    public String shown() {
        return size + " of " + items.size() + " items, " + (isWithReplacement ? "with" : "without") + " replacement: "
                + String.join("; ", items);
    }

    /** Where these and other batches differ. */
    static void differ(
            List<String> differences,
            Optional<StatedBatches> here,
            Optional<StatedBatches> there,
            FormulaParser parser) {
        if (here.isEmpty() || there.isEmpty()) {
            StatedProblem.differ(differences, "batches", here.orElse(null), there.orElse(null));
            return;
        }
        List<String> own = here.get().items;
        List<String> other = there.get().items;
        StatedProblem.differ(differences, "batch", here.get().size, there.get().size);
        StatedProblem.differ(differences, "replacement", here.get().isWithReplacement, there.get().isWithReplacement);
        StatedProblem.differ(differences, "the number of items", own.size(), other.size());
        for (int i = 0; i < own.size() && i < other.size(); i++) {
            StatedProblem.formulasDiffer(differences, "item " + (i + 1), parser, own.get(i), other.get(i));
        }
    }
}
