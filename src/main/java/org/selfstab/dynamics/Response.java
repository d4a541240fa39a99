package org.selfstab.dynamics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.numeric.FieldVectors;

/**
 * How a push off u is felt later: the optimizer's linear motion off u, theory.md (13), for gradient descent the product of {@code (I - eta H_k) P_k}.
 *
 * @param <T> the field's elements
 */
public final class Response<T extends CalculusFieldElement<T>> {

    private final LinearMethod<T> method;
    private final boolean isPlain;
    private List<FieldVector<T>> copies;

    /**
     * Starts.
     *
     * @param drift b, so that where nothing curves the response tends to the push itself
     */
    Response(LinearMethod<T> method, T drift, FieldVector<T> push) {
        this.method = method;
        this.isPlain = method.isPlain();
        this.copies = method.b().stream()
                .map(share -> push.mapMultiply(share.divide(drift).negate()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** The displacement, of dimension n; to be read before the next step, which may move it. */
    public FieldVector<T> displacement() {
        return isPlain ? copies.get(0) : method.read(copies);
    }

    /** Goes one step on, off u at the point of a geometry. */
    public void step(LocalGeometry<T> geometry) {
        if (isPlain) {
            FieldVector<T> displacement = copies.get(0);
            FieldVectors.takeOff(geometry.u(), displacement);
            FieldVectors.addTo(displacement, method.b().get(0), geometry.hessian(displacement));
            return;
        }
        copies.replaceAll(geometry::orthogonalToU);
        copies = method.next(copies, geometry.hessian(method.read(copies)));
    }
}
