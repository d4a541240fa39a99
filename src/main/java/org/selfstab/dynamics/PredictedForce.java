package org.selfstab.dynamics;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.loss.Loss;
import org.selfstab.numeric.FieldVectors;

/**
 * What the predicted dynamics take for the gradient at a displacement, in the forms of theory.md section 4. All have the term
 * {@code (x*^2 - delta^2)/2 gradS_perp + u x* y*} of the cubic term of the loss, and what H gives off u.
 *
 * @param <T> the field's elements
 */
interface PredictedForce<T extends CalculusFieldElement<T>> {

    /**
     * The force.
     *
     * @param displacement {@code v*_t}, of dimension n
     * @param here the geometry at {@code dagger_t}
     */
    FieldVector<T> at(FieldVector<T> displacement, LocalGeometry<T> here);

    /** Whether the displacement is carried on with u as it turns. */
    default boolean turnsWithU() {
        return false;
    }

    /**
     * The paper's form, theory.md (11) and (34): along u the curvature is that of the edge, {@code S_c x* u}, and the displacement turns with u.
     *
     * @param edge {@code S_c}
     */
    record Moving<T extends CalculusFieldElement<T>>(T edge) implements PredictedForce<T> {
        @Override
        public FieldVector<T> at(FieldVector<T> displacement, LocalGeometry<T> here) {
            T x = here.u().dotProduct(displacement);
            return FieldVectors.plus(here.hessian(here.orthogonalToU(displacement)), edge.multiply(x), here.u())
                    .add(selfStabilization(displacement, here));
        }

        @Override
        public boolean turnsWithU() {
            return true;
        }
    }

    /** The form of the paper's code: {@code H v*}, without regard to the turning of u. */
    record Ambient<T extends CalculusFieldElement<T>>() implements PredictedForce<T> {
        @Override
        public FieldVector<T> at(FieldVector<T> displacement, LocalGeometry<T> here) {
            return here.hessian(displacement).add(selfStabilization(displacement, here));
        }
    }

    /**
     * For a loss that is far from cubic along u: the ambient form in which the part of {@code H v*} along u is replaced by
     * {@code u (u . grad L(dagger + x* u))}.
     */
    record Generalised<T extends CalculusFieldElement<T>>(Loss<T> loss) implements PredictedForce<T> {
        @Override
        public FieldVector<T> at(FieldVector<T> displacement, LocalGeometry<T> here) {
            T x = here.u().dotProduct(displacement);
            FieldVector<T> kicked = here.point().add(here.u().mapMultiply(x));
            T slope = here.u().dotProduct(loss.at(kicked).gradient());
            return here.hessian(here.orthogonalToU(displacement))
                    .add(here.u().mapMultiply(slope))
                    .add(selfStabilization(displacement, here));
        }
    }

    /** {@code (x*^2 - delta^2)/2 gradS_perp + u x* y*}, the cubic term's part of the force. */
    static <T extends CalculusFieldElement<T>> FieldVector<T> selfStabilization(
            FieldVector<T> displacement, LocalGeometry<T> here) {
        T x = here.u().dotProduct(displacement);
        T y = here.gradSPerp().dotProduct(displacement);
        T stretch = x.multiply(x).subtract(here.deltaSquared()).multiply(0.5);
        return FieldVectors.plus(here.gradSPerp().mapMultiply(stretch), x.multiply(y), here.u());
    }
}
