package org.selfstab.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.selfstab.sweep.GridAxis;
import org.selfstab.sweep.GridValue;
import org.selfstab.sweep.Spacing;

/**
 * An axis of a picture with one place for each value of a parameter.
 *
 * @param axis the parameter and its values
 */
record AxisOfPicture(GridAxis axis) {

    private static final int MAX_LABELS = 5;

    int size() {
        return axis.values().size();
    }

    /** The parameter, and whether equal distances are equal ratios. */
    String title() {
        return axis.spacing() == Spacing.LOG ? axis.parameter() + " (logarithmic)" : axis.parameter();
    }

    /** The values that are labelled: from the first on, every so many. */
    List<Integer> labelled() {
        int stride = (size() + MAX_LABELS - 1) / MAX_LABELS;
        return IntStream.range(0, size()).filter(i -> i % stride == 0).boxed().toList();
    }

    /** The text of a label: the exact value if it is short, otherwise four digits. */
    String label(int index) {
        GridValue value = axis.values().get(index);
        return value.text().length() <= 7 ? value.text() : String.format(Locale.ROOT, "%.4g", value.number());
    }
}
