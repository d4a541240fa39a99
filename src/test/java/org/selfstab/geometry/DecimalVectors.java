package org.selfstab.geometry;

import org.hipparchus.dfp.Dfp;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;

/** Vectors of the tests. */
public final class DecimalVectors {

    private DecimalVectors() {}

    /** A vector of doubles. */
    public static FieldVector<Binary64> binary64(double... entries) {
        FieldVector<Binary64> vector = new ArrayFieldVector<>(Binary64Field.getInstance(), entries.length);
        for (int i = 0; i < entries.length; i++) {
            vector.setEntry(i, new Binary64(entries[i]));
        }
        return vector;
    }

    /** A vector rounded to doubles. */
    public static FieldVector<Binary64> toBinary64(FieldVector<Dfp> precise) {
        FieldVector<Binary64> vector = new ArrayFieldVector<>(Binary64Field.getInstance(), precise.getDimension());
        for (int i = 0; i < precise.getDimension(); i++) {
            vector.setEntry(i, new Binary64(precise.getEntry(i).getReal()));
        }
        return vector;
    }
}
