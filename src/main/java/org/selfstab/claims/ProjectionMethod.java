package org.selfstab.claims;

import java.util.Locale;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.dynamics.ConstrainedTrajectory;
import org.selfstab.dynamics.FieldConstrainedTrajectory;
import org.selfstab.dynamics.Model;
import org.selfstab.geometry.LinearisedProjection;
import org.selfstab.geometry.StableSetProjection;

/** The projections onto the stable set that a run can use. */
public enum ProjectionMethod {
    /** The true nearest point. */
    EXACT {
        @Override
        <T extends CalculusFieldElement<T>> StableSetProjection<T> of(Model<T> model) {
            return model.nearestPoint().get();
        }

        @Override
        <T extends CalculusFieldElement<T>> ConstrainedTrajectory<T> trajectory(Model<T> model, FieldVector<T> start) {
            return model.constrained().apply(start);
        }
    },
    /** The three linearised steps of the paper's code, for comparison. */
    LINEARISED {
        @Override
        <T extends CalculusFieldElement<T>> StableSetProjection<T> of(Model<T> model) {
            return new LinearisedProjection<>(model.evaluator(), model.eta());
        }

        @Override
        <T extends CalculusFieldElement<T>> ConstrainedTrajectory<T> trajectory(Model<T> model, FieldVector<T> start) {
            return new FieldConstrainedTrajectory<>(of(model), model.eta(), start);
        }
    };

    abstract <T extends CalculusFieldElement<T>> StableSetProjection<T> of(Model<T> model);

    /** The constrained trajectory by this projection, from the projection of a point of dimension n. */
    abstract <T extends CalculusFieldElement<T>> ConstrainedTrajectory<T> trajectory(
            Model<T> model, FieldVector<T> start);

    /** The name on the command line. */
    public String optionName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
