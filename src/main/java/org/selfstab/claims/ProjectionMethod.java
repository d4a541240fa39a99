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
        <T extends CalculusFieldElement<T>> StableSetProjection<T> of(Model<T> setting) {
            return setting.nearestPoint().get();
        }

        @Override
        <T extends CalculusFieldElement<T>> ConstrainedTrajectory<T> trajectory(
                Model<T> setting, FieldVector<T> start) {
            return setting.constrained().apply(start);
        }
    },
    /** The three linearised steps of the paper's code, for comparison. */
    LINEARISED {
        @Override
        <T extends CalculusFieldElement<T>> StableSetProjection<T> of(Model<T> setting) {
            return new LinearisedProjection<>(setting.surveyor(), setting.eta());
        }

        @Override
        <T extends CalculusFieldElement<T>> ConstrainedTrajectory<T> trajectory(
                Model<T> setting, FieldVector<T> start) {
            return new FieldConstrainedTrajectory<>(of(setting), setting.eta(), start);
        }
    };

    abstract <T extends CalculusFieldElement<T>> StableSetProjection<T> of(Model<T> setting);

    /** The constrained trajectory by this projection, from the projection of a point of dimension n. */
    abstract <T extends CalculusFieldElement<T>> ConstrainedTrajectory<T> trajectory(
            Model<T> setting, FieldVector<T> start);

    /** The name on the command line. */
    public String optionName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
