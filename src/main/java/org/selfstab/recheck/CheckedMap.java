package org.selfstab.recheck;

import java.util.List;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;

/** A map whose orbits of period two are those of an optimizer, over boxes. */
interface CheckedMap {

    /** What the numbers are that it acts on. */
    List<String> names();

    /** How many numbers the optimizer's whole state has. */
    int stateSize();

    /** Contains the images, by plain evaluation. */
    FieldVector<DecimalInterval> image(FieldVector<DecimalInterval> box);

    /** Contains the derivatives. */
    FieldMatrix<DecimalInterval> derivative(FieldVector<DecimalInterval> box);

    /** Contains the derivatives of a step of the whole state. */
    FieldMatrix<DecimalInterval> stateDerivative(FieldVector<DecimalInterval> box);
}
